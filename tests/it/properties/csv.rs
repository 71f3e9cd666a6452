//! IANA's CSV file: it is an error that says where, or a registry that holds
//! together.

use iana_ports::Registry;
use iana_ports::export::ServicesCsv;

use crate::hostile::{holds, told};

/// Checks what comes of a table, to which the header is added where there is
/// none: else few inputs would have one.
pub(crate) fn check(rows: &[u8]) {
    let bytes = with_header(rows);
    match Registry::from_csv(&bytes[..]) {
        Ok(registry) => holds::holds(&registry),
        Err(error) => told::assert_told(&error, &[("CSV", &bytes)]),
    }
}

pub(super) fn with_header(rows: &[u8]) -> Vec<u8> {
    if rows.starts_with(b"Service Name") || rows.starts_with(b"\xef\xbb\xbf") {
        return rows.to_vec();
    }
    let header = ServicesCsv::COLUMNS.join(",") + "\n";
    [header.as_bytes(), rows].concat()
}
