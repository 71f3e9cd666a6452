//! `registry/organizations.csv` against the contact table: what it decides is
//! in the table, and has a reason there.

use crate::oracle::csv;
use crate::oracle::model::{MODEL, Person};
use iana_ports::{contacts_at, organization_named};
use std::collections::BTreeSet;

#[test]
fn each_line_has_a_reason_and_something_to_decide() {
    let rows = csv::records(include_str!("../../../registry/organizations.csv"));
    assert_eq!(rows[0], ["Spelling", "Organization", "Reason"]);
    let people = || MODEL.contacts.iter();
    let is_at = |person: &Person, domain: &str| {
        let uris = person.uris.to_lowercase().replace('&', "@");
        uris.contains(domain) || uris.contains(&domain.replace('@', "."))
    };
    let mut spellings = BTreeSet::new();
    for row in &rows[1..] {
        let [spelling, organization, reason] = &row[..] else { panic!("{row:?}") };
        assert!(spellings.insert(spelling.to_lowercase()), "{spelling}: twice");
        assert!(reason.len() > 20, "{spelling}: expected a reason");
        let of_it: BTreeSet<_> = rows.iter().filter(|row| row[1] == *organization).collect();
        let is_spelled = |name: &str| of_it.iter().any(|row| row[0] == name || row[1] == name);
        assert!(people().any(|one| is_spelled(&one.organization) || is_spelled(&one.name)));
        if spelling.starts_with('@') {
            // Others leave the organization out; those that state one, state it.
            let mut at_it = people().filter(|one| is_at(one, spelling));
            assert!(at_it.clone().any(|one| is_spelled(&one.organization)), "{spelling}");
            assert!(at_it.any(|one| one.organization.is_empty()), "{spelling}");
        } else {
            let is_it = |one: &Person| one.organization == *spelling || one.name == *spelling;
            assert!(people().any(is_it), "{spelling}: not in the table");
        }
    }
}

/// By name and by mail domain, and nobody who is called Francisco.
#[test]
fn everything_that_cisco_registered() {
    let handles: Vec<_> = contacts_at("cisco.com").map(|contact| contact.handle()).collect();
    let cisco = organization_named("cisco").expect("Cisco");
    assert!(cisco.contacts().map(|contact| contact.handle()).eq(handles.iter().copied()));
    assert_eq!(handles.len(), 58);
    assert_eq!(handles.iter().filter(|handle| handle.contains("Francisco")).count(), 0);
    let named = MODEL.contacts.iter().filter(|one| one.handle.to_lowercase().contains("cisco"));
    let (people, own): (Vec<_>, Vec<_>) = named.partition(|one| one.handle.contains("Francisco"));
    assert_eq!((people.len(), own.len()), (3, 7));
    assert!(own.iter().all(|one| handles.contains(&&*one.handle)));
    let mut services: Vec<_> = cisco.services().map(|service| service.name()).collect();
    services.dedup();
    for name in ["bgp", "vxlan", "hsrpv6", "cisco-cloudsec", "webex"] {
        assert!(services.contains(&name), "{name}: {services:?}");
    }
}
