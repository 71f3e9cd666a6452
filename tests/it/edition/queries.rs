//! Queries, and what a person expects first of IANA's: `tests/data/queries.csv`.

use crate::oracle::csv;
use iana_ports::registry;

#[test]
fn what_is_expected_comes_first() {
    let rows = csv::records(include_str!("../../data/queries.csv"));
    let mut wrong = Vec::new();
    for row in &rows[1..] {
        let [query, expected, why] = &row[..] else { panic!("{row:?}") };
        assert!(!why.is_empty(), "{query}: expected a reason");
        let names: Vec<_> =
            registry().search(query).map(|found| found.service().name()).take(3).collect();
        if names.first() != Some(&expected.as_str()) {
            wrong.push(format!("{query}: {names:?} instead of {expected}, {why}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(rows.len() > 60, "{} queries", rows.len() - 1);
}

/// With the customary names, a query that is one of them begins with it.
#[cfg(feature = "customary")]
#[test]
fn customary_names_come_after_names_only() {
    for (query, expected) in [
        ("dns", "dns (53/tcp)"),
        ("whois", "whois (43/tcp)"),
        ("vnc", "vnc (5900/tcp)"),
        ("kafka", "kafka (9092/tcp)"),
        ("dns over tls", "dot (853/tcp)"),
        ("wireguard", "wireguard (51820/udp)"),
        ("minecraft", "minecraft (25565/tcp)"),
        ("postgresql", "postgresql (5432/tcp)"),
        ("secure shell", "ssh (22/tcp)"),
        ("mail submission", "submissions (465/tcp)"),
    ] {
        let first = iana_ports::search(query).next().map(|found| found.service().to_string());
        assert_eq!(first.as_deref(), Some(expected), "{query}");
    }
}
