//! `cargo xtask diff OLD NEW`: what changed between two registries.

use core::fmt::Display;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use iana_ports::Registry;

/// The table that a registry consists of, if it has no other.
const SERVICES: &str = "service-names-port-numbers.csv";

/// Prints what changed, as text or as JSON. That something did is no error.
pub(crate) fn run(arguments: &[&str]) -> Result<(), String> {
    let (options, paths): (Vec<&str>, Vec<&str>) =
        arguments.iter().partition(|argument| argument.starts_with("--"));
    if let Some(other) = options.iter().find(|option| **option != "--json") {
        return Err(format!("expected --json, found {other:?}"));
    }
    let [old, new] = paths[..] else {
        return Err(format!("expected two registries, OLD and NEW, found {paths:?}"));
    };
    let (old, new) = (Path::new(old), Path::new(new));
    let contacts = old.is_dir() && new.is_dir();
    if !contacts && (old.is_dir() || new.is_dir()) {
        eprintln!("xtask: contacts are not compared: one of the two is a file without them");
    }
    let (old, new) = (load(old, contacts)?, load(new, contacts)?);
    let diff = old.diff(&new);
    let out = io::stdout().lock();
    let written = if options.is_empty() { write(out, diff) } else { write(out, diff.json()) };
    written.map_err(|error| format!("standard output: {error}"))
}

/// Loads a registry: all of a directory, or only its services.
fn load(path: &Path, contacts: bool) -> Result<Registry, String> {
    if contacts {
        return Registry::from_dir(path).map_err(|error| error.to_string());
    }
    let path = if path.is_dir() { path.join(SERVICES) } else { path.to_owned() };
    let file = File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Registry::from_csv(file).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes all of it, or what somebody wants to read of it.
fn write(out: impl Write, text: impl Display) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    match write!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, ErrorKind, Write};
    use std::path::Path;

    use super::{load, run, write};
    use crate::fingerprints;

    #[test]
    fn arguments() {
        for (arguments, expected) in [
            (&["a"][..], r#"expected two registries, OLD and NEW, found ["a"]"#),
            (&["a", "b", "c"], r#"expected two registries, OLD and NEW, found ["a", "b", "c"]"#),
            (&["a", "b", "--yaml"], r#"expected --json, found "--yaml""#),
        ] {
            assert_eq!(run(arguments).unwrap_err(), expected);
        }
        let error = run(&["/no/such/registry", "b"]).unwrap_err();
        assert!(error.starts_with("/no/such/registry: "), "{error}");
    }

    #[test]
    fn a_directory_and_its_file_have_the_same_rows() {
        let directory = fingerprints::registry();
        let whole = load(&directory, true).unwrap();
        assert_eq!(whole.contacts().filter(|contact| contact.is_listed()).count(), 5_615);
        for path in [directory.join("service-names-port-numbers.csv"), directory.clone()] {
            let rows = load(&path, false).unwrap();
            assert!(whole.diff(&rows).records().is_empty());
            assert!(rows.contacts().all(|contact| !contact.is_listed()));
        }
        let other = load(&directory.join("contacts.csv"), false).unwrap_err();
        assert!(other.contains("contacts.csv: CSV:1: \"ID\": expected"), "{other}");
        let none = load(Path::new("/no/such"), true).unwrap_err();
        assert!(none.starts_with("/no/such/service-names-port-numbers.csv: "), "{none}");
    }

    #[test]
    fn a_closed_pipe_is_no_error() {
        struct Failing(ErrorKind);

        impl Write for Failing {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(self.0.into())
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }

        write(Failing(ErrorKind::BrokenPipe), "x").unwrap();
        write(Failing(ErrorKind::StorageFull), "x").unwrap_err();
        let mut out = Vec::new();
        write(&mut out, "x").unwrap();
        assert_eq!(out, b"x");
    }
}
