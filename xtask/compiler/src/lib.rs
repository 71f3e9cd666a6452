//! The registry compiler, so that a task can ask whether tables compile before
//! it writes them.
//!
//! The modules are the library's own, reached by path as `build.rs` does: what
//! is checked here is in no directory yet, and the library loads no other.

#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    unreachable_pub,
    unnameable_types,
    missing_docs,
    unexpected_cfgs,
    reason = "the modules are the library's, which uses and publishes the rest of them"
)]

#[path = "../../../src/ascii_case.rs"]
mod ascii_case;
#[path = "../../../src/compile/mod.rs"]
mod compile;
#[path = "../../../src/date.rs"]
mod date;
#[path = "../../../src/hash.rs"]
mod hash;
#[path = "../../../src/note.rs"]
mod note;
#[path = "../../../src/padded.rs"]
mod padded;
#[path = "../../../src/quoted.rs"]
mod quoted;
#[path = "../../../src/tables/layout.rs"]
mod tables;
#[path = "../../../src/transport.rs"]
mod transport;

use compile::{CompileError, Limits, Source, Sources};

/// The columns of `service-names-port-numbers.csv`.
pub const SERVICE_COLUMNS: [&str; 12] = compile::SERVICE_COLUMNS;

/// The columns of `contacts.csv`.
pub const CONTACT_COLUMNS: [&str; 5] = compile::CONTACT_COLUMNS;

/// A file of a registry: its name, for errors, and its bytes.
pub type File<'a> = (&'a str, &'a [u8]);

/// What is wrong with a registry.
///
/// Displays as `file:line: column: "value": expected …`.
#[derive(Debug)]
pub struct Invalid(CompileError);

impl Invalid {
    /// The file, and the line in it; `None` where the file is wrong as a whole.
    #[must_use]
    pub fn place(&self) -> (&str, Option<u64>) {
        (self.0.file(), self.0.line())
    }
}

impl core::fmt::Display for Invalid {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.fmt(f)
    }
}

impl core::error::Error for Invalid {}

/// Compiles the tables of services, contacts, preferred services and edition,
/// as the build of the library would.
///
/// # Errors
///
/// The first thing in them that the build would stop at.
pub fn check(
    services: File<'_>,
    contacts: File<'_>,
    preferred: File<'_>,
    edition: File<'_>,
) -> Result<(), Invalid> {
    let source = |(file, bytes)| Source { file, bytes };
    let sources = Sources {
        services: source(services),
        contacts: Some(source(contacts)),
        preferred: Some(source(preferred)),
        edition: Some(source(edition)),
    };
    compile::compile(sources, Limits::new()).map(drop).map_err(Invalid)
}
