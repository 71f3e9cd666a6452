//! The rows of the registry as CSV.

use core::fmt;

use super::csv::{Cell, Maybe};
use crate::note::Replacement;
use crate::record::Record;
use crate::registry::Registry;
use crate::{Contacts, Service};

/// Every row as `registry/service-names-port-numbers.csv` has it, byte for
/// byte: IANA's twelve columns, with quotes only where RFC 4180 section 2 asks
/// for them. Of a file with the header of 2017 or 2018 ("Known Unauthorized
/// Uses") the rows come back, under today's header.
///
/// Cells are those of the registry, not those of the methods: a description
/// announces the names that its service's replaces, and a range of one port is
/// written as a range.
///
/// A cell may begin with any character. A spreadsheet may take one that begins
/// with `=`, `+`, `-` or `@` for a formula; the bundled edition has none such.
///
/// # Example
///
/// ```
/// let csv = iana_ports::export::ServicesCsv::new(iana_ports::registry()).to_string();
/// assert!(csv.starts_with("Service Name,Port Number,Transport Protocol,Description,"));
/// assert!(csv.contains("\nsnmpdtls-trap,10162,udp,SNMP-Trap-DTLS,,,,,[RFC6353],,,\n"));
/// assert!(csv.contains("\n,4748-4748,,Unassigned,,,,,,,,\n"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ServicesCsv<'r> {
    registry: &'r Registry,
}

impl<'r> ServicesCsv<'r> {
    /// The rows of a registry.
    ///
    /// ```
    /// let csv = iana_ports::export::ServicesCsv::new(iana_ports::registry());
    /// assert!(csv.to_string().ends_with('\n'));
    /// ```
    #[must_use]
    pub const fn new(registry: &'r Registry) -> Self {
        Self { registry }
    }
}

const HEADER: &str = "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,\
    Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,\
    Assignment Notes";

impl fmt::Display for ServicesCsv<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}")?;
        for record in self.registry.records() {
            writeln!(
                f,
                "{},{},{},{},{},{},{},{},{},{},{},{}",
                Maybe(record.service().map(Service::name)),
                PortNumber(record),
                Maybe(record.transport()),
                Cell(Description(record)),
                Cell(Handles(record.assignees())),
                Cell(Handles(record.contacts())),
                Maybe(record.registered()),
                Maybe(record.modified()),
                Cell(record.references().text()),
                Maybe(record.service_code()),
                Maybe(record.unauthorized_use()),
                Maybe(record.notes()),
            )?;
        }
        Ok(())
    }
}

/// `443`, `6000-6063`, `4748-4748`, or nothing.
struct PortNumber<'r>(Record<'r>);

impl fmt::Display for PortNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Record { registry, entry, .. } = self.0;
        match self.0.ports() {
            Some(ports) if registry.names().is_range(entry) => {
                write!(f, "{}-{}", ports.start(), ports.end())
            }
            Some(ports) => write!(f, "{}", ports.start()),
            None => Ok(()),
        }
    }
}

/// The description, and the sentences that announce aliases.
struct Description<'r>(Record<'r>);

impl fmt::Display for Description<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Record { registry, entry, .. } = self.0;
        let (names, details) = (registry.names(), registry.details());
        let description = self.0.description();
        f.write_str(description)?;
        let mut gap = if description.is_empty() { "" } else { " " };
        // The usual order: the first alias is the last to be announced.
        let aliases = names.aliases_of(entry);
        for alias in (0..aliases.len()).rev().map(|index| aliases.get(index)) {
            match details.announcement(alias) {
                Some(written) => f.write_str(written)?,
                None => {
                    write!(f, "{gap}{}", Replacement(names.name(alias)))?;
                    gap = " ";
                }
            }
        }
        Ok(())
    }
}

/// `[Jon_Postel][IESG]`.
struct Handles<'r>(Contacts<'r>);

impl fmt::Display for Handles<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.into_iter().try_for_each(|contact| write!(f, "{contact}"))
    }
}
