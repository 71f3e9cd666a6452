//! A service: a named record of the registry.

use core::fmt;

use crate::registry::label::Label;
use crate::registry::record::Record;
use crate::registry::services::Services;
use crate::registry::walk::Walk;
use crate::tables::Tables;
use crate::text::pad::pad_display;
use crate::values::port_key::PortKey;
use crate::values::transport::Transport;

/// A service that the registry knows by name: a row with a "Service Name".
///
/// It is a handle of a few bytes to one row; a service that is registered on
/// two transports or ports has a row for each. Two services are equal if they
/// are the same row, and they order as the rows do. `Display` writes
/// `https (443/tcp)`.
///
/// That a port is registered for a service does not say that the traffic on
/// it is that service's.
///
/// # Example
///
/// ```
/// use iana_ports::{Transport::Udp, lookup_port};
///
/// let service = lookup_port(10162, Udp).unwrap();
/// assert_eq!(service.name(), "snmpdtls-trap");
/// assert_eq!(service.to_string(), "snmpdtls-trap (10162/udp)");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Service<'r> {
    record: Record<'r>,
}

impl<'r> Service<'r> {
    /// The service of a named entry that `transport` reaches.
    #[inline]
    pub(crate) const fn new(tables: &'r Tables, entry: u16, transport: Transport) -> Self {
        Self { record: Record::new(tables, entry, transport) }
    }

    /// The service of a named entry: its first row.
    pub(crate) const fn of_entry(tables: &'r Tables, entry: u16) -> Self {
        let transports = tables.names().transports(entry);
        Self::new(tables, entry, Transport::ALL[(transports.trailing_zeros() & 3) as usize])
    }

    /// The row as a [`Record`], which it shares with nameless rows.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let service = lookup_port(22, Tcp).unwrap();
    /// assert_eq!(service.record().service(), Some(service));
    /// ```
    #[must_use]
    #[inline]
    pub const fn record(self) -> Record<'r> {
        self.record
    }

    /// The transport, or where the row names none, one that reaches it.
    pub(crate) const fn looked_up_on(self) -> Transport {
        self.record.looked_up_on
    }

    /// The same row, looked up on another transport if it names none.
    pub(crate) const fn on(self, on: Transport) -> Self {
        let Record { tables, entry, .. } = self.record;
        Self::new(tables, entry, on)
    }
}

impl<'r> Service<'r> {
    /// The port, or the first of a range, and the transport; `None` for a row
    /// without a port.
    ///
    /// A row that names no transport has a key for each that it was looked up
    /// on.
    ///
    /// ```
    /// use iana_ports::{Transport::{Tcp, Udp}, lookup, lookup_name, lookup_port};
    ///
    /// let https = lookup_name("https", Tcp).unwrap();
    /// assert_eq!(https.key().unwrap().to_string(), "443/tcp");
    /// assert_eq!(lookup(https.key().unwrap()), Some(https));
    /// assert_eq!(lookup_port(7301, Udp).unwrap().key().unwrap().to_string(), "7300/udp");
    /// assert_eq!(lookup_name("caldav", Tcp).unwrap().key(), None);
    /// ```
    #[must_use]
    pub const fn key(self) -> Option<PortKey> {
        match self.record.port() {
            Some(port) => Some(PortKey::new(port, self.record.looked_up_on)),
            None => None,
        }
    }

    /// The label of the service in DNS: `_name._tcp` (RFC 2782; RFC 6763
    /// section 7).
    ///
    /// A row that names no transport has the label of the transport that it
    /// was looked up on, or of tcp.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// assert_eq!(lookup_name("radiustls", Tcp).unwrap().label(), "_radiustls._tcp");
    /// ```
    #[must_use]
    pub const fn label(self) -> Label<'r> {
        Label { service: self }
    }

    /// The service whose well-formed name replaced this one's, if its note
    /// says `This entry is an alias to "…"`.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// let alias = lookup_name("whois++", Tcp).unwrap();
    /// assert_eq!(alias.alias_of().unwrap().name(), "whoispp");
    /// ```
    #[must_use]
    pub const fn alias_of(self) -> Option<Self> {
        let Record { tables, entry, looked_up_on } = self.record;
        let names = tables.names();
        match names.aliases.find(entry) {
            Some(place) => Some(Self::new(tables, names.alias_targets.get(place), looked_up_on)),
            None => None,
        }
    }

    /// The services whose names this one's replaced.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// let aliases = lookup_name("whoispp", Tcp).unwrap().aliases();
    /// assert_eq!(aliases.map(|alias| alias.name()).collect::<Vec<_>>(), ["whois++"]);
    /// ```
    #[must_use]
    pub const fn aliases(self) -> Services<'r> {
        let Record { tables, entry, looked_up_on } = self.record;
        Services::new(Walk::on(tables, tables.names().aliases_of(entry), looked_up_on))
    }
}

/// `https (443/tcp)`, `x11 (6000-6063/tcp)`, `swx (7300-7359)`, `caldav (tcp)`
/// or `webdavs`.
impl fmt::Display for Service<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| write!(out, "{}{:#}", self.name(), self.record.key()))
    }
}

impl fmt::Debug for Service<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.record.debug(f, "Service")
    }
}
