//! Encoding of a [`RankedSet`](crate::tables::RankedSet): blocks of a rank and
//! a bit vector.

use alloc::vec::Vec;

use crate::compile::bytes::{low16, put16, put64};

/// Writes the set of these sorted indices.
pub(super) fn put_ranked_set(table: &mut Vec<u8>, members: &[u16]) {
    let blocks = members.last().map_or(0, |last| usize::from(*last) / 64 + 1);
    let mut rest = members;
    for block in 0..blocks {
        let before = low16(members.len() - rest.len());
        let here = rest.iter().take_while(|index| usize::from(**index) / 64 == block).count();
        let (these, after) = rest.split_at(here);
        let bits = these.iter().fold(0, |bits, index| bits | 1_u64 << (index % 64));
        put16(table, before);
        put64(table, bits);
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::put_ranked_set;
    use crate::tables::RankedSet;

    #[test]
    fn a_place_in_the_set_is_the_number_of_those_before() {
        for step in [1, 2, 7, 63, 64, 65, 200, 65_535] {
            for first in [0, 1, 63, 64, 1_000] {
                let members: Vec<u16> = (first..=u16::MAX).step_by(step).collect();
                let mut table = Vec::new();
                put_ranked_set(&mut table, &members);
                let ranks = RankedSet::new(&table);
                for index in 0..=u16::MAX {
                    assert_eq!(ranks.find(index), members.binary_search(&index).ok(), "{index}");
                }
            }
        }
        assert_eq!(RankedSet::new(&[]).find(0), None);
    }
}
