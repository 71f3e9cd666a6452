//! The syntaxes of port specs, each on what its tool takes and what it refuses,
//! and port lists out of reports on other tools.

use std::collections::BTreeMap;

use iana_ports::Transport;
use iana_ports::port_spec::{Fixed, Syntax};

type Spec = Fixed<40>;

/// Each text as the default syntax writes it, in the merged form.
#[track_caller]
fn accepted<const N: usize>(syntax: Syntax, texts: [(&str, &str); N]) {
    const { assert!(N >= 15) };
    for (text, merged) in texts {
        match Spec::parse_as(syntax, text) {
            Ok(spec) => assert_eq!(format!("{spec:#}"), merged, "{syntax:?} {text:?}"),
            Err(error) => panic!("{syntax:?} {text:?}: {error}"),
        }
    }
}

/// Each text, and what is in the message.
#[track_caller]
fn refused<const N: usize>(syntax: Syntax, texts: [(&str, &str); N]) {
    const { assert!(N >= 10) };
    for (text, message) in texts {
        match Spec::parse_as(syntax, text) {
            Ok(spec) => panic!("{syntax:?} {text:?}: {spec}"),
            Err(error) => assert!(error.to_string().contains(message), "{text:?}: {error}"),
        }
    }
}

/// `-p`: "Nmap Reference Guide", chapter "Port Specification and Scan Order".
#[test]
fn nmap() {
    accepted(
        Syntax::Nmap,
        [
            ("22", "22"),
            ("1-65535", "1-65535"),
            ("-", "1-65535"),
            ("-100", "1-100"),
            ("60-", "60-65535"),
            ("0", "0"),
            ("0-", "0-65535"),
            ("T:25", "25/tcp"),
            ("T:25,U:53", "25/tcp,53/udp"),
            (
                "U:53,111,137,T:21-25,80,139,8080",
                "21-25/tcp,53/udp,80/tcp,111/udp,137/udp,139/tcp,8080/tcp",
            ),
            ("S:2905", "2905/sctp"),
            ("22,T:25", "22,25/tcp"),
            ("T:-", "1-65535/tcp"),
            ("U:60000-", "60000-65535/udp"),
            ("T:-3,U:-2", "1-2/tcp+udp,3/tcp"),
            ("ssh", "22/tcp+udp+sctp"),
            ("T:ssh,https", "22/tcp,443/tcp"),
            ("80, 443", "80,443"),
            ("80,443,", "80,443"),
            ("0080", "80"),
            ("22-25,80,443,3389", "22-25,80,443,3389"),
        ],
    );
    refused(
        Syntax::Nmap,
        [
            ("", "empty port spec"),
            ("22,,80", "empty item"),
            (",22", "empty item"),
            ("22/tcp", "expected T:22"),
            ("tcp:22", "expected T:22"),
            ("22:25", "expected 22-25"),
            ("100-1", "backward range"),
            ("65536", "too high a port"),
            ("1-2-3", "malformed port or range"),
            ("--", "malformed port or range"),
            ("T:", "malformed port or range"),
            ("ftp*", "form of nmap that is not taken"),
            ("http?", "form of nmap that is not taken"),
            ("[1-1024]", "form of nmap that is not taken"),
            ("P:1", "form of nmap that is not taken"),
            ("80 443", "expected commas"),
            ("U:imap", "no port on udp"),
            ("X:22", "unknown service name"),
        ],
    );
}

/// `--dport` and `--dports`: iptables-extensions(8), "tcp" and "multiport".
#[test]
fn iptables() {
    accepted(
        Syntax::Iptables,
        [
            ("22", "22"),
            ("70:75", "70-75"),
            ("1024:", "1024-65535"),
            (":100", "0-100"),
            (":", "0-65535"),
            ("0:65535", "0-65535"),
            ("0", "0"),
            ("22,80,443", "22,80,443"),
            ("22,80:90", "22,80-90"),
            ("80:90,22", "22,80-90"),
            ("53,1024:65535", "53,1024-65535"),
            ("ssh", "22/tcp+udp+sctp"),
            ("ssh,smtp", "22/tcp+udp+sctp,25/tcp+udp"),
            ("7:7", "7"),
            ("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15", "1-15"),
            ("1:2,4:5,7:8,10:11,13:14,16:17,19:20,22", "1-2,4-5,7-8,10-11,13-14,16-17,19-20,22"),
        ],
    );
    refused(
        Syntax::Iptables,
        [
            ("", "empty port spec"),
            ("22,", "empty item"),
            ("80-90", "expected 80:90"),
            ("60-", "expected 60:65535"),
            ("22/tcp", "the transport apart"),
            ("22,80:90/tcp", "the transport apart"),
            ("T:25", "expected 25 and the transport apart"),
            ("90:80", "backward range"),
            ("1:2:3", "malformed port or range"),
            ("65536", "too high a port"),
            ("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16", "more than 15 ports"),
            ("1:2,4:5,7:8,10:11,13:14,16:17,19:20,22:23", "more than 15 ports"),
            ("!22", "malformed port or range"),
            ("htps", "did you mean"),
        ],
    );
}

/// ufw(8), "RULE SYNTAX".
#[test]
fn ufw() {
    accepted(
        Syntax::Ufw,
        [
            ("22", "22/tcp+udp"),
            ("22/tcp", "22/tcp"),
            ("53/udp", "53/udp"),
            ("ssh", "22/tcp+udp"),
            ("ssh/tcp", "22/tcp"),
            ("70,75/tcp", "70/tcp,75/tcp"),
            ("70:75/tcp", "70-75/tcp"),
            ("22,80:90/tcp", "22/tcp,80-90/tcp"),
            ("80,443,8080:8090/tcp", "80/tcp,443/tcp,8080-8090/tcp"),
            ("20,21,22,80,443/tcp", "20-22/tcp,80/tcp,443/tcp"),
            ("60000:61000/udp", "60000-61000/udp"),
            ("1:65535/tcp", "1-65535/tcp"),
            ("imap", "143/tcp"),
            ("137,138/UDP", "137-138/udp"),
            ("80,443/tcp", "80/tcp,443/tcp"),
            ("syslog", "514/udp"),
            ("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15/tcp", "1-15/tcp"),
        ],
    );
    refused(
        Syntax::Ufw,
        [
            ("", "empty port spec"),
            ("22,80", "/tcp behind the last item"),
            ("70:75", "/tcp behind the last item"),
            ("0", "port 0"),
            ("0:10/tcp", "port 0"),
            ("22,/tcp", "empty item"),
            ("/tcp", "empty"),
            ("90:80/tcp", "backward range"),
            ("70-75/tcp", "expected 70:75"),
            ("60:/tcp", "expected 60:65535"),
            (":100/tcp", "expected 1:100"),
            ("22/tcp,80/tcp", "behind the last item"),
            ("22/sctp", "unknown transport"),
            ("22/esp", "unknown transport"),
            ("65536/tcp", "too high a port"),
            ("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16/tcp", "more than 15 ports"),
            ("1:2,3:4,5:6,7:8,9:10,11:12,13:14,15:16/tcp", "more than 15 ports"),
        ],
    );
}

/// Firewall rules of clouds: gcloud's `--allow`, which joins by a colon, and
/// others that have a slash.
#[test]
fn transport_first() {
    accepted(
        Syntax::TransportFirst,
        [
            ("tcp:22", "22/tcp"),
            ("tcp/22", "22/tcp"),
            ("udp:53", "53/udp"),
            ("tcp/7000-7002", "7000-7002/tcp"),
            ("tcp:80,udp:53", "53/udp,80/tcp"),
            ("tcp:80,tcp:443", "80/tcp,443/tcp"),
            ("tcp:80, udp/53", "53/udp,80/tcp"),
            ("TCP:80", "80/tcp"),
            ("tcp:60000-", "60000-65535/tcp"),
            ("tcp:0-65535", "0-65535/tcp"),
            ("sctp:2905", "2905/sctp"),
            ("dccp/5004", "5004/dccp"),
            ("tcp:https", "443/tcp"),
            ("udp/domain", "53/udp"),
            ("tcp+udp:53", "53/tcp+udp"),
            ("udp:914c/g", "211/udp"),
            ("tcp:20-22,tcp:21-25", "20-25/tcp"),
        ],
    );
    refused(
        Syntax::TransportFirst,
        [
            ("", "empty port spec"),
            ("22", "expected one such as tcp:22"),
            ("tcp:80,443", "expected one such as tcp:443"),
            ("tcp", "without a port"),
            ("tcp:", "malformed port or range"),
            ("icmp", "no transport"),
            ("icmp:8", "unknown transport"),
            ("22/tcp", "expected tcp:22"),
            ("T:22", "expected tcp:22"),
            ("tcp:80:90", "expected tcp:80-90"),
            ("tcp:-100", "expected tcp:1-100"),
            ("tcp:90-80", "backward range"),
            ("tcp:65536", "too high a port"),
            ("tcp:80,", "empty item"),
            ("udp:imap", "no port on udp"),
        ],
    );
}

/// Several transports behind one port, with commas between them.
#[test]
fn transport_list() {
    accepted(
        Syntax::TransportList,
        [
            ("53", "53"),
            ("53/tcp", "53/tcp"),
            ("53/tcp,udp", "53/tcp+udp"),
            ("53/udp,tcp", "53/tcp+udp"),
            ("53/tcp, udp", "53/tcp+udp"),
            ("53/tcp,udp,80/tcp", "53/tcp+udp,80/tcp"),
            ("80,53/tcp,udp", "53/tcp+udp,80"),
            ("53/tcp,udp,sctp,dccp", "53"),
            ("53/TCP,UDP", "53/tcp+udp"),
            ("domain/tcp,udp", "53/tcp+udp"),
            ("ssh/tcp,sctp,imap", "22/tcp+sctp,143/tcp"),
            ("7000-7002/tcp,udp", "7000-7002/tcp+udp"),
            ("60000-/udp,sctp", "60000-65535/udp+sctp"),
            ("914c/g/tcp,udp", "211/tcp+udp"),
            ("1/tcp,2/udp,tcp,3", "1/tcp,2/tcp+udp,3"),
            ("53/tcp+udp", "53/tcp+udp"),
        ],
    );
    refused(
        Syntax::TransportList,
        [
            ("", "empty port spec"),
            ("udp", "without a port"),
            ("udp,53/tcp", "without a port"),
            ("53,udp", "without a port"),
            ("53/tcp,icmp", "no port is registered"),
            ("53/tcp,", "empty item"),
            ("53/tcp,udp,", "empty item"),
            ("53/,udp", "unknown transport"),
            ("imap/tcp,udp", "no port on udp"),
            ("70:75/tcp,udp", "expected 70-75/tcp+udp"),
            ("75-70/tcp,udp", "backward range"),
        ],
    );
}

/// Two readings of a transport that only one item names.
#[test]
fn of_a_list_with_one_transport() {
    let text = "70, 75/tcp";
    let read = |syntax| Spec::parse_as(syntax, text).map(|spec| spec.to_string());
    assert_eq!(read(Syntax::Default).as_deref(), Ok("70,75/tcp"));
    assert_eq!(read(Syntax::WholeList).as_deref(), Ok("70/tcp,75/tcp"));
    let error = read(Syntax::Strict).unwrap_err().to_string();
    assert!(error.starts_with(r#"no transport for "70" at byte 0, expected"#), "{error}");
    for text in ["70,75", "70/tcp,75/udp", "ssh"] {
        assert_eq!(Spec::parse_as(Syntax::Strict, text), Spec::parse(text));
        if text != "70/tcp,75/udp" {
            assert_eq!(Spec::parse_as(Syntax::WholeList, text), Spec::parse(text));
        }
    }
}

/// Names of layers mean there what they mean, and what is written reads back in
/// the bundled registry.
#[cfg(feature = "runtime")]
#[test]
fn names_of_layers() {
    use iana_ports::layers::Layers;
    use iana_ports::{Registry, registry};

    let file = "intranet 8090/tcp\nintranet 8090/udp\nintranet 9000/tcp\nhttps 8443/tcp\n";
    let own = Registry::from_services_file(file.as_bytes()).unwrap();
    let layers = Layers::new([&own, registry()]);
    for (text, written) in [
        ("intranet", "8090/tcp+udp,9000/tcp"),
        ("Intranet/udp", "8090/udp"),
        ("imap, 22", "imap,22"),
        ("ssh/tcp", "ssh/tcp"),
    ] {
        let spec = Spec::parse_in(text, &layers).unwrap();
        assert_eq!(spec.to_string(), written);
        assert_eq!(Spec::parse(written), Ok(spec));
    }
    assert!(Spec::parse_in("https/tcp", &layers).unwrap().contains(8443, Transport::Tcp));
    assert_eq!(Spec::parse_in("22,https", registry()), Spec::parse("22,https"));
    let nmap = Spec::parse_as_in(Syntax::Nmap, "U:intranet", &layers).unwrap();
    assert_eq!(nmap.to_string(), "8090/udp");
    for (text, message) in [
        (
            "intrnet",
            r#"unknown service name "intrnet" at byte 0, expected a registered name; did you mean "intranet"?"#,
        ),
        (
            "intranet/sctp",
            r#"no port on sctp is registered for "intranet/sctp" at byte 0, expected tcp or udp"#,
        ),
        (
            "1,zzzzzzzz",
            r#"unknown service name "zzzzzzzz" at byte 2, expected a registered name such as "https""#,
        ),
    ] {
        assert_eq!(Spec::parse_in(text, &layers).unwrap_err().to_string(), message);
    }
    let error = Fixed::<1>::parse_in("intranet", &layers).unwrap_err().to_string();
    assert!(error.starts_with("more than 1 items at byte 0"), "{error}");
}

/// Inputs of reports on other tools, with the right answers.
#[test]
fn port_lists_of_reports() {
    let cases = include_str!("port-lists.json");
    let cases: Vec<serde_json::Value> = serde_json::from_str(cases).unwrap();
    assert!(cases.len() >= 18);
    for case in cases {
        let (input, want) = (case["input"].as_str().unwrap(), &case["want"]);
        // A note tells whose syntax it is.
        let syntax = match case["note"].as_str().unwrap_or_default() {
            "nmap form" | "all ports" => Syntax::Nmap,
            "iptables form" => Syntax::Iptables,
            note if note.starts_with("ufw") => Syntax::Ufw,
            "protocol first" => Syntax::TransportFirst,
            _ => Syntax::Default,
        };
        let spec = Spec::parse_as(syntax, input);
        let Some(ok) = want.get("ok") else {
            assert!(spec.is_err(), "{input}");
            continue;
        };
        let spec = spec.unwrap_or_else(|error| panic!("{input}: {error}"));
        let found: BTreeMap<_, Vec<_>> = Transport::ALL
            .iter()
            .map(|&transport| {
                let ranges = spec.ranges(transport).map(|range| match range.into_inner() {
                    (first, last) if first == last => first.to_string(),
                    (first, last) => format!("{first}-{last}"),
                });
                (transport.as_str(), ranges.collect())
            })
            .filter(|(_, ranges): &(_, Vec<String>)| !ranges.is_empty())
            .collect();
        // Not all of the answers are in ascending order.
        let sorted = |mut ranges: Vec<String>| {
            ranges.sort_unstable();
            ranges
        };
        let wanted: BTreeMap<String, Vec<String>> = serde_json::from_value(ok.clone()).unwrap();
        let pairs = wanted.into_iter().map(|(on, ranges)| (on, sorted(ranges)));
        assert!(pairs.eq(found.into_iter().map(|(on, r)| (on.to_owned(), sorted(r)))), "{input}");
    }
}
