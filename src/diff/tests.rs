//! The comparisons of pairing, counted: as many as sorting takes, not each row
//! with each other.

use core::cell::Cell;
use core::cmp::Ordering;

use super::pairs::Pairs;
use super::records::Spans;

const COUNT: usize = 4_096;

/// Far above what sorting and searching twice takes, and far below `COUNT *
/// COUNT`.
const MOST: usize = 10 * COUNT * 12;

std::thread_local! {
    static COMPARISONS: Cell<usize> = const { Cell::new(0) };
}

/// A number whose comparisons are counted.
#[derive(Clone, Copy, Debug)]
struct Counted(usize);

impl Ord for Counted {
    fn cmp(&self, other: &Self) -> Ordering {
        COMPARISONS.set(COMPARISONS.get() + 1);
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Counted {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Counted {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Counted {}

/// Asserts that `work` compares something, and not too much.
#[track_caller]
fn counted<T>(work: impl FnOnce() -> T) -> T {
    COMPARISONS.set(0);
    let made = work();
    let count = COMPARISONS.get();
    assert!((COUNT..MOST).contains(&count), "{count} comparisons");
    made
}

/// Some keys in disorder, as a multiplier without a factor of `COUNT` gives
/// them.
fn shuffled(place: usize) -> usize {
    place * 2_731 % COUNT
}

#[test]
fn rows_are_paired_by_sorting() {
    for key in [|_: usize| 0, |place| place, shuffled] {
        let old: Vec<_> = (0..COUNT).map(|place| Counted(key(place))).collect();
        let new: Vec<_> = (0..COUNT).map(|place| Counted(COUNT - 1 - key(place))).collect();
        let pairs = counted(|| {
            let mut pairs = Pairs::none(COUNT, COUNT);
            pairs.by_key(COUNT, [&old, &new], Some);
            pairs
        });
        let pair = (pairs.new_of(0), pairs.left_of_old().count());
        assert!(matches!(pair, (Some(_), 0) | (None, COUNT)), "{pair:?}");
    }
}

#[test]
fn rows_of_one_key_are_left_where_they_are_not_the_only_ones() {
    let pairs = counted(|| {
        let mut pairs = Pairs::none(COUNT, COUNT);
        let rows = [Counted(1); COUNT];
        pairs.by_key(1, [&rows, &rows], Some);
        pairs
    });
    assert_eq!(pairs.left_of_old().count(), COUNT);
}

/// Each span inside the next, and spans that follow each other.
#[test]
fn spans_are_searched() {
    type Span = fn(usize) -> (Counted, Counted);
    let nested: Span = |place| (Counted(place), Counted(2 * COUNT - place));
    let apart: Span = |place| (Counted(2 * place), Counted(2 * place + 1));
    for (span, found) in [(nested, 0), (apart, COUNT)] {
        let alone = counted(|| {
            let spans = Spans::new((0..COUNT).map(|place| (span(place), place)).collect());
            (0..COUNT).filter(|place| spans.only_on(span(*place)).is_some()).count()
        });
        assert_eq!(alone, found);
    }
}
