//! The compiler of the registry: CSV to tables, in four stages.
//!
//! [`mod@read`] turns bytes into cells, [`rows`] cells into typed rows,
//! [`model`] rows into entries and indexes, [`emit`] the model into tables;
//! [`pool`] keeps their texts. The same input gives the same bytes. `build.rs`
//! runs the compiler on `registry/`, and the library on what it loads at run
//! time.

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
mod services_file;

#[cfg(test)]
mod tests;

use alloc::vec::Vec;

pub(crate) use aliases::alias_to;
pub(crate) use emit::Tables;
pub(crate) use error::Skipped;
pub use error::{LoadError, RegistryError};
pub(crate) use files::{CsvFiles, Files, read};
pub use limits::Limits;
pub(crate) use pool::Packing;
#[allow(unused_imports, reason = "the compiler of our own facts reads cells")]
pub(crate) use read::Cell;
pub(crate) use read::{CsvFile, Table};
#[cfg(feature = "runtime")]
pub(crate) use rows::says_unassigned;
#[allow(unused_imports, reason = "`build.rs` reads no services(5) file")]
pub(crate) use rows::short;
pub(crate) use rows::{Rank, ServiceRow};
#[allow(unused_imports, reason = "the compiler of our own facts reads ports")]
pub(crate) use rows::{filled, ports};
pub(crate) use services_file::ServicesFile;

use crate::columns::{ContactColumns, ServiceColumns};
use crate::values::date::Date;

/// The parsed tables of a registry.
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
    /// Whether a service that the registry lacks is an error.
    strict: bool,
}

impl Preferred<'static> {
    /// The preferred services of the bundled registry; those that a registry
    /// lacks are ignored.
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
    packing: Packing,
) -> Result<Tables, RegistryError> {
    let CsvFiles { services, contacts, preferred, edition } = sources;
    let contacts = contacts.map(|source| Table::read(source, ContactColumns::NAMES, limits));
    let preferred = match preferred {
        Some(source) => {
            let table = Table::read(source, rows::PREFERRED_COLUMNS, limits)?;
            Preferred { table, strict: true }
        }
        None => Preferred::bundled()?,
    };
    let input = Input {
        services: Table::read(services, ServiceColumns::NAMES, limits)?,
        contacts: contacts.transpose()?,
        preferred: Some(preferred),
        edition: edition.map(|source| rows::edition(source, limits)).transpose()?,
    };
    compile(&input, packing)
}

/// Compiles a services(5) file; gives what was left out too.
pub(crate) fn compile_services_file(
    source: ServicesFile<'_>,
    edition: Option<Date>,
    limits: Limits,
    packing: Packing,
) -> Result<(Tables, Skipped), RegistryError> {
    let (services, skipped) = source.read(limits)?;
    let input = Input { services, contacts: None, preferred: None, edition };
    Ok((compile(&input, packing)?, skipped))
}

/// Compiles parsed tables.
pub(crate) fn compile(input: &Input<'_>, packing: Packing) -> Result<Tables, RegistryError> {
    compile_ranked(input, &[], packing)
}

/// Compiles parsed tables, of which the rows with a rank are ranked by it.
pub(crate) fn compile_ranked(
    input: &Input<'_>,
    ranks: &[Rank],
    packing: Packing,
) -> Result<Tables, RegistryError> {
    Ok(compile_noting(input, ranks, packing, |_| ())?.0)
}

/// The same, with a note on each entry: what a function says of its row.
pub(crate) fn compile_noting<T>(
    input: &Input<'_>,
    ranks: &[Rank],
    packing: Packing,
    note: impl FnMut(&ServiceRow<'_>) -> T,
) -> Result<(Tables, Vec<T>), RegistryError> {
    let Input { services, contacts, preferred, edition } = input;
    let contacts = contacts.as_ref().map(rows::contact_rows).transpose()?.unwrap_or_default();
    let mut services = rows::service_rows(services)?;
    services.iter_mut().zip(ranks).for_each(|(row, rank)| row.rank = *rank);
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
    let model = model::Model::new(*edition, &services, &contacts, &preferred)?;
    let notes = model.entries.iter().map(|entry| entry.row).map(note).collect();
    Ok((emit::emit(&model, packing)?, notes))
}
