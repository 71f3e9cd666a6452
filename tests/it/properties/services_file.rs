//! A services(5) file: it is an error that says where, or a registry that
//! holds together and tells what it left out.

use iana_ports::Registry;
use iana_ports::load::LoadError;

use crate::hostile::{holds, told};

/// Checks what comes of a file, read strictly and leniently.
pub(crate) fn check(bytes: &[u8]) {
    let files = [("services", bytes)];
    let strict = Registry::from_services_file(bytes);
    let lenient = Registry::loader().lenient().from_services_file(bytes).expect("lines are few");
    holds::holds(&lenient);
    for skipped in lenient.skipped() {
        told::assert_told(&LoadError::Compile(skipped.clone()), &files);
    }
    match strict {
        Ok(registry) => {
            holds::holds(&registry);
            assert_eq!(registry.skipped().len(), lenient.skipped().len());
        }
        Err(error) => told::assert_told(&error, &files),
    }
}
