//! What holds for every document: it is an error that says where, or tables
//! that load, and that are written again byte for byte.

use iana_ports::export::{ContactsCsv, ServicesCsv};

use super::edition::edition;

/// Reads a text as an update does; whether its tables load.
pub(crate) fn check(text: &str) -> bool {
    match edition("r.xml", text, |_| Ok(None)) {
        Err(error) => {
            told(&error, text);
            false
        }
        Ok(edition) => {
            let (registry, files) = (&edition.registry, &edition.files);
            let services = ServicesCsv::new(registry).to_string();
            assert_eq!(services, String::from_utf8_lossy(&files.services));
            let contacts = ContactsCsv::new(registry).to_string();
            assert_eq!(contacts, String::from_utf8_lossy(&files.contacts));
            true
        }
    }
}

/// Checks that an error shows on one line, and names a place of the document if
/// it is about one.
fn told(error: &str, text: &str) {
    assert!(!error.contains(char::is_control), "{error:?}");
    let rest = error.strip_prefix("r.xml:").expect(error);
    if let Some(message) = rest.strip_prefix(' ') {
        let of_all = [
            "expected IANA's XML of the registry, found HTML",
            // The parser's own message says where, unless the text just ends.
            "expected IANA's XML of the registry, whole: ",
            "the tables do not compile: registry: ",
            "the tables do not compile: edition.csv:",
        ];
        assert!(of_all.iter().any(|start| message.starts_with(start)), "{error}");
        return;
    }
    let mut place = rest.splitn(3, ':');
    let mut number = || place.next().and_then(|part| part.parse::<usize>().ok()).expect(error) - 1;
    let (line, column) = (number(), number());
    let line = text.split('\n').nth(line).expect(error);
    assert!(column <= line.chars().count(), "{error}");
}
