//! A keyed hasher that stays fast without optimisation: cargo builds build
//! scripts at opt-level 0.

use core::hash::{BuildHasher, Hasher};
use std::collections::hash_map::RandomState;
use std::collections::{HashMap, HashSet};

use crate::tables::lookup_key::{end, first_of_more, mix};

/// A `HashMap` with this hasher. Its order is random: never iterate over it, or
/// the output is not reproducible.
pub(in crate::compile) type Map<K, V> = HashMap<K, V, FoldState>;

/// A `HashSet` with this hasher: see [`Map`].
pub(in crate::compile) type Set<K> = HashSet<K, FoldState>;

/// The random seed, against inputs crafted to collide (HashDoS).
#[derive(Clone, Debug)]
pub(in crate::compile) struct FoldState {
    start: u64,
    factor: u64,
}

impl Default for FoldState {
    fn default() -> Self {
        // Randomness of the standard library: `core` offers no other source.
        let random = RandomState::new();
        Self { start: random.hash_one("start"), factor: random.hash_one("factor") }
    }
}

impl BuildHasher for FoldState {
    type Hasher = FoldHasher;

    #[inline]
    fn build_hasher(&self) -> FoldHasher {
        FoldHasher { state: self.start, factor: self.factor }
    }
}

/// The hasher: one folded multiply for sixteen bytes or a number. `SipHash`,
/// the default of the standard library, takes five times as long without
/// optimisation.
pub(in crate::compile) struct FoldHasher {
    state: u64,
    factor: u64,
}

impl Hasher for FoldHasher {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((sixteen, after)) = first_of_more(rest) {
            self.state = mix(self.state ^ sixteen.0, self.factor ^ sixteen.1);
            rest = after;
        }
        // The length goes in as well: the padding is zeros, and a text may end
        // in zeros.
        let (end, length) = (end(rest), (rest.len() as u64) << 56);
        self.state = mix(self.state ^ end.0, self.factor ^ end.1 ^ length);
    }

    #[inline]
    fn write_u64(&mut self, number: u64) {
        self.state = mix(self.state ^ number, self.factor);
    }

    // Overrides: the default methods hash slices of bytes.

    #[inline]
    fn write_u8(&mut self, number: u8) {
        self.write_u64(number.into());
    }

    #[inline]
    fn write_u16(&mut self, number: u16) {
        self.write_u64(number.into());
    }

    #[inline]
    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    #[inline]
    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.state
    }
}

#[cfg(test)]
mod tests {
    use core::hash::BuildHasher;
    use std::collections::HashSet;

    use super::FoldState;

    #[test]
    fn every_byte_counts() {
        let mut texts = HashSet::new();
        for length in 0..70 {
            let text = vec![0_u8; length];
            for at in 0..length {
                for byte in [1, b'A', b'a', 0xff] {
                    let mut other = text.clone();
                    other[at] = byte;
                    texts.insert(other);
                }
            }
            texts.insert(text);
        }
        let (seeds, others) = (FoldState::default(), FoldState::default());
        let hashes = |seeds: &FoldState| -> HashSet<u64> {
            texts.iter().map(|text| seeds.hash_one(&text[..])).collect()
        };
        let (some, more) = (hashes(&seeds), hashes(&others));
        assert_eq!((some.len(), more.len()), (texts.len(), texts.len()));
        assert!(some.is_disjoint(&more));
        assert_eq!(some, hashes(&seeds));
    }

    #[test]
    fn every_number_counts() {
        let seeds = FoldState::default();
        let numbers = |count: u16| (0..count).flat_map(move |a| (0..count).map(move |b| (a, b)));
        let hashes: HashSet<u64> = numbers(100).map(|pair| seeds.hash_one(pair)).collect();
        assert_eq!(hashes.len(), 10_000);
        // Small maps use the low bits only.
        let low_bits: HashSet<u64> = hashes.iter().map(|hash| hash % 16_384).collect();
        assert!(low_bits.len() > 7_000, "{}", low_bits.len());
    }
}
