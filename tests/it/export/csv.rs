//! The CSV files are those of `registry/`, byte for byte.

use iana_ports::{export, registry};
use std::fs;

/// Asserts that a text is a file of `registry/`, and shows the first line that
/// is not.
#[track_caller]
fn assert_file(written: &str, file: &str) {
    let path = format!("{}/registry/{file}", env!("CARGO_MANIFEST_DIR"));
    let expected = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    for (number, (written, expected)) in written.lines().zip(expected.lines()).enumerate() {
        assert_eq!(written, expected, "{file}:{}", number + 1);
    }
    assert!(written == expected, "{file}: {} of {} bytes", written.len(), expected.len());
}

#[test]
fn contacts() {
    assert_file(&export::ContactsCsv::new(registry()).to_string(), "contacts.csv");
}

#[cfg(feature = "details")]
#[test]
fn services() {
    let csv = export::ServicesCsv::new(registry()).to_string();
    assert_file(&csv, "service-names-port-numbers.csv");
    // What methods show otherwise is in its cell again.
    assert!(csv.contains("\n,4748-4748,,Unassigned,"));
    assert!(csv.contains("replacement for \"\"whois++\"\".\""));
}
