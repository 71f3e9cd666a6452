//! What is refused: each with a message, and without a change.

use super::super::{Allowed, update};
use super::{REGISTRY, Repository, with};

#[test]
fn a_file_that_is_no_xml() {
    let repository = Repository::new();
    let html = "r.xml: expected IANA's XML of the registry, found HTML";
    repository.assert_refuses("\n<!DOCTYPE html>\n<html><head/></html>", html);
    repository.assert_refuses("<HTML>", html);
    let expected = "r.xml: expected IANA's XML of the registry, whole";
    repository.assert_refuses("", &format!("{expected}: the document does not have a root node"));
    let message = repository.update("Service Name,Port Number\n").unwrap_err();
    assert!(message.starts_with(expected), "{message}");
    // Entities would come with a document type.
    let message = repository.update("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'b'>]><r/>");
    assert_eq!(message, Err(format!("{expected}: XML with DTD detected")));
    // A terminal would obey what stands there.
    let found = repository.update("<regis\u{1b}[2Jtry>").unwrap_err();
    assert!(!found.contains(char::is_control) && found.contains(r"\u{1b}"), "{found}");
}

#[test]
fn a_file_that_ends_early() {
    let repository = Repository::new();
    let before = repository.everything();
    let ends = REGISTRY.char_indices().map(|(end, _)| end).step_by(97);
    for end in ends.chain([REGISTRY.trim_end().len() - 1]) {
        let message = repository.update(&REGISTRY[..end]).unwrap_err();
        let expected = "r.xml: expected IANA's XML of the registry, whole: ";
        assert!(message.starts_with(expected), "{end}: {message}");
    }
    assert!(repository.everything() == before);
}

#[test]
fn another_registry() {
    let repository = Repository::new();
    let id = r#"id="service-names-port-numbers">"#;
    let expected = "expected the registry with id service-names-port-numbers";
    repository.assert_refuses(
        &with(id, r#"id="protocol-numbers">"#),
        &format!("r.xml:4:1: {expected}, found \"protocol-numbers\""),
    );
    repository.assert_refuses(&with(id, ">"), &format!("r.xml:4:1: {expected}, found \"\""));
    let expected = r#"expected <registry xmlns="http://www.iana.org/assignments">"#;
    repository
        .assert_refuses("<registry/>", &format!("r.xml:1:1: {expected}, found \"<registry>\""));
    repository.assert_refuses("\n <feed/>", &format!("r.xml:2:2: {expected}, found \"<feed>\""));
}

#[test]
fn elements_that_have_no_column() {
    let repository = Repository::new();
    let refuses = |old: &str, new: &str, message: &str| {
        repository.assert_refuses(&with(old, new), &format!("r.xml:{message}"));
    };
    let number = "<number>14143</number>";
    let known = "name, protocol, description, number, sc, note, unauthorized, assignee, xref";
    refuses(
        number,
        "<number>14143</number><value>1</value>",
        &format!("117:27: expected an element of <record> among {known}, found \"value\""),
    );
    refuses(
        number,
        "<number xmlns=\"a\">14143</number>",
        &format!("117:5: expected an element of <record> among {known}, found \"number\""),
    );
    refuses(
        number,
        "<number>1</number><number>2</number>",
        "117:23: expected one <number> in <record>, found \"another\"",
    );
    refuses(
        number,
        "<number><b>1</b></number>",
        "117:13: expected no element in <number>, found \"b\"",
    );
    refuses(
        number,
        "<number hex=\"f\">1</number>",
        "117:13: expected no attribute of <number>, found \"hex\"",
    );
    refuses(number, "\u{9f}", "117:5: expected no text of its own in <record>, found \"\\u{9f}\"");
    refuses(
        "<record date=\"2016-05-24\">",
        "<record date=\"2016-05-24\" until=\"2017\">",
        "112:29: expected an attribute of <record> among date, updated, found \"until\"",
    );
    refuses(
        "<xref type=\"rfc\" data=\"rfc8011\"/>",
        "<xref type=\"rfc\" data=\"rfc8011\" pages=\"2\"/>",
        "76:37: expected an attribute of <xref> among type, data, section, found \"pages\"",
    );
    refuses(
        "<note/>",
        "<note><artwork/></note>",
        "78:11: expected an element of <note> among xref, br, paragraph, found \"artwork\"",
    );
}

#[test]
fn references_that_lead_nowhere() {
    let repository = Repository::new();
    let refuses = |xref: &str, message: &str| {
        let text = with(r#"<xref type="rfc" data="rfc8011"/>"#, xref);
        repository.assert_refuses(&text, &format!("r.xml:76:5: expected {message}"));
    };
    refuses(
        r#"<xref type="bibxml" data="a"/>"#,
        "an <xref> of type rfc, rfc-errata, draft, uri, registry, person, text or note, \
         found \"bibxml\"",
    );
    refuses(
        r#"<xref type="rfc" data="8011"/>"#,
        "data such as rfc6335 in an <xref> of type rfc, found \"8011\"",
    );
    refuses(
        r#"<xref type="uri"/>"#,
        "an <xref> that says where it leads, by its data (uri), found \"\"",
    );
    refuses(
        r#"<xref type="text"> </xref>"#,
        "an <xref> that says where it leads, by its data (text), found \"\"",
    );
    refuses(
        r#"<xref type="text" data="a">b</xref>"#,
        "no data in an <xref> of type text, found \"a\"",
    );
    refuses(
        r#"<xref type="person" data="IESG">Ann</xref>"#,
        "no text in an <xref> of type person, found \"Ann\"",
    );
    refuses(
        r#"<xref type="person" data="IESG" section="2"/>"#,
        "no section in an <xref> of type person, found \"2\"",
    );
    refuses(
        r#"<xref type="note" data="1" section="2"/>"#,
        "no section in an <xref> of type note, found \"2\"",
    );
    for data in ["a", "1a", "-1"] {
        let message = format!("data such as 1 in an <xref> of type note, found {data:?}");
        refuses(&format!(r#"<xref type="note" data="{data}"/>"#), &message);
    }
    let person = r#"<assignee><xref type="person" data="Cisco_3"/>"#;
    repository.assert_refuses(
        &with(person, r#"<assignee><xref type="rfc" data="rfc1"/>"#),
        "r.xml:123:15: expected an <xref> of type person, found \"rfc\"",
    );
}

#[test]
fn ids_that_a_cell_could_not_hold() {
    let repository = Repository::new();
    for id in ["[ddt]", "d]dt"] {
        let message = repository
            .update(&with(r#"<person id="ddt">"#, &format!(r#"<person id="{id}">"#)))
            .unwrap_err();
        assert!(message.ends_with(&format!("expected an id without brackets, found {id:?}")));
        assert!(message.starts_with("r.xml:"), "{message}");
    }
}

#[test]
fn tables_that_the_build_would_not_compile() {
    let repository = Repository::new();
    repository.assert_refuses(
        &with("<number>14143</number>", "<number>65536</number>"),
        "r.xml:112:3: the tables do not compile: service-names-port-numbers.csv:14: Port Number: \
         \"65536\": expected a port of 0-65535 or a range of them, such as 6000-6063",
    );
    repository.assert_refuses(
        &with("<updated>2014-01-21</updated>\n    </person>\n    <person id=\"Cisco_3\">", {
            "<updated>21 Jan\n2014</updated>\n    </person>\n    <person id=\"Cisco_3\">"
        }),
        "r.xml:314:5: the tables do not compile: contacts.csv:2: Last Updated: \"21 Jan 2014\": \
         expected a date written YYYY-MM or YYYY-MM-DD, with months 01-12 and days 01-31",
    );
    repository.assert_refuses(
        &with("<updated>2025-05-05</updated>", "<updated>soon</updated>"),
        "r.xml: the tables do not compile: edition.csv:3: Value: \"soon\": \
         expected a date written YYYY-MM or YYYY-MM-DD, with months 01-12 and days 01-31",
    );
    // The row that `preferred.csv` names is gone.
    repository.assert_refuses(
        &with("<name>icpps</name>", "<name>icpps2</name>"),
        "r.xml: the tables do not compile: preferred.csv:2: Service Name: \"icpps\": \
         expected a service of this name, port and transport",
    );
}

#[test]
fn an_edition_without_its_parts() {
    let repository = Repository::new();
    let refuses = |text: &str, expected: &str, found: &str| {
        repository.assert_refuses(
            text,
            &format!("r.xml:4:1: expected {expected} the registry, found {found:?}"),
        );
    };
    refuses(&with("<updated>2025-05-05</updated>", ""), "a <updated> of", "");
    let start = REGISTRY.find("  <record").unwrap();
    let end = REGISTRY.find("  <footnote").unwrap();
    let without = format!("{}{}", &REGISTRY[..start], &REGISTRY[end..]);
    refuses(&without, "at least one <record> in", "none");
    let start = REGISTRY.find("  <people>").unwrap();
    let end = REGISTRY.find("</registry>").unwrap();
    let without = format!("{}{}", &REGISTRY[..start], &REGISTRY[end..]);
    refuses(&without, "at least one <person> in", "none");
}

#[test]
fn an_edition_that_looks_like_a_mistake() {
    let repository = Repository::new();
    let older = with("<updated>2025-05-05</updated>", "<updated>2025-05-04</updated>");
    repository.assert_refuses(
        &older,
        "r.xml: expected an edition not before 2025-05-05, found 2025-05-04 \
         (--allow-older takes it)",
    );
    // 29 rows: nine tenths of them are 27. The records at the end have no port.
    let mut fewer = with("<updated>2025-05-05</updated>", "<updated>2025-05-06</updated>");
    for _ in 0..3 {
        let start = fewer.rfind("  <record").unwrap();
        let end = fewer.find("  <footnote").unwrap();
        fewer.replace_range(start..end, "");
    }
    repository.assert_refuses(
        &fewer,
        "r.xml: expected at least 27 rows, nine tenths of the present 29, found 26 \
         (--allow-shrink takes them)",
    );
    let start = REGISTRY.rfind("    <person id=\"Stephen_Gold\"").unwrap();
    let end = REGISTRY.find("  </people>").unwrap();
    let fewer_people = format!("{}{}", &REGISTRY[..start], &REGISTRY[end..]);
    let fewer_people = fewer_people.replace("<updated>2025-05-05<", "<updated>2025-05-06<");
    repository.assert_refuses(
        &fewer_people,
        "r.xml: expected at least 9 contacts, nine tenths of the present 10, found 8 \
         (--allow-shrink takes them)",
    );
    // Each of them is taken where that is asked for.
    let taken = |text: &str, allowed| update(repository.path(), "r.xml", text, allowed).is_ok();
    assert!(!taken(&older, Allowed { older: false, shrink: true }));
    assert!(taken(&older, Allowed { older: true, shrink: false }));
    assert!(!taken(&fewer, Allowed { older: true, shrink: false }));
    assert!(taken(&fewer, Allowed { older: false, shrink: true }));
}

/// Five dates have two documents each; which of them is the later, no date
/// tells.
#[test]
fn an_edition_that_is_read_anew_and_has_less() {
    let repository = Repository::new();
    let one_less = |start: &str, end: &str| {
        let start = REGISTRY.rfind(start).unwrap();
        let end = REGISTRY.find(end).unwrap();
        format!("{}{}", &REGISTRY[..start], &REGISTRY[end..])
    };
    let row = one_less("  <!-- Paragraphs. -->", "  <footnote");
    repository.assert_refuses(
        &row,
        "r.xml: expected at least the 29 rows that edition 2025-05-05 has now, found 28 \
         (--allow-older takes them)",
    );
    let contact = one_less("    <person id=\"ddt\"", "  </people>");
    repository.assert_refuses(
        &contact,
        "r.xml: expected at least the 10 contacts that edition 2025-05-05 has now, found 9 \
         (--allow-older takes them)",
    );
    // As many, with other cells, are taken as they are; so are more.
    let summary = repository.update(&with("<name>nas</name>", "<name>nas-2</name>")).unwrap();
    assert!(summary.starts_with("edition 2025-05-05, read anew\n1 row added, 1 removed; now 29\n"));
    let older = Allowed { older: true, shrink: false };
    let summary = update(repository.path(), "r.xml", &row, older).unwrap();
    let start = "edition 2025-05-05, read anew\n1 row added, 2 removed; now 28\n  \
        added: nas (991/tcp)\n  removed: nas-2 (991/tcp), wot (udp)\n";
    assert!(summary.starts_with(start), "{summary}");
    assert!(repository.update(REGISTRY).unwrap().contains("\n1 row added; now 29\n"));
}
