//! Flows.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| iana_ports_fuzz::flow(bytes));
