//! Bulk look-ups: columns of ports to columns of ids, and what engines with
//! dictionaries of names take from a registry without a copy.

use core::ops::{Range, RangeInclusive};

use crate::registry::Registry;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::tables::{IndexList, NONE, Tables};
use crate::values::iterator_traits::iterator_traits;
use crate::values::transport::Transport;

/// The id of no service: see [`lookup_ids`](crate::lookup_ids).
///
/// ```
/// use iana_ports::{NO_SERVICE, registry};
///
/// assert_eq!(registry().service(NO_SERVICE), None);
/// ```
pub const NO_SERVICE: u16 = NONE;

impl Registry {
    /// The ids of the primary services of many ports: see
    /// [`lookup_ids`](crate::lookup_ids).
    #[inline]
    pub fn lookup_ids(&self, ports: &[u16], protocols: &[u8], ids: &mut [u16]) {
        self.tables.primaries(ports, protocols, ids);
    }

    /// The service with an id: the first of the rows that share it. `None` for
    /// [`NO_SERVICE`], and for what is no id of this registry.
    ///
    /// ```
    /// use iana_ports::{Transport::{Tcp, Udp}, lookup_port, registry};
    ///
    /// let service = lookup_port(53, Tcp).unwrap();
    /// assert_eq!(registry().service(service.id()), Some(service));
    /// assert_eq!(lookup_port(53, Udp).unwrap().id(), service.id());
    /// ```
    #[must_use]
    pub const fn service(&self, id: u16) -> Option<Service<'_>> {
        let names = self.tables.names();
        if !names.is_named(id) {
            return None;
        }
        let first = names.transports(id).trailing_zeros() & 3;
        Some(Service::new(&self.tables, id, Transport::ALL[first as usize]))
    }

    /// The name of the services with an id; `None` as for
    /// [`service`](Self::service).
    ///
    /// ```
    /// use iana_ports::{NO_SERVICE, Transport::Udp, lookup_port, registry};
    ///
    /// let id = lookup_port(10162, Udp).unwrap().id();
    /// assert_eq!(registry().name_of(id), Some("snmpdtls-trap"));
    /// assert_eq!(registry().name_of(NO_SERVICE), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn name_of(&self, id: u16) -> Option<&str> {
        let names = self.tables.names();
        names.is_named(id).then(|| names.name(id))
    }

    /// The text that all names lie in, one over the end of another, for engines
    /// that keep strings as places in a buffer (the views of Arrow).
    ///
    /// ```
    /// assert!(iana_ports::registry().name_text().contains("snmpdtls-trap"));
    /// ```
    #[must_use]
    pub const fn name_text(&self) -> &str {
        self.tables.names().text
    }

    /// Where the name of the services with an id stands in
    /// [`name_text`](Self::name_text), in bytes; `None` as for
    /// [`service`](Self::service).
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port, registry};
    ///
    /// let id = lookup_port(443, Tcp).unwrap().id();
    /// let span = registry().name_span(id).unwrap();
    /// assert_eq!(&registry().name_text()[span], "https");
    /// ```
    #[must_use]
    pub const fn name_span(&self, id: u16) -> Option<Range<usize>> {
        let names = self.tables.names();
        if !names.is_named(id) {
            return None;
        }
        let (offset, length) = names.name_span(id);
        Some(offset..offset + length)
    }

    /// The ports whose primary service has a name, as ranges with their
    /// transports: the way back from a name, for filters that are pushed down to
    /// columns of numbers. Each port on a transport is in one of the ranges at
    /// most. ASCII case does not matter.
    ///
    /// ```
    /// use iana_ports::{Transport::{Tcp, Udp}, registry};
    ///
    /// let keys: Vec<_> = registry().keys_named("X11").collect();
    /// assert_eq!(keys, [(6000..=6063, Tcp), (6000..=6063, Udp)]);
    /// // Another service is the primary one there.
    /// assert_eq!(registry().keys_named("shilp").next(), None);
    /// ```
    #[must_use]
    pub const fn keys_named(&self, name: &str) -> KeysNamed<'_> {
        let entries = self.tables.named(name);
        KeysNamed { tables: &self.tables, entries, member: 0, transport: 0, from: 0 }
    }
}

impl<'r> Service<'r> {
    /// A number for the service, below 65,535: what
    /// [`lookup_ids`](crate::lookup_ids) answers, and
    /// [`Registry::service`] takes.
    ///
    /// Ids are dense, so that they index a table of one's own; consecutive rows
    /// that differ only in their transport share one. They are those of one
    /// registry and one edition: another has other services under the same
    /// numbers, so they are not to be kept.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name, registry};
    ///
    /// let service = lookup_name("https", Tcp).unwrap();
    /// assert_eq!(registry().name_of(service.id()), Some("https"));
    /// assert!(usize::from(service.id()) < registry().records().len());
    /// ```
    #[must_use]
    #[inline]
    pub const fn id(self) -> u16 {
        let Record { entry, .. } = self.record();
        entry
    }
}

/// The ports whose primary service has a name: see [`Registry::keys_named`].
#[derive(Clone)]
pub struct KeysNamed<'r> {
    tables: &'r Tables,
    entries: IndexList<'r>,
    /// The entry, the transport and the port to go on with. A port above the
    /// last one of the entry is the end of them.
    member: usize,
    transport: usize,
    from: u32,
}

impl KeysNamed<'_> {
    /// The next ports of an entry on a transport, from `from` on, whose primary
    /// entry it is.
    fn run(&mut self, entry: u16, transport: Transport) -> Option<RangeInclusive<u16>> {
        let names = self.tables.names();
        if names.port(entry).is_none() || !names.covers(entry, transport) {
            return None;
        }
        let (first, last) = names.span(entry);
        let first = first.max(u16::try_from(self.from).ok()?);
        let is_primary = |port: &u16| names.primary(*port, transport) == entry;
        let start = (first..=last).find(is_primary)?;
        let end = (start..=last).take_while(is_primary).last()?;
        self.from = u32::from(end) + 1;
        Some(start..=end)
    }
}

impl Iterator for KeysNamed<'_> {
    type Item = (RangeInclusive<u16>, Transport);

    fn next(&mut self) -> Option<Self::Item> {
        while self.member < self.entries.len() {
            let entry = self.entries.get(self.member);
            while let Some(&transport) = Transport::ALL.get(self.transport) {
                if let Some(run) = self.run(entry, transport) {
                    return Some((run, transport));
                }
                (self.transport, self.from) = (self.transport + 1, 0);
            }
            (self.member, self.transport) = (self.member + 1, 0);
        }
        None
    }
}

iterator_traits!(KeysNamed<'_>);
