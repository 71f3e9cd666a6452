//! Contacts that are not as all others.

use crate::oracle::model::MODEL;
use iana_ports::{Contact, contacts, lookup_contact};
use std::collections::BTreeSet;

#[track_caller]
fn contact(handle: &str) -> Contact<'static> {
    lookup_contact(handle).unwrap_or_else(|| panic!("{handle:?} is not found"))
}

#[test]
fn handles_that_differ_by_case_only() {
    let upper = contact("SEIKO_EPSON");
    let mixed = contact("Seiko_Epson");
    assert_eq!(
        (upper.handle(), upper.name(), upper.organization()),
        ("SEIKO_EPSON", None, Some("SEIKO EPSON"))
    );
    assert_eq!(
        (mixed.handle(), mixed.name(), mixed.organization()),
        ("Seiko_Epson", Some("Seiko Epson"), None)
    );
    assert_eq!(contact("[SEIKO_EPSON]").handle(), "SEIKO_EPSON");
    assert_eq!(contact("[Seiko_Epson]").handle(), "Seiko_Epson");
    // Neither spelling is exact: the first in registry order.
    assert_eq!(contact("seiko_epson").handle(), "SEIKO_EPSON");
}

#[test]
fn no_other_handles_differ_by_case_only() {
    let lower = MODEL.contacts.iter().map(|person| person.handle.to_ascii_lowercase());
    assert_eq!(lower.collect::<BTreeSet<_>>().len(), MODEL.contacts.len() - 1);
}

#[test]
fn contacts_without_a_service() {
    let unnamed = contacts().filter(|contact| contact.services().next().is_none());
    let handles: Vec<_> = unnamed.map(|contact| contact.handle()).collect();
    assert_eq!(handles, ["Rick_Adams", "naonao"]);
}
