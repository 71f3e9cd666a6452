//! Sockets, on captured tables of the kernel.

use std::fs;
use std::path::{Path, PathBuf};

use iana_ports::Transport::{Tcp, Udp};
use iana_ports::lookup_port;
use serde_json::{Value, json};

use super::lookup;
use crate::examples::Answer;

const HEADER: &str = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

const TCP: &str = "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 17421 1 0000000000000000 100 0 0 10 0                     \n   1: 0100007F:0277 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 17422 1 0000000000000000 100 0 0 10 0                     \n   2: 0501A8C0:0016 0901A8C0:C350 01 00000000:00000000 02:000A7F4A 00000000     0        0 18333 2 0000000000000000 21 4 29 10 -1                    \n   3: 0501A8C0:9E4A 0100007F:01BB 06 00000000:00000000 03:00001234 00000000     0        0 0 3 0000000000000000                                      \n   4: 0501A8C0:EA60 0100007F:EA61 01 00000000:00000000 00:00000000 00000000  1000        0 18334 1 0000000000000000 20 4 30 10 -1                    \n";

const TCP6: &str = "   0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 17500 1 0000000000000000 100 0 0 10 0\n   1: 0000000000000000FFFF00000501A8C0:0050 0000000000000000FFFF00000901A8C0:D431 01 00000000:00000000 00:00000000 00000000    33        0 17501 1 0000000000000000 20 4 30 10 -1\n";

const UDP: &str = "  118: 00000000:14E9 00000000:0000 07 00000000:00000000 00:00000000 00000000   113        0 16000 2 0000000000000000 0\n  220: 0501A8C0:B26E 01010101:0035 01 00000000:00000000 00:00000000 00000000   101        0 16001 2 0000000000000000 0\n";

/// A root with tables.
fn root(name: &str, tables: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("proc/net")).expect("a directory of the tests");
    for (table, lines) in tables {
        fs::write(root.join("proc/net").join(table), format!("{HEADER}{lines}"))
            .expect("it can be written");
    }
    root
}

fn sockets(root: &Path, options: &[&str]) -> Answer {
    let root = root.to_str().expect("its path is text");
    let arguments: Vec<&str> = ["sockets", "--root", root].iter().chain(options).copied().collect();
    lookup(&arguments)
}

#[test]
#[cfg(target_endian = "little")]
fn sockets_with_their_services() {
    let root = root("sockets", &[("tcp", TCP), ("tcp6", TCP6), ("udp", UDP)]);
    let answer = sockets(&root, &[]);
    assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)));
    assert_eq!(
        format!("\n{}", answer.out),
        "
Transport  State        Local                    Remote                      Service
tcp        listen       0.0.0.0:22               -                           ssh
tcp        listen       [::]:80                  -                           http
tcp        listen       127.0.0.1:631            -                           ipp
udp        open         0.0.0.0:5353             -                           mdns
tcp        established  192.168.1.5:22           192.168.1.9:50000           ssh (local)
tcp        established  [::ffff:192.168.1.5]:80  [::ffff:192.168.1.9]:54321  http (local)
tcp        time-wait    192.168.1.5:40522        127.0.0.1:443               https (remote)
udp        established  192.168.1.5:45678        1.1.1.1:53                  domain (remote)
tcp        established  192.168.1.5:60000        127.0.0.1:60001             -
"
    );
    let listening = sockets(&root, &["--listening"]);
    assert_eq!(listening.out.lines().count(), 5, "{}", listening.out);
    assert!(!listening.out.contains("established"), "{}", listening.out);

    let lines: Vec<Value> = sockets(&root, &["--json"])
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect(line))
        .collect();
    assert_eq!(lines.len(), 9);
    assert_eq!(
        lines[0],
        json!({
            "transport_protocol": "tcp",
            "state": "listen",
            "local_address": "0.0.0.0",
            "local_port": 22,
            "remote_address": null,
            "remote_port": null,
            "end": "local",
            "service": lookup_port(22, Tcp),
        })
    );
    assert_eq!(lines[7]["service"], json!(lookup_port(53, Udp)));
    assert_eq!(
        (&lines[7]["end"], &lines[7]["remote_address"]),
        (&json!("remote"), &json!("1.1.1.1"))
    );
    assert_eq!((&lines[8]["end"], &lines[8]["service"]), (&Value::Null, &Value::Null));
}

#[test]
fn a_line_that_is_wrong_is_told_and_stops_nothing() {
    const ADDRESS: &str = "expected an address such as 0100007F:0277";
    const CELLS: &str = "expected a number, two addresses and a state";
    const STATE: &str = "expected a state of two hexadecimal digits";
    for (line, expected) in [
        ("", CELLS),
        ("0:", CELLS),
        ("0: 0100007F:0277", CELLS),
        ("0: 0100007F:0277 0100007F:0277", CELLS),
        ("0: 0100007F 00000000:0000 0A", ADDRESS),
        ("0: 0100007F:1FFFF 00000000:0000 0A", ADDRESS),
        ("0: 0100007F:+277 00000000:0000 0A", ADDRESS),
        ("0: 0100007G:0277 00000000:0000 0A", ADDRESS),
        ("0: 0100007:0277 00000000:0000 0A", ADDRESS),
        ("0: +100007F:0277 00000000:0000 0A", ADDRESS),
        ("0: 000000000000000000000000:0277 00000000:0000 0A", ADDRESS),
        ("0: ÀÀÀÀ:0277 00000000:0000 0A", ADDRESS),
        ("0: 0éééxyz:0277 00000000:0000 0A", ADDRESS),
        ("0: 0100007F:0277 :: 0A", ADDRESS),
        ("0: 0100007F:0277 00000000:0000 0", STATE),
        ("0: 0100007F:0277 00000000:0000 XX", STATE),
        ("0: 0100007F:0277 00000000:0000 +A", STATE),
        ("0: 0100007F:0277 00000000:0000 000A", STATE),
        ("\u{1b}[2J", CELLS),
    ] {
        let root = root("sockets-wrong", &[("tcp", &format!("{line}\n{TCP}"))]);
        let answer = sockets(&root, &[]);
        let path = root.join("proc/net/tcp");
        let told = format!("iana-ports: {}:2: {line:?}: {expected}\n", path.display());
        assert_eq!((answer.err, answer.code), (told, Some(2)), "{line:?}");
        assert_eq!(answer.out.lines().count(), 6, "{line:?}: {}", answer.out);
    }
    // States that the kernel may have one day.
    let root = root("sockets-new", &[("tcp", "0: 0100007F:0277 00000000:0000 FF\n")]);
    assert!(sockets(&root, &[]).out.contains("\ntcp        unknown  "));
    let bytes = [HEADER.as_bytes(), b"\xff\xfe\n", TCP.as_bytes()].concat();
    fs::write(root.join("proc/net/tcp"), bytes).unwrap();
    assert_eq!(sockets(&root, &[]).code, Some(2));
}

#[test]
fn where_there_are_none() {
    let root = root("sockets-none", &[("tcp", ""), ("udp", "")]);
    let answer = sockets(&root, &[]);
    assert_eq!((answer.err.as_str(), answer.code), ("", Some(1)));
    assert_eq!(answer.out, "Transport  State  Local  Remote  Service\n");
    let nowhere = root.join("nowhere");
    let answer = sockets(&nowhere, &[]);
    let path = nowhere.join("proc/net");
    let expected =
        format!("iana-ports: {}: expected the tables of sockets that Linux has\n", path.display());
    assert_eq!((answer.out.as_str(), answer.err, answer.code), ("", expected, Some(2)));
}

/// Whatever the machine has, there is a line for each.
#[cfg(target_os = "linux")]
#[test]
fn of_this_machine() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let answer = lookup(&["sockets", "--listening"]);
    if answer.code == Some(2) {
        eprintln!("skipped: {}", answer.err);
        return;
    }
    assert!(answer.out.contains(&format!("  {address}  ")), "{}", answer.out);
}
