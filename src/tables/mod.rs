//! The tables that answer, and how to read them.

#[cfg(feature = "runtime")]
mod buffers;
mod bundled;
#[cfg(feature = "contacts")]
mod contacts;
#[cfg(feature = "details")]
mod details;
mod entries;
mod held;
mod layout;
mod lists;
pub(crate) mod lookup_key;
mod names;
#[cfg(feature = "runtime")]
pub(crate) mod owned;
mod perfect_hash;
#[cfg(any(feature = "details", feature = "contacts"))]
mod ranked_set;
mod views;

#[cfg(feature = "runtime")]
pub(crate) use buffers::*;
pub(crate) use held::Tables;
#[allow(unused_imports, reason = "a build uses what its tiers need")]
pub(crate) use layout::{
    ANY_TRANSPORT, FAR, HAS_PORT, INTERLEAVED, IS_RANGE, LENGTH_BITS, NAME_OFFSETS, NONE, OFFSETS,
    OVERFLOW, PADDING, PAGE_BITS, PLACE_BITS, PORT_GROUP, RESERVED, TAG_BITS, TAG_LENGTH,
    TRANSPORTS, UNASSIGNED, contact_tables, detail_tables, name_tables, name_tag,
};
pub(crate) use lists::IndexList;
pub(crate) use perfect_hash::slot;
#[cfg(any(feature = "details", feature = "contacts"))]
pub(crate) use ranked_set::RankedSet;
pub(crate) use views::{NameCells, U8s, U16s, U24s, U32s, U64s};

use crate::tables::lookup_key::PoolSlice;

/// Declares the view of a tier's tables.
///
/// What takes a view by value is always inlined, and only what it reads of it
/// comes into being: to build all of a view for a call, even one that is never
/// reached, takes longer than a look-up.
macro_rules! view {
    (
        $(#[$doc:meta])* $view:ident, $buf:ident, $tier:literal,
        $($(#[$table_doc:meta])* $table:ident: $type:ident,)*
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $view<'a> {
            /// The text of the tier.
            pub(crate) text: &'a str,
            /// The same as bytes, whose number is a constant where they are bundled.
            #[allow(dead_code, reason = "a tier without keys compares none")]
            pub(crate) bytes: &'a [u8],
            $($(#[$table_doc])* pub(crate) $table: $type<'a>,)*
        }

        impl<'a> $view<'a> {
            #[inline(always)]
            const fn overflow(self) -> OverflowTexts<'a> {
                OverflowTexts { offsets: self.overflow_texts, lengths: self.overflow_lengths }
            }

            #[allow(dead_code, reason = "a tier without keys compares none")]
            #[inline(always)]
            const fn key_texts(self) -> KeyTexts<'a> {
                KeyTexts { pool: self.bytes, overflow: self.overflow() }
            }
        }
    };
}

name_tables!(view);
#[cfg(feature = "details")]
detail_tables!(view);
#[cfg(feature = "contacts")]
contact_tables!(view);

/// The pool of a tier and its long texts: what text cells are read from.
#[cfg(any(feature = "details", feature = "contacts"))]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Texts<'a> {
    pub(crate) pool: &'a str,
    pub(crate) overflow: OverflowTexts<'a>,
}

#[cfg(any(feature = "details", feature = "contacts"))]
impl<'a> Texts<'a> {
    /// The text of a cell.
    #[inline(always)]
    pub(crate) fn text(self, cell: u32) -> &'a str {
        let (offset, length) = self.overflow.span(cell);
        self.pool.get(offset..offset + length).unwrap_or("")
    }
}

/// The texts of a tier that a cell cannot hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OverflowTexts<'a> {
    pub(crate) offsets: U24s<'a>,
    pub(crate) lengths: U16s<'a>,
}

impl OverflowTexts<'_> {
    /// The offset and the length of a cell's text, be it one of them or not.
    #[cfg(any(feature = "details", feature = "contacts"))]
    #[inline]
    const fn span(self, cell: u32) -> (usize, usize) {
        let high = cell >> LENGTH_BITS;
        match cell & OVERFLOW {
            OVERFLOW => self.get(high),
            length => (high as usize, length as usize),
        }
    }

    /// The same, of the cell of a name.
    #[inline]
    pub(crate) const fn name_span(self, cell: u32) -> (usize, usize) {
        let high = cell >> TAG_BITS;
        match cell & TAG_LENGTH {
            0 => self.get(high),
            length => (high as usize, length as usize),
        }
    }

    /// The offset and the length of one of them.
    #[inline]
    const fn get(self, place: u32) -> (usize, usize) {
        (self.offsets.get(place as usize) as usize, self.lengths.get(place as usize) as usize)
    }
}

/// What the keys of a tier are compared with: its pool as bytes, and its long
/// texts.
#[derive(Clone, Copy)]
struct KeyTexts<'a> {
    pool: &'a [u8],
    overflow: OverflowTexts<'a>,
}

impl<'a> KeyTexts<'a> {
    #[inline]
    const fn place(self, (offset, length): (usize, usize)) -> PoolSlice<'a> {
        PoolSlice { pool: self.pool, offset, length }
    }
}
