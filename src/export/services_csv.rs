//! The CSV writer of rows, byte for byte that of `registry/`.

use core::fmt;

use super::announced::Description;
use crate::columns::ServiceColumns;
use crate::registry::Registry;
use crate::registry::contact::Contacts;
use crate::registry::key::PortNumber;
use crate::registry::lookup::Lookup;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::text::csv;
use crate::values::date::Date;
use crate::values::details::service_code::ServiceCode;

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
#[derive(Debug)]
pub struct ServicesCsv<'r, R = Registry> {
    registry: &'r R,
}

copy_of!(ServicesCsv);

impl ServicesCsv<'_> {
    /// The names of the columns, as IANA writes them in the first line.
    ///
    /// ```
    /// use iana_ports::export::ServicesCsv;
    ///
    /// let csv = ServicesCsv::new(iana_ports::registry()).to_string();
    /// assert_eq!(csv.lines().next(), Some(ServicesCsv::COLUMNS.join(",").as_str()));
    /// ```
    pub const COLUMNS: [&'static str; 12] = ServiceColumns::NAMES;

    /// The line of one row, for a file of some rows.
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, export::ServicesCsv, lookup_port};
    ///
    /// let line = ServicesCsv::line(lookup_port(10162, Udp).unwrap().record());
    /// assert_eq!(line.to_string(), "snmpdtls-trap,10162,udp,SNMP-Trap-DTLS,,,,,[RFC6353],,,\n");
    /// ```
    #[must_use]
    pub fn line(record: Record<'_>) -> impl fmt::Display {
        Line(record)
    }
}

/// A line of the file, with its end.
struct Line<'r>(Record<'r>);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        csv::line(f, cells(self.0))
    }
}

impl<R: Lookup> fmt::Display for ServicesCsv<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        csv::line(f, ServicesCsv::COLUMNS)?;
        self.registry.records().try_for_each(|record| Line(record).fmt(f))
    }
}

/// The cells of a row, as the table has them.
///
/// The methods of a record leave out what only links rows, so that no text says
/// it twice; an export and a comparison of tables need it.
pub(crate) fn cells(record: Record<'_>) -> [RowCell<'_>; 12] {
    let row = ServiceColumns {
        service_name: RowCell::Text(record.service().map_or("", Service::name)),
        port_number: RowCell::PortNumber(record),
        transport_protocol: RowCell::Text(record.transport().map_or("", |on| on.as_str())),
        description: description(record),
        assignee: RowCell::Handles(record.assignees()),
        contact: RowCell::Handles(record.contacts()),
        registration_date: RowCell::Date(record.registered()),
        modification_date: RowCell::Date(record.modified()),
        reference: RowCell::Text(record.references().text()),
        service_code: RowCell::ServiceCode(record.service_code()),
        unauthorized_use_reported: RowCell::Text(record.unauthorized_use().unwrap_or("")),
        assignment_notes: RowCell::Text(record.notes().unwrap_or("")),
    };
    row.into_array()
}

/// A cell of a row; `Display` writes it as the table has it.
#[derive(Clone)]
pub(crate) enum RowCell<'r> {
    /// A text that is stored as it is.
    Text(&'r str),
    PortNumber(Record<'r>),
    Announcing(Description<'r>),
    /// `[Jon_Postel][IESG]`.
    Handles(Contacts<'r>),
    Date(Option<Date>),
    ServiceCode(Option<ServiceCode>),
}

impl fmt::Display for RowCell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::PortNumber(record) => PortNumber(*record).fmt(f),
            Self::Announcing(description) => description.fmt(f),
            Self::Handles(contacts) => {
                contacts.clone().try_for_each(|contact| write!(f, "{contact}"))
            }
            Self::Date(date) => date.map_or(Ok(()), |date| date.fmt(f)),
            Self::ServiceCode(code) => code.map_or(Ok(()), |code| code.fmt(f)),
        }
    }
}

/// The description, which is a stored text where there is no alias to announce.
fn description(record: Record<'_>) -> RowCell<'_> {
    match record.tables.names().aliases_of(record.entry).len() {
        0 => RowCell::Text(record.description()),
        _ => RowCell::Announcing(Description(record)),
    }
}
