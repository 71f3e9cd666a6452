//! What people type: inputs from reports of other programs' users, and what
//! other libraries for DNS-SD say of the same labels.

use core::str::FromStr;
use std::fs;

use iana_ports::dns_sd::{ParseServiceLabelError, ServiceLabel};
use iana_ports::servent::getservbyname;
use iana_ports::service_name::ServiceName;
use iana_ports::{PortKey, services_on, status};
use serde_json::{Value, json};

/// The cases of a file beside the checkout, if it is there.
fn cases(file: &str) -> Vec<Value> {
    let path = format!("../shared/cases/{file}");
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("skipped: no {path}");
        return Vec::new();
    };
    let cases: Vec<Value> = serde_json::from_str(&text).expect("an array");
    assert!(cases.len() > 10, "{} cases", cases.len());
    cases
}

fn text<'a>(case: &'a Value, key: &str) -> &'a str {
    case[key].as_str().unwrap_or_else(|| panic!("no {key} in {case}"))
}

#[test]
fn labels_that_were_seen() {
    for case in cases("labels.json") {
        let input = text(&case, "input");
        let is_regtype = case["note"].as_str().is_some_and(|note| note.contains("Bonjour"));
        let found = match text(&case, "kind") {
            "strict" => ServiceLabel::parse(input),
            _ if is_regtype => ServiceLabel::parse_regtype(input),
            "lenient" => ServiceLabel::parse_lenient(input),
            kind => panic!("{kind} in {case}"),
        };
        let parts = found.map(|label| {
            let transport = label.transport().as_str();
            let (instance, subtype) = (label.instance(), label.subtype());
            json!([instance, subtype, label.name(), transport, label.domain()])
        });
        let expected = &case["want"]["ok"];
        assert_eq!(parts.as_ref().ok(), Some(expected).filter(|want| !want.is_null()), "{case}");
    }
}

#[test]
fn look_ups_that_were_seen() {
    for case in cases("look-ups.json") {
        let input = text(&case, "input");
        let expected = &case["want"]["ok"];
        let found = match text(&case, "kind") {
            "name" => ServiceName::parse(input).map_or(Value::Null, |_| true.into()),
            "key" => {
                let key = PortKey::from_str(input).expect(input);
                let services = services_on(key.port(), key.transport());
                // The primary service and those that share the port.
                let names: Vec<_> = services.map(|service| service.name()).collect();
                json!([status(key.port(), key.transport()).as_str(), names])
            }
            "servby" => {
                let (name, proto) = input.split_once('/').expect(input);
                let entry = getservbyname(name, Some(proto));
                entry.map_or(Value::Null, |entry| json!([entry.name(), entry.port()]))
            }
            kind => panic!("{kind} in {case}"),
        };
        assert_eq!(found, *expected, "{case}");
    }
}

/// A host name is told from a service whose underscore is missing.
#[test]
fn host_names() {
    for name in ["MyHost.local.", "MyHost.sub.local.", "a.example.com", "Büro 1.local"] {
        for found in [ServiceLabel::parse(name), ServiceLabel::parse_lenient(name)] {
            let error = found.expect_err(name);
            assert!(matches!(error, ParseServiceLabelError::HostName { .. }), "{error:?}");
        }
    }
    for name in ["foo._tcp.local.", "_tcp.local.", "foo.tcp.local.", "_foo._bar.local.", "_foo"] {
        let error = ServiceLabel::parse(name).expect_err(name);
        assert!(!matches!(error, ParseServiceLabelError::HostName { .. }), "{error:?}");
    }
}

/// The table of COMPARE.md says what this crate says.
#[test]
fn verdicts_of_other_libraries() {
    let page = include_str!("../../../COMPARE.md");
    let table = page.split_once("## Service labels").expect("a section").1;
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with("| `\""))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 40, "{} rows", rows.len());
    for row in rows {
        let [label, rfc, strict, lenient, ..] = row[..] else { panic!("{row:?}") };
        let label: String = serde_json::from_str(label.trim_matches('`')).expect(label);
        let verdict = |found: Result<_, _>| if found.is_ok() { "yes" } else { "no" };
        assert_eq!(strict, verdict(ServiceLabel::parse(&label)), "{label:?}");
        assert_eq!(lenient, verdict(ServiceLabel::parse_lenient(&label)), "{label:?}");
        // RFC 6763 has two transport labels, RFC 2782 more.
        assert!(rfc == strict || label.contains("_sctp"), "{label:?}");
    }
}
