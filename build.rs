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

extern crate alloc;

use core::error::Error;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "src/columns.rs"]
mod columns;
#[path = "src/compile/mod.rs"]
mod compile;
#[path = "src/tables"]
mod tables {
    mod buffers;
    mod layout;
    pub(crate) mod lookup_key;

    pub(crate) use buffers::*;
    pub(crate) use layout::*;
}
#[path = "src/text"]
mod text {
    pub(crate) mod ascii_case;
    pub(crate) mod pad;
    pub(crate) mod phrase;
    pub(crate) mod quoted;
    pub(crate) mod text_traits;
}
#[path = "src/values"]
mod values {
    pub(crate) mod date;
    pub(crate) mod replacement;
    pub(crate) mod transport;
    pub(crate) mod uri_cell;
}

use compile::{Files, Limits, LoadError, Packing, RegistryError, Tables};

/// Names a directory to compile instead of `registry/`.
const VARIABLE: &str = "IANA_PORTS_REGISTRY";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let directory =
        |name: &str| env::var_os(name).map(PathBuf::from).ok_or(format!("expected {name}"));
    let (package, out) = (directory("CARGO_MANIFEST_DIR")?, directory("OUT_DIR")?);
    println!("cargo::rustc-check-cfg=cfg(own_registry)");
    let (registry, shown) = match env::var_os(VARIABLE) {
        Some(own) if !own.is_empty() => {
            println!("cargo::rustc-cfg=own_registry");
            // Shown whole: a relative path does not start where the user is.
            (package.join(&own), package.join(own))
        }
        _ => (package.join("registry"), PathBuf::from("registry")),
    };
    // The directory, as not all of its files must be there.
    println!("cargo::rerun-if-changed={}", registry.display());
    match tables(&registry, &shown) {
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

/// The tables of the registry in a directory.
fn tables(registry: &Path, shown: &Path) -> Result<Tables, LoadError> {
    let files = Files::read(registry, shown, Limits::new())?;
    let tables = compile::compile_files(files.sources(), Limits::new(), Packing::TIGHT)?;
    if tables.edition.is_none() {
        let expected = "edition.csv with a row \"Last Updated\", or a row of a service with a date";
        return Err(RegistryError::of_file(&shown.display().to_string(), expected).into());
    }
    Ok(tables)
}
