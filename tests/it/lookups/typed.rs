//! What people type: inputs from reports of other programs' users, and what
//! other libraries for DNS-SD say of the same labels.

use core::str::FromStr;
use std::fs;

use iana_ports::dns_sd::{ParseServiceLabelError, ServiceLabel};
use iana_ports::servent::getservbyname;
use iana_ports::service_name::ServiceName;
use iana_ports::{
    PortKey, Record, Service, Transport, lookup, lookup_name, lookup_port, record_on, records,
    registry, services_named, services_on, status,
};
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

/// Every row is read from the text that displays it; two rows of `rdp` have
/// one.
#[test]
fn every_row_by_its_text() {
    for record in records() {
        let text = record.to_string();
        let read: Record<'static> = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(read == record || text == "rdp", "{text}");
        assert_eq!(read.to_string(), text);
        let service = Service::from_str(&text).ok();
        assert_eq!(service.map(Service::record), record.service().map(|_| read), "{text}");
        assert_eq!(Service::try_from(read).ok(), service);
        assert_eq!(Record::try_from(text.as_str()), Ok(read));
    }
    assert_eq!(services_named("rdp").filter(|rdp| rdp.to_string() == "rdp").count(), 2);
}

#[test]
fn every_service_by_its_key_and_by_its_name() {
    for port in (0..=u16::MAX).step_by(11) {
        for &on in Transport::ALL {
            let key = PortKey::new(port, on);
            let text = key.to_string();
            assert_eq!(lookup(key), lookup_port(port, on));
            assert_eq!(registry().lookup(key), lookup(key));
            assert_eq!(Service::from_str(&text).ok(), lookup(key), "{text}");
            assert_eq!(Record::from_str(&text).ok(), record_on(port, on), "{text}");
            let Some(service) = lookup(key) else { continue };
            // The first port of a range.
            let first = service.key().expect("a port");
            assert_eq!((Some(first.port()), first.transport()), (service.port(), on));
            assert!(services_on(first.port(), on).any(|other| other == service), "{service}");
            let by_name = format!("{}/{}", service.name(), on.as_str().to_uppercase());
            assert_eq!(Service::from_str(&by_name).ok(), lookup_name(service.name(), on));
        }
    }
}

#[test]
fn rows_that_are_none() {
    for (text, expected) in [
        ("", r#"unknown service name "", expected a registered name such as "https""#),
        ("443", r#"unknown service name "443", expected a registered name such as "https""#),
        ("https", r#"no row "https", expected one of the registry such as "https (443/tcp)""#),
        (
            "htps/tcp",
            r#"unknown service name "htps", expected a registered name; did you mean "https"?"#,
        ),
        (
            "imap/udp",
            r#"no row "imap (udp)", expected one of the registry such as "imap (143/tcp)""#,
        ),
        (
            "https (444/tcp)",
            r#"no row "https (444/tcp)", expected one of the registry such as "https (443/tcp)""#,
        ),
        ("https (443/icmp)", r#"unknown transport "icmp", expected tcp, udp, sctp or dccp"#),
        (
            "https (70000/tcp)",
            r#"malformed port "70000", expected a port such as 443 or a range such as "6000-6063""#,
        ),
        ("50000/tcp", "no row on 50000/tcp, expected a port of the registry such as 443/tcp"),
        (
            "Reserved (444/tcp)",
            r#"no nameless row "444/tcp", expected one of the registry such as "0/tcp""#,
        ),
    ] {
        assert_eq!(Record::from_str(text).expect_err(text).to_string(), expected);
        assert_eq!(Service::from_str(text).expect_err(text).to_string(), expected);
    }
    let error = Service::from_str("0/tcp").expect_err("a nameless row").to_string();
    assert_eq!(error, r#"no service in row "Reserved (0/tcp)", expected a row with a name"#);
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

/// Each error that `main` may return shows its message, not its fields.
#[test]
fn errors_show_their_message() {
    fn check<T>(error: Result<T, impl core::error::Error>) {
        let error = error.err().expect("not what is expected");
        assert_eq!(format!("{error:?}"), error.to_string());
    }
    check("htps/tcp".parse::<Service<'static>>());
    check("htps/tcp".parse::<Record<'static>>());
    check("70000".parse::<iana_ports::port_spec::Fixed<1>>());
    check("icmp".parse::<Transport>());
    check("443".parse::<PortKey>());
    check("2026-13".parse::<iana_ports::Date>());
    check("Free".parse::<iana_ports::Status>());
    check("High Ports".parse::<iana_ports::PortRange>());
    check(Transport::try_from(1));
    check(ServiceLabel::parse("http.tcp"));
    check(ServiceName::parse("no--name"));
    check(iana_ports::resolve("htps", Transport::Tcp));
    #[cfg(feature = "details")]
    check("5x".parse::<iana_ports::service_code::ServiceCode>());
    #[cfg(feature = "runtime")]
    check(iana_ports::Registry::from_services_file("http 90000/tcp\n".as_bytes()));
}
