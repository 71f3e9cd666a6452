//! Hand-made services.

use core::ops::RangeInclusive;
use std::string::ToString;

use super::layers::Hides;
use crate::date::Date;
use crate::note;
use crate::transport::Transport;

/// A service to be registered: what [`RegistryBuilder::entry`] takes.
///
/// It has a method for each column of the registry; all but the name may be
/// left out. The values are checked by [`RegistryBuilder::build`].
///
/// [`RegistryBuilder::entry`]: crate::RegistryBuilder::entry
/// [`RegistryBuilder::build`]: crate::RegistryBuilder::build
///
/// # Example
///
/// ```
/// use iana_ports::{Entry, Registry, Transport::{Tcp, Udp}};
///
/// let billing = Entry::new("billing")
///     .port(9000)
///     .transport(Tcp)
///     .transport(Udp)
///     .description("Billing, version 2")
///     .assignee("ops")
///     .reference("RFC6335");
/// let registry = Registry::builder().entry(billing).build()?;
///
/// let service = registry.lookup_port(9000, Udp).unwrap();
/// assert_eq!(service.to_string(), "billing (9000/udp)");
/// assert_eq!(service.assignees().next().unwrap().handle(), "ops");
/// assert_eq!(registry.services_named("billing").len(), 2);
/// # Ok::<(), iana_ports::CompileError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Entry {
    name: String,
    ports: Option<RangeInclusive<u16>>,
    port_cell: String,
    transports: Vec<Transport>,
    description: String,
    assignees: String,
    contacts: String,
    registered: String,
    modified: String,
    references: String,
    service_code: String,
    unauthorized_use: String,
    notes: String,
}

impl Entry {
    /// A service of this name, with no port, on any transport. With an empty
    /// name and a [`port`](Self::port) it is no service, but says that the port
    /// is reserved, or `Unassigned` if that is its description.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// On this port.
    pub fn port(self, port: u16) -> Self {
        Self { ports: Some(port..=port), port_cell: port.to_string(), ..self }
    }

    /// On a range of ports: each of them.
    ///
    /// ```
    /// use iana_ports::{Entry, Registry, Transport::Tcp};
    ///
    /// let pool = Entry::new("pool").ports(9000..=9010).transport(Tcp);
    /// let registry = Registry::builder().entry(pool).build()?;
    /// assert_eq!(registry.lookup_port(9007, Tcp).unwrap().name(), "pool");
    /// # Ok::<(), iana_ports::CompileError>(())
    /// ```
    pub fn ports(self, ports: RangeInclusive<u16>) -> Self {
        let port_cell = format!("{}-{}", ports.start(), ports.end());
        Self { ports: Some(ports), port_cell, ..self }
    }

    /// On this transport, and those given before. Without one, on any.
    pub fn transport(mut self, transport: Transport) -> Self {
        if !self.transports.contains(&transport) {
            self.transports.push(transport);
        }
        self
    }

    /// What it is, in words.
    pub fn description(self, description: impl Into<String>) -> Self {
        Self { description: description.into(), ..self }
    }

    /// The handle of an assignee, after those given before.
    pub fn assignee(mut self, handle: &str) -> Self {
        bracketed(&mut self.assignees, handle);
        self
    }

    /// The handle of a contact, after those given before.
    pub fn contact(mut self, handle: &str) -> Self {
        bracketed(&mut self.contacts, handle);
        self
    }

    /// When it was registered.
    pub fn registered(self, date: Date) -> Self {
        Self { registered: date.to_string(), ..self }
    }

    /// When the registration was modified.
    pub fn modified(self, date: Date) -> Self {
        Self { modified: date.to_string(), ..self }
    }

    /// A reference, as the registry writes it without its brackets (`RFC6335`,
    /// a URI, or any text), after those given before.
    pub fn reference(mut self, reference: &str) -> Self {
        bracketed(&mut self.references, reference);
        self
    }

    /// The DCCP service code: 0 to 4,294,967,294 (RFC 4340 section 8.1.2).
    pub fn service_code(self, code: u32) -> Self {
        Self { service_code: code.to_string(), ..self }
    }

    /// Who uses the port without being registered.
    pub fn unauthorized_use(self, report: impl Into<String>) -> Self {
        Self { unauthorized_use: report.into(), ..self }
    }

    /// What else there is to say.
    pub fn notes(self, notes: impl Into<String>) -> Self {
        Self { notes: notes.into(), ..self }
    }

    /// Makes it an alias to the service of another name, which is on the same
    /// ports and on all of its transports (RFC 6335 section 10.1). It says so
    /// in its [notes](Self::notes), after those given before.
    ///
    /// ```
    /// use iana_ports::{Entry, Registry, Transport::Tcp};
    ///
    /// let billing = Entry::new("billing").port(9000).transport(Tcp);
    /// let invoices = Entry::new("invoices").port(9000).transport(Tcp).alias_of("billing");
    /// let registry = Registry::builder().entry(invoices).entry(billing).build()?;
    /// let names: Vec<_> = registry.services_on(9000, Tcp).map(|service| service.name()).collect();
    /// assert_eq!(names, ["billing", "invoices"]);
    /// # Ok::<(), iana_ports::CompileError>(())
    /// ```
    pub fn alias_of(mut self, name: &str) -> Self {
        if !self.notes.is_empty() {
            self.notes.push('\n');
        }
        self.notes.push_str(&note::alias_to(name));
        self
    }

    /// Hides what it replaces.
    pub(super) fn hide_others(&self, hides: &mut Hides) {
        let any = self.transports.is_empty().then_some(None);
        for transport in any.into_iter().chain(self.transports.iter().copied().map(Some)) {
            if let Some(ports) = &self.ports {
                hides.ports(ports.clone(), transport);
            }
            if !self.name.is_empty() {
                hides.name(self.name.clone(), transport);
            }
        }
    }

    /// The rows of the registry that it is, in its twelve columns.
    pub(super) fn rows(&self) -> impl Iterator<Item = [&str; 12]> {
        let any = self.transports.is_empty().then_some("");
        any.into_iter().chain(self.transports.iter().map(|transport| transport.as_str())).map(
            |transport| {
                [
                    &self.name,
                    &self.port_cell,
                    transport,
                    &self.description,
                    &self.assignees,
                    &self.contacts,
                    &self.registered,
                    &self.modified,
                    &self.references,
                    &self.service_code,
                    &self.unauthorized_use,
                    &self.notes,
                ]
            },
        )
    }
}

/// Appends a part in brackets.
fn bracketed(cell: &mut String, part: &str) {
    cell.push('[');
    cell.push_str(part);
    cell.push(']');
}
