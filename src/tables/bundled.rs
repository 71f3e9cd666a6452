//! The tables that `build.rs` compiled from `registry/`.

use super::{Counts, NameCells, NameTables, Seeds, U8s, U16s, U24s, U32s, name_tables};

/// The bytes of a table.
macro_rules! table {
    ($tier:literal, $table:ident) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $tier, ".", stringify!($table)))
    };
}

/// Declares the bundled tables of a tier as one static, so that a binary has a
/// single base address and links only the tiers that it uses.
macro_rules! bundle {
    (
        $(#[$doc:meta])* $view:ident, $buf:ident, $tier:literal,
        $($(#[$table_doc:meta])* $table:ident: $type:ident,)*
    ) => {
        impl $view<'static> {
            #[inline(always)]
            pub(crate) const fn bundled() -> Self {
                struct Tables {
                    text: [u8; table!($tier, text).len()],
                    $($table: [u8; table!($tier, $table).len()],)*
                }
                static TABLES: Tables =
                    Tables { text: *table!($tier, text), $($table: *table!($tier, $table),)* };
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
        }
    };
}

name_tables!(bundle);
