//! What the registry really holds, counted: the transports beside each other.

use crate::oracle::model::MODEL;
use iana_ports::Status::Reserved;
use iana_ports::Transport::{self, Dccp, Sctp, Tcp, Udp};
use iana_ports::{lookup_port, records, services_on, status};
use std::collections::BTreeSet;

/// The names whose rows on that port name that transport.
fn names(port: u16, transport: Transport) -> BTreeSet<&'static str> {
    services_on(port, transport)
        .filter(|s| s.transport() == Some(transport))
        .map(|s| s.name())
        .collect()
}

fn ports(test: impl Fn(u16) -> bool) -> Vec<u16> {
    (0..=u16::MAX).filter(|&port| test(port)).collect()
}

fn name(port: u16, transport: Transport) -> Option<&'static str> {
    lookup_port(port, transport).map(|service| service.name())
}

#[test]
fn case_20_ports_of_tcp_or_udp_only() {
    let only = |one, other| {
        ports(|port| !names(port, one).is_empty() && names(port, other).is_empty()).len()
    };
    assert_eq!((only(Tcp, Udp), only(Udp, Tcp)), (565, 173));
    assert_eq!((name(143, Tcp), name(143, Udp)), (Some("imap"), None));
    assert_eq!((name(953, Tcp), name(953, Udp)), (Some("rndc"), None));
    assert_eq!((name(270, Tcp), name(270, Udp)), (None, Some("gist")));
    assert_eq!((name(1027, Tcp), name(1027, Udp)), (None, Some("6a44")));
    assert_eq!(names(113, Tcp), BTreeSet::from(["auth", "ident"]));
    assert_eq!(names(113, Udp), BTreeSet::from(["auth"]));
}

#[test]
fn case_21_ports_of_tcp_and_udp() {
    let both = ports(|port| !names(port, Tcp).is_empty() && !names(port, Udp).is_empty());
    let differ = both.iter().filter(|&&port| names(port, Tcp) != names(port, Udp));
    let disjoint = both.iter().filter(|&&port| names(port, Tcp).is_disjoint(&names(port, Udp)));
    assert_eq!(
        (both.len() - differ.clone().count(), differ.count(), disjoint.count()),
        (5255, 138, 134)
    );
    assert_eq!((name(514, Tcp), name(514, Udp)), (Some("shell"), Some("syslog")));
    assert_eq!((name(513, Tcp), name(513, Udp)), (Some("login"), Some("who")));
    assert_eq!((name(10162, Tcp), name(10162, Udp)), (Some("snmptls-trap"), Some("snmpdtls-trap")));
}

#[test]
fn case_22_ports_reserved_on_one_transport() {
    let single = |transport| {
        let rows = records()
            .zip(&MODEL.rows)
            .filter(move |(record, _)| record.transport() == Some(transport));
        rows.filter(|(record, row)| {
            record.status() == Reserved && record.port().is_some() && !row.is_range()
        })
    };
    // Those that say "Reserved", and with them those of private uses or taken back.
    let say_so =
        |transport| single(transport).filter(|(_, row)| row.description == "Reserved").count();
    assert_eq!((say_so(Udp), say_so(Tcp)), (587, 207));
    assert_eq!((single(Udp).count(), single(Tcp).count()), (597, 214));
    assert_eq!(status(8282, Dccp), Reserved);
}

#[test]
fn case_23_sctp() {
    assert_eq!(records().filter(|record| record.transport() == Some(Sctp)).count(), 93);
    let only = ports(|port| {
        !names(port, Sctp).is_empty()
            && [Tcp, Udp, Dccp].iter().all(|&other| names(port, other).is_empty())
    });
    assert_eq!(only.len(), 29);
    let differ = ports(|port| {
        let (sctp, tcp) = (names(port, Sctp), names(port, Tcp));
        !sctp.is_empty() && !tcp.is_empty() && sctp.is_disjoint(&tcp)
    });
    assert_eq!(differ, [3863, 3864, 5910, 5911, 5912, 5913, 6970]);
    assert_eq!((name(3863, Sctp), name(3863, Tcp)), (Some("asap-sctp"), Some("asap-tcp")));
    assert_eq!((name(5910, Sctp), name(5910, Tcp)), (Some("cm"), Some("ats-atn")));
}

#[test]
fn case_24_dccp() {
    let rows = records().filter(|record| record.transport() == Some(Dccp));
    let found: Vec<_> =
        rows.map(|record| (record.service().map(|s| s.name()), record.port())).collect();
    assert_eq!(
        found,
        [
            (Some("discard"), Some(9)),
            (Some("exp1"), Some(1021)),
            (Some("exp2"), Some(1022)),
            (Some("ltp-deepspace"), Some(1113)),
            (Some("aws-wsp"), Some(4195)),
            (Some("dtn-bundle"), Some(4556)),
            (Some("avt-profile-1"), Some(5004)),
            (Some("avt-profile-2"), Some(5005)),
            (Some("syslog-tls"), Some(6514)),
            (None, Some(8282)),
            (Some("dccp-ping"), None),
        ]
    );
}

#[cfg(feature = "details")]
#[test]
fn case_25_service_codes() {
    let codes: Vec<_> = iana_ports::services()
        .filter_map(|service| {
            Some((service.name(), service.transport(), service.service_code()?.to_u32()))
        })
        .collect();
    assert_eq!(
        codes,
        [
            ("discard", Some(Dccp), u32::from_be_bytes(*b"DISC")),
            ("ltp-deepspace", Some(Dccp), 7_107_696),
            ("dtn-bundle", Some(Dccp), u32::from_be_bytes(*b"dtn1")),
            ("dccp-ping", Some(Dccp), u32::from_be_bytes(*b"ping")),
        ]
    );
}
