//! What the targets check: the properties of the tests, as they stand there.
//!
//! The modules are those of the tests and of `cargo xtask update`, by path, so
//! that a target finds what a test would.

#![allow(dead_code, reason = "the modules have more for the tests")]

#[path = "../../tests/it/oracle"]
mod oracle {
    pub(crate) mod choices;
    pub(crate) mod columns;
    pub(crate) mod csv;
    pub(crate) mod random;
}
#[path = "../../tests/it/hostile"]
mod hostile {
    use crate::oracle::columns;

    pub(crate) mod holds;
    mod texts;
    pub(crate) mod told;
}
#[path = "../../tests/it/diff"]
mod diff {
    pub(crate) mod cells;
    pub(crate) mod model;
}
#[path = "../../tests/it/properties"]
mod properties {
    pub(crate) mod csv;
    pub(crate) mod diff;
    pub(crate) mod exports;
    pub(crate) mod find;
    pub(crate) mod flow;
    pub(crate) mod json;
    pub(crate) mod layers;
    pub(crate) mod look_ups;
    pub(crate) mod services_file;
    pub(crate) mod values;
}
#[path = "../../xtask/src/update"]
mod update {
    mod convert;
    mod edition;
    mod preferred;
    pub(crate) mod property;
    mod schema;
    mod scratch;
    mod tables;
    mod text;
    mod xml;
}

/// IANA's CSV file.
pub fn csv(bytes: &[u8]) {
    properties::csv::check(bytes);
}

/// A services(5) file.
pub fn services_file(bytes: &[u8]) {
    properties::services_file::check(bytes);
}

/// Texts that are asked for, and texts that are read.
pub fn look_ups(text: &str) {
    properties::look_ups::check(text);
}

/// What is searched, suggested and grouped by organization.
pub fn find(text: &str) {
    properties::find::check(text);
}

/// Flows.
pub fn flow(bytes: &[u8]) {
    properties::flow::check(bytes);
}

/// Texts that are read as values.
pub fn values(text: &str) {
    properties::values::check(text);
}

/// JSON of every type that reads.
pub fn json(text: &str) {
    properties::json::check(text);
}

/// Exports, there and back.
pub fn exports(bytes: &[u8]) {
    properties::exports::check(bytes);
}

/// Pairs of registries.
pub fn diff(bytes: &[u8]) {
    properties::diff::check(bytes);
}

/// Registries on top of each other.
pub fn layers(bytes: &[u8]) {
    properties::layers::check(bytes);
}

/// IANA's XML, as an update reads it.
pub fn xml(text: &str) {
    let _ = update::property::check(text);
}
