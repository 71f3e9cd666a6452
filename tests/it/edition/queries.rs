//! Queries, and what a person expects first: `tests/data/queries.csv`.

use crate::oracle::csv;
use iana_ports::search;

#[test]
fn what_is_expected_comes_first() {
    let rows = csv::records(include_str!("../../data/queries.csv"));
    let mut wrong = Vec::new();
    for row in &rows[1..] {
        let [query, expected, why] = &row[..] else { panic!("{row:?}") };
        assert!(!why.is_empty(), "{query}: expected a reason");
        let names: Vec<_> = search(query).map(|found| found.service().name()).take(3).collect();
        if names.first() != Some(&expected.as_str()) {
            wrong.push(format!("{query}: {names:?} instead of {expected}, {why}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(rows.len() > 60, "{} queries", rows.len() - 1);
}
