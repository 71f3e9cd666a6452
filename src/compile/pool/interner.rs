//! Numbers for keys.

use alloc::vec::Vec;
use core::hash::{BuildHasher, Hash};

use crate::compile::pool::hasher::FoldState;

/// Different keys, each with the number of those that came before it.
///
/// A `HashMap` from keys to numbers would do. It looks at sixteen places at
/// once, which is fast where it is optimised, but takes three times as long as
/// this where nothing is, as in a build script.
#[derive(Debug)]
pub(in crate::compile) struct Interner<K> {
    keys: Vec<K>,
    /// By the low bits of a hash, the last key that has them. It leads to the others.
    last: Vec<Link>,
    /// For each key, the one before it whose hash has the same low bits.
    before: Vec<Link>,
    seeds: FoldState,
}

/// The number of a key, from 1; 0 for none, as memory comes full of it.
type Link = usize;

impl<K: Eq + Hash> Interner<K> {
    /// No keys, and room for so many.
    pub(in crate::compile) fn with_capacity(keys: usize) -> Self {
        let last = vec![0; keys.next_power_of_two()];
        Self { keys: Vec::new(), last, before: Vec::new(), seeds: FoldState::default() }
    }

    /// The number of a key, if it has one.
    pub(in crate::compile) fn get(&self, key: &K) -> Option<usize> {
        self.find(self.low_bits(key), key)
    }

    /// The number of a key: the next one, if it had none.
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

    /// The keys, by their numbers.
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

    /// Links the first key that is not linked.
    fn link(&mut self, low_bits: usize) {
        self.before.push(self.last[low_bits]);
        self.last[low_bits] = self.before.len();
    }

    /// As many low bits of the hash of a key as tell places in `last`.
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
