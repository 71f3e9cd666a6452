//! The compiler of the registry: CSV to tables, in four stages.
//!
//! [`read`] turns bytes into cells, [`rows`] cells into typed rows, [`model`]
//! rows into what they mean together, [`emit`] that into tables. The same
//! input gives the same bytes. `build.rs` runs it on `registry/`, and the
//! library on what it loads at run time.

mod aliases;
mod bytes;
mod emit;
mod encoding;
mod error;
mod files;
mod limits;
mod model;
mod pool;
mod read;
mod rows;

#[cfg(test)]
mod tests;

#[cfg(feature = "runtime")]
pub(crate) use aliases::alias_to;
pub(crate) use emit::Tables;
pub use error::{LoadError, RegistryError};
pub(crate) use files::{Files, read};
pub use limits::Limits;
pub(crate) use read::{CsvFile, Table};
#[cfg(feature = "runtime")]
pub(crate) use rows::says_unassigned;
#[allow(unused_imports, reason = "`build.rs` reads no services(5) file")]
pub(crate) use rows::short;
pub(crate) use rows::{CONTACT_COLUMNS, SERVICE_COLUMNS, ports};

use crate::values::date::Date;

/// The files of a registry. Without a contact table there are no contacts but
/// handles; without preferred services they are those of the bundled registry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CsvFiles<'a> {
    pub(crate) services: CsvFile<'a>,
    pub(crate) contacts: Option<CsvFile<'a>>,
    pub(crate) preferred: Option<CsvFile<'a>>,
    pub(crate) edition: Option<CsvFile<'a>>,
}

/// The tables of a registry, as they are read.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    pub(crate) services: Table<'a, 12>,
    pub(crate) contacts: Option<Table<'a, 5>>,
    pub(crate) preferred: Option<Preferred<'a>>,
    pub(crate) edition: Option<Date>,
}

/// The table of preferred services.
#[derive(Debug)]
pub(crate) struct Preferred<'a> {
    table: Table<'a, 4>,
    /// Whether each of its services has to be there.
    strict: bool,
}

impl Preferred<'static> {
    /// Those of the bundled registry, as far as they are there.
    fn bundled() -> Result<Self, RegistryError> {
        let bytes = include_bytes!("../../registry/preferred.csv");
        let source = CsvFile { file: "registry/preferred.csv", bytes };
        let table = Table::read(source, rows::PREFERRED_COLUMNS, Limits::new())?;
        Ok(Self { table, strict: false })
    }
}

/// Compiles a registry.
pub(crate) fn compile_files(
    sources: CsvFiles<'_>,
    limits: Limits,
) -> Result<Tables, RegistryError> {
    let CsvFiles { services, contacts, preferred, edition } = sources;
    let contacts = contacts.map(|source| Table::read(source, CONTACT_COLUMNS, limits));
    let preferred = match preferred {
        Some(source) => {
            let table = Table::read(source, rows::PREFERRED_COLUMNS, limits)?;
            Preferred { table, strict: true }
        }
        None => Preferred::bundled()?,
    };
    compile(&Input {
        services: Table::read(services, SERVICE_COLUMNS, limits)?,
        contacts: contacts.transpose()?,
        preferred: Some(preferred),
        edition: edition.map(|source| rows::edition(source, limits)).transpose()?,
    })
}

/// Compiles what has been read.
pub(crate) fn compile(input: &Input<'_>) -> Result<Tables, RegistryError> {
    let Input { services, contacts, preferred, edition } = input;
    let contacts = contacts.as_ref().map(rows::contact_rows).transpose()?.unwrap_or_default();
    let services = rows::service_rows(services)?;
    let preferred = match preferred {
        Some(Preferred { table, strict }) => {
            let mut rows = rows::preferred_rows(table)?;
            if !strict {
                model::preferred::retain_found(&services, &mut rows);
            }
            rows
        }
        None => Vec::new(),
    };
    emit::emit(&model::Model::new(*edition, &services, &contacts, &preferred)?)
}
