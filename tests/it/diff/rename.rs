//! Contacts that come back under another handle.

use core::slice;

use iana_ports::{Registry, registry as bundled};

use super::model::Line;
use crate::load::LOADED;

use super::{Person, contacts_of, person, registry, row, rows_of};

/// What changed between two contact tables.
fn changes(old: &[Person], new: &[Person]) -> Vec<String> {
    let (old, new) = (registry(&[], old), registry(&[], new));
    let diff = old.diff(&new);
    let text = diff.to_string();
    text.lines().skip(2).map(str::to_owned).collect()
}

const URI: &str = "mailto:ops&site.example";

#[test]
fn by_what_stayed() {
    for (old, new, fields) in [
        // Nothing but the handle, as `ThreeGPP_2` became `_3GPP_2`.
        (["a", "", "3GPP2", URI, ""], ["b", "", "3GPP2", URI, ""], vec![r#"ID: "a" -> "b""#]),
        (["a", "", "", URI, ""], ["b", "", "", URI, ""], vec![r#"ID: "a" -> "b""#]),
        (["a", "N", "O", "", ""], ["b", "N", "O", "", ""], vec![r#"ID: "a" -> "b""#]),
        (
            ["a", "N", "O", URI, ""],
            ["b", "N", "P", URI, ""],
            vec![r#"ID: "a" -> "b""#, r#"Organization: "O" -> "P""#],
        ),
        (
            ["a", "N", "O", URI, "2020-01"],
            ["b", "N", "O", "tel:1", ""],
            vec![
                r#"ID: "a" -> "b""#,
                r#"Contact URI: "mailto:ops&site.example" -> "tel:1""#,
                r#"Last Updated: "2020-01" -> """#,
            ],
        ),
        (["Ops", "", "", "", ""], ["OPS", "", "", "", ""], vec![r#"ID: "Ops" -> "OPS""#]),
    ] {
        let mut expected = vec![
            "contacts: 1 changed, 1 of them renamed".to_owned(),
            String::new(),
            format!("~ [{}]", new[0]),
        ];
        expected.extend(fields.iter().map(|field| format!("    {field}")));
        assert_eq!(changes(&[person(old)], &[person(new)]), expected, "{old:?} {new:?}");
    }
}

#[test]
fn too_little_stayed() {
    for (old, new) in [
        (["a", "", "", "", ""], ["b", "", "", "", ""]),
        (["a", "N", "", "", ""], ["b", "N", "", "", ""]),
        (["a", "", "O", "", ""], ["b", "", "O", "", ""]),
        (["a", "N", "O", URI, ""], ["b", "M", "O", URI, ""]),
        (["a", "", "O", URI, ""], ["b", "", "O", "tel:1", ""]),
    ] {
        let lines = changes(&[person(old)], &[person(new)]);
        assert_eq!(lines[0], "contacts: 1 added, 1 removed", "{old:?} {new:?}");
    }
}

#[test]
fn it_has_to_be_clear() {
    let (a, b, c) = (["a", "N", "", URI, ""], ["b", "N", "", URI, ""], ["c", "N", "", URI, ""]);
    let [a, b, c] = [a, b, c].map(person);
    assert_eq!(changes(slice::from_ref(&a), &[b.clone(), c])[0], "contacts: 2 added, 1 removed");
    // A contact that stays is not what another became.
    assert_eq!(changes(&[a.clone(), b.clone()], slice::from_ref(&b))[0], "contacts: 1 removed");
    // Nor one whose handle a row still has.
    let mut cells = row(["x", "1", "tcp", ""]);
    "[a]".clone_into(&mut cells[4]);
    let (old, new) = (registry(&[], &[a]), registry(&[cells], &[b]));
    assert_eq!(
        contacts_of(&old.diff(&new)),
        [Line::Removed("a".to_owned()), Line::Added("b".to_owned())]
    );
}

#[test]
fn rows_that_follow_are_no_change() {
    let cells = |assignee: &str, contact: &str| {
        let mut cells = row(["x", "1", "tcp", ""]);
        (cells[4], cells[5]) = (assignee.to_owned(), contact.to_owned());
        cells
    };
    let (a, b) = (person(["a", "", "", URI, ""]), person(["b", "", "", URI, ""]));
    let old = registry(&[cells("[a][c]", "[a]")], slice::from_ref(&a));
    let new = registry(&[cells("[b][c]", "[b]")], slice::from_ref(&b));
    assert_eq!(rows_of(&old.diff(&new)), []);
    assert_eq!(old.diff(&new).contacts().changed(), 1);
    // What else changed in such a cell is shown as it stands.
    let new = registry(&[cells("[b]", "[b]")], &[b]);
    let change = ("Assignee", "[a][c]".to_owned(), "[b]".to_owned());
    assert_eq!(rows_of(&old.diff(&new)), [Line::Changed("x (1/tcp)".to_owned(), vec![change])]);
    // Without a contact table nobody is known to be the same.
    let (old, new) = (registry(&[cells("[a]", "")], &[]), registry(&[cells("[b]", "")], &[]));
    assert_eq!(old.diff(&new).records().changed(), 1);
    assert!(old.diff(&new).contacts().is_empty());
}

#[test]
fn handles_that_are_not_listed_are_no_contacts() {
    let csv = concat!(env!("CARGO_MANIFEST_DIR"), "/registry/service-names-port-numbers.csv");
    let rows = Registry::from_csv(std::fs::File::open(csv).unwrap()).unwrap();
    let (diff, listed) = (rows.diff(&LOADED), bundled().contacts().len());
    assert_eq!(diff.records().as_slice(), []);
    assert_eq!((diff.contacts().added(), diff.contacts().as_slice().len()), (listed, listed));
}
