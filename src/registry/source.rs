//! Provenance: the registry that an answer came from.

use crate::registry::Registry;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::values::source::Source;

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
        self.tables.source()
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
        self.tables.source()
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
