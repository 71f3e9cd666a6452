//! The JSON file against the CSV files, and against the feature `serde`.

use crate::oracle::model::MODEL;
use iana_ports::{EDITION, export, registry};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// The file, written once for all tests.
static TEXT: LazyLock<String> = LazyLock::new(|| export::Json::new(registry()).to_string());

/// The rows or contacts of an array, one on each line.
fn lines<'t>(text: &'t str, array: &str) -> Vec<&'t str> {
    let head = format!("\"{array}\":[\n");
    let (_, items) = text.split_once(&head).expect("an array of that name");
    let (items, _) = items.split_once("\n]").expect("the end of the array");
    let (items, last) = items.rsplit_once('\n').expect("several items");
    let comma = |line: &'t str| line.strip_suffix(',').expect("a comma at the end of a line");
    items.lines().map(comma).chain([last]).collect()
}

#[test]
fn a_map_of_edition_records_and_contacts() {
    let text = &**TEXT;
    let start = format!("{{\"edition\":\"{EDITION}\",\n\"records\":[\n{{");
    assert!(text.starts_with(&start), "{}", &text[..99]);
    assert!(text.ends_with("}\n]}\n"));
    let value: Value = serde_json::from_str(text).unwrap();
    let fields: Vec<_> = value.as_object().unwrap().keys().collect();
    let contacts = if cfg!(feature = "contacts") { &["contacts"][..] } else { &[] };
    assert_eq!(fields, [contacts, &["edition", "records"]].concat());
    assert_eq!(value["records"].as_array().unwrap().len(), MODEL.rows.len());
    assert_eq!(lines(text, "records").len(), MODEL.rows.len());
}

/// Text of a cell, or `null`.
fn cell(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}

#[test]
fn every_row() {
    let text = &**TEXT;
    for (line, (row, record)) in
        lines(text, "records").iter().zip(MODEL.rows.iter().zip(iana_ports::records()))
    {
        let mut expected = json!({
            "service_name": cell(&row.name),
            "port_number": cell(&row.port_number),
            "first_port": row.ports.as_ref().map(|ports| *ports.start()),
            "last_port": row.ports.as_ref().map(|ports| *ports.end()),
            "transport_protocol": row.transport.map(|transport| transport.as_str()),
            "status": row.status().as_str(),
        });
        let mut put = |column: &str, value: Value| expected[column] = value;
        #[cfg(feature = "details")]
        {
            let references: Vec<_> = record.references().map(|text| text.to_string()).collect();
            put("description", record.description().into());
            put("registration_date", cell(&row.registered));
            put("modification_date", cell(&row.modified));
            put("reference", references.into());
            put("service_code", row.service_code.parse::<u32>().ok().into());
            put("unauthorized_use_reported", cell(&row.unauthorized_use));
            put("assignment_notes", cell(&row.notes));
        }
        #[cfg(feature = "contacts")]
        for (column, cell) in [("assignee", &row.assignee), ("contact", &row.contact)] {
            put(column, cell.split(['[', ']']).filter(|handle| !handle.is_empty()).collect());
        }
        // Without either feature nothing is put.
        put("service_name", cell(&row.name));
        let value: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"));
        assert_eq!(value, expected, "{record}");
    }
}

#[cfg(feature = "contacts")]
#[test]
fn every_contact() {
    let text = &**TEXT;
    let lines = lines(text, "contacts");
    assert_eq!(lines.len(), MODEL.contacts.len());
    for (line, person) in lines.iter().zip(&MODEL.contacts) {
        let email = iana_ports::lookup_contact(&person.handle).unwrap().email();
        let expected = json!({
            "id": person.handle,
            "name": cell(&person.name),
            "organization": cell(&person.organization),
            "contact_uri": person.uris.lines().collect::<Vec<_>>(),
            "email": email.map(|email| email.to_string()),
            "last_updated": cell(&person.updated),
        });
        assert_eq!(serde_json::from_str::<Value>(line).unwrap(), expected);
    }
}

/// What is written here is what `serde_json` writes, byte for byte.
#[cfg(feature = "serde")]
#[test]
fn the_feature_serde_writes_the_same() {
    let text = &**TEXT;
    for (line, record) in lines(text, "records").iter().zip(iana_ports::records()) {
        assert_eq!(*line, serde_json::to_string(&record).unwrap());
    }
    #[cfg(feature = "contacts")]
    for (line, contact) in lines(text, "contacts").iter().zip(iana_ports::contacts()) {
        assert_eq!(*line, serde_json::to_string(&contact).unwrap());
    }
    assert_eq!(text.replace('\n', ""), serde_json::to_string(registry()).unwrap());
}
