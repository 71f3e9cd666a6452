//! Texts that share a slot of the perfect hash are all found.

use super::Files;
use crate::tables::{NAME_OFFSETS, NONE, owned};
use crate::values::transport::Transport;

#[test]
fn names_that_folding_makes_alike_are_told_apart() {
    // The bit of ASCII case is all that differs, but not between letters.
    let rows = "A@É,1,tcp,,,,,,,,,\na`é,2,tcp,,,,,,,,,\na`É,3,tcp,,,,,,,,,\nA`é,4,udp,,,,,,,,,\n";
    let tables = Files::services(rows).compile().unwrap();
    let tables = owned::NameTables::from(tables.names);
    let names = tables.view();
    let ports = |name: &str| {
        let entries = names.named(name);
        (0..entries.len()).map(|index| names.port(entries.get(index)).unwrap()).collect::<Vec<_>>()
    };
    for (name, expected) in [
        ("A@É", &[1][..]),
        ("a@É", &[1]),
        ("a`É", &[3]),
        ("SSH", &[22]),
        // Spellings of one name are one name, the one asked for first.
        ("a`é", &[2, 4]),
        ("A`é", &[4, 2]),
        ("a@é", &[]),
        ("A@é", &[]),
        ("a", &[]),
        ("", &[]),
        ("a`Éx", &[]),
    ] {
        assert_eq!(ports(name), expected, "{name}");
        let first = match names.primary_named(name, Transport::Tcp) {
            NONE => None,
            entry => names.port(entry),
        };
        let on_tcp = expected.iter().copied().find(|port| *port != 4);
        assert_eq!(first, on_tcp, "{name}");
    }
    let on_udp = names.primary_named("A`É", Transport::Udp);
    assert_eq!(on_udp, NONE);
    assert_eq!(names.port(names.primary_named("A`é", Transport::Udp)), Some(4));
}

#[test]
fn long_names_and_those_far_into_the_pool_are_found() {
    // Longer than any that RFC 6335 allows, and more text than offsets in a cell.
    let mut all: Vec<String> =
        (0..9_000).map(|number| format!("n{number:04}-{number:x}Z")).collect();
    all.extend((1..80).map(|length| "Long-".repeat(16)[..length].to_owned() + "!"));
    let rows: String = all.iter().map(|name| format!("{name},,,,,,,,,,,\n")).collect();
    let tables = owned::NameTables::from(Files::services(&rows).compile().unwrap().names);
    let names = tables.view();
    assert!(names.text.len() > NAME_OFFSETS, "{} bytes", names.text.len());
    for name in &all {
        for asked in [name.clone(), name.to_ascii_uppercase(), name.to_ascii_lowercase()] {
            let entry = names.primary_named(&asked, Transport::Tcp);
            assert_eq!(names.name(entry), name, "{asked}");
        }
        let (shorter, longer) = (&name[1..], format!("{name}x"));
        let other = name.replace(['-', '!'], "_");
        for asked in [shorter, &longer, &other] {
            assert_eq!(names.primary_named(asked, Transport::Tcp), NONE, "{asked}");
        }
    }
}

#[cfg(feature = "contacts")]
#[test]
fn handles_that_folding_makes_alike_are_told_apart() {
    let tables = Files::contacts("É,,,,\né,,,,\nBOB,,,,\nBob,,,,\n").compile().unwrap();
    let tables = owned::ContactTables::from(tables.contacts);
    let contacts = tables.view();
    let find = |handle: &[u8]| {
        let found = contacts.find_any(handle);
        assert!(contacts.find_spelled(handle).is_none_or(|spelled| spelled == found));
        found
    };
    let handle = |handle: &str| match find(handle.as_bytes()) {
        NONE => None,
        contact => Some(contacts.text(contacts.handles.get(contact.into()))),
    };
    for (asked, found) in
        [("É", "É"), ("[é]", "é"), ("BOB", "BOB"), ("Bob", "Bob"), ("bob", "BOB"), ("ann", "Ann")]
    {
        assert_eq!(handle(asked), Some(found), "{asked}");
    }
    for asked in ["e", "", "[]", "Bo", "[Bob", "Bobb", "ÉÉ"] {
        assert_eq!(handle(asked), None, "{asked}");
    }
}
