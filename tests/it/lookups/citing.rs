//! The reverse look-up of references against the column.

use crate::oracle::model::{MODEL, service};
use iana_ports::services_citing;
use std::collections::BTreeMap;

/// The rows of each RFC number that stands in a "Reference" cell of a service.
fn rows_by_rfc() -> BTreeMap<u32, Vec<usize>> {
    let mut by_rfc: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (index, row) in MODEL.rows.iter().enumerate().filter(|(_, row)| row.is_named()) {
        for reference in row.reference.split('[') {
            let Some(after) = reference.strip_prefix("RFC") else { continue };
            let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
            let Ok(number) = digits.parse() else { continue };
            let rows = by_rfc.entry(number).or_default();
            if rows.last() != Some(&index) {
                rows.push(index);
            }
        }
    }
    by_rfc
}

#[test]
fn every_rfc_leads_to_its_services() {
    let by_rfc = rows_by_rfc();
    assert!(by_rfc.len() > 180, "{}", by_rfc.len());
    for (&number, rows) in &by_rfc {
        let services = services_citing(number);
        assert!(services.eq(rows.iter().map(|&row| service(row))), "RFC {number}");
    }
}

/// The neighbours of every number that is cited, and one in a dozen of the
/// others.
#[test]
fn other_rfcs_lead_to_nothing() {
    let by_rfc = rows_by_rfc();
    let near = by_rfc
        .keys()
        .flat_map(|number| [number.saturating_sub(1), number + 1, number * 10, number / 10]);
    let others = (0..10_000).step_by(12).chain([u32::from(u16::MAX), u32::MAX]);
    for number in near.chain(others).filter(|number| !by_rfc.contains_key(number)) {
        assert_eq!(services_citing(number).next(), None, "RFC {number}");
    }
}
