//! The table for Zeek, read as its documentation says.

use crate::oracle::csv;
use iana_ports::export::{EnrichmentCsv, ZeekTable};
use iana_ports::registry;

/// A field as Zeek's reader has it: `None` if it is unset.
fn field(text: &str) -> Option<String> {
    assert!(!text.is_empty() && text != "(empty)", "an empty field has a form of its own");
    (text != "-").then(|| text.replace("\\x5c", "\\"))
}

#[test]
fn every_key_of_tcp_and_udp() {
    let text = ZeekTable::new(registry()).to_string();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("#fields\tresp_p\tproto\tservice_name\tdescription"));
    let expected = csv::records(&EnrichmentCsv::new(registry()).to_string());
    let expected = expected[1..].iter().filter(|row| row[3] == "tcp" || row[3] == "udp");
    let mut unset = 0;
    for row in expected {
        let line = lines.next().expect("a line for each key");
        let fields: Vec<_> = line.split('\t').map(field).collect();
        let cell = |at: usize| Some(row[at].clone()).filter(|cell| !cell.is_empty());
        assert_eq!(fields, [cell(2), cell(3), cell(1), cell(5)], "{line:?}");
        unset += usize::from(fields[3].is_none());
    }
    assert_eq!(lines.next(), None);
    assert!(unset > 0 && text.ends_with('\n'));
}
