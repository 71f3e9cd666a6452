//! Texts that are asked for, and texts that are read.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| iana_ports_fuzz::look_ups(text));
