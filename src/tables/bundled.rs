//! The tables that `build.rs` compiled from `registry/`: those of the registry,
//! and those of the customary names.

use super::{Counts, NameCells, NameTables, Seeds, U8s, U16s, U24s, U32s, name_tables};
#[cfg(feature = "customary")]
use super::{Hidden, Included};
#[cfg(feature = "customary")]
use crate::values::source::Source;

/// The bytes of a table.
macro_rules! table {
    ($folder:literal, $tier:literal, $table:ident) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $folder, $tier, ".", stringify!($table)))
    };
}

/// Declares the compiled tables of a tier as one static for each registry, so
/// that a binary has a single base address and links only the tiers that it
/// uses.
macro_rules! bundle {
    (
        $(#[$doc:meta])* $view:ident, $buf:ident, $tier:literal,
        $($(#[$table_doc:meta])* $table:ident: $type:ident,)*
    ) => {
        impl $view<'static> {
            $crate::tables::bundled::tables_in! {
                bundled, "", $tier, $($table: $type,)*
            }
            #[cfg(feature = "customary")]
            $crate::tables::bundled::tables_in! {
                customary, "customary/", $tier, $($table: $type,)*
            }
        }
    };
}

/// Declares the function that gives the tables of a folder.
macro_rules! tables_in {
    ($name:ident, $folder:literal, $tier:literal, $($table:ident: $type:ident,)*) => {
        #[inline(always)]
        pub(crate) const fn $name() -> Self {
            struct Tables {
                text: [u8; table!($folder, $tier, text).len()],
                $($table: [u8; table!($folder, $tier, $table).len()],)*
            }
            static TABLES: Tables = Tables {
                text: *table!($folder, $tier, text),
                $($table: *table!($folder, $tier, $table),)*
            };
            // A static, so that UTF-8 is checked once, while compiling,
            // where it cannot fail.
            static TEXT: &str = match core::str::from_utf8(&TABLES.text) {
                Ok(text) => text,
                Err(_) => panic!("expected text in UTF-8"),
            };
            Self {
                // Constants, so that what is decoded is immediates, and the
                // text a constant address and length, in other crates too.
                text: const { TEXT },
                bytes: &TABLES.text,
                $($table: const { $type::new(&TABLES.$table) },)*
            }
        }
    };
}
pub(super) use tables_in;

name_tables!(bundle);

/// The tables of the customary names.
#[cfg(feature = "customary")]
pub(crate) static CUSTOMARY: Included = Included {
    source: Source::Customary,
    hidden: Hidden::NOTHING,
    names: NameTables::customary(),
    #[cfg(feature = "details")]
    details: super::DetailTables::customary(),
    #[cfg(feature = "contacts")]
    contacts: super::ContactTables::customary(),
};
