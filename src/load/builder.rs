//! The builder of registries: records given one by one in code.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;
use std::collections::HashSet;

use super::new_record::{Key, NewRecord};
use crate::columns::{ContactColumns, ServiceColumns};
use crate::compile::{self, Input, Limits, Packing, RegistryError, Table, short};
use crate::load::hides::Hides;
use crate::registry::Registry;
use crate::values::date::Date;
use crate::values::transport::Transport;

/// Builds a registry of hand-made records.
///
/// Their order is that of the registry: of several services on a port, the
/// first added is the primary one.
///
/// # Example
///
/// ```
/// use iana_ports::load::NewRecord;
/// use iana_ports::{Registry, Transport::Tcp};
///
/// let registry = Registry::builder()
///     .record(NewRecord::service("billing").port(9000).transport(Tcp))
///     .record(NewRecord::service("audit").port(9000).transport(Tcp))
///     .build()?;
/// assert_eq!(registry.lookup_port(9000, Tcp).unwrap().name(), "billing");
/// assert_eq!(registry.lookup_name("AUDIT", Tcp).unwrap().port(), Some(9000));
///
/// let error = Registry::builder().record(NewRecord::service("a b ")).build().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "builder:1: Service Name: \"a b \": expected no blanks at either end",
/// );
/// # Ok::<(), iana_ports::load::RegistryError>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct RegistryBuilder {
    records: Vec<NewRecord>,
    /// The rows of the contact table.
    pub(super) contacts: Vec<[String; 5]>,
    edition: Option<Date>,
    hides: Hides,
    limits: Limits,
}

impl RegistryBuilder {
    /// Adds a record, after those added before.
    pub fn record(mut self, record: NewRecord) -> Self {
        self.records.push(record);
        self
    }

    /// Adds a record that takes the place of others in
    /// [`Layers`](crate::layers::Layers): services of its name or its ports, on
    /// its transports, do not answer in the registries below this one.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::load::NewRecord;
    /// use iana_ports::{Registry, Transport::Tcp, registry};
    ///
    /// let own = Registry::builder().replace(NewRecord::service("https").port(8443).transport(Tcp)).build()?;
    /// let layers = Layers::new([&own, registry()]);
    /// let ports: Vec<_> = layers.services_named("https").map(|s| s.to_string()).collect();
    /// assert_eq!(ports, ["https (8443/tcp)", "https (443/udp)", "https (443/sctp)"]);
    /// assert_eq!(layers.services_on(8443, Tcp).count(), 1);
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    pub fn replace(mut self, record: NewRecord) -> Self {
        record.hide_others(&mut self.hides);
        self.record(record)
    }

    /// Hides the services of a name, on one transport or (`None`) on all, in
    /// the registries below this one in [`Layers`](crate::layers::Layers).
    pub fn hide_name(
        mut self,
        name: impl Into<String>,
        transport: impl Into<Option<Transport>>,
    ) -> Self {
        self.hides.name(name.into(), transport.into());
        self
    }

    /// Hides what is on a port, on one transport or (`None`) on all, in the
    /// registries below this one in [`Layers`](crate::layers::Layers).
    ///
    /// A service on a range of ports stays on the others.
    pub fn hide_port(self, port: u16, transport: impl Into<Option<Transport>>) -> Self {
        self.hide_ports(port..=port, transport)
    }

    /// Hides what is on each of these ports: see
    /// [`hide_port`](Self::hide_port).
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{PortRange, Registry, Transport::{Tcp, Udp}, registry};
    ///
    /// let own = Registry::builder().hide_ports(PortRange::System.ports(), Udp).build()?;
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.lookup_port(53, Udp), None);
    /// assert_eq!(layers.lookup_name("domain", Udp), None);
    /// assert_eq!(layers.lookup_port(53, Tcp).unwrap().name(), "domain");
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    pub fn hide_ports(
        mut self,
        ports: RangeInclusive<u16>,
        transport: impl Into<Option<Transport>>,
    ) -> Self {
        self.hides.ports(ports, transport.into());
        self
    }

    /// States the [edition](Registry::edition).
    pub fn edition(self, edition: Date) -> Self {
        Self { edition: Some(edition), ..self }
    }

    /// Takes no more than these limits.
    pub fn limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Checks and compiles what was added.
    ///
    /// # Errors
    ///
    /// What the registry's rules do not allow. The file of the error is
    /// `builder`, `builder contact` or `builder hidden`, and its line the
    /// number of the record, contact or hidden thing, from 1.
    pub fn build(&self) -> Result<Registry, RegistryError> {
        const NAME: &str = "builder";
        const PLACES: ServiceColumns<usize> = ServiceColumns::PLACES;
        let mut services = Table::new(NAME, ServiceColumns::NAMES, self.limits);
        let canonical = self.records.iter().filter(|record| record.target().is_none());
        let rows: HashSet<Key> = canonical.flat_map(|record| record.keys(None)).collect();
        for (number, record) in (1..).zip(&self.records) {
            if let Some((column, text, expected)) = record.contradiction() {
                return Err(services.cell(number, column, text)?.error(expected));
            }
            for (column, part) in record.parts() {
                let part = services.cell(number, column, part)?;
                if part.text.is_empty() || part.text.contains(['[', ']']) {
                    return Err(part.error("a text without brackets"));
                }
            }
            if let Some(target) = record.target() {
                let cell = short(services.cell(number, PLACES.assignment_notes, target)?)?;
                let there = |(name, ports, transport): Key| {
                    rows.contains(&(name.clone(), ports.clone(), None))
                        || rows.contains(&(name, ports, transport))
                };
                if target.contains('"') || !record.keys(Some(target)).all(there) {
                    let expected = "the name of a service on the same ports and transports, \
                                    which is no alias";
                    return Err(cell.error(expected));
                }
            }
            for row in record.rows() {
                services.push(number, &row)?;
            }
        }
        let mut contacts = Table::new("builder contact", ContactColumns::NAMES, self.limits);
        for (number, contact) in (1..).zip(&self.contacts) {
            contacts.push(number, contact)?;
        }
        let contacts = Some(contacts);
        let input = Input { services, contacts, preferred: None, edition: self.edition };
        let tables = compile::compile(&input, Packing::LOOSE)?;
        Ok(Registry::loaded(tables, NAME, self.hides.check(self.limits)?))
    }
}

impl Registry {
    /// Builds a registry of hand-made records.
    pub fn builder() -> RegistryBuilder {
        RegistryBuilder::default()
    }
}
