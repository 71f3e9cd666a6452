//! What a loaded registry is in every set of tiers: checked in every column,
//! and the same in names and ports.

use std::fs;
use std::path::Path;

use iana_ports::load::{Limits, Loader};
use iana_ports::{Registry, Transport, registry};

use crate::oracle::columns;

const REGISTRY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/registry");

#[test]
fn names_and_ports_answer_as_the_bundled_ones() {
    let own = Registry::from_dir(REGISTRY).unwrap();
    assert_eq!(own.edition(), registry().edition());
    let rows = |registry: &'static Registry| registry.records().map(|record| record.to_string());
    let own: &'static Registry = Box::leak(Box::new(own));
    assert!(rows(own).eq(rows(registry())));
    for &transport in Transport::ALL {
        for port in (0..=u16::MAX).step_by(5) {
            let on = |registry: &Registry| {
                let services: Vec<_> = registry.services_on(port, transport).collect();
                let services: Vec<_> = services.iter().map(ToString::to_string).collect();
                (services, registry.status(port, transport))
            };
            assert_eq!(on(own), on(registry()), "{port}/{transport}");
        }
    }
    for service in registry().services().step_by(7) {
        let name = |service: iana_ports::Service<'_>| service.name().to_owned();
        let mine = own.lookup_name(service.name(), Transport::Udp);
        let theirs = registry().lookup_name(service.name(), Transport::Udp);
        assert_eq!(mine.map(name), theirs.map(name));
    }
}

/// More bytes than a field may have here: the columns of any text take all
/// else.
const LONG: &str = "a text of more than sixty bytes which is one more than a field may have";

fn loader() -> Loader<'static> {
    Registry::loader().limits(Limits::new().field(60))
}

/// A row whose cells are valid, and what each column does not take.
const ROW: [(&str, &str); 12] = [
    ("ssh", " ssh"),
    ("22", "22000000"),
    ("tcp", "icmp"),
    ("The Secure Shell", LONG),
    ("[IESG]", "IESG"),
    ("[IESG]", "[]"),
    ("1995-07", "1995-13"),
    ("2012-02-29", "2012-02-32"),
    ("[RFC4251]", "[RFC4251"),
    ("", "4294967295"),
    ("", LONG),
    ("", LONG),
];

/// The same of the contact table.
const CONTACT: [(&str, &str); 5] = [
    ("Ann", "A[nn"),
    ("Ann Other", LONG),
    ("Acme", LONG),
    ("mailto:ann&acme.example", LONG),
    ("2001-01", "2001-00"),
];

/// A table of one row; with a wrong cell in a column, if there is one.
fn table(header: &[&str], row: &[(&str, &str)], wrong: Option<usize>) -> String {
    let cells = row.iter().enumerate();
    let cells: Vec<_> = cells
        .map(|(column, (valid, invalid))| if wrong == Some(column) { *invalid } else { *valid })
        .collect();
    format!("{}\n{}\n", header.join(","), cells.join(","))
}

#[test]
fn every_column_of_a_row_is_checked() {
    loader().from_csv(table(&columns::ROW, &ROW, None).as_bytes()).unwrap();
    for (column, name) in columns::ROW.iter().enumerate() {
        let csv = table(&columns::ROW, &ROW, Some(column));
        let error = loader().from_csv(csv.as_bytes()).unwrap_err().to_string();
        assert!(error.starts_with(&format!("CSV:2: {name}: ")), "{error}");
    }
}

#[test]
fn every_column_of_a_contact_is_checked() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("every-column");
    fs::create_dir_all(&directory).unwrap();
    let services = table(&columns::ROW, &ROW, None);
    fs::write(directory.join("service-names-port-numbers.csv"), services).unwrap();
    let path = directory.join("contacts.csv");
    fs::write(&path, table(&columns::PERSON, &CONTACT, None)).unwrap();
    loader().from_dir(&directory).unwrap();
    for (column, name) in columns::PERSON.iter().enumerate() {
        fs::write(&path, table(&columns::PERSON, &CONTACT, Some(column))).unwrap();
        let error = loader().from_dir(&directory).unwrap_err().to_string();
        assert!(error.starts_with(&format!("{}:2: {name}: ", path.display())), "{error}");
    }
    fs::remove_dir_all(&directory).unwrap();
}
