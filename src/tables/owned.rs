//! Boxed tables of a registry that was loaded at run time.

use alloc::boxed::Box;
use alloc::vec::Vec;

#[cfg(any(feature = "details", feature = "contacts"))]
use super::RankedSet;
#[cfg(feature = "contacts")]
use super::{ContactTablesBuf, contact_tables};
use super::{Counts, NameCells, NameTablesBuf, Seeds, U8s, U16s, U24s, U32s, name_tables};
#[cfg(feature = "details")]
use super::{DetailTablesBuf, detail_tables};

/// Declares the boxed tables of a tier: slices, because a `const fn` cannot
/// reach the bytes of a `Vec`.
macro_rules! owned {
    (
        $(#[$doc:meta])* $view:ident, $buf:ident, $tier:literal,
        $($(#[$table_doc:meta])* $table:ident: $type:ident,)*
    ) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $view {
            text: Box<str>,
            $($table: Box<[u8]>,)*
        }

        impl From<$buf> for $view {
            fn from(tables: $buf) -> Self {
                Self { text: tables.text.into(), $($table: boxed(tables.$table),)* }
            }
        }

        impl $view {
            #[inline(always)]
            pub(crate) const fn view(&self) -> super::$view<'_> {
                super::$view { text: &self.text, bytes: self.text.as_bytes(), $($table: $type::new(&self.$table),)* }
            }
        }
    };
}

/// The bytes of a table, without spare room. One function, as there are many
/// tables.
#[inline(never)]
fn boxed(table: Vec<u8>) -> Box<[u8]> {
    table.into()
}

name_tables!(owned);
#[cfg(feature = "details")]
detail_tables!(owned);
#[cfg(feature = "contacts")]
contact_tables!(owned);

/// The tables of a registry that was loaded at run time, in the tiers of the
/// build, and where it came from.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) names: NameTables,
    #[cfg(feature = "details")]
    pub(crate) details: DetailTables,
    #[cfg(feature = "contacts")]
    pub(crate) contacts: ContactTables,
    pub(crate) origin: Origin,
}

/// Where a loaded registry came from.
#[derive(Debug)]
pub(crate) enum Origin {
    System,
    Named(Box<str>),
}
