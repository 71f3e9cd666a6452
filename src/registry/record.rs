//! A record: a row of the registry, named or not.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::RangeInclusive;

#[cfg(feature = "contacts")]
use crate::registry::contacts::Contacts;
use crate::registry::key::Key;
use crate::registry::service::Service;
use crate::tables::Tables;
use crate::text::pad::pad_display;
#[cfg(feature = "details")]
use crate::values::date::Date;
#[cfg(feature = "details")]
use crate::values::note;
#[cfg(feature = "details")]
use crate::values::references::References;
#[cfg(feature = "details")]
use crate::values::service_code::ServiceCode;
use crate::values::status::Status;
use crate::values::transport::Transport;
#[cfg(feature = "details")]
use crate::values::unauthorized_ports::UnauthorizedPorts;

/// A row of the registry.
///
/// Most rows name a [`Service`]; the other 1,724 tell why ports have none:
/// they are reserved, unassigned, or left to private use. A record has every
/// column of its row. Two records are equal if they are the same row, and
/// they order as the rows do.
///
/// # Example
///
/// ```
/// use iana_ports::{Status, Transport::Tcp, record_on};
///
/// let record = record_on(2, Tcp).unwrap();
/// assert_eq!(record.service(), None);
/// assert_eq!(record.status(), Status::Reserved);
/// # #[cfg(feature = "details")]
/// assert_eq!(
///     record.notes(),
///     Some("De-assigned on 2025-02-13, previously compressnet by [Bernie_Volz]"),
/// );
/// ```
#[derive(Clone, Copy)]
pub struct Record<'r> {
    pub(crate) tables: &'r Tables,
    pub(crate) entry: u16,
    /// The record's transport; where it names none, any that reached it.
    pub(crate) looked_up_on: Transport,
}

impl<'r> Record<'r> {
    #[inline]
    pub(crate) const fn new(tables: &'r Tables, entry: u16, looked_up_on: Transport) -> Self {
        Self { tables, entry, looked_up_on }
    }

    /// The service, if the row names one.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(22, Tcp).unwrap().service().unwrap().name(), "ssh");
    /// assert_eq!(record_on(4, Tcp).unwrap().service(), None);
    /// ```
    #[must_use]
    pub const fn service(self) -> Option<Service<'r>> {
        if self.tables.names().is_named(self.entry) {
            Some(Service::new(self.tables, self.entry, self.looked_up_on))
        } else {
            None
        }
    }

    /// The status of the row's ports: assigned if the row names a service,
    /// unassigned if it is nameless and says so, reserved otherwise.
    ///
    /// ```
    /// use iana_ports::{Status, Transport::Tcp, record_on};
    ///
    /// // "RemoteWare Unassigned" is the description of a service.
    /// assert_eq!(record_on(2999, Tcp).unwrap().status(), Status::Assigned);
    /// assert_eq!(record_on(24, Tcp).unwrap().status(), Status::Reserved);
    /// ```
    #[must_use]
    pub const fn status(self) -> Status {
        self.tables.names().status(self.entry)
    }

    /// The port, or the first of a range: see [`Service::port`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(230, Tcp).unwrap().port(), Some(225));
    /// ```
    #[must_use]
    #[inline]
    pub const fn port(self) -> Option<u16> {
        self.tables.names().port(self.entry)
    }

    /// The ports: see [`Service::ports`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(230, Tcp).unwrap().ports(), Some(225..=241));
    /// ```
    #[must_use]
    pub const fn ports(self) -> Option<RangeInclusive<u16>> {
        match self.port() {
            Some(_) => {
                let (first, last) = self.tables.names().span(self.entry);
                Some(RangeInclusive::new(first, last))
            }
            None => None,
        }
    }

    /// The transport protocol: see [`Service::transport`].
    ///
    /// ```
    /// use iana_ports::{Transport::{Sctp, Tcp}, record_on};
    ///
    /// assert_eq!(record_on(0, Tcp).unwrap().transport(), Some(Tcp));
    /// assert_eq!(record_on(49151, Sctp).unwrap().transport(), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn transport(self) -> Option<Transport> {
        self.tables.names().transport(self.entry, self.looked_up_on)
    }

    /// The description: see [`Service::description`]. On a nameless row it is
    /// one of twenty texts, most often "Unassigned" or "Reserved".
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(24, Tcp).unwrap().description(), "any private mail system");
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn description(self) -> &'r str {
        let details = self.tables.details();
        details.text(details.descriptions.get(self.entry as usize))
    }

    /// The assignees: see [`Service::assignees`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(24, Tcp).unwrap().assignees().next().unwrap().handle(), "Rick_Adams");
    /// ```
    #[cfg(feature = "contacts")]
    #[must_use]
    pub const fn assignees(self) -> Contacts<'r> {
        Contacts::new(self.tables, self.tables.contacts().assignees(self.entry))
    }

    /// The contacts: see [`Service::contacts`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(24, Tcp).unwrap().contacts().next().unwrap().handle(), "Rick_Adams");
    /// ```
    #[cfg(feature = "contacts")]
    #[must_use]
    pub const fn contacts(self) -> Contacts<'r> {
        Contacts::new(self.tables, self.tables.contacts().contacts(self.entry))
    }

    /// The registration date: see [`Service::registered`].
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, record_on};
    ///
    /// assert_eq!(record_on(2905, Udp).unwrap().registered().unwrap().to_string(), "2001-06-07");
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub const fn registered(self) -> Option<Date> {
        self.tables.details().registered(self.entry)
    }

    /// The modification date: see [`Service::modified`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(0, Tcp).unwrap().modified().unwrap().to_string(), "2024-12-20");
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub const fn modified(self) -> Option<Date> {
        self.tables.details().modified(self.entry)
    }

    /// The references: see [`Service::references`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(0, Tcp).unwrap().references().next().unwrap().to_string(), "RFC 6335");
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn references(self) -> References<'r> {
        References::new(self.tables.details().references(self.entry))
    }

    /// The service code: see [`Service::service_code`].
    ///
    /// ```
    /// use iana_ports::{Transport::Dccp, record_on};
    ///
    /// assert!(record_on(9, Dccp).unwrap().service_code().is_some());
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub const fn service_code(self) -> Option<ServiceCode> {
        match self.tables.details().service_code(self.entry) {
            Some(code) => Some(ServiceCode::new(code)),
            None => None,
        }
    }

    /// Reports of unauthorized use: see [`Service::unauthorized_use`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(100, Tcp).unwrap().unauthorized_use(), Some("Known Unauthorized Use on 100"));
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn unauthorized_use(self) -> Option<&'r str> {
        self.tables.details().unauthorized_use(self.entry)
    }

    /// The assignment notes: see [`Service::notes`].
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, record_on};
    ///
    /// assert_eq!(record_on(359, Udp).unwrap().notes(), Some("De-Assigned on 2023-11-16."));
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn notes(self) -> Option<&'r str> {
        self.tables.details().notes(self.entry)
    }

    /// When an assignment of the row's ports or name ended, if its notes say so.
    ///
    /// The registry writes that an entry was "De-assigned", "De-registered" or
    /// "removed". The notes are prose: their repeated wordings are read, in any case
    /// and with any blanks between words. A row that is assigned again may keep the
    /// note, which then speaks of the assignment before.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(2, Tcp).unwrap().deassigned().unwrap().to_string(), "2025-02-13");
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn deassigned(self) -> Option<Date> {
        note::deassigned(self.notes()?)
    }

    /// What the row's ports were assigned to before, or its service was called,
    /// if its notes say so.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(831, Tcp).unwrap().formerly(), Some("NETCONF over BEEP"));
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn formerly(self) -> Option<&'r str> {
        note::formerly(self.notes()?)
    }

    /// The ports that the reports of unauthorized use name.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// let ports = record_on(44500, Tcp).unwrap().unauthorized_ports();
    /// assert!(ports.eq([44515..=44515, 44516..=44516]));
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn unauthorized_ports(self) -> UnauthorizedPorts<'r> {
        UnauthorizedPorts::new(self.unauthorized_use().unwrap_or(""))
    }

    /// What `Display` shows of the row's ports and transport.
    pub(crate) const fn key(self) -> Key {
        Key { ports: self.ports(), transport: self.transport() }
    }

    /// The place of the row in the registry: the entries that its own is
    /// interleaved with go transport by transport.
    fn place(self) -> (u16, u8, u16) {
        let names = self.tables.names();
        let mut first = self.entry;
        while first > 0 && names.is_interleaved(first - 1) {
            first -= 1;
        }
        (first, self.transport().map_or(0, Transport::index), self.entry)
    }

    /// `Debug` of a record or a service: what the columns hold.
    pub(crate) fn debug(self, f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
        let mut debug = f.debug_struct(name);
        match self.service() {
            Some(service) => debug.field("name", &service.name()),
            None => debug.field("status", &self.status()),
        };
        debug.field("key", &format_args!("{}", self.key()));
        #[cfg(feature = "details")]
        debug.field("description", &self.description());
        debug.finish_non_exhaustive()
    }
}

impl PartialEq for Record<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.entry == other.entry
            && self.transport() == other.transport()
            && self.tables.is_same(other.tables)
    }
}

impl Eq for Record<'_> {}

impl Hash for Record<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.entry, self.transport()).hash(state);
    }
}

impl PartialOrd for Record<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Record<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.tables.sort_key().cmp(&other.tables.sort_key()).then(self.place().cmp(&other.place()))
    }
}

/// As the [`Service`] where there is one, else `Reserved (0/tcp)`.
impl fmt::Display for Record<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.service() {
            Some(service) => service.fmt(f),
            None => pad_display(f, |out| write!(out, "{} ({})", self.status(), self.key())),
        }
    }
}

impl fmt::Debug for Record<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.debug(f, "Record")
    }
}
