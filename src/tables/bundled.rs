//! The tables that `build.rs` compiled from `registry/`.

use super::{NameCells, NameTables, U8s, U16s, U24s, U32s, U64s, name_tables};

/// The bytes of a table.
macro_rules! table {
    ($tier:literal, $table:ident) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $tier, ".", stringify!($table)))
    };
}

/// Declares the bundled tables of a tier: one static, so that a binary has one
/// address to know and brings in only the tiers it uses.
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
                // Kept once: checked while compiling, where it cannot fail.
                static TEXT: &str = match core::str::from_utf8(&TABLES.text) {
                    Ok(text) => text,
                    Err(_) => panic!("expected text in UTF-8"),
                };
                Self { text: TEXT, bytes: &TABLES.text, $($table: $type::new(&TABLES.$table),)* }
            }
        }
    };
}

name_tables!(bundle);
