//! The bugs of other tables of ports, each as a test of what it guards against.
//!
//! The documentation of a test names the program, and the thread where there
//! is one. Inputs from reports on what people type are in `edition/`,
//! `lookups/` and `load/`, which read them as a table.

mod answers;
mod dns_sd;
#[cfg(feature = "runtime")]
mod files;
mod text;
