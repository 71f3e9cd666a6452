//! Construction of a minimal perfect hash (PtrHash of `phf_generator`), with
//! collisions set aside.

use alloc::vec::Vec;
use core::cell;
use core::hash::Hasher;

use phf_generator::ptrhash::{HashState, generate_hash_with_hash_fn};

use crate::compile::bytes::{low16, put16, put64};
use crate::compile::error::RegistryError;
use crate::compile::model::MOST_ALIKE;
use crate::compile::read::Cell;
use crate::tables::lookup_key::{LookupKey, fingerprint, fold_byte};

/// Maximum number of seeds to try. The first one nearly always works.
const MOST_SEEDS: usize = 100;

/// A seed to find the texts that collide.
const ANY_SEED: u64 = 0x0123_4567_89ab_cdef;

/// A perfect hash of texts, which are named by their index.
pub(super) struct Slots {
    slot_seed: u64,
    hash_seed: u64,
    pilots: Vec<u8>,
    remap: Vec<u32>,
    /// The first text in each slot, and the fingerprint of its hash.
    pub(super) occupants: Vec<(usize, u8)>,
    /// Collisions, as (text, next text in the same slot), sorted. Texts collide
    /// under every seed exactly if they are equal after folding.
    pub(super) collisions: Vec<(usize, usize)>,
}

impl Slots {
    /// The perfect hash of distinct names or handles.
    pub(super) fn new(cells: &[Cell<'_>]) -> Result<Self, RegistryError> {
        let texts: Vec<&str> = cells.iter().map(|cell| cell.text).collect();
        let hash = |place: &usize, seed: &u64| LookupKey::new(texts[*place].as_bytes()).hash(*seed);
        // Texts that are equal after folding have equal hashes.
        let mut by_hash: Vec<(u64, usize)> =
            (0..texts.len()).map(|place| (hash(&place, &ANY_SEED), place)).collect();
        by_hash.sort_unstable();
        let mut next = vec![None; texts.len()];
        for alike in by_hash.chunk_by(|(hash, _), (next, _)| hash == next) {
            let pairs = alike.iter().zip(&alike[1..]).map(|((_, a), (_, b))| (*a, *b));
            for (count, (a, b)) in (2..).zip(pairs) {
                let folded = |place: usize| texts[place].bytes().map(fold_byte);
                if !folded(a).eq(folded(b)) {
                    // Keys with a full hash collision under every seed would
                    // keep PtrHash searching for all of them.
                    let expected = format!("another hash than that of {:?}", texts[a]);
                    return Err(cells[b].error(expected));
                }
                if count > MOST_ALIKE {
                    return Err(cells[b].error(format!(
                        "at most {MOST_ALIKE} names or handles that only the bit of ASCII case \
                         tells apart, as it does this one and {:?}",
                        texts[a]
                    )));
                }
                next[a] = Some(b);
            }
        }
        let pair = |(a, b): (usize, Option<usize>)| Some((a, b?));
        let collisions: Vec<_> = next.into_iter().enumerate().filter_map(pair).collect();
        let mut is_first = vec![true; texts.len()];
        collisions.iter().for_each(|(_, second)| is_first[*second] = false);
        let keys: Vec<usize> = (0..texts.len()).filter(|place| is_first[*place]).collect();
        let salt = salt(&texts);
        let state = generate(&keys, |key, seed| hash(key, &(seed ^ salt)))?;
        let HashState { seed, pilots, remap, map } = state;
        let hash_seed = seed ^ salt;
        let with_fingerprint = |key: usize| (key, fingerprint(hash(&key, &hash_seed)));
        let occupants = map.iter().map(|index| with_fingerprint(keys[*index])).collect();
        Ok(Self { slot_seed: seed, hash_seed, pilots, remap, occupants, collisions })
    }

    /// Writes the tables that lead from a hash to its slot.
    pub(super) fn put(self, seed: &mut Vec<u8>, pilots: &mut Vec<u8>, remap: &mut Vec<u8>) {
        put64(seed, self.slot_seed);
        put64(seed, self.hash_seed);
        pilots.extend(self.pilots);
        self.remap.iter().for_each(|slot| put16(remap, low16(*slot as usize)));
    }
}

/// A salt: a hash of all texts.
///
/// PtrHash tries the same seeds each time. Whoever knows the seed could craft
/// names that keep the search busy for minutes; the salt changes the seed with
/// every name that is crafted.
fn salt(texts: &[&str]) -> u64 {
    // SipHash 2-4 is specified, so the salt is the same on every machine,
    // unlike the hash of `Map`.
    #[allow(deprecated, reason = "nothing else in `core` is SipHash 2-4")]
    let mut hasher = core::hash::SipHasher::new();
    for text in texts {
        hasher.write(text.as_bytes());
        // Terminator: no UTF-8 text holds this byte.
        hasher.write(&[0xff]);
    }
    hasher.finish()
}

/// Runs PtrHash; an error if none of [`MOST_SEEDS`] seeds works.
fn generate(
    keys: &[usize],
    hash: impl Fn(&usize, &u64) -> u64,
) -> Result<HashState, RegistryError> {
    let hashed = cell::Cell::new(0);
    let has_ended = |hashed: usize| hashed > keys.len() * MOST_SEEDS;
    let state = generate_hash_with_hash_fn(keys, |key, seed| {
        hashed.set(hashed.get() + 1);
        if has_ended(hashed.get()) {
            // PtrHash cannot be aborted; random hashes let it finish, and the
            // result is thrown away.
            salt(&[&format!("{key} {seed}")])
        } else {
            hash(key, seed)
        }
    });
    if has_ended(hashed.get()) {
        let what = format!("names and handles with a perfect hash for one of {MOST_SEEDS} seeds");
        return Err(RegistryError::too_large(&what));
    }
    Ok(state)
}

#[cfg(test)]
mod tests {
    use core::cell::Cell;
    use std::collections::HashSet;

    use super::{Slots, generate, salt};
    use crate::compile::read::Cell as TableCell;
    use crate::tables::lookup_key::LookupKey;

    #[test]
    fn keys_without_a_perfect_hash_are_an_error() {
        let keys: Vec<usize> = (0..1000).collect();
        // Two of the keys always collide.
        let hash =
            |key: &usize, seed: &u64| LookupKey::new(["a", "b"][key % 2].as_bytes()).hash(*seed);
        let error = generate(&keys, hash).err().unwrap();
        assert_eq!(
            error.to_string(),
            "registry: expected names and handles with a perfect hash for one of 100 seeds"
        );
    }

    #[test]
    fn the_seed_depends_on_every_text() {
        let slots = Slots::new(&["a", "b"].map(TableCell::of_test)).unwrap();
        assert_eq!(slots.slot_seed ^ slots.hash_seed, salt(&["a", "b"]));
        let salts = [&["a", "b"][..], &["b", "a"], &["ab"], &["a", "b", ""], &["a", "B"], &[]];
        assert_eq!(HashSet::from(salts.map(salt)).len(), salts.len());
    }

    #[test]
    fn few_seeds_do() {
        let (mut most, mut all) = (0, 0);
        for count in (1..600).chain([5_000, 65_534]) {
            let texts: Vec<String> = (0..count).map(|number| format!("{number:x}")).collect();
            let keys: Vec<usize> = (0..count).collect();
            let hashed = Cell::new(0);
            let hash = |key: &usize, seed: &u64| {
                hashed.set(hashed.get() + 1);
                LookupKey::new(texts[*key].as_bytes()).hash(*seed)
            };
            assert_eq!(generate(&keys, hash).ok().unwrap().map.len(), count);
            most = most.max(hashed.get() / count);
            all += hashed.get() / count;
        }
        assert!(most < 9 && all < 700, "{most} seeds, {all} for 602 sizes");
    }
}
