//! What the tier `contacts` adds: the contact table and its handles.

use super::Files;
use super::bundled::{CONTACTS, TABLES, compiled};
use super::hostile::bits;
use super::limits::rows;
use crate::tables::{NONE, owned};

#[test]
fn handles_that_only_ascii_case_tells_apart() {
    let handle = |number| format!("{},,,,", bits(number, ['a', 'A']));
    Files::contacts(rows(256, handle)).compile().unwrap();
    assert!(Files::contacts(rows(257, handle)).compile().is_err());
}

#[test]
fn too_many_lists_of_services_of_contacts() {
    // Each contact has a list of its own: two services, the first as many as there
    // are contacts.
    let services =
        rows(22_000, |number| format!("a,{number},tcp,,[p{number}][p{}],,,,,,,", number + 1));
    let contacts = rows(1, |_| "p0,,,,".to_owned());
    let files = Files { contacts: Files::contacts(contacts).contacts, ..Files::services(services) };
    files.assert_error(
        "registry: expected at most 65534 contacts and lists of contacts \
         that share a service, found 88004",
    );
}

#[test]
fn uris_that_grow_too_long_as_they_are_kept() {
    // Each of these lines is kept with a mark.
    let files = |lines: usize| Files::contacts(format!("a,,,\"x\n{}\",\n", "ab\n".repeat(lines)));
    files(16_000).compile().unwrap();
    let shown = "ab\\n".repeat(26);
    files(21_000).assert_error(&format!(
        "contacts.csv:3: Contact URI: \"x\\n{shown}\"… (63002 bytes): \
         expected at most 65535 bytes without mailto: but with one for each line that begins \
         otherwise, found 84002",
    ));
}

/// 930 line ends of each contact were kept twice.
#[test]
fn blank_lines_of_uris_take_no_room() {
    let row = |number| format!("{number},,,\"{}\",", "\n".repeat(930));
    let length = Files::contacts(rows(1_000, row)).compile().unwrap().contacts.text.len();
    assert!(length < 4_000, "{length}");
}

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

#[test]
fn the_order_of_the_contacts_is_theirs_alone() {
    let mut rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(CONTACTS).records().collect::<Result<_, _>>().unwrap();
    rows.reverse();
    let mut reversed = csv::Writer::from_writer(Vec::new());
    reversed.write_record(super::CONTACTS_HEADER.split(',')).unwrap();
    rows.iter().for_each(|row| reversed.write_record(row).unwrap());
    let (tables, reversed) = (&*TABLES, compiled(&reversed.into_inner().unwrap()));
    for ((file, bytes), (_, reversed)) in tables.files().into_iter().zip(reversed.files()) {
        assert_eq!(bytes.len(), reversed.len(), "{file}");
        assert!(bytes == reversed || file.starts_with("contacts."), "{file}");
    }
}
