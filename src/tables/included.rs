//! Tables of further registries that are compiled in: those of another crate,
//! from the files that its build script wrote, and the customary names.

#[cfg(feature = "contacts")]
use super::ContactTables;
#[cfg(feature = "details")]
use super::DetailTables;
use super::file::TierFiles;
use super::{Hidden, NameTables};

/// The tables of a registry that is compiled in beside the bundled one, and its
/// name.
#[derive(Debug)]
pub struct Included {
    /// The name that another crate gave the registry; the customary names of
    /// this one have none.
    pub(crate) name: Option<&'static str>,
    pub(crate) hidden: Hidden<'static>,
    pub(super) names: NameTables<'static>,
    #[cfg(feature = "details")]
    pub(super) details: DetailTables<'static>,
    #[cfg(feature = "contacts")]
    pub(super) contacts: ContactTables<'static>,
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
            name: Some(name),
            hidden: Hidden::from_files(hidden),
            names: NameTables::from_files(names),
            #[cfg(feature = "details")]
            details: DetailTables::from_files(_details),
            #[cfg(feature = "contacts")]
            contacts: ContactTables::from_files(_contacts),
        }
    }
}
