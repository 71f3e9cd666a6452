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
#[path = "src/quoted.rs"]
mod quoted;
#[path = "src/tables/layout.rs"]
mod tables;
#[path = "src/transport.rs"]
mod transport;

use compile::{Source, Sources};

/// The files of `registry/`, in the order of [`Sources`].
const FILES: [&str; 4] =
    ["service-names-port-numbers.csv", "contacts.csv", "preferred.csv", "edition.csv"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src");
    let registry =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("expected CARGO_MANIFEST_DIR")?)
            .join("registry");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("expected OUT_DIR")?);
    let mut contents = Vec::new();
    for file in FILES {
        println!("cargo::rerun-if-changed=registry/{file}");
        contents.push(
            fs::read(registry.join(file)).map_err(|error| format!("registry/{file}: {error}"))?,
        );
    }
    let source = |index: usize| Source { file: FILES[index], bytes: &contents[index] };
    let tables = compile::compile(Sources {
        services: source(0),
        contacts: source(1),
        preferred: source(2),
        edition: source(3),
    });
    let tables = match tables {
        Ok(tables) => tables,
        // `Display`, where returning the error would print its `Debug`.
        Err(error) => {
            println!("cargo::error=registry/{error}");
            return Err("the registry does not compile".into());
        }
    };
    for (file, bytes) in tables.files() {
        fs::write(out.join(file), bytes)?;
    }
    Ok(())
}
