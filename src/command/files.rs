//! Registries from files, and what is exported to files.

use core::fmt::Display;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use iana_ports::diff::Whitespace;
use iana_ports::export::{
    ContactsCsv, ContactsJsonLines, EnrichmentCsv, FlatContactsCsv, FlatCsv, Json, JsonLines,
    ServicesCsv, ServicesFile, ZeekTable,
};
use iana_ports::layers::Layers;
use iana_ports::{Registry, registry};

use crate::arguments::{Diff, Export, Format};
use crate::out::{Failure, Form, Output, complain};

/// The table that a directory has, and the one that it may be without.
const SERVICES: &str = "service-names-port-numbers.csv";
const CONTACTS: &str = "contacts.csv";

/// Loads a registry: a directory, a CSV file in IANA's columns, or a file of
/// services(5), told apart by their content.
pub(crate) fn load(path: &Path) -> Result<Registry, String> {
    if path.is_dir() {
        return Registry::from_dir(path).map_err(|error| error.to_string());
    }
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    if start.trim_ascii_start().starts_with(b"<") {
        return Err(format!("{name}: expected a CSV or services(5) file, found XML"));
    }
    let loader = Registry::loader().name(&name);
    let registry = if start.starts_with(ServicesCsv::COLUMNS[0].as_bytes()) {
        loader.from_csv(&*bytes)
    } else {
        loader.from_services_file(&*bytes)
    };
    registry.map_err(|error| error.to_string())
}

/// Compares two registries, with their contacts where both have them.
pub(crate) fn diff(asked: &Diff, out: &mut Output) -> Result<(), Failure> {
    let (old, new) = (&*asked.old, asked.new.as_deref());
    let lacks_contacts = |path: &&Path| !path.join(CONTACTS).is_file();
    let lacking: Vec<&Path> =
        [Some(old), new].into_iter().flatten().filter(lacks_contacts).collect();
    let contacts = lacking.is_empty();
    let load = |path: &Path| match path.is_dir() && !contacts {
        true => load(&path.join(SERVICES)),
        false => load(path),
    };
    let old = load(old)?;
    let new = match new {
        Some(new) => Some(load(new)?),
        None if contacts => None,
        None => Some(without_contacts(registry())?),
    };
    if let [without] = lacking[..] {
        let without = without.display();
        complain(&format_args!("iana-ports: contacts are not compared: {without} has none"));
    }
    let new = new.as_ref().unwrap_or(registry());
    let whitespace = if asked.exact { Whitespace::Exact } else { Whitespace::Collapsed };
    let diff = old.diff_with(new, whitespace);
    match out.form {
        Form::Json => write!(out, "{}", diff.json())?,
        _ => write!(out, "{diff}")?,
    }
    Ok(())
}

/// The rows of a registry, where contacts are no more than handles.
fn without_contacts(of: &Registry) -> Result<Registry, String> {
    let csv = ServicesCsv::new(of).to_string();
    Registry::from_csv(csv.as_bytes()).map_err(|error| error.to_string())
}

/// Writes an export to a file, or to standard output.
pub(crate) fn export(asked: &Export, layers: &Layers<'_>, out: &mut Output) -> Result<(), Failure> {
    // What is written is made while it is written.
    let content: &dyn Display = match asked.format {
        Format::ServicesFile => &ServicesFile::new(layers),
        Format::ServicesCsv => &ServicesCsv::new(layers),
        Format::ContactsCsv => &ContactsCsv::new(layers),
        Format::EnrichmentCsv => &enrichment_csv(asked, layers),
        Format::FlatCsv => &FlatCsv::new(layers),
        Format::FlatContactsCsv => &FlatContactsCsv::new(layers),
        Format::Json => &Json::new(layers),
        Format::JsonLines => &JsonLines::new(layers),
        Format::ContactsJsonLines => &ContactsJsonLines::new(layers),
        Format::ZeekTable => &ZeekTable::new(layers),
    };
    let Some(path) = &asked.file else { return Ok(write!(out, "{content}")?) };
    let write = || {
        let mut file = BufWriter::new(File::create(path)?);
        write!(file, "{content}")?;
        file.flush()
    };
    write().map_err(|error: io::Error| {
        Failure::Refused(format!("{}: cannot write: {error}", path.display()))
    })
}

/// The table in the form that is asked for.
fn enrichment_csv<'r>(asked: &Export, layers: &'r Layers<'r>) -> EnrichmentCsv<'r, Layers<'r>> {
    let mut csv = EnrichmentCsv::new(layers);
    if let Some(transport) = asked.transport {
        csv = csv.transport(transport);
    }
    if asked.two_columns { csv.two_columns() } else { csv }
}
