//! An interner: every new key gets the next number, 0, 1, 2, ...

use alloc::vec::Vec;
use core::hash::{BuildHasher, Hash};

use crate::compile::pool::hasher::FoldState;

/// The interned keys, in a hash table with separate chaining.
///
/// A `HashMap` from keys to numbers would do. Its SIMD probing of sixteen slots
/// at once is fast when optimised, but takes three times as long as chaining in
/// a build script, which is not.
#[derive(Debug)]
pub(in crate::compile) struct Interner<K> {
    keys: Vec<K>,
    /// The head of each bucket's chain: the last key with these low bits of its
    /// hash.
    last: Vec<Link>,
    /// The chains: for each key, the one before it in the same bucket.
    before: Vec<Link>,
    seeds: FoldState,
}

/// One more than the number of a key; 0 ends a chain, so that zeroed memory is
/// an empty table.
type Link = usize;

impl<K: Eq + Hash> Interner<K> {
    /// An empty interner with room for `keys` keys.
    pub(in crate::compile) fn with_capacity(keys: usize) -> Self {
        let last = vec![0; keys.next_power_of_two()];
        Self { keys: Vec::new(), last, before: Vec::new(), seeds: FoldState::default() }
    }

    /// The number of a key, if it is interned.
    pub(in crate::compile) fn get(&self, key: &K) -> Option<usize> {
        self.find(self.low_bits(key), key)
    }

    /// Interns a key: its number, which is the next one for a new key.
    pub(in crate::compile) fn intern(&mut self, key: K) -> usize {
        let low_bits = self.low_bits(&key);
        if let Some(number) = self.find(low_bits, &key) {
            return number;
        }
        let number = self.keys.len();
        self.keys.push(key);
        if number < self.last.len() {
            self.link(low_bits);
        } else {
            self.last = vec![0; 2 * self.last.len()];
            self.before.clear();
            for number in 0..=number {
                self.link(self.low_bits(&self.keys[number]));
            }
        }
        number
    }

    /// The keys, indexed by their numbers.
    pub(in crate::compile) fn keys(&self) -> &[K] {
        &self.keys
    }

    fn find(&self, low_bits: usize, key: &K) -> Option<usize> {
        let mut link = self.last[low_bits];
        while let Some(number) = link.checked_sub(1) {
            if self.keys[number] == *key {
                return Some(number);
            }
            link = self.before[number];
        }
        None
    }

    /// Appends the first unlinked key to its chain.
    fn link(&mut self, low_bits: usize) {
        self.before.push(self.last[low_bits]);
        self.last[low_bits] = self.before.len();
    }

    /// The bucket of a key: the low bits of its hash.
    #[allow(clippy::cast_possible_truncation, reason = "masked to fewer bits")]
    fn low_bits(&self, key: &K) -> usize {
        self.seeds.hash_one(key) as usize & (self.last.len() - 1)
    }
}

impl<K: Eq + Hash> Default for Interner<K> {
    fn default() -> Self {
        Self::with_capacity(64)
    }
}

#[cfg(test)]
mod tests {
    use super::Interner;

    #[test]
    fn each_key_keeps_its_number() {
        let mut numbers = Interner::with_capacity(0);
        assert_eq!(numbers.get(&"0".to_owned()), None);
        for round in 0..2 {
            for number in 0..1_000 {
                assert_eq!(numbers.intern(number.to_string()), number, "round {round}");
            }
        }
        assert_eq!(numbers.keys().len(), 1_000);
        for (number, key) in numbers.keys().iter().enumerate() {
            assert_eq!((numbers.get(key), key), (Some(number), &number.to_string()));
        }
        assert_eq!(numbers.get(&"1000".to_owned()), None);
    }
}
