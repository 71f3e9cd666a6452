//! Texts that are read as values.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| iana_ports_fuzz::values(text));
