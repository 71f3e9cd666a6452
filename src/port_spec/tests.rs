use std::collections::{BTreeSet, HashSet};

use super::{Fixed, ParsePortSpecError, Syntax};
use crate::lookups::{lookup_name, services};
use crate::test_random::Random;
use crate::values::transport::Transport;
use crate::values::transport::Transport::{Dccp, Sctp, Tcp, Udp};

type Spec = Fixed<16>;

#[track_caller]
fn spec(text: &str) -> Spec {
    Spec::parse(text).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

#[track_caller]
fn message(syntax: Syntax, text: &str) -> String {
    Spec::parse_as(syntax, text).expect_err(text).to_string()
}

fn ports(text: &str) -> Vec<(u16, Transport)> {
    spec(text).iter().collect()
}

#[test]
fn numbers_and_ranges() {
    assert_eq!(ports("22"), [(22, Tcp), (22, Udp), (22, Sctp), (22, Dccp)]);
    assert_eq!(ports("22/UDP"), [(22, Udp)]);
    assert_eq!(ports("0/tcp,65535/tcp"), [(0, Tcp), (65535, Tcp)]);
    assert_eq!(ports("7-8/sctp"), [(7, Sctp), (8, Sctp)]);
    assert_eq!(ports("7-7/dccp"), [(7, Dccp)]);
    assert_eq!(ports("1-2")[3..5], [(1, Dccp), (2, Tcp)]);
    assert_eq!(ports("65534-/udp"), [(65534, Udp), (65535, Udp)]);
    assert_eq!(ports("53/udp+TCP"), [(53, Tcp), (53, Udp)]);
    assert_eq!(spec("0-65535").len(), 4 * 65_536);
    assert_eq!(ports("22/tcp,20-22/tcp,ssh/tcp"), [(20, Tcp), (21, Tcp), (22, Tcp)]);
    assert_eq!(ports(" 22/tcp ,\t25 / tcp\n".replace(" / ", "/").as_str()), [(22, Tcp), (25, Tcp)]);
}

#[test]
fn names_stand_for_their_rows() {
    assert_eq!(ports("ssh"), [(22, Tcp), (22, Udp), (22, Sctp)]);
    assert_eq!(ports("Imap"), [(143, Tcp)]);
    assert_eq!(ports("http-alt/udp"), [(591, Udp), (8008, Udp), (8080, Udp)]);
    assert_eq!(ports("whois++/tcp"), [(63, Tcp)]);
    assert_eq!(ports("9pfs/tcp"), [(564, Tcp)]);
    assert_eq!(ports("802-11-iapp/udp"), [(3517, Udp)]);
    assert_eq!(ports("914c/g/udp"), [(211, Udp)]);
    assert_eq!(ports("CL/1"), [(172, Tcp), (172, Udp)]);
    assert_eq!(ports("boe-cms"), [(6400, Tcp), (6400, Udp), (6400, Sctp), (6400, Dccp)]);
    assert_eq!(ports("boe-cms/sctp"), [(6400, Sctp)]);
    assert_eq!(ports("ssh/sctp+tcp"), [(22, Tcp), (22, Sctp)]);
    assert_eq!(ports("x11").len(), 128);
    // Also registered without a port.
    assert_eq!(ports("https/tcp"), [(443, Tcp)]);
}

/// Every message there is, and what position it names.
#[test]
fn every_rule_has_its_message() {
    use Syntax::{Default, Iptables, Nmap, Strict, TransportFirst, TransportList, Ufw, WholeList};

    let empty = "empty port spec, expected ports or service names such as 22,6000-6063/udp,https";
    let no_place = "more than 16 items at byte 39, expected at most 16; `PortSpec` (feature `alloc`) takes any number";
    let many = "more than 15 ports at byte 35, expected at most 15, of which a range counts as two";
    let nmap = "has a form of nmap that is not taken, expected ports, ranges and names one by one";
    for (syntax, text, position, expected) in [
        (Default, "", 0, empty),
        (Default, " ", 0, empty),
        (Nmap, "\t", 0, empty),
        (Default, ",", 0, "empty item at byte 0 of a port spec, expected a port or a service name"),
        (
            Default,
            "22,",
            3,
            "empty item at byte 3 of a port spec, expected a port or a service name",
        ),
        (
            Default,
            "22, ,ssh",
            3,
            "empty item at byte 3 of a port spec, expected a port or a service name",
        ),
        (
            Nmap,
            "22,,ssh",
            3,
            "empty item at byte 3 of a port spec, expected a port or a service name",
        ),
        (Default, "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17", 39, no_place),
        (Iptables, "1:2,3:4,5:6,7,8:9,9:10,11:12,13:14,15:16", 35, many),
        (
            Default,
            "22 ssh",
            0,
            r#"white space within "22 ssh" at byte 0, expected commas between items"#,
        ),
        (
            Default,
            "1, 22 /tcp",
            3,
            r#"white space within "22 /tcp" at byte 3, expected commas between items"#,
        ),
        (
            Default,
            "65536/tcp",
            0,
            r#"too high a port in "65536/tcp" at byte 0, expected at most 65535"#,
        ),
        (
            Default,
            "7,1-99999999999999999999",
            2,
            r#"too high a port in "1-99999999999999999999" at byte 2, expected at most 65535"#,
        ),
        (Ufw, "0", 0, r#"port 0 in "0" at byte 0, expected at least 1"#),
        (
            Default,
            "6063-6000",
            0,
            r#"backward range "6063-6000" at byte 0, expected the lower port first"#,
        ),
        (
            Default,
            "70-80-90",
            0,
            r#"malformed port or range "70-80-90" at byte 0, expected digits such as 22 or 6000-6063"#,
        ),
        (
            Iptables,
            "22,1:2:3",
            3,
            r#"malformed port or range "1:2:3" at byte 3, expected digits such as 22 or 6000:6063"#,
        ),
        (Default, "22,-9", 3, r#""-9" at byte 3 has the form of another tool, expected 1-9"#),
        (Default, "-", 0, r#""-" at byte 0 has the form of another tool, expected 1-65535"#),
        (
            Default,
            "80:8080",
            0,
            r#""80:8080" at byte 0 has the form of another tool, expected 80-8080"#,
        ),
        (Default, "80:", 0, r#""80:" at byte 0 has the form of another tool, expected 80-65535"#),
        (
            Default,
            "22,T:25",
            3,
            r#""T:25" at byte 3 has the form of another tool, expected 25/tcp"#,
        ),
        (
            Default,
            "U:https",
            0,
            r#""U:https" at byte 0 has the form of another tool, expected https/udp"#,
        ),
        (
            Default,
            "tcp/7000-7002",
            0,
            r#""tcp/7000-7002" at byte 0 has the form of another tool, expected 7000-7002/tcp"#,
        ),
        (
            Default,
            "udp:53",
            0,
            r#""udp:53" at byte 0 has the form of another tool, expected 53/udp"#,
        ),
        (Nmap, "22/tcp", 0, r#""22/tcp" at byte 0 has the form of another tool, expected T:22"#),
        (
            Nmap,
            "53/tcp+udp",
            0,
            r#""53/tcp+udp" at byte 0 has the form of another tool, expected T:53,U:53"#,
        ),
        (
            Iptables,
            "22/tcp",
            0,
            r#""22/tcp" at byte 0 has the form of another tool, expected 22 and the transport apart from the ports"#,
        ),
        (Iptables, "80-90", 0, r#""80-90" at byte 0 has the form of another tool, expected 80:90"#),
        (
            Ufw,
            "22/tcp,80/tcp",
            0,
            r#""22/tcp" at byte 0 has the form of another tool, expected 22 and /tcp behind the last item"#,
        ),
        (Ufw, "60:/tcp", 0, r#""60:" at byte 0 has the form of another tool, expected 60:65535"#),
        (
            TransportFirst,
            "22/tcp",
            0,
            r#""22/tcp" at byte 0 has the form of another tool, expected tcp:22"#,
        ),
        (
            TransportFirst,
            "tcp:80:90",
            0,
            r#""tcp:80:90" at byte 0 has the form of another tool, expected tcp:80-90"#,
        ),
        (
            Default,
            "22/icmp",
            0,
            r#"unknown transport in "22/icmp" at byte 0, expected tcp, udp, sctp or dccp"#,
        ),
        (Ufw, "22/sctp", 0, r#"unknown transport in "22/sctp" at byte 0, expected tcp or udp"#),
        (
            Default,
            "53/tcp,udp",
            7,
            r#"transport "udp" without a port at byte 7, expected both in one item, such as 53/tcp+udp"#,
        ),
        (
            Strict,
            "70, 75/tcp",
            0,
            r#"no transport for "70" at byte 0, expected one such as 70/tcp"#,
        ),
        (
            Ufw,
            "22,80:90",
            0,
            r#"no transport for "22" at byte 0, expected one such as /tcp behind the last item"#,
        ),
        (
            TransportFirst,
            "tcp:1,22",
            6,
            r#"no transport for "22" at byte 6, expected one such as tcp:22"#,
        ),
        (Nmap, "ftp*", 0, &format!(r#""ftp*" at byte 0 {nmap}"#)),
        (Default, "22,[1-1024]", 3, &format!(r#""[1-1024]" at byte 3 {nmap}"#)),
        (Nmap, "P:1", 0, &format!(r#""P:1" at byte 0 {nmap}"#)),
        (
            Default,
            "22,htps",
            3,
            r#"unknown service name "htps" at byte 3, expected a registered name; did you mean "https"?"#,
        ),
        (
            Default,
            "htps/tcp",
            0,
            r#"unknown service name "htps/tcp" at byte 0, expected a registered name; did you mean "https"?"#,
        ),
        (
            WholeList,
            "no-such-service",
            0,
            r#"unknown service name "no-such-service" at byte 0, expected a registered name such as "https""#,
        ),
        (
            TransportList,
            "22,webdavs",
            3,
            r#"no port is registered for "webdavs" at byte 3, expected a service that has one"#,
        ),
        (
            Default,
            "IMAP/udp",
            0,
            r#"no port on udp is registered for "IMAP/udp" at byte 0, expected tcp"#,
        ),
        (
            Default,
            "x11/sctp",
            0,
            r#"no port on sctp is registered for "x11/sctp" at byte 0, expected tcp or udp"#,
        ),
        (
            Default,
            "ssh/tcp+dccp",
            0,
            r#"no port on dccp is registered for "ssh/tcp+dccp" at byte 0, expected tcp, udp or sctp"#,
        ),
    ] {
        let error = Spec::parse_as(syntax, text).expect_err(text);
        assert_eq!(error.to_string(), expected, "{syntax:?} {text:?}");
        // What a `main` shows that returns it.
        assert_eq!(format!("{:?}", Box::<dyn core::error::Error>::from(error)), expected);
        assert_eq!(error.position(), position, "{text:?}");
        if syntax == Default {
            assert_eq!(text.parse::<Spec>(), Err(error));
            assert_eq!(Spec::try_from(text), Err(error));
        }
    }
}

#[test]
fn only_digits_are_numbers() {
    for text in [
        "+22",
        "--",
        "1-2-3",
        "1--2",
        "22.5",
        "1..2",
        "22–25",
        "٢٢",
        "１２",
        "+22/udp",
        "/tcp",
        "/",
        "22-+25",
        "🦀",
        "7000-7002:7000-7002",
        "127.0.0.1:70:70",
        "::",
        "1:2:3",
        "22;23",
    ] {
        // Of a lone slash the transport is the first thing that is wrong.
        let expected = if text == "/" {
            format!("unknown transport in {text:?} at byte 0, expected tcp, udp, sctp or dccp")
        } else {
            format!(
                "malformed port or range {text:?} at byte 0, \
                 expected digits such as 22 or 6000-6063"
            )
        };
        assert_eq!(message(Syntax::Default, text), expected);
    }
}

#[test]
fn all_else_is_a_name() {
    for text in ["htps", "0x16", "22tcp", "1e3", "22-ssh", "ssh-x11", "é", "ssh/tcp/tcp"] {
        let expected = format!("unknown service name {text:?} at byte 0, expected a registered");
        assert!(message(Syntax::Default, text).starts_with(&expected), "{text}");
    }
    for text in ["22/", "22/icmp", "ssh/quic", "nonsense/nonsense", "914c/h", "22/6"] {
        let message = message(Syntax::Default, text);
        assert!(message.starts_with(&format!("unknown transport in {text:?} at byte 0, expected")));
        for &transport in Transport::ALL {
            assert!(message.contains(transport.as_str()));
        }
    }
}

#[test]
fn a_long_item_is_cut_in_the_message() {
    let error = Spec::parse(&"é".repeat(1000)).unwrap_err();
    let ParsePortSpecError::UnknownName { item, .. } = error else { panic!("{error}") };
    assert_eq!(item.as_str(), "é".repeat(31));
}

#[test]
fn display_is_the_registrys_spelling() {
    for (text, canonical, merged) in [
        ("22, HTTPS/TCP ,6000-6063", "22,https/tcp,6000-6063", "22,443/tcp,6000-6063"),
        ("0022/Udp,7-7,0-00", "22/udp,7,0", "0,7,22/udp"),
        ("3com-NSD,914C/g,914c/G/uDp", "3Com-nsd,914c/g,914c/g/udp", "211/tcp+udp,1742/tcp+udp"),
        ("6000-6063/sctp", "6000-6063/sctp", "6000-6063/sctp"),
        ("60-,50-70", "60-65535,50-70", "50-65535"),
        ("53/udp+tcp,53/sctp+dccp+udp", "53/tcp+udp,53/udp+sctp+dccp", "53"),
        ("1/tcp,2/udp,3/tcp", "1/tcp,2/udp,3/tcp", "1/tcp,2/udp,3/tcp"),
        ("7/dccp+sctp+udp+tcp", "7/tcp+udp+sctp+dccp", "7"),
    ] {
        assert_eq!(spec(text).to_string(), canonical);
        assert_eq!(spec(canonical), spec(text));
        assert_eq!(format!("{:#}", spec(text)), merged);
        assert!(spec(merged).iter().eq(spec(text).iter()), "{text}");
        assert_eq!(format!("{:?}", spec(text)), format!("PortSpec({canonical})"));
    }
}

#[test]
fn specs_are_equal_if_their_items_are() {
    let set = ["22", "022", "22/tcp", "ssh/tcp", "SSH/TCP", "22,80", "80,22", "22,22"].map(spec);
    assert_eq!(set.into_iter().collect::<HashSet<_>>().len(), 6);
    for (a, b) in set.iter().flat_map(|a| set.iter().map(move |b| (a, b))) {
        assert_eq!(a == b, a.to_string() == b.to_string());
    }
    // Whichever way it came to its transport.
    for &transport in Transport::ALL {
        let (on, text) =
            (spec("22,boe-cms").on(&[transport]), format!("22/{transport},boe-cms/{transport}"));
        assert_eq!(on, spec(&text));
    }
}

#[test]
fn an_item_without_a_transport_is_on_those_of_the_reader() {
    let all = spec("22, https, 53/udp, syslog, swx, imap");
    assert_eq!(all.on(&[]), all);
    for (on, expected) in [
        (&[Tcp][..], "22/tcp,https/tcp,53/udp,syslog,swx/tcp,imap/tcp"),
        (&[Udp, Tcp], "22/tcp+udp,https/tcp+udp,53/udp,syslog/udp,swx/tcp+udp,imap/tcp"),
        (&[Dccp], "22/dccp,https,53/udp,syslog,swx/dccp,imap"),
    ] {
        assert_eq!(all.on(on).to_string(), expected);
        assert_eq!(all.on(on), spec(expected));
        assert_eq!(all.on(on).on(on), all.on(on));
    }
}

#[test]
fn specs_of_values() {
    assert_eq!(Spec::from(22), spec("22"));
    for &transport in Transport::ALL {
        assert_eq!(Spec::from((22, transport)), spec(&format!("22/{transport}")));
    }
    let error = Spec::try_from(lookup_name("webdavs", Tcp).unwrap()).unwrap_err();
    assert_eq!(error, Spec::parse("webdavs").unwrap_err());

    for service in services() {
        let Some(range) = service.ports() else {
            assert!(Spec::try_from(service).is_err());
            continue;
        };
        let of_row = Spec::try_from(service).unwrap();
        for &transport in Transport::ALL {
            let there = service.transport().is_none_or(|only| only == transport);
            assert_eq!(of_row.contains(*range.end(), transport), there, "{service}");
        }
        assert_eq!(spec(&of_row.to_string()), of_row);
    }
}

#[test]
fn values_are_small_and_cross_threads() {
    fn assert_static<T: Send + Sync + Clone + 'static>() {}
    assert_static::<Spec>();
    assert_static::<ParsePortSpecError>();
    #[cfg(feature = "alloc")]
    assert_static::<super::PortSpec>();
    assert!(size_of::<Spec>() <= 144, "{}", size_of::<Spec>());
    assert!(size_of::<ParsePortSpecError>() <= 128, "{}", size_of::<ParsePortSpecError>());
}

const SYNTAXES: [Syntax; 8] = [
    Syntax::Default,
    Syntax::Strict,
    Syntax::WholeList,
    Syntax::TransportList,
    Syntax::Nmap,
    Syntax::Iptables,
    Syntax::Ufw,
    Syntax::TransportFirst,
];

#[test]
fn arbitrary_text_never_panics_and_what_is_parsed_is_written() {
    let pieces: Vec<&str> =
        "|,|,|,|/|/|-|:|0|22|6000-6063|65535|65536|99999999999|ssh|HTTPS|x11|imap|\
        914c/g|cl/1|3com-tsmux|webdavs|swx|/tcp|/UDP|/sctp|/dccp|+| |é|🦀|٢|\0|\n|T:|udp:|60-"
            .split('|')
            .collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut parsed = 0;
    for turn in 0..100_000 {
        let mut text = String::new();
        for _ in 0..random.below(8) {
            text.push_str(random.one(&pieces));
        }
        let syntax = SYNTAXES[turn % SYNTAXES.len()];
        match Spec::parse_as(syntax, &text) {
            Err(error) => {
                assert!(error.position() <= text.len() && text.is_char_boundary(error.position()));
                // An unknown name is looked for among all.
                if turn % 1_000 < 8 {
                    assert!(!error.to_string().is_empty());
                }
            }
            Ok(spec) => {
                parsed += 1;
                let written = spec.to_string();
                assert_eq!(Spec::parse(&written), Ok(spec), "{text:?}");
                assert_eq!(spec.items().len(), written.split(',').count(), "{text:?}");
                let (port, transport) = spec.iter().next().expect("no spec is empty");
                assert!(spec.contains(port, transport), "{text:?}");
            }
        }
    }
    assert!(parsed > 1_000, "{parsed}");
}

type Set = BTreeSet<(u16, Transport)>;

/// Ranges, iteration and the set operations, against sets of pairs.
#[test]
fn random_specs_are_the_sets_that_they_say() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut list = || {
        let mut set = Set::new();
        let mut items = Vec::new();
        for _ in 0..=random.below(14) {
            let edge = if random.below(2) == 0 { 0 } else { 65_536 - 40 };
            let (a, b) = (edge + random.below(40), edge + random.below(40));
            let (first, last) = (a.min(b), a.max(b));
            let on: BTreeSet<_> =
                Transport::ALL.iter().copied().filter(|_| random.below(3) == 0).collect();
            let named: Vec<_> = on.iter().map(|transport| transport.as_str()).collect();
            let slash = if on.is_empty() { "" } else { "/" };
            items.push(format!("{first}-{last}{slash}{}", named.join("+")));
            for port in first..=last {
                let port = u16::try_from(port).expect("16 bits");
                let all = Transport::ALL.iter().copied();
                set.extend(all.filter(|t| on.is_empty() || on.contains(t)).map(|t| (port, t)));
            }
        }
        (items.join(","), set)
    };
    for _ in 0..60 {
        let ((a_text, a_set), (b_text, b_set)) = (list(), list());
        let (a, b) = (Fixed::<100>::parse(&a_text).unwrap(), Fixed::<100>::parse(&b_text).unwrap());
        check(&a, &a_set);
        check(&a.union(&b).unwrap(), &(&a_set | &b_set));
        check(&a.difference(&b).unwrap(), &(&a_set - &b_set));
        #[cfg(feature = "alloc")]
        {
            let (a, b) = (a_text.parse::<super::PortSpec>().unwrap(), b);
            check(&a, &a_set);
            check(&a.union(&b), &(&a_set | &b_set));
            check(&a.difference(&b), &(&a_set - &b_set));
            check(&a.clone().on(&[Tcp]), &a.on(&[Tcp]).iter().collect());
        }
    }
}

fn check<S: super::Storage>(spec: &super::Spec<S>, set: &Set) {
    assert!(spec.iter().eq(set.iter().copied()), "{spec:?}");
    assert_eq!(
        (spec.len(), spec.iter().len(), spec.is_empty()),
        (set.len(), set.len(), set.is_empty())
    );
    for &transport in Transport::ALL {
        let ranges: Vec<_> = spec.ranges(transport).collect();
        let flat = ranges.iter().cloned().flatten();
        assert!(flat.eq(set.iter().filter(|(_, on)| *on == transport).map(|(port, _)| *port)));
        assert!(ranges.windows(2).all(|pair| pair[0].end() + 1 < *pair[1].start()), "{ranges:?}");
        for port in (0..=45).chain(65_490..=65_535) {
            assert_eq!(spec.contains(port, transport), set.contains(&(port, transport)));
        }
    }
    if !set.is_empty() {
        let merged = format!("{spec:#}");
        assert!(Fixed::<100>::parse(&merged).unwrap().iter().eq(spec.iter()), "{merged}");
    }
}
