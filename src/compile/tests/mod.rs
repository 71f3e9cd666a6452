//! The compiler on small registries, and twice on the bundled one.

mod accepted;
mod bundled;
mod cells;
#[cfg(feature = "contacts")]
mod contacts;
#[cfg(feature = "details")]
mod details;
mod entries;
mod files;
mod hostile;
mod limits;
mod model;
mod mutations;
mod packing;
mod slots;

use super::error::RegistryError;
use super::{CsvFile, CsvFiles, Limits, Packing, Tables, compile_files};

const SERVICES_HEADER: &str = "Service Name,Port Number,Transport Protocol,Description,Assignee,\
    Contact,Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,\
    Assignment Notes";
const CONTACTS_HEADER: &str = "ID,Name,Organization,Contact URI,Last Updated";
const PREFERRED_HEADER: &str = "Service Name,Port Number,Transport Protocol,Reason";
const EDITION_HEADER: &str = "Field,Value";

/// The files of a registry.
#[derive(Clone)]
struct Files {
    services: Vec<u8>,
    contacts: Vec<u8>,
    preferred: Vec<u8>,
    edition: Vec<u8>,
}

impl Files {
    /// A registry of one service, on line 2 of each file.
    fn valid() -> Self {
        let file = |header: &str, row: &str| format!("{header}\n{row}\n").into_bytes();
        Self {
            services: file(
                SERVICES_HEADER,
                "ssh,22,tcp,The Secure Shell,[IESG],[Ann],1995-07,2012-02-29,[RFC4251],,,",
            ),
            contacts: file(CONTACTS_HEADER, "Ann,Ann Other,Acme,mailto:ann&acme.example,2001-01"),
            preferred: file(PREFERRED_HEADER, "ssh,22,tcp,RFC 4251"),
            edition: file(EDITION_HEADER, "Last Updated,2026-08-17"),
        }
    }

    /// The valid registry with more services, from line 3.
    fn services(more: impl AsRef<[u8]>) -> Self {
        let valid = Self::valid();
        Self { services: [&valid.services, more.as_ref()].concat(), ..valid }
    }

    /// The valid registry with more contacts, from line 3.
    fn contacts(more: impl AsRef<[u8]>) -> Self {
        let valid = Self::valid();
        Self { contacts: [&valid.contacts, more.as_ref()].concat(), ..valid }
    }

    /// The valid registry with more preferred services, from line 3.
    fn preferred(more: impl AsRef<[u8]>) -> Self {
        let valid = Self::valid();
        Self { preferred: [&valid.preferred, more.as_ref()].concat(), ..valid }
    }

    /// The valid registry with these rows in `edition.csv`, from line 2.
    fn edition(rows: &str) -> Self {
        Self { edition: format!("{EDITION_HEADER}\n{rows}").into_bytes(), ..Self::valid() }
    }

    /// The tables, as they are made at run time.
    fn compile(&self) -> Result<Tables, RegistryError> {
        self.packed(Packing::LOOSE)
    }

    fn packed(&self, packing: Packing) -> Result<Tables, RegistryError> {
        let source = |file, bytes| CsvFile { file, bytes };
        let sources = CsvFiles {
            services: source("services.csv", &self.services),
            contacts: Some(source("contacts.csv", &self.contacts)),
            preferred: Some(source("preferred.csv", &self.preferred)),
            edition: Some(source("edition.csv", &self.edition)),
        };
        compile_files(sources, Limits::new(), packing)
    }

    #[track_caller]
    fn assert_error(&self, expected: &str) {
        assert_eq!(self.compile().map_err(|error| error.to_string()), Err(expected.to_owned()));
    }

    #[track_caller]
    fn assert_same_tables(&self, other: &Self) {
        assert!(self.compile().unwrap() == other.compile().unwrap());
    }
}

#[test]
fn the_valid_registry_compiles() {
    Files::valid().compile().unwrap();
}
