//! The look-ups in the shape of the C library's against those of the crate.

use iana_ports::servent::{getservbyname, getservbyport};
use iana_ports::{Transport, lookup_name, lookup_port, services};
use std::collections::HashSet;

#[test]
fn by_every_port() {
    for port in 0..=u16::MAX {
        let mut first = None;
        for &transport in Transport::ALL {
            let service = lookup_port(port, transport);
            let entry = getservbyport(port, Some(transport.as_str()));
            assert_eq!(entry.map(|entry| entry.service()), service, "{port}/{transport}");
            if let Some(entry) = entry {
                assert_eq!((entry.port(), entry.proto()), (port, transport.as_str()));
                assert_eq!(entry.name(), entry.service().name());
            }
            first = first.or(entry);
        }
        assert_eq!(getservbyport(port, None), first, "{port}");
    }
}

#[test]
fn by_every_name() {
    for service in services() {
        for &transport in Transport::ALL {
            let found =
                lookup_name(service.name(), transport).filter(|service| service.port().is_some());
            let canonical = found.map(|service| service.alias_of().unwrap_or(service));
            let entry = getservbyname(service.name(), Some(transport.as_str()));
            assert_eq!(entry.map(|entry| entry.service()), canonical, "{service} on {transport}");
            assert_eq!(entry.map(|entry| entry.port()), found.and_then(|found| found.port()));
            if let Some(entry) = entry {
                assert!(entry.aliases().all(|alias| alias.alias_of() == canonical), "{service}");
            }
        }
    }
    assert_eq!(getservbyname("http", Some("icmp")), None);
    assert_eq!(getservbyname("", None), None);
    assert_eq!(getservbyname("HTTP", Some("TCP")).unwrap().port(), 80);
}

/// A row that names no transport has an entry for each that it is looked up on.
#[test]
fn entries_are_equal_if_they_show_the_same() {
    let entries = ["tcp", "udp"].map(|proto| getservbyport(7300, Some(proto)).unwrap());
    assert_eq!(entries.map(|entry| entry.proto()), ["tcp", "udp"]);
    assert_eq!(entries[0].service(), entries[1].service());
    assert_ne!(entries[0], entries[1]);
    assert!(entries[0] < entries[1]);
    assert_eq!(HashSet::from(entries).len(), 2);
    assert_eq!(Some(entries[0]), getservbyport(7300, None));
}
