//! Every text of the registry's free-text columns against what a person reads
//! in it.
//!
//! The tables of texts in `tests/data` hold a line on what they are, then a
//! block for each distinct text: its lines after a bar, then what is read from
//! it. The table of TXT keys names services.

use core::ops::RangeInclusive;
use std::collections::{BTreeMap, BTreeSet};

use iana_ports::{Record, Service, records, services, services_named};

use super::expected_keys;

/// The blocks of a table: from the text to the lines below it.
fn expectations(table: &str) -> BTreeMap<String, String> {
    let mut expected = BTreeMap::new();
    for block in table.split_terminator("\n\n").skip(1) {
        let (text, answer): (Vec<_>, Vec<_>) =
            block.lines().partition(|line| line.starts_with('|'));
        let text: Vec<_> = text.iter().map(|line| line.strip_prefix("| ").unwrap_or("")).collect();
        let answer: String = answer.iter().flat_map(|line| [line, "\n"]).collect();
        assert!(expected.insert(text.join("\n"), answer).is_none(), "twice in the table: {text:?}");
    }
    expected
}

/// Checks that what is read from texts is what the table says, and that the
/// table has no more.
#[track_caller]
fn check<'t>(table: &str, read: impl Iterator<Item = (&'t str, String)>) {
    let expected = expectations(table);
    let mut found = BTreeSet::new();
    for (text, answer) in read {
        assert_eq!(Some(&answer), expected.get(text), "{text:?}");
        found.insert(text);
    }
    assert_eq!(found.len(), expected.len(), "the table has a text which the registry has not");
}

#[test]
fn txt_keys() {
    expected_keys::check(services());
}

/// What is said of the values, in a note of each form.
#[test]
fn value_hints() {
    for (name, expected) in [
        ("wdp", "device type|https port|architecture|tags"),
        ("ncpu", "username|keypattern|fstabFILE|namespace|hostkey|root"),
        ("lxi", "|response defined by IEEE 488; e.g., manufacturer, model, serial number, version"),
        ("we-jell", "user name|OK, DND, AWY, FWD:uname|agent type"),
        ("pblr", "true|false|read|readwrite|x.y|sn"),
        ("soda", "Wi-Fi SSID of the device|Wi-Fi BSSID of the device"),
        ("moodring", "1|ascii digit from 0-4"),
        (
            "lanrevagent",
            "|main LANrev server for agent|version of LANrev Agent|build number of \
            LANrev Agent|agent identifier",
        ),
        ("nasunifiler", "The name of the company hosting the Nasuni Filer"),
        (
            "objective",
            "'1'|{'production'|'standby'|'test'|'demo'}|{['SOAP'],['CORBA']}|['iiop']|\
            ['http']",
        ),
        ("enphase-envoy", "||"),
    ] {
        let keys = services_named(name).find_map(|service| service.txt_keys()).expect(name);
        let hints: Vec<_> = keys.iter().map(|key| key.value_hint().unwrap_or("")).collect();
        assert_eq!(hints.join("|"), expected, "{name}");
    }
}

#[test]
fn rows_which_state_txt_keys() {
    let keys: Vec<_> = services().filter_map(Service::txt_keys).collect();
    assert_eq!(keys.len(), 1_023);
    assert_eq!(keys.iter().filter(|keys| keys.is_none()).count(), 564);
    assert_eq!(keys.iter().filter(|keys| !keys.is_empty()).count(), 330);
}

#[test]
fn history_and_aliases() {
    let notes = records().filter_map(|record| Some((record.notes()?, read(record), record)));
    let notes = notes.filter(|(_, read, record)| {
        !read.is_empty() || record.service().and_then(Service::txt_keys).is_none()
    });
    check(include_str!("../../data/notes.txt"), notes.map(|(note, read, _)| (note, read)));
}

#[test]
fn rows_which_are_aliases() {
    assert_eq!(services().filter(|service| service.alias_of().is_some()).count(), 184);
    assert_eq!(services().filter(|service| service.is_historic()).count(), 184);
}

/// What is read in the notes of a row.
fn read(record: Record<'_>) -> String {
    let alias_of = record.service().and_then(Service::alias_of).map(Service::name);
    let lines = [
        record.deassigned().map(|date| format!("deassigned {date}\n")),
        record.formerly().map(|name| format!("formerly {name}\n")),
        alias_of.map(|name| format!("alias of {name}\n")),
        record.service().filter(|one| one.is_historic()).map(|_| "historic\n".to_owned()),
    ];
    lines.into_iter().flatten().collect()
}

#[test]
fn unauthorized_use() {
    let line = |ports: RangeInclusive<u16>| match ports.into_inner() {
        (first, last) if first == last => format!("{first}\n"),
        (first, last) => format!("{first}-{last}\n"),
    };
    let texts = records().filter_map(|record| {
        Some((record.unauthorized_use()?, record.unauthorized_ports().map(line).collect()))
    });
    check(include_str!("../../data/unauthorized_use.txt"), texts);
}
