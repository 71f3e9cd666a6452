//! Bytes that choose.

use core::cell::Cell;

use proptest::collection::vec;
use proptest::prelude::{any, proptest};
use proptest::test_runner::TestRunner;

use super::config;
use crate::properties::{diff, flow, layers};

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn flows(bytes in vec(any::<u8>(), 0..64)) {
        flow::check(&bytes);
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn layers_of_registries(bytes in vec(any::<u8>(), 0..200)) {
        layers::check(&bytes);
    }
}

#[test]
fn diffs() {
    let (changed, renamed, reordered) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let add = |sum: &Cell<usize>, more: usize| sum.set(sum.get() + more);
    let bytes = vec(any::<u8>(), 0..300);
    let result = TestRunner::new(config(512)).run(&bytes, |bytes| {
        let told = diff::check(&bytes);
        add(&changed, told.changed);
        add(&renamed, told.renamed);
        add(&reordered, told.reordered);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    // The cases are there.
    let all = [changed.get(), renamed.get(), reordered.get()];
    assert!(all[0] > 75 && all[1] > 15 && all[2] > 1, "{all:?}");
}
