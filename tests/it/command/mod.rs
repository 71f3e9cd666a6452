//! The command `iana-ports`, as a person runs it.

use std::ffi::OsStr;
use std::process::Command;

use iana_ports::services_named;

use crate::examples::{Answer, first_line};

mod answers;
mod forms;
mod input;
mod layout;
mod names;
mod notes;
mod questions;
mod refusals;
mod sockets;
mod tasks;

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_iana-ports"))
}

/// The commands beside look-ups.
const TASKS: [&str; 11] = [
    "lookup",
    "search",
    "free",
    "explain",
    "contact",
    "org",
    "diff",
    "export",
    "sockets",
    "completions",
    "man",
];

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
fn help_has_every_form_of_a_query_and_every_command() {
    for option in ["--help", "-h"] {
        let help = lookup(&["443", option]);
        assert_eq!((help.err.as_str(), help.code), ("", Some(0)));
        let help = help.out;
        let usage =
            "\nUsage: iana-ports [OPTIONS] QUERY...\n       iana-ports [OPTIONS] COMMAND ...\n";
        assert!(help.contains(usage), "{help}");
        for form in ["443/tcp", "6000-6063", "22,80/tcp,x11", "_https._tcp.local", "RFC6353", "-"] {
            assert!(help.contains(&format!("\n  {form}  ")), "{form}: {help}");
        }
        for task in TASKS {
            assert!(help.contains(&format!("\n  {task}  ")), "{task}: {help}");
        }
        assert!(help.contains("\nExit code: 0 if every query has an answer"), "{help}");
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
    }
    let long = lookup(&["--help"]).out;
    assert!(long.contains("\nExamples:\n  iana-ports 10162/udp\n"), "{long}");
    assert!(long.contains("does not say that the traffic on it is\nthat service's"), "{long}");
    for task in TASKS {
        let help = lookup(&[task, "--help"]);
        assert_eq!((help.err.as_str(), help.code), ("", Some(0)), "{task}");
        assert!(help.out.contains(&format!("Usage: iana-ports {task}")), "{}", help.out);
    }
    let version = format!(
        "iana-ports {}, edition {} of the registry\n",
        env!("CARGO_PKG_VERSION"),
        iana_ports::EDITION
    );
    assert_eq!(lookup(&["--version"]).out, version);
}

#[test]
fn what_is_no_command_line() {
    for (arguments, expected) in [
        (&["--no-such"][..], "error: unexpected argument '--no-such' found"),
        (&["443", "--json", "sockets"], "expected queries or a command, found both"),
        (&["--json", "free", "--csv"], "expected --json or --csv, found both"),
        (&["free", "--csv"], "--csv: this command writes no rows of the registry"),
        (&["export", "json", "--json"], "--json: this command has a format of its own"),
        (&["--color", "sometimes"], "[possible values: auto, always, never]"),
        (&["--registry", "/no/such/file", "443"], "iana-ports: /no/such/file: "),
    ] {
        let answer = lookup(arguments);
        assert!(answer.err.contains(expected), "{arguments:?}: {}", answer.err);
        assert_eq!((answer.out.as_str(), answer.code), ("", Some(2)), "{arguments:?}");
    }
}

/// Words that are commands are asked for as services all the same.
#[test]
fn names_that_are_commands() {
    for words in [&["lookup", "search"][..], &["--", "search"], &["search/tcp"]] {
        let answer = lookup(words);
        assert!(answer.out.starts_with("search (2010/tcp"), "{words:?}: {}", answer.err);
    }
    for task in TASKS.iter().filter(|task| **task != "search") {
        assert_eq!(services_named(task).next(), None, "{task}: the help has to say it");
    }
    // Which is no command here.
    assert!(lookup(&["help"]).out.starts_with("help"), "{}", lookup(&["help"]).err);
    // Behind a query, it is a query.
    let answer = lookup(&["443/tcp", "free"]);
    assert!(answer.err.starts_with("iana-ports: no service is named \"free\""), "{}", answer.err);
}

#[test]
fn a_reader_that_has_seen_enough() {
    // More than a pipe holds, whatever the system.
    let arguments = (0..5_000).map(|port: u16| port.to_string());
    assert_eq!(first_line(command().args(arguments)), "Reserved (0/tcp, 0/udp)\n");
}
