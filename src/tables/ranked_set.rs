//! Some of many indices, in less than a bit and a half for each of the many.

/// A set of indices: for each 64 indices, how many before them are in the set,
/// in 16 bits, and a bit for each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RankedSet<'a>(&'a [u8]);

impl<'a> RankedSet<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// How many indices before `index` are in the set, if it is.
    pub(crate) const fn find(self, index: u16) -> Option<usize> {
        let Some((_, rest)) = self.0.split_at_checked(index as usize / 64 * 10) else {
            return None;
        };
        let Some(([low, high, bits @ ..], _)) = rest.split_first_chunk::<10>() else {
            return None;
        };
        let (bits, bit) = (u64::from_le_bytes(*bits), 1 << (index % 64));
        if bits & bit == 0 {
            return None;
        }
        Some(u16::from_le_bytes([*low, *high]) as usize + (bits & (bit - 1)).count_ones() as usize)
    }
}
