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
mod views;

#[allow(unused_imports, reason = "a build uses what its tiers need")]
pub(crate) use layout::{
    ANY_TRANSPORT, HAS_PORT, INTERLEAVED, IS_RANGE, LONG, NONE, PAGE_BITS, RESERVED, TRANSPORTS,
    UNASSIGNED, WHOLE_URI, contact_tables, detail_tables, name_tables,
};
pub(crate) use members::Members;
pub(crate) use perfect_hash::slot;
pub(crate) use views::{U8s, U16s, U32s, U64s};

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
            $($(#[$table_doc])* pub(crate) $table: $type<'a>,)*
        }
    };
}

name_tables!(view);
#[cfg(feature = "details")]
detail_tables!(view);
#[cfg(feature = "contacts")]
contact_tables!(view);

/// The text of a cell: 24 bits of offset and 8 bits of length, or 24 bits of
/// place among the long texts and [`LONG`].
#[cfg(any(feature = "details", feature = "contacts"))]
#[inline]
pub(crate) fn text<'a>(
    pool: &'a str,
    long_texts: U32s<'_>,
    long_lengths: U16s<'_>,
    cell: u32,
) -> &'a str {
    let high = (cell >> 8) as usize;
    let (offset, length) = match cell & 0xff {
        LONG => (long_texts.get(high) as usize, long_lengths.get(high) as usize),
        length => (high, length as usize),
    };
    pool.get(offset..offset + length).unwrap_or("")
}

/// The bytes of a cell that is no long text.
#[inline]
pub(crate) const fn short_text(pool: &str, cell: u32) -> &[u8] {
    let (offset, length) = ((cell >> 8) as usize, (cell & 0xff) as usize);
    match pool.as_bytes().split_at_checked(offset) {
        Some((_, rest)) => match rest.split_at_checked(length) {
            Some((text, _)) => text,
            None => &[],
        },
        None => &[],
    }
}
