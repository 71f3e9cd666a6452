//! The slots of a perfect hash.

use std::collections::HashMap;

use super::{low16, put16, put64};
use crate::compile::error::CompileError;
use crate::compile::text::too_large;
use crate::hash::{Key, fold_byte, mark};

/// A perfect hash of texts, by their place in a list.
pub(super) struct Slots {
    seed: u64,
    pilots: Vec<u8>,
    remap: Vec<u32>,
    /// The first text in each slot, and the mark of its hash.
    pub(super) firsts: Vec<(usize, u8)>,
    /// A text that shares a slot, and the next that does, in order. Texts do
    /// whose hash is the same whatever the seed: they are alike when folded.
    pub(super) twins: Vec<(usize, usize)>,
}

impl Slots {
    /// The slots of texts that are not the same.
    pub(super) fn new(texts: &[&str]) -> Result<Self, CompileError> {
        let mut last: HashMap<Vec<u8>, usize> = HashMap::new();
        let (mut keys, mut twins) = (Vec::new(), Vec::new());
        for (place, text) in texts.iter().enumerate() {
            match last.insert(text.bytes().map(fold_byte).collect(), place) {
                None => keys.push(place),
                Some(before) => twins.push((before, place)),
            }
        }
        twins.sort_unstable();
        let hash = |place: &usize, seed: &u64| Key::new(texts[*place].as_bytes()).hash(*seed);
        // Keys that collide whatever the seed would keep PtrHash trying for ever.
        for seed in [0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210] {
            let mut hashes: HashMap<u64, usize> = HashMap::new();
            for key in &keys {
                if let Some(other) = hashes.insert(hash(key, &seed), *key) {
                    let (a, b) = (texts[other], texts[*key]);
                    return Err(too_large(&format!(
                        "texts of different hashes, found {a:?} and {b:?}"
                    )));
                }
            }
        }
        let state = phf_generator::ptrhash::generate_hash_with_hash_fn(&keys, hash);
        let marked = |key: usize| (key, mark(hash(&key, &state.seed)));
        let firsts = state.map.iter().map(|index| marked(keys[*index])).collect();
        Ok(Self { seed: state.seed, pilots: state.pilots, remap: state.remap, firsts, twins })
    }

    /// Writes what leads a hash to its slot.
    pub(super) fn put(self, seed: &mut Vec<u8>, pilots: &mut Vec<u8>, remap: &mut Vec<u8>) {
        put64(seed, self.seed);
        pilots.extend(self.pilots);
        self.remap.iter().for_each(|slot| put16(remap, low16(*slot as usize)));
    }
}
