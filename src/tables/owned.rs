//! Boxed tables of a registry that was loaded at run time.

use super::{
    ContactTablesBuf, DetailTablesBuf, NameCells, NameTablesBuf, RankedSet, U8s, U16s, U24s, U32s,
    U64s, contact_tables, detail_tables, name_tables,
};

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
                Self { text: tables.text.into(), $($table: tables.$table.into(),)* }
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

name_tables!(owned);
detail_tables!(owned);
contact_tables!(owned);

/// The tables of a registry that was loaded at run time, and where it came
/// from.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) names: NameTables,
    pub(crate) details: DetailTables,
    pub(crate) contacts: ContactTables,
    pub(crate) origin: Origin,
}

/// Where a loaded registry came from.
#[derive(Debug)]
pub(crate) enum Origin {
    System,
    Named(Box<str>),
}
