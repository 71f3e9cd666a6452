//! Second stage, parsing of cells: to the typed rows of each table.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str::FromStr;

use crate::columns::{ContactColumns, ServiceColumns};
use crate::compile::error::RegistryError;
use crate::compile::limits::Limits;
use crate::compile::read::{Cell, Cells, CsvFile, Table};
use crate::text::phrase::bare;
use crate::values::date::Date;
use crate::values::transport::Transport;
use crate::values::uri_cell::StoredUris;

const NAMES: ServiceColumns<&str> = ServiceColumns::from_array(ServiceColumns::NAMES);

/// The columns of `preferred.csv`: the identity of a row, and why it is
/// preferred.
pub(crate) const PREFERRED_COLUMNS: [&str; 4] =
    [NAMES.service_name, NAMES.port_number, NAMES.transport_protocol, "Reason"];

/// The columns of `edition.csv`.
pub(crate) const EDITION_COLUMNS: [&str; 2] = ["Field", "Value"];

/// The longest name or handle, in bytes.
const LONGEST_NAME: usize = 254;

/// A rank that a row is given: lower first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rank {
    pub(crate) layer: u32,
    /// Ranks within the layer, before all else of the row, 0-7.
    pub(crate) on_port: u8,
    pub(crate) of_name: u8,
}

/// A row of the registry.
#[derive(Debug)]
pub(crate) struct ServiceRow<'t> {
    pub(crate) rank: Rank,
    cells: Cells<'t, 12>,
    pub(crate) name: &'t str,
    pub(crate) ports: Option<(u16, u16)>,
    /// Whether the ports are written as a range, which may be one of one port.
    pub(crate) is_range: bool,
    pub(crate) transport: Option<Transport>,
    pub(crate) registered: Option<Date>,
    pub(crate) modified: Option<Date>,
    pub(crate) service_code: Option<u32>,
}

const PLACES: ServiceColumns<usize> = ServiceColumns::PLACES;

impl<'t> ServiceRow<'t> {
    pub(crate) fn name_cell(&self) -> Cell<'t> {
        self.cells.cell(PLACES.service_name)
    }

    pub(crate) fn description(&self) -> &'t str {
        self.cells.text(PLACES.description)
    }

    pub(crate) fn references(&self) -> &'t str {
        self.cells.text(PLACES.reference)
    }

    pub(crate) fn unauthorized_use(&self) -> &'t str {
        self.cells.text(PLACES.unauthorized_use_reported)
    }

    pub(crate) fn notes(&self) -> &'t str {
        self.cells.text(PLACES.assignment_notes)
    }

    /// Whether two rows differ in nothing but their transport.
    pub(crate) fn differs_only_in_transport(&self, other: &Self) -> bool {
        const AFTER: usize = PLACES.transport_protocol + 1;
        let texts = |row: &Self| {
            let cells = row.cells;
            (AFTER..ServiceColumns::NAMES.len()).map(move |column| cells.text(column))
        };
        self.transport.is_some()
            && other.transport.is_some()
            && self.name == other.name
            && (self.ports, self.is_range, self.rank) == (other.ports, other.is_range, other.rank)
            && texts(self).eq(texts(other))
    }

    /// The assignees: handles in brackets.
    pub(crate) fn assignees(&self) -> Cell<'t> {
        self.cells.cell(PLACES.assignee)
    }

    /// The contacts: handles in brackets.
    pub(crate) fn contacts(&self) -> Cell<'t> {
        self.cells.cell(PLACES.contact)
    }
}

/// A row of the contact table.
#[derive(Debug)]
pub(crate) struct ContactRow<'t> {
    pub(crate) handle: Cell<'t>,
    pub(crate) name: &'t str,
    pub(crate) organization: &'t str,
    /// The URIs as the tables store them.
    pub(crate) uris: String,
    pub(crate) updated: Option<Date>,
}

/// A row that comes first on its key and among the rows of its name.
#[derive(Debug)]
pub(crate) struct PreferredRow<'t> {
    pub(crate) name: Cell<'t>,
    pub(crate) ports: Option<(u16, u16)>,
    pub(crate) transport: Option<Transport>,
}

type Rows<'t, R> = Result<Vec<R>, RegistryError>;

/// The rows of `service-names-port-numbers.csv`.
pub(crate) fn service_rows<'t>(table: &'t Table<'_, 12>) -> Rows<'t, ServiceRow<'t>> {
    // Sized at once: these are the most memory that a registry takes.
    let mut rows = Vec::with_capacity(table.rows().len());
    for cells in table.rows() {
        rows.push(service_row(cells)?);
    }
    Ok(rows)
}

fn service_row(cells: Cells<'_, 12>) -> Result<ServiceRow<'_>, RegistryError> {
    let [name, port, transport] =
        [PLACES.service_name, PLACES.port_number, PLACES.transport_protocol]
            .map(|at| cells.cell(at));
    if name.text.is_empty() && port.text.is_empty() {
        return Err(port.error("a port number in a row without a service name"));
    }
    let reference = cells.cell(PLACES.reference);
    if !is_bracketed(reference.text) {
        return Err(reference.error("references in brackets, such as [RFC6335][RFC7605]"));
    }
    let (name, is_range) = (short(name)?.text, port.text.contains('-'));
    let (ports, transport) = (filled(port, ports)?, filled(transport, transport_protocol)?);
    check_handles(cells.cell(PLACES.assignee))?;
    check_handles(cells.cell(PLACES.contact))?;
    Ok(ServiceRow {
        rank: Rank::default(),
        cells,
        name,
        ports,
        is_range,
        transport,
        registered: filled(cells.cell(PLACES.registration_date), date)?,
        modified: filled(cells.cell(PLACES.modification_date), date)?,
        service_code: filled(cells.cell(PLACES.service_code), service_code)?,
    })
}

/// The rows of `contacts.csv`.
pub(crate) fn contact_rows<'t>(table: &'t Table<'_, 5>) -> Rows<'t, ContactRow<'t>> {
    let row = |cells: Cells<'t, 5>| {
        let row = ContactColumns::from_array(cells.all());
        let bare = bare(row.id.text);
        if bare.is_empty() || bare.contains(['[', ']']) {
            return Err(row.id.error("a contact handle, such as Jon_Postel"));
        }
        Ok(ContactRow {
            handle: short(row.id.with(bare))?,
            name: row.name.text,
            organization: row.organization.text,
            uris: stored_uris(row.contact_uri)?,
            updated: filled(row.last_updated, date)?,
        })
    };
    table.rows().map(row).collect()
}

/// The stored form of a "Contact URI" cell, which has a byte more for each line
/// that is no `mailto:` URI.
fn stored_uris(cell: Cell<'_>) -> Result<String, RegistryError> {
    let stored = StoredUris(cell.text).to_string();
    if stored.len() > usize::from(u16::MAX) {
        let (most, found) = (u16::MAX, stored.len());
        let expected = "bytes without mailto: but with one for each line that begins otherwise";
        return Err(cell.error(format!("at most {most} {expected}, found {found}")));
    }
    Ok(stored)
}

/// The rows of `preferred.csv`.
pub(crate) fn preferred_rows<'t>(table: &'t Table<'_, 4>) -> Rows<'t, PreferredRow<'t>> {
    let row = |cells: Cells<'t, 4>| {
        let [name, port, transport, reason] = cells.all();
        if name.text.is_empty() {
            return Err(name.error("a service name"));
        }
        if reason.text.is_empty() {
            return Err(reason.error("the reason why this row is preferred"));
        }
        let (ports, transport) = (filled(port, ports)?, filled(transport, transport_protocol)?);
        Ok(PreferredRow { name, ports, transport })
    };
    table.rows().map(row).collect()
}

/// The date of the edition: the field "Last Updated" of `edition.csv`.
pub(crate) fn edition(source: CsvFile<'_>, limits: Limits) -> Result<Date, RegistryError> {
    let table = Table::read(source, EDITION_COLUMNS, limits)?;
    let mut updated =
        table.rows().map(Cells::all).filter(|[field, _]| field.text == "Last Updated");
    let Some([_, value]) = updated.next() else {
        return Err(RegistryError::of_file(source.file, "a row \"Last Updated\""));
    };
    if let Some([field, _]) = updated.next() {
        return Err(field.error("one row of this field"));
    }
    date(value)
}

/// A name or handle, checked for its length and for control characters.
pub(crate) fn short(cell: Cell<'_>) -> Result<Cell<'_>, RegistryError> {
    if cell.text.len() > LONGEST_NAME {
        return Err(cell.error(format!("at most {LONGEST_NAME} bytes")));
    }
    if cell.text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(cell);
    }
    if cell.text.chars().any(char::is_control) {
        return Err(cell.error("no control characters"));
    }
    if cell.text.trim() != cell.text {
        return Err(cell.error("no blanks at either end"));
    }
    Ok(cell)
}

/// What a cell says, if it says something.
pub(crate) fn filled<'t, T>(
    cell: Cell<'t>,
    read: impl FnOnce(Cell<'t>) -> Result<T, RegistryError>,
) -> Result<Option<T>, RegistryError> {
    if cell.text.is_empty() { Ok(None) } else { read(cell).map(Some) }
}

/// The ports of a cell.
pub(crate) fn ports(cell: Cell<'_>) -> Result<(u16, u16), RegistryError> {
    let (first, last) = match cell.text.bytes().position(|byte| byte == b'-') {
        Some(at) => (&cell.text[..at], &cell.text[at + 1..]),
        None => (cell.text, cell.text),
    };
    match (decimal(first), decimal(last)) {
        (Some(first), Some(last)) if first <= last => Ok((first, last)),
        (Some(_), Some(_)) => Err(cell.error("a range of ports whose first is not above its last")),
        _ => Err(cell.error("a port of 0-65535 or a range of them, such as 6000-6063")),
    }
}

/// A decimal number in canonical form: `FromStr` would accept a plus sign and
/// leading zeros as well, which a file that is written from the tables has not.
fn decimal<T: FromStr>(text: &str) -> Option<T> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && (text == "0" || !text.starts_with('0')) { text.parse().ok() } else { None }
}

fn transport_protocol(cell: Cell<'_>) -> Result<Transport, RegistryError> {
    cell.text.parse().map_err(|_| cell.error("tcp, udp, sctp, dccp or nothing"))
}

const DATE: &str = "a date written YYYY-MM or YYYY-MM-DD, with months 01-12 and days 01-31";

fn date(cell: Cell<'_>) -> Result<Date, RegistryError> {
    let date: Date = cell.text.parse().map_err(|_| cell.error(DATE))?;
    if date.pack().is_none() {
        return Err(cell.error(format!("a date from {} to {}", Date::FIRST_YEAR, Date::LAST_YEAR)));
    }
    Ok(date)
}

fn service_code(cell: Cell<'_>) -> Result<u32, RegistryError> {
    match decimal(cell.text) {
        // RFC 4340 section 8.1.2: the highest is no valid code.
        Some(code) if code < u32::MAX => Ok(code),
        _ => Err(cell.error("a service code of 0-4294967294")),
    }
}

/// Whether the description of a row without a name says that its ports are
/// unassigned, in any words with this one. Ports of the other rows (reserved,
/// removed, in private use) are not available.
pub(crate) fn says_unassigned(description: &str) -> bool {
    description.to_ascii_lowercase().contains("unassigned")
}

fn check_handles(cell: Cell<'_>) -> Result<(), RegistryError> {
    if !is_bracketed(cell.text) {
        return Err(cell.error("contact handles in brackets, such as [Jon_Postel][IESG]"));
    }
    handles(cell).try_for_each(|handle| short(handle).map(drop))
}

/// Each handle of a cell of handles in brackets, as a cell of its own.
pub(crate) fn handles(cell: Cell<'_>) -> impl Iterator<Item = Cell<'_>> {
    let handles = cell.text.split(['[', ']']).filter(|handle| !handle.is_empty());
    handles.map(move |handle| cell.with(handle))
}

/// Whether a cell is empty or nothing but bracketed parts.
fn is_bracketed(text: &str) -> bool {
    /// What a byte follows.
    #[derive(Clone, Copy, PartialEq)]
    enum After {
        Close,
        Open,
        Part,
    }
    let after = text.bytes().try_fold(After::Close, |after, byte| match (after, byte) {
        (After::Close, b'[') => Some(After::Open),
        (After::Part, b']') => Some(After::Close),
        (After::Close, _) | (_, b'[' | b']') => None,
        _ => Some(After::Part),
    });
    after == Some(After::Close)
}
