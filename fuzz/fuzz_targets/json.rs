//! JSON of every type that reads.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| iana_ports_fuzz::json(text));
