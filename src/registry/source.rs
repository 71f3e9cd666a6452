//! Provenance: the registry that an answer came from.

use core::fmt;

use crate::registry::Registry;
#[cfg(feature = "contacts")]
use crate::registry::contact::Contact;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::tables::Tables;
#[cfg(feature = "runtime")]
use crate::tables::owned::Origin;
use crate::text::pad::pad_display;

/// The registry that an answer came from.
///
/// # Example
///
/// ```
/// use iana_ports::layers::Source;
/// use iana_ports::{Transport::Tcp, lookup_port};
///
/// let service = lookup_port(443, Tcp).unwrap();
/// assert_eq!(service.source(), Source::Bundled);
/// assert_eq!(service.source().to_string(), "IANA");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Source<'r> {
    /// The registry that was compiled in: IANA's, or that of the directory
    /// which `IANA_PORTS_REGISTRY` named. Displays as `IANA` or `compiled
    /// in`.
    Bundled,
    /// The customary names: `customary()`, with `customary`.
    Customary,
    /// The services file of the machine: `Registry::system`, with `runtime`.
    System,
    /// A registry that was loaded, by its name: that of its directory, `CSV`,
    /// `services`, `builder`, `layers`, or what `Registry::named` gave it.
    Named(&'r str),
}

impl<'r> Source<'r> {
    #[cfg_attr(
        not(any(feature = "include", feature = "runtime")),
        allow(unused_variables, reason = "such a build has the bundled tables only")
    )]
    fn of(tables: &'r Tables) -> Self {
        #[cfg(feature = "include")]
        if let Some(included) = tables.as_included() {
            return included.name.map_or(Self::Customary, Self::Named);
        }
        #[cfg(feature = "runtime")]
        if let Some(loaded) = tables.as_loaded() {
            return match &loaded.origin {
                Origin::System => Self::System,
                Origin::Named(name) => Self::Named(name),
            };
        }
        Self::Bundled
    }
}

impl fmt::Display for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| {
            out.write_str(match self {
                Self::Bundled if cfg!(own_registry) => "compiled in",
                Self::Bundled => "IANA",
                Self::Customary => "customary",
                Self::System => "system",
                Self::Named(name) => name,
            })
        })
    }
}

impl Registry {
    /// Where this registry came from.
    ///
    /// ```
    /// use iana_ports::layers::Source;
    ///
    /// assert_eq!(iana_ports::registry().source(), Source::Bundled);
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// let own = iana_ports::Registry::from_services_file("billing 9000/tcp\n".as_bytes()).unwrap();
    /// assert_eq!(own.source(), Source::Named("services"));
    /// # }
    /// ```
    #[must_use]
    pub fn source(&self) -> Source<'_> {
        Source::of(&self.tables)
    }
}

impl<'r> Record<'r> {
    /// The registry that this record is of.
    ///
    /// ```
    /// use iana_ports::layers::Source;
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(0, Tcp).unwrap().source(), Source::Bundled);
    /// ```
    #[must_use]
    pub fn source(self) -> Source<'r> {
        Source::of(self.tables)
    }
}

impl<'r> Service<'r> {
    /// The registry that this service is of.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// assert_eq!(lookup_port(22, Tcp).unwrap().source().to_string(), "IANA");
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// let own = iana_ports::Registry::from_services_file("billing 9000/tcp\n".as_bytes());
    /// let own = own.unwrap().named("site");
    /// assert_eq!(own.lookup_port(9000, Tcp).unwrap().source().to_string(), "site");
    /// # }
    /// ```
    #[must_use]
    pub fn source(self) -> Source<'r> {
        self.record().source()
    }
}

#[cfg(feature = "contacts")]
impl<'r> Contact<'r> {
    /// The registry that this contact is of.
    ///
    /// ```
    /// use iana_ports::layers::Source;
    /// use iana_ports::lookup_contact;
    ///
    /// assert_eq!(lookup_contact("Jon_Postel").unwrap().source(), Source::Bundled);
    /// ```
    #[must_use]
    pub fn source(self) -> Source<'r> {
        Source::of(self.tables())
    }
}
