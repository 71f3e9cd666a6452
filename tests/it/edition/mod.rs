//! What the tests pin of the bundled edition: counts, odd rows, dates.
//!
//! A new edition may break a test of this folder and of no other.
//! `registry/README.md` says how an edition is reviewed.

mod cases_keys;
mod cases_names;
mod cases_transports;
mod counts;
mod fingerprints;
mod preferred;

#[cfg(all(feature = "details", feature = "contacts"))]
mod cases_people;
#[cfg(all(feature = "details", feature = "contacts"))]
mod cases_text;
#[cfg(all(feature = "details", feature = "contacts"))]
mod contacts;
#[cfg(all(feature = "details", feature = "contacts"))]
mod emails;
#[cfg(feature = "details")]
mod expected_keys;
#[cfg(feature = "details")]
mod explanations;
#[cfg(feature = "details")]
mod notes;
#[cfg(all(feature = "details", feature = "contacts"))]
mod organizations;
#[cfg(all(feature = "details", feature = "contacts"))]
mod queries;
#[cfg(all(feature = "details", feature = "contacts"))]
mod seed;
#[cfg(all(feature = "details", feature = "contacts"))]
mod seed_page;
