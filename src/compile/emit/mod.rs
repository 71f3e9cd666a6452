//! Last stage, code generation: the model to the bytes of the tables.

mod contacts;
mod details;
mod lists;
mod name_cells;
mod names;
mod ports;
mod ranked_set;
mod slots;

use crate::compile::error::RegistryError;
use crate::compile::model::Model;
use crate::tables::{ContactTablesBuf, DetailTablesBuf, NameTablesBuf};
use crate::values::date::Date;

/// The compiled registry, tier by tier.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tables {
    pub(crate) names: NameTablesBuf,
    pub(crate) details: DetailTablesBuf,
    pub(crate) contacts: ContactTablesBuf,
    pub(crate) edition: Option<Date>,
}

impl Tables {
    /// The name of each table's file, and its bytes.
    #[allow(dead_code, reason = "only `build.rs` writes files")]
    pub(crate) fn files(&self) -> Vec<(&'static str, &[u8])> {
        [self.names.files(), self.details.files(), self.contacts.files()].concat()
    }
}

pub(crate) fn emit(model: &Model<'_>) -> Result<Tables, RegistryError> {
    Ok(Tables {
        names: names::names(model)?,
        details: details::details(model)?,
        contacts: contacts::contacts(model)?,
        edition: model.edition,
    })
}
