//! One port as typed: every case of Go's tests of `net.LookupPort`, and what
//! its users reported.

use iana_ports::layers::Layers;
use iana_ports::resolve::{ResolveError, resolve_in};
use iana_ports::transports::Transports;
use iana_ports::{Transport, registry, resolve, services};

/// A network, a text, and the port that Go's tests expect, or none.
type Case = (&'static str, &'static str, Option<u16>);

/// The inputs and answers of `net/port_test.go` (Go 1 to 1.24).
const PORT_TEST: [Case; 22] = [
    ("tcp", "echo", Some(7)),
    ("tcp", "discard", Some(9)),
    ("tcp", "systat", Some(11)),
    ("tcp", "daytime", Some(13)),
    ("tcp", "chargen", Some(19)),
    ("tcp", "ftp-data", Some(20)),
    ("tcp", "ftp", Some(21)),
    ("tcp", "telnet", Some(23)),
    ("tcp", "smtp", Some(25)),
    ("tcp", "time", Some(37)),
    ("tcp", "domain", Some(53)),
    ("tcp", "finger", Some(79)),
    ("udp", "echo", Some(7)),
    ("udp", "tftp", Some(69)),
    ("udp", "bootpc", Some(68)),
    ("udp", "bootps", Some(67)),
    ("udp", "domain", Some(53)),
    ("udp", "ntp", Some(123)),
    ("udp", "snmp", Some(161)),
    ("udp", "syslog", Some(514)),
    ("--badnet--", "zzz", None),
    ("tcp", "--badport--", None),
];

/// Those of the look-ups of services in `net/lookup_test.go`.
const LOOKUP_TEST: [Case; 28] = [
    ("tcp", "0", Some(0)),
    ("udp", "0", Some(0)),
    ("udp", "domain", Some(53)),
    ("--badnet--", "zzz", None),
    ("tcp", "--badport--", None),
    ("tcp", "-1", None),
    ("tcp", "65536", None),
    ("udp", "-1", None),
    ("udp", "65536", None),
    ("tcp", "123456789", None),
    ("tcp", "", Some(0)),
    ("tcp4", "", Some(0)),
    ("tcp6", "", Some(0)),
    ("udp", "", Some(0)),
    ("udp4", "", Some(0)),
    ("udp6", "", Some(0)),
    ("tcp", "http", Some(80)),
    ("tcp", "HTTP", Some(80)),
    ("tcp", "https", Some(443)),
    ("tcp", "ssh", Some(22)),
    ("tcp", "gopher", Some(70)),
    ("tcp4", "http", Some(80)),
    ("tcp6", "http", Some(80)),
    ("tcp", "smtp", Some(25)),
    ("udp", "_-unknown-service-", None),
    ("udp", "submissions", None),
    ("", "submissions", Some(465)),
    ("ip", "submissions", Some(465)),
];

/// What Go's issues 13447, 14322, 12263 and 17045 are about, and other
/// spellings.
const REPORTED: [Case; 20] = [
    ("tcp", "-9", None),
    ("tcp", "9pfs", Some(564)),
    ("tcp", "3com-tsmux", Some(106)),
    ("tcp", "080", Some(80)),
    ("tcp", "00000000000000000080", Some(80)),
    ("tcp", "+80", Some(80)),
    ("tcp", "99999999999999999999999999", None),
    ("tcp", "65535", Some(65535)),
    ("tcp", "80 ", None),
    ("tcp", " http", None),
    ("tcp", "+", None),
    ("tcp", "-", None),
    ("tcp", "0x50", None),
    ("tcp", "\u{0661}", None),
    ("tcp", "80/tcp", None),
    ("tcp", "postgresql", Some(5432)),
    ("tcp", "caldav", None),
    ("sctp", "m3ua", Some(2905)),
    ("dccp6", "discard", Some(9)),
    ("tcp", "x11", Some(6000)),
];

#[test]
fn every_case_of_go() {
    let cases = PORT_TEST.iter().chain(&LOOKUP_TEST).chain(&REPORTED);
    for &(network, text, expected) in cases {
        let found = resolve(text, network);
        assert_eq!(found.ok(), expected, "{text:?} on {network:?}: {found:?}");
        // Go's "not found" is told from an invalid network and an invalid number.
        if let Err(error) = found {
            let is_number = text.trim_start_matches(['+', '-']).parse::<u128>().is_ok();
            let tells = match error {
                ResolveError::Network(_) => network.starts_with("--"),
                ResolveError::OutOfRange { .. } => is_number,
                ResolveError::UnknownName { .. } => !is_number,
                _ => false,
            };
            assert!(tells, "{text:?} on {network:?}: {error:?}");
            let quoted = if network.starts_with("--") { network } else { text };
            assert!(error.to_string().contains(&format!("{quoted:?}")), "{error}");
        }
    }
}

#[test]
fn every_message() {
    for (network, text, expected) in [
        (
            "unix",
            "80",
            r#"unknown network "unix", expected tcp, udp, sctp or dccp, such as tcp6 or tcp,udp, or ip"#,
        ),
        ("tcp", "65536", r#"port "65536" is out of range, expected 0 to 65535"#),
        (
            "tcp,udp",
            "htps",
            r#"no port is registered for "htps" on tcp,udp, expected a registered name; did you mean "https"?"#,
        ),
        // What is suggested has a port there: "imap" has none on udp.
        (
            "udp",
            "imap",
            r#"no port is registered for "imap" on udp, expected a registered name; did you mean "imap3"?"#,
        ),
        (
            "tcp",
            "no-such-service",
            r#"no port is registered for "no-such-service" on tcp, expected a registered name such as "https""#,
        ),
    ] {
        assert_eq!(resolve(text, network).unwrap_err().to_string(), expected);
    }
}

/// A name is resolved where the registry has it with a port, the first of
/// several transports first.
#[test]
fn every_service() {
    static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    for service in services().step_by(7) {
        let on = service.transport().unwrap_or(Transport::Tcp);
        let ports = iana_ports::services_named_on(service.name(), on).find_map(|one| one.port());
        assert_eq!(resolve(service.name(), on).ok(), ports, "{service}");
        assert_eq!(resolve_in(&LAYERS, service.name(), on).ok(), ports, "{service}");
        let first = Transport::ALL.iter().find_map(|on| resolve(service.name(), *on).ok());
        assert_eq!(resolve(service.name(), Transports::ALL).ok(), first, "{service}");
    }
}

#[test]
fn every_port() {
    for port in 0..=u16::MAX {
        assert_eq!(resolve(&port.to_string(), Transport::Udp), Ok(port));
    }
}
