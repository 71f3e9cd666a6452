//! Registries that are loaded at run time: the same compiler, the same tables,
//! the same handles.

mod builder;
mod hides;
mod loader;
mod new_contact;
mod new_record;
mod services_file;
mod source;
mod system;

pub use builder::RegistryBuilder;
pub use loader::Loader;
pub use new_contact::NewContact;
pub use new_record::NewRecord;
pub use source::Source;

pub use crate::compile::{Limits, LoadError, RegistryError};

use crate::compile;
use crate::registry::Registry;
use crate::tables::Tables;
use crate::tables::owned::{self, Origin};

impl Registry {
    fn loaded(tables: compile::Tables, name: &str, skipped: Vec<RegistryError>) -> Self {
        let compile::Tables { names, details, contacts, .. } = tables;
        let loaded = owned::Loaded {
            names: names.into(),
            details: details.into(),
            contacts: contacts.into(),
            origin: Origin::Named(name.into()),
        };
        Self { skipped, ..Self::new(Tables::loaded(loaded)) }
    }

    /// Where this registry came from.
    ///
    /// ```
    /// use iana_ports::load::Source;
    /// use iana_ports::Registry;
    ///
    /// assert_eq!(iana_ports::registry().source(), Source::Bundled);
    /// let own = Registry::from_services_file("billing 9000/tcp\n".as_bytes())?;
    /// assert_eq!(own.source(), Source::Named("services"));
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub fn source(&self) -> Source<'_> {
        Source::of(&self.tables)
    }

    /// The registry under another name: see [`source`](Self::source).
    ///
    /// ```
    /// use iana_ports::load::Source;
    /// use iana_ports::Registry;
    ///
    /// let site = Registry::from_services_file("billing 9000/tcp\n".as_bytes())?.named("site");
    /// assert_eq!(site.source(), Source::Named("site"));
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        if let Some(loaded) = self.tables.as_loaded_mut() {
            loaded.origin = Origin::Named(name.into());
        }
        self
    }

    /// The lines that were left out, and why: those of a services(5) file whose
    /// protocol is none of [`Transport`](crate::Transport), and those that a
    /// [lenient](crate::load::Loader::lenient) loader found wrong.
    ///
    /// ```
    /// use iana_ports::Registry;
    ///
    /// let registry = Registry::from_services_file("rtmp 1/ddp\ntcpmux 1/tcp\n".as_bytes())?;
    /// assert_eq!(registry.services().len(), 1);
    /// let skipped: Vec<_> = registry.skipped().iter().map(ToString::to_string).collect();
    /// assert_eq!(
    ///     skipped,
    ///     ["services:1: Transport Protocol: \"ddp\": expected tcp, udp, sctp or dccp"],
    /// );
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub fn skipped(&self) -> &[RegistryError] {
        &self.skipped
    }
}
