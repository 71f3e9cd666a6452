//! A rank structure: a set of indices as a bit vector with a 16-bit rank for
//! every 64 bits (1.25 bits an index).

/// A set of indices with constant-time rank. Each block of ten bytes has the
/// number of members before it, in 16 bits, and 64 bits of members.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RankedSet<'a>(pub(super) &'a [u8]);

impl<'a> RankedSet<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The rank of `index`, the number of members below it, if it is a member.
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
