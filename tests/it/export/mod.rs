//! The files of `export`, read again by readers that share no code with it.

mod columns;
#[cfg(feature = "contacts")]
mod csv;
#[cfg(feature = "details")]
mod enrichment;
#[cfg(all(target_os = "linux", feature = "details", feature = "contacts", not(miri)))]
// Tens of thousands of questions: not in every set of features.
#[cfg(feature = "runtime")]
mod getent;
mod json;
mod services_file;
