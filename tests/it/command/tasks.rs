//! The commands beside look-ups.

use std::fs;
use std::path::{Path, PathBuf};

use iana_ports::export::{
    ContactsCsv, ContactsJsonLines, EnrichmentCsv, FlatContactsCsv, FlatCsv, Json, JsonLines,
    ServicesCsv, ServicesFile, ZeekTable,
};
use iana_ports::find::{contacts_at, organization_named};
use iana_ports::{Registry, Transport, explain, free_ports, registry, search};
use serde_json::{Value, json};

use super::forms::lines_of_json;
use super::{command, lookup};
use crate::examples::{Answer, first_line};

/// A file of this test.
fn scratch(name: &str, content: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("the directory of the tests can be written");
    path
}

#[track_caller]
fn assert_out(arguments: &[&str], expected: &str, code: i32) {
    let answer = lookup(arguments);
    assert_eq!((answer.out.as_str(), answer.code), (expected, Some(code)), "{}", answer.err);
}

#[test]
fn free_ports_as_spans_ports_and_a_number() {
    use Transport::{Tcp, Udp};

    assert_out(&["free", "1-10"], "4\n6\n8\n10\n", 0);
    assert_out(&["free", "44446-44543/tcp"], "44446-44543\n", 0);
    assert_out(&["free", "8000-", "--on", "tcp,udp", "--first", "3"], "8011\n8012\n8013\n", 0);
    assert_out(&["free", "443/tcp"], "", 1);
    assert_eq!(lookup(&["free", "443/tcp"]).err, "iana-ports: no port of 443/tcp is free on tcp\n");
    assert_out(&["free", "443,444,4/tcp", "--on", "tcp"], "4\n", 0);
    assert_out(&["free", "49152-"], "", 1);
    assert_out(&["free", "27015-27021", "--on=tcp,udp"], "27015\n27018-27021\n", 0);
    assert_out(&["free", "27015-27021", "--on=tcp,udp", "--unreported"], "27015\n27020-27021\n", 0);
    let count = free_ports([Tcp, Udp], ..).count();
    assert_out(&["free", "--on", "tcp,udp", "--count"], &format!("{count}\n"), 0);
    assert_out(&["free", "443/tcp", "--count"], "0\n", 1);

    let [line] = &lines_of_json(&["--json", "free", "8000-8100", "--on", "udp,tcp"])[..] else {
        panic!("one line");
    };
    assert_eq!(line["count"], free_ports([Tcp, Udp], 8000..=8100).count());
    assert_eq!(line["transports"], json!(["tcp", "udp"]));
    assert_eq!(line["ports"][0], "8011-8014");

    for (arguments, expected) in [
        (&["free", "70000"][..], "too high a port in \"70000\" at byte 0"),
        (&["free", "--on", "icmp"], "[possible values: tcp, udp, sctp, dccp]"),
        (&["free", "--first", "3", "--count"], "cannot be used with"),
    ] {
        let answer = lookup(arguments);
        assert!(answer.err.contains(expected), "{}", answer.err);
        assert_eq!((answer.out.as_str(), answer.code), ("", Some(2)));
    }
}

/// Every span that is free is one that the library has as free.
#[test]
fn all_free_ports() {
    let answer = lookup(&["free", "--on", "tcp"]);
    let ports = answer.out.lines().flat_map(|span| {
        let (first, last) = span.split_once('-').unwrap_or((span, span));
        first.parse::<u16>().unwrap()..=last.parse().unwrap()
    });
    assert!(ports.eq(free_ports(Transport::Tcp, ..)));
}

#[test]
fn ports_explained() {
    let expected = format!("{}\n{}\n", explain(4, Transport::Tcp), explain(22, Transport::Udp));
    assert_out(&["explain", "4/tcp", "22/UDP"], &expected, 0);
    let lines = lines_of_json(&["explain", "143/udp", "--json"]);
    assert_eq!(lines[0]["explanations"], json!([explain(143, Transport::Udp)]));
    assert_eq!(lookup(&["explain"]).code, Some(2));
    let answer = lookup(&["explain", "https", "80-81", "4/tcp"]);
    assert_eq!((answer.out.lines().count(), answer.code), (1, Some(2)));
    let expected = "iana-ports: \"https\": expected one port, such as 443 or 443/tcp\n";
    assert!(answer.err.starts_with(expected), "{}", answer.err);
    // A port alone is one on every transport.
    let all: String = Transport::ALL.iter().map(|on| format!("{}\n", explain(4, *on))).collect();
    assert_out(&["explain", "4"], &all, 0);
    // What has no service may be in use.
    let expected = format!("{}; in use by wireguard\n", explain(51820, Transport::Udp));
    assert_out(&["explain", "51820/udp"], &expected, 0);
}

#[test]
fn contacts_by_handle_and_by_name() {
    let page = lookup(&["[Jon_Postel]"]).out;
    for name in [&["jon_postel"][..], &["[Jon_Postel]"], &["postel"], &["POSTEL", "isi.edu"]] {
        let arguments: Vec<&str> = ["contact"].iter().chain(name).copied().collect();
        assert_out(&arguments, &page, 0);
    }
    let answer = lookup(&["contact", "cisco"]);
    assert!(answer.out.starts_with("[Cisco]\n"), "{}", answer.out);
    assert!(answer.out.contains(" other contacts with \"cisco\"\n"), "{}", answer.out);
    assert!(answer.out.contains("Dana Blair [Dana_Blair]  "), "{}", answer.out);
    assert!(!answer.out.contains("Francisco"), "{}", answer.out);
    let lines = lines_of_json(&["--json", "contact", "cisco"]);
    let handles: Vec<&Value> =
        lines[0]["contacts"].as_array().unwrap().iter().map(|contact| &contact["id"]).collect();
    assert!(handles.len() > 50 && handles[0] == "Cisco", "{handles:?}");
    assert!(
        handles
            .iter()
            .all(|handle| answer.out.contains(&format!("[{}]", handle.as_str().unwrap())))
    );

    for nobody in ["no-such-person", " "] {
        let answer = lookup(&["contact", nobody]);
        let expected = format!("iana-ports: no contact has the handle or the name {nobody:?}\n");
        assert_eq!((answer.out.as_str(), answer.err, answer.code), ("", expected, Some(1)));
    }
}

#[test]
fn services_by_words() {
    assert_out(
        &["search", "mail", "submission"],
        "4 for \"mail submission\"
  Services  submissions (465/tcp)          Message Submission over TLS protocol
            submission (587/tcp, 587/udp)  Message Submission
            msa (587/tcp)                  The message submission agent
            pgpkey-mailto                  PGP Key submission using SMTP
",
        0,
    );
    let best = lookup(&["search", "http*", "--first", "1"]).out;
    assert!(best.starts_with("1 for \"http*\"\n  Services  http (80/tcp, 80/udp)  "), "{best}");

    // Each that the library finds, in its order, on all of its transports.
    for query in ["postgres", "cisco", "file transfer"] {
        let lines = lines_of_json(&["--json", "search", query]);
        assert_eq!(lines[0]["query"], query);
        let records = lines[0]["records"].as_array().unwrap();
        let mut names: Vec<&str> =
            records.iter().map(|row| row["service_name"].as_str().unwrap()).collect();
        names.dedup();
        let mut found: Vec<&str> = search(query).map(|found| found.service().name()).collect();
        found.dedup();
        assert_eq!(names, found, "{query}");
        let csv = lookup(&["--csv", "search", query]).out;
        assert_eq!(csv::Reader::from_reader(csv.as_bytes()).records().count(), records.len());
    }
    let answer = lookup(&["search", "zzzzqq"]);
    let expected = "iana-ports: no service is found for \"zzzzqq\"\n";
    assert_eq!((answer.out.as_str(), &*answer.err, answer.code), ("", expected, Some(1)));
    let answer = lookup(&["search", "htps"]);
    assert!(
        answer.err.ends_with("; did you mean \"https\", \"htsp\" or \"ftps\"?\n"),
        "{}",
        answer.err
    );
    assert_eq!(lookup(&["search"]).code, Some(2));
}

#[test]
fn what_an_organization_registered() {
    let answer = lookup(&["org", "cisco"]);
    assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)));
    assert!(answer.out.starts_with("Cisco Systems\n  Services\n"), "{}", answer.out);
    assert!(answer.out.contains("\n  Contacts  Amit Nigam [Amit_Nigam]  "), "{}", answer.out);
    assert!(!answer.out.contains("Francisco"), "{}", answer.out);
    assert_eq!(lookup(&["org", "Cisco", "Systems,", "Inc."]).out, answer.out);

    let lines = lines_of_json(&["org", "cisco", "--json"]);
    let organization = organization_named("cisco").unwrap();
    assert_eq!(lines[0]["organization"], organization.name());
    assert_eq!(lines[0]["contacts"], json!(organization.contacts().collect::<Vec<_>>()));
    let rows: Vec<_> = organization.services().map(|service| service.record()).collect();
    assert_eq!(lines[0]["records"], json!(rows));

    // A mail domain, and words of several names.
    let lines = lines_of_json(&["org", "hpe.com", "--json"]);
    assert_eq!(lines[0]["contacts"], json!(contacts_at("hpe.com").collect::<Vec<_>>()));
    let answer = lookup(&["org", "university"]);
    let title = answer.out.lines().next().unwrap();
    assert!(title.ends_with(" organizations with \"university\""), "{title}");
    let lines = lines_of_json(&["org", "university", "--json"]);
    let names = lines[0]["organizations"].as_array().unwrap();
    assert!(title.starts_with(&names.len().to_string()) && names.len() > 2, "{title}");
    for nobody in ["no such organization", " ", "@"] {
        let answer = lookup(&["org", nobody]);
        let expected = "iana-ports: no organization has the name or the mail domain";
        assert!(answer.err.starts_with(expected), "{}", answer.err);
        assert_eq!((answer.out.as_str(), answer.code), ("", Some(1)));
    }
}

#[test]
fn registries_compared() {
    let old = scratch("diff-old.services", "billing 9000/tcp # Bills\nfax 9001/tcp\n");
    let new = scratch("diff-new.services", "billing 9000/tcp # Money\npay 9001/tcp\n");
    let [old, new] = [&old, &new].map(|path| path.to_str().unwrap());
    let expected = "edition unknown\nrows: 1 added, 1 removed, 1 changed\ncontacts: no change\n\n\
                    ~ billing (9000/tcp)\n    Description: \"Bills\" -> \"Money\"\n\
                    - fax (9001/tcp)\n+ pay (9001/tcp)\n";
    assert_out(&["diff", old, new], expected, 0);
    let json = lookup(&["--json", "diff", old, new]).out;
    let load = |path| Registry::from_services_file(fs::File::open(path).unwrap()).unwrap();
    assert_eq!(json, load(old).diff(&load(new)).json().to_string());

    // A directory with itself; IANA's CSV with what is compiled in.
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/registry");
    let csv = format!("{directory}/service-names-port-numbers.csv");
    let nothing = registry().diff(registry()).to_string();
    assert_out(&["diff", directory, directory], &nothing, 0);
    assert_out(&["diff", directory], &nothing, 0);
    let answer = lookup(&["diff", &csv]);
    assert!(answer.out.contains("\nrows: no change\ncontacts: no change\n"), "{}", answer.out);
    let expected = format!("iana-ports: contacts are not compared: {csv} has none\n");
    assert_eq!((answer.err, answer.code), (expected, Some(0)));

    let xml = scratch("diff.xml", "\u{feff}<?xml version='1.0'?>\n");
    let wrong = scratch("diff.wrong", "billing 90000/tcp\n");
    for (path, expected) in [
        (xml.to_str().unwrap(), "expected a CSV or services(5) file, found XML"),
        (wrong.to_str().unwrap(), "Port Number: \"90000\""),
        ("/no/such/file", "No such file or directory"),
    ] {
        // What is not loaded is all that is told: no word of what is not compared.
        let alone = lookup(&["diff", path]);
        assert!(alone.err.starts_with(&format!("iana-ports: {path}:")), "{}", alone.err);
        let answer = lookup(&["diff", old, path]);
        assert!(answer.err.starts_with(&format!("iana-ports: {path}:")), "{}", answer.err);
        assert!(answer.err.contains(expected) || cfg!(windows), "{}", answer.err);
        assert_eq!((answer.out.as_str(), answer.code), ("", Some(2)));
    }
}

/// Every format, its short name and what the library writes of it.
fn formats() -> [(&'static str, &'static str, String); 10] {
    let registry = registry();
    [
        ("services-file", "services", ServicesFile::new(registry).to_string()),
        ("services-csv", "csv", ServicesCsv::new(registry).to_string()),
        ("contacts-csv", "contacts-csv", ContactsCsv::new(registry).to_string()),
        ("enrichment-csv", "enrichment", EnrichmentCsv::new(registry).to_string()),
        ("flat-csv", "flat", FlatCsv::new(registry).to_string()),
        ("flat-contacts-csv", "contacts-flat", FlatContactsCsv::new(registry).to_string()),
        ("json", "json", Json::new(registry).to_string()),
        ("json-lines", "jsonl", JsonLines::new(registry).to_string()),
        ("contacts-json-lines", "contacts-jsonl", ContactsJsonLines::new(registry).to_string()),
        ("zeek-table", "zeek", ZeekTable::new(registry).to_string()),
    ]
}

#[test]
fn enrichment_tables_of_one_transport_and_of_two_columns() {
    let csv = EnrichmentCsv::new(registry());
    for (options, expected) in [
        (&["--transport", "UDP"][..], csv.transport(Transport::Udp)),
        (&["--two-columns"], csv.two_columns()),
        (&["--transport=dccp", "--two-columns"], csv.transport(Transport::Dccp).two_columns()),
    ] {
        assert_out(&[&["export", "enrichment"], options].concat(), &expected.to_string(), 0);
    }
    for (option, format) in [("--transport=tcp", "flat"), ("--two-columns", "zeek")] {
        let answer = lookup(&["export", format, option]);
        let option = option.split('=').next().unwrap();
        let expected = format!("iana-ports: {option}: only an enrichment-csv has it\n");
        assert_eq!((answer.err, answer.code), (expected, Some(2)));
    }
}

#[test]
fn exports_to_standard_output_and_to_a_file() {
    let path = scratch("command-export", "replaced");
    for (format, short, expected) in formats() {
        let Answer { out, err, code } = lookup(&["export", format]);
        assert!(out == expected, "{format}: {} of {} bytes", out.len(), expected.len());
        assert_eq!((err.as_str(), code), ("", Some(0)), "{format}");
        let answer = lookup(&["export", short, path.to_str().unwrap()]);
        let nothing = Answer { out: String::new(), err: String::new(), code: Some(0) };
        assert_eq!(answer, nothing, "{format}");
        assert!(fs::read_to_string(&path).unwrap() == expected, "{format}");
    }
    let answer = lookup(&["export", "xml"]);
    assert!(
        answer.err.contains("[possible values: services-file, services-csv,"),
        "{}",
        answer.err
    );
    assert_eq!(answer.code, Some(2));
    let nowhere = path.join("file");
    let answer = lookup(&["export", "json", nowhere.to_str().unwrap()]);
    let expected = format!("iana-ports: {}: cannot write: ", nowhere.display());
    assert!(answer.err.starts_with(&expected), "{}", answer.err);
    assert_eq!(answer.code, Some(2));
    let first = format!("{{\"edition\":\"{}\",\n", iana_ports::EDITION);
    assert_eq!(first_line(command().args(["export", "json"])), first);
}

/// A device that is always full.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_is_an_error() {
    for arguments in [&["443"][..], &["free"], &["export", "json"], &["man"], &["--json", "22"]] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = command().args(arguments).stdout(full).output().expect("it runs");
        let err = String::from_utf8(output.stderr).unwrap();
        let expected =
            "iana-ports: cannot write the answers: No space left on device (os error 28)\n";
        assert_eq!((err.as_str(), output.status.code()), (expected, Some(2)), "{arguments:?}");
    }
}

#[test]
fn a_registry_on_top() {
    let own = scratch("own.services", "billing 9000/tcp\nweb 443/tcp # Ours\n");
    let own = own.to_str().unwrap();
    let answer = lookup(&["--registry", own, "443/tcp", "billing", "9000,22/tcp"]);
    assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)));
    assert!(answer.out.starts_with("web (443/tcp)\n"), "{}", answer.out);
    assert!(answer.out.contains(&format!("\n  Source            {own}\n")), "{}", answer.out);
    assert!(answer.out.contains("\n  Port Shared With  https: http protocol"), "{}", answer.out);
    assert!(answer.out.contains("billing (9000/tcp)"), "{}", answer.out);
    assert_eq!(lookup(&["billing"]).code, Some(1));

    let free = lookup(&["free", "8010-8014/tcp", "--registry", own]).out;
    assert_eq!(free, "8011-8014\n");
    let export = lookup(&["export", "services", "--registry", own]).out;
    assert!(export.contains("\nbilling\t9000/tcp"), "its own rows are exported");

    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/registry");
    let csv = format!("{directory}/service-names-port-numbers.csv");
    for path in [directory, &csv] {
        let answer = lookup(&["--registry", path, "10162/udp"]);
        assert!(answer.out.starts_with("snmpdtls-trap (10162/udp)\n"), "{}", answer.err);
        assert!(answer.out.contains(&format!("  {path}\n")), "{}", answer.out);
    }
}

/// Each of the services on a port would list all others, and what is said of
/// them.
#[test]
fn thousands_of_services_on_one_port() {
    let (count, description) = (3_000, "said ".repeat(100));
    let lines: String =
        (0..count).map(|number| format!("n{number} 9000/tcp # {description}\n")).collect();
    let own = scratch("crowd.services", &lines);
    let own = own.to_str().unwrap();
    let answer = lookup(&["--registry", own, "9000"]);
    assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)));
    // Ten others, of 200 characters each, and its own description.
    assert!(answer.out.len() < count * 6_000, "{}", answer.out.len());
    assert_eq!(answer.out.matches("Port Shared With").count(), count + 1, "and cslistener");
    assert_eq!(answer.out.matches("    and others\n").count(), count + 1);
    let page = &answer.out[..answer.out.find("\n\n").unwrap()];
    let others: Vec<&str> = page.lines().filter(|line| line.starts_with("    n")).collect();
    assert_eq!(others.len(), 10, "{page}");
    assert!(others[0].starts_with("    n1: said said "), "{page}");
}

#[test]
fn completions_of_each_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let answer = lookup(&["completions", shell]);
        assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)), "{shell}");
        for word in super::TASKS.iter().chain(&["registry"]) {
            assert!(answer.out.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(lookup(&["completions", "dos"]).code, Some(2));
}

#[test]
fn pages_of_the_manual() {
    let page = lookup(&["man"]);
    assert_eq!((page.err.as_str(), page.code), ("", Some(0)));
    let is_page = |text: &str, title: &str| {
        text.lines().any(|line| line.starts_with(&format!(".TH {title} 1")))
    };
    assert!(is_page(&page.out, "iana-ports"), "{}", page.out);
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "SUBCOMMANDS"] {
        assert!(page.out.contains(&format!("\n.SH {section}\n")), "{section}: {}", page.out);
    }
    for task in super::TASKS {
        assert!(page.out.contains(&task.to_owned()), "{task}");
        let of_task = lookup(&["man", task]);
        assert!(is_page(&of_task.out, &format!("iana-ports-{task}")), "{}", of_task.out);
    }
    let answer = lookup(&["man", "nothing"]);
    let expected = "iana-ports: \"nothing\": expected a command of iana-ports\n";
    assert_eq!((answer.out.as_str(), &*answer.err, answer.code), ("", expected, Some(2)));
}
