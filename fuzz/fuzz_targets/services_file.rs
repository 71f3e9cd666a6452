//! A services(5) file: it is an error that says where, or a registry that
//! holds together and tells what it left out.

#![no_main]

use iana_ports::Registry;
use iana_ports::load::LoadError;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/it/oracle/columns.rs"]
mod columns;
#[path = "../../tests/it/hostile/holds.rs"]
mod holds;
#[path = "../../tests/it/hostile/texts.rs"]
mod texts;
#[path = "../../tests/it/hostile/told.rs"]
mod told;

fuzz_target!(|bytes: &[u8]| {
    let files = [("services", bytes)];
    match Registry::from_services_file(bytes) {
        Ok(registry) => holds::holds(&registry),
        Err(error) => told::assert_told(&error, &files),
    }
    let lenient = Registry::loader().lenient().from_services_file(bytes).expect("lines are few");
    holds::holds(&lenient);
    for skipped in lenient.skipped() {
        told::assert_told(&LoadError::Compile(skipped.clone()), &files);
    }
});
