//! A registry: the tables, the look-ups that answer from them, and the handles
//! that the answers are.
//!
//! The one circle of the crate: a service leads to its contacts, a contact to
//! its services.

#[cfg(feature = "details")]
pub(crate) mod citing;
#[cfg(feature = "contacts")]
pub(crate) mod contact;
#[cfg(feature = "contacts")]
pub(crate) mod contacts;
pub(crate) mod explanation;
pub(crate) mod free_ports;
pub(crate) mod key;
pub(crate) mod label;
pub(crate) mod nameless;
pub(crate) mod record;
pub(crate) mod records;
pub(crate) mod service;
pub(crate) mod services;
pub(crate) mod walk;

use core::fmt;
use core::ops::RangeBounds;

#[cfg(feature = "runtime")]
use crate::load::Loaded;
#[cfg(feature = "details")]
use crate::registry::citing::ServicesCiting;
#[cfg(feature = "contacts")]
use crate::registry::contact::Contact;
#[cfg(feature = "contacts")]
use crate::registry::contacts::Contacts;
use crate::registry::explanation::Explanation;
use crate::registry::free_ports::FreePorts;
use crate::registry::nameless::Nameless;
use crate::registry::record::Record;
use crate::registry::records::Records;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::registry::walk::Rows;
#[cfg(feature = "details")]
use crate::tables::Details;
#[cfg(feature = "contacts")]
use crate::tables::People;
use crate::tables::{Members, NONE, Names};
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
    /// The tables of a registry that was loaded at run time. Those of the
    /// bundled one are statics: there is nothing to hold.
    #[cfg(feature = "runtime")]
    pub(crate) loaded: Option<Box<Loaded>>,
    #[cfg(not(feature = "runtime"))]
    _bundled: (),
}

pub(crate) static BUNDLED: Registry = Registry {
    #[cfg(feature = "runtime")]
    loaded: None,
    #[cfg(not(feature = "runtime"))]
    _bundled: (),
};

impl Registry {
    /// The date of the registry's last update, as IANA states it.
    ///
    /// A registry that comes without that statement is as old as the latest
    /// date in its rows, and `None` if they have no dates.
    ///
    /// ```
    /// assert_eq!(iana_ports::registry().edition().unwrap().to_string(), "2026-08-17");
    /// ```
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "a packed date has 16 bits")]
    pub const fn edition(&self) -> Option<Date> {
        match self.names().counts.get(2) as u16 {
            0 => None,
            packed => Some(Date::unpack(packed)),
        }
    }

    /// The primary service on a port: see [`lookup_port`](crate::lookup_port).
    #[must_use]
    #[inline]
    pub const fn lookup_port(&self, port: u16, transport: Transport) -> Option<Service<'_>> {
        match self.primary(port, transport) {
            NONE => None,
            entry => Some(Service::new(self, entry, transport)),
        }
    }

    /// The primary service of a name: see [`lookup_name`](crate::lookup_name).
    #[must_use]
    #[inline]
    pub const fn lookup_name(&self, name: &str, transport: Transport) -> Option<Service<'_>> {
        match self.primary_named(name, transport) {
            NONE => None,
            entry => Some(Service::new(self, entry, transport)),
        }
    }

    /// Every service on a port: see [`services_on`](crate::services_on).
    #[must_use]
    pub const fn services_on(&self, port: u16, transport: Transport) -> Services<'_> {
        Services::new(Rows::on(self, self.primary_first(port, transport), transport))
    }

    /// The named entries on a port, primary first.
    const fn primary_first(&self, port: u16, transport: Transport) -> Members<'_> {
        let names = self.names();
        let key = (port as u32) << 2 | transport.index() as u32;
        match names.shared_keys.find(key) {
            Some(place) => names.members(names.shared_entries.get(place)),
            None => names.members(self.primary(port, transport)),
        }
    }

    /// Every service of a name: see [`services_named`](crate::services_named).
    #[must_use]
    pub const fn services_named(&self, name: &str) -> Services<'_> {
        Services::new(Rows::each(self, self.members_named(name)))
    }

    /// The services of a name that a transport reaches, primary first.
    pub(crate) const fn services_named_on(&self, name: &str, transport: Transport) -> Services<'_> {
        Services::new(Rows::on(self, self.members_named(name), transport))
    }

    /// The entries of a name, primary first.
    const fn members_named(&self, name: &str) -> Members<'_> {
        self.names().named(name)
    }

    /// What a handle stands for: see [`lookup_contact`](crate::lookup_contact).
    #[cfg(feature = "contacts")]
    #[must_use]
    #[inline]
    pub const fn lookup_contact(&self, handle: &str) -> Option<Contact<'_>> {
        match self.find_contact(handle) {
            NONE => None,
            contact => Some(Contact::new(self, contact)),
        }
    }

    /// The status of a port: see [`status`](crate::status).
    #[must_use]
    pub const fn status(&self, port: u16, transport: Transport) -> Status {
        if self.primary(port, transport) != NONE {
            return Status::Assigned;
        }
        match Nameless::first_on(self, port, transport) {
            NONE => Status::of_unlisted(port),
            entry => self.names().status(entry),
        }
    }

    /// The record that tells what a port is: see
    /// [`record_on`](crate::record_on).
    #[must_use]
    pub const fn record_on(&self, port: u16, transport: Transport) -> Option<Record<'_>> {
        let entry = match self.primary(port, transport) {
            NONE => Nameless::first_on(self, port, transport),
            entry => entry,
        };
        if entry == NONE { None } else { Some(Record::new(self, entry, transport)) }
    }

    /// Every row on a port: see [`records_on`](crate::records_on).
    #[must_use]
    pub const fn records_on(&self, port: u16, transport: Transport) -> Records<'_> {
        let services = Rows::on(self, self.primary_first(port, transport), transport);
        Records::new(services, Nameless::on(self, port, transport))
    }

    /// What a port is, and why: see [`explain`](crate::explain).
    #[must_use]
    pub const fn explain(&self, port: u16, transport: Transport) -> Explanation<'_> {
        Explanation::new(self, port, transport)
    }

    /// Ports that are not assigned: see [`free_ports`](crate::free_ports).
    #[must_use]
    pub fn free_ports(&self, transport: Transport, range: impl RangeBounds<u16>) -> FreePorts<'_> {
        FreePorts::new(self, transport, range)
    }

    /// The services that cite an RFC: see
    /// [`services_citing`](crate::services_citing).
    #[cfg(feature = "details")]
    #[must_use]
    pub const fn services_citing(&self, rfc: u32) -> ServicesCiting<'_> {
        let with_references = Members::List(self.details().reference_entries);
        ServicesCiting::new(Services::new(Rows::each_named(self, with_references)), rfc)
    }

    /// Every service, in registry order: see [`services`](crate::services()).
    #[must_use]
    pub const fn services(&self) -> Services<'_> {
        Services::new(Rows::services(self))
    }

    /// Every record, in registry order: see [`records`](crate::records()).
    #[must_use]
    pub const fn records(&self) -> Records<'_> {
        Records::new(Rows::records(self), Nameless::none(self))
    }

    /// Every contact, in registry order: see [`contacts`](crate::contacts()).
    #[cfg(feature = "contacts")]
    #[must_use]
    pub const fn contacts(&self) -> Contacts<'_> {
        Contacts::all(self)
    }

    // Each branch reads its own tables: if it chose between two views instead,
    // both would be written out first.

    /// The primary entry on a port.
    #[inline]
    pub(crate) const fn primary(&self, port: u16, transport: Transport) -> u16 {
        #[cfg(feature = "runtime")]
        if let Some(loaded) = &self.loaded {
            return loaded.names.view().primary(port, transport);
        }
        Names::bundled().primary(port, transport)
    }

    /// The primary entry of a name on a transport.
    #[inline]
    pub(crate) const fn primary_named(&self, name: &str, transport: Transport) -> u16 {
        #[cfg(feature = "runtime")]
        if let Some(loaded) = &self.loaded {
            return loaded.names.view().primary_named(name, transport);
        }
        Names::bundled().primary_named(name, transport)
    }

    /// The contact of a handle.
    #[cfg(feature = "contacts")]
    #[inline]
    const fn find_contact(&self, handle: &str) -> u16 {
        #[cfg(feature = "runtime")]
        if let Some(loaded) = &self.loaded {
            return loaded.people.view().find(handle.as_bytes());
        }
        People::bundled().find(handle.as_bytes())
    }

    /// Whether the other is this one: its rows are the same only then.
    pub(crate) fn is(&self, other: &Self) -> bool {
        // There is no other than the bundled one.
        cfg!(not(feature = "runtime")) || core::ptr::eq(self, other)
    }

    /// An order of registries: the bundled one first, then any.
    pub(crate) fn place(&self) -> usize {
        if self.is(&BUNDLED) { 0 } else { core::ptr::from_ref(self).addr() }
    }

    #[inline(always)]
    pub(crate) const fn names(&self) -> Names<'_> {
        #[cfg(feature = "runtime")]
        if let Some(loaded) = &self.loaded {
            return loaded.names.view();
        }
        Names::bundled()
    }

    #[cfg(feature = "details")]
    #[inline(always)]
    pub(crate) const fn details(&self) -> Details<'_> {
        #[cfg(feature = "runtime")]
        if let Some(loaded) = &self.loaded {
            return loaded.details.view();
        }
        Details::bundled()
    }

    #[cfg(feature = "contacts")]
    #[inline(always)]
    pub(crate) const fn people(&self) -> People<'_> {
        #[cfg(feature = "runtime")]
        if let Some(loaded) = &self.loaded {
            return loaded.people.view();
        }
        People::bundled()
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Registry");
        #[cfg(feature = "runtime")]
        debug.field("source", &self.source());
        debug
            .field("edition", &self.edition())
            .field("records", &self.records().len())
            .finish_non_exhaustive()
    }
}
