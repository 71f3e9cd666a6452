//! A services(5) file: it is an error that says where, or a registry that
//! holds together and tells what it left out.

use iana_ports::Registry;
use iana_ports::load::LoadError;

use crate::hostile::{holds, told};

/// Checks what comes of a file, read strictly and leniently.
pub(crate) fn check(bytes: &[u8]) {
    let files = [("services", bytes)];
    let strict = Registry::from_services_file(bytes);
    let lenient = match Registry::loader().lenient().from_services_file(bytes) {
        Ok(registry) => registry,
        // UTF-16 or gzip, which has no lines to leave out; the lines are few.
        Err(error) => {
            let start = &bytes[..bytes.len().min(4)];
            assert!(start.contains(&0) || matches!(start, [0x1F | 0xFE | 0xFF, ..]), "{error}");
            told::assert_told(&error, &files);
            assert_eq!(strict.map_err(|error| error.to_string()).err(), Some(error.to_string()));
            return;
        }
    };
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

#[test]
fn files_without_lines() {
    for bytes in [
        &b"\xFE\xFF\0s\0s\0h\0 \x002\x002"[..],
        b"\xFF\xFEs\0s\0h\0 \x002\x002\0",
        b" \0 \0 ssh 22/tcp",
        b"\x1F\x8B\x08",
    ] {
        check(bytes);
    }
}
