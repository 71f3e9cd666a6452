//! Compiles the tables of `registry/` into the tables of the library.

#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    unreachable_pub,
    unnameable_types,
    missing_docs,
    reason = "the modules are the library's, which uses and publishes the rest of them"
)]

use core::error::Error;
use std::env;
use std::fs;
use std::path::PathBuf;

#[path = "src/ascii_case.rs"]
mod ascii_case;
#[path = "src/compile/mod.rs"]
mod compile;
#[path = "src/date.rs"]
mod date;
#[path = "src/hash.rs"]
mod hash;
#[path = "src/note.rs"]
mod note;
#[path = "src/padded.rs"]
mod padded;
#[path = "src/quoted.rs"]
mod quoted;
#[path = "src/tables/layout.rs"]
mod tables;
#[path = "src/transport.rs"]
mod transport;

use compile::{Source, Sources};

/// The files of the registry, in the order of [`Sources`].
const FILES: [&str; 4] = [
    "registry/service-names-port-numbers.csv",
    "registry/contacts.csv",
    "registry/preferred.csv",
    "registry/edition.csv",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src");
    let directory =
        |name: &str| env::var_os(name).map(PathBuf::from).ok_or(format!("expected {name}"));
    let (package, out) = (directory("CARGO_MANIFEST_DIR")?, directory("OUT_DIR")?);
    let mut contents = Vec::new();
    for file in FILES {
        println!("cargo::rerun-if-changed={file}");
        contents.push(fs::read(package.join(file)).map_err(|error| format!("{file}: {error}"))?);
    }
    let source = |index: usize| Source { file: FILES[index], bytes: &contents[index] };
    let tables = compile::compile(Sources {
        services: source(0),
        contacts: source(1),
        preferred: source(2),
        edition: source(3),
    });
    match tables {
        Ok(tables) => tables
            .files()
            .into_iter()
            .try_for_each(|(file, bytes)| fs::write(out.join(file), bytes))?,
        Err(error) => {
            // `Display`, where returning the error would print its `Debug`.
            println!("cargo::error={error}");
            return Err("the registry does not compile".into());
        }
    }
    Ok(())
}
