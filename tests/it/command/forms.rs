//! The forms of answers: JSON and CSV held against the library, colours.

use iana_ports::export::ServicesCsv;
use iana_ports::{
    Transport, explain, lookup_contact, services_citing, services_named, services_on,
};
use serde_json::{Value, json};

use super::lookup;

/// The lines of JSON that are answered.
#[track_caller]
pub(super) fn lines_of_json(arguments: &[&str]) -> Vec<Value> {
    let answer = lookup(arguments);
    assert_eq!(answer.err, "");
    answer.out.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

fn rows(services: impl Iterator<Item = iana_ports::Service<'static>>) -> Value {
    json!(services.map(|service| service.record()).collect::<Vec<_>>())
}

#[test]
fn json_is_a_line_for_each_query() {
    use Transport::{Dccp, Sctp, Tcp, Udp};

    let lines = lines_of_json(&[
        "--json",
        "443",
        "443/tcp",
        "https/tcp",
        "http,22/dccp",
        "RFC6353",
        "[Kenta_Kambara]",
        "_printer._sub._ipp._tcp.local.",
        "143/udp",
        "44500/tcp",
    ]);
    let mut expected = vec![
        json!({
            "query": "443",
            "explanations": [explain(443, Tcp), explain(443, Udp), explain(443, Sctp), explain(443, Dccp)],
            "records": rows([Tcp, Udp, Sctp].into_iter().flat_map(|on| services_on(443, on))),
        }),
        json!({
            "query": "443/tcp",
            "explanations": [explain(443, Tcp)],
            "records": rows(services_on(443, Tcp)),
        }),
        json!({
            "query": "https/tcp",
            "records": rows(services_named("https").filter(|row| row.transport() == Some(Tcp))),
        }),
        json!({
            "query": "http,22/dccp",
            "reserved": [],
            "unassigned": ["22/dccp"],
            "dynamic": [],
        }),
        json!({
            "query": "RFC6353",
            "reference": "RFC 6353",
            "url": "https://www.rfc-editor.org/rfc/rfc6353",
            "records": rows(services_citing(6353)),
        }),
        json!({
            "query": "[Kenta_Kambara]",
            "contacts": [lookup_contact("Kenta_Kambara")],
            "records": lookup_contact("Kenta_Kambara").unwrap().records().collect::<Vec<_>>(),
        }),
        json!({
            "query": "_printer._sub._ipp._tcp.local.",
            "subtype": "_printer",
            "service_name": "ipp",
            "transport_protocol": "tcp",
            "domain": "local.",
            "records": rows(services_named("ipp").filter(|row| row.transport() == Some(Tcp))),
        }),
        json!({
            "query": "143/udp",
            "explanations": [explain(143, Udp)],
            "records": [iana_ports::record_on(143, Udp)],
        }),
        json!({
            "query": "44500/tcp",
            "explanations": [explain(44500, Tcp)],
            "records": [iana_ports::record_on(44500, Tcp)],
        }),
    ];
    // Ports of a name, each service once.
    let list = &lines[3]["records"];
    let names: Vec<&Value> =
        list.as_array().unwrap().iter().map(|row| &row["service_name"]).collect();
    assert_eq!(names, ["http", "www", "www-http", "http", "www", "www-http", "http"]);
    expected[3]["records"] = list.clone();
    assert_eq!(lines.len(), expected.len());
    for (line, expected) in lines.iter().zip(expected) {
        assert_eq!(line, &expected);
    }
}

#[test]
fn what_has_no_answer_has_a_line_of_json() {
    let answer = lookup(&["--json", "no-such", "70000", "443/tcp"]);
    let lines: Vec<Value> =
        answer.out.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    assert_eq!(lines[0], json!({"query": "no-such", "error": "no service is named \"no-such\""}));
    assert_eq!(lines[1]["query"], "70000");
    assert!(lines[1]["error"].as_str().is_some_and(|error| error.starts_with("too high")));
    assert_eq!(lines[2]["query"], "443/tcp");
    assert_eq!((lines.len(), answer.err.lines().count(), answer.code), (3, 2, Some(2)));
}

/// The order of the keys is that of the crate, which a reader sees.
#[test]
fn json_keeps_the_order_of_keys() {
    let line = lookup(&["--json", "webdavs"]).out;
    let row = serde_json::to_string(&services_named("webdavs").next().unwrap().record()).unwrap();
    assert_eq!(line, format!("{{\"query\":\"webdavs\",\"records\":[{row}]}}\n"));
}

#[test]
fn csv_is_rows_under_one_header() {
    let answer = lookup(&["--csv", "443", "no-such", "143/udp", "http", "[Kenta_Kambara]", "oca"]);
    assert_eq!(answer.err, "iana-ports: no service is named \"no-such\"\n");
    assert_eq!(answer.code, Some(1));
    let mut reader = csv::Reader::from_reader(answer.out.as_bytes());
    assert_eq!(reader.headers().unwrap(), ServicesCsv::COLUMNS.as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();

    // The same rows are in the whole file.
    let all = ServicesCsv::new(iana_ports::registry()).to_string();
    let mut all = csv::Reader::from_reader(all.as_bytes());
    let all: Vec<csv::StringRecord> = all.records().map(Result::unwrap).collect();
    assert!(rows.iter().all(|row| all.contains(row)));
    let keys: Vec<String> =
        rows.iter().map(|row| format!("{} {}/{}", &row[0], &row[1], &row[2])).collect();
    assert_eq!(keys[..4], ["https 443/tcp", "https 443/udp", "https 443/sctp", " 143/udp"]);
    assert_eq!(keys.len(), 4 + services_named("http").len() + 1 + services_named("oca").len());

    let header = ServicesCsv::COLUMNS.join(",") + "\n";
    assert_eq!(lookup(&["--csv", "443/dccp"]).out, header);
    assert_eq!(lookup(&["--csv", "no-such"]).out, header);
}

#[test]
fn colours_are_for_terminals() {
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = super::command();
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").args(arguments);
        let output = command.envs(variables.iter().copied()).output().expect("it runs");
        output.stdout.contains(&0x1b)
    };
    assert!(!coloured(&["443/tcp"], &[]));
    assert!(!coloured(&["--color=auto", "443/tcp"], &[]));
    assert!(!coloured(&["--color=never", "443/tcp"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&["443/tcp"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(coloured(&["--color=always", "443/tcp"], &[]));
    assert!(coloured(&["--color=always", "443/tcp"], &[("NO_COLOR", "1")]));
    assert!(!coloured(&["--color=always", "--json", "443/tcp"], &[]));
    // Without its escapes it is the same page.
    let page = lookup(&["--color=always", "443/tcp"]).out;
    let mut plain = String::new();
    let mut rest = page.as_str();
    while let Some((before, after)) = rest.split_once('\x1b') {
        plain.push_str(before);
        rest = after.split_once('m').expect("an escape ends").1;
    }
    assert_eq!(plain + rest, lookup(&["443/tcp"]).out);
}

/// A page for each of these, at the width that the variable tells.
#[test]
fn pages_are_as_wide_as_is_said() {
    for (columns, width) in [("80", 80), ("60", 60), ("500", 100), ("1", 40), ("wide", 100)] {
        let mut command = super::command();
        command.env("COLUMNS", columns).args(["4502/tcp", "8000-8020", "https", "explain"]);
        let out = String::from_utf8(command.output().expect("it runs").stdout).expect("UTF-8");
        // A word that is longer stays whole.
        let longest = out.lines().filter(|line| line.trim().contains(' '));
        let longest = longest.map(|line| line.chars().count()).max().unwrap();
        let is_so = if width == 40 { longest < 60 } else { longest <= width };
        assert!(is_so && longest > width - 15, "{columns}: {longest}\n{out}");
    }
}
