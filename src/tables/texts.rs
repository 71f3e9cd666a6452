//! The text cells of the tiers `details` and `contacts`: 18 bits of offset and
//! 6 of length, or a place in the overflow.

use super::{LENGTH_BITS, OVERFLOW, OverflowTexts};

/// The pool of a tier and its long texts: what text cells are read from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Texts<'a> {
    pub(crate) pool: &'a str,
    pub(crate) overflow: OverflowTexts<'a>,
}

impl<'a> Texts<'a> {
    /// The text of a cell.
    #[inline(always)]
    pub(crate) fn text(self, cell: u32) -> &'a str {
        let (offset, length) = self.overflow.span(cell);
        self.pool.get(offset..offset + length).unwrap_or("")
    }
}

impl OverflowTexts<'_> {
    /// The offset and the length of a cell's text, be it one of them or not.
    #[inline]
    pub(super) const fn span(self, cell: u32) -> (usize, usize) {
        let high = cell >> LENGTH_BITS;
        match cell & OVERFLOW {
            OVERFLOW => self.get(high),
            length => (high as usize, length as usize),
        }
    }
}
