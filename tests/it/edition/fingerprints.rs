//! `registry/fingerprints.csv` says how much each table holds. That the hashes
//! are true is tested where they are made, in `xtask`.

use std::fs;
use std::path::Path;

use crate::oracle::csv;

#[test]
fn each_table_has_its_rows_and_bytes() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let read = |file: &str| fs::read_to_string(directory.join(file)).unwrap();
    let mut found = Vec::new();
    for entry in fs::read_dir(&directory).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        if file.ends_with(".csv") && file != "fingerprints.csv" {
            let text = read(&file);
            let rows = csv::records(&text).len() - 1;
            found.push([file, rows.to_string(), text.len().to_string()]);
        }
    }
    found.sort();

    let mut rows = csv::records(&read("fingerprints.csv")).into_iter();
    assert_eq!(rows.next().unwrap(), ["Table", "Rows", "Bytes", "Hash"]);
    let committed: Vec<_> = rows
        .map(|row| {
            let [table, rows, bytes, hash] = row.try_into().expect("four columns");
            let is_digit = |c: char| matches!(c, '0'..='9' | 'a'..='f');
            assert!(hash.len() == 64 && hash.chars().all(is_digit), "{table}: {hash}");
            [table, rows, bytes]
        })
        .collect();
    assert_eq!(committed, found);
}
