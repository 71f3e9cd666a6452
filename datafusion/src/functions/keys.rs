//! The ports and transports of a name, as ranges of ports that have the same
//! transports.

use core::ops::RangeInclusive;

use iana_ports::{Registry, Transport};

/// Ranges of ports on the same transports.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Keys {
    /// In ascending order, apart from each other; there is one at least.
    pub(super) ports: Vec<RangeInclusive<u16>>,
    pub(super) transports: Vec<Transport>,
}

/// The ports whose primary service has a name, by their transports. No port is in
/// two of the groups.
pub(super) fn keys(registry: &Registry, name: &str) -> Vec<Keys> {
    let runs: Vec<(RangeInclusive<u16>, Transport)> = registry.keys_named(name).collect();
    // Where a range starts, and where one has ended: between two of these places
    // the transports do not change.
    let ends = |(ports, _): &(RangeInclusive<u16>, Transport)| {
        [u32::from(*ports.start()), u32::from(*ports.end()) + 1]
    };
    let mut edges: Vec<u32> = runs.iter().flat_map(ends).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut groups: Vec<Keys> = Vec::new();
    for edge in edges.windows(2) {
        let (Ok(first), Ok(last)) = (u16::try_from(edge[0]), u16::try_from(edge[1] - 1)) else {
            continue;
        };
        let on = |transport: &&Transport| {
            runs.iter().any(|(ports, other)| other == *transport && ports.contains(&first))
        };
        let transports: Vec<Transport> = Transport::ALL.iter().filter(on).copied().collect();
        if transports.is_empty() {
            continue;
        }
        let Some(group) = groups.iter_mut().find(|group| group.transports == transports) else {
            groups.push(Keys { ports: vec![first..=last], transports });
            continue;
        };
        match group.ports.last_mut().filter(|ports| ports.end().checked_add(1) == Some(first)) {
            Some(ports) => *ports = *ports.start()..=last,
            None => group.ports.push(first..=last),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use iana_ports::Registry;
    use iana_ports::Transport::{Sctp, Tcp, Udp};
    use iana_ports::load::NewRecord;

    use super::{Keys, keys};

    #[test]
    fn ranges_meet_and_overlap() {
        let record = |ports, transport| NewRecord::service("x").ports(ports).transport(transport);
        let registry: Registry = Registry::builder()
            .record(record(10..=20, Tcp))
            .record(record(15..=30, Udp))
            .record(record(21..=21, Tcp))
            .record(record(40..=40, Sctp))
            .record(record(65535..=65535, Sctp))
            .record(record(41..=50, Sctp))
            .build()
            .unwrap();
        let expected = [
            Keys { ports: vec![10..=14], transports: vec![Tcp] },
            Keys { ports: vec![15..=21], transports: vec![Tcp, Udp] },
            Keys { ports: vec![22..=30], transports: vec![Udp] },
            Keys { ports: vec![40..=50, 65535..=65535], transports: vec![Sctp] },
        ];
        assert_eq!(keys(&registry, "X"), expected);
        assert_eq!(keys(&registry, "y"), []);
    }

    #[test]
    fn every_key_of_every_name() {
        let registry = iana_ports::registry();
        for service in registry.services() {
            let name = service.name();
            let mut found = Vec::new();
            for Keys { ports, transports } in keys(registry, name) {
                for port in ports.into_iter().flatten() {
                    found.extend(transports.iter().map(|transport| (port, *transport)));
                }
            }
            let named = registry.keys_named(name);
            let mut expected: Vec<_> =
                named.flat_map(|(ports, on)| ports.map(move |port| (port, on))).collect();
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{name}");
        }
    }
}
