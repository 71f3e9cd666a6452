//! The tables that answer, and how to read them.

// Before the tiers, which use their macros.
#[macro_use]
mod bundled;
#[macro_use]
mod held;

#[cfg(feature = "runtime")]
mod buffers;
#[cfg(feature = "contacts")]
mod contacts;
#[cfg(feature = "details")]
mod details;
mod entries;
mod layout;
mod lists;
pub(crate) mod lookup_key;
mod names;
#[cfg(feature = "runtime")]
pub(crate) mod owned;
mod perfect_hash;
#[cfg(any(feature = "details", feature = "contacts"))]
mod ranked_set;
#[cfg(any(feature = "details", feature = "contacts"))]
mod texts;
mod views;

#[cfg(feature = "runtime")]
pub(crate) use buffers::{ContactTablesBuf, DetailTablesBuf, NameTablesBuf};
pub(crate) use held::Tables;
#[allow(unused_imports, reason = "a build uses what its tiers need")]
pub(crate) use layout::{
    ANY_TRANSPORT, FAR, HAS_PORT, INTERLEAVED, IS_RANGE, LENGTH_BITS, NAME_OFFSETS, NONE, OFFSETS,
    OVERFLOW, PADDING, PAGE_BITS, PLACE_BITS, PORT_GROUP, RESERVED, TAG_BITS, TAG_LENGTH,
    TRANSPORTS, UNASSIGNED, contact_tables, detail_tables, name_tables, name_tag,
};
pub(crate) use lists::IndexList;
pub(crate) use perfect_hash::slot;
pub(crate) use views::{NameCells, U8s, U16s, U24s, U32s, U64s};
#[cfg(any(feature = "details", feature = "contacts"))]
pub(crate) use {ranked_set::RankedSet, texts::Texts};

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

/// The texts of a tier that a cell cannot hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OverflowTexts<'a> {
    pub(crate) offsets: U24s<'a>,
    pub(crate) lengths: U16s<'a>,
}

impl OverflowTexts<'_> {
    /// The offset and the length of the text of a name's cell, be it one of them or
    /// not.
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
