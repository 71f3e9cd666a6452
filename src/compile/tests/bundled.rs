//! The bundled registry gives the same bytes each time.

use std::sync::LazyLock;

use super::{Files, Packing, Tables};

const SERVICES: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/registry/service-names-port-numbers.csv"));
pub(super) const CONTACTS: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/registry/contacts.csv"));
const PREFERRED: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/registry/preferred.csv"));
const EDITION: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/registry/edition.csv"));

/// The tables, compiled once for all tests.
pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(|| compiled(CONTACTS));

pub(super) fn compiled(contacts: &[u8]) -> Tables {
    let files = Files {
        services: SERVICES.into(),
        contacts: contacts.into(),
        preferred: PREFERRED.into(),
        edition: EDITION.into(),
    };
    files.packed(Packing::TIGHT).unwrap()
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let (once, twice) = (&*TABLES, compiled(CONTACTS));
    for ((file, once), (same_file, twice)) in once.files().into_iter().zip(twice.files()) {
        assert_eq!(file, same_file);
        assert!(once == twice, "{file}");
    }
}

/// What is exported compiles to the tables it was written from.
#[cfg(all(feature = "details", feature = "contacts"))]
#[test]
fn what_is_exported_compiles_to_the_same_bytes() {
    use crate::export::{ContactsCsv, ServicesCsv};

    let exported = Files {
        services: ServicesCsv::new(crate::registry()).to_string().into_bytes(),
        contacts: ContactsCsv::new(crate::registry()).to_string().into_bytes(),
        preferred: PREFERRED.into(),
        edition: EDITION.into(),
    };
    let (tables, exported) = (&*TABLES, exported.packed(Packing::TIGHT).unwrap());
    for ((file, bytes), (_, exported)) in tables.files().into_iter().zip(exported.files()) {
        assert!(bytes == exported, "{file}");
    }
}
