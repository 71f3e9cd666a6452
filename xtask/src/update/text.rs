//! The text of an element, as a cell of a table has it.

use roxmltree::Node;

use super::xml::Xml;

/// What the tables leave out of the document, by number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    /// The texts of footnotes; their marks stay.
    pub(super) footnotes: usize,
    /// Addresses and identifiers that stand behind a text: "TR-352".
    pub(super) behind: usize,
    /// Handles of contacts that had blanks to trim.
    pub(super) padded_handles: usize,
    /// References, to contacts too, whose data or section had.
    pub(super) padded_references: usize,
}

impl LeftOut {
    /// A line for each kind that there is: what IANA's own CSV has no place for
    /// either, and slips.
    pub(super) fn listed(self) -> String {
        let Self { footnotes, behind, padded_handles, padded_references } = self;
        let mut text = String::new();
        if (footnotes, behind) != (0, 0) {
            text.push_str(&format!(
                "left out, as in IANA's CSV: texts of footnotes ({footnotes}), \
                 addresses behind a text ({behind})\n"
            ));
        }
        if (padded_handles, padded_references) != (0, 0) {
            text.push_str(&format!(
                "trimmed: blanks in handles of contacts ({padded_handles}), \
                 in what references lead to ({padded_references})\n"
            ));
        }
        text
    }
}

/// The text of an element on one line, with single blanks.
pub(super) fn plain(element: Option<Node<'_, '_>>) -> String {
    one_line(&raw(element))
}

/// The text of an element as it is; comments in it are none.
pub(super) fn raw(element: Option<Node<'_, '_>>) -> String {
    let texts = element.into_iter().flat_map(|element| element.children());
    texts.filter_map(|node| node.text().filter(|_| node.is_text())).collect()
}

/// The value of an attribute on one line, with single blanks, and whether it
/// had others; empty without the attribute.
pub(super) fn attribute(element: Node<'_, '_>, name: &str) -> (String, bool) {
    let value = element.attribute(name).unwrap_or_default();
    let trimmed = one_line(value);
    let had_others = trimmed != value;
    (trimmed, had_others)
}

/// The text of a description on one line; a `<br/>` is a blank.
pub(super) fn description(
    xml: &Xml<'_>,
    element: Node<'_, '_>,
    left_out: &mut LeftOut,
) -> Result<String, String> {
    Ok(one_line(&blocks(xml, element, left_out)?.join(" ")))
}

/// The text of a note: the lines as they are in the document, with single
/// blanks; a `<br/>` begins another. Paragraphs are lines, between empty ones.
pub(super) fn note(
    xml: &Xml<'_>,
    element: Node<'_, '_>,
    left_out: &mut LeftOut,
) -> Result<String, String> {
    Ok(blocks(xml, element, left_out)?.join("\n\n"))
}

/// The paragraphs of a text, and what stands between them.
fn blocks(
    xml: &Xml<'_>,
    element: Node<'_, '_>,
    left_out: &mut LeftOut,
) -> Result<Vec<String>, String> {
    let (mut blocks, mut between) = (Vec::new(), String::new());
    for node in element.children() {
        if node.has_tag_name((super::xml::NAMESPACE, "paragraph")) {
            blocks.push(single_blanks(&core::mem::take(&mut between)));
            let mut lines = vec![String::new()];
            for node in node.children() {
                let text = inline(xml, node, left_out)?;
                // The document breaks a paragraph into lines where it likes.
                if node.is_element() && text == "\n" {
                    lines.push(String::new());
                } else if let Some(line) = lines.last_mut() {
                    line.push_str(&text);
                }
            }
            let lines: Vec<String> = lines.iter().map(|line| one_line(line)).collect();
            blocks.push(lines.join("\n"));
        } else {
            between.push_str(&inline(xml, node, left_out)?);
        }
    }
    blocks.push(single_blanks(&between));
    blocks.retain(|block| !block.is_empty());
    Ok(blocks)
}

/// A piece of text: as it is, a line break, or a reference in brackets.
fn inline(xml: &Xml<'_>, node: Node<'_, '_>, left_out: &mut LeftOut) -> Result<String, String> {
    if node.is_text() {
        return Ok(node.text().unwrap_or_default().to_owned());
    }
    match node.tag_name().name() {
        "br" => Ok("\n".to_owned()),
        "xref" => {
            let reference = reference(xml, node, left_out)?;
            Ok(format!("[{reference}]"))
        }
        // Comments and processing instructions; the schema is checked.
        _ => Ok(String::new()),
    }
}

/// What a reference says, without its brackets.
pub(super) fn reference(
    xml: &Xml<'_>,
    xref: Node<'_, '_>,
    left_out: &mut LeftOut,
) -> Result<String, String> {
    let start = xref.range().start;
    let kind = xref.attribute("type").unwrap_or_default();
    let (data, data_padded) = attribute(xref, "data");
    let (section, section_padded) = attribute(xref, "section");
    let (data, text) = (data.as_str(), plain(Some(xref)));
    let is_document = !matches!(kind, "person" | "note");
    if !is_document && !text.is_empty() {
        return Err(xml.error(start, &format!("no text in an <xref> of type {kind}"), &text));
    }
    if !is_document && !section.is_empty() {
        return Err(xml.error(start, &format!("no section in an <xref> of type {kind}"), &section));
    }
    if kind == "text" && !data.is_empty() {
        return Err(xml.error(start, "no data in an <xref> of type text", data));
    }
    if kind == "rfc" && !is_rfc(data) {
        return Err(xml.error(start, "data such as rfc6335 in an <xref> of type rfc", data));
    }
    if kind == "note" && !is_number(data) {
        return Err(xml.error(start, "data such as 1 in an <xref> of type note", data));
    }
    if data.is_empty() && (kind != "text" || text.is_empty()) {
        let expected = format!("an <xref> that says where it leads, by its data ({kind})");
        return Err(xml.error(start, &expected, ""));
    }
    let behind = !text.is_empty() && !contains(&text, data);
    let says = if text.is_empty() { data } else { &text };
    let mut reference = match kind {
        "rfc" if text.is_empty() => data.to_ascii_uppercase(),
        "rfc-errata" => format!("RFC Errata {says}"),
        "registry" if text.is_empty() => format!("IANA registry {data}"),
        "rfc" | "registry" | "draft" | "uri" | "person" | "text" | "note" => says.to_owned(),
        _ => {
            let known = "rfc, rfc-errata, draft, uri, registry, person, text or note";
            return Err(xml.error(start, &format!("an <xref> of type {known}"), kind));
        }
    };
    if !section.is_empty() && !says_section(&text, &section) {
        reference.push_str(&format!(", {}", named_section(&section)));
    }
    left_out.behind += usize::from(behind);
    left_out.padded_references += usize::from(data_padded || section_padded);
    Ok(reference)
}

/// `Section 4.3`; a section that has a word of its own (`Appendix A`) keeps it.
fn named_section(section: &str) -> String {
    if section.chars().take_while(|c| c.is_alphabetic()).count() > 1 {
        section.to_owned()
    } else {
        format!("Section {section}")
    }
}

/// Whether a text names a section in any case, and not only one that begins
/// alike: 4.3 is neither 4.30 nor 4.3.1.
fn says_section(text: &str, section: &str) -> bool {
    let (text, named) = (text.to_lowercase(), named_section(section).to_lowercase());
    text.match_indices(&named).any(|(start, _)| {
        let (before, after) = (&text[..start], &text[start + named.len()..]);
        // A full stop may end the sentence; a hyphen may lead to the last of several.
        let after = after.trim_start_matches(['.', '-', '\u{2013}']);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

/// `rfc6335`, and the series of RFCs that have numbers of their own.
fn is_rfc(data: &str) -> bool {
    ["rfc", "bcp", "std"]
        .iter()
        .any(|series| is_number(data.strip_prefix(series).unwrap_or_default()))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn contains(text: &str, part: &str) -> bool {
    text.to_ascii_lowercase().contains(&part.to_ascii_lowercase())
}

/// A text on one line, with single blanks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with single blanks in its lines, and none empty at either end.
fn single_blanks(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(one_line).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}
