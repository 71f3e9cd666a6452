//! The public interface, held against the registry's CSV files.
//!
//! [`csv`] and [`model`] share no code with the crate: they read `registry/`
//! on their own and work out every answer by going through all rows. Row
//! numbers in messages count the records of the CSV file from 0.

#![cfg_attr(
    not(all(feature = "details", feature = "contacts")),
    allow(dead_code, reason = "the model has every column")
)]

mod csv;
mod model;

mod allocations;
mod cases_keys;
mod cases_names;
mod cases_transports;
mod export;
mod fingerprints;
mod free_ports;
mod iterators;
mod labels;
mod names;
mod port_spec;
mod ports;
mod preferred;
#[cfg(feature = "serde")]
mod serde;
mod servent;
mod traits;

#[cfg(all(feature = "details", feature = "contacts"))]
mod cases_people;
#[cfg(all(feature = "details", feature = "contacts"))]
mod cases_text;
#[cfg(feature = "details")]
mod citing;
#[cfg(all(feature = "details", feature = "contacts"))]
mod contacts;
#[cfg(all(feature = "details", feature = "contacts"))]
mod emails;
#[cfg(all(feature = "details", feature = "contacts", not(miri)))]
mod example;
#[cfg(feature = "details")]
mod expected_keys;
#[cfg(all(feature = "details", feature = "contacts", not(miri)))]
mod export_example;
#[cfg(all(feature = "details", feature = "contacts", not(miri)))]
mod lookup_example;
#[cfg(feature = "details")]
mod notes;
#[cfg(all(feature = "details", feature = "contacts"))]
mod rows;
#[cfg(feature = "runtime")]
mod runtime;
#[cfg(all(feature = "details", feature = "contacts"))]
mod seed;
#[cfg(all(feature = "details", feature = "contacts"))]
mod seed_page;
