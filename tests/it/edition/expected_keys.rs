//! The table of the TXT keys that a person reads in the registry's notes,
//! `tests/data/txt_keys.csv`.
//!
//! A line names a service and its keys, "(none)", or "(text)" that is no list
//! of keys. Each distinct note has a line with one of its services: the table
//! holds no note, so that one line is about a note as IANA writes it and as
//! `registry/` restates it. `xtask` checks IANA's XML with this file.

use std::collections::{BTreeMap, BTreeSet};

use iana_ports::Service;
use iana_ports::dns_sd::{TxtKey, TxtKeys};

const TABLE: &str = include_str!("../../data/txt_keys.csv");

/// The services of the table, and their keys.
pub(crate) fn table() -> BTreeMap<String, String> {
    let mut table = BTreeMap::new();
    for row in csv::Reader::from_reader(TABLE.as_bytes()).into_deserialize() {
        let (name, keys): (String, String) = row.expect("a service and its keys");
        assert!(table.insert(name.clone(), keys).is_none(), "{name} twice in the table");
    }
    table
}

/// Checks that the notes of services read as the table says; gives the names of
/// the table that these services have.
#[track_caller]
pub(crate) fn check<'r>(services: impl Iterator<Item = Service<'r>>) -> BTreeSet<&'r str> {
    let (table, mut seen) = (table(), BTreeSet::new());
    let mut notes: BTreeMap<&str, (TxtKeys<'_>, BTreeSet<&str>)> = BTreeMap::new();
    for service in services {
        let (Some(note), Some(keys)) = (service.notes(), service.txt_keys()) else { continue };
        notes.entry(note).or_insert((keys, BTreeSet::new())).1.insert(service.name());
    }
    for (note, (keys, names)) in notes {
        assert!(note.ends_with(keys.text()), "{note:?}");
        let found = read(keys);
        let reviewed: Vec<_> = names.iter().filter(|name| table.contains_key(**name)).collect();
        assert!(!reviewed.is_empty(), "{names:?}: {found} without a line in the table");
        for name in reviewed {
            assert_eq!(found, table[*name], "{name}: {note:?}");
            seen.insert(*name);
        }
    }
    seen
}

/// What the table has to say of keys.
fn read(keys: TxtKeys<'_>) -> String {
    let names: Vec<_> = keys.iter().map(TxtKey::name).collect();
    assert!(names.is_empty() || !keys.is_none(), "{keys:?}");
    match names[..] {
        [] if keys.is_none() => "(none)".to_owned(),
        [] => "(text)".to_owned(),
        // A comma is in no name.
        _ => names.join(","),
    }
}
