//! What the registry really holds, counted: service names.

use crate::oracle::model::{MODEL, Row};
use iana_ports::Transport::{self, Dccp, Sctp, Tcp, Udp};
use iana_ports::{Service, lookup_name, services, services_named};
use std::collections::{BTreeMap, BTreeSet};

fn name(service: Option<Service<'static>>) -> Option<&'static str> {
    service.map(|service| service.name())
}

fn distinct_names(test: impl Fn(&str) -> bool) -> usize {
    services()
        .map(|service| service.name())
        .filter(|name| test(name))
        .collect::<BTreeSet<_>>()
        .len()
}

#[test]
fn case_12_names_on_several_ports() {
    let mut of_name = BTreeMap::<_, BTreeSet<_>>::new();
    for service in services().filter(|service| service.port().is_some()) {
        of_name.entry(service.name()).or_default().insert(service.port());
    }
    assert_eq!(of_name.values().filter(|ports| ports.len() > 1).count(), 34);
}

#[test]
fn case_13_names_without_a_port() {
    let names = |with_port| -> BTreeSet<_> {
        services().filter(|s| s.port().is_some() == with_port).map(|s| s.name()).collect()
    };
    assert_eq!(names(false).len(), 1002);
    assert_eq!(names(false).intersection(&names(true)).count(), 16);
    let rows =
        |transport| services().filter(|s| s.port().is_none() && s.transport() == transport).count();
    assert_eq!(
        [Some(Tcp), Some(Udp), Some(Sctp), Some(Dccp), None].map(rows),
        [364, 122, 2, 1, 581]
    );
    for &transport in Transport::ALL {
        assert_eq!(name(lookup_name("raop", transport)), Some("raop"), "{transport}");
    }
}

#[test]
fn case_14_a_row_twice() {
    let cells = |row: &Row| (row.name.clone(), row.ports.clone(), row.transport);
    let mut rows: Vec<_> = MODEL.rows.iter().filter(|row| row.is_named()).map(cells).collect();
    rows.sort_by_key(|cells| format!("{cells:?}"));
    let twice: Vec<_> =
        rows.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
    assert_eq!(twice, [&("rdp".to_owned(), None, None)]);
    assert_eq!(services_named("rdp").filter(|service| service.port().is_none()).count(), 2);
}

#[test]
fn case_15_names_against_the_syntax() {
    // RFC 6335 section 5.1: letters, digits and hyphens, none of these at an end or
    // twice in a row.
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric());
    let well_formed =
        |name: &str| name.split('-').all(word) && name.bytes().any(|b| b.is_ascii_alphabetic());
    assert_eq!(distinct_names(|name| !well_formed(name)), 97);
    assert_eq!(distinct_names(|name| name.contains('_')), 89);
    for (mark, names) in [
        ('/', &["914c/g", "EtherNet/IP-1", "EtherNet/IP-2", "cl/1"][..]),
        ('.', &["novell-lu6.2", "z39.50"]),
        ('*', &["sql*net"]),
        ('+', &["whois++"]),
    ] {
        let found: BTreeSet<_> =
            services().map(|s| s.name()).filter(|name| name.contains(mark)).collect();
        assert!(found.iter().eq(names), "{mark}: {found:?}");
    }
}

#[test]
fn case_16_names_with_upper_case() {
    assert_eq!(distinct_names(|name| name.bytes().any(|b| b.is_ascii_uppercase())), 39);
    let folded: BTreeSet<_> =
        services().map(|service| service.name().to_ascii_lowercase()).collect();
    assert_eq!(folded.len(), 7327, "no two names differ only by case");
}

#[test]
fn case_17_names_that_begin_with_a_digit() {
    assert_eq!(distinct_names(|name| name.starts_with(|c: char| c.is_ascii_digit())), 36);
    assert_eq!(distinct_names(|name| name.bytes().all(|b| b.is_ascii_digit())), 0);
    assert_eq!(name(lookup_name("1password", Tcp)), Some("1password"));
}

#[test]
fn case_18_names_are_short_and_have_no_blanks() {
    assert_eq!(distinct_names(|name| name.len() > 15 || name.contains(' ') || !name.is_ascii()), 0);
}
