//! The tables that answer, and how to read them.

mod bundled;
#[cfg(feature = "details")]
mod details;
mod entries;
mod layout;
mod members;
#[cfg(feature = "runtime")]
pub(crate) mod owned;
#[cfg(feature = "contacts")]
mod people;
mod perfect_hash;
#[cfg(any(feature = "details", feature = "contacts"))]
mod ranks;
mod views;

#[allow(unused_imports, reason = "a build uses what its tiers need")]
pub(crate) use layout::{
    ANY_TRANSPORT, FAR, HAS_PORT, INTERLEAVED, IS_RANGE, LENGTH_BITS, LONG, NONE, OFFSETS, PADDING,
    PAGE_BITS, PLACE_BITS, PORT_GROUP, RESERVED, TRANSPORTS, UNASSIGNED, WHOLE_URI, contact_tables,
    detail_tables, name_tables,
};
pub(crate) use members::Members;
pub(crate) use perfect_hash::slot;
#[cfg(any(feature = "details", feature = "contacts"))]
pub(crate) use ranks::Ranks;
pub(crate) use views::{U8s, U16s, U24s, U32s, U64s};

use crate::hash::Place;

/// Declares the view of a tier's tables.
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
            /// What the tier's text cells are read from.
            #[inline]
            pub(crate) const fn texts(self) -> Texts<'a> {
                Texts {
                    pool: self.text,
                    long_texts: self.long_texts,
                    long_lengths: self.long_lengths,
                }
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
#[derive(Clone, Copy, Debug)]
pub(crate) struct Texts<'a> {
    pub(crate) pool: &'a str,
    pub(crate) long_texts: U24s<'a>,
    pub(crate) long_lengths: U16s<'a>,
}

impl<'a> Texts<'a> {
    /// The text of a cell.
    #[inline]
    pub(crate) fn text(self, cell: u32) -> &'a str {
        let (offset, length) = self.span(cell);
        self.pool.get(offset..offset + length).unwrap_or("")
    }

    /// Where a cell's text stands.
    #[inline]
    pub(crate) const fn place(self, cell: u32) -> Place<'a> {
        let (offset, length) = self.span(cell);
        Place { pool: self.pool.as_bytes(), offset, length }
    }

    /// The offset and the length of a cell's text.
    #[inline]
    const fn span(self, cell: u32) -> (usize, usize) {
        let high = (cell >> LENGTH_BITS) as usize;
        match cell & LONG {
            LONG => (self.long_texts.get(high) as usize, self.long_lengths.get(high) as usize),
            length => (high, length as usize),
        }
    }
}
