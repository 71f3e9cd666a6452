//! The registry: the facade over the tables, with its look-ups and the handles
//! that they return.
//!
//! The one circle of imports in the crate: a service leads to its contacts, a
//! contact to its services.

pub(crate) mod bulk;
#[macro_use]
pub(crate) mod columns;
#[cfg(feature = "contacts")]
pub(crate) mod contact;
pub(crate) mod explanation;
pub(crate) mod free_ports;
pub(crate) mod key;
pub(crate) mod label;
pub(crate) mod lookup;
pub(crate) mod nameless;
pub(crate) mod record;
pub(crate) mod records;
pub(crate) mod service;
pub(crate) mod services;
pub(crate) mod source;
pub(crate) mod walk;

use core::fmt;

use crate::registry::nameless::Nameless;
use crate::registry::record::Record;
use crate::registry::records::Records;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::registry::walk::Walk;
use crate::tables::{IndexList, NONE, RESERVED, Tables};
use crate::values::date::Date;
use crate::values::status::Status;
use crate::values::transport::Transport;

/// The registry, as of one edition.
///
/// [`registry()`](crate::registry()) is the one that this crate bundles; the
/// free functions of the crate are its methods of the same names.
///
/// # Example
///
/// ```
/// use iana_ports::{Transport::Tcp, registry};
///
/// let registry = registry();
/// assert_eq!(registry.edition(), Some(iana_ports::EDITION));
/// assert_eq!(registry.lookup_port(443, Tcp), iana_ports::lookup_port(443, Tcp));
/// ```
pub struct Registry {
    pub(crate) tables: Tables,
    /// Lines that a lenient load left out.
    #[cfg(feature = "runtime")]
    pub(crate) skipped: crate::compile::Skipped,
}

pub(crate) static BUNDLED: Registry = Registry::new(Tables::BUNDLED);

impl Registry {
    pub(crate) const fn new(tables: Tables) -> Self {
        Self {
            tables,
            #[cfg(feature = "runtime")]
            skipped: crate::compile::Skipped::new(),
        }
    }

    /// The date of the registry's last update, as IANA states it.
    ///
    /// A registry that comes without that statement is as old as the latest
    /// date in its rows, and `None` if they have no dates.
    ///
    /// ```
    /// assert_eq!(iana_ports::registry().edition(), Some(iana_ports::EDITION));
    /// ```
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "a packed date has 16 bits")]
    pub const fn edition(&self) -> Option<Date> {
        match self.tables.names().counts.get::<2>() as u16 {
            0 => None,
            packed => Some(Date::unpack(packed)),
        }
    }

    /// The primary service on a port: see [`lookup_port`](crate::lookup_port).
    #[must_use]
    #[inline]
    pub const fn lookup_port(&self, port: u16, transport: Transport) -> Option<Service<'_>> {
        match self.tables.primary(port, transport) {
            RESERVED.. => None,
            entry => Some(Service::new(&self.tables, entry, transport)),
        }
    }

    /// The primary service of a name: see [`lookup_name`](crate::lookup_name).
    #[must_use]
    #[inline]
    pub const fn lookup_name(&self, name: &str, transport: Transport) -> Option<Service<'_>> {
        match self.tables.primary_named(name, transport) {
            NONE => None,
            entry => Some(Service::new(&self.tables, entry, transport)),
        }
    }

    /// Every service on a port: see [`services_on`](crate::services_on).
    #[must_use]
    #[inline]
    pub const fn services_on(&self, port: u16, transport: Transport) -> Services<'_> {
        match self.tables.only_on_port(port, transport) {
            Some(entry) => Services::new(Walk::on_one(&self.tables, entry, transport)),
            None => self.several_on(port, transport),
        }
    }

    /// The same where there are several.
    #[cold]
    const fn several_on(&self, port: u16, transport: Transport) -> Services<'_> {
        let entries = self.tables.all_on_port(port, transport);
        Services::new(Walk::on(&self.tables, entries, transport))
    }

    /// Every service of a name: see [`services_named`](crate::services_named).
    #[must_use]
    #[inline]
    pub const fn services_named(&self, name: &str) -> Services<'_> {
        match self.tables.only_named(name) {
            Ok(entry) => Services::new(Walk::each_of_one(&self.tables, entry)),
            Err(primary) => self.several_named(name, primary),
        }
    }

    /// The same where there may be several.
    #[cold]
    pub(crate) const fn several_named(&self, name: &str, primary: u16) -> Services<'_> {
        Services::new(Walk::each(&self.tables, self.tables.several_named(name, primary)))
    }

    /// Every service of a name on a transport: see
    /// [`services_named_on`](crate::services_named_on).
    #[must_use]
    pub const fn services_named_on(&self, name: &str, transport: Transport) -> Services<'_> {
        Services::new(Walk::on(&self.tables, self.members_named(name), transport))
    }

    /// The entries of a name, primary first.
    pub(crate) const fn members_named(&self, name: &str) -> IndexList<'_> {
        self.tables.named(name)
    }

    /// The status of a port: see [`status`](crate::status).
    #[must_use]
    #[inline]
    pub const fn status(&self, port: u16, transport: Transport) -> Status {
        match self.tables.told_status(port, transport) {
            Some(status) => status,
            None => self.nameless_status(port, transport),
        }
    }

    /// What the nameless rows say of a port.
    #[cold]
    const fn nameless_status(&self, port: u16, transport: Transport) -> Status {
        match self.tables.first_nameless(port, transport) {
            NONE => Status::of_unlisted(port),
            entry => self.tables.names().status(entry),
        }
    }

    /// The record that tells what a port is: see
    /// [`record_on`](crate::record_on).
    #[must_use]
    #[inline]
    pub const fn record_on(&self, port: u16, transport: Transport) -> Option<Record<'_>> {
        let entry = match self.tables.primary(port, transport) {
            RESERVED.. if self.tables.is_beyond_nameless(port) => NONE,
            RESERVED.. => self.tables.first_nameless(port, transport),
            entry => entry,
        };
        if entry == NONE { None } else { Some(Record::new(&self.tables, entry, transport)) }
    }

    /// Every row on a port: see [`records_on`](crate::records_on).
    #[must_use]
    pub const fn records_on(&self, port: u16, transport: Transport) -> Records<'_> {
        let services = self.services_on(port, transport);
        Records::new(services.rows, Nameless::on(&self.tables, port, transport))
    }

    /// Every service, in registry order: see [`services`](crate::services()).
    #[must_use]
    pub const fn services(&self) -> Services<'_> {
        Services::new(Walk::services(&self.tables))
    }

    /// Every record, in registry order: see [`records`](crate::records()).
    #[must_use]
    pub const fn records(&self) -> Records<'_> {
        Records::new(Walk::records(&self.tables), Nameless::none(&self.tables))
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registry")
            .field("source", &self.source())
            .field("edition", &self.edition())
            .field("records", &self.records().len())
            .finish_non_exhaustive()
    }
}
