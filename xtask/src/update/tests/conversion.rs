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

#[test]
fn what_has_no_place_is_counted() {
    let document = xml::parse("r.xml", REGISTRY).unwrap();
    let converted = convert::convert(&Xml::new("r.xml", &document).unwrap()).unwrap();
    // The footnote of exp1, and the address of TR-352.
    assert_eq!(converted.left_out, LeftOut { marks: 1, behind: 1 });
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
