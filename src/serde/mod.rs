//! Serialization of every type, and deserialization of values, rows and
//! contacts.
//!
//! A row is written as a map of its columns and read back by its identity: what
//! is read leads to the row of the bundled registry, so nothing is allocated or
//! kept. Texts that only serve to find something are resolved where they are
//! visited.

// Before the modules that use its macros.
#[macro_use]
mod values;

pub mod as_text;
#[cfg(feature = "contacts")]
mod contact;
#[cfg(feature = "details")]
mod details;
mod explanation;
#[cfg(feature = "contacts")]
mod flat;
mod flow;
mod identity;
mod row;
mod text;
