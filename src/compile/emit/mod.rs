//! Last stage: the model to the bytes of the tables.

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

/// A date in 16 bits; 0 for none. Rows have been checked to hold no other.
fn packed(date: Option<Date>) -> u16 {
    date.and_then(Date::pack).unwrap_or(0)
}

/// The low 16 bits: all of a number whose bound is checked elsewhere.
#[allow(clippy::cast_possible_truncation, reason = "that is what it is for")]
fn low16(number: usize) -> u16 {
    number as u16
}

pub(in crate::compile) fn put16(table: &mut Vec<u8>, number: u16) {
    table.extend(number.to_le_bytes());
}

/// The low 24 bits: all of a number whose bound is checked elsewhere.
pub(in crate::compile) fn put24(table: &mut Vec<u8>, number: u32) {
    table.extend(&number.to_le_bytes()[..3]);
}

fn put32(table: &mut Vec<u8>, number: u32) {
    table.extend(number.to_le_bytes());
}

fn put64(table: &mut Vec<u8>, number: u64) {
    table.extend(number.to_le_bytes());
}
