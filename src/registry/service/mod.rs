//! A service: a named record of the registry.

mod derived;

use core::fmt;
use core::ops::RangeInclusive;

#[cfg(feature = "contacts")]
use crate::registry::contacts::Contacts;
use crate::registry::record::Record;
use crate::tables::Tables;
use crate::text::pad::pad_display;
#[cfg(feature = "details")]
use crate::values::date::Date;
#[cfg(feature = "details")]
use crate::values::references::References;
#[cfg(feature = "details")]
use crate::values::service_code::ServiceCode;
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

    /// The name as the registry spells it (column "Service Name").
    ///
    /// RFC 6335 section 5.1 sets its syntax, which 97 older names break:
    /// `whois++`, `914c/g`. Names compare without ASCII case.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// assert_eq!(lookup_name("3COM-NSD", Tcp).unwrap().name(), "3Com-nsd");
    /// ```
    #[must_use]
    #[inline]
    pub fn name(self) -> &'r str {
        self.record.tables.names().name(self.record.entry)
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

    /// The same row, reached on another transport if it names none.
    pub(crate) const fn on(self, on: Transport) -> Self {
        let Record { tables, entry, .. } = self.record;
        Self::new(tables, entry, on)
    }

    /// The port, or the first of a range (column "Port Number"); `None` for
    /// the 1,070 rows that register a name only.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// assert_eq!(lookup_name("https", Tcp).unwrap().port(), Some(443));
    /// assert_eq!(lookup_name("webdavs", Tcp).unwrap().port(), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn port(self) -> Option<u16> {
        self.record.port()
    }

    /// The ports (column "Port Number"): one, or a range.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// assert_eq!(lookup_name("x11", Tcp).unwrap().ports(), Some(6000..=6063));
    /// assert_eq!(lookup_name("ssh", Tcp).unwrap().ports(), Some(22..=22));
    /// ```
    #[must_use]
    pub const fn ports(self) -> Option<RangeInclusive<u16>> {
        self.record.ports()
    }

    /// The transport protocol (column "Transport Protocol"); `None` where the
    /// registry names none, which stands for any.
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, lookup_port};
    ///
    /// assert_eq!(lookup_port(53, Udp).unwrap().transport(), Some(Udp));
    /// assert_eq!(lookup_port(7300, Udp).unwrap().transport(), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn transport(self) -> Option<Transport> {
        self.record.transport()
    }

    /// What the service is (column "Description"); empty on 166 rows.
    ///
    /// The sentence by which the registry announces that a well-formed name
    /// replaces another is not part of it: see [`aliases`](Self::aliases).
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// assert_eq!(lookup_port(443, Tcp).unwrap().description(), "http protocol over TLS/SSL");
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn description(self) -> &'r str {
        self.record.description()
    }

    /// The organizations or people it is assigned to (column "Assignee");
    /// none on 1,771 rows.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let assignees: Vec<_> = lookup_port(80, Tcp).unwrap().assignees().map(|who| who.handle()).collect();
    /// assert_eq!(assignees, ["IESG"]);
    /// ```
    #[cfg(feature = "contacts")]
    #[must_use]
    pub const fn assignees(self) -> Contacts<'r> {
        self.record.assignees()
    }

    /// Whom to ask about it (column "Contact").
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let contact = lookup_port(80, Tcp).unwrap().contacts().next().unwrap();
    /// assert_eq!(contact.handle(), "IETF_Chair");
    /// ```
    #[cfg(feature = "contacts")]
    #[must_use]
    pub const fn contacts(self) -> Contacts<'r> {
        self.record.contacts()
    }

    /// When it was registered (column "Registration Date"), if the registry
    /// says.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let service = lookup_port(465, Tcp).unwrap();
    /// assert_eq!(service.registered().unwrap().to_string(), "2017-12-12");
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub const fn registered(self) -> Option<Date> {
        self.record.registered()
    }

    /// When its row last changed (column "Modification Date"), if the
    /// registry says.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// assert_eq!(lookup_port(80, Tcp).unwrap().modified().unwrap().to_string(), "2021-10-01");
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub const fn modified(self) -> Option<Date> {
        self.record.modified()
    }

    /// The documents that define it (column "Reference"), without the marks of
    /// footnotes.
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, lookup_port};
    ///
    /// let references: Vec<_> = lookup_port(10162, Udp).unwrap().references().map(|r| r.to_string()).collect();
    /// assert_eq!(references, ["RFC 6353"]);
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn references(self) -> References<'r> {
        self.record.references()
    }

    /// Its DCCP service code (column "Service Code"; RFC 4340 section 8.1.2).
    ///
    /// ```
    /// use iana_ports::{Transport::Dccp, lookup_port};
    ///
    /// let code = lookup_port(9, Dccp).unwrap().service_code().unwrap();
    /// assert_eq!(code.to_u32(), 1145656131);
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub const fn service_code(self) -> Option<ServiceCode> {
        self.record.service_code()
    }

    /// Reports of use without an assignment (column "Unauthorized Use
    /// Reported").
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let service = lookup_port(8888, Tcp).unwrap();
    /// assert_eq!(service.unauthorized_use(), Some("Known Unauthorized Use on port 8888"));
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn unauthorized_use(self) -> Option<&'r str> {
        self.record.unauthorized_use()
    }

    /// Remarks on the assignment (column "Assignment Notes"), which may have
    /// several lines.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// let notes = lookup_name("http", Tcp).unwrap().notes().unwrap();
    /// assert!(notes.starts_with("Defined TXT keys: u=<username>"));
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn notes(self) -> Option<&'r str> {
        self.record.notes()
    }
}

/// `https (443/tcp)`, `x11 (6000-6063/tcp)`, `swx (7300-7359)`, `caldav (tcp)`
/// or `webdavs`.
impl fmt::Display for Service<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| {
            out.write_str(self.name())?;
            if self.port().is_some() || self.transport().is_some() {
                write!(out, " ({})", self.record.key())?;
            }
            Ok(())
        })
    }
}

impl fmt::Debug for Service<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.record.debug(f, "Service")
    }
}
