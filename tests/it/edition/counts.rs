//! The size of the edition.

use crate::oracle::model::MODEL;
use iana_ports::{EDITION, Transport, records, services};

#[test]
fn the_edition() {
    assert_eq!(EDITION.to_string(), "2026-08-17");
    assert_eq!((EDITION.year(), EDITION.month(), EDITION.day()), (2026, 8, Some(17)));
}

#[test]
fn rows() {
    assert_eq!((MODEL.rows.len(), records().len()), (14_533, 14_533));
    assert_eq!(services().len(), 12_809);
    assert_eq!(MODEL.contacts.len(), 5_615);
    let aliases = MODEL.rows.iter().filter(|row| row.alias_target().is_some());
    assert_eq!(aliases.count(), 184);
    let reported = MODEL.rows.iter().filter(|row| !row.unauthorized_use.is_empty());
    assert_eq!(reported.count(), 112);
}

#[test]
fn names() {
    assert_eq!(MODEL.names().count(), 7_327);
    let portless =
        |name: &&str| MODEL.services_named(name).iter().all(|&row| MODEL.rows[row].ports.is_none());
    assert_eq!(MODEL.names().filter(portless).count(), 986);
}

#[test]
fn keys_with_a_service() {
    let on = |transport| {
        (0..=u16::MAX).filter(|&port| !MODEL.services_on(port, transport).is_empty()).count()
    };
    let all: usize = Transport::ALL.iter().map(|&transport| on(transport)).sum();
    assert_eq!(all, 12_381);
}

#[cfg(feature = "contacts")]
#[test]
fn contacts() {
    assert_eq!(iana_ports::contacts().len(), 5_615);
}
