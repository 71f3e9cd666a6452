//! Registries that are loaded at run time: the same compiler, the same tables,
//! the same handles.

mod builder;
mod loader;
mod new_contact;
mod new_record;
mod services_file;
mod source;
mod system;

pub use builder::RegistryBuilder;
pub use loader::Loader;
pub use new_contact::NewContact;
pub use new_record::Entry;
pub use source::Source;
pub use system::system;

pub use crate::compile::{CompileError, Limits, LoadError};

use crate::layers::Hidden;

use crate::compile::Tables;
use crate::registry::Registry;
use crate::tables::owned;

/// What a registry of its own holds.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) names: owned::Names,
    pub(crate) details: owned::Details,
    pub(crate) people: owned::People,
    source: Origin,
    skipped: Vec<CompileError>,
    /// What it hides of the registries below it.
    pub(crate) hidden: Option<Hidden>,
}

/// Where a registry came from.
#[derive(Debug)]
enum Origin {
    System,
    Named(Box<str>),
}

impl Registry {
    fn loaded(tables: Tables, name: &str, skipped: Vec<CompileError>) -> Self {
        let Tables { names, details, people, .. } = tables;
        let loaded = Loaded {
            names: names.into(),
            details: details.into(),
            people: people.into(),
            source: Origin::Named(name.into()),
            skipped,
            hidden: None,
        };
        Self { loaded: Some(Box::new(loaded)) }
    }

    /// Where this registry came from.
    ///
    /// ```
    /// use iana_ports::{Registry, Source};
    ///
    /// assert_eq!(iana_ports::registry().source(), Source::Bundled);
    /// let own = Registry::from_services_file("billing 9000/tcp\n".as_bytes())?;
    /// assert_eq!(own.source(), Source::Named("services"));
    /// # Ok::<(), iana_ports::LoadError>(())
    /// ```
    #[must_use]
    pub fn source(&self) -> Source<'_> {
        match &self.loaded {
            None => Source::Bundled,
            Some(loaded) => match &loaded.source {
                Origin::System => Source::System,
                Origin::Named(name) => Source::Named(name),
            },
        }
    }

    /// The registry under another name: see [`source`](Self::source).
    ///
    /// ```
    /// use iana_ports::{Registry, Source};
    ///
    /// let site = Registry::from_services_file("billing 9000/tcp\n".as_bytes())?.named("site");
    /// assert_eq!(site.source(), Source::Named("site"));
    /// # Ok::<(), iana_ports::LoadError>(())
    /// ```
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        if let Some(loaded) = &mut self.loaded {
            loaded.source = Origin::Named(name.into());
        }
        self
    }

    /// The lines that were left out, and why: those of a services(5) file whose
    /// protocol is none of [`Transport`](crate::Transport), and those that a
    /// [lenient](crate::Loader::lenient) loader found wrong.
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
    /// # Ok::<(), iana_ports::LoadError>(())
    /// ```
    #[must_use]
    pub fn skipped(&self) -> &[CompileError] {
        self.loaded.as_ref().map_or(&[], |loaded| &loaded.skipped)
    }
}
