//! Tables that another crate compiles in, from the files that its build script
//! wrote.

use super::file::TierFiles;
use super::held::Place;
use super::{Hidden, NameTables, Tables};
use crate::values::source::Source;

/// The tables of a registry that another crate compiles in, and its name.
#[derive(Debug)]
pub struct Included {
    name: &'static str,
    hidden: Hidden<'static>,
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
            name,
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
        Source::Named(self.name)
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
