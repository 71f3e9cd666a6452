//! Hand-made services.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::columns::ServiceColumns;
use crate::load::hides::Hides;
#[cfg(feature = "details")]
use crate::values::date::Date;
use crate::values::note;
use crate::values::transport::Transport;

/// A service to be registered: what [`RegistryBuilder::entry`] takes.
///
/// It has a method for each column of the tiers of the build; all but the name
/// may be left out. The values are checked by [`RegistryBuilder::build`].
///
/// [`RegistryBuilder::entry`]: crate::load::RegistryBuilder::entry
/// [`RegistryBuilder::build`]: crate::load::RegistryBuilder::build
///
/// # Example
///
/// ```
/// use iana_ports::load::Entry;
/// use iana_ports::{Registry, Transport::{Tcp, Udp}};
///
/// let billing = Entry::new("billing").port(9000).transport(Tcp).transport(Udp);
/// let registry = Registry::builder().entry(billing).build()?;
///
/// let service = registry.lookup_port(9000, Udp).unwrap();
/// assert_eq!(service.to_string(), "billing (9000/udp)");
/// assert_eq!(registry.services_named("billing").len(), 2);
/// # Ok::<(), iana_ports::load::RegistryError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Entry {
    name: String,
    ports: Option<RangeInclusive<u16>>,
    port_cell: String,
    transports: Vec<Transport>,
    description: String,
    assignees: Vec<String>,
    contacts: Vec<String>,
    registered: String,
    modified: String,
    references: Vec<String>,
    service_code: String,
    unauthorized_use: String,
    notes: String,
    alias_of: Option<String>,
}

/// The name of a row in lower case, its ports and its transport.
pub(super) type Key = (String, Option<RangeInclusive<u16>>, Option<Transport>);

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
    /// use iana_ports::load::Entry;
    /// use iana_ports::{Registry, Transport::Tcp};
    ///
    /// let pool = Entry::new("pool").ports(9000..=9010).transport(Tcp);
    /// let registry = Registry::builder().entry(pool).build()?;
    /// assert_eq!(registry.lookup_port(9007, Tcp).unwrap().name(), "pool");
    /// # Ok::<(), iana_ports::load::RegistryError>(())
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

    /// Makes it an alias to the service of another name, which is on the same
    /// ports and on all of its transports (RFC 6335 section 10.1), and in the
    /// same registry. Its notes say so at their end.
    ///
    /// ```
    /// use iana_ports::load::Entry;
    /// use iana_ports::{Registry, Transport::Tcp};
    ///
    /// let billing = Entry::new("billing").port(9000).transport(Tcp);
    /// let invoices = Entry::new("invoices").port(9000).transport(Tcp).alias_of("billing");
    /// let registry = Registry::builder().entry(invoices).entry(billing).build()?;
    /// let names: Vec<_> = registry.services_on(9000, Tcp).map(|service| service.name()).collect();
    /// assert_eq!(names, ["billing", "invoices"]);
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    pub fn alias_of(self, name: impl Into<String>) -> Self {
        Self { alias_of: Some(name.into()), ..self }
    }

    /// Hides what it replaces.
    pub(super) fn hide_others(&self, hides: &mut Hides) {
        for (_, ports, transport) in self.keys(None) {
            if let Some(ports) = ports {
                hides.ports(ports, transport);
            }
            if !self.name.is_empty() {
                hides.name(self.name.clone(), transport);
            }
        }
    }

    /// The name of the service that it is an alias to.
    pub(super) fn target(&self) -> Option<&str> {
        self.alias_of.as_deref()
    }

    /// What tells each of its rows; or those of another name beside them.
    pub(super) fn keys(&self, name: Option<&str>) -> impl Iterator<Item = Key> {
        let name = name.unwrap_or(&self.name).to_ascii_lowercase();
        let any = self.transports.is_empty().then_some(None);
        let transports = any.into_iter().chain(self.transports.iter().copied().map(Some));
        transports.map(move |transport| (name.clone(), self.ports.clone(), transport))
    }

    /// The handles and references, each with the place of its column.
    pub(super) fn parts(&self) -> impl Iterator<Item = (usize, &str)> {
        const PLACES: ServiceColumns<usize> = ServiceColumns::PLACES;
        let assignees = (PLACES.assignee, &self.assignees);
        let contacts = (PLACES.contact, &self.contacts);
        let references = (PLACES.reference, &self.references);
        [assignees, contacts, references]
            .into_iter()
            .flat_map(|(column, parts)| parts.iter().map(move |part| (column, part.as_str())))
    }

    /// The rows of the registry that it is, in its twelve columns.
    pub(super) fn rows(&self) -> impl Iterator<Item = [String; 12]> {
        let any = self.transports.is_empty().then_some("");
        let transports = self.transports.iter().map(|transport| transport.as_str());
        let notes = match &self.alias_of {
            None => self.notes.clone(),
            Some(name) if self.notes.is_empty() => note::alias_to(name),
            Some(name) => format!("{}\n{}", self.notes, note::alias_to(name)),
        };
        any.into_iter().chain(transports).map(move |transport| {
            let row = ServiceColumns {
                service_name: self.name.clone(),
                port_number: self.port_cell.clone(),
                transport_protocol: transport.to_owned(),
                description: self.description.clone(),
                assignee: bracketed(&self.assignees),
                contact: bracketed(&self.contacts),
                registration_date: self.registered.clone(),
                modification_date: self.modified.clone(),
                reference: bracketed(&self.references),
                service_code: self.service_code.clone(),
                unauthorized_use_reported: self.unauthorized_use.clone(),
                assignment_notes: notes.clone(),
            };
            row.into_array()
        })
    }
}

#[cfg(feature = "details")]
impl Entry {
    /// What it is, in words.
    ///
    /// ```
    /// use iana_ports::{Registry, load::Entry};
    ///
    /// let billing = Entry::new("billing").description("Billing, v2").reference("RFC6335");
    /// let registry = Registry::builder().entry(billing).build()?;
    /// let service = registry.services().next().unwrap();
    /// assert_eq!(service.description(), "Billing, v2");
    /// assert_eq!(service.references().next().unwrap().to_string(), "RFC 6335");
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    pub fn description(self, description: impl Into<String>) -> Self {
        Self { description: description.into(), ..self }
    }

    /// When it was registered.
    pub fn registered(self, date: Date) -> Self {
        Self { registered: date.to_string(), ..self }
    }

    /// When the registration was modified.
    pub fn modified(self, date: Date) -> Self {
        Self { modified: date.to_string(), ..self }
    }

    /// A reference, as the registry writes it (`RFC6335`, a URI, or any text),
    /// with or without its brackets, after those given before. A number alone is
    /// the mark of a footnote: see [`References`](crate::reference::References).
    pub fn reference(mut self, reference: &str) -> Self {
        self.references.push(bare(reference).into());
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
}

#[cfg(feature = "contacts")]
impl Entry {
    /// The handle of an assignee, with or without its brackets, after those
    /// given before.
    ///
    /// ```
    /// use iana_ports::{Registry, load::Entry};
    ///
    /// let billing = Entry::new("billing").assignee("[ops]").contact("help");
    /// let registry = Registry::builder().entry(billing).build()?;
    /// let service = registry.services().next().unwrap();
    /// assert_eq!(service.assignees().next().unwrap().handle(), "ops");
    /// assert_eq!(service.contacts().next().unwrap().handle(), "help");
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    pub fn assignee(mut self, handle: &str) -> Self {
        self.assignees.push(bare(handle).into());
        self
    }

    /// The handle of a contact, with or without its brackets, after those given
    /// before.
    pub fn contact(mut self, handle: &str) -> Self {
        self.contacts.push(bare(handle).into());
        self
    }
}

/// A handle or reference without its brackets.
#[cfg(any(feature = "details", feature = "contacts"))]
fn bare(part: &str) -> &str {
    part.strip_prefix('[').and_then(|part| part.strip_suffix(']')).unwrap_or(part)
}

/// Parts in brackets.
fn bracketed(parts: &[String]) -> String {
    parts.iter().map(|part| format!("[{part}]")).collect()
}
