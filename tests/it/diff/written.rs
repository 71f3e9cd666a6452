//! A diff as text and as JSON, to the last character.

use iana_ports::diff::Change;
use iana_ports::{EDITION, Registry, registry};
use serde_json::{Value, json};

use crate::load::LOADED;

use super::{Person, Row, person, row};

fn old() -> Registry {
    let people: [Person; 3] = [
        person(["gone", "", "", "", ""]),
        person(["ops", "The Operators", "", "mailto:ops&site.example", "2020-01"]),
        person(["stays", "S", "", "", ""]),
    ];
    let rows: [Row; 6] = [
        row(["removed", "7", "tcp", "With \"quotes\"\nand lines"]),
        row(["same", "8", "tcp", ""]),
        changing(["changes", "9", "udp", "Old"], "[ops]", "2020-01"),
        row(["moves", "10", "tcp", ""]),
        row(["", "11-20", "", "Unassigned"]),
        row(["bare", "", "", ""]),
    ];
    super::registry(&rows, &people)
}

fn new() -> Registry {
    let people: [Person; 3] = [
        person(["operators", "The Operators", "", "mailto:ops&site.example", "2026-02-03"]),
        person(["stays", "", "Site", "", ""]),
        person(["new\u{202e}er", "", "Org", "", ""]),
    ];
    let rows: [Row; 6] = [
        row(["same", "8", "tcp", ""]),
        changing(["Changes", "9", "udp", "New \u{1b}[31m"], "[operators]", "2026-02-03"),
        row(["moves", "11", "tcp", ""]),
        row(["", "12-20", "", "Unassigned"]),
        row(["added", "", "sctp", "Brand\u{9b}new"]),
        row(["a\u{200b}b", "", "", ""]),
    ];
    super::registry(&rows, &people)
}

fn changing(cells: [&str; 4], assignee: &str, modified: &str) -> Row {
    let mut row = row(cells);
    (row[4], row[7]) = (assignee.to_owned(), modified.to_owned());
    row
}

#[test]
fn text() {
    let expected = r#"edition 2020-01 -> 2026-02-03
rows: 2 added, 2 removed, 3 changed
contacts: 1 added, 1 removed, 2 changed, 1 of them renamed

- removed (7/tcp): "With \"quotes\"\nand lines"
~ Changes (9/udp)
    Service Name: "changes" -> "Changes"
    Description: "Old" -> "New \u{1b}[31m"
    Modification Date: "2020-01" -> "2026-02-03"
~ moves (11/tcp)
    Port Number: "10" -> "11"
~ Unassigned (12-20)
    Port Number: "11-20" -> "12-20"
- bare
+ added (sctp): "Brand\u{9b}new"
+ a\u{200b}b

- [gone]
~ [operators]
    ID: "ops" -> "operators"
    Last Updated: "2020-01" -> "2026-02-03"
~ [stays]
    Name: "S" -> ""
    Organization: "" -> "Site"
+ [new\u{202e}er]: "Org"
"#;
    assert_eq!(old().diff(&new()).to_string(), expected);
}

#[test]
fn json_to_the_last_character() {
    let (old, new) = (
        super::registry(&[row(["a", "1", "tcp", "x\ty"])], &[]),
        super::registry(&[row(["a", "1", "tcp", "\"\\"]), row(["b", "", "", ""])], &[]),
    );
    let expected = r#"{"old_edition":null,"new_edition":null,
"records":{"added":1,"removed":0,"changed":1,"reordered":false,"changes":[
{"change":"changed","row":{"service_name":"a","port_number":"1","transport_protocol":"tcp","first_port":1,"last_port":1,"description":"\"\\","assignee":[],"contact":[],"registration_date":null,"modification_date":null,"reference":[],"service_code":null,"unauthorized_use_reported":null,"assignment_notes":null,"status":"Assigned"},"fields":[{"column":"description","old":"x\ty","new":"\"\\"}]},
{"change":"added","row":{"service_name":"b","port_number":null,"transport_protocol":null,"first_port":null,"last_port":null,"description":"","assignee":[],"contact":[],"registration_date":null,"modification_date":null,"reference":[],"service_code":null,"unauthorized_use_reported":null,"assignment_notes":null,"status":"Assigned"}}]},
"contacts":{"added":0,"removed":0,"changed":0,"renamed":0,"reordered":false,"changes":[]}}
"#;
    assert_eq!(old.diff(&new).json().to_string(), expected);
}

#[test]
fn json_reads_back() {
    let (old, new) = (old(), new());
    let diff = old.diff(&new);
    let text = diff.json().to_string();
    assert!(!text.contains(|c: char| c < ' ' && c != '\n'));
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&value["old_edition"], &value["new_edition"]),
        (&json!("2020-01"), &json!("2026-02-03"))
    );
    for (part, counts) in [("records", [2, 2, 3]), ("contacts", [1, 1, 2])] {
        let [added, removed, changed] = counts;
        let part = &value[part];
        assert_eq!(part["added"], added);
        assert_eq!(part["removed"], removed);
        assert_eq!(part["changed"], changed);
        assert_eq!(part["reordered"], false);
        assert_eq!(part["changes"].as_array().unwrap().len(), added + removed + changed);
    }
    assert_eq!(
        (&value["records"]["renamed"], &value["contacts"]["renamed"]),
        (&Value::Null, &json!(1))
    );
    let changes = value["records"]["changes"].as_array().unwrap();
    let summary: Vec<_> = changes
        .iter()
        .map(|change| {
            (
                change["change"].as_str().unwrap(),
                change["row"]["service_name"].as_str().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(
        summary,
        [
            ("removed", "removed"),
            ("changed", "Changes"),
            ("changed", "moves"),
            ("changed", ""),
            ("removed", "bare"),
            ("added", "added"),
            ("added", "a\u{200b}b"),
        ]
    );
    assert_eq!(changes[0]["row"]["description"], "With \"quotes\"\nand lines");
    assert_eq!(changes[0]["fields"], Value::Null);
    assert_eq!(changes[1]["row"]["assignee"], json!(["operators"]));
    assert_eq!(
        changes[1]["fields"],
        json!([
            {"column": "service_name", "old": "changes", "new": "Changes"},
            {"column": "description", "old": "Old", "new": "New \u{1b}[31m"},
            {"column": "modification_date", "old": "2020-01", "new": "2026-02-03"},
        ])
    );
    assert_eq!(
        value["contacts"]["changes"][1],
        json!({
            "change": "changed",
            "row": {
                "id": "operators",
                "name": "The Operators",
                "organization": null,
                "contact_uri": ["mailto:ops&site.example"],
                "email": "ops@site.example",
                "last_updated": "2026-02-03",
            },
            "fields": [
                {"column": "id", "old": "ops", "new": "operators"},
                {"column": "last_updated", "old": "2020-01", "new": "2026-02-03"},
            ],
        })
    );
}

/// A row is on one line in either, and the same text.
#[test]
fn rows_are_those_of_the_export() {
    let nothing = Registry::builder().build().unwrap();
    let (diff, export) = (nothing.diff(registry()), iana_ports::export::Json::new(registry()));
    let (diff, export) = (diff.json().to_string(), export.to_string());
    let rows = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.starts_with('{')).skip(1);
        lines.map(|line| line.trim_end_matches(['}', ']', ',']).to_owned()).collect()
    };
    let added = |row: String| format!(r#"{{"change":"added","row":{row}"#);
    assert_eq!(rows(&diff), rows(&export).into_iter().map(added).collect::<Vec<_>>());
}

/// The key of a changed column is one of the row's.
#[test]
fn every_column_has_its_key() {
    let contact = |cells| person(["a", cells, cells, "tel:1", "2020-01"]);
    let old = super::registry(
        &[["a", "1", "tcp", "d", "[a]", "[a]", "2020-01", "2020-01", "[R]", "1", "u", "n"]
            .map(str::to_owned)],
        &[contact("x")],
    );
    let new = super::registry(
        &[["A", "2", "tcp", "", "", "", "", "", "", "", "", ""].map(str::to_owned)],
        &[person(["a", "", "", "", ""])],
    );
    let value: Value = serde_json::from_str(&old.diff(&new).json().to_string()).unwrap();
    for (part, count) in [("records", 11), ("contacts", 4)] {
        let [change] = value[part]["changes"].as_array().unwrap().as_slice() else {
            panic!("{value}")
        };
        let fields = change["fields"].as_array().unwrap();
        assert_eq!(fields.len(), count);
        let row = change["row"].as_object().unwrap();
        let has_key = |field: &Value| row.contains_key(field["column"].as_str().unwrap());
        assert!(fields.iter().all(has_key), "{change}");
    }
}

#[test]
fn nothing_changed() {
    for diff in [registry().diff(registry()), registry().diff(&LOADED), LOADED.diff(registry())] {
        assert!(diff.is_empty());
        assert_eq!(
            diff.to_string(),
            format!("edition {EDITION}\nrows: no change\ncontacts: no change\n")
        );
        let value: Value = serde_json::from_str(&diff.json().to_string()).unwrap();
        assert_eq!(value["records"]["changes"], json!([]));
    }
}

#[test]
fn the_whole_registry_comes_and_goes() {
    let nothing = Registry::builder().build().unwrap();
    let diff = nothing.diff(registry());
    assert!(diff.records().iter().all(|change| matches!(change, Change::Added(_))));
    assert!(diff.records().iter().map(|change| change.row()).eq(registry().records()));
    let value: Value = serde_json::from_str(&diff.json().to_string()).unwrap();
    let (rows, contacts) = (registry().records().len(), registry().contacts().len());
    assert_eq!(value["records"]["changes"].as_array().unwrap().len(), rows);
    let start =
        format!("edition unknown -> {EDITION}\nrows: {rows} added\ncontacts: {contacts} added\n\n");
    assert!(diff.to_string().starts_with(&start));

    let diff = registry().diff(&nothing);
    assert!(diff.contacts().iter().all(|change| matches!(change, Change::Removed(_))));
    assert!(diff.contacts().iter().map(|change| change.row()).eq(registry().contacts()));
}

#[test]
fn another_order_is_told() {
    let rows = [row(["a", "1", "tcp", ""]), row(["b", "1", "tcp", ""])];
    let [a, b] = rows.clone();
    let c = row(["c", "2", "tcp", ""]);
    let (old, new) = (super::registry(&rows, &[]), super::registry(&[b, a, c], &[]));
    assert_eq!(
        old.diff(&new).to_string(),
        "edition unknown\nrows: 1 added, in another order\ncontacts: no change\n\n+ c (2/tcp)\n"
    );
}

#[test]
fn characters_read_back_and_none_that_controls_is_written() {
    // The planes with characters of their own, and the tags of plane 14.
    let characters: Vec<char> = ('\0'..'\u{20000}').chain('\u{e0000}'..'\u{e0200}').collect();
    let rows: Vec<Row> = characters
        .chunks(15_000)
        .map(|chunk| row(["a", "", "", &chunk.iter().collect::<String>()]))
        .collect();
    let (nothing, all) = (super::registry(&[], &[]), super::registry(&rows, &[]));
    let diff = nothing.diff(&all);
    let (text, json) = (diff.to_string(), diff.json().to_string());
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
    assert!(!text.contains(['\u{202e}', '\u{2066}', '\u{2028}', '\u{feff}']));
    assert!(!json.contains(|c: char| c < ' ' && c != '\n'));
    assert_eq!(text.lines().count(), rows.len() + 4);
    let value: Value = serde_json::from_str(&json).unwrap();
    for (change, row) in value["records"]["changes"].as_array().unwrap().iter().zip(&rows) {
        assert_eq!(change["row"]["description"], row[3].as_str());
    }
    assert_eq!(value["records"]["added"], rows.len());
}
