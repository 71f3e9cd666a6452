//! Pairing of rows by sort keys: O(n log n), no row is compared with every
//! other.

use alloc::vec::Vec;

/// The rows that are the same, by their places in each registry.
#[derive(Debug)]
pub(super) struct Pairs {
    new_of_old: Vec<Option<usize>>,
    old_of_new: Vec<Option<usize>>,
}

impl Pairs {
    /// None yet, of so many rows.
    pub(super) fn none(old: usize, new: usize) -> Self {
        Self { new_of_old: vec![None; old], old_of_new: vec![None; new] }
    }

    /// The new row that an old one is.
    pub(super) fn new_of(&self, old: usize) -> Option<usize> {
        self.new_of_old[old]
    }

    /// The old row that a new one is.
    pub(super) fn old_of(&self, new: usize) -> Option<usize> {
        self.old_of_new[new]
    }

    /// Whether the pairs so far come in another order.
    pub(super) fn is_reordered(&self) -> bool {
        !self.new_of_old.iter().flatten().is_sorted()
    }

    /// Pairs what is left, by key: of each key in order, if neither side has
    /// more than `most` of it. What has no key is left.
    pub(super) fn by_key<'k, T, K: Ord>(
        &mut self,
        most: usize,
        [old, new]: [&'k [T]; 2],
        key: impl Fn(&'k T) -> Option<K>,
    ) {
        let old = self.left_of_old().filter_map(|row| Some((key(&old[row])?, false, row)));
        let new = self.left_of_new().filter_map(|row| Some((key(&new[row])?, true, row)));
        let mut rows: Vec<(K, bool, usize)> = old.chain(new).collect();
        rows.sort_unstable();
        for of_key in rows.chunk_by(|(a, ..), (b, ..)| a == b) {
            let (old, new) = of_key.split_at(of_key.partition_point(|(_, is_new, _)| !is_new));
            if old.len().max(new.len()) <= most {
                for ((.., old), (.., new)) in old.iter().zip(new) {
                    self.pair(*old, *new);
                }
            }
        }
    }

    /// Pairs one old row and one new row.
    pub(super) fn pair(&mut self, old: usize, new: usize) {
        (self.new_of_old[old], self.old_of_new[new]) = (Some(new), Some(old));
    }

    /// The old rows that are left.
    pub(super) fn left_of_old(&self) -> impl Iterator<Item = usize> {
        left(&self.new_of_old)
    }

    /// The new rows that are left.
    pub(super) fn left_of_new(&self) -> impl Iterator<Item = usize> {
        left(&self.old_of_new)
    }
}

fn left(partners: &[Option<usize>]) -> impl Iterator<Item = usize> {
    partners.iter().enumerate().filter(|(_, partner)| partner.is_none()).map(|(row, _)| row)
}
