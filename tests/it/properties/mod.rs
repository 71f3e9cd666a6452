//! Properties: what holds for every input of a kind, whoever made it.
//!
//! Each module has a `check` of bytes or of a text. The targets of `fuzz/` give
//! it what a fuzzer makes, [`drawn`] what chance makes by a grammar, so that
//! most of it is valid.

mod csv;
mod diff;
mod drawn;
mod exports;
mod find;
mod flow;
mod json;
mod layers;
mod look_ups;
mod services_file;
mod values;
