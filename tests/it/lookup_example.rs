//! The example `lookup`, as a person runs it.

#![cfg(not(miri))]

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

mod answers;
mod layout;

/// The example next to this test: `cargo test` builds both, `cargo test --test
/// it` only this one.
fn binary() -> &'static PathBuf {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let test = env::current_exe().expect("the path of this test");
        let profile = test.ancestors().nth(2).expect("the test is in `deps`");
        let binary =
            profile.join("examples").join("lookup").with_extension(env::consts::EXE_EXTENSION);
        if !binary.exists() {
            eprintln!("{} is missing: building it", binary.display());
            build(profile);
        }
        assert!(binary.exists(), "{} is missing: cargo build --example lookup", binary.display());
        binary
    })
}

/// Builds the example into the directory of a profile.
fn build(profile: &Path) {
    let name = match profile.file_name().and_then(OsStr::to_str) {
        Some("debug") | None => "dev",
        Some(name) => name,
    };
    let status = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--example", "lookup", "--profile", name, "--target-dir"])
        .arg(profile.parent().unwrap_or(profile))
        .status();
    assert!(status.is_ok_and(|status| status.success()), "cannot build the example `lookup`");
}

/// What the example says, and its exit code.
struct Answer {
    out: String,
    err: String,
    code: Option<i32>,
}

fn lookup<S: AsRef<OsStr>>(arguments: &[S]) -> Answer {
    let output = Command::new(binary()).args(arguments).output().expect("the example runs");
    let text = |bytes| String::from_utf8(bytes).expect("the example writes UTF-8");
    Answer { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
}

/// Asserts that an argument has no answer, and what is said of it.
#[track_caller]
fn assert_error(argument: &str, code: i32, expected: &str) {
    let answer = lookup(&[argument]);
    assert_eq!(answer.err, format!("lookup: {expected}\n"));
    assert_eq!((answer.out.as_str(), answer.code), ("", Some(code)));
}

#[test]
fn unknown_names_and_handles() {
    assert_error("no-such", 1, r#"no service is named "no-such""#);
    assert_error("1234x", 1, r#"no service is named "1234x""#);
    assert_error("no-such/udp", 1, r#"no service is named "no-such""#);
    assert_error("imap/udp", 1, r#""imap" is not registered on udp, but as imap (143/tcp)"#);
    assert_error("[Nobody]", 1, r#"no contact has the handle "[Nobody]""#);
    let hint = r#"no service is named "Jon_Postel"; for the contact, ask for "[Jon_Postel]""#;
    assert_error("Jon_Postel", 1, hint);
    assert_error("a\u{1b}[2J", 1, r#"no service is named "a\u{1b}[2J""#);
}

#[test]
fn malformed_questions() {
    for argument in ["70000", "65536/tcp", "99999999999999999999"] {
        let expected = format!("{argument:?}: expected a port number from 0 to 65535");
        assert_error(argument, 2, &expected);
    }
    for argument in ["", " ", "-9", "--port", "/tcp", "/", "6000-6063", "22,80", "+22", "４４３"]
    {
        let expected = "expected a port (443, 443/tcp), a service name (https, https/tcp) \
                        or a contact handle in brackets ([Jon_Postel])";
        assert_error(argument, 2, &format!("{argument:?}: {expected}"));
    }
    for (argument, transport) in [("22/icmp", "icmp"), ("ssh/", ""), ("tcp/22", "22")] {
        let expected = "expected one of tcp, udp, sctp, dccp after the slash, found";
        assert_error(argument, 2, &format!("{argument:?}: {expected} {transport:?}"));
    }
    for argument in ["[", "[]", "[A][B]", "[A", "[A]/tcp"] {
        let expected = "expected one contact handle in brackets, such as [Jon_Postel]";
        assert_error(argument, 2, &format!("{argument:?}: {expected}"));
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text() {
    use std::os::unix::ffi::OsStrExt;

    let answer = lookup(&[OsStr::from_bytes(b"ssh\xff")]);
    let expected = r#"lookup: "ssh\xFF": expected a port (443, 443/tcp)"#;
    assert!(answer.err.starts_with(expected), "{}", answer.err);
    assert_eq!((answer.out.as_str(), answer.code), ("", Some(2)));
}

#[test]
fn what_has_an_answer_is_answered_beside_what_has_none() {
    let both = lookup(&["webdavs"]).out + "\n" + &lookup(&["4/tcp"]).out;
    for (arguments, code) in [
        (&["webdavs", "4/tcp"][..], 0),
        (&["no-such", "webdavs", "4/tcp"], 1),
        (&["webdavs", "70000", "4/tcp", "no-such"], 2),
    ] {
        let answer = lookup(arguments);
        assert_eq!((answer.out, answer.code), (both.clone(), Some(code)), "{arguments:?}");
        assert_eq!(answer.err.lines().count(), arguments.len() - 2, "{arguments:?}");
    }
}

#[test]
fn usage() {
    let none = lookup::<&str>(&[]);
    assert_eq!((none.out.as_str(), none.code), ("", Some(2)));
    let usage = none.err;
    assert!(usage.starts_with("Usage: lookup QUESTION...\n"), "{usage}");
    assert!(usage.contains("does not say that the traffic on it is\nthat service's"), "{usage}");

    for arguments in [&["--help"][..], &["-h"], &["443", "--help"]] {
        let help = lookup(arguments);
        assert_eq!(help.out, usage.clone() + "\nEdition of the registry: 2026-08-17\n");
        assert_eq!((help.err.as_str(), help.code), ("", Some(0)));
    }
}

#[test]
fn a_reader_that_has_seen_enough() {
    // More than a pipe holds, whatever the system.
    let arguments = (0..5_000).map(|port: u16| port.to_string());
    let mut child = Command::new(binary())
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "Reserved (0/tcp, 0/udp)\n");

    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!(complaints, "");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
