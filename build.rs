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
use std::collections::BTreeMap;
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

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
    pub(crate) mod status;
    pub(crate) mod transport;
    pub(crate) mod uri_cell;
    pub(crate) mod word;
}

use compile::{
    CsvFile, CsvFiles, Files, Limits, LoadError, Packing, RegistryError, ServicesFile, Table,
    Tables,
};
use values::date::Date;

/// Names a directory, or a file of IANA's CSV or of services(5), to compile
/// instead of `registry/`.
const VARIABLE: &str = "IANA_PORTS_REGISTRY";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=registry/organizations.csv");
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
    let compiled = tables(&registry, &shown)
        .and_then(|tables| Ok((tables, organizations(&package.join("registry"))?)));
    match compiled {
        Ok((tables, organizations)) => {
            fs::write(out.join("organizations"), organizations)?;
            let mut files = tables.files().into_iter();
            files.try_for_each(|(file, bytes)| fs::write(out.join(file), bytes))?;
        }
        Err(error) => {
            // `Display`, where returning the error would print its `Debug`.
            println!("cargo::error={error}");
            return Err("the registry does not compile".into());
        }
    }
    Ok(())
}

/// The tables of a registry.
fn tables(registry: &Path, shown: &Path) -> Result<Tables, LoadError> {
    let (limits, packing) = (Limits::new(), Packing::TIGHT);
    let shown_file = shown.display().to_string();
    let tables = if registry.is_dir() {
        let files = Files::read(registry, shown, limits)?;
        compile::compile_files(files.sources(), limits, packing)?
    } else {
        let unread = |error| LoadError::Read { file: shown_file.clone(), error };
        let file = File::open(registry).map_err(unread)?;
        let changed = file.metadata().and_then(|data| data.modified()).map_err(unread)?;
        let bytes = compile::read(&shown_file, file, limits)?;
        if registry.extension().is_some_and(|extension| extension == "csv") {
            let services = CsvFile { file: &shown_file, bytes: &bytes };
            let files = CsvFiles { services, contacts: None, preferred: None, edition: None };
            compile::compile_files(files, limits, packing)?
        } else {
            let source = ServicesFile { file: &shown_file, bytes: &bytes, lenient: false };
            let edition = edition(changed);
            let (tables, skipped) =
                compile::compile_services_file(source, edition, limits, packing)?;
            skipped.iter().for_each(|line| println!("cargo::warning=left out: {line}"));
            tables
        }
    };
    if tables.edition.is_none() {
        let expected = "edition.csv with a row \"Last Updated\", or a row of a service with a date";
        return Err(RegistryError::of_file(&shown_file, expected).into());
    }
    Ok(tables)
}

/// Our own facts on organizations, for every registry: a line for each, sorted
/// without ASCII case, with its name, its other spellings and its mail domains,
/// which begin with `@`.
fn organizations(registry: &Path) -> Result<String, LoadError> {
    let file = "registry/organizations.csv";
    let unread = |error| LoadError::Read { file: file.to_owned(), error };
    let reader = File::open(registry.join("organizations.csv")).map_err(unread)?;
    let bytes = compile::read(file, reader, Limits::new())?;
    let header = ["Spelling", "Organization", "Reason"];
    let table = Table::read(CsvFile { file, bytes: &bytes }, header, Limits::new())?;
    let mut lines: BTreeMap<(String, &str), Vec<&str>> = BTreeMap::new();
    for [spelling, organization, reason] in table.rows().map(|row| row.all()) {
        for cell in [spelling, organization, reason] {
            if cell.text.is_empty() || cell.text.contains(['\t', '\n']) {
                return Err(cell.error("a text on one line, without tabs").into());
            }
        }
        let key = (organization.text.to_ascii_lowercase(), organization.text);
        let others = lines.entry(key).or_default();
        if spelling.text != organization.text {
            others.push(spelling.text);
        }
    }
    let line = |((_, name), others): (&(String, &str), &Vec<&str>)| {
        let cells = core::iter::once(name).chain(others).copied();
        cells.collect::<Vec<_>>().join("\t") + "\n"
    };
    Ok(lines.iter().map(line).collect())
}

/// The edition of a services file, which states none: the day (UTC) on which it
/// was changed last, or that of `SOURCE_DATE_EPOCH`, the variable of
/// reproducible builds.
fn edition(changed: SystemTime) -> Option<Date> {
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    let stated = env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let seconds: u64 =
        stated.or_else(|| Some(changed.duration_since(UNIX_EPOCH).ok()?.as_secs()))?;
    // No later than the year 9999, so that a wild number is none.
    let mut days = Some(seconds / 86_400).filter(|days| *days < 2_932_897)?;
    let is_leap = |year: u64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    let day = u8::try_from(days + 1).ok()?;
    Date::new(u16::try_from(year).ok()?, month, Some(day)).filter(|date| date.pack().is_some())
}
