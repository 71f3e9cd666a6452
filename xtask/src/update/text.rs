//! The text of an element, as a cell of a table has it.

use roxmltree::Node;

use super::xml::Xml;

/// What the tables have no place for, as IANA's own CSV has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    /// Marks that lead to a footnote.
    pub(super) marks: usize,
    /// Addresses and identifiers that stand behind a text: "TR-352".
    pub(super) behind: usize,
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
            Ok(reference.map_or_else(String::new, |reference| format!("[{reference}]")))
        }
        // Comments and processing instructions; the schema is checked.
        _ => Ok(String::new()),
    }
}

/// What a reference says, without its brackets; `None` for a footnote's mark.
pub(super) fn reference(
    xml: &Xml<'_>,
    xref: Node<'_, '_>,
    left_out: &mut LeftOut,
) -> Result<Option<String>, String> {
    let start = xref.range().start;
    let kind = xref.attribute("type").unwrap_or_default();
    let (data, text) = (xref.attribute("data").unwrap_or_default(), plain(Some(xref)));
    let may_have_text = !matches!(kind, "person" | "note");
    if !may_have_text && !text.is_empty() {
        return Err(xml.error(start, &format!("no text in an <xref> of type {kind}"), &text));
    }
    if kind == "text" && !data.is_empty() {
        return Err(xml.error(start, "no data in an <xref> of type text", data));
    }
    if kind == "rfc" && !is_rfc(data) {
        return Err(xml.error(start, "data such as rfc6335 in an <xref> of type rfc", data));
    }
    if data.is_empty() && (kind != "text" || text.is_empty()) {
        let expected = format!("an <xref> that says where it leads, by its data ({kind})");
        return Err(xml.error(start, &expected, ""));
    }
    let behind = !text.is_empty() && !contains(&text, data);
    let says = if text.is_empty() { data } else { &text };
    let reference = match kind {
        "rfc" if text.is_empty() => data.to_ascii_uppercase(),
        "rfc-errata" => format!("RFC Errata {says}"),
        "registry" if text.is_empty() => format!("IANA registry {data}"),
        "rfc" | "registry" | "draft" | "uri" | "person" | "text" => says.to_owned(),
        "note" => {
            left_out.marks += 1;
            return Ok(None);
        }
        _ => {
            let known = "rfc, rfc-errata, draft, uri, registry, person, text or note";
            return Err(xml.error(start, &format!("an <xref> of type {known}"), kind));
        }
    };
    left_out.behind += usize::from(behind);
    Ok(Some(reference))
}

/// `rfc6335`, and the series of RFCs that have numbers of their own.
fn is_rfc(data: &str) -> bool {
    ["rfc", "bcp", "std"].iter().any(|series| {
        let number = data.strip_prefix(series).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
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
