//! The flat table of rows.

use core::fmt;

use super::{List, first_day};
use crate::registry::Registry;
use crate::registry::columns::fields::FieldWriter;
use crate::registry::lookup::Lookup;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::text::csv;
use crate::text::one_line::OneLine;
use crate::values::transport::Transport;

/// Every row as CSV in columns of one type, for data frames and SQL engines: a
/// line for each row of the registry, in its order, and a value in each cell.
///
/// | column | type | value |
/// |---|---|---|
/// | `service_name` | text | empty on a row that names no service |
/// | `first_port`, `last_port` | 0-65535 | the same twice for one port; empty on a row that registers a name only |
/// | `transport` | text | `tcp`, `udp`, `sctp` or `dccp`; empty where the registry names none, which stands for any |
/// | `protocol_number` | 0-255 | that of the transport, which flow records carry: 6, 17, 132 or 33; or empty |
/// | `status` | text | `Assigned`, `Reserved` or `Unassigned` |
/// | `description` | text | as [`Service::description`] has it |
/// | `assignee`, `contact` | list | handles without their brackets, as in [`FlatContactsCsv`] |
/// | `registration_date`, `modification_date` | text | as the registry writes them, `YYYY-MM-DD` or `YYYY-MM`; or empty |
/// | `references` | list | as [`Reference`] displays them: `RFC 9110` |
/// | `service_code` | 32 bits | a number, or empty |
/// | `unauthorized_use` | text | IANA's "Unauthorized Use Reported" |
/// | `assignment_notes` | text | |
/// | `registration_day`, `modification_day` | date | the first day that the date can be: `2005-02` is `2005-02-01`; or empty |
///
/// - A **list** is one cell with `|` between its items, and empty without any:
///   `string_split(assignee, '|')` in DuckDB. Were there a bar within an item,
///   it would be written as `\u{7c}`, a line end likewise; the bundled registry
///   has none.
/// - **No cell has a line end**: in a text, each run of blanks and line ends is
///   one blank. Quoting is RFC 4180's.
/// - A **missing value is an empty cell**, which engines read as `NULL`, also an
///   empty description.
/// - **Dates**: engines load the columns `_day` as dates, and by the text beside
///   them the months that the registry gives without a day can be told.
///
/// A row is not a key. Several rows may hold a port, and a range many ports: to
/// name the port of a flow, join with [`EnrichmentCsv`], which has the primary
/// service of every port and transport. From there the row is the one with the
/// same name that holds the port, and whose transport is the same or empty.
///
/// # Engines
///
/// DuckDB, pyarrow and ClickHouse read it without an option, with dates. Polars
/// does too, and reads dates as such with
/// `schema_overrides={"registration_day": pl.Date, "modification_day": pl.Date}`.
/// DataFusion needs `'format.schema_infer_max_rec' '20000'`: its default looks at
/// a thousand rows, in which every date has a day. Spark needs `escape='"'`: it
/// would take a backslash for the escape. pandas needs `keep_default_na=False,
/// na_values=[""]`: it would take the reference `n/a` for a missing one.
/// [Recipes] has the statements.
///
/// [Recipes]: https://docs.rs/iana-ports/latest/iana_ports/_documentation/recipes/index.html
///
/// # Example
///
/// ```
/// let csv = iana_ports::export::FlatCsv::new(iana_ports::registry()).to_string();
/// let x11 = csv.lines().find(|line| line.starts_with("x11,")).unwrap();
/// assert!(x11.starts_with("x11,6000,6063,tcp,6,Assigned,X Window System,"));
/// ```
///
/// [`EnrichmentCsv`]: crate::export::EnrichmentCsv
/// [`FlatContactsCsv`]: crate::export::FlatContactsCsv
/// [`Reference`]: crate::reference::Reference
#[derive(Debug)]
pub struct FlatCsv<'r, R = Registry> {
    registry: &'r R,
}

copy_of!(FlatCsv);

impl<R: Lookup> fmt::Display for FlatCsv<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        csv::line(f, FlatCsv::COLUMNS)?;
        self.registry.records().try_for_each(|record| writeln!(f, "{}", FlatRow(record)))
    }
}

/// A row as [`FlatCsv`] has it, for a file of some rows, or of other columns
/// beside its own.
///
/// `Display` writes the cells of its line. With the feature `serde` it
/// serializes as a struct of texts and numbers without any nesting, under the
/// names of the columns: `csv::Writer::serialize` takes it, and writes the bytes
/// of [`FlatCsv`]. A missing value is `None`, a list one text.
///
/// # Example
///
/// ```
/// use iana_ports::{Transport::Udp, export::FlatRow, lookup_port};
///
/// let row = FlatRow::from(lookup_port(10162, Udp).unwrap());
/// assert_eq!(
///     row.to_string(),
///     "snmpdtls-trap,10162,10162,udp,17,Assigned,SNMP-Trap-DTLS,,,,,RFC 6353,,,,,",
/// );
///
/// # #[cfg(feature = "serde")] {
/// let mut file = csv::Writer::from_writer(Vec::new());
/// for record in iana_ports::records() {
///     file.serialize(FlatRow::from(record))?;
/// }
/// let all = iana_ports::export::FlatCsv::new(iana_ports::registry()).to_string();
/// assert!(file.into_inner()? == all.as_bytes());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FlatRow<'r>(Record<'r>);

impl<'r> From<Record<'r>> for FlatRow<'r> {
    fn from(record: Record<'r>) -> Self {
        Self(record)
    }
}

impl<'r> From<Service<'r>> for FlatRow<'r> {
    fn from(service: Service<'r>) -> Self {
        Self(service.record())
    }
}

flat_columns! {
    FlatRow, FlatCsv, 17, record;
    service_name: optional_text(record.service().map(|service| OneLine(service.name())));
    first_port: optional_integer(record.port());
    last_port: optional_integer(record.ports().map(|ports| *ports.end()));
    transport: optional_text(record.transport());
    protocol_number: optional_integer(record.transport().map(Transport::protocol_number));
    status: text(record.status());
    description: text(OneLine(record.description()));
    assignee: text(List(record.assignees().map(|contact| contact.handle())));
    contact: text(List(record.contacts().map(|contact| contact.handle())));
    registration_date: optional_text(record.registered());
    modification_date: optional_text(record.modified());
    references: text(List(record.references()));
    service_code: optional_integer(record.service_code().map(|code| code.to_u32()));
    unauthorized_use: optional_text(record.unauthorized_use().map(OneLine));
    assignment_notes: optional_text(record.notes().map(OneLine));
    registration_day: optional_text(record.registered().and_then(first_day));
    modification_day: optional_text(record.modified().and_then(first_day));
}
