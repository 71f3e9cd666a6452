//! The files of `export`, read again by readers that share no code with it.

mod columns;
#[cfg(feature = "contacts")]
mod csv;
#[cfg(feature = "details")]
mod enrichment;
#[cfg(feature = "contacts")]
mod flat;
#[cfg(all(target_os = "linux", feature = "details", feature = "contacts", not(miri)))]
// Tens of thousands of questions: not in every set of features.
#[cfg(feature = "runtime")]
mod getent;
mod json;
mod json_lines;
mod services_file;
#[cfg(feature = "details")]
mod zeek;
