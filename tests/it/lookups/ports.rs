//! Every port on every transport.

use crate::oracle::model::{MODEL, assert_services, record, service};
use iana_ports::{
    Record, Status, Transport, explain, lookup_port, record_on, records_on, registry, services_on,
    status,
};

fn keys() -> impl Iterator<Item = (u16, Transport)> {
    Transport::ALL.iter().flat_map(|&transport| (0..=u16::MAX).map(move |port| (port, transport)))
}

#[test]
fn all_keys_are_walked() {
    assert_eq!(keys().count(), 4 * 65536);
}

#[test]
fn lookup_port_gives_the_primary() {
    for (port, transport) in keys() {
        let expected = MODEL.services_on(port, transport).first().map(|&row| service(row));
        assert_eq!(lookup_port(port, transport), expected, "{port}/{transport}");
    }
}

#[test]
fn services_on_gives_the_whole_list_in_order() {
    for (port, transport) in keys() {
        let services = services_on(port, transport);
        let rows = MODEL.services_on(port, transport);
        assert_services(services.clone(), rows, format_args!("{port}/{transport}"));
        assert_eq!(
            services.first(),
            rows.first().map(|&row| service(row)),
            "first on {port}/{transport}"
        );
        assert_eq!(services.is_empty(), rows.is_empty(), "is_empty on {port}/{transport}");
        assert_eq!(services.len(), rows.len(), "len on {port}/{transport}");
    }
}

/// Tells any two rows apart: no two nameless rows have the same ports and
/// transport.
fn identity<'r>(record: Record<'r>) -> impl PartialEq + core::fmt::Debug + use<'r> {
    (record.service(), record.ports(), record.transport())
}

#[test]
fn records_on_gives_every_row_in_order() {
    for (port, transport) in keys() {
        let rows = MODEL.records_on(port, transport);
        let got = records_on(port, transport).map(identity);
        let expected = rows.iter().map(|&row| identity(record(row)));
        if !got.clone().eq(expected.clone()) {
            let (got, expected): (Vec<_>, Vec<_>) = (got.collect(), expected.collect());
            panic!("{port}/{transport}: {got:?} instead of {expected:?} (rows {rows:?})");
        }
    }
}

#[test]
fn record_on_is_the_first_of_the_rows() {
    for (port, transport) in keys() {
        let record = record_on(port, transport);
        assert_eq!(record, records_on(port, transport).first(), "{port}/{transport}");
        assert_eq!(explain(port, transport).status(), status(port, transport));
    }
}

#[test]
fn status_is_total() {
    for (port, transport) in keys() {
        assert_eq!(status(port, transport), MODEL.status(port, transport), "{port}/{transport}");
    }
}

/// Assigned means that there is a service; whatever has no row is Dynamic or
/// Unassigned.
#[test]
fn status_agrees_with_the_lookups() {
    for (port, transport) in keys() {
        let status = status(port, transport);
        let found = lookup_port(port, transport).is_some();
        assert_eq!(status == Status::Assigned, found, "{port}/{transport} is {status:?}");
        assert_eq!(status == Status::Dynamic, port >= 49152, "{port}/{transport} is {status:?}");
    }
}

#[test]
fn the_registry_has_the_same_methods() {
    let registry = registry();
    for (port, transport) in keys().step_by(7) {
        let key = format!("{port}/{transport}");
        assert_eq!(registry.lookup_port(port, transport), lookup_port(port, transport), "{key}");
        assert!(registry.services_on(port, transport).eq(services_on(port, transport)), "{key}");
        assert_eq!(registry.status(port, transport), status(port, transport), "{key}");
        let records = registry.records_on(port, transport).map(identity);
        assert!(records.eq(records_on(port, transport).map(identity)), "{key}");
    }
}
