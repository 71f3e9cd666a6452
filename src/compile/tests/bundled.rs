//! The bundled registry gives the same bytes each time.

use std::sync::LazyLock;

use super::{Files, Packing, Tables};

const SERVICES: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/registry/service-names-port-numbers.csv"));
const CONTACTS: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/registry/contacts.csv"));
const PREFERRED: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/registry/preferred.csv"));
const EDITION: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/registry/edition.csv"));

/// The tables, compiled once for all tests.
static TABLES: LazyLock<Tables> = LazyLock::new(|| compiled(CONTACTS));

fn compiled(contacts: &[u8]) -> Tables {
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

#[cfg(feature = "contacts")]
#[test]
fn the_order_of_the_contacts_is_theirs_alone() {
    let mut rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(CONTACTS).records().collect::<Result<_, _>>().unwrap();
    rows.reverse();
    let mut reversed = csv::Writer::from_writer(Vec::new());
    reversed.write_record(super::CONTACTS_HEADER.split(',')).unwrap();
    rows.iter().for_each(|row| reversed.write_record(row).unwrap());
    let (tables, reversed) = (&*TABLES, compiled(&reversed.into_inner().unwrap()));
    assert!(tables.names == reversed.names);
    #[cfg(feature = "details")]
    assert!(tables.details == reversed.details);
    for ((file, bytes), (_, reversed)) in
        tables.contacts.files().into_iter().zip(reversed.contacts.files())
    {
        assert_eq!(bytes.len(), reversed.len(), "{file}");
    }
}
