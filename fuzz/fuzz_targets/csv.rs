//! IANA's CSV file: it is an error that says where, or a registry that holds
//! together. The header is added where there is none: else few files have one.

#![no_main]

use iana_ports::Registry;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/it/oracle/columns.rs"]
mod columns;
#[path = "../../tests/it/hostile/holds.rs"]
mod holds;
#[path = "../../tests/it/hostile/texts.rs"]
mod texts;
#[path = "../../tests/it/hostile/told.rs"]
mod told;

const HEADER: &[u8] = b"Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,\
    Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,\
    Assignment Notes\n";

fuzz_target!(|rows: &[u8]| {
    let has_header = rows.starts_with(b"Service Name") || rows.starts_with(b"\xef\xbb\xbf");
    let bytes = if has_header { rows.to_vec() } else { [HEADER, rows].concat() };
    match Registry::from_csv(&bytes[..]) {
        Ok(registry) => holds::holds(&registry),
        Err(error) => told::assert_told(&error, &[("CSV", &bytes)]),
    }
});
