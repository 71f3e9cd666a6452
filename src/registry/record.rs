//! A record: a row of the registry, named or not.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use crate::registry::key::PortsAndTransport;
use crate::registry::service::Service;
use crate::tables::Tables;
use crate::text::pad::pad_display;
use crate::text::text_traits::partial_order;
use crate::values::status::Status;
use crate::values::transport::Transport;

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
/// assert_eq!(record.to_string(), "Reserved (2/tcp)");
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
    /// The row's transport, or, if the row names none, the one it was looked up
    /// on.
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
    #[inline]
    pub const fn status(self) -> Status {
        self.tables.names().status(self.entry)
    }

    /// What `Display` shows of the row's ports and transport.
    pub(crate) const fn key(self) -> PortsAndTransport {
        PortsAndTransport { ports: self.ports(), transport: self.transport() }
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
        // Hundreds of names have neither ports nor a transport.
        if self.ports().is_some() || self.transport().is_some() {
            debug.field("key", &format_args!("{}", self.key()));
        }
        if let Some(description) = self.known_description() {
            debug.field("description", &description);
        }
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

partial_order!(Record<'_>);

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
