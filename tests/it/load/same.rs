//! `registry/`, loaded at run time, answers as the bundled registry does.

use core::fmt::Debug;
use std::fs::{self, File};
use std::path::Path;

use iana_ports::export::ServicesCsv;
use iana_ports::{Record, Registry, Transport, registry};

use super::LOADED;

/// The look-ups of names and ports of one registry, as those of the other.
#[track_caller]
fn assert_same_answers(own: &Registry) {
    let bundled = registry();
    let shown = |records: &mut dyn Iterator<Item = Record<'_>>| {
        records.map(|record| record.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&mut own.records()), shown(&mut bundled.records()));
    for &transport in Transport::ALL {
        for port in 0..=u16::MAX {
            same(own.status(port, transport), bundled.status(port, transport));
            let (mine, theirs) =
                (own.records_on(port, transport), bundled.records_on(port, transport));
            assert!(
                mine.clone().map(key).eq(theirs.clone().map(key)),
                "{port}/{transport}: {mine:?} is not {theirs:?}"
            );
            same(
                own.lookup_port(port, transport).map(|service| key(service.record())),
                bundled.lookup_port(port, transport).map(|service| key(service.record())),
            );
        }
    }
    for service in bundled.services() {
        let name = service.name().to_ascii_uppercase();
        for &transport in Transport::ALL {
            same(
                own.lookup_name(&name, transport).map(|service| key(service.record())),
                bundled.lookup_name(&name, transport).map(|service| key(service.record())),
            );
        }
        same(own.services_named(&name).len(), bundled.services_named(&name).len());
    }
    for name in ["", "no-such-service", "\u{0}", "https ", "é"] {
        assert!(own.services_named(name).is_empty(), "{name:?}");
    }
}

#[track_caller]
fn same<T: PartialEq + Debug>(own: T, bundled: T) {
    assert_eq!(own, bundled);
}

/// What tells a row.
fn key(record: Record<'_>) -> impl PartialEq + Debug {
    (
        record.service().map(|service| service.name().to_owned()),
        record.ports(),
        record.transport(),
        record.description().to_owned(),
    )
}

#[test]
fn the_directory_answers_as_the_bundled_registry() {
    let own = &*LOADED;
    assert_same_answers(own);
    assert_eq!(own.edition(), registry().edition());
    assert!(
        own.contacts()
            .map(|contact| contact.handle())
            .eq(registry().contacts().map(|contact| contact.handle()))
    );
    for contact in registry().contacts() {
        let mine = own.lookup_contact(contact.handle()).unwrap();
        assert_eq!(mine.handle(), contact.handle());
        assert_eq!(mine.services().len(), contact.services().len(), "{contact}");
        assert_eq!(mine.updated(), contact.updated());
    }
}

/// Every column of every row and contact, as JSON shows them.
#[cfg(feature = "serde")]
#[test]
fn every_column_is_the_same() {
    let json = |registry: &Registry| serde_json::to_string(registry).unwrap();
    assert!(json(&LOADED) == json(registry()));
}

#[test]
fn the_csv_alone_is_enough() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/registry/service-names-port-numbers.csv");
    let own = Registry::from_csv(File::open(path).unwrap()).unwrap();
    assert_eq!(own.services().len(), registry().services().len());
    // The latest date of its rows stands in for the edition.
    let rows = registry().records();
    let latest = rows.flat_map(|row| [row.registered(), row.modified()]).flatten().max();
    assert_eq!(own.edition(), latest);
    // Without a `preferred.csv` that of the bundled registry holds.
    for &transport in Transport::ALL {
        for port in 0..=u16::MAX {
            same(
                own.lookup_port(port, transport).map(|service| key(service.record())),
                registry().lookup_port(port, transport).map(|service| key(service.record())),
            );
        }
    }
    let postel = own.lookup_contact("Jon_Postel").unwrap();
    assert!(!postel.is_listed());
    assert_eq!((postel.name(), own.contacts().len()), (None, registry().contacts().len()));
    assert_eq!(
        postel.services().len(),
        registry().lookup_contact("Jon_Postel").unwrap().services().len()
    );
}

/// IANA's CSV has a line end before the sentence that announces an alias.
#[test]
fn descriptions_without_announcements_however_they_are_written() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/registry/service-names-port-numbers.csv");
    let bundled = fs::read_to_string(path).unwrap();
    let sentence = "IANA assigned this well-formed service name as a replacement for ";
    for (gap, within) in [("\n", " "), ("\r\n      ", " "), ("", " "), (" ", "\n ")] {
        let written = sentence.replace(" as a ", &format!("{within}as a "));
        let csv = bundled.replace(sentence, &written);
        let csv = csv.replace(&format!(" {written}"), &format!("{gap}{written}"));
        assert!(csv.matches(&format!("{gap}{written}")).count() > 170);
        let own = Registry::from_csv(csv.as_bytes()).unwrap();
        assert!(own.records().map(key).eq(registry().records().map(key)), "{gap:?} {within:?}");
        assert!(ServicesCsv::new(&own).to_string() == csv, "{gap:?} {within:?}");
    }
}

#[test]
fn preferences_of_ones_own() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("preferences");
    fs::create_dir_all(&directory).unwrap();
    let copy = |file: &str| {
        let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry").join(file);
        fs::copy(bundled, directory.join(file)).unwrap();
    };
    copy("service-names-port-numbers.csv");
    let nfs = || {
        let own = Registry::from_dir(&directory).unwrap();
        own.lookup_port(2049, Transport::Udp).unwrap().name().to_owned()
    };
    assert_eq!(nfs(), "nfs");
    let header = "Service Name,Port Number,Transport Protocol,Reason\n";
    fs::write(directory.join("preferred.csv"), header).unwrap();
    assert_eq!(nfs(), "shilp");
    let absent = format!("{header}nfs,2048,udp,Why\n");
    fs::write(directory.join("preferred.csv"), absent).unwrap();
    let error = Registry::from_dir(&directory).unwrap_err().to_string();
    let expected = "preferred.csv:2: Service Name: \"nfs\": \
        expected a service of this name, port and transport";
    assert!(error.ends_with(expected), "{error}");
    fs::remove_dir_all(&directory).unwrap();
}
