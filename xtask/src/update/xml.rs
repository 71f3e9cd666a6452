//! The document: IANA's XML of the registry, and places in it.

use roxmltree::{Document, Node, ParsingOptions};

/// The namespace of IANA's registries.
pub(super) const NAMESPACE: &str = "http://www.iana.org/assignments";

/// The registry that RFC 6335 sets up, among those of IANA.
const ID: &str = "service-names-port-numbers";

/// A document that is this registry, by its root element.
#[derive(Debug)]
pub(super) struct Xml<'d> {
    pub(super) file: &'d str,
    pub(super) document: &'d Document<'d>,
    pub(super) registry: Node<'d, 'd>,
}

/// Reads XML; an error if it is anything else, or ends early.
pub(super) fn parse<'t>(file: &str, text: &'t str) -> Result<Document<'t>, String> {
    let start = text.trim_start().as_bytes();
    let starts = |with: &str| {
        start.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
    };
    if starts("<!doctype html") || starts("<html") {
        return Err(format!("{file}: expected IANA's XML of the registry, found HTML"));
    }
    // A document type would bring entities; IANA's XML has none.
    let options = ParsingOptions { allow_dtd: false, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| {
        // The parser's message has characters of the document as they are.
        let error = without_controls(&error.to_string());
        format!("{file}: expected IANA's XML of the registry, whole: {error}")
    })
}

impl<'d> Xml<'d> {
    pub(super) fn new(file: &'d str, document: &'d Document<'d>) -> Result<Self, String> {
        let registry = document.root_element();
        let xml = Self { file, document, registry };
        let (tag, start) = (registry.tag_name(), registry.range().start);
        if (tag.namespace(), tag.name()) != (Some(NAMESPACE), "registry") {
            let expected = format!("<registry xmlns={NAMESPACE:?}>");
            return Err(xml.error(start, &expected, &format!("<{}>", tag.name())));
        }
        match registry.attribute("id") {
            Some(ID) => Ok(xml),
            other => {
                let expected = format!("the registry with id {ID}");
                Err(xml.error(start, &expected, other.unwrap_or_default()))
            }
        }
    }

    /// An error at an offset of the document.
    pub(super) fn error(&self, offset: usize, expected: &str, found: &str) -> String {
        format!("{}: expected {expected}, found {}", self.place(offset), quoted(found))
    }

    /// The file, line and column of an offset.
    pub(super) fn place(&self, offset: usize) -> String {
        format!("{}:{}", self.file, self.document.text_pos_at(offset))
    }
}

/// A text whose control characters are escaped, for a terminal may obey them.
fn without_controls(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        if c.is_control() { shown.extend(c.escape_debug()) } else { shown.push(c) }
    }
    shown
}

/// A text in quotes, escaped, and cut if it is long: it may be anything.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(80) {
        None => format!("{text:?}"),
        Some((end, _)) => format!("{:?}… ({} bytes)", &text[..end], text.len()),
    }
}
