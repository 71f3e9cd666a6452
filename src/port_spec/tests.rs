use std::collections::HashSet;

use super::{ParsePortSpecError, PortSpec};
use crate::lookups::{lookup_name, services};
use crate::test_random::Random;
use crate::values::transport::Transport;
use crate::values::transport::Transport::{Dccp, Sctp, Tcp, Udp};

fn spec(text: &str) -> PortSpec {
    PortSpec::parse(text).unwrap_or_else(|error| panic!("{text:?}: {error}"))
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
    assert_eq!(ports("1-2")[..3], [(1, Tcp), (2, Tcp), (1, Udp)]);
    assert_eq!(spec("0-65535").iter().len(), 4 * 65_536);
    assert_eq!(ports("22/tcp,20-22/tcp,ssh/tcp").iter().filter(|&&p| p == (22, Tcp)).count(), 3);
}

#[test]
fn names_stand_for_their_rows() {
    assert_eq!(ports("ssh"), [(22, Tcp), (22, Udp), (22, Sctp)]);
    assert_eq!(ports("Imap"), [(143, Tcp)]);
    assert_eq!(ports("http-alt/udp"), [(8080, Udp), (591, Udp), (8008, Udp)]);
    assert_eq!(ports("whois++/tcp"), [(63, Tcp)]);
    assert_eq!(ports("9pfs/tcp"), [(564, Tcp)]);
    assert_eq!(ports("802-11-iapp/udp"), [(3517, Udp)]);
    assert_eq!(ports("914c/g/udp"), [(211, Udp)]);
    assert_eq!(ports("CL/1"), [(172, Tcp), (172, Udp)]);
    assert_eq!(ports("boe-cms"), [(6400, Tcp), (6400, Udp), (6400, Sctp), (6400, Dccp)]);
    assert_eq!(ports("boe-cms/sctp"), [(6400, Sctp)]);
    assert_eq!(ports("x11").len(), 128);
    // Also registered without a port.
    assert_eq!(ports("https/tcp"), [(443, Tcp)]);
}

#[test]
fn every_rule_has_its_message() {
    for (text, message) in [
        ("", "empty port spec, expected ports or service names such as 22,6000-6063/udp,https"),
        (",", "empty item at byte 0 of a port spec, expected a port or a service name"),
        ("22,", "empty item at byte 3 of a port spec, expected a port or a service name"),
        ("22,,ssh", "empty item at byte 3 of a port spec, expected a port or a service name"),
        ("22,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16", "port spec of 17 items, expected at most 16"),
        (" ", r#"white space around " ", expected none"#),
        ("22, ssh", r#"white space around " ssh", expected none"#),
        ("22\n", r#"white space around "22\n", expected none"#),
        ("65536/tcp", r#"too high a port in "65536/tcp", expected at most 65535"#),
        (
            "1-99999999999999999999",
            r#"too high a port in "1-99999999999999999999", expected at most 65535"#,
        ),
        ("6063-6000", r#"backward range "6063-6000", expected the lower port first"#),
        ("webdavs", r#"no port is registered for "webdavs", expected a service that has one"#),
        (
            "WebDAVs/tcp",
            r#"no port is registered for "WebDAVs/tcp", expected a service that has one"#,
        ),
        ("IMAP/udp", r#""imap" has no port on udp, expected tcp"#),
        ("x11/sctp", r#""x11" has no port on sctp, expected tcp or udp"#),
        ("ssh/dccp", r#""ssh" has no port on dccp, expected tcp or udp or sctp"#),
    ] {
        assert_eq!(PortSpec::parse(text).unwrap_err().to_string(), message, "{text:?}");
        assert_eq!(text.parse::<PortSpec>(), PortSpec::parse(text));
        assert_eq!(PortSpec::try_from(text), PortSpec::parse(text));
    }
}

#[test]
fn only_digits_are_numbers() {
    for text in [
        "-9", "+22", "22-", "-", "--", "1-2-3", "1--2", "22:25", "22.5", "1..2", "22–25", "٢٢",
        "１２", "-9/tcp", "+22/udp", "/tcp", "/", "22-+25", "22 /tcp", "1 - 2", "*", "🦀",
    ] {
        // Of a lone slash the transport is the first thing that is wrong.
        let expected = if text == "/" {
            format!("unknown transport in {text:?}, expected tcp, udp, sctp or dccp")
        } else {
            format!("malformed port or range {text:?}, expected digits such as 22 or 6000-6063")
        };
        assert_eq!(PortSpec::parse(text).unwrap_err().to_string(), expected);
    }
}

#[test]
fn all_else_is_a_name() {
    for text in
        ["htps", "0x16", "22tcp", "1e3", "22-ssh", "ssh-x11", "http alt", "é", "ssh/tcp/tcp"]
    {
        assert_eq!(
            PortSpec::parse(text).unwrap_err().to_string(),
            format!("unknown service name in {text:?}, expected one of the registry such as https"),
        );
    }
    for text in ["22/", "22/icmp", "ssh/quic", "ssh/ tcp", "nonsense/nonsense", "914c/h", "22/6"] {
        let message = PortSpec::parse(text).unwrap_err().to_string();
        assert!(message.starts_with(&format!("unknown transport in {text:?}, expected")));
        for &transport in Transport::ALL {
            assert!(message.contains(transport.as_str()));
        }
    }
}

#[test]
fn a_long_item_is_cut_in_the_message() {
    let error = PortSpec::parse(&"é".repeat(1000)).unwrap_err();
    let ParsePortSpecError::UnknownName { item } = error else { panic!("{error}") };
    assert_eq!(item.as_str(), "é".repeat(31));
}

#[test]
fn display_is_the_registrys_spelling() {
    for (text, canonical) in [
        ("22,HTTPS/TCP,6000-6063", "22,https/tcp,6000-6063"),
        ("0022/Udp,7-7,0-00", "22/udp,7,0"),
        ("3com-NSD,914C/g,914c/G/uDp", "3Com-nsd,914c/g,914c/g/udp"),
        ("6000-6063/sctp", "6000-6063/sctp"),
    ] {
        assert_eq!(spec(text).to_string(), canonical);
        assert_eq!(spec(canonical), spec(text));
        assert_eq!(format!("{:?}", spec(text)), format!("PortSpec({canonical})"));
    }
}

#[test]
fn specs_are_equal_if_their_text_is() {
    let set = ["22", "022", "22/tcp", "ssh/tcp", "SSH/TCP", "22,80", "80,22", "22,22"].map(spec);
    assert_eq!(set.into_iter().collect::<HashSet<_>>().len(), 6);
    for (a, b) in set.iter().flat_map(|a| set.iter().map(move |b| (a, b))) {
        assert_eq!(a == b, a.to_string() == b.to_string());
    }
}

#[test]
fn specs_of_values() {
    assert_eq!(PortSpec::from(22), spec("22"));
    for &transport in Transport::ALL {
        assert_eq!(PortSpec::from((22, transport)), spec(&format!("22/{transport}")));
    }
    let error = PortSpec::try_from(lookup_name("webdavs", Tcp).unwrap()).unwrap_err();
    assert_eq!(error, PortSpec::parse("webdavs").unwrap_err());

    for service in services() {
        let Some(range) = service.ports() else {
            assert!(PortSpec::try_from(service).is_err());
            continue;
        };
        let of_row = PortSpec::try_from(service).unwrap();
        for &transport in Transport::ALL {
            let there = service.transport().is_none_or(|only| only == transport);
            assert_eq!(of_row.contains(*range.end(), transport), there, "{service}");
        }
        assert_eq!(spec(&of_row.to_string()), of_row);
    }
}

#[test]
fn values_are_small_and_cross_threads() {
    fn assert_static<T: Copy + Send + Sync + 'static>() {}
    assert_static::<PortSpec>();
    assert_static::<ParsePortSpecError>();
    assert!(size_of::<PortSpec>() <= 160, "{}", size_of::<PortSpec>());
    assert!(size_of::<ParsePortSpecError>() <= 80, "{}", size_of::<ParsePortSpecError>());
}

#[test]
fn arbitrary_text_never_panics_and_what_is_parsed_is_written() {
    let pieces: Vec<&str> =
        "|,|,|,|/|/|-|0|22|6000-6063|65535|65536|99999999999|ssh|HTTPS|x11|imap|\
        914c/g|cl/1|3com-tsmux|webdavs|swx|/tcp|/UDP|/sctp|/dccp|+| |é|🦀|٢|\0|\n"
            .split('|')
            .collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut parsed = 0;
    for _ in 0..100_000 {
        let mut text = String::new();
        for _ in 0..random.below(8) {
            text.push_str(random.one(&pieces));
        }
        match PortSpec::parse(&text) {
            Err(error) => assert!(!error.to_string().is_empty()),
            Ok(spec) => {
                parsed += 1;
                let written = spec.to_string();
                assert_eq!(PortSpec::parse(&written), Ok(spec), "{text:?}");
                assert_eq!(written.split(',').count(), text.split(',').count(), "{text:?}");
                let (port, transport) = spec.iter().next_back().expect("no spec is empty");
                assert!(spec.contains(port, transport), "{text:?}");
            }
        }
    }
    assert!(parsed > 1_000, "{parsed}");
}
