//! Our own facts beside IANA's: the names by which people call services
//! (feature `customary`), and what services are for (feature `categories`).
//!
//! Each line of `registry/customary.csv` gives its reason and its source, which
//! is an RFC, the documentation of a program, or a services(5) file of a
//! system. Nothing here is mixed into the answers of the registry:
//! [`customary()`](crate::customary) is a registry of its own.

#[cfg(feature = "categories")]
mod categories;
#[cfg(feature = "categories")]
mod category;
#[cfg(all(test, feature = "runtime"))]
#[allow(dead_code, reason = "`build.rs` uses the rest of it")]
mod compile;
#[cfg(feature = "customary")]
mod customary;

#[cfg(feature = "categories")]
pub use category::{Category, ParseCategoryError};
#[cfg(feature = "customary")]
pub use customary::{CustomaryName, customary};
