//! The tables: their byte layout, the views that read it, and the look-ups that
//! need nothing else (page table, perfect hash, sparse columns).

// Before the tiers, which use their macros.
#[macro_use]
mod bundled;
#[macro_use]
mod held;

#[cfg(feature = "runtime")]
mod buffers;
#[cfg(feature = "contacts")]
mod contacts;
mod crowds;
#[cfg(feature = "details")]
mod details;
mod entries;
#[cfg(feature = "include")]
mod file;
mod hidden;
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
#[cfg(feature = "build")]
mod to_file;
mod views;

#[cfg(feature = "runtime")]
pub(crate) use buffers::*;
#[cfg(feature = "customary")]
pub(crate) use bundled::CUSTOMARY;
#[cfg(feature = "include")]
pub use file::Included;
pub(crate) use held::Tables;
pub(crate) use hidden::Hidden;
#[allow(unused_imports, reason = "a build uses what its tiers need")]
pub(crate) use layout::{
    BLOCK_BITS, COVERAGE_BITS, FAR, HAS_PORT, INTERLEAVED, IS_RANGE, LENGTH_BITS, MOST_SCANNED,
    NAME_OFFSETS, NONE, OFFSETS, OVERFLOW, PADDING, PAGE_BITS, PORT_GROUP, RESERVED, SEVERAL,
    TAG_BITS, TAG_LENGTH, TRANSPORTS, UNASSIGNED, contact_tables, coverage, detail_tables,
    each_tier, name_tables, name_tag,
};
pub(crate) use lists::IndexList;
pub(crate) use perfect_hash::slot;
pub(crate) use views::{Counts, NameCells, Seeds, U8s, U16s, U24s, U32s};
#[cfg(any(feature = "details", feature = "contacts"))]
pub(crate) use {ranked_set::RankedSet, texts::Texts};

use crate::tables::lookup_key::PoolSlice;

/// Declares the view of a tier's tables.
///
/// Every function that takes a view by value is `#[inline(always)]`, so that
/// only the slices that it reads are built. A real call would have to build the
/// whole view, which costs more than the look-up.
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
            /// The text as bytes. The length of a bundled one is a constant.
            #[allow(dead_code, reason = "a tier without keys compares none")]
            pub(crate) bytes: &'a [u8],
            $($(#[$table_doc])* pub(crate) $table: $type<'a>,)*
        }

        impl<'a> $view<'a> {
            #[allow(dead_code, reason = "only tables that are included are views")]
            #[inline(always)]
            const fn view(self) -> Self {
                self
            }

            #[inline(always)]
            const fn overflow(self) -> OverflowTexts<'a> {
                OverflowTexts { offsets: self.overflow_texts, lengths: self.overflow_lengths }
            }

            /// A text with this offset and length, to compare with a key.
            #[allow(dead_code, reason = "a tier without keys compares none")]
            #[inline(always)]
            const fn pool_slice(self, (offset, length): (usize, usize)) -> PoolSlice<'a> {
                PoolSlice { pool: self.bytes, offset, length }
            }
        }
    };
}

each_tier!(view);

/// The overflow texts of a tier: offset and length of each text that does not
/// fit a cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OverflowTexts<'a> {
    pub(crate) offsets: U24s<'a>,
    pub(crate) lengths: U16s<'a>,
}

impl OverflowTexts<'_> {
    /// The offset and the length of a name, from its cell or, on overflow, from
    /// the tables.
    #[inline]
    pub(crate) const fn name_span(self, cell: u32) -> (usize, usize) {
        let high = cell >> TAG_BITS;
        match cell & TAG_LENGTH {
            0 => self.get(high),
            length => (high as usize, length as usize),
        }
    }

    /// The offset and the length of an overflow text.
    #[inline]
    const fn get(self, place: u32) -> (usize, usize) {
        (self.offsets.get(place as usize) as usize, self.lengths.get(place as usize) as usize)
    }
}
