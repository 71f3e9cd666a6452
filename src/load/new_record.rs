//! Hand-made records.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::columns::ServiceColumns;
use crate::compile::{alias_to, says_unassigned};
use crate::load::hides::Hides;
use crate::values::transport::Transport;

/// A record to be registered: what [`RegistryBuilder::record`] takes.
///
/// It is a [service](Self::service), or says that ports without one are
/// [reserved](Self::reserved) or [unassigned](Self::unassigned). There is a
/// method for each other column of the tiers of the build; all may be left out.
/// The values are checked by [`RegistryBuilder::build`].
///
/// [`RegistryBuilder::record`]: crate::load::RegistryBuilder::record
/// [`RegistryBuilder::build`]: crate::load::RegistryBuilder::build
///
/// # Example
///
/// ```
/// use iana_ports::load::NewRecord;
/// use iana_ports::{Registry, Transport::{Tcp, Udp}};
///
/// let billing = NewRecord::service("billing").port(9000).transport(Tcp).transport(Udp);
/// let registry = Registry::builder().record(billing).build()?;
///
/// let service = registry.lookup_port(9000, Udp).unwrap();
/// assert_eq!(service.to_string(), "billing (9000/udp)");
/// assert_eq!(registry.services_named("billing").len(), 2);
/// # Ok::<(), iana_ports::load::RegistryError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct NewRecord {
    kind: Kind,
    /// The cells, but for those that the other fields say.
    row: ServiceColumns<String>,
    ports: Option<RangeInclusive<u16>>,
    transports: Vec<Transport>,
    pub(super) assignees: Vec<String>,
    pub(super) contacts: Vec<String>,
    references: Vec<String>,
    alias_of: Option<String>,
}

/// What a record says of its ports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Service,
    Reserved,
    Unassigned,
}

const PLACES: ServiceColumns<usize> = ServiceColumns::PLACES;

/// The name of a row in lower case, its ports and its transport.
pub(super) type Key = (String, Option<RangeInclusive<u16>>, Option<Transport>);

impl NewRecord {
    /// A service of this name, with no port, on any transport.
    pub fn service(name: impl Into<String>) -> Self {
        let mut record = Self::of(Kind::Service, "");
        record.row.service_name = name.into();
        record
    }

    /// Ports that no service is to have, on any transport: described as
    /// `Reserved`, or as `description` says, which must not have the word
    /// "unassigned" in it.
    ///
    /// ```
    /// use iana_ports::load::NewRecord;
    /// use iana_ports::{Registry, Status, Transport::Tcp};
    ///
    /// let registry = Registry::builder()
    ///     .record(NewRecord::reserved(9000..=9099))
    ///     .record(NewRecord::unassigned(9100..=9199))
    ///     .build()?;
    /// assert_eq!(registry.status(9000, Tcp), Status::Reserved);
    /// assert_eq!(registry.record_on(9100, Tcp).unwrap().status(), Status::Unassigned);
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    pub fn reserved(ports: RangeInclusive<u16>) -> Self {
        Self::of(Kind::Reserved, "Reserved").ports(ports)
    }

    /// Ports that are free, on any transport: described as `Unassigned`, or as
    /// `description` says, which must have that word in it, in any case. See
    /// [`reserved`](Self::reserved) for an example.
    pub fn unassigned(ports: RangeInclusive<u16>) -> Self {
        Self::of(Kind::Unassigned, "Unassigned").ports(ports)
    }

    fn of(kind: Kind, description: &str) -> Self {
        Self {
            kind,
            row: ServiceColumns { description, ..ServiceColumns::all("") }.map(String::from),
            ports: None,
            transports: Vec::new(),
            assignees: Vec::new(),
            contacts: Vec::new(),
            references: Vec::new(),
            alias_of: None,
        }
    }

    /// On this port.
    pub fn port(mut self, port: u16) -> Self {
        self.row.port_number = port.to_string();
        Self { ports: Some(port..=port), ..self }
    }

    /// On a range of ports: each of them.
    ///
    /// ```
    /// use iana_ports::load::NewRecord;
    /// use iana_ports::{Registry, Transport::Tcp};
    ///
    /// let pool = NewRecord::service("pool").ports(9000..=9010).transport(Tcp);
    /// let registry = Registry::builder().record(pool).build()?;
    /// assert_eq!(registry.lookup_port(9007, Tcp).unwrap().name(), "pool");
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    pub fn ports(mut self, ports: RangeInclusive<u16>) -> Self {
        self.row.port_number = format!("{}-{}", ports.start(), ports.end());
        Self { ports: Some(ports), ..self }
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
    /// use iana_ports::load::NewRecord;
    /// use iana_ports::{Registry, Transport::Tcp};
    ///
    /// let billing = NewRecord::service("billing").port(9000).transport(Tcp);
    /// let invoices = NewRecord::service("invoices").port(9000).transport(Tcp).alias_of("billing");
    /// let registry = Registry::builder().record(invoices).record(billing).build()?;
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
            if !self.row.service_name.is_empty() {
                hides.name(self.row.service_name.clone(), transport);
            }
        }
    }

    /// The column whose cell does not say what the record is, the cell, and
    /// what was expected there: rows are told apart by their cells.
    pub(super) fn contradiction(&self) -> Option<(usize, &str, &'static str)> {
        let is_unassigned = says_unassigned(&self.row.description);
        match self.kind {
            Kind::Service if self.row.service_name.is_empty() => {
                Some((PLACES.service_name, "", "a name"))
            }
            Kind::Reserved if is_unassigned => Some((
                PLACES.description,
                &self.row.description,
                "a text without \"unassigned\" for reserved ports",
            )),
            Kind::Unassigned if !is_unassigned => Some((
                PLACES.description,
                &self.row.description,
                "a text with \"unassigned\" for unassigned ports",
            )),
            _ => None,
        }
    }

    /// The name of the service that it is an alias to.
    pub(super) fn target(&self) -> Option<&str> {
        self.alias_of.as_deref()
    }

    /// What tells each of its rows; or those of another name beside them.
    pub(super) fn keys(&self, name: Option<&str>) -> impl Iterator<Item = Key> {
        let name = name.unwrap_or(&self.row.service_name).to_ascii_lowercase();
        let any = self.transports.is_empty().then_some(None);
        let transports = any.into_iter().chain(self.transports.iter().copied().map(Some));
        transports.map(move |transport| (name.clone(), self.ports.clone(), transport))
    }

    /// The handles and references, each with the place of its column.
    pub(super) fn parts(&self) -> impl Iterator<Item = (usize, &str)> {
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
            None => self.row.assignment_notes.clone(),
            Some(name) if self.row.assignment_notes.is_empty() => alias_to(name),
            Some(name) => format!("{}\n{}", self.row.assignment_notes, alias_to(name)),
        };
        any.into_iter().chain(transports).map(move |transport| {
            let row = ServiceColumns {
                transport_protocol: transport.to_owned(),
                assignee: bracketed(&self.assignees),
                contact: bracketed(&self.contacts),
                reference: bracketed(&self.references),
                assignment_notes: notes.clone(),
                ..self.row.clone()
            };
            row.into_array()
        })
    }
}

#[cfg(feature = "details")]
impl NewRecord {
    /// What it is, in words.
    ///
    /// ```
    /// use iana_ports::{Registry, load::NewRecord};
    ///
    /// let billing = NewRecord::service("billing").description("Billing, v2").reference("RFC6335");
    /// let registry = Registry::builder().record(billing).build()?;
    /// let service = registry.services().next().unwrap();
    /// assert_eq!(service.description(), "Billing, v2");
    /// assert_eq!(service.references().next().unwrap().to_string(), "RFC 6335");
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.row.description = description.into();
        self
    }

    /// When it was registered.
    pub fn registered(mut self, date: crate::values::date::Date) -> Self {
        self.row.registration_date = date.to_string();
        self
    }

    /// When the registration was modified.
    pub fn modified(mut self, date: crate::values::date::Date) -> Self {
        self.row.modification_date = date.to_string();
        self
    }

    /// A reference, as the registry writes it (`RFC6335`, a URI, or any text),
    /// with or without its brackets, after those given before. A number alone
    /// is the mark of a footnote: see
    /// [`References`](crate::reference::References).
    pub fn reference(mut self, reference: &str) -> Self {
        self.references.push(crate::text::phrase::bare(reference).into());
        self
    }

    /// The DCCP service code: 0 to 4,294,967,294 (RFC 4340 section 8.1.2).
    pub fn service_code(mut self, code: u32) -> Self {
        self.row.service_code = code.to_string();
        self
    }

    /// Who uses the port without being registered.
    pub fn unauthorized_use(mut self, report: impl Into<String>) -> Self {
        self.row.unauthorized_use_reported = report.into();
        self
    }

    /// What else there is to say.
    pub fn notes(mut self, notes: impl Into<String>) -> Self {
        self.row.assignment_notes = notes.into();
        self
    }
}

/// Parts in brackets.
fn bracketed(parts: &[String]) -> String {
    parts.iter().map(|part| format!("[{part}]")).collect()
}
