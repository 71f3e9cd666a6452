//! Tables as files: see [`file`](super::file) for their format.

use alloc::vec::Vec;

use super::{Hidden, each_tier};

/// The file with these tables.
fn file_of(format: u64, tables: &[&[u8]]) -> Vec<u8> {
    let mut file = format.to_le_bytes().to_vec();
    for table in tables {
        // In range: no index has more than 32 bits.
        file.extend(u32::try_from(table.len()).unwrap_or(u32::MAX).to_le_bytes());
        file.extend(*table);
    }
    file
}

impl Hidden<'_> {
    pub(crate) fn to_file(self) -> Vec<u8> {
        let Self { text: _, ports, port_transports, names, name_transports } = self;
        file_of(Self::FORMAT, &[ports.0, port_transports.0, names.0, name_transports.0])
    }
}

/// Declares how a tier is written to a file.
macro_rules! to_file {
    (
        $(#[$doc:meta])* $view:ident, $buf:ident, $tier:literal,
        $($(#[$table_doc:meta])* $table:ident: $type:ident,)*
    ) => {
        impl super::$view<'_> {
            /// The file with the tables.
            pub(crate) fn to_file(self) -> Vec<u8> {
                file_of(Self::FORMAT, &[$(self.$table.0,)*])
            }
        }
    };
}

each_tier!(to_file);
