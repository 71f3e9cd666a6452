//! IANA's XML, as an update reads it.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| iana_ports_fuzz::xml(text));
