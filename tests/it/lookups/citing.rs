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
    for number in 0..10_000 {
        let rows = by_rfc.get(&number).map_or(&[][..], Vec::as_slice);
        let services = services_citing(number);
        assert!(services.eq(rows.iter().map(|&row| service(row))), "RFC {number}");
    }
}
