//! The JSON of things, spelled out.

use super::to_json;
use crate::oracle::model::MODEL;
use iana_ports::Transport::{Tcp, Udp};
use iana_ports::servent::getservbyname;
use iana_ports::{explain, free_ports, lookup_port, record_on, services_on};

/// Only the columns of names and ports, whatever tiers there are.
fn names_only(mut row: serde_json::Value) -> serde_json::Value {
    row.as_object_mut().expect("a map").retain(|column, _| {
        matches!(
            column.as_str(),
            "service_name"
                | "port_number"
                | "transport_protocol"
                | "first_port"
                | "last_port"
                | "status"
        )
    });
    row
}

#[cfg(all(feature = "details", feature = "contacts"))]
#[test]
fn rows() {
    assert_eq!(
        to_json(lookup_port(7123, Tcp)),
        concat!(
            r#"{"service_name":"snif","port_number":"7123","transport_protocol":"tcp","first_port":7123,"last_port":7123,"#,
            r#""description":"SNIF End-to-End TLS Relay Control Connection","#,
            r#""assignee":["VESvault_Corp"],"contact":["Jim_Zubov"],"#,
            r#""registration_date":"2021-12-24","modification_date":"2026-07-22","#,
            r#""reference":["draft-zubov-snif-05, Section 4.3"],"service_code":null,"#,
            r#""unauthorized_use_reported":null,"assignment_notes":null}"#,
        ),
    );
    assert_eq!(
        to_json(record_on(225, Tcp)),
        concat!(
            r#"{"service_name":null,"port_number":"225-241","transport_protocol":null,"#,
            r#""first_port":225,"last_port":241,"#,
            r#""description":"Reserved","assignee":[],"contact":[],"#,
            r#""registration_date":null,"modification_date":"2024-12-20","reference":["RFC 1060"],"#,
            r#""service_code":null,"unauthorized_use_reported":null,"assignment_notes":null,"#,
            r#""status":"Reserved"}"#,
        ),
    );
    let discard = serde_json::to_value(lookup_port(9, iana_ports::Transport::Dccp)).unwrap();
    assert_eq!(discard["service_code"], 1_145_656_131);
}

#[cfg(not(any(feature = "details", feature = "contacts")))]
#[test]
fn rows_of_names_and_ports() {
    assert_eq!(
        to_json(lookup_port(443, Tcp)),
        concat!(
            r#"{"service_name":"https","port_number":"443","transport_protocol":"tcp","#,
            r#""first_port":443,"last_port":443}"#,
        ),
    );
    assert_eq!(
        to_json(record_on(225, Tcp)),
        concat!(
            r#"{"service_name":null,"port_number":"225-241","transport_protocol":null,"#,
            r#""first_port":225,"last_port":241,"#,
            r#""status":"Reserved"}"#,
        ),
    );
}

#[cfg(feature = "contacts")]
#[test]
fn contacts() {
    assert_eq!(
        to_json(iana_ports::lookup_contact("Andrew_Thurber")),
        concat!(
            r#"{"id":"Andrew_Thurber","name":"Andrew Thurber","organization":"Cisco","#,
            r#""contact_uri":["mailto:anthurbe@cisco.com>"],"email":"anthurbe@cisco.com","#,
            r#""last_updated":"2014-01-21"}"#,
        ),
    );
    let iesg = serde_json::to_value(iana_ports::lookup_contact("IESG")).unwrap();
    assert!(iesg["name"].is_null() && iesg["last_updated"].is_null());
}

/// Every cell of every row, against the CSV file.
#[cfg(all(feature = "details", feature = "contacts"))]
#[test]
fn every_cell() {
    use serde_json::{Value, json};

    fn cell(text: &str) -> Value {
        if text.is_empty() { Value::Null } else { text.into() }
    }
    fn handles(text: &str) -> Vec<&str> {
        text.split(['[', ']']).filter(|handle| !handle.trim().is_empty()).collect()
    }

    for (record, row) in iana_ports::records().zip(&MODEL.rows) {
        let value = serde_json::to_value(record).unwrap();
        let references: Vec<_> = record.references().map(|text| text.to_string()).collect();
        let expected = json!({
            "service_name": cell(&row.name),
            "port_number": cell(&row.port_number),
            "transport_protocol": row.transport.map(|transport| transport.as_str()),
            "first_port": row.ports.as_ref().map(|ports| *ports.start()),
            "last_port": row.ports.as_ref().map(|ports| *ports.end()),
            "description": record.description(),
            "assignee": handles(&row.assignee),
            "contact": handles(&row.contact),
            "registration_date": cell(&row.registered),
            "modification_date": cell(&row.modified),
            "reference": references,
            "service_code": row.service_code.parse::<u32>().ok(),
            "unauthorized_use_reported": cell(&row.unauthorized_use),
            "assignment_notes": cell(&row.notes),
            "status": row.status().as_str(),
        });
        assert_eq!(value, expected);
    }
}

#[test]
fn explanations() {
    let explanation = serde_json::to_value(explain(143, Udp)).unwrap();
    assert_eq!(explanation["port"], 143);
    assert_eq!(explanation["transport_protocol"], "udp");
    assert_eq!(explanation["range"], "System Ports");
    assert_eq!(explanation["status"], "Reserved");
    assert_eq!(
        names_only(explanation["record"].clone()),
        names_only(serde_json::to_value(record_on(143, Udp)).unwrap())
    );
    assert_eq!(explanation["siblings"][0]["service_name"], "imap");
    assert_eq!(explanation.as_object().unwrap().len(), 6);
    assert_eq!(
        serde_json::to_value(explain(50000, Tcp)).unwrap()["record"],
        serde_json::Value::Null
    );
}

#[test]
fn sequences_and_servents() {
    let services = serde_json::to_value(services_on(80, Tcp)).unwrap();
    let names: Vec<_> =
        services.as_array().unwrap().iter().map(|row| &row["service_name"]).collect();
    assert_eq!(names, ["http", "www", "www-http"]);
    assert_eq!(to_json(free_ports(Udp, 1..=10)), "[4,6,8,10]");
    assert_eq!(
        to_json(getservbyname("whois++", Some("tcp"))),
        r#"{"name":"whoispp","aliases":["whois++"],"port":63,"proto":"tcp"}"#,
    );
    assert_eq!(to_json(lookup_port(443, Tcp).unwrap().label()), r#""_https._tcp""#);
}

#[cfg(feature = "details")]
#[test]
fn details() {
    let ports = record_on(44500, Tcp).unwrap().unauthorized_ports();
    assert_eq!(to_json(ports), r#"["44515","44516"]"#);
    let txt_keys = |name| iana_ports::lookup_name(name, Tcp).unwrap().txt_keys().unwrap();
    let keys = txt_keys("ssh");
    assert_eq!(
        to_json(keys),
        r#"[{"key":"u","value_hint":"username"},{"key":"p","value_hint":"password"}]"#,
    );
    assert_eq!(
        to_json(txt_keys("acs-ctl-gw")),
        r#"[{"key":"MAC","value_hint":null},{"key":"GW-MAC","value_hint":null}]"#,
    );
    assert_eq!(to_json(keys.iter()), to_json(keys));
    let reference = lookup_port(443, Tcp).unwrap().references().next().unwrap();
    assert_eq!(to_json(reference.url()), r#""https://www.rfc-editor.org/rfc/rfc9110""#);
    assert_eq!(
        to_json(iana_ports::services_citing(6353)),
        to_json(iana_ports::services_citing(6353).collect::<Vec<_>>()),
    );
}

#[test]
fn the_registry() {
    let registry = serde_json::to_value(iana_ports::registry()).unwrap();
    assert_eq!(registry["edition"], iana_ports::EDITION.to_string());
    assert_eq!(registry["records"].as_array().unwrap().len(), MODEL.rows.len());
    #[cfg(feature = "contacts")]
    assert_eq!(registry["contacts"].as_array().unwrap().len(), MODEL.contacts.len());
}
