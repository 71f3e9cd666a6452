//! The command `iana-ports`, as a person runs it.

use std::ffi::OsStr;
use std::process::Command;

use crate::examples::{Answer, first_line};

mod answers;
mod layout;
mod names;
mod notes;
mod questions;
mod refusals;

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_iana-ports"))
}

fn lookup<S: AsRef<OsStr>>(arguments: &[S]) -> Answer {
    command().args(arguments).output().expect("the command runs").into()
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text() {
    use std::os::unix::ffi::OsStrExt;

    let answer = lookup(&[OsStr::from_bytes(b"ssh\xff")]);
    let expected = r#"iana-ports: "ssh\xFF": expected ports (443, 22/tcp, 6000-6063)"#;
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
    assert!(usage.starts_with("Usage: iana-ports QUESTION...\n"), "{usage}");
    for form in ["443/tcp", "6000-6063", "22,80/tcp,x11", "_https._tcp.local", "RFC6353"] {
        assert!(usage.contains(&format!("\n  {form}  ")), "{form}: {usage}");
    }
    assert!(usage.contains("does not say that the traffic on it is\nthat service's"), "{usage}");

    for arguments in [&["--help"][..], &["-h"], &["443", "--help"]] {
        let help = lookup(arguments);
        assert_eq!(
            help.out,
            format!("{usage}\nEdition of the registry: {}\n", iana_ports::EDITION)
        );
        assert_eq!((help.err.as_str(), help.code), ("", Some(0)));
    }
}

#[test]
fn a_reader_that_has_seen_enough() {
    // More than a pipe holds, whatever the system.
    let arguments = (0..5_000).map(|port: u16| port.to_string());
    assert_eq!(first_line(command().args(arguments)), "Reserved (0/tcp, 0/udp)\n");
}
