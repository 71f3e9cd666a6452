//! What rows mean together.

use super::{CONTACTS_HEADER, Limits, PREFERRED_HEADER, SERVICES_HEADER};
use crate::columns::{ContactColumns, ServiceColumns};
use crate::compile::model::{Model, bit, key};
use crate::compile::read::{CsvFile, Table};
use crate::compile::rows::{PREFERRED_COLUMNS, contact_rows, preferred_rows, service_rows};
use crate::values::date::Date;
use crate::values::transport::Transport::{self, Dccp, Sctp, Tcp, Udp};

/// Checks the model of these services, whom Ann and Bob contact.
pub(super) fn with_model(services: &str, check: impl FnOnce(&Model<'_>)) {
    with_preferred(services, "", check);
}

/// Checks the model of these services, some of which are preferred.
fn with_preferred(services: &str, preferred: &str, check: impl FnOnce(&Model<'_>)) {
    let services = format!("{SERVICES_HEADER}\n{services}");
    let contacts = format!("{CONTACTS_HEADER}\nAnn,,,,\nBob,,,,\n");
    let preferred = format!("{PREFERRED_HEADER}\n{preferred}");
    let source = |bytes| CsvFile { file: "", bytes };
    let services =
        Table::read(source(services.as_bytes()), ServiceColumns::NAMES, Limits::new()).unwrap();
    let contacts =
        Table::read(source(contacts.as_bytes()), ContactColumns::NAMES, Limits::new()).unwrap();
    let preferred =
        Table::read(source(preferred.as_bytes()), PREFERRED_COLUMNS, Limits::new()).unwrap();
    let (rows, contacts) = (service_rows(&services).unwrap(), contact_rows(&contacts).unwrap());
    let model = Model::new(
        Date::new(2026, 8, Some(17)),
        &rows,
        &contacts,
        &preferred_rows(&preferred).unwrap(),
    );
    check(&model.unwrap());
}

/// The entries on a port, primary first.
pub(super) fn on(model: &Model<'_>, port: u16, transport: Transport) -> Vec<u16> {
    let mut groups = model.keys.groups();
    let found = groups.find(|(found, _)| *found == key(port, transport));
    found.map(|(_, entries)| entries.collect()).unwrap_or_default()
}

/// Each spelling of each name, and the entries of the name.
pub(super) fn names<'t>(model: &Model<'t>) -> Vec<(&'t str, Vec<u16>)> {
    let spelled = |entries: &Vec<u16>| model.entries[usize::from(entries[0])].row.name;
    let groups = model.names.groups().map(|(_, entries)| entries.collect());
    groups.map(|entries| (spelled(&entries), entries)).collect()
}

pub(super) const ALIAS: &str = "\"Historic\nThis entry is an alias to \"\"a-b\"\".\"";
pub(super) const REPLACEMENT: &str =
    "\"IANA assigned this well-formed service name as a replacement for \"\"a_b\"\".\"";

#[test]
fn an_alias_comes_after_what_it_is_an_alias_to() {
    with_model(&format!("a_b,1,tcp,,,,,,,,,{ALIAS}\nA-B,1,tcp,,,,,,,,,\n"), |model| {
        assert_eq!(model.aliases, [(0, 1)]);
        assert_eq!(on(model, 1, Tcp), [1, 0]);
    });
}

#[test]
fn an_alias_without_its_target_is_a_service_with_a_note() {
    for canonical in [
        // Of another name, port, transport; with fewer transports; nameless; itself.
        "a,1,tcp,",
        "a-b,2,tcp,",
        "a-b,1-2,tcp,",
        "a-b,,tcp,",
        "a-b,1,udp,",
        ",1,tcp,",
    ] {
        let rows = format!("a_b,1,tcp,A,,,,,,,,{ALIAS}\n{canonical}{REPLACEMENT},,,,,,,,\n");
        with_model(&rows, |model| {
            assert!(model.aliases.is_empty(), "{canonical}");
            assert_eq!(model.entries[0].description, "A");
            assert_eq!(
                model.entries[0].row.notes(),
                "Historic\nThis entry is an alias to \"a-b\"."
            );
            assert_eq!(
                model.entries[1].description,
                "IANA assigned this well-formed service name as a replacement for \"a_b\"."
            );
            assert_eq!(on(model, 1, Tcp)[0], 0, "{canonical}");
        });
    }
    with_model(&format!("a-b,1,tcp,,,,,,,,,{ALIAS}\n"), |model| assert!(model.aliases.is_empty()));
    // The canonical entry lacks a transport of the alias.
    let rows =
        format!("a_b,1,tcp,,,,,,,,,{ALIAS}\na_b,1,udp,,,,,,,,,{ALIAS}\na-b,1,tcp,,,,,,,,,\n");
    with_model(&rows, |model| assert!(model.aliases.is_empty()));
    // A row without a name is nobody's alias.
    with_model(&format!("a-b,1,tcp,,,,,,,,,\n,1,tcp,,,,,,,,,{ALIAS}\n"), |model| {
        assert!(model.aliases.is_empty());
    });
}

#[test]
fn an_alias_of_fewer_transports() {
    let rows = format!(
        "a-b,1,tcp,,,,,,,,,\na-b,1,udp,,,,,,,,,\na_b,1,udp,,,,,,,,,{ALIAS}\n\
         a-b,2,,,,,,,,,,\na_b,2,dccp,,,,,,,,,{ALIAS}\n"
    );
    with_model(&rows, |model| {
        assert_eq!(model.aliases, [(1, 0), (3, 2)]);
    });
}

#[test]
fn an_alias_without_a_port() {
    with_model(&format!("a-b,,tcp,,,,,,,,,\na_b,,tcp,,,,,,,,,{ALIAS}\n"), |model| {
        assert_eq!(model.aliases, [(1, 0)]);
        assert_eq!(model.keys.groups().count(), 0);
    });
}

#[test]
fn a_preferred_row_is_first_and_splits_its_entry() {
    let rows = "a,1,tcp,,,,,,,,,\na,1,udp,,,,,,,,,\nb,1,tcp,,,,,,,,,\nb,1,udp,,,,,,,,,\n";
    with_preferred(rows, "b,1,udp,why\n", |model| {
        let ports: Vec<_> = model.entries.iter().map(|entry| entry.transports).collect();
        assert_eq!(ports, [bit(Tcp) | bit(Udp), bit(Tcp), bit(Udp)]);
        assert_eq!(on(model, 1, Tcp), [0, 1]);
        assert_eq!(on(model, 1, Udp), [2, 0]);
        assert_eq!(names(model), [("a", vec![0]), ("b", vec![2, 1])]);
    });
    with_preferred(rows, "b,1,tcp,why\nb,1,udp,why\n", |model| {
        assert_eq!(model.entries.len(), 2);
        assert_eq!((on(model, 1, Tcp), on(model, 1, Udp)), (vec![1, 0], vec![1, 0]));
    });
}

#[test]
fn a_preferred_alias_or_range_is_first() {
    let rows = format!("a-b,1,tcp,,,,,,,,,\na_b,1,tcp,,,,,,,,,{ALIAS}\nc,1-2,,,,,,,,,,\n");
    with_preferred(&rows, "a_b,1,tcp,why\n", |model| assert_eq!(on(model, 1, Tcp), [1, 0, 2]));
    with_preferred(&rows, "c,1-2,,why\n", |model| {
        assert_eq!(on(model, 1, Tcp), [2, 0, 1]);
        assert_eq!(on(model, 1, Udp), [2]);
    });
}

#[test]
fn a_preferred_row_that_is_there_twice() {
    with_preferred(
        "b,1,tcp,,,,,,,,,\na,1,tcp,,,,,,,,,\na,1,tcp,,,,,,,,,\n",
        "a,1,tcp,why\n",
        |model| {
            assert_eq!(on(model, 1, Tcp), [1, 2, 0]);
        },
    );
}

#[test]
fn spellings_of_a_name() {
    with_model(
        "Abc,1,tcp,,,,,,,,,\nx,2,tcp,,,,,,,,,\nABC,3,tcp,,,,,,,,,\nAbc,4,tcp,,,,,,,,,\n\
         \u{c9},5,tcp,,,,,,,,,\n\u{e9},6,tcp,,,,,,,,,\n",
        |model| {
            assert_eq!(
                names(model),
                [
                    ("Abc", vec![0, 3, 2]),
                    ("x", vec![1]),
                    // Only ASCII case does not matter.
                    ("\u{c9}", vec![4]),
                    ("\u{e9}", vec![5]),
                    ("ABC", vec![2, 0, 3]),
                ]
            );
        },
    );
}

#[test]
fn of_a_name_ports_come_first_and_aliases_last() {
    let rows = format!(
        "a_b,,,,,,,,,,,\na_b,1,tcp,,,,,,,,,{ALIAS}\na_b,2-3,tcp,,,,,,,,,\na_b,2,tcp,,,,,,,,,\n\
         a-b,1,tcp,,,,,,,,,\n"
    );
    with_model(&rows, |model| {
        assert_eq!(names(model)[0], ("a_b", vec![2, 3, 1, 0]));
    });
    with_preferred(&rows, "a_b,,,why\n", |model| {
        assert_eq!(names(model)[0], ("a_b", vec![0, 2, 3, 1]));
    });
}

#[test]
fn ranges_over_each_other() {
    with_model(
        "a,10-20,tcp,,,,,,,,,\nb,15-25,tcp,,,,,,,,,\nc,16,tcp,,,,,,,,,\nd,0-65535,udp,,,,,,,,,\n\
         e,16,,,,,,,,,,\n",
        |model| {
            assert_eq!(on(model, 9, Tcp), []);
            assert_eq!(on(model, 10, Tcp), [0]);
            assert_eq!(on(model, 15, Tcp), [0, 1]);
            assert_eq!(on(model, 16, Tcp), [2, 4, 0, 1]);
            assert_eq!(on(model, 20, Tcp), [0, 1]);
            assert_eq!(on(model, 25, Tcp), [1]);
            assert_eq!(on(model, 26, Tcp), []);
            assert_eq!((on(model, 0, Udp), on(model, 65_535, Udp)), (vec![3], vec![3]));
            assert_eq!(on(model, 16, Udp), [4, 3]);
            assert_eq!((on(model, 16, Sctp), on(model, 16, Dccp)), (vec![4], vec![4]));
        },
    );
}

#[test]
fn rows_without_a_name() {
    with_model(
        ",1,tcp,Reserved,[Ann],,,,,,,\n,1,udp,Reserved,[Ann],,,,,,,\n,2-9,,Unassigned,,,,,,,,\n\
         a,5,tcp,,,,,,,,,\n",
        |model| {
            assert_eq!((model.records, model.services), (4, 1));
            let entries: Vec<_> =
                model.entries.iter().map(|entry| (entry.row.name, entry.row.ports)).collect();
            assert_eq!(entries, [("", Some((1, 1))), ("", Some((2, 9))), ("a", Some((5, 5)))]);
            assert_eq!(model.keys.groups().count(), 1);
            assert_eq!(on(model, 5, Tcp), [2]);
            assert_eq!(names(model), [("a", vec![2])]);
            assert_eq!(model.contact_entries, [(0, 0)]);
        },
    );
}

#[test]
fn people_and_their_entries() {
    with_model(
        "a,1,tcp,,[Bob][Eve],[Bob],,,,,,\nb,2,tcp,,,[Eve][ann],,,,,,\nc,3,tcp,,[Bob],[Bob],,,,,,\n",
        |model| {
            let contacts: Vec<_> =
                model.contacts.iter().map(|contact| contact.handle.text).collect();
            assert_eq!(contacts, ["Ann", "Bob", "Eve", "ann"]);
            assert_eq!(model.contact_entries, [(1, 0), (1, 2), (2, 0), (2, 1), (3, 1)]);
            assert_eq!(model.listed, 2);
            let list = |number: usize| &model.lists[number][..];
            assert_eq!(list(model.entries[0].assignees), [1, 2]);
            assert_eq!(list(model.entries[0].contacts), [1]);
            assert_eq!(list(model.entries[1].contacts), [2, 3]);
        },
    );
}

#[test]
fn two_preferred_services_on_a_port_or_of_a_name() {
    use super::Files;
    let rows = "nfs,2049,tcp,,,,,,,,,\nshilp,2049,tcp,,,,,,,,,\nx,5-9,,,,,,,,,,\ny,9,udp,,,,,,,,,\nnfs,7,tcp,,,,,,,,,\n";
    let with = |preferred: &str| {
        let files = Files::services(rows);
        Files { preferred: format!("{PREFERRED_HEADER}\n{preferred}").into_bytes(), ..files }
    };
    with("nfs,2049,tcp,a\nx,5-9,,b\n").compile().unwrap();
    with("nfs,2049,tcp,a\nshilp,2049,tcp,b\n").assert_error(
        "preferred.csv:3: Service Name: \"shilp\": expected one preferred service on a port",
    );
    with("x,5-9,,a\ny,9,udp,b\n").assert_error(
        "preferred.csv:3: Service Name: \"y\": expected one preferred service on a port",
    );
    with("nfs,2049,tcp,a\nnfs,7,tcp,b\n").assert_error(
        "preferred.csv:3: Service Name: \"nfs\": expected one preferred service of a name on a transport",
    );
}

#[test]
fn aliases_of_each_other_are_none() {
    let rows = "a,1,tcp,,,,,,,,,\"This entry is an alias to \"\"b\"\".\"\n\
                b,1,tcp,,,,,,,,,\"This entry is an alias to \"\"a\"\".\"\n";
    with_model(rows, |model| assert!(model.aliases.is_empty()));
}
