//! The public interface, held against the registry's CSV files.
//!
//! A folder is what its tests guard. [`oracle`] shares no code with the crate:
//! it reads `registry/` on its own and works out every answer by going through
//! all rows. Row numbers in messages count the records of the CSV file from 0.
//! Whatever a new edition of the registry may break is in [`edition`].

#![cfg_attr(
    not(all(feature = "details", feature = "contacts")),
    allow(dead_code, reason = "the model has every column")
)]

mod oracle;

#[cfg(all(feature = "details", feature = "contacts"))]
mod columns;
mod edition;
mod export;
#[cfg(any(feature = "categories", feature = "customary"))]
mod facts;
mod find;
mod flow;
mod house;
mod layers;
mod lookups;
mod peers;

#[cfg(all(feature = "cli", not(miri)))]
mod command;
#[cfg(all(feature = "runtime", feature = "details", feature = "contacts"))]
mod diff;
#[cfg(all(feature = "alloc", feature = "details", feature = "contacts", not(miri)))]
mod examples;
#[cfg(all(feature = "runtime", feature = "details", feature = "contacts"))]
mod hostile;
#[cfg(feature = "runtime")]
mod load;
#[cfg(all(
    feature = "categories",
    feature = "contacts",
    feature = "details",
    feature = "runtime",
    feature = "serde",
    not(miri)
))]
mod properties;
#[cfg(feature = "serde")]
mod serde;
