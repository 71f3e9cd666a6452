//! Port specs, held against the rows of the CSV file.

use crate::oracle::model::{MODEL, Row};
use core::fmt::Debug;
use core::iter::FusedIterator;
use iana_ports::Transport;
use iana_ports::port_spec::{Fixed, ParsePortSpecError};
use std::collections::HashSet;

type Ports = Vec<(u16, Transport)>;
type Spec = Fixed<16>;

/// The ports of one row on one transport, or on all of its transports.
fn expand(row: &Row, wanted: Option<Transport>) -> Ports {
    let mut ports = Vec::new();
    for &transport in Transport::ALL {
        let there = row.transport.is_none_or(|only| only == transport);
        if there && wanted.is_none_or(|wanted| wanted == transport) {
            ports.extend(row.ports.iter().cloned().flatten().map(|port| (port, transport)));
        }
    }
    ports
}

fn with_transport(text: &str, transport: Option<Transport>) -> String {
    transport.map_or(text.to_owned(), |transport| format!("{text}/{transport}"))
}

fn wanted() -> impl Iterator<Item = Option<Transport>> {
    [None].into_iter().chain(Transport::ALL.iter().copied().map(Some))
}

/// A name, or one with a transport, stands for the ports of its rows or is the
/// right error.
#[test]
fn every_name_with_and_without_every_transport() {
    let (mut specs, mut no_port, mut elsewhere) = (0, 0, 0);
    for name in MODEL.names() {
        let rows = || MODEL.services_named(name).iter().map(|&row| &MODEL.rows[row]);
        for wanted in wanted() {
            let mut expected: Ports = rows().flat_map(|row| expand(row, wanted)).collect();
            expected.sort_unstable();
            expected.dedup();
            let text = with_transport(name, wanted);
            match Spec::parse(&text) {
                Ok(spec) => {
                    specs += 1;
                    assert!(spec.iter().eq(expected.iter().copied()), "{text}");
                    assert_eq!(spec.len(), expected.len(), "{text}");
                    assert_eq!(spec.iter().len(), expected.len(), "{text}");
                    assert!(!expected.is_empty(), "{text}");
                    check_contains(&spec, &expected.into_iter().collect());
                    assert_eq!(spec.to_string(), text);
                    assert_eq!(Spec::parse(&text.to_ascii_uppercase()), Ok(spec));
                    assert_eq!(Spec::parse(&text.to_ascii_lowercase()), Ok(spec));
                }
                Err(ParsePortSpecError::NoPort { item, .. }) => {
                    no_port += 1;
                    assert_eq!(item.as_str(), text);
                    assert!(rows().all(|row| row.ports.is_none()), "{text}");
                }
                Err(ParsePortSpecError::TransportAlone { .. }) => {
                    no_port += 1;
                    assert!(text.parse::<Transport>().is_ok());
                }
                Err(ParsePortSpecError::NotOnTransport { item, transport, registered, .. }) => {
                    elsewhere += 1;
                    assert_eq!((item.as_str(), Some(transport)), (&*text, wanted));
                    let mut there: Vec<_> =
                        rows().flat_map(|row| expand(row, None)).map(|(_, on)| on).collect();
                    there.sort_unstable();
                    there.dedup();
                    assert!(registered.iter().copied().flatten().eq(there));
                    assert!(expected.is_empty(), "{text}");
                    assert!(rows().any(|row| row.ports.is_some()), "{text}");
                }
                Err(error) => panic!("{text}: {error}"),
            }
        }
    }
    let portless =
        |name: &&str| MODEL.services_named(name).iter().all(|&row| MODEL.rows[row].ports.is_none());
    assert_eq!(no_port, 5 * MODEL.names().filter(portless).count());
    assert_eq!(specs + no_port + elsewhere, 5 * MODEL.names().count());
}

/// All ports of the spec, and their neighbours.
#[track_caller]
fn check_contains(spec: &Spec, expected: &HashSet<(u16, Transport)>) {
    for &(port, _) in expected {
        for port in [port.saturating_sub(1), port, port.saturating_add(1)] {
            for &transport in Transport::ALL {
                let there = expected.contains(&(port, transport));
                assert_eq!(spec.contains(port, transport), there, "{spec}: {port}/{transport}");
            }
        }
    }
}

/// No text means one thing today and another when it is read as a name and a
/// transport.
#[test]
fn no_name_ends_in_a_transport_or_holds_a_comma() {
    for name in MODEL.names() {
        assert!(!name.contains(','), "{name}");
        assert!(name.contains(char::is_alphabetic) && name.trim() == name, "{name}");
        let end = name.rsplit_once('/').map(|(_, end)| end.parse::<Transport>());
        assert!(!matches!(end, Some(Ok(_))), "{name}");
    }
}

#[test]
fn every_port_with_and_without_every_transport() {
    // With a transport, fewer: what it adds has nothing to do with the port.
    for port in 0..=u16::MAX {
        for wanted in wanted().take(if port % 16 == 0 { 5 } else { 1 }) {
            let spec: Spec = with_transport(&port.to_string(), wanted).parse().unwrap();
            let transports =
                Transport::ALL.iter().copied().filter(|t| wanted.is_none_or(|w| w == *t));
            assert!(spec.iter().eq(transports.map(|transport| (port, transport))), "{spec}");
            let made = wanted.map_or(port.into(), |transport| Spec::from((port, transport)));
            assert_eq!(spec, made);
        }
    }
    let too_high = (65_536..70_000).chain([99_999, 100_000, u64::MAX]);
    for port in too_high {
        let error = port.to_string().parse::<Spec>().unwrap_err();
        assert!(matches!(error, ParsePortSpecError::PortTooHigh { .. }), "{port}: {error}");
    }
}

#[test]
fn contains_is_what_the_items_have_on_all_ports() {
    let spec: Spec = "0,65535/udp,x11/tcp,6050-6070/udp,swx,http-alt".parse().unwrap();
    let expected: HashSet<_> = spec.iter().collect();
    check_contains(&spec, &expected);
    for port in (0..=u16::MAX).step_by(15) {
        for &transport in Transport::ALL {
            assert_eq!(spec.contains(port, transport), expected.contains(&(port, transport)));
        }
    }
}

/// As many items as there may be, each the longest that is.
#[test]
fn the_longest_spec() {
    let all = ["0-65535"; 16].join(",").parse::<Spec>().unwrap();
    assert_eq!(all.iter().len(), 4 * 65_536);
    assert_eq!(all.iter().count(), 4 * 65_536);
}

fn check_promises<I>(iterator: &I)
where
    I: ExactSizeIterator<Item = (u16, Transport)> + FusedIterator + Clone + Debug + Send + Sync,
{
    let all: Ports = iterator.clone().collect();
    let mut rest = iterator.clone();
    for (taken, port) in all.iter().enumerate() {
        let left = all.len() - taken;
        assert_eq!((rest.len(), rest.size_hint()), (left, (left, Some(left))));
        assert_eq!(rest.next().as_ref(), Some(port));
    }
    for _ in 0..3 {
        assert_eq!((rest.len(), rest.next()), (0, None));
    }
    assert_eq!(
        format!("{iterator:?}"),
        format!("PortSpecIter {{ left: {len}, .. }}", len = all.len())
    );
}

#[test]
fn the_iterator_keeps_its_promises() {
    for text in ["22", "22/tcp", "http-alt", "ssh,5-7,boe-cms,x11/udp,22,6000-6002/sctp,sql-net"] {
        let spec: Spec = text.parse().unwrap();
        check_promises(&spec.iter());
        assert!((&spec).into_iter().eq(spec.iter()));
        assert!(spec.iter().is_sorted());
    }
}

/// A list as long as a scanner's, and longer.
#[cfg(feature = "alloc")]
#[test]
fn a_list_has_any_length() {
    use iana_ports::Transport::{Tcp, Udp};
    use iana_ports::port_spec::PortSpec;

    for length in [1_u16, 7, 8, 9, 20, 1000, 20_000] {
        let step = if length < 10_000 { 3 } else { 2 };
        let numbers: Vec<_> = (0..length).rev().map(|n| (n * step).to_string()).collect();
        let text = numbers.join(",");
        let spec: PortSpec = text.parse().unwrap();
        assert_eq!(spec.to_string(), text);
        assert_eq!((spec.items().len(), spec.len()), (length.into(), 4 * usize::from(length)));
        assert!(spec.ranges(Tcp).eq((0..length).map(|n| n * step..=n * step)));
        for port in 0..=100 {
            let there = port % step == 0 && port / step < length;
            assert_eq!(spec.contains(port, Udp), there, "{length}: {port}");
        }
    }
    let all: Vec<_> = (0..=u16::MAX).map(|port| format!("{port}/udp")).collect();
    let all: PortSpec = all.join(",").parse().unwrap();
    assert_eq!(format!("{all:#}"), "0-65535/udp");
    assert!(all.ranges(Udp).eq([0..=u16::MAX]) && all.ranges(Tcp).next().is_none());
}

/// The grammar and the methods are those of either kind.
#[cfg(feature = "alloc")]
#[test]
fn both_kinds_are_alike() {
    use iana_ports::port_spec::PortSpec;

    for text in ["22", "ssh, 60-", "x11/tcp,6050-6070,53/tcp+udp", "", "70000", "22,htps", "-9"] {
        match (text.parse::<Spec>(), text.parse::<PortSpec>()) {
            (Ok(fixed), Ok(list)) => {
                assert_eq!(fixed.items(), list.items());
                assert_eq!(format!("{fixed}{fixed:#}{fixed:?}"), format!("{list}{list:#}{list:?}"));
                assert!(fixed.iter().eq(&list));
            }
            (fixed, list) => assert_eq!(fixed.unwrap_err(), list.unwrap_err()),
        }
    }
}

/// The transports of an item are those that are written, in one order.
#[test]
fn the_transports_of_items() {
    for set in 0..1 << Transport::ALL.len() {
        let on = || Transport::ALL.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
        let names: Vec<&str> = on().rev().map(|(_, transport)| transport.as_str()).collect();
        let text = if names.is_empty() { String::new() } else { format!("/{}", names.join("+")) };
        for item in ["22", "60-70"] {
            let spec = Spec::parse(&format!("{item}{text}")).expect("it is valid");
            let found = spec.items()[0].transports();
            assert!(found.eq(on().map(|(_, transport)| *transport)), "{item}{text}");
        }
    }
}
