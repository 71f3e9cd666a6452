//! The example `export`, as a person runs it.

use super::{Answer, binary, first_line, run};
use iana_ports::Transport::Tcp;
use iana_ports::export::{
    ContactsCsv, ContactsJsonLines, EnrichmentCsv, FlatContactsCsv, FlatCsv, Json, JsonLines,
    ServicesCsv, ServicesFile, ZeekTable,
};
use iana_ports::registry;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Every format, and what the library writes of it.
fn formats() -> [(&'static str, String); 13] {
    let registry = registry();
    let names = EnrichmentCsv::new(registry);
    [
        ("services", ServicesFile::new(registry).to_string()),
        ("csv", ServicesCsv::new(registry).to_string()),
        ("contacts-csv", ContactsCsv::new(registry).to_string()),
        ("flat", FlatCsv::new(registry).to_string()),
        ("contacts-flat", FlatContactsCsv::new(registry).to_string()),
        ("json", Json::new(registry).to_string()),
        ("jsonl", JsonLines::new(registry).to_string()),
        ("contacts-jsonl", ContactsJsonLines::new(registry).to_string()),
        ("enrichment", names.to_string()),
        ("enrichment-tcp", names.transport(Tcp).to_string()),
        ("dictionary", names.two_columns().to_string()),
        ("dictionary-tcp", names.two_columns().transport(Tcp).to_string()),
        ("zeek", ZeekTable::new(registry).to_string()),
    ]
}

/// A file of this test that is not there yet.
fn scratch(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&path);
    path
}

#[test]
fn to_standard_output() {
    for (format, expected) in formats() {
        let Answer { out, err, code } = run("export", &[format]);
        assert!(out == expected, "{format}: {} of {} bytes", out.len(), expected.len());
        assert_eq!((err.as_str(), code), ("", Some(0)), "{format}");
    }
}

#[test]
fn to_a_file_which_it_replaces() {
    let path = scratch("export-example");
    for (format, expected) in formats() {
        let answer = run("export", &[format.as_ref(), path.as_os_str()]);
        let nothing = Answer { out: String::new(), err: String::new(), code: Some(0) };
        assert_eq!(answer, nothing, "{format}");
        assert!(fs::read_to_string(&path).unwrap() == expected, "{format}");
    }
    fs::remove_file(&path).unwrap();
}

#[test]
fn refusals() {
    let refusal = |arguments: &[&str]| {
        let Answer { out, err, code } = run("export", arguments);
        assert_eq!((out.as_str(), code), ("", Some(2)), "{arguments:?}");
        err
    };
    let usage = refusal(&[]);
    assert!(usage.starts_with("usage: export FORMAT [FILE]\n"), "{usage}");
    for (format, _) in formats() {
        assert!(usage.contains(&format!("\n  {format:<14}  ")), "{format}: {usage}");
    }
    for arguments in [&["xml"][..], &["CSV\n"], &["csv", "a", "b"], &["--help"]] {
        assert_eq!(refusal(arguments), usage, "{arguments:?}");
    }
    let nowhere = scratch("no-such-directory").join("file");
    let error = refusal(&["csv", nowhere.to_str().unwrap()]);
    assert!(error.starts_with(&format!("export: {nowhere:?}: cannot write: ")), "{error}");
    assert!(!nowhere.exists());
}

/// A device that is always full.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_is_an_error() {
    for arguments in [&["contacts-csv", "/dev/full"][..], &["enrichment", "/dev/full"]] {
        let Answer { out, err, code } = run("export", arguments);
        let expected =
            "export: \"/dev/full\": cannot write: No space left on device (os error 28)\n";
        assert_eq!((out.as_str(), &*err, code), ("", expected, Some(2)));
    }
}

#[test]
fn a_reader_that_has_seen_enough() {
    let first = format!("{{\"edition\":\"{}\",\n", iana_ports::EDITION);
    assert_eq!(first_line(Command::new(binary("export")).arg("json")), first);
}
