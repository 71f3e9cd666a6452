//! The same rows, whatever their lines end in; and the same answers each time.

use iana_ports::Registry;

use super::{HEADER, Random};

/// Every column of every row and contact, and what leads to it.
fn shown(registry: &Registry) -> String {
    let mut shown = format!("{:?} {:?}\n", registry.edition(), registry.source());
    for record in registry.records() {
        let people = [record.assignees(), record.contacts()].map(|people| format!("{people:?}"));
        let dates = (record.registered(), record.modified(), record.service_code());
        let texts = (record.description(), record.notes(), record.unauthorized_use());
        let references = record.references().text().to_owned();
        let alias = record.service().map(|service| format!("{:?}", service.alias_of()));
        shown += &format!("{record:?} {texts:?} {dates:?} {people:?} {references:?} {alias:?}\n");
    }
    for contact in registry.contacts() {
        shown += &format!("{contact:?} {:?}\n", contact.records());
    }
    shown
}

#[test]
fn line_ends_and_a_byte_order_mark_do_not_matter() {
    let mut random = Random(5);
    for _ in 0..60 {
        let mut rows = vec![HEADER.to_owned()];
        for _ in 0..random.below(10) {
            let row = random.service_row();
            rows.push(random.csv(&row));
        }
        let load = |text: &str| Registry::from_csv(text.as_bytes()).map(|own| shown(&own));
        let as_is = load(&rows.join("\n"));
        let mixed: String = rows
            .iter()
            .map(|row| row.clone() + random.one(&["\n", "\r\n", "\r", "\n\n", "\r\n\n"]))
            .collect();
        for text in [
            rows.join("\n"),
            rows.join("\n") + "\n",
            rows.join("\r\n"),
            rows.join("\r"),
            format!("\u{feff}{}\r\n\r\n", rows.join("\r\n")),
            mixed,
        ] {
            match (&as_is, load(&text)) {
                (Ok(expected), Ok(found)) => assert_eq!(&found, expected, "{text:?}"),
                (Err(expected), Err(found)) => {
                    let expected = expected.to_string();
                    let (_, what) = expected.split_once(": ").expect("a place first");
                    assert!(found.to_string().ends_with(what), "{found}, not {expected}");
                }
                (_, found) => panic!("{found:?}, not {as_is:?}"),
            }
        }
    }
}

#[test]
fn services_files_too() {
    let lines = ["a 1/tcp b # c", "", "b 2/udp", "# d", "\u{e9} 3/sctp a"];
    let load = |text: &str| shown(&Registry::from_services_file(text.as_bytes()).expect("loads"));
    let expected = load(&lines.join("\n"));
    assert!(expected.contains("é") && expected.lines().count() == 6, "{expected}");
    for text in [
        lines.join("\r\n"),
        format!("\u{feff}{}", lines.join("\n")),
        lines.join(" \r\n\n\u{b}\n") + "\n",
        lines.join("\t\r\r\n"),
    ] {
        assert_eq!(load(&text), expected, "{text:?}");
    }
}
