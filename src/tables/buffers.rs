//! Growing buffers, one for each table: what the compiler of the registry
//! writes to.

use alloc::string::String;
use alloc::vec::Vec;

use super::each_tier;

/// Declares the tables of a tier as they are written.
macro_rules! buffers {
    (
        $(#[$doc:meta])* $view:ident, $buf:ident, $tier:literal,
        $($(#[$table_doc:meta])* $table:ident: $type:ident,)*
    ) => {
        $(#[$doc])*
        #[derive(Debug, Default, PartialEq, Eq)]
        pub(crate) struct $buf {
            pub(crate) text: String,
            $(pub(crate) $table: Vec<u8>,)*
        }

        impl $buf {
            /// The name of each table's file, and its bytes.
            #[allow(dead_code, reason = "only `build.rs` writes files")]
            pub(crate) fn files(&self) -> Vec<(&'static str, &[u8])> {
                vec![
                    (concat!($tier, ".text"), self.text.as_bytes()),
                    $((concat!($tier, ".", stringify!($table)), &self.$table[..]),)*
                ]
            }
        }
    };
}

each_tier!(buffers);
