//! Every text of the registry's free-text columns against what a person reads in it.
//!
//! The tables of texts in `tests/data` hold a line on what they are, then a block for each distinct
//! text: its lines after a bar, then what is read from it. The table of TXT keys names services.

use core::ops::RangeInclusive;
use std::collections::BTreeMap;

use iana_ports::dns_sd::TxtKeys;
use iana_ports::{UnauthorizedPorts, note, services_named};

use super::expected_keys;

const REGISTRY: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/registry/service-names-port-numbers.csv");

/// The column `name`, row by row.
fn column(name: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_path(REGISTRY).expect("the table of services");
    let headers = reader.headers().expect("a first line of column names");
    let index = headers.iter().position(|header| header == name).expect("a column of that name");
    reader.records().map(|row| row.expect("a row of twelve cells")[index].to_owned()).collect()
}

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

/// Checks that `read` finds in each of `texts` what the table says, and that the table has no more.
#[track_caller]
fn check(table: &str, texts: impl Iterator<Item = String>, read: impl Fn(&str) -> String) {
    let found: BTreeMap<_, _> = texts.map(|text| (text.clone(), read(&text))).collect();
    let expected = expectations(table);
    for (text, answer) in &found {
        assert_eq!(Some(answer), expected.get(text), "{text:?}");
    }
    assert_eq!(found.len(), expected.len(), "the table has a text which the registry has not");
}

#[test]
fn txt_keys() {
    let (names, notes) = (column("Service Name"), column("Assignment Notes"));
    let rows = names.iter().zip(&notes).map(|(name, note)| (name.as_str(), note.as_str()));
    expected_keys::check(rows);
    for note in notes.iter().filter_map(|note| Some((note, TxtKeys::parse(note)?))) {
        assert!(note.0.ends_with(note.1.text()), "{note:?}");
    }
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
    let notes = column("Assignment Notes");
    let keys: Vec<_> = notes.iter().filter_map(|note| TxtKeys::parse(note)).collect();
    assert_eq!(keys.len(), 1_023);
    assert_eq!(keys.iter().filter(|keys| keys.is_none()).count(), 564);
    assert_eq!(keys.iter().filter(|keys| keys.len() > 0).count(), 330);
}

#[test]
fn history_and_aliases() {
    let notes = column("Assignment Notes").into_iter().filter(|note| !note.is_empty());
    let only_txt_keys =
        |note: &String| TxtKeys::parse(note).is_some() && read_note(note).is_empty();
    let notes = notes.filter(|note| !only_txt_keys(note));
    check(include_str!("../../data/notes.txt"), notes, read_note);
}

#[test]
fn rows_which_are_aliases() {
    let notes = column("Assignment Notes");
    assert_eq!(notes.iter().filter(|note| note::alias_of(note).is_some()).count(), 184);
    assert_eq!(notes.iter().filter(|note| note::is_historic(note)).count(), 184);
}

fn read_note(note: &str) -> String {
    let lines = [
        note::deassigned(note).map(|date| format!("deassigned {date}\n")),
        note::formerly(note).map(|name| format!("formerly {name}\n")),
        note::alias_of(note).map(|name| format!("alias of {name}\n")),
        note::is_historic(note).then(|| "historic\n".to_owned()),
    ];
    lines.into_iter().flatten().collect()
}

#[test]
fn unauthorized_use() {
    let texts = column("Unauthorized Use Reported").into_iter().filter(|text| !text.is_empty());
    check(include_str!("../../data/unauthorized_use.txt"), texts, |text| {
        let line = |ports: RangeInclusive<u16>| match ports.into_inner() {
            (first, last) if first == last => format!("{first}\n"),
            (first, last) => format!("{first}-{last}\n"),
        };
        UnauthorizedPorts::new(text).map(line).collect()
    });
}
