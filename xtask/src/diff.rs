//! `cargo xtask diff OLD NEW`: what changed between two registries.

use core::fmt::Display;
use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use iana_ports::Registry;
use iana_ports::diff::Whitespace;

use crate::update;
use crate::update::source;

/// The table that a registry consists of, if it has no other.
const SERVICES: &str = "service-names-port-numbers.csv";
/// The table that a directory may be without.
const CONTACTS: &str = "contacts.csv";

/// Prints what changed, as text or as JSON. That something did is no error.
pub(crate) fn run(arguments: &[&str]) -> Result<(), String> {
    let (options, paths): (Vec<&str>, Vec<&str>) =
        arguments.iter().partition(|argument| argument.starts_with("--"));
    let (mut json, mut whitespace) = (false, Whitespace::Collapsed);
    for option in options {
        match option {
            "--json" => json = true,
            "--exact" => whitespace = Whitespace::Exact,
            other => return Err(format!("expected --json and --exact, found {other:?}")),
        }
    }
    let [old, new] = paths[..] else {
        return Err(format!("expected two registries, OLD and NEW, found {paths:?}"));
    };
    let (old, new) = load_both(old, new)?;
    let diff = old.diff_with(&new, whitespace);
    let out = io::stdout().lock();
    let written = if json { write(out, diff.json()) } else { write(out, diff) };
    written.map_err(|error| format!("standard output: {error}"))
}

/// Loads two registries, with their contacts where both have them.
fn load_both(old: &str, new: &str) -> Result<(Registry, Registry), String> {
    let (old, new) = (Input::read(old)?, Input::read(new)?);
    let without: Vec<&str> =
        [&old, &new].into_iter().filter(|one| !one.has_contacts()).map(Input::path).collect();
    let contacts = without.is_empty();
    if !contacts && without.len() < 2 {
        eprintln!("xtask: contacts are not compared: {} has none", without[0]);
    }
    Ok((old.load(contacts)?, new.load(contacts)?))
}

/// What a registry is read from, by its content.
enum Input<'p> {
    /// A directory as `registry/`.
    Directory(&'p str),
    /// IANA's XML.
    Xml(&'p str, String),
    /// IANA's CSV, or anything else, which the library refuses.
    Csv(&'p str, Vec<u8>),
}

impl<'p> Input<'p> {
    fn read(path: &'p str) -> Result<Self, String> {
        if Path::new(path).is_dir() {
            return Ok(Self::Directory(path));
        }
        let bytes = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
        // No cell of the first line of IANA's CSV begins with it.
        let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        if start.trim_ascii_start().starts_with(b"<") {
            return Ok(Self::Xml(path, source::text(path, &bytes[..], source::MOST)?));
        }
        Ok(Self::Csv(path, bytes))
    }

    fn path(&self) -> &'p str {
        match self {
            Self::Directory(path) | Self::Xml(path, _) | Self::Csv(path, _) => path,
        }
    }

    fn has_contacts(&self) -> bool {
        match self {
            Self::Directory(path) => Path::new(path).join(CONTACTS).is_file(),
            Self::Xml(..) => true,
            Self::Csv(..) => false,
        }
    }

    /// Loads all of the registry, or only its services.
    fn load(&self, contacts: bool) -> Result<Registry, String> {
        let csv = |path: &str, bytes: &[u8]| {
            Registry::loader().name(path).from_csv(bytes).map_err(|error| error.to_string())
        };
        match self {
            Self::Directory(path) if contacts => {
                Registry::from_dir(path).map_err(|error| error.to_string())
            }
            Self::Directory(path) => {
                let path = Path::new(path).join(SERVICES).display().to_string();
                let bytes = fs::read(&path).map_err(|error| format!("{path}: {error}"))?;
                csv(&path, &bytes)
            }
            Self::Xml(path, text) => update::registry(path, text, contacts),
            Self::Csv(path, bytes) => csv(path, bytes),
        }
    }
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
    use std::fs;
    use std::io::{self, ErrorKind, Write};
    use std::path::{Path, PathBuf};

    use iana_ports::diff::Whitespace;
    use iana_ports::{Registry, registry};

    use super::{load_both, run, write};
    use crate::cmd::root;
    use crate::fingerprints;
    use crate::update::scratch::Scratch;

    /// A document of the repository, and the tables that it becomes.
    const DATA: &str = "xtask/tests/data";

    #[test]
    fn arguments() {
        for (arguments, expected) in [
            (&["a"][..], r#"expected two registries, OLD and NEW, found ["a"]"#),
            (&["a", "b", "c"], r#"expected two registries, OLD and NEW, found ["a", "b", "c"]"#),
            (&["a", "b", "--yaml"], r#"expected --json and --exact, found "--yaml""#),
        ] {
            assert_eq!(run(arguments).unwrap_err(), expected);
        }
        let error = run(&["/no/such/registry", "b"]).unwrap_err();
        assert!(error.starts_with("/no/such/registry: "), "{error}");
    }

    fn text(path: &Path) -> String {
        path.display().to_string()
    }

    fn both(old: &Path, new: &Path) -> Result<(Registry, Registry), String> {
        load_both(&text(old), &text(new))
    }

    fn listed(registry: &Registry) -> usize {
        registry.contacts().filter(|contact| contact.is_listed()).count()
    }

    #[test]
    fn a_directory_and_its_file_have_the_same_rows() {
        let directory = fingerprints::registry();
        let (whole, again) = both(&directory, &directory).unwrap();
        assert_eq!((listed(&whole), listed(&again)), (5_615, 5_615));
        let (rows, others) = both(&directory.join(super::SERVICES), &directory).unwrap();
        for rows in [rows, others] {
            assert!(whole.diff(&rows).records().is_empty());
            assert_eq!(listed(&rows), 0);
        }
    }

    #[test]
    fn what_is_no_registry() {
        let directory = fingerprints::registry();
        let file = text(&directory.join("contacts.csv"));
        let other = both(&directory.join("contacts.csv"), &directory).unwrap_err();
        assert!(other.starts_with(&format!("{file}:1: \"ID\": expected")), "{other}");
        let scratch = Scratch::new().unwrap();
        let none = both(scratch.path(), &directory).unwrap_err();
        let missing = scratch.path().join(super::SERVICES);
        assert!(none.starts_with(&format!("{}: ", missing.display())), "{none}");
        let html = scratch.path().join("a.csv");
        fs::write(&html, "\u{feff}\n <html></html>").unwrap();
        let error = both(&directory, &html).unwrap_err();
        let expected = "expected IANA's XML of the registry, found HTML";
        assert_eq!(error, format!("{}: {expected}", html.display()));
        let wrong = scratch.path().join("wrong");
        let document = fs::read_to_string(root().join(DATA).join("registry.xml")).unwrap();
        fs::write(&wrong, document.replace(">14143<", ">70000<")).unwrap();
        let error = both(&wrong, &directory).unwrap_err();
        let expected = format!(
            "{}:112:3: the tables do not compile: {}:14: Port Number: \"70000\": ",
            wrong.display(),
            super::SERVICES
        );
        assert!(error.starts_with(&expected), "{error}");
    }

    /// The tables of the repository's document, in a directory.
    fn tables() -> Scratch {
        let scratch = Scratch::new().unwrap();
        for (from, to) in [
            ("services.csv", super::SERVICES),
            ("contacts.csv", super::CONTACTS),
            ("edition.csv", "edition.csv"),
        ] {
            scratch.write(to, &fs::read(root().join(DATA).join(from)).unwrap()).unwrap();
        }
        scratch
    }

    #[test]
    fn a_document_is_the_tables_that_it_becomes() {
        let (document, tables) = (root().join(DATA).join("registry.xml"), tables());
        // The name does not say what is in it.
        let copy = tables.path().join("copy.csv");
        fs::copy(&document, &copy).unwrap();
        for path in [&document, &copy] {
            let (xml, directory) = both(path, tables.path()).unwrap();
            assert!(xml.diff(&directory).is_empty());
            assert_eq!((listed(&xml), listed(&directory)), (10, 10));
            assert_eq!(xml.edition(), directory.edition());
        }
        let services = tables.path().join(super::SERVICES);
        let (xml, csv) = both(&document, &services).unwrap();
        assert!(xml.diff(&csv).is_empty());
        let (xml, bundled) = both(&document, &fingerprints::registry()).unwrap();
        assert_eq!(xml.diff(&bundled).to_string(), xml.diff(registry()).to_string());
    }

    /// IANA's CSV of a document: descriptions and notes with the document's
    /// blanks and line ends, rows that end in CRLF.
    fn official(document: &str, tables: &str) -> Vec<u8> {
        let document = roxmltree::Document::parse(document).unwrap();
        let records = document
            .root_element()
            .children()
            .filter(|node| node.has_tag_name(("http://www.iana.org/assignments", "record")));
        let mut reader = csv::Reader::from_reader(tables.as_bytes());
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(reader.headers().unwrap()).unwrap();
        for (row, record) in reader.records().zip(records) {
            let mut row: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
            for (column, name) in [(3, "description"), (11, "note")] {
                let element = record.children().find(|node| node.tag_name().name() == name);
                if let Some(raw) = element.and_then(raw) {
                    row[column] = raw;
                }
            }
            writer.write_record(&row).unwrap();
        }
        writer.into_inner().unwrap()
    }

    /// The text of an element without references; `<br/>` is a line end.
    fn raw(element: roxmltree::Node<'_, '_>) -> Option<String> {
        let mut text = String::new();
        for node in element.descendants().skip(1) {
            match (node.text().filter(|_| node.is_text()), node.tag_name().name()) {
                (Some(piece), _) => text.push_str(piece),
                (None, "br") => text.push('\n'),
                (None, "paragraph") => text.push_str("\n\n"),
                (None, "xref") => return None,
                (None, _) => {}
            }
        }
        Some(text)
    }

    /// How many rows differ from IANA's CSV, exactly and in their words.
    #[track_caller]
    fn differing(document: &Path, tables: &str, directory: &Path) -> [usize; 2] {
        let scratch = Scratch::new().unwrap();
        let csv = official(&fs::read_to_string(document).unwrap(), tables);
        scratch.write("iana.csv", &csv).unwrap();
        let (rows, iana) = both(directory, &scratch.path().join("iana.csv")).unwrap();
        let count = |whitespace| {
            let diff = rows.diff_with(&iana, whitespace);
            assert!(!diff.records().is_reordered());
            assert_eq!((diff.records().added(), diff.records().removed()), (0, 0));
            diff.records().changed()
        };
        [count(Whitespace::Exact), count(Whitespace::Collapsed)]
    }

    #[test]
    fn blanks_and_line_ends_of_ianas_csv_are_no_change() {
        let (document, scratch) = (root().join(DATA).join("registry.xml"), tables());
        let services: PathBuf = scratch.path().join(super::SERVICES);
        let tables = fs::read_to_string(services).unwrap();
        assert_eq!(differing(&document, &tables, scratch.path()), [4, 0]);
        assert_eq!(differing(&document, &tables, &document), [4, 0]);
    }

    #[test]
    fn a_whole_edition_and_ianas_csv_of_it() {
        let path = "../shared/iana/service-names-port-numbers-2025-05-05.xml";
        let document = root().join(path);
        let Ok(text) = fs::read_to_string(&document) else {
            eprintln!("skipped: {path} is not there");
            return;
        };
        let registry = crate::update::registry("r.xml", &text, true).unwrap();
        let tables = iana_ports::export::ServicesCsv::new(&registry).to_string();
        assert_eq!(differing(&document, &tables, &document), [291, 0]);
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
