//! The compiler of the registry: CSV to tables, in four stages.
//!
//! [`read`] turns bytes into cells, [`rows`] cells into typed rows, [`model`]
//! rows into what they mean together, [`emit`] that into tables. The same
//! input gives the same bytes. `build.rs` runs it on `registry/`.

mod chain;
mod emit;
mod entries;
mod error;
mod model;
mod people;
mod read;
mod rows;
mod text;

#[cfg(test)]
mod tests;

pub(crate) use emit::Tables;
pub(crate) use error::CompileError;
pub(crate) use read::Source;

use read::Table;

/// The files of a registry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sources<'a> {
    pub(crate) services: Source<'a>,
    pub(crate) contacts: Source<'a>,
    pub(crate) preferred: Source<'a>,
    pub(crate) edition: Source<'a>,
}

/// Compiles a registry.
pub(crate) fn compile(sources: Sources<'_>) -> Result<Tables, CompileError> {
    let services = Table::read(sources.services, rows::SERVICE_COLUMNS)?;
    let contacts = Table::read(sources.contacts, rows::CONTACT_COLUMNS)?;
    let preferred = Table::read(sources.preferred, rows::PREFERRED_COLUMNS)?;
    let model = model::Model::new(
        rows::edition(sources.edition)?,
        &rows::service_rows(&services)?,
        &rows::contact_rows(&contacts)?,
        &rows::preferred_rows(&preferred)?,
    )?;
    emit::emit(&model)
}
