//! Readers that fail, and limits.

use core::error::Error;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use iana_ports::Registry;
use iana_ports::load::{Limits, LoadError};

use super::{DIRECTORY, LOADED};

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

/// Bytes that no loader takes for text, and what each is.
const NO_TEXT: [(&[u8], &str); 5] = [
    (b"\x1f\x8b\x08\0", "a file that is gzip-compressed: unpack it first"),
    (b"\xff\xfeS\0e\0", "UTF-16: convert it to UTF-8 first"),
    (b"\xfe\xff\0S\0e", "UTF-16: convert it to UTF-8 first"),
    (b"S\0e\0r\0", "UTF-16: convert it to UTF-8 first"),
    (b"\0S\0e\0r", "UTF-16: convert it to UTF-8 first"),
];

#[test]
fn a_file_that_is_no_utf_8_text() {
    for (bytes, found) in NO_TEXT {
        let error = Registry::from_csv(bytes).unwrap_err().to_string();
        assert_eq!(error, format!("CSV: expected UTF-8, found {found}"));
        for loader in [Registry::loader(), Registry::loader().lenient()] {
            let error = loader.from_services_file(bytes).unwrap_err().to_string();
            assert_eq!(error, format!("services: expected UTF-8, found {found}"));
        }
    }
}

#[test]
fn a_directory_with_a_file_that_is_no_utf_8_text() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-text");
    let registry = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    fs::create_dir_all(&directory).unwrap();
    let files = ["service-names-port-numbers.csv", "contacts.csv", "preferred.csv", "edition.csv"];
    for file in files {
        for other in files {
            fs::copy(registry.join(other), directory.join(other)).unwrap();
        }
        let path = directory.join(file);
        for (bytes, found) in NO_TEXT {
            fs::write(&path, bytes).unwrap();
            let error = Registry::from_dir(&directory).unwrap_err().to_string();
            assert_eq!(error, format!("{}: expected UTF-8, found {found}", path.display()));
        }
    }
    fs::remove_dir_all(&directory).unwrap();
}

#[test]
fn a_directory_without_the_file() {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
    let LoadError::Read { file, error, .. } = Registry::from_dir(directory).unwrap_err() else {
        panic!("there is no registry");
    };
    assert_eq!(file, format!("{directory}/service-names-port-numbers.csv"));
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
}

#[test]
fn the_rows_and_fields_of_a_directory_are_limited() {
    let (directory, rows) = (DIRECTORY, LOADED.records().len());
    let most = u16::try_from(rows).expect("a registry holds no more");
    let rows = Registry::loader().limits(Limits::new().rows(most - 1)).from_dir(directory);
    let error = rows.unwrap_err().to_string();
    assert!(error.ends_with(&format!(": expected at most {} rows", most - 1)), "{error}");
    Registry::loader().limits(Limits::new().rows(most)).from_dir(directory).unwrap();
    let fields = Registry::loader().limits(Limits::new().field(300)).from_dir(directory);
    let error = fields.unwrap_err().to_string();
    assert!(error.ends_with(" bytes): expected at most 300 bytes"), "{error}");
}
