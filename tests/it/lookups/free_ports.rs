//! Ports that are not assigned, and why the others are what they are.

use crate::oracle::model::MODEL;
use core::ops::Bound;
use iana_ports::{PortRange, Status, Transport, explain, free_ports, lookup_port, record_on};

/// The free ports of a range, by asking for the status of every port.
fn expected(transport: Transport, ports: impl Iterator<Item = u16>) -> Vec<u16> {
    ports.filter(|&port| MODEL.status(port, transport) == Status::Unassigned).collect()
}

#[test]
fn of_every_transport() {
    for &transport in Transport::ALL {
        let free = free_ports(transport, ..);
        let ports = expected(transport, 0..=u16::MAX);
        assert_eq!(free.size_hint(), (0, Some(65_536)), "{transport}");
        assert!(free.eq(ports), "{transport}");
    }
}

/// Free on several transports at once, whichever list names them.
#[test]
fn of_every_set_of_transports() {
    use Transport::{Dccp, Sctp, Tcp, Udp};
    for list in [&[Tcp, Udp][..], &[Udp, Tcp, Udp], &[Sctp], &[Dccp, Sctp, Udp], Transport::ALL] {
        let mut ports: Vec<u16> = expected(list[0], 0..=u16::MAX);
        for transport in list {
            ports.retain(|&port| MODEL.status(port, *transport) == Status::Unassigned);
        }
        assert!(free_ports(list, ..).eq(ports), "{list:?}");
    }
    assert!(free_ports([], ..).eq(free_ports(Transport::ALL, ..)));
    assert!(free_ports([Tcp], ..).eq(free_ports(Tcp, ..)));
    let both: &[Transport; 2] = &[Tcp, Udp];
    assert!(free_ports(both, ..).eq(free_ports([Tcp, Udp], ..)));
}

/// Every port that any report in the registry names is named by a row on that
/// port, so that the rows on a port suffice.
#[cfg(feature = "details")]
#[test]
fn that_nobody_is_known_to_use() {
    let mut named = std::collections::BTreeSet::new();
    for record in iana_ports::records().filter(|record| record.unauthorized_use().is_some()) {
        let ports: Vec<_> = record.unauthorized_ports().flatten().collect();
        if ports.is_empty() {
            named.extend(record.ports().into_iter().flatten());
        }
        named.extend(ports);
    }
    for transport in [Transport::Tcp, Transport::Sctp] {
        let is_kept = |port: &u16| !named.contains(port);
        let free: Vec<u16> = free_ports(transport, ..).filter(is_kept).collect();
        assert!(free_ports(transport, ..).unreported().eq(free.iter().copied()), "{transport}");
        assert!(free_ports(transport, ..).count() > free.len() + 100, "{transport}");
    }
    // A report on TCP and UDP that names no port: "Unauthorized use by some mail
    // users".
    assert_eq!(free_ports(Transport::Sctp, 79..=79).count(), 1);
    assert_eq!(free_ports(Transport::Sctp, 79..=79).unreported().next(), None);
}

#[test]
fn of_every_kind_of_range() {
    use Transport::Tcp;
    let ports = |start, end: u16| expected(Tcp, start..=end);
    assert_eq!(free_ports(Tcp, ..=2000).collect::<Vec<_>>(), ports(0, 2000));
    assert_eq!(free_ports(Tcp, 100..2000).collect::<Vec<_>>(), ports(100, 1999));
    assert_eq!(free_ports(Tcp, 40000..).collect::<Vec<_>>(), ports(40000, 65535));
    let excluded = (Bound::Excluded(4), Bound::Excluded(100));
    assert_eq!(free_ports(Tcp, excluded).collect::<Vec<_>>(), ports(5, 99));
    for empty in
        [(Bound::Excluded(u16::MAX), Bound::Unbounded), (Bound::Unbounded, Bound::Excluded(0))]
    {
        assert_eq!(free_ports(Tcp, empty).count(), 0);
    }
    assert_eq!(free_ports(Tcp, 9..9).next(), None);
    for range in PortRange::ALL {
        assert!(free_ports(Tcp, range.ports()).eq(expected(Tcp, range.ports())), "{range}");
    }
}

#[test]
fn an_explanation_of_every_port() {
    for &transport in Transport::ALL {
        for port in 0..=u16::MAX {
            let explanation = explain(port, transport);
            let key = format!("{port}/{transport}");
            assert_eq!(explanation.status(), MODEL.status(port, transport), "{key}");
            assert_eq!(explanation.record(), record_on(port, transport), "{key}");
            assert_eq!(explanation.range(), PortRange::of(port), "{key}");
            let siblings = Transport::ALL.iter().copied().filter(|&other| other != transport);
            let siblings = siblings
                .filter_map(|other| lookup_port(port, other))
                .filter(|service| service.transport().is_some());
            assert!(explanation.siblings().eq(siblings), "{key}");
            if port % 16 == 0 {
                let text = explanation.to_string();
                assert!(text.starts_with(&format!("{key}, one of the ")), "{text}");
            }
        }
    }
}
