//! `cargo xtask fingerprints`: rows, bytes and hash of each table of the
//! registry, in a file that shows which of them a change touches, and how much.

use core::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::cmd::root;

/// The file of the fingerprints, in the directory of the tables.
pub(crate) const FILE: &str = "fingerprints.csv";

/// The directory of the registry's tables.
pub(crate) fn registry() -> PathBuf {
    root().join("registry")
}

/// Prints the fingerprints of the registry's tables.
pub(crate) fn print() -> Result<(), String> {
    print!("{}", text(&tables(&registry())?)?);
    Ok(())
}

/// Writes the fingerprints of the tables in a directory.
pub(crate) fn write(directory: &Path) -> Result<(), String> {
    let (path, text) = (directory.join(FILE), text(&tables(directory)?)?);
    if fs::read_to_string(&path).is_ok_and(|present| present == text) {
        return Ok(());
    }
    eprintln!("xtask: writes {}", path.display());
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Compares the fingerprints of a directory with its tables.
pub(crate) fn check(directory: &Path) -> Result<(), String> {
    let path = directory.join(FILE);
    let present =
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let found = text(&tables(directory)?)?;
    if present == found {
        return Ok(());
    }
    let mut message = format!(
        "{}: not what the tables are; `cargo xtask fingerprints --write` writes it anew",
        path.display()
    );
    let lines = |from: &str, to: &str, sign: char, message: &mut String| {
        for line in from.lines().filter(|line| !to.lines().any(|other| other == *line)) {
            message.push_str(&format!("\n{sign}{line}"));
        }
    };
    lines(&present, &found, '-', &mut message);
    lines(&found, &present, '+', &mut message);
    Err(message)
}

/// The fingerprints of the tables in a directory, as if some of them, which
/// are there, had other bytes.
pub(crate) fn with(directory: &Path, changed: &[(&str, &[u8])]) -> Result<String, String> {
    let mut tables = tables(directory)?;
    for (name, bytes) in &mut tables {
        if let Some((_, new)) = changed.iter().find(|(changed, _)| changed == name) {
            *bytes = new.to_vec();
        }
    }
    text(&tables)
}

/// The fingerprints of tables: of each its name, and its bytes.
fn text(tables: &[(String, Vec<u8>)]) -> Result<String, String> {
    let mut text = "Table,Rows,Bytes,Hash\n".to_owned();
    for (name, bytes) in tables {
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let rows = reader.byte_records().try_fold(0_usize, |rows, row| row.map(|_| rows + 1));
        let rows = rows.map_err(|error| format!("{name}: {error}"))?;
        text.push_str(&format!("{name},{rows},{},", bytes.len()));
        for byte in Sha256::digest(bytes) {
            // Writing to a string has no error.
            _ = write!(text, "{byte:02x}");
        }
        text.push('\n');
    }
    Ok(text)
}

/// The tables in a directory, by name.
fn tables(directory: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let error = |path: &Path, error| format!("{}: {error}", path.display());
    let mut tables = Vec::new();
    for entry in fs::read_dir(directory).map_err(|cause| error(directory, cause))? {
        let path = entry.map_err(|cause| error(directory, cause))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // A name that begins with a dot is that of a file that is being written.
        if name.ends_with(".csv") && !name.starts_with('.') && name != FILE {
            tables.push((name, fs::read(&path).map_err(|cause| error(&path, cause))?));
        }
    }
    tables.sort_unstable();
    Ok(tables)
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::{FILE, check, registry, text, write};

    #[test]
    fn of_some_tables() {
        let table = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        // The hashes are those of FIPS 180-2 ("abc") and of sha256sum.
        let tables = [
            table("abc.csv", "abc"),
            table("b.csv", "A,B\n1,\"x\ny\"\n2,\"\"\"\"\n"),
            table("c.csv", ""),
        ];
        let expected = "\
Table,Rows,Bytes,Hash
abc.csv,0,3,ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
b.csv,2,19,841829e2579d5b7c546c8f1d05a8daab4bcd1491194576e9dd83f38c8edb5cb7
c.csv,0,0,e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
";
        assert_eq!(text(&tables).unwrap(), expected);
        let error = text(&[table("d.csv", "a,b\n1\n")]).unwrap_err();
        assert!(error.starts_with("d.csv: CSV error: record 1"), "{error}");
    }

    #[test]
    fn those_of_the_registry_are_true() {
        check(&registry()).unwrap();
    }

    #[test]
    fn what_is_written_is_true_until_a_table_changes() {
        let directory = env::temp_dir().join(format!("iana-ports-fingerprints-{}", process::id()));
        fs::create_dir_all(&directory).unwrap();
        let missing = check(&directory).unwrap_err();
        let table = directory.join("a.csv");
        fs::write(&table, "A\n1\n").unwrap();
        fs::write(directory.join("README.md"), "no table").unwrap();
        write(&directory).unwrap();
        let written = fs::read_to_string(directory.join(FILE)).unwrap();
        let first = check(&directory);
        write(&directory).unwrap();
        fs::write(&table, "A\n2\n").unwrap();
        let changed = check(&directory).unwrap_err();
        fs::remove_dir_all(&directory).unwrap();

        assert!(missing.contains(FILE), "{missing}");
        let (one, two) = (
            "a.csv,1,4,8ebbd9fe688c1e5442da8aaf95b3ebd6d850c60f8ef42a69a3a4b82f4df064e6",
            "a.csv,1,4,f9471667f6cdc1fec28611a8d3ff70f156c09c23379754b42dc20313434326c0",
        );
        assert_eq!(written, format!("Table,Rows,Bytes,Hash\n{one}\n"));
        assert_eq!(first, Ok(()));
        assert!(
            changed.ends_with(&format!(
                "fingerprints.csv: not what the tables are; \
                 `cargo xtask fingerprints --write` writes it anew\n-{one}\n+{two}"
            )),
            "{changed}"
        );
    }
}
