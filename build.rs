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
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

#[path = "src/columns.rs"]
mod columns;
#[path = "src/compile/mod.rs"]
mod compile;
#[path = "src/facts"]
mod facts {
    #[cfg(feature = "categories")]
    pub(crate) mod category;
    pub(crate) mod compile;
}
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
    pub(crate) mod pad;
    pub(crate) mod phrase;
    pub(crate) mod quoted;
    pub(crate) mod text_traits;
}
#[path = "src/values"]
mod values {
    pub(crate) mod date;
    pub(crate) mod status;
    pub(crate) mod transport;
    pub(crate) mod uri_cell;
    pub(crate) mod word;
}

use compile::{
    CsvFile, CsvFiles, Files, Limits, LoadError, Packing, RegistryError, ServicesFile, Tables,
};
use values::date::Date;

/// Names a directory, or a file of IANA's CSV or of services(5), to compile
/// instead of `registry/`.
const VARIABLE: &str = "IANA_PORTS_REGISTRY";

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo follows the sources of this program without being told.
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
    write(&told(tables(&registry, &shown))?, &out)?;
    #[cfg(feature = "contacts")]
    organizations(&package, &out)?;
    #[cfg(any(feature = "categories", feature = "customary"))]
    names_in_use(&package, &out)?;
    Ok(())
}

/// What was compiled; an error is shown as Cargo shows one.
fn told<T>(compiled: Result<T, impl Into<LoadError>>) -> Result<T, Box<dyn Error>> {
    compiled.map_err(|error| {
        let error: LoadError = error.into();
        // `Display`, where returning the error would print its `Debug`.
        println!("cargo::error={error}");
        "the registry does not compile".into()
    })
}

/// Writes each table to its file.
fn write(tables: &Tables, folder: &Path) -> io::Result<()> {
    let mut files = tables.files().into_iter();
    files.try_for_each(|(file, bytes)| fs::write(folder.join(file), bytes))
}

/// A file of our own facts, or one that they are checked against: of this
/// package, whatever registry is compiled.
fn of_package(package: &Path, file: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let path = package.join(file);
    println!("cargo::rerun-if-changed={}", path.display());
    let opened = File::open(path);
    let opened = opened.map_err(|error| LoadError::Read { file: file.to_owned(), error });
    told(opened.and_then(|opened| compile::read(file, opened, Limits::new())))
}

/// Writes the organizations.
#[cfg(feature = "contacts")]
fn organizations(package: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let file = "registry/organizations.csv";
    let bytes = of_package(package, file)?;
    let source = CsvFile { file, bytes: &bytes };
    let lines = told(facts::compile::organizations::compile(source, Limits::new()))?;
    Ok(fs::write(out.join("organizations"), lines)?)
}

/// Writes the tables of customary names and of categories.
#[cfg(any(feature = "categories", feature = "customary"))]
fn names_in_use(package: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    use facts::compile::Registered;

    let limits = Limits::new();
    let file = "registry/service-names-port-numbers.csv";
    let bytes = of_package(package, file)?;
    let registered = Registered::read(CsvFile { file, bytes: &bytes }, limits);
    let registered = told(registered)?;
    let file = "registry/customary.csv";
    let bytes = of_package(package, file)?;
    let names = CsvFile { file, bytes: &bytes };
    #[cfg(feature = "customary")]
    {
        let compiled =
            facts::compile::customary::compile(names, &registered, limits, Packing::TIGHT);
        let customary = told(compiled)?;
        let folder = out.join("customary");
        fs::create_dir_all(&folder)?;
        write(&customary.tables, &folder)?;
        fs::write(folder.join("registered.text"), customary.text)?;
        fs::write(folder.join("registered.spans"), customary.spans)?;
    }
    #[cfg(feature = "categories")]
    {
        let file = "registry/categories.csv";
        let bytes = of_package(package, file)?;
        let source = CsvFile { file, bytes: &bytes };
        let compiled = facts::compile::categories::compile(source, &registered, names, limits);
        let categories = told(compiled)?;
        let folder = out.join("categories");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("names.text"), categories.text)?;
        fs::write(folder.join("names.ends"), categories.ends)?;
        fs::write(folder.join("names.categories"), categories.categories)?;
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
