//! Readers that fail, and limits.

use core::error::Error;
use std::io::{self, Read};

use iana_ports::{Limits, LoadError, Registry};

/// Gives some bytes, then an error.
struct Broken(&'static [u8]);

impl Read for Broken {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer) {
            Ok(0) => Err(io::Error::other("the cable is cut")),
            read => read,
        }
    }
}

#[test]
fn a_reader_that_fails() {
    let error = Registry::from_csv(Broken(b"Service Name,")).unwrap_err();
    assert_eq!(error.to_string(), "CSV: the cable is cut");
    // Once in a chain of errors.
    assert!(error.source().is_none());
    let error = Registry::from_services_file(Broken(b"http 80/tcp\n")).unwrap_err();
    assert_eq!(error.to_string(), "services: the cable is cut");
}

#[test]
fn a_reader_without_an_end() {
    let loader = Registry::loader().limits(Limits::new().bytes(1000));
    for endless in [io::repeat(b'\n'), io::repeat(b'"'), io::repeat(0)] {
        let error = loader.from_csv(endless).unwrap_err().to_string();
        assert_eq!(error, "CSV: expected at most 1000 bytes");
    }
    let error = loader.from_services_file(io::repeat(b'#')).unwrap_err().to_string();
    assert_eq!(error, "services: expected at most 1000 bytes");
    // As many as that are taken.
    loader.from_services_file(io::repeat(b'#').take(1000)).unwrap();
    loader.from_services_file(io::repeat(b'#').take(1001)).unwrap_err();
    let all = Registry::loader().limits(Limits::new().bytes(u64::MAX));
    all.from_services_file(io::repeat(b'#').take(1001)).unwrap();
}

#[test]
fn a_directory_without_the_file() {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
    let LoadError::Read { file, error } = Registry::from_dir(directory).unwrap_err() else {
        panic!("there is no registry");
    };
    assert_eq!(file, format!("{directory}/service-names-port-numbers.csv"));
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
}

#[test]
fn the_rows_and_fields_of_a_directory_are_limited() {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/registry");
    let rows = Registry::loader().limits(Limits::new().rows(14_532)).from_dir(directory);
    let error = rows.unwrap_err().to_string();
    assert!(error.ends_with(": expected at most 14532 rows"), "{error}");
    Registry::loader().limits(Limits::new().rows(14_533)).from_dir(directory).unwrap();
    let fields = Registry::loader().limits(Limits::new().field(300)).from_dir(directory);
    let error = fields.unwrap_err().to_string();
    assert!(error.ends_with(" bytes): expected at most 300 bytes"), "{error}");
}
