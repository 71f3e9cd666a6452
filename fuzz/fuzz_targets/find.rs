//! What is searched, suggested and grouped by organization.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| iana_ports_fuzz::find(text));
