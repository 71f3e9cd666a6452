//! Inputs that are drawn by chance, the same at each run.

mod choices;
mod tables;
mod texts;
mod values;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed};

/// Few cases, always the same, and nothing written to files: a failure is one
/// on every machine.
fn config(cases: u32) -> Config {
    let rng_seed = RngSeed::Fixed(0x1a7a_6335);
    Config { cases, rng_seed, failure_persistence: None, ..Config::default() }
}

/// Some of these, one after the other.
fn of_pieces(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    vec(select(pieces), 0..8).prop_map(|pieces| pieces.concat())
}

/// A text, in one case of two with a few bytes of it changed.
fn mutated(text: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<u8>> {
    const TELLING: &[u8] = b"\",\n\r[]-019 \0\xff\xc3\xef/#\t\x7f";
    let change = (any::<Index>(), select(TELLING), 0..3);
    (text, vec(change, 0..4), any::<bool>()).prop_map(|(text, changes, is_mutated)| {
        let mut bytes = text.into_bytes();
        for (place, byte, how) in changes.into_iter().filter(|_| is_mutated) {
            let place = place.index(bytes.len() + 1);
            match how {
                0 => bytes.insert(place, byte),
                1 if place < bytes.len() => drop(bytes.remove(place)),
                _ if place < bytes.len() => bytes[place] = byte,
                _ => {}
            }
        }
        bytes
    })
}
