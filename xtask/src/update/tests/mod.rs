//! The update of small repositories, and of one with a whole edition.

mod conversion;
mod download;
// The library's tests check the bundled registry with it.
#[path = "../../../../tests/it/edition/expected_keys.rs"]
mod expected_keys;
mod notes;
mod property;
mod refusals;
mod repository;
mod whole;
mod workflow;
mod writing;

use core::sync::atomic::{AtomicU32, Ordering};
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use super::check::Allowed;
use super::tables::{Files, Tables};
use super::xml::Xml;
use super::{update, xml};
use crate::fingerprints;

/// A document with a row for each way in which IANA writes them.
const REGISTRY: &str = include_str!("../../../tests/data/registry.xml");
/// What it has to become.
const SERVICES: &str = include_str!("../../../tests/data/services.csv");
const CONTACTS: &str = include_str!("../../../tests/data/contacts.csv");
const EDITION: &str = include_str!("../../../tests/data/edition.csv");

const LOG: &str = "# Changelog\n\n## [Unreleased]\n\n### Registry\n\n- Edition 2025-05-05.\n\n\
    ### Added\n\n- A thing.\n\n## [0.1.0]\n\n### Registry\n\n- Edition 2020-02-02.\n";

const NOTHING: Allowed = Allowed { shrink: false, older: false };

/// A repository in a directory of its own, which goes with it.
struct Repository(PathBuf);

impl Repository {
    /// One that is at the edition of [`REGISTRY`].
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("update-{}-{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let repository = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(repository.0.join("registry")).unwrap();
        repository.write("CHANGELOG.md", LOG);
        repository.write("registry/service-names-port-numbers.csv", SERVICES);
        repository.write("registry/contacts.csv", CONTACTS);
        repository.write("registry/edition.csv", EDITION);
        repository.write(
            "registry/preferred.csv",
            "Service Name,Port Number,Transport Protocol,Reason\nicpps,14143,tcp,A reason\n",
        );
        fingerprints::write(&repository.0.join("registry")).unwrap();
        repository
    }

    fn path(&self) -> &Path {
        &self.0
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).unwrap();
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    /// The names and contents of all files, for comparison.
    fn everything(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        for directory in [self.0.clone(), self.0.join("registry")] {
            for entry in fs::read_dir(directory).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    files.push((path.clone(), fs::read(path).unwrap()));
                }
            }
        }
        files.sort();
        files
    }

    fn update(&self, text: &str) -> Result<String, String> {
        update(&self.0, "r.xml", text, NOTHING)
    }

    /// That a document is refused with a message, and that nothing has changed.
    #[track_caller]
    fn assert_refuses(&self, text: &str, message: &str) {
        let before = self.everything();
        assert_eq!(self.update(text), Err(message.to_owned()));
        assert!(self.everything() == before);
    }
}

impl Drop for Repository {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

/// The document with a text exchanged that stands in it once.
#[track_caller]
fn with(old: &str, new: &str) -> String {
    assert_eq!(REGISTRY.matches(old).count(), 1, "{old}");
    REGISTRY.replacen(old, new, 1)
}

/// What a document becomes.
fn converted(text: &str) -> Result<Files, String> {
    let document = xml::parse("r.xml", text)?;
    let xml = Xml::new("r.xml", &document)?;
    crate::update::edition::converted(&xml)?.tables.files()
}

/// The tables of this repository.
fn bundled() -> Tables {
    Tables {
        services: rows("service-names-port-numbers.csv"),
        contacts: rows("contacts.csv"),
        edition: rows("edition.csv"),
    }
}

fn rows<const COLUMNS: usize>(file: &str) -> Vec<[String; COLUMNS]> {
    let mut reader = csv::Reader::from_path(fingerprints::registry().join(file)).unwrap();
    let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect::<Vec<_>>();
    reader.records().map(|row| cells(row.unwrap()).try_into().unwrap()).collect()
}
