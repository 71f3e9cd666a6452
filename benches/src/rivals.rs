//! The rivals that are filled at start, and small ways to ask the others.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};

use fst::Map;
use iana_ports::Transport;

use crate::tables::FLAT;

/// No service, in the tables.
pub const NONE: u16 = u16::MAX;

/// A map of the keys and answers of a sorted slice.
pub fn filled<K: Copy + Eq + Hash, V: Copy, S: BuildHasher + Default>(
    sorted: &[(K, V)],
) -> HashMap<K, V, S> {
    sorted.iter().copied().collect()
}

/// The answer of a flat array, one cell for each port and transport.
#[must_use]
pub fn flat(port: u16, transport: Transport) -> Option<u16> {
    let answer = FLAT[usize::from(port) << 2 | transport as usize & 3];
    (answer != NONE).then_some(answer)
}

/// The answer of a sorted slice.
pub fn sorted<K: Copy + Ord, V: Copy>(slice: &[(K, V)], key: K) -> Option<V> {
    Some(slice[slice.binary_search_by_key(&key, |(key, _)| *key).ok()?].1)
}

/// A map of `fst`.
///
/// # Panics
///
/// If the bytes are no such map.
#[must_use]
pub fn fst(bytes: &'static [u8]) -> Map<&'static [u8]> {
    Map::new(bytes).expect("an fst that the build script wrote")
}

/// The key of a port in `fst`.
#[must_use]
pub fn fst_key(port: u16, transport: Transport) -> [u8; 3] {
    let [high, low] = port.to_be_bytes();
    [high, low, transport as u8]
}

/// The answers that `fst` keeps in one number.
#[must_use]
pub fn unpacked(number: u64) -> [u16; 4] {
    [0, 16, 32, 48].map(|shift| (number >> shift) as u16)
}

/// The answer on one of the transports.
#[must_use]
pub fn on(answers: [u16; 4], transport: Transport) -> Option<u16> {
    let answer = answers[transport as usize & 3];
    (answer != NONE).then_some(answer)
}
