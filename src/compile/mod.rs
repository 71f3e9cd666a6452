//! The compiler of the registry: CSV to tables, in four stages.
//!
//! [`read`] turns bytes into cells, [`rows`] cells into typed rows, [`model`]
//! rows into what they mean together, [`emit`] that into tables. The same
//! input gives the same bytes. `build.rs` runs it on `registry/`, and the
//! library on what it loads at run time.

mod emit;
mod entries;
mod error;
mod files;
mod limits;
mod model;
mod people;
mod preferred;
mod read;
mod rows;
mod shape;
mod text;

#[cfg(test)]
mod tests;

pub(crate) use emit::{DetailsBuf, NamesBuf, PeopleBuf, Tables};
pub use error::{CompileError, LoadError};
pub(crate) use files::{Files, read};
pub use limits::Limits;
pub(crate) use read::{Source, Table};
#[allow(unused_imports, reason = "`build.rs` reads no services(5) file")]
pub(crate) use rows::short;
pub(crate) use rows::{CONTACT_COLUMNS, SERVICE_COLUMNS, ports};

use crate::date::Date;

/// The files of a registry. Those that may be missing are as if they had no
/// rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sources<'a> {
    pub(crate) services: Source<'a>,
    pub(crate) contacts: Option<Source<'a>>,
    pub(crate) preferred: Option<Source<'a>>,
    pub(crate) edition: Option<Source<'a>>,
}

/// The tables of a registry, as they are read.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    pub(crate) services: Table<'a, 12>,
    pub(crate) contacts: Option<Table<'a, 5>>,
    pub(crate) preferred: Option<Table<'a, 4>>,
    pub(crate) edition: Option<Date>,
}

/// Compiles a registry.
pub(crate) fn compile(sources: Sources<'_>, limits: Limits) -> Result<Tables, CompileError> {
    let Sources { services, contacts, preferred, edition } = sources;
    let contacts = contacts.map(|source| Table::read(source, CONTACT_COLUMNS, limits));
    let preferred = preferred.map(|source| Table::read(source, rows::PREFERRED_COLUMNS, limits));
    compile_input(&Input {
        services: Table::read(services, SERVICE_COLUMNS, limits)?,
        contacts: contacts.transpose()?,
        preferred: preferred.transpose()?,
        edition: edition.map(|source| rows::edition(source, limits)).transpose()?,
    })
}

/// Compiles what has been read.
pub(crate) fn compile_input(input: &Input<'_>) -> Result<Tables, CompileError> {
    let Input { services, contacts, preferred, edition } = input;
    let contacts = contacts.as_ref().map(rows::contact_rows).transpose()?.unwrap_or_default();
    let preferred = preferred.as_ref().map(rows::preferred_rows).transpose()?.unwrap_or_default();
    let services = rows::service_rows(services)?;
    emit::emit(&model::Model::new(*edition, &services, &contacts, &preferred)?)
}
