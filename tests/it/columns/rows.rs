//! Every field of every row.

use crate::oracle::model::{MODEL, Row, record, service};
use core::fmt::Display;
use iana_ports::reference::Reference;
use iana_ports::{Contact, Contacts, Date, EDITION, Record, records, registry, services};

/// The cell as the crate gives it: nothing for an empty one.
fn cell(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn text(value: Option<impl Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// The column as IANA writes it: `[A][B]`.
fn handles(contacts: Contacts<'_>) -> String {
    contacts.map(|contact| format!("[{}]", contact.handle())).collect()
}

/// The description without the sentence that announces an alias.
fn without_sentence(description: &str) -> &str {
    let start =
        description.find("IANA assigned this well-formed service name as a replacement for \"");
    start.map_or(description, |start| description[..start].trim_end_matches(' '))
}

#[test]
fn every_row_has_its_record() {
    assert_eq!(records().len(), MODEL.rows.len());
    for (i, (record, row)) in records().zip(&MODEL.rows).enumerate() {
        assert_eq!(record.ports(), row.ports, "row {i}: ports");
        assert_eq!(record.port(), row.ports.as_ref().map(|ports| *ports.start()), "row {i}: port");
        assert_eq!(record.transport(), row.transport, "row {i}: transport");
        assert_eq!(
            record.service().map(|service| service.name()),
            cell(&row.name),
            "row {i}: name"
        );
        assert_eq!(record.status(), row.status(), "row {i}: status");
    }
}

#[test]
fn every_text_of_every_row() {
    for (i, (record, row)) in records().zip(&MODEL.rows).enumerate() {
        assert_eq!(
            record.description(),
            without_sentence(&row.description),
            "row {i}: description"
        );
        assert_eq!(
            record.unauthorized_use(),
            cell(&row.unauthorized_use),
            "row {i}: unauthorized use"
        );
        assert_eq!(record.notes(), cell(&row.notes), "row {i}: notes");
    }
}

#[test]
fn every_date_and_service_code_of_every_row() {
    for (i, (record, row)) in records().zip(&MODEL.rows).enumerate() {
        assert_eq!(text(record.registered()), row.registered, "row {i}: registered");
        assert_eq!(text(record.modified()), row.modified, "row {i}: modified");
        let code = record.service_code().map(|code| code.to_u32());
        assert_eq!(text(code), row.service_code, "row {i}: service code");
        for (date, cell) in
            [(record.registered(), &row.registered), (record.modified(), &row.modified)]
        {
            let parts = date.map(parts);
            let expected: Vec<u16> = cell.split('-').filter_map(|part| part.parse().ok()).collect();
            assert_eq!(parts.unwrap_or_default(), expected, "row {i}: parts of {cell}");
        }
    }
}

fn parts(date: Date) -> Vec<u16> {
    let day = date.day().map(u16::from);
    [date.year(), u16::from(date.month())].into_iter().chain(day).collect()
}

#[test]
fn every_contact_of_every_row() {
    for (i, (record, row)) in records().zip(&MODEL.rows).enumerate() {
        assert_eq!(handles(record.assignees()), row.assignee, "row {i}: assignees");
        assert_eq!(handles(record.contacts()), row.contact, "row {i}: contacts");
        // Each is the very contact of the contact table.
        for contact in record.assignees().chain(record.contacts()) {
            let found = iana_ports::lookup_contact(contact.handle());
            assert_eq!(
                found.map(Contact::name),
                Some(contact.name()),
                "row {i}: [{}]",
                contact.handle()
            );
        }
    }
}

#[test]
fn every_reference_of_every_row() {
    for (i, (record, row)) in records().zip(&MODEL.rows).enumerate() {
        assert!(
            record.references().eq(references(row)),
            "row {i}: {:?} is not {:?}",
            record.references(),
            row.reference
        );
    }
}

/// `[RFC8765, Section 6.1][draft-pro-adp-agent-discovery-00]` and the like;
/// `[1]` is the mark of a footnote.
fn references(row: &Row) -> impl Iterator<Item = Reference<'_>> {
    let inner = row.reference.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    assert_eq!(inner.is_some(), !row.reference.is_empty(), "brackets of {:?}", row.reference);
    let texts = inner.into_iter().flat_map(|inner| inner.split("]["));
    texts.filter(|text| text.parse::<u32>().is_err()).map(|text| {
        let (document, section) = match text.split_once(", Section ") {
            Some((document, section)) => (document, Some(section)),
            None => (text, None),
        };
        if let Some(number) = document.strip_prefix("RFC").and_then(|number| number.parse().ok()) {
            Reference::Rfc { number, section }
        } else if document.starts_with("draft-") || document.starts_with("RFC-ietf-") {
            Reference::InternetDraft { name: document, section }
        } else if text.starts_with("http://") || text.starts_with("https://") {
            Reference::Uri(text)
        } else {
            Reference::Text(text)
        }
    })
}

#[test]
fn services_are_the_named_rows_in_registry_order() {
    let named: Vec<usize> = (0..MODEL.rows.len()).filter(|&i| MODEL.rows[i].is_named()).collect();
    assert_eq!(services().len(), named.len());
    for (found, &i) in services().zip(&named) {
        assert_eq!(found, service(i), "row {i}");
    }
}

/// What a service says is what its record says.
#[test]
fn services_have_the_fields_of_their_records() {
    for service in services() {
        let record = service.record();
        let key = format!("{service}");
        assert_eq!(record.service(), Some(service), "{key}: service");
        assert_eq!(service.port(), record.port(), "{key}: port");
        assert_eq!(service.ports(), record.ports(), "{key}: ports");
        assert_eq!(service.transport(), record.transport(), "{key}: transport");
        assert_eq!(service.description(), record.description(), "{key}: description");
        assert_eq!(handles(service.assignees()), handles(record.assignees()), "{key}: assignees");
        assert_eq!(handles(service.contacts()), handles(record.contacts()), "{key}: contacts");
        assert_eq!(service.registered(), record.registered(), "{key}: registered");
        assert_eq!(service.modified(), record.modified(), "{key}: modified");
        assert!(service.references().eq(record.references()), "{key}: references");
        assert_eq!(service.service_code(), record.service_code(), "{key}: service code");
        assert_eq!(
            service.unauthorized_use(),
            record.unauthorized_use(),
            "{key}: unauthorized use"
        );
        assert_eq!(service.notes(), record.notes(), "{key}: notes");
    }
}

/// The rows that share ports and transport with row `i`, and satisfy `test`.
fn siblings(i: usize, test: impl Fn(&Row) -> bool) -> Vec<usize> {
    let row = &MODEL.rows[i];
    let (Some(port), Some(transport)) =
        (row.ports.as_ref().map(|ports| *ports.start()), row.transport)
    else {
        return Vec::new();
    };
    let on_key = MODEL.services_on(port, transport).iter().copied();
    let mut rows: Vec<_> = on_key.filter(|&j| j != i && test(&MODEL.rows[j])).collect();
    rows.sort_unstable();
    rows
}

#[test]
fn aliases_are_linked_both_ways() {
    for (i, row) in MODEL.rows.iter().enumerate().filter(|(_, row)| row.is_named()) {
        let canonical = row.alias_target().map(|target| {
            let rows = siblings(i, |other| other.name == target);
            assert_eq!(rows.len(), 1, "row {i}: an alias to {target:?}, which is in rows {rows:?}");
            service(rows[0])
        });
        assert_eq!(service(i).alias_of(), canonical, "row {i}: alias of");
        let aliases = siblings(i, |other| other.alias_target() == Some(&row.name));
        crate::oracle::model::assert_services(
            service(i).aliases(),
            &aliases,
            format_args!("aliases of row {i}"),
        );
    }
}

/// IANA says "This entry is now historic" in the notes of alias rows.
#[test]
fn historic_rows() {
    for (i, row) in MODEL.rows.iter().enumerate().filter(|(_, row)| row.is_named()) {
        let historic = row.notes.contains("This entry is now historic");
        assert_eq!(service(i).is_historic(), historic, "row {i}: {:?}", row.notes);
    }
}

#[test]
fn the_registry_has_the_same_rows() {
    let registry = registry();
    assert!(registry.services().eq(services()));
    assert_eq!(registry.records().len(), records().len());
    for (i, found) in registry.records().enumerate() {
        let identity =
            |record: Record<'static>| (record.service(), record.ports(), record.transport());
        assert_eq!(identity(found), identity(record(i)), "row {i}");
    }
}

#[test]
fn the_edition_is_that_of_the_tables() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/registry/edition.csv");
    let table =
        crate::oracle::csv::records(&std::fs::read_to_string(path).expect("registry/edition.csv"));
    let updated =
        table.iter().find(|record| record[0] == "Last Updated").map(|record| record[1].as_str());
    assert_eq!(updated, Some(EDITION.to_string().as_str()));
    assert_eq!(registry().edition(), Some(EDITION));
}
