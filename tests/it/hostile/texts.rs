//! Every accessor of a text, and everything that can be shown.

use core::fmt::{Debug, Display};

use iana_ports::explanation::Explanation;
use iana_ports::{Contact, Record, Registry, Service, Transport};

use super::holds::forward;

/// What shows no text of a registry but names and handles, in which there are
/// no control characters.
fn plain(shown: &(impl Display + Debug)) {
    let text = shown.to_string();
    assert!(!text.contains(char::is_control), "{text:?}");
    assert!(!format!("{shown:?}").contains(char::is_control), "{text:?}");
    let (width, length) = (300, text.chars().count());
    let padded = format!("{shown:>width$}").chars().count();
    assert_eq!(padded, length.max(width), "{text:?}");
}

pub(crate) fn of_record(record: Record<'_>) {
    plain(&record);
    plain(&record.status());
    let formerly = record.formerly();
    assert!(formerly.is_none_or(|name| record.notes().is_some_and(|notes| notes.contains(name))));
    let text = format!("{}{:?}{formerly:?}", record.description(), record.notes());
    assert!(text.len() >= record.description().len());
    let _ = (record.deassigned(), record.registered(), record.modified());
    forward(record.references());
    for reference in record.references() {
        let _ = format!("{reference}{reference:?}{reference:>9}");
        if let Some(url) = reference.url() {
            assert!(!format!("{url}{url:?}").is_empty());
        }
    }
    if let Some(code) = record.service_code() {
        plain(&code);
        assert!(code.ascii().is_none_or(|text| (1..=4).contains(&text.len())));
    }
    forward(record.unauthorized_ports());
    for span in record.unauthorized_ports() {
        assert!(span.start() <= span.end());
    }
    if let Some(service) = record.service() {
        of_service(service);
    } else {
        assert_ne!(record.status(), iana_ports::Status::Assigned);
    }
}

fn of_service(service: Service<'_>) {
    assert!(!service.name().is_empty());
    plain(&service);
    plain(&service.label());
    let _ = service.is_historic();
    if let Some(keys) = service.txt_keys() {
        assert!(!keys.is_none() || keys.is_empty());
        forward(keys.iter());
        for key in keys {
            assert!(!key.name().is_empty() && keys.text().contains(key.name()));
            assert!(key.value_hint().is_none_or(|hint| !hint.is_empty()));
        }
    }
}

pub(crate) fn of_contact(contact: Contact<'_>) {
    plain(&contact);
    assert!(!contact.handle().is_empty() && !contact.display_name().is_empty());
    assert_ne!((contact.name(), contact.organization()), (Some(""), Some("")));
    forward(contact.uris());
    for uri in contact.uris() {
        let text = uri.to_string();
        assert!(!text.is_empty() && text.trim() == text, "{text:?}");
        assert!(text.ends_with(uri.after_scheme()));
        let _ = (uri.kind(), uri.scheme(), format!("{uri:?}"));
    }
    if let Some(email) = contact.email() {
        plain(&email);
        let text = email.to_string();
        assert!(text.is_ascii() && text.matches('@').count() == 1, "{text:?}");
    }
}

pub(crate) fn of_explanation(registry: &Registry, port: u16, transport: Transport) {
    let explanation: Explanation<'_> = registry.explain(port, transport);
    let text = explanation.to_string();
    assert!(!text.contains(char::is_control), "{text:?}");
    assert!(text.starts_with(&format!("{port}/{transport}, one of the ")), "{text:?}");
    forward(explanation.siblings());
}
