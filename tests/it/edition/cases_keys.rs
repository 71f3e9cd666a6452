//! What the registry really holds, counted: ports, ranges, keys and aliases.

use crate::oracle::model::MODEL;
use core::ops::RangeInclusive;
use iana_ports::Status::{self, Assigned, Dynamic, Reserved, Unassigned};
use iana_ports::Transport::{self, Dccp, Sctp, Tcp, Udp};
use iana_ports::{
    Service, lookup_name, lookup_port, records, records_on, services, services_on, status,
};
use std::collections::{BTreeMap, BTreeSet};

fn name(service: Option<Service<'static>>) -> Option<&'static str> {
    service.map(|service| service.name())
}

/// The names whose rows on that port name that transport.
fn names(port: u16, transport: Transport) -> BTreeSet<&'static str> {
    services_on(port, transport)
        .filter(|s| s.transport() == Some(transport))
        .map(|s| s.name())
        .collect()
}

fn ports(test: impl Fn(u16) -> bool) -> usize {
    (0..=u16::MAX).filter(|&port| test(port)).count()
}

#[test]
fn case_01_nameless_records() {
    assert_eq!(records().len(), 14_533);
    assert_eq!(records().filter(|record| record.service().is_none()).count(), 1724);
    assert_eq!(name(lookup_port(0, Tcp)), None);
    for port in [0, 359, 914, 1301, 8077] {
        assert!(
            records_on(port, Tcp).next().is_some_and(|record| record.service().is_none()),
            "{port}"
        );
    }
}

#[test]
fn case_02_status_of_nameless_records() {
    const DESCRIPTIONS: [(&str, usize, Status); 20] = [
        ("Unassigned", 883, Unassigned),
        ("Reserved", 808, Reserved),
        ("De-registered", 5, Reserved),
        ("unassigned", 3, Unassigned),
        ("Removed", 3, Reserved),
        ("any private mail system", 2, Reserved),
        ("any private printer server", 2, Reserved),
        ("any private terminal access", 2, Reserved),
        ("any private file service", 2, Reserved),
        ("any private dial out service", 2, Reserved),
        ("any private RJE service", 2, Reserved),
        ("any private terminal link", 2, Reserved),
        ("Unassigned [was netstat]", 1, Unassigned),
        ("Possibly used by Sun Solaris????", 1, Reserved),
        ("Deprecated", 1, Reserved),
        ("Reserved - IANA", 1, Reserved),
        ("Decomissioned Port 04/14/00, ms", 1, Reserved),
        ("(unassigned) Possibly assigned", 1, Unassigned),
        ("Unassigned (FRP-Released 12/7/00)", 1, Unassigned),
        ("De-Commissioned Port", 1, Reserved),
    ];
    let mut counts = BTreeMap::<_, usize>::new();
    for (i, record) in records().enumerate().filter(|(_, record)| record.service().is_none()) {
        let description = MODEL.rows[i].description.as_str();
        let listed = DESCRIPTIONS.iter().find(|listed| listed.0 == description);
        assert_eq!(Some(record.status()), listed.map(|listed| listed.2), "row {i}: {description}");
        *counts.entry(description).or_default() += 1;
    }
    assert_eq!(counts, DESCRIPTIONS.iter().map(|listed| (listed.0, listed.1)).collect());
}

/// The description of a service has no say in its status.
#[test]
fn case_03_services_described_as_reserved() {
    for (port, transport, of_port) in [
        (18, Tcp, "msp"),
        (18, Udp, "msp"),
        (2999, Tcp, "remoteware-un"),
        (2999, Udp, "remoteware-un"),
    ] {
        assert_eq!(status(port, transport), Assigned, "{port}/{transport}");
        assert_eq!(name(lookup_port(port, transport)), Some(of_port), "{port}/{transport}");
    }
    let behaviors = services_on(5349, Udp).find(|service| service.name() == "stun-behaviors");
    assert_eq!(behaviors.map(|service| service.record().status()), Some(Assigned));
}

const NAMED_RANGES: [(&str, RangeInclusive<u16>, Option<Transport>); 8] = [
    ("active-net", 3322..=3325, None),
    ("satvid-datalnk", 3367..=3371, None),
    ("vrml-multi-use", 4200..=4299, None),
    ("x11", 6000..=6063, Some(Tcp)),
    ("x11", 6000..=6063, Some(Udp)),
    ("ircu", 6665..=6669, Some(Tcp)),
    ("swx", 7300..=7359, None),
    ("flex-lm", 27000..=27009, None),
];

#[test]
fn case_04_ranges() {
    let ranges = || {
        records().filter(|record| record.ports().is_some_and(|ports| ports.start() < ports.end()))
    };
    // With a hyphen 758: six nameless ones have one port (`4748-4748`).
    assert_eq!(ranges().filter(|record| record.service().is_none()).count(), 758 - 6);
    for port in [4748, 6345, 6512, 8203, 9989, 20047] {
        assert!(
            records_on(port, Tcp).map(|record| record.ports()).eq([Some(port..=port)]),
            "{port}"
        );
    }
    let named = ranges().filter_map(|record| record.service());
    assert!(
        named
            .clone()
            .map(|s| (s.name(), s.ports(), s.transport()))
            .eq(NAMED_RANGES.map(|(name, ports, transport)| (name, Some(ports), transport)))
    );
    for service in named {
        for port in service.ports().into_iter().flatten() {
            for transport in Transport::ALL
                .iter()
                .copied()
                .filter(|&t| service.transport().is_none_or(|of| of == t))
            {
                assert_eq!(lookup_port(port, transport), Some(service), "{port}/{transport}");
            }
        }
    }
    assert_eq!(status(6665, Udp), Reserved);
}

#[test]
fn case_05_ports_on_any_transport() {
    let rows: Vec<_> =
        services().filter(|s| s.port().is_some() && s.transport().is_none()).collect();
    assert_eq!(rows.len(), 16);
    let names = [
        "active-net",
        "satvid-datalnk",
        "vrml-multi-use",
        "boe-cms",
        "boe-was",
        "boe-eventsrv",
        "boe-cachesvr",
        "boe-filesvr",
        "boe-pagesvr",
        "boe-processsvr",
        "boe-resssvr1",
        "boe-resssvr2",
        "boe-resssvr3",
        "boe-resssvr4",
        "swx",
        "flex-lm",
    ];
    assert!(rows.iter().map(|service| service.name()).eq(names));
    for service in rows {
        for &transport in Transport::ALL {
            assert_eq!(
                lookup_name(service.name(), transport),
                Some(service),
                "{service} on {transport}"
            );
        }
    }
}

#[test]
fn case_06_records_with_a_port_and_no_transport() {
    let rows = records().filter(|record| record.port().is_some() && record.transport().is_none());
    assert_eq!(rows.clone().count(), 886);
    assert_eq!(rows.filter(|record| record.service().is_none()).count(), 870);
}

#[test]
fn case_07_singles_inside_unassigned_ranges() {
    let on = |port, transport| -> Vec<_> {
        records_on(port, transport).map(|r| (name(r.service()), r.ports())).collect()
    };
    assert_eq!(on(7775, Tcp), [(Some("inetfs"), Some(7775..=7775)), (None, Some(7748..=7776))]);
    assert_eq!(on(7775, Udp), [(None, Some(7775..=7775)), (None, Some(7748..=7776))]);
    assert_eq!(on(7776, Sctp), [(None, Some(7776..=7776)), (None, Some(7748..=7776))]);
    assert_eq!(on(7997, Tcp), [(Some("pushns"), Some(7997..=7997)), (None, Some(7983..=7997))]);
    assert_eq!(on(7997, Udp), [(None, Some(7997..=7997)), (None, Some(7983..=7997))]);
    for (port, transport, expected) in [
        (7775, Tcp, Assigned),
        (7775, Udp, Reserved),
        (7775, Sctp, Unassigned),
        (7776, Tcp, Unassigned),
        (7997, Tcp, Assigned),
        (7997, Udp, Reserved),
        (7997, Dccp, Unassigned),
    ] {
        assert_eq!(status(port, transport), expected, "{port}/{transport}");
    }
}

#[test]
fn case_08_dynamic_ports() {
    for &transport in Transport::ALL {
        assert_eq!(ports(|port| status(port, transport) == Dynamic), 16_384, "{transport}");
        assert_eq!(
            (status(49151, transport), status(49152, transport)),
            (Reserved, Dynamic),
            "{transport}"
        );
        assert!(records_on(49152, transport).next().is_none(), "{transport}");
    }
}

#[test]
fn case_09_keys_with_several_services() {
    let mut counts = BTreeMap::<_, usize>::new();
    for port in 0..=u16::MAX {
        for &transport in Transport::ALL {
            *counts.entry(services_on(port, transport).len()).or_default() += 1;
        }
    }
    assert_eq!(counts.get(&2), Some(&220));
    assert_eq!(counts.get(&3), Some(&6));
    assert_eq!(counts.keys().max(), Some(&3));
    let on_80: Vec<_> = services_on(80, Tcp).map(|service| service.name()).collect();
    assert_eq!(on_80, ["http", "www", "www-http"]);
}

#[test]
fn case_10_alias_rows() {
    let aliases = services().filter(|service| service.alias_of().is_some());
    assert_eq!(aliases.clone().count(), 184);
    for alias in aliases {
        let canonical = alias.alias_of().expect("filtered");
        assert!(canonical < alias, "{alias} stands before {canonical}");
        assert_eq!(
            (canonical.ports(), canonical.transport()),
            (alias.ports(), alias.transport()),
            "{alias}"
        );
        #[cfg(feature = "details")]
        assert!(alias.is_historic(), "{alias}");
        assert_eq!(canonical.alias_of(), None, "{canonical} is an alias itself");
    }
}

#[test]
fn case_11_rows_with_an_alias() {
    let canonical = services().filter(|service| !service.aliases().is_empty());
    assert_eq!(canonical.clone().count(), 184);
    for service in canonical {
        for alias in service.aliases() {
            assert_eq!(alias.alias_of(), Some(service), "{alias}");
        }
    }
    assert_eq!(services_on(63, Tcp).map(|s| s.name()).collect::<Vec<_>>(), ["whoispp", "whois++"]);
}

#[test]
fn case_19_multiplicity_of_keys() {
    let named = |transport| ports(|port| !names(port, transport).is_empty());
    assert_eq!(Transport::ALL.iter().copied().map(named).sum::<usize>(), 11_621);
    let assigned = |transport| ports(|port| status(port, transport) == Assigned);
    for (transport, ports) in [(Tcp, 6148), (Udp, 5756), (Sctp, 278), (Dccp, 199)] {
        assert_eq!(assigned(transport), ports, "{transport}");
    }
    let spread =
        |transport| ports(|port| services_on(port, transport).any(|s| s.transport().is_none()));
    assert_eq!(11_621 + spread(Tcp) + spread(Udp), 12_001);
    assert_eq!(services().map(|service| service.name()).collect::<BTreeSet<_>>().len(), 7327);
}
