//! The present tables, and whether they are those that are compiled in.

use std::fs;
use std::path::Path;

use iana_ports::export::{ContactsCsv, ServicesCsv};

use super::tables::{CONTACTS, EDITION, Files, PREFERRED, SERVICES};

/// The files of a directory as `registry/`.
#[derive(Debug)]
pub(super) struct Present {
    pub(super) files: Files,
    pub(super) preferred: Vec<u8>,
}

impl Present {
    pub(super) fn read(directory: &Path) -> Result<Self, String> {
        let read = |name: &str| {
            let path = directory.join(name);
            fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let files =
            Files { services: read(SERVICES)?, contacts: read(CONTACTS)?, edition: read(EDITION)? };
        Ok(Self { files, preferred: read(PREFERRED)? })
    }

    /// Whether the registry of this program has the same rows, contacts and
    /// date. The tables need not be compiled then, which is most of the work.
    pub(super) fn is_compiled_in(&self) -> bool {
        let registry = iana_ports::registry();
        let Files { services, contacts, edition } = &self.files;
        let date = registry.edition().map(|date| format!("Last Updated,{date}"));
        let has_date = date.is_some_and(|date| {
            edition.split(|byte| *byte == b'\n').any(|line| line == date.as_bytes())
        });
        has_date
            && ContactsCsv::new(registry).to_string().as_bytes() == contacts
            && ServicesCsv::new(registry).to_string().as_bytes() == services
    }
}

#[cfg(test)]
mod tests {
    use super::Present;
    use crate::fingerprints;

    #[test]
    fn the_tables_of_the_repository_are_compiled_in_and_no_others() {
        let read = || Present::read(&fingerprints::registry()).unwrap();
        assert!(read().is_compiled_in());
        for change in [
            |present: &mut Present| present.files.services.push(b'\n'),
            |present: &mut Present| present.files.contacts.truncate(1_000),
            |present: &mut Present| present.files.edition.retain(|byte| *byte != b'2'),
        ] {
            let mut present = read();
            change(&mut present);
            assert!(!present.is_compiled_in());
        }
        let error = Present::read(&fingerprints::registry().join("none")).unwrap_err();
        assert!(error.contains("service-names-port-numbers.csv: "), "{error}");
    }
}
