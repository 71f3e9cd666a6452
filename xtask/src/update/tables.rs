//! The tables of `registry/` as rows of cells, and as CSV.

use std::fs;
use std::path::Path;

use iana_ports_compiler::{CONTACT_COLUMNS, SERVICE_COLUMNS};

/// The files that an update writes, in the directory of the registry.
pub(super) const SERVICES: &str = "service-names-port-numbers.csv";
pub(super) const CONTACTS: &str = "contacts.csv";
pub(super) const EDITION: &str = "edition.csv";
/// The file that it reads beside them.
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
    /// Reads the tables of a directory.
    pub(super) fn read(directory: &Path) -> Result<Self, String> {
        Ok(Self {
            services: rows(&directory.join(SERVICES))?,
            contacts: rows(&directory.join(CONTACTS))?,
            edition: rows(&directory.join(EDITION))?,
        })
    }

    /// The date of the edition, as `edition.csv` has it.
    pub(super) fn date(&self) -> &str {
        let field = self.edition.iter().find(|[field, _]| field == "Last Updated");
        field.map_or("", |[_, date]| date)
    }

    pub(super) fn files(&self) -> Result<Files, String> {
        Ok(Files {
            services: csv(SERVICE_COLUMNS, &self.services)?,
            contacts: csv(CONTACT_COLUMNS, &self.contacts)?,
            edition: csv(EDITION_COLUMNS, &self.edition)?,
        })
    }
}

fn rows<const COLUMNS: usize>(path: &Path) -> Result<Vec<[String; COLUMNS]>, String> {
    let error = |error: String| format!("{}: {error}", path.display());
    let bytes = fs::read(path).map_err(|cause| error(cause.to_string()))?;
    let mut rows = Vec::new();
    for record in csv::Reader::from_reader(&bytes[..]).into_records() {
        let record = record.map_err(|cause| error(cause.to_string()))?;
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        let row = cells.try_into().map_err(|cells: Vec<String>| {
            error(format!("expected {COLUMNS} columns, found {}", cells.len()))
        })?;
        rows.push(row);
    }
    Ok(rows)
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
