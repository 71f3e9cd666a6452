//! The page of 2025-05-05, cell by cell; what IANA has changed since is listed
//! with both values.

use super::seed_page::{CONTACTS, Row, SERVICES};
use iana_ports::reference::Reference;
use iana_ports::{Contacts, Date, Service, Transport, lookup_contact, services_named};

/// Service, column, the value of 2025-05-05, the value of the bundled edition.
const CHANGED: [(&str, &str, &str, &str); 10] = [
    ("dnssd-srp-tls", "Reference", "[RFC-ietf-dnssd-srp-25]", "[RFC9665]"),
    (
        "snif-cln",
        "Description",
        "End-to-end TLS Relay Client Connection",
        "SNIF End-to-End TLS Relay Client Connection",
    ),
    ("snif-cln", "Modification Date", "", "2026-07-22"),
    (
        "snif-cln",
        "Reference",
        "[https://snif.host/relay-proto#snif-cln]",
        "[draft-zubov-snif-05, Section 4.5]",
    ),
    (
        "snif-fifo",
        "Description",
        "End-to-end TLS Relay Cluster",
        "SNIF End-to-End TLS Relay Cluster",
    ),
    ("snif-fifo", "Modification Date", "", "2026-07-22"),
    (
        "snif-fifo",
        "Reference",
        "[https://snif.host/relay-proto#snif-fifo]",
        "[draft-zubov-snif-05, Section 4.6]",
    ),
    (
        "snif-srv",
        "Description",
        "End-to-end TLS Relay Service Connection",
        "SNIF End-to-End TLS Relay Service Connection",
    ),
    ("snif-srv", "Modification Date", "", "2026-07-22"),
    (
        "snif-srv",
        "Reference",
        "[https://snif.host/relay-proto#snif-srv]",
        "[draft-zubov-snif-05, Section 4.3]",
    ),
];

/// The notes of several lines, which the page shows as one, and their number of
/// lines.
const LINES_OF_NOTES: [(&str, usize); 6] = [
    ("dns-update-tls", 4),
    ("https", 14),
    ("timezone", 2),
    ("timezones", 2),
    ("wot", 7),
    ("wot", 7),
];

/// The service of a row: name, port and transport do not change.
#[track_caller]
fn service_of(row: &Row) -> Service<'static> {
    let [name, port, transport] = row.key;
    let port = (!port.is_empty()).then(|| port.parse::<u16>().expect("a port"));
    let transport = match transport {
        "" => None,
        "tcp" => Some(Transport::Tcp),
        "udp" => Some(Transport::Udp),
        _ => panic!("transport {transport:?}"),
    };
    let mut rows = services_named(name).filter(|s| s.port() == port && s.transport() == transport);
    let service = rows.next().unwrap_or_else(|| panic!("{:?} is not in the registry", row.key));
    assert_eq!(rows.next(), None, "{:?} is in the registry twice", row.key);
    service
}

fn handles(contacts: Contacts<'_>) -> String {
    contacts.map(|contact| format!("[{}]", contact.handle())).collect()
}

fn date(date: Option<Date>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}

fn reference(reference: Reference<'_>) -> String {
    let (document, section) = match reference {
        Reference::Rfc { number, section } => (format!("RFC{number}"), section),
        Reference::InternetDraft { name, section } => (name.to_owned(), section),
        Reference::Uri(text) | Reference::Text(text) => (text.to_owned(), None),
        other => panic!("{other:?}"),
    };
    section.map_or_else(
        || format!("[{document}]"),
        |section| format!("[{document}, Section {section}]"),
    )
}

/// The cells of the row, by column, as the page has them and as the crate has
/// them.
fn cells(row: &Row) -> [(&'static str, &'static str, String); 7] {
    let service = service_of(row);
    let notes: Vec<&str> = service.notes().unwrap_or_default().split_whitespace().collect();
    let references: String = service.references().map(reference).collect();
    [
        ("Description", row.description, service.description().to_owned()),
        ("Assignee", row.people[0], handles(service.assignees())),
        ("Contact", row.people[1], handles(service.contacts())),
        ("Registration Date", row.dates[0], date(service.registered())),
        ("Modification Date", row.dates[1], date(service.modified())),
        ("Reference", row.reference, references),
        ("Assignment Notes", row.notes, notes.join(" ")),
    ]
}

#[test]
fn every_row_answers_with_the_values_of_the_page() {
    for row in &SERVICES {
        for (column, old, found) in cells(row) {
            let change = CHANGED.iter().find(|change| (change.0, change.1) == (row.key[0], column));
            assert_eq!(found, change.map_or(old, |change| change.3), "{:?}: {column}", row.key);
        }
        let service = service_of(row);
        assert_eq!(service.name(), row.key[0]);
        assert_eq!(
            service.ports().map(|ports| ports.count()),
            service.port().map(|_| 1),
            "{service}"
        );
        assert_eq!(service.service_code(), None, "{service}");
        assert_eq!(service.unauthorized_use(), None, "{service}");
    }
}

#[test]
fn the_changes_are_those_and_no_others() {
    let mut changed = Vec::new();
    for row in &SERVICES {
        for (column, old, new) in cells(row) {
            if old != new {
                changed.push((row.key[0], column, old, new));
            }
        }
    }
    let changed: Vec<_> = changed
        .iter()
        .map(|(name, column, old, new)| (*name, *column, *old, new.as_str()))
        .collect();
    assert_eq!(changed, CHANGED);
}

#[test]
fn notes_keep_their_lines() {
    let lines = SERVICES
        .iter()
        .map(|row| (row.key[0], service_of(row).notes().map_or(0, |notes| notes.lines().count())));
    let several: Vec<_> = lines.filter(|&(_, lines)| lines > 1).collect();
    assert_eq!(several, LINES_OF_NOTES);
}

#[test]
fn references_are_of_their_kinds() {
    let first = |name| services_named(name).next().and_then(|service| service.references().next());
    assert_eq!(first("dns-push-tls"), Some(Reference::Rfc { number: 8765, section: Some("6.1") }));
    assert_eq!(first("dnssd-srp-tls"), Some(Reference::Rfc { number: 9665, section: None }));
    let snif = Reference::InternetDraft { name: "draft-zubov-snif-05", section: Some("4.5") };
    assert_eq!(first("snif-cln"), Some(snif));
}

#[test]
fn every_contact_answers_with_the_values_of_the_page() {
    for [handle, name, organization, uri, updated, email] in CONTACTS {
        let cell = |text: &'static str| (!text.is_empty()).then_some(text);
        let contact = lookup_contact(handle).unwrap_or_else(|| panic!("[{handle}]"));
        assert_eq!(contact.handle(), handle);
        assert_eq!(contact.name(), cell(name), "[{handle}]: name");
        assert_eq!(contact.organization(), cell(organization), "[{handle}]: organization");
        assert!(
            contact.uris().map(|uri| uri.to_string()).eq([uri]),
            "[{handle}]: {:?}",
            contact.uris()
        );
        assert_eq!(date(contact.updated()), updated, "[{handle}]: updated");
        assert_eq!(
            contact.email().map(|email| email.to_string()).as_deref(),
            Some(email),
            "[{handle}]"
        );
    }
}

/// The contacts of the page are those of its rows.
#[test]
fn every_contact_leads_to_its_rows() {
    for [handle, ..] in CONTACTS {
        let of_contact = lookup_contact(handle).unwrap_or_else(|| panic!("[{handle}]")).services();
        let named = |row: &&Row| row.people.iter().any(|people| *people == format!("[{handle}]"));
        let rows: Vec<_> = SERVICES.iter().filter(named).map(service_of).collect();
        assert!(!rows.is_empty(), "[{handle}] is on no row of the page");
        for service in rows {
            assert!(
                of_contact.clone().any(|other| other == service),
                "{service} is not of [{handle}]"
            );
        }
    }
}
