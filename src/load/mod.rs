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
//! [`PortSpec::parse_in`](crate::port_spec::Spec::parse_in) take one, or
//! layers.
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
//! Two things of a file are not kept: how the name of a transport is spelled,
//! and blank lines of a "Contact URI" cell. Files that are written of the
//! registry have lower case, and no such lines.
//!
//! # Contacts and preferences
//!
//! IANA's CSV file alone has no contact table: a contact is then no more than
//! its handle, unless `contacts.csv` is beside it or the bundled registry is a
//! layer below. Without `preferred.csv` the services that the bundled registry
//! prefers are preferred, as far as they are there.
//!
//! # Recipes
//!
//! What each costs is in [BENCHMARKS.md], printed by `cargo bench --package
//! own-registry --features runtime --bench costs`.
//!
//! **My list over IANA's, compiled in**: no heap and nothing to do at the
//! start, about 24 bytes in the program for each name. The module `build` shows
//! the build script, `examples/own-registry` a program:
//!
//! ```ignore
//! static OWN: Registry = include_registry!("own");
//! static SERVICES: Layers<'static> = Layers::of(&[&OWN, registry()]);
//! ```
//!
//! **The machine's file over IANA's**: read once, when it is first asked for,
//! in about half a millisecond. Where there is none, IANA's names are left.
//!
//! ```
//! use iana_ports::layers::Layers;
//! use iana_ports::{Registry, Transport::Tcp, registry};
//!
//! let layers: Layers<'_> = Registry::system().into_iter().chain([registry()]).collect();
//! assert!(layers.lookup_port(443, Tcp).is_some());
//! ```
//!
//! **A company's file on a share, loaded anew** whenever it changes, about 1
//! microsecond for each line. Readers keep the registry that they began with,
//! and a file with a mistake leaves the old one in its place:
//!
//! ```
//! use std::sync::{Arc, RwLock};
//!
//! use iana_ports::layers::Layers;
//! use iana_ports::load::LoadError;
//! use iana_ports::{Registry, Transport::Tcp, registry};
//!
//! struct Names(RwLock<Arc<Registry>>);
//!
//! impl Names {
//!     fn reload(&self, name: &str, file: impl std::io::Read) -> Result<(), LoadError> {
//!         let loaded = Registry::loader().name(name).from_services_file(file)?;
//!         *self.0.write().unwrap() = Arc::new(loaded);
//!         Ok(())
//!     }
//!
//!     fn name(&self, port: u16) -> Option<String> {
//!         let site = Arc::clone(&self.0.read().unwrap());
//!         let layers = Layers::new([&*site, registry()]);
//!         Some(layers.lookup_port(port, Tcp)?.name().to_owned())
//!     }
//! }
//!
//! let names = Names(RwLock::new(Arc::new(Registry::builder().build()?)));
//! names.reload("site.services", "billing 9000/tcp\n".as_bytes())?;
//! assert_eq!(names.name(9000).as_deref(), Some("billing"));
//! let error = names.reload("site.services", "billing 90000/tcp\n".as_bytes()).unwrap_err();
//! assert!(error.to_string().starts_with("site.services:1: Port Number: \"90000\""));
//! assert_eq!(names.name(9000).as_deref(), Some("billing"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [BENCHMARKS.md]: https://docs.rs/iana-ports/latest/iana_ports/_documentation/benchmarks/index.html
//!
//! # While compiling
//!
//! A package compiles a registry into its own program with the module `build`
//! and the macro `include_registry!`. For those who build the programs of a
//! whole system, `IANA_PORTS_REGISTRY="$PWD/tables" cargo build` compiles other
//! tables in the place of the bundled ones, without this feature. It names
//!
//! - a directory: IANA's `service-names-port-numbers.csv` as it is published
//!   and, where they are there, `contacts.csv`, `preferred.csv` and
//!   `edition.csv`. Without the latter the latest date of the rows is
//!   [`EDITION`](crate::EDITION);
//! - a file that ends in `.csv`: the first of these alone;
//! - any other file: services(5). Its edition is the day on which it was
//!   changed last, or that of `SOURCE_DATE_EPOCH`.
//!
//! A relative path starts from the crate's own directory; in a workspace,
//! `.cargo/config.toml` can make one of its own:
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
mod system;

pub use builder::RegistryBuilder;
pub use loader::Loader;
#[cfg(feature = "contacts")]
pub use new_contact::NewContact;
pub use new_record::NewRecord;

pub use crate::compile::{Limits, LoadError, RegistryError};
pub use crate::values::source::Source;

use crate::compile;
use crate::registry::Registry;
use crate::tables::Tables;
use crate::tables::owned::{self, HiddenSets};

impl Registry {
    pub(crate) fn loaded(tables: compile::Tables, name: &str, hidden: Option<HiddenSets>) -> Self {
        let loaded = owned::Loaded {
            names: tables.names.into(),
            #[cfg(feature = "details")]
            details: tables.details.into(),
            #[cfg(feature = "contacts")]
            contacts: tables.contacts.into(),
            name: Some(name.into()),
            hidden,
        };
        Self::new(Tables::loaded(loaded))
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
            loaded.name = Some(name.into());
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
