//! Second stage: cells to the typed rows of each table.

use crate::compile::error::RegistryError;
use crate::compile::limits::Limits;
use crate::compile::read::{Cell, CsvFile, Table};
use crate::values::date::Date;
use crate::values::transport::Transport;

/// The columns of `service-names-port-numbers.csv`, as IANA names them.
pub(crate) const SERVICE_COLUMNS: [&str; 12] = [
    "Service Name",
    "Port Number",
    "Transport Protocol",
    "Description",
    "Assignee",
    "Contact",
    "Registration Date",
    "Modification Date",
    "Reference",
    "Service Code",
    "Unauthorized Use Reported",
    "Assignment Notes",
];

/// The names that IANA gave to columns before, each with the one it has now:
/// files of 2017 and 2018 still have them.
pub(super) const FORMER_COLUMNS: [(&str, &str); 1] =
    [("Known Unauthorized Uses", "Unauthorized Use Reported")];

/// The columns of `contacts.csv`: those of IANA's "Contact Information".
pub(crate) const CONTACT_COLUMNS: [&str; 5] =
    ["ID", "Name", "Organization", "Contact URI", "Last Updated"];

/// The columns of `preferred.csv`.
pub(crate) const PREFERRED_COLUMNS: [&str; 4] =
    ["Service Name", "Port Number", "Transport Protocol", "Reason"];

/// The columns of `edition.csv`.
pub(crate) const EDITION_COLUMNS: [&str; 2] = ["Field", "Value"];

/// The longest name or handle, in bytes.
const LONGEST_NAME: usize = 254;

/// A row of the registry.
#[derive(Debug)]
pub(crate) struct ServiceRow<'t> {
    pub(crate) name: Cell<'t>,
    pub(crate) ports: Option<(u16, u16)>,
    /// Whether the ports are written as a range, which may be one of one port.
    pub(crate) is_range: bool,
    pub(crate) transport: Option<Transport>,
    pub(crate) description: &'t str,
    pub(crate) assignees: Handles<'t>,
    pub(crate) contacts: Handles<'t>,
    pub(crate) registered: Option<Date>,
    pub(crate) modified: Option<Date>,
    pub(crate) references: &'t str,
    pub(crate) service_code: Option<u32>,
    pub(crate) unauthorized_use: &'t str,
    pub(crate) notes: &'t str,
}

/// A cell that is nothing but handles in brackets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Handles<'t>(Cell<'t>);

impl<'t> Handles<'t> {
    pub(crate) fn text(self) -> &'t str {
        self.0.text
    }

    /// Each handle, in its place.
    pub(crate) fn cells(self) -> impl Iterator<Item = Cell<'t>> {
        bracketed(self.0).into_iter().flatten().map(move |handle| self.0.with(handle))
    }
}

/// A row of the contact table.
#[derive(Debug)]
pub(crate) struct ContactRow<'t> {
    pub(crate) handle: Cell<'t>,
    pub(crate) name: &'t str,
    pub(crate) organization: &'t str,
    pub(crate) uris: &'t str,
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
    table.rows().map(service_row).collect()
}

fn service_row(cells: [Cell<'_>; 12]) -> Result<ServiceRow<'_>, RegistryError> {
    let [
        name,
        port,
        transport,
        description,
        assignee,
        contact,
        registered,
        modified,
        reference,
        code,
        use_,
        notes,
    ] = cells;
    if name.text.is_empty() && port.text.is_empty() {
        return Err(port.error("a port number in a row without a service name"));
    }
    if !is_bracketed(reference) {
        return Err(reference.error("references in brackets, such as [RFC6335][RFC7605]"));
    }
    Ok(ServiceRow {
        name: short(name)?,
        ports: ports(port)?,
        is_range: port.text.contains('-'),
        transport: transport_protocol(transport)?,
        description: description.text,
        assignees: handles(assignee)?,
        contacts: handles(contact)?,
        registered: date(registered)?,
        modified: date(modified)?,
        references: reference.text,
        service_code: service_code(code)?,
        unauthorized_use: use_.text,
        notes: notes.text,
    })
}

/// The rows of `contacts.csv`.
pub(crate) fn contact_rows<'t>(table: &'t Table<'_, 5>) -> Rows<'t, ContactRow<'t>> {
    let row = |[handle, name, organization, uris, updated]: [Cell<'t>; 5]| {
        let bare = handle
            .text
            .strip_prefix('[')
            .and_then(|text| text.strip_suffix(']'))
            .unwrap_or(handle.text);
        if bare.is_empty() || bare.contains(['[', ']']) {
            return Err(handle.error("a contact handle, such as Jon_Postel"));
        }
        Ok(ContactRow {
            handle: short(handle.with(bare))?,
            name: name.text,
            organization: organization.text,
            uris: uris.text,
            updated: date(updated)?,
        })
    };
    table.rows().map(row).collect()
}

/// The rows of `preferred.csv`.
pub(crate) fn preferred_rows<'t>(table: &'t Table<'_, 4>) -> Rows<'t, PreferredRow<'t>> {
    let row = |[name, port, transport, reason]: [Cell<'t>; 4]| {
        if name.text.is_empty() {
            return Err(name.error("a service name"));
        }
        if reason.text.is_empty() {
            return Err(reason.error("the reason why this row is preferred"));
        }
        Ok(PreferredRow { name, ports: ports(port)?, transport: transport_protocol(transport)? })
    };
    table.rows().map(row).collect()
}

/// The date of the edition: the field "Last Updated" of `edition.csv`.
pub(crate) fn edition(source: CsvFile<'_>, limits: Limits) -> Result<Date, RegistryError> {
    let table = Table::read(source, EDITION_COLUMNS, limits)?;
    let mut updated = table.rows().filter(|[field, _]| field.text == "Last Updated");
    let Some([_, value]) = updated.next() else {
        return Err(RegistryError::of_file(source.file, "a row \"Last Updated\""));
    };
    if let Some([field, _]) = updated.next() {
        return Err(field.error("one row of this field"));
    }
    date(value)?.ok_or_else(|| value.error(DATE))
}

/// A name or handle, checked for its length and for control characters.
pub(crate) fn short(cell: Cell<'_>) -> Result<Cell<'_>, RegistryError> {
    if cell.text.len() > LONGEST_NAME {
        return Err(cell.error(format!("at most {LONGEST_NAME} bytes")));
    }
    if cell.text.chars().any(char::is_control) {
        return Err(cell.error("no control characters"));
    }
    if cell.text.trim() != cell.text {
        return Err(cell.error("no blanks at either end"));
    }
    Ok(cell)
}

/// The ports of a cell, if there are any.
pub(crate) fn ports(cell: Cell<'_>) -> Result<Option<(u16, u16)>, RegistryError> {
    if cell.text.is_empty() {
        return Ok(None);
    }
    let (first, last) = cell.text.split_once('-').unwrap_or((cell.text, cell.text));
    match (port(first), port(last)) {
        (Some(first), Some(last)) if first <= last => Ok(Some((first, last))),
        (Some(_), Some(_)) => Err(cell.error("a range of ports whose first is not above its last")),
        _ => Err(cell.error("a port of 0-65535 or a range of them, such as 6000-6063")),
    }
}

/// A number as it is shown again: `u16::from_str` would take a plus sign and
/// leading zeros as well.
fn port(text: &str) -> Option<u16> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && (text == "0" || !text.starts_with('0')) { text.parse().ok() } else { None }
}

fn transport_protocol(cell: Cell<'_>) -> Result<Option<Transport>, RegistryError> {
    if cell.text.is_empty() {
        return Ok(None);
    }
    cell.text.parse().map(Some).map_err(|_| cell.error("tcp, udp, sctp, dccp or nothing"))
}

const DATE: &str = "a date written YYYY-MM or YYYY-MM-DD, with months 01-12 and days 01-31";

fn date(cell: Cell<'_>) -> Result<Option<Date>, RegistryError> {
    if cell.text.is_empty() {
        return Ok(None);
    }
    let date: Date = cell.text.parse().map_err(|_| cell.error(DATE))?;
    if date.pack().is_none() {
        return Err(cell.error(format!("a date from {} to {}", Date::FIRST_YEAR, Date::LAST_YEAR)));
    }
    Ok(Some(date))
}

fn service_code(cell: Cell<'_>) -> Result<Option<u32>, RegistryError> {
    if cell.text.is_empty() {
        return Ok(None);
    }
    let digits = cell.text.bytes().all(|byte| byte.is_ascii_digit());
    match cell.text.parse() {
        // RFC 4340 section 8.1.2: the highest is no valid code.
        Ok(code) if digits && code < u32::MAX => Ok(Some(code)),
        _ => Err(cell.error("a service code of 0-4294967294")),
    }
}

/// Whether the description of a row without a name says that its ports are
/// unassigned, in any words with this one. Ports of the other rows (reserved,
/// removed, in private use) are not available.
pub(crate) fn says_unassigned(description: &str) -> bool {
    description.to_ascii_lowercase().contains("unassigned")
}

fn handles(cell: Cell<'_>) -> Result<Handles<'_>, RegistryError> {
    if !is_bracketed(cell) {
        return Err(cell.error("contact handles in brackets, such as [Jon_Postel][IESG]"));
    }
    let handles = Handles(cell);
    handles.cells().try_for_each(|handle| short(handle).map(drop))?;
    Ok(handles)
}

/// What stands between the brackets of a cell of parts in brackets.
fn bracketed<'t>(cell: Cell<'t>) -> Option<impl Iterator<Item = &'t str> + use<'t>> {
    Some(cell.text.strip_prefix('[')?.strip_suffix(']')?.split("]["))
}

/// Whether a cell is nothing but parts in brackets, or empty.
fn is_bracketed(cell: Cell<'_>) -> bool {
    // One character at a time is found fast, unoptimised as well.
    let is_part = |part: &str| !part.is_empty() && !part.contains('[') && !part.contains(']');
    cell.text.is_empty() || bracketed(cell).is_some_and(|mut parts| parts.all(is_part))
}
