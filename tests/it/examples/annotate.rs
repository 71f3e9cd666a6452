//! The example `annotate`, as a person runs it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{Answer, binary};

fn annotate(files: &[&str], lines: &str) -> Answer {
    let mut example = Command::new(binary("annotate"))
        .args(files)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example runs");
    let mut stdin = example.stdin.take().expect("it is piped");
    stdin.write_all(lines.as_bytes()).expect("it reads all");
    drop(stdin);
    example.wait_with_output().expect("the example ends").into()
}

#[test]
fn names_and_where_they_come_from() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("annotate.services");
    fs::write(&path, "billing 9000/tcp\nweb 443/tcp\n").unwrap();
    let own = path.to_str().unwrap();
    let answer = annotate(&[own], "9000/tcp\n 443/TCP \n10162/udp\n4/tcp\n50000/dccp\n");
    let expected = format!(
        "9000/tcp\tbilling\t{own}\n443/tcp\tweb\t{own}\n10162/udp\tsnmpdtls-trap\tIANA\n\
         4/tcp\t(Unassigned)\n50000/dccp\t(Dynamic)\n"
    );
    assert_eq!((answer.out, answer.code), (expected, Some(0)), "{}", answer.err);

    let answer = annotate(&[own], "443/tcp\nhttps\n443/udp\n");
    assert_eq!((answer.out, answer.code), (format!("443/tcp\tweb\t{own}\n"), Some(2)));
    let expected = "annotate: \"https\": expected a port and a transport, such as 443/tcp\n";
    assert!(answer.err.ends_with(expected), "{}", answer.err);

    fs::write(&path, "billing 9000/tcp\nweb 443\n").unwrap();
    let answer = annotate(&[own], "");
    let expected = format!(
        "annotate: {own}:2: Port Number: \"443\": \
         expected a port and a protocol after the service name, such as 443/tcp\n"
    );
    assert_eq!((answer.err, answer.code), (expected, Some(2)));
    fs::remove_file(&path).unwrap();
    let answer = annotate(&[own], "");
    assert!(answer.err.starts_with(&format!("annotate: {own}: ")), "{}", answer.err);
    assert_eq!(answer.code, Some(2));
}
