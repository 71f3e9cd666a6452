//! The tables of `registry/` as rows of cells, and as CSV.

use iana_ports::export::{ContactsCsv, ServicesCsv};

/// The files that an update writes, in the directory of the registry.
pub(super) const SERVICES: &str = "service-names-port-numbers.csv";
pub(super) const CONTACTS: &str = "contacts.csv";
pub(super) const EDITION: &str = "edition.csv";
/// The file beside them, which an update only shortens.
pub(super) const PREFERRED: &str = "preferred.csv";

const EDITION_COLUMNS: [&str; 2] = ["Field", "Value"];

/// The tables that are IANA's data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tables {
    pub(super) services: Vec<[String; 12]>,
    pub(super) contacts: Vec<[String; 5]>,
    pub(super) edition: Vec<[String; 2]>,
}

/// The same tables as the bytes of their files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Files {
    pub(super) services: Vec<u8>,
    pub(super) contacts: Vec<u8>,
    pub(super) edition: Vec<u8>,
}

impl Tables {
    pub(super) fn files(&self) -> Result<Files, String> {
        Ok(Files {
            services: csv(ServicesCsv::COLUMNS, &self.services)?,
            contacts: csv(ContactsCsv::COLUMNS, &self.contacts)?,
            edition: csv(EDITION_COLUMNS, &self.edition)?,
        })
    }
}

/// Rows as CSV: LF, and quotes where RFC 4180 needs them.
fn csv<const COLUMNS: usize>(
    header: [&str; COLUMNS],
    rows: &[[String; COLUMNS]],
) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer
        .write_record(header)
        .and_then(|()| rows.iter().try_for_each(|row| writer.write_record(row)));
    written.map_err(|error| error.to_string())?;
    writer.into_inner().map_err(|error| error.to_string())
}

/// The index of the row that a line of the file belongs to.
pub(super) fn row_at<const COLUMNS: usize>(rows: &[[String; COLUMNS]], line: u64) -> Option<usize> {
    // The first line is the header.
    let mut end = 1;
    rows.iter().position(|row| {
        let newlines = row.iter().flat_map(|cell| cell.bytes()).filter(|byte| *byte == b'\n');
        end += 1 + newlines.count() as u64;
        line <= end
    })
}
