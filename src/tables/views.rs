//! Views of a table's bytes as little-endian numbers.
//!
//! A table is bytes so that it holds no pointer, is the same on every
//! machine, and needs no work before its first use. Reading outside a table
//! gives a fixed value instead of a panic.

use super::NONE;

/// A table of single bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct U8s<'a>(pub(super) &'a [u8]);

impl<'a> U8s<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The byte at `index`; 0 outside.
    #[inline]
    pub(crate) const fn get(self, index: usize) -> u8 {
        if index < self.0.len() { self.0[index] } else { 0 }
    }

    #[inline]
    pub(crate) const fn len(self) -> usize {
        self.0.len()
    }
}

/// A table of 16-bit numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct U16s<'a>(pub(super) &'a [u8]);

impl<'a> U16s<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The number at `index`; [`NONE`] outside.
    #[inline]
    pub(crate) const fn get(self, index: usize) -> u16 {
        let at = index.wrapping_mul(2);
        // One comparison covers both bytes, so that the compiler drops its own
        // bounds checks.
        if self.0.len() > 1 && at < self.0.len() - 1 {
            u16::from_le_bytes([self.0[at], self.0[at + 1]])
        } else {
            NONE
        }
    }

    #[inline]
    pub(crate) const fn len(self) -> usize {
        self.0.len() / 2
    }

    /// The numbers from `start` up to `end`, as far as they are inside.
    #[inline]
    pub(crate) const fn slice(self, start: usize, end: usize) -> Self {
        let end = if end < self.len() { end } else { self.len() };
        let start = if start < end { start } else { end };
        Self(self.0.split_at(end * 2).0.split_at(start * 2).1)
    }

    /// The number of values below `value` in a sorted table: a binary search.
    pub(crate) const fn count_below(self, value: u16) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle) < value { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// In a sorted table without repeats, the place of `value`.
    pub(crate) const fn find(self, value: u16) -> Option<usize> {
        let place = self.count_below(value);
        if place < self.len() && self.get(place) == value { Some(place) } else { None }
    }
}

/// A table of 24-bit numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct U24s<'a>(pub(super) &'a [u8]);

impl<'a> U24s<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The number at `index`; all bits set outside.
    #[inline]
    pub(crate) const fn get(self, index: usize) -> u32 {
        let at = index.wrapping_mul(3);
        if self.0.len() > 2 && at < self.0.len() - 2 {
            u32::from_le_bytes([self.0[at], self.0[at + 1], self.0[at + 2], 0])
        } else {
            0xff_ffff
        }
    }
}

/// A table of names: a 24-bit text cell and a 16-bit entry each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameCells<'a>(pub(super) &'a [u8]);

impl<'a> NameCells<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The cell and the entry at `index`; an overflow cell and [`NONE`]
    /// outside.
    #[inline]
    pub(crate) const fn get(self, index: usize) -> (u32, u16) {
        let at = index.wrapping_mul(5);
        if self.0.len() > 4 && at < self.0.len() - 4 {
            let cell = u32::from_le_bytes([self.0[at], self.0[at + 1], self.0[at + 2], 0]);
            (cell, u16::from_le_bytes([self.0[at + 3], self.0[at + 4]]))
        } else {
            (0xff_ff00, NONE)
        }
    }

    /// The tag, the offset in a cell that does not overflow, and the entry at
    /// `index`; the tag of an overflow outside.
    #[inline]
    pub(crate) const fn parts(self, index: usize) -> (u8, u16, u16) {
        let at = index.wrapping_mul(5);
        if self.0.len() > 4 && at < self.0.len() - 4 {
            let offset = u16::from_le_bytes([self.0[at + 1], self.0[at + 2]]);
            (self.0[at], offset, u16::from_le_bytes([self.0[at + 3], self.0[at + 4]]))
        } else {
            (0, 0, NONE)
        }
    }

    #[inline]
    pub(crate) const fn len(self) -> usize {
        self.0.len() / 5
    }
}

/// A table of 32-bit numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct U32s<'a>(pub(super) &'a [u8]);

impl<'a> U32s<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The number at `index`; 0 outside.
    #[inline]
    pub(crate) const fn get(self, index: usize) -> u32 {
        let at = index.wrapping_mul(4);
        if self.0.len() > 3 && at < self.0.len() - 3 {
            u32::from_le_bytes([self.0[at], self.0[at + 1], self.0[at + 2], self.0[at + 3]])
        } else {
            0
        }
    }

    #[inline]
    pub(crate) const fn len(self) -> usize {
        self.0.len() / 4
    }

    /// The number of values below `value` in a sorted table: a binary search.
    #[inline]
    pub(crate) const fn count_below(self, value: u32) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle) < value { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// In a sorted table without repeats, the place of `value`.
    pub(crate) const fn find(self, value: u32) -> Option<usize> {
        let low = self.count_below(value);
        if low < self.len() && self.get(low) == value { Some(low) } else { None }
    }
}

/// The seeds of a perfect hash. Decoded where the view is made, so that those
/// of bundled tables are immediates in the code of a look-up.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "only `build` writes the bytes to a file")]
pub(crate) struct Seeds<'a>(pub(super) &'a [u8], u64, u64);

impl<'a> Seeds<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes, u64_at(bytes, 0), u64_at(bytes, 1))
    }

    /// The seed that PtrHash found.
    #[inline(always)]
    pub(crate) const fn slots(self) -> u64 {
        self.1
    }

    /// The seed of the hash function.
    #[inline(always)]
    pub(crate) const fn hash(self) -> u64 {
        self.2
    }
}

#[inline]
const fn u64_at(bytes: &[u8], index: usize) -> u64 {
    let halves = U32s(bytes);
    (halves.get(index * 2 + 1) as u64) << 32 | halves.get(index * 2) as u64
}

/// Up to four numbers of 32 bits, decoded where the view is made.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "only `build` writes the bytes to a file")]
pub(crate) struct Counts<'a>(pub(super) &'a [u8], [u32; 4]);

impl<'a> Counts<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        let counts = U32s(bytes);
        Self(bytes, [counts.get(0), counts.get(1), counts.get(2), counts.get(3)])
    }

    /// The number at `INDEX`; 0 if there are fewer.
    #[inline(always)]
    pub(crate) const fn get<const INDEX: usize>(self) -> u32 {
        self.1[INDEX]
    }
}
