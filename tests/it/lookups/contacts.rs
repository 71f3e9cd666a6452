//! Every contact handle, with and without brackets, and the services of each.

use crate::oracle::model::{MODEL, Person, Row, assert_services};
use iana_ports::{Contact, contacts, lookup_contact, registry};
use std::collections::{HashMap, HashSet};

#[track_caller]
fn contact(handle: &str) -> Contact<'static> {
    lookup_contact(handle).unwrap_or_else(|| panic!("{handle:?} is not found"))
}

fn cell(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// The handle that `text` finds: exact case first, else the first without
/// regard to ASCII case.
fn handles_by_lower_case() -> HashMap<String, &'static str> {
    let mut handles = HashMap::new();
    for person in &MODEL.contacts {
        handles.entry(person.handle.to_ascii_lowercase()).or_insert(person.handle.as_str());
    }
    handles
}

#[test]
fn contacts_are_in_registry_order() {
    assert_eq!(contacts().len(), MODEL.contacts.len());
    assert!(
        contacts()
            .map(|contact| contact.handle())
            .eq(MODEL.contacts.iter().map(|person| &person.handle))
    );
    assert!(
        registry()
            .contacts()
            .map(|contact| contact.handle())
            .eq(contacts().map(|contact| contact.handle()))
    );
}

#[test]
fn every_handle_with_and_without_brackets() {
    for Person { handle, .. } in &MODEL.contacts {
        assert_eq!(contact(handle).handle(), handle);
        assert_eq!(contact(&format!("[{handle}]")).handle(), handle);
        assert_eq!(registry().lookup_contact(handle).map(Contact::handle), Some(handle.as_str()));
    }
}

#[test]
fn every_handle_in_other_case() {
    let by_lower_case = handles_by_lower_case();
    let exact: HashSet<&str> = MODEL.contacts.iter().map(|person| person.handle.as_str()).collect();
    for Person { handle, .. } in &MODEL.contacts {
        for variant in [handle.to_ascii_lowercase(), handle.to_ascii_uppercase(), swap_case(handle)]
        {
            let expected = exact
                .get(variant.as_str())
                .unwrap_or(&by_lower_case[&variant.to_ascii_lowercase()]);
            assert_eq!(contact(&variant).handle(), *expected, "{variant:?}");
            assert_eq!(contact(&format!("[{variant}]")).handle(), *expected, "[{variant}]");
        }
    }
}

fn swap_case(text: &str) -> String {
    let swap = |c: char| {
        if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }
    };
    text.chars().map(swap).collect()
}

#[test]
fn every_field_of_every_contact() {
    for (i, (contact, person)) in contacts().zip(&MODEL.contacts).enumerate() {
        let key = format!("contact {i} [{}]", person.handle);
        assert_eq!(contact.handle(), person.handle, "{key}");
        assert_eq!(contact.name(), cell(&person.name), "{key}: name");
        assert_eq!(contact.organization(), cell(&person.organization), "{key}: organization");
        assert!(
            contact.uris().map(|uri| uri.to_string()).eq(person.uris.lines()),
            "{key}: {:?}",
            contact.uris()
        );
        let updated = contact.updated().map_or_else(String::new, |date| date.to_string());
        assert_eq!(updated, person.updated, "{key}: updated");
        let display_name =
            cell(&person.name).or(cell(&person.organization)).unwrap_or(&person.handle);
        assert_eq!(contact.display_name(), display_name, "{key}: display name");
    }
}

/// Which rows name the contact as assignee or contact.
fn rows_by_handle() -> HashMap<&'static str, Vec<usize>> {
    let mut rows: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, row) in MODEL.rows.iter().enumerate().filter(|(_, row)| row.is_named()) {
        for handle in handles(row) {
            let of_handle = rows.entry(handle).or_default();
            if of_handle.last() != Some(&i) {
                of_handle.push(i);
            }
        }
    }
    rows
}

fn handles(row: &Row) -> impl Iterator<Item = &str> {
    [&row.assignee, &row.contact]
        .into_iter()
        .flat_map(|cell| cell.split(['[', ']']))
        .filter(|handle| !handle.is_empty())
}

#[test]
fn every_contact_gives_its_services() {
    let rows = rows_by_handle();
    for contact in contacts() {
        let expected = rows.get(contact.handle()).map_or(&[][..], Vec::as_slice);
        assert_services(
            contact.services(),
            expected,
            format_args!("services of [{}]", contact.handle()),
        );
    }
}

#[test]
fn unknown_handles_are_not_found() {
    let odd = [
        "",
        "[]",
        "[",
        "]",
        "][",
        " ",
        "[ ]",
        "\0",
        "Nobody_At_All",
        "[Nobody_At_All]",
        "https",
        "IESG ",
        " IESG",
        "FORTE",
        "FORTé",
    ];
    let broken = [
        "[IESG",
        "IESG]",
        "[[IESG]]",
        "]IESG[",
        "[IESG][IETF_Chair]",
        "[IESG] ",
        "(IESG)",
        "IESG\0",
    ];
    for handle in odd.into_iter().chain(broken) {
        assert!(lookup_contact(handle).is_none(), "{handle:?} is found");
    }
    for length in [100, 1000, 65536, 1 << 20] {
        assert!(lookup_contact(&"a".repeat(length)).is_none(), "{length} letters");
    }
}

#[test]
fn mutations_of_handles_agree_with_the_model() {
    let by_lower_case = handles_by_lower_case();
    for Person { handle, .. } in &MODEL.contacts {
        for (at, c) in handle.char_indices() {
            let (before, after) = (&handle[..at], &handle[at + c.len_utf8()..]);
            for mutation in [
                format!("{before}{after}"),
                format!("{before}{c}{c}{after}"),
                format!("{before}0{after}"),
            ] {
                let expected = by_lower_case.contains_key(&mutation.to_ascii_lowercase());
                assert_eq!(lookup_contact(&mutation).is_some(), expected, "{mutation:?}");
            }
        }
    }
}
