//! Handles as keys: as they are spelled, before any case.

use crate::tables::lookup_key::{LookupKey, PoolSlice};
use crate::tables::{LENGTH_BITS, OVERFLOW};

impl LookupKey<'_> {
    /// Whether the key is spelled as the text of a cell, both of them no
    /// longer than sixteen bytes: the short way for nearly all.
    #[inline]
    pub(crate) const fn is_short(self, pool: &[u8], cell: u32) -> bool {
        if self.text.len() != (cell & OVERFLOW) as usize {
            return false;
        }
        match self.short_difference(pool, (cell >> LENGTH_BITS) as usize) {
            Some((first, last)) => first | last == 0,
            None => false,
        }
    }

    /// Whether the key is longer than that, and spelled as a text.
    #[inline]
    pub(crate) const fn is_long(self, text: PoolSlice<'_>) -> bool {
        self.text.len() > 16 && self.is(text)
    }
}
