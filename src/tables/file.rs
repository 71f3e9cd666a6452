//! The file format of tables: what `build::write` writes of a registry, and
//! what `include_registry!` reads of it while compiling.
//!
//! A tier is two files. One is its text, which `include_str!` checks to be
//! UTF-8. The other is a number that stands for the format, then each table in
//! the order of the layout: its length in 32 bits, and its bytes. Numbers are
//! little-endian.

use super::held::Place;
use super::{Hidden, NameTables, Tables, U8s, U16s, U32s, each_tier};
use crate::values::source::Source;

/// The two files of a tier: its text and its tables.
type TierFiles = (&'static str, &'static [u8]);

/// The number of a format (FNV-1a). The version of the crate is part of it, so
/// that no two releases read each other's tables, whatever changed between
/// them.
const fn format(layout: &str) -> u64 {
    let (mut hash, mut rest) = (0xcbf2_9ce4_8422_2325, layout.as_bytes());
    while let [byte, after @ ..] = rest {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0100_0000_01b3);
        rest = after;
    }
    hash
}

/// A reader of the file with the tables of a tier.
pub(super) struct Reader(&'static [u8]);

impl Reader {
    pub(super) const fn new(file: &'static [u8], format: u64) -> Self {
        let Some((found, rest)) = file.split_first_chunk() else { Self::is_cut() };
        assert!(
            u64::from_le_bytes(*found) == format,
            "expected tables of the same version of iana-ports: `dependencies` and \
             `build-dependencies` have different ones"
        );
        Self(rest)
    }

    /// The next table. Not inlined: LLVM takes minutes for the bounds of one
    /// table after the other, in a function that is run while compiling.
    #[inline(never)]
    pub(super) const fn next(&mut self) -> &'static [u8] {
        let Some((length, rest)) = self.0.split_first_chunk() else { Self::is_cut() };
        let length = u32::from_le_bytes(*length) as usize;
        let Some((table, rest)) = rest.split_at_checked(length) else { Self::is_cut() };
        self.0 = rest;
        table
    }

    pub(super) const fn end(self) {
        assert!(self.0.is_empty(), "expected no bytes after the last of the tables");
    }

    const fn is_cut() -> ! {
        panic!("expected the tables that `iana_ports::build::write` wrote, whole")
    }
}

/// What a registry hides is in two files like those of a tier.
impl Hidden<'_> {
    pub(super) const FORMAT: u64 = format(concat!(env!("CARGO_PKG_VERSION"), " hides"));

    pub(super) const fn from_files((text, file): TierFiles) -> Hidden<'static> {
        let mut tables = Reader::new(file, Self::FORMAT);
        let hidden = Hidden {
            text,
            ports: U16s::new(tables.next()),
            port_transports: U8s::new(tables.next()),
            names: U32s::new(tables.next()),
            name_transports: U8s::new(tables.next()),
        };
        tables.end();
        hidden
    }
}

/// Declares how a tier is read from files.
macro_rules! filed {
    (
        $(#[$doc:meta])* $view:ident, $buf:ident, $tier:literal,
        $($(#[$table_doc:meta])* $table:ident: $type:ident,)*
    ) => {
        impl super::$view<'_> {
            pub(super) const FORMAT: u64 = format(concat!(
                env!("CARGO_PKG_VERSION"), " ", $tier,
                $(" ", stringify!($table), ":", stringify!($type),)*
            ));

            /// The tables in these files.
            pub(super) const fn from_files((text, file): TierFiles) -> super::$view<'static> {
                let mut tables = Reader::new(file, Self::FORMAT);
                let view = super::$view {
                    text,
                    bytes: text.as_bytes(),
                    $($table: super::$type::new(tables.next()),)*
                };
                tables.end();
                view
            }
        }
    };
}

each_tier!(filed);

/// The tables of a registry that is compiled in beside the bundled one: that of
/// another crate, or the customary names.
#[derive(Debug)]
pub struct Included {
    pub(super) source: Source<'static>,
    pub(super) hidden: Hidden<'static>,
    pub(super) names: NameTables<'static>,
    #[cfg(feature = "details")]
    pub(super) details: super::DetailTables<'static>,
    #[cfg(feature = "contacts")]
    pub(super) contacts: super::ContactTables<'static>,
}

impl Included {
    /// The tables in these files. A tier that the build lacks has none.
    ///
    /// # Panics
    ///
    /// If the files are of another version of the crate, or not what
    /// `build::write` wrote: an error of the compiler, which evaluates this.
    #[must_use]
    pub const fn new(
        name: &'static str,
        hidden: TierFiles,
        names: TierFiles,
        _details: TierFiles,
        _contacts: TierFiles,
    ) -> Self {
        Self {
            source: Source::Named(name),
            hidden: Hidden::from_files(hidden),
            names: NameTables::from_files(names),
            #[cfg(feature = "details")]
            details: super::DetailTables::from_files(_details),
            #[cfg(feature = "contacts")]
            contacts: super::ContactTables::from_files(_contacts),
        }
    }
}

impl Included {
    pub(super) const fn source(&self) -> Source<'_> {
        self.source
    }

    pub(super) const fn hides(&self) -> Option<Hidden<'_>> {
        let Hidden { port_transports, name_transports, .. } = self.hidden;
        let hides = port_transports.len() + name_transports.len() > 0;
        if hides { Some(self.hidden) } else { None }
    }
}

impl Tables {
    pub(crate) const fn included(tables: &'static Included) -> Self {
        Self(Place::Included(tables))
    }
}
