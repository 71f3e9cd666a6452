//! The tables of this repository have the form that an update writes.

use std::fs;

use super::super::tables::row_at;
use super::bundled;
use crate::cmd::root;

#[test]
fn the_bundled_tables_are_written_as_they_are() {
    let directory = root().join("registry");
    let tables = bundled();
    let files = tables.files().unwrap();
    let same = |file, written: &[u8]| fs::read(directory.join(file)).unwrap() == written;
    assert!(same("service-names-port-numbers.csv", &files.services));
    assert!(same("contacts.csv", &files.contacts));
    assert!(same("edition.csv", &files.edition));
}

#[test]
fn every_line_leads_to_its_row() {
    let tables = bundled();
    let files = tables.files().unwrap();
    let mut reader = csv::Reader::from_reader(&files.services[..]);
    let mut row = csv::StringRecord::new();
    for index in 0..tables.services.len().min(400) {
        // The position is that of the line after the row before.
        assert!(reader.read_record(&mut row).unwrap());
        let line = row.position().unwrap().line();
        assert_eq!(row_at(&tables.services, line), Some(index), "{line}");
        let last = line + row.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        assert_eq!(row_at(&tables.services, last), Some(index), "{last}");
    }
    let lines = files.contacts.iter().filter(|byte| **byte == b'\n').count() as u64;
    assert_eq!(row_at(&tables.contacts, lines), Some(tables.contacts.len() - 1));
    assert_eq!(row_at(&tables.contacts, lines + 1), None);
}
