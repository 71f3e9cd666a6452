//! PtrHash, the evaluating half: from a hash to its slot in a minimal perfect
//! hash table.
//!
//! The compiler of the registry finds a minimal perfect hash with PtrHash
//! (`phf_generator`); a look-up hashes once, reads one pilot and compares one
//! text.

use super::{U8s, U16s};

/// Where PtrHash puts a hash: the slot in a table of `length` keys.
///
/// `phf_shared::ptrhash::get_index` as a `const fn`.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "PtrHash takes a hash apart into halves")]
pub(crate) const fn slot(
    seed: u64,
    hash: u64,
    pilots: U8s<'_>,
    remap: U16s<'_>,
    length: usize,
) -> usize {
    let bucket = reduce(hash as u32, pilots.len() as u32);
    let pilot = PILOT.wrapping_mul(seed ^ pilots.get(bucket) as u64);
    let slots = length + remap.len();
    let slot = reduce((hash >> 32) as u32 ^ (pilot >> 32) as u32 ^ pilot as u32, slots as u32);
    if slot < length { slot } else { remap.get(slot - length) as usize }
}

/// The multiplier of `phf_shared::ptrhash::hash_pilot`.
const PILOT: u64 = 0x517c_c1b7_2722_0a95;

/// Maps 32 bits evenly to 0..limit (Lemire's multiply-shift reduction).
#[inline]
const fn reduce(bits: u32, limit: u32) -> usize {
    ((bits as u64 * limit as u64) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use phf_generator::ptrhash::generate_hash_with_hash_fn;
    use phf_shared::ptrhash::get_index;

    use super::slot;
    use crate::tables::lookup_key::LookupKey;
    use crate::tables::{NameTables, Seeds, U8s, U16s};

    /// That `slot` is where PtrHash puts the keys and 100,000 other hashes.
    fn assert_same<'k>(
        seeds: Seeds<'_>,
        pilots: U8s<'_>,
        remap: U16s<'_>,
        length: usize,
        keys: impl Iterator<Item = &'k [u8]>,
    ) {
        let seed = seeds.slots();
        let all_pilots: Vec<u8> = (0..pilots.len()).map(|index| pilots.get(index)).collect();
        let all_remap: Vec<u32> =
            (0..remap.len()).map(|index| u32::from(remap.get(index))).collect();
        let assert_slot = |hash: u64| {
            let slot = slot(seed, hash, pilots, remap, length);
            let expected = get_index(seed, hash, &all_pilots, &all_remap, length);
            assert_eq!(slot, usize::try_from(expected).unwrap(), "{hash:#x}");
            slot
        };
        let mut taken = vec![false; length];
        for key in keys {
            let slot = assert_slot(LookupKey::new(key).hash(seeds.hash()));
            assert!(!taken[slot], "{key:?}");
            taken[slot] = true;
        }
        assert!(taken.iter().all(|taken| *taken));
        let mut random = crate::test_random::Random(0x9e37_79b9_7f4a_7c15);
        for _ in 0..100_000 {
            assert_slot(random.number());
        }
        for extreme in [0, 1, u64::from(u32::MAX), u64::MAX - 1, u64::MAX] {
            assert_slot(extreme);
        }
    }

    #[test]
    fn names_are_where_ptrhash_puts_them() {
        let names = NameTables::bundled();
        let length = names.name_slots.len();
        let entries = (0..length).map(|slot| names.name_slots.get(slot).1);
        let keys = entries.map(|entry| names.name(entry).as_bytes());
        assert_same(names.seed, names.name_pilots, names.name_remap, length, keys);
    }

    #[cfg(feature = "contacts")]
    #[test]
    fn handles_are_where_ptrhash_puts_them() {
        let people = crate::tables::ContactTables::bundled();
        let length = people.handle_contacts.len();
        // The first of the handles that differ only by case is in the slot.
        let handles: Vec<&str> = (0..length)
            .map(|slot| people.handle_contacts.with_fingerprint(slot).0)
            .map(|contact| people.text(people.handles.get(contact.into())))
            .collect();
        let keys = handles.iter().map(|handle| handle.as_bytes());
        assert_same(people.seed, people.handle_pilots, people.handle_remap, length, keys);
    }

    #[test]
    fn few_keys() {
        for count in 1..300_u16 {
            let keys: Vec<String> = (0..count).map(|number| number.to_string()).collect();
            let state = generate_hash_with_hash_fn(&keys, |key, seed| {
                LookupKey::new(key.as_bytes()).hash(*seed)
            });
            let remap: Vec<u8> =
                state.remap.iter().flat_map(|slot| slot.to_le_bytes()[..2].to_vec()).collect();
            let (pilots, remap) = (U8s::new(&state.pilots), U16s::new(&remap));
            for (place, key) in state.map.iter().enumerate() {
                let hash = LookupKey::new(keys[*key].as_bytes()).hash(state.seed);
                assert_eq!(slot(state.seed, hash, pilots, remap, keys.len()), place, "{count}");
            }
        }
    }

    #[test]
    fn no_keys() {
        assert_eq!(slot(1, u64::MAX, U8s::new(&[]), U16s::new(&[]), 0), usize::from(u16::MAX));
    }
}
