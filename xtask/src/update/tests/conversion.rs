//! What elements become: cells, compared with text that was written by hand
//! and holds the same rows as the bundled registry.

use super::super::text::LeftOut;
use super::super::{convert, xml};
use super::{CONTACTS, EDITION, REGISTRY, SERVICES, Xml, converted, with};

#[test]
fn every_construct_becomes_the_cells_that_iana_has() {
    let files = converted(REGISTRY).unwrap();
    assert_eq!(String::from_utf8(files.services).unwrap(), SERVICES);
    assert_eq!(String::from_utf8(files.contacts).unwrap(), CONTACTS);
    assert_eq!(String::from_utf8(files.edition).unwrap(), EDITION);
}

/// What a file that is written from the tables would have.
#[test]
fn a_transport_is_in_lower_case() {
    let files = converted(&REGISTRY.replace("<protocol>tcp<", "<protocol>Tcp<")).unwrap();
    assert_eq!(String::from_utf8(files.services).unwrap(), SERVICES);
}

#[test]
fn what_has_no_place_is_counted() {
    let left_out = |text: &str| {
        let document = xml::parse("r.xml", text).unwrap();
        convert::convert(&Xml::new("r.xml", &document).unwrap()).unwrap().left_out
    };
    // The footnote of exp1, and the address of TR-352.
    let usual = LeftOut { footnotes: 1, behind: 1, ..LeftOut::default() };
    assert_eq!(left_out(REGISTRY), usual);
    let text = with(r#"<person id="IESG">"#, r#"<person id=" IESG">"#)
        .replace(r#"data="IESG""#, r#"data="IESG ""#)
        .replace(r#"section="4.2""#, r#"section=" 4.2""#)
        .replace(
            r#"<xref type="rfc" data="rfc6335"/>"#,
            r#"<xref type="rfc" data="&#10;rfc6335"/>"#,
        );
    let count = |part| text.matches(part).count();
    let padded_references = count("IESG \"") + count("\" 4.2") + count("&#10;") - 1;
    assert_eq!(left_out(&text), LeftOut { padded_handles: 1, padded_references, ..usual });
    // The reference in the note of the head is in no table.
    assert_eq!(padded_references, 6 + 1 + 3);
    assert_eq!(converted(&text), converted(REGISTRY));
}

#[test]
fn what_is_left_out_is_listed() {
    assert_eq!(LeftOut::default().listed(), "");
    let left_out = LeftOut { footnotes: 1, behind: 0, padded_handles: 0, padded_references: 2 };
    assert_eq!(
        left_out.listed(),
        "left out, as in IANA's CSV: texts of footnotes (1), addresses behind a text (0)\n\
         trimmed: blanks in handles of contacts (0), in what references lead to (2)\n"
    );
}

#[test]
fn the_mark_of_a_footnote_is_a_number_in_brackets() {
    assert_eq!(note("a <xref type=\"note\" data=\"1\"/> b"), "a [1] b");
    let mark = r#"<xref type="note" data="12"/>"#;
    let marked = "icpps,14143,tcp,,[Kenta_Kambara],[Kenta_Kambara],2016-05-24,,[12],,,";
    assert_eq!(row(mark), marked);
    let head = r#"<xref type="rfc" data="rfc6335"/>
  <expert>"#;
    let files = converted(&with(head, &format!("{mark}{head}"))).unwrap();
    assert!(String::from_utf8(files.edition).unwrap().contains("\nReference,[12][RFC6335]\n"));
}

/// What a reference says that has a section.
#[track_caller]
fn said(xref: &str) -> String {
    note(&format!("<xref {xref}</xref>")).trim_matches(['[', ']']).to_owned()
}

#[test]
fn a_section_is_said_once() {
    let draft = |section: &str, text: &str| {
        said(&format!("type=\"draft\" data=\"draft-a-01\" section=\"{section}\">{text}"))
    };
    for there in [
        "draft-a-01, Section 4.3",
        "draft-a-01, SECTION  4.3.",
        "draft-a-01 (section 4.3)",
        "section 4.3, 5 and A of draft-a-01",
        "Section 4.30 and Section\n4.3 of draft-a-01",
    ] {
        let once = there.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(draft("4.3", there), once);
        assert_eq!(draft(" 4.3 ", there), once);
    }
    for lacking in [
        "draft-a-01",
        "draft-a-01, Section 4.30",
        "draft-a-01, Section 4.3.1",
        "draft-a-01, Section 4.3-4.5",
        "draft-a-01, Section 4.3a",
        "draft-a-01, Subsection 4.3",
        "draft-a-01, Section 14.3",
        "draft-a-01, 4.3",
        "draft-a-01, Section 4é3",
    ] {
        assert_eq!(draft("4.3", lacking), format!("{lacking}, Section 4.3"));
    }
    assert_eq!(draft("4.3", ""), "draft-a-01, Section 4.3");
    assert_eq!(draft("", "draft-a-01"), "draft-a-01");
    assert_eq!(draft("A", ""), "draft-a-01, Section A");
    assert_eq!(draft("Appendix A", ""), "draft-a-01, Appendix A");
    assert_eq!(draft("appendix a", "draft-a-01, Appendix A"), "draft-a-01, Appendix A");
    assert_eq!(draft("section 4", "draft-a-01, Section 4"), "draft-a-01, Section 4");
}

#[test]
fn any_document_may_have_a_section() {
    for (xref, says) in [
        ("type=\"rfc\" data=\"rfc1\" section=\"2\">", "RFC1, Section 2"),
        ("type=\"rfc-errata\" data=\"3\" section=\"2\">", "RFC Errata 3, Section 2"),
        ("type=\"registry\" data=\"a\" section=\"2\">", "IANA registry a, Section 2"),
        ("type=\"registry\" data=\"a\" section=\"2\">A", "A, Section 2"),
        ("type=\"uri\" data=\"http://a\" section=\"2\">", "http://a, Section 2"),
        ("type=\"text\" section=\"2\">X.509", "X.509, Section 2"),
    ] {
        assert_eq!(said(xref), says);
    }
}

/// The row of `icpps`, with other elements instead of its description.
#[track_caller]
fn row(elements: &str) -> String {
    let old = "<description>IceWall Cert Protocol over TLS</description>";
    let services = String::from_utf8(converted(&with(old, elements)).unwrap().services).unwrap();
    let start = services.find("\nicpps,").unwrap() + 1;
    let end = services.find("\nonep-tls,").unwrap();
    services[start..end].to_owned()
}

#[test]
fn references_are_written_as_iana_writes_them() {
    let references = r#"
        <xref type="rfc-errata" data="6335"/>
        <xref type="registry" data="dns-sd"/>
        <xref type="registry" data="dns-sd">DNS-SD, the registry</xref>
        <xref type="rfc" data="bcp165"/>
        <xref type="draft" data="draft-a-b-01">draft-a-b-01, Section 2</xref>
        <xref type="text">ISO/IEC
            13818-6</xref>"#;
    assert_eq!(
        row(references),
        "icpps,14143,tcp,,[Kenta_Kambara],[Kenta_Kambara],2016-05-24,,\"[RFC Errata 6335]\
         [IANA registry dns-sd][DNS-SD, the registry][BCP165][draft-a-b-01, Section 2]\
         [ISO/IEC 13818-6]\",,,"
    );
}

#[test]
fn an_assignee_that_is_empty_is_nobody() {
    let nobody = "icpps,14143,tcp,,,[Kenta_Kambara],2016-05-24,,,,,";
    assert_eq!(row("<assignee/>"), nobody);
}

/// The note of `icpps`, without the quotes around its cell.
#[track_caller]
fn note(elements: &str) -> String {
    let row = row(&format!("<note>{elements}</note>"));
    let start = "icpps,14143,tcp,,[Kenta_Kambara],[Kenta_Kambara],2016-05-24,,,,,";
    row.strip_prefix(start).unwrap().trim_matches('"').to_owned()
}

#[test]
fn a_note_keeps_its_lines() {
    assert_eq!(note("\n  a  b\t\n\n c \n\n"), "a b\n\nc");
    assert_eq!(note("a<br/>b<br/>\n  c"), "a\nb\n\nc");
    assert_eq!(note("a<!-- no -->b<?no no?>c"), "abc");
    assert_eq!(note("a&#13;&#x85;b &lt;![CDATA[ <![CDATA[<c>]]>"), "a b <![CDATA[ <c>");
}

#[test]
fn a_paragraph_is_a_line_where_it_has_no_break() {
    let paragraphs = "<paragraph>a\n b<br/>\n c</paragraph>\n<paragraph> </paragraph>\
        <paragraph>[<xref type=\"rfc\" data=\"rfc1\"/>\n]</paragraph>";
    assert_eq!(note(paragraphs), "a b\nc\n\n[[RFC1] ]");
    assert_eq!(note("x\ny<paragraph>a\nb</paragraph>z"), "x\ny\n\na b\n\nz");
}

#[test]
fn a_description_is_one_line() {
    let description = "<description> a<br/><br/>\nb\n<paragraph>c\nd</paragraph></description>";
    let expected = "icpps,14143,tcp,a b c d,[Kenta_Kambara],[Kenta_Kambara],2016-05-24,,,,,";
    assert_eq!(row(description), expected);
}

#[test]
fn experts_without_a_protocol_stay() {
    let old = "SCTP: Michael Tuexen\nDCCP: Eddie Kohler and Yoshifumi Nishida";
    let files = converted(&with("TCP/UDP: Joe Touch", "Ann Other:\n  Joe: Touch")).unwrap();
    let edition = String::from_utf8(files.edition).unwrap();
    assert!(edition.contains("\nExperts,\"Ann Other: Joe: Touch; Eliot Lear,"), "{edition}");
    let files = converted(&with(old, "")).unwrap();
    let edition = String::from_utf8(files.edition).unwrap();
    assert!(
        edition.ends_with("and Michael Scharf\"\nApply,https://www.iana.org/protocols/apply\n")
    );
}
