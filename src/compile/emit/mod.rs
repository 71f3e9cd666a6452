//! Last stage, code generation: the model to the bytes of the tables.

#[cfg(feature = "contacts")]
mod contacts;
mod crowds;
#[cfg(feature = "details")]
mod details;
mod lists;
mod name_cells;
mod names;
mod ports;
#[cfg(any(feature = "details", feature = "contacts"))]
mod ranked_set;
mod slots;

use alloc::vec::Vec;

use crate::compile::error::RegistryError;
use crate::compile::model::Model;
use crate::compile::pool::Packing;
use crate::tables;
use crate::values::date::Date;

/// The compiled registry: the tiers of the build.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tables {
    pub(crate) names: tables::NameTablesBuf,
    #[cfg(feature = "details")]
    pub(crate) details: tables::DetailTablesBuf,
    #[cfg(feature = "contacts")]
    pub(crate) contacts: tables::ContactTablesBuf,
    pub(crate) edition: Option<Date>,
}

impl Tables {
    /// The name of each table's file, and its bytes.
    #[allow(dead_code, reason = "only `build.rs` writes files")]
    pub(crate) fn files(&self) -> Vec<(&'static str, &[u8])> {
        [
            self.names.files(),
            #[cfg(feature = "details")]
            self.details.files(),
            #[cfg(feature = "contacts")]
            self.contacts.files(),
        ]
        .concat()
    }
}

pub(crate) fn emit(model: &Model<'_>, packing: Packing) -> Result<Tables, RegistryError> {
    Ok(Tables {
        names: names::names(model, packing)?,
        #[cfg(feature = "details")]
        details: details::details(model, packing)?,
        #[cfg(feature = "contacts")]
        contacts: contacts::contacts(model, packing)?,
        edition: model.edition,
    })
}
