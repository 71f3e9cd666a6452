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
    /// The hash of each key, which tells most of them apart and puts it into a
    /// larger table.
    hashes: Vec<usize>,
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
        let (keys, hashes, before) = (Vec::new(), Vec::new(), Vec::new());
        Self { keys, hashes, last, before, seeds: FoldState::default() }
    }

    /// The number of a key, if it is interned.
    pub(in crate::compile) fn get(&self, key: &K) -> Option<usize> {
        self.find(self.hash(key), key)
    }

    /// Interns a key: its number, which is the next one for a new key.
    pub(in crate::compile) fn intern(&mut self, key: K) -> usize {
        let hash = self.hash(&key);
        if let Some(number) = self.find(hash, &key) {
            return number;
        }
        let number = self.keys.len();
        self.keys.push(key);
        self.hashes.push(hash);
        if number >= self.last.len() {
            self.last = vec![0; 2 * self.last.len()];
            self.before.clear();
        }
        (self.before.len()..=number).for_each(|number| self.link(number));
        number
    }

    /// The keys, indexed by their numbers.
    pub(in crate::compile) fn keys(&self) -> &[K] {
        &self.keys
    }

    fn find(&self, hash: usize, key: &K) -> Option<usize> {
        let mut link = self.last[self.bucket(hash)];
        while let Some(number) = link.checked_sub(1) {
            if self.hashes[number] == hash && self.keys[number] == *key {
                return Some(number);
            }
            link = self.before[number];
        }
        None
    }

    /// Puts the first unlinked key at the head of its chain.
    fn link(&mut self, number: usize) {
        let bucket = self.bucket(self.hashes[number]);
        self.before.push(self.last[bucket]);
        self.last[bucket] = number + 1;
    }

    /// The bucket of a hash: its low bits.
    fn bucket(&self, hash: usize) -> usize {
        hash & (self.last.len() - 1)
    }

    #[allow(clippy::cast_possible_truncation, reason = "half of a hash is one")]
    fn hash(&self, key: &K) -> usize {
        self.seeds.hash_one(key) as usize
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
