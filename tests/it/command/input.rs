//! Queries from standard input, and answers to a reader that goes on.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};

use crate::examples::Answer;

use super::{command, lookup};

/// The command with its standard streams in pipes.
fn started(arguments: &[&str]) -> Child {
    command()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs")
}

/// What is answered to lines, with arguments.
pub(super) fn asked(arguments: &[&str], lines: &[u8]) -> Answer {
    let mut child = started(arguments);
    let mut stdin = child.stdin.take().expect("it is piped");
    let lines = lines.to_vec();
    let writer = std::thread::spawn(move || {
        // It may end before it has read all.
        let _ = stdin.write_all(&lines);
    });
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("nothing panics");
    output.into()
}

#[test]
fn a_query_on_each_line() {
    let expected = lookup(&["443/tcp", "webdavs", "RFC 6353"]);
    for (arguments, lines) in [
        (&[][..], &b"443/tcp\nwebdavs\nRFC 6353\n"[..]),
        (&["-"], b"  443/tcp\r\n\n\twebdavs \n\n RFC 6353"),
        (&["443/tcp", "-", "RFC6353"], b"webdavs\n"),
        (&["lookup", "-"], b"443/tcp\nwebdavs\nrfc 6353\n"),
    ] {
        assert_eq!(asked(arguments, lines), expected, "{arguments:?}");
    }
    let nothing = Answer { out: String::new(), err: String::new(), code: Some(0) };
    for lines in [&b""[..], b"\n \n"] {
        assert_eq!(asked(&[], lines), nothing);
    }
}

#[test]
fn a_wrong_line_is_told_and_stops_nothing() {
    let answer = asked(&[], b"443/tcp\n70000\n\nno-such\nssh\xff\n80/tcp\n");
    assert_eq!(answer.out, lookup(&["443/tcp", "80/tcp"]).out);
    let expected = [
        "iana-ports: line 2: too high a port in \"70000\" at byte 0, expected at most 65535",
        "iana-ports: line 4: no service is named \"no-such\"",
        "iana-ports: line 5: \"ssh\\xFF\": expected ports",
    ];
    let lines: Vec<&str> = answer.err.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{}", answer.err);
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with(expected), "{line}");
    }
    assert_eq!(answer.code, Some(2));
    assert_eq!(asked(&[], b"443/tcp\nno-such\n").code, Some(1));
}

#[test]
fn a_line_without_an_end() {
    let mut lines = vec![b'x'; 3 << 20];
    lines.extend(b"\n443/tcp\n");
    let answer = asked(&["--json"], &lines);
    let expected = "iana-ports: line 1: expected a line of less than 1048576 bytes\n";
    assert_eq!((answer.err.as_str(), answer.code), (expected, Some(2)));
    assert_eq!(answer.out.lines().count(), 2);
}

#[test]
fn an_answer_does_not_wait_for_the_next_line() {
    let mut child = started(&[]);
    let mut stdin = child.stdin.take().expect("it is piped");
    let mut out = BufReader::new(child.stdout.take().expect("it is piped"));
    for (query, title) in [("443/tcp", "https (443/tcp)"), ("80/tcp", "http (80/tcp)")] {
        writeln!(stdin, "{query}").expect("it reads");
        let title_of_page = |line: &String| !line.starts_with(' ') && !line.is_empty();
        let line = (&mut out).lines().map(|line| line.expect("text")).find(title_of_page);
        assert_eq!(line.as_deref(), Some(title));
    }
    drop(stdin);
    assert!(child.wait().expect("the command ends").success());
}

#[test]
fn a_reader_that_leaves_ends_the_command() {
    // More lines than a pipe holds, and no end of them.
    let mut child = started(&["-"]);
    let mut stdin = child.stdin.take().expect("it is piped");
    drop(child.stdout.take());
    while stdin.write_all(b"443/tcp\n").is_ok() {}
    let answer: Answer = child.wait_with_output().expect("the command ends").into();
    assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)));
}
