//! Registries that are loaded at run time: parsers and a builder in front of
//! the compiler that `build.rs` runs, so that one set of rules, tables and
//! handles serves all.
//!
//! | source | function |
//! |---|---|
//! | IANA's `service-names-port-numbers.csv` | [`Registry::from_csv`] |
//! | a directory like `registry/` | [`Registry::from_dir`] |
//! | a services(5) file | [`Registry::from_services_file`] |
//! | the services(5) file of the machine, read once | [`Registry::system`] |
//! | records given in code | [`Registry::builder`] |
//!
//! [`Registry::loader`] does the same under [`Limits`] and a name, and can skip
//! wrong lines. A loaded registry answers with the same handles as the bundled
//! one, has the columns of the same features, and tells its [`Source`]. Handles
//! of different registries are never equal. [`export`](mod@crate::export),
//! [`ServiceLabel::services_in`](crate::dns_sd::ServiceLabel::services_in),
//! [`servent`](mod@crate::servent) and
//! [`PortSpec::parse_in`](crate::port_spec::Spec::parse_in) take one, or layers.
//!
//! [`Layers`](crate::layers::Layers) put registries on top of each other, such
//! as own records over the machine's over IANA's:
//!
//! ```
//! use iana_ports::layers::Layers;
//! use iana_ports::{Registry, Transport::Tcp, load::LoadError, registry};
//!
//! let site = Registry::from_services_file("billing 9000/tcp # Bills\n".as_bytes())?.named("site");
//! // The machine's names between, where it has a file of them.
//! let machine = Registry::system().ok();
//! let layers = Layers::new([&site].into_iter().chain(machine).chain([registry()]));
//!
//! let service = layers.lookup_port(9000, Tcp).unwrap();
//! assert_eq!(format!("{} from {}", service.name(), service.source()), "billing from site");
//! assert!(layers.lookup_name("ssh", Tcp).is_some());
//! # Ok::<(), LoadError>(())
//! ```
//!
//! `echo 443/tcp | cargo run --features runtime --example annotate -- FILE`
//! names a stream of ports so, with a services(5) `FILE` on top.
//!
//! # Untrusted input
//!
//! Input may come from anywhere. It is held to [`Limits`], which bound time and
//! memory, and a mistake in it is a [`LoadError`] with file, line, column,
//! value and what was expected. Names in a registry may be any text without
//! control characters: escape them where that matters. The worst input that we
//! know, and what it costs, is in the section "What can a hostile registry do?"
//! of DESIGN.md.
//!
//! # Contacts and preferences
//!
//! IANA's CSV file alone has no contact table: a contact is then no more than
//! its handle, unless `contacts.csv` is beside it or the bundled registry is a
//! layer below. Without `preferred.csv` the services that the bundled registry
//! prefers are preferred, as far as they are there.
//!
//! # While compiling
//!
//! A package compiles a registry into its own program with the module `build`
//! and the macro `include_registry!`. For those who build the programs of a
//! whole system, `IANA_PORTS_REGISTRY="$PWD/tables" cargo build` compiles the tables of a
//! directory instead of the bundled ones, without this feature: IANA's
//! `service-names-port-numbers.csv` as it is published and, where they are
//! there, `contacts.csv`, `preferred.csv` and `edition.csv`. Without the latter
//! the latest date of the rows is [`EDITION`](crate::EDITION). A relative path
//! starts from the crate's own directory; in a workspace, `.cargo/config.toml`
//! can make one of its own:
//!
//! ```toml
//! [env]
//! IANA_PORTS_REGISTRY = { value = "tables", relative = true }
//! ```

mod builder;
mod hides;
mod loader;
#[cfg(feature = "contacts")]
mod new_contact;
mod new_record;
mod services_file;
mod system;

use alloc::vec::Vec;

pub use builder::RegistryBuilder;
pub use loader::Loader;
#[cfg(feature = "contacts")]
pub use new_contact::NewContact;
pub use new_record::NewRecord;

pub use crate::compile::{Limits, LoadError, RegistryError};
pub use crate::registry::source::Source;

use crate::compile;
use crate::registry::Registry;
use crate::tables::Tables;
use crate::tables::owned::{self, Origin};

impl Registry {
    pub(crate) fn loaded(tables: compile::Tables, name: &str, skipped: Vec<RegistryError>) -> Self {
        let loaded = owned::Loaded {
            names: tables.names.into(),
            #[cfg(feature = "details")]
            details: tables.details.into(),
            #[cfg(feature = "contacts")]
            contacts: tables.contacts.into(),
            origin: Origin::Named(name.into()),
        };
        Self { skipped, ..Self::new(Tables::loaded(loaded)) }
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
    /// [lenient](crate::load::Loader::lenient) loader found wrong, or of which
    /// it found an alias wrong and left out no more than that.
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
