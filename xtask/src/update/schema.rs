//! What IANA's XML of the registry may hold: the elements of its own schema
//! that the tables have a place for, and no others, so that nothing is lost
//! unseen.

use roxmltree::Node;

use super::xml::{NAMESPACE, Xml};

/// What an element may hold.
struct Rule {
    attributes: &'static [&'static str],
    /// Whether text of its own, beside blanks.
    text: bool,
    children: &'static [Child],
}

/// An element that may stand in another, and whether more than once.
struct Child {
    name: &'static str,
    repeated: bool,
    rule: &'static Rule,
}

const fn one(name: &'static str, rule: &'static Rule) -> Child {
    Child { name, repeated: false, rule }
}

const fn many(name: &'static str, rule: &'static Rule) -> Child {
    Child { name, repeated: true, rule }
}

static PLAIN: Rule = Rule { attributes: &[], text: true, children: &[] };
static EMPTY: Rule = Rule { attributes: &[], text: false, children: &[] };
static XREF: Rule = Rule { attributes: &["type", "data", "section"], text: true, children: &[] };
static PARAGRAPH: Rule =
    Rule { attributes: &[], text: true, children: &[many("xref", &XREF), many("br", &EMPTY)] };
static RICH: Rule = Rule {
    attributes: &[],
    text: true,
    children: &[many("xref", &XREF), many("br", &EMPTY), many("paragraph", &PARAGRAPH)],
};
static ASSIGNEE: Rule = Rule { attributes: &[], text: false, children: &[many("xref", &XREF)] };
static RECORD: Rule = Rule {
    attributes: &["date", "updated"],
    text: false,
    children: &[
        one("name", &PLAIN),
        one("protocol", &PLAIN),
        one("description", &RICH),
        one("number", &PLAIN),
        one("sc", &PLAIN),
        one("note", &RICH),
        one("unauthorized", &PLAIN),
        one("assignee", &ASSIGNEE),
        many("xref", &XREF),
    ],
};
static PERSON: Rule = Rule {
    attributes: &["id"],
    text: false,
    children: &[
        one("name", &PLAIN),
        one("org", &PLAIN),
        many("uri", &PLAIN),
        one("updated", &PLAIN),
    ],
};
static PEOPLE: Rule = Rule { attributes: &[], text: false, children: &[many("person", &PERSON)] };
static HEAD_TEXT: Rule =
    Rule { attributes: &["title", "format", "anchor"], text: true, children: RICH.children };
static REGISTRY: Rule = Rule {
    attributes: &["id"],
    text: false,
    children: &[
        one("title", &PLAIN),
        one("created", &PLAIN),
        one("updated", &PLAIN),
        many("category", &PLAIN),
        one("registration_rule", &HEAD_TEXT),
        one("expert", &PLAIN),
        one("description", &HEAD_TEXT),
        many("note", &HEAD_TEXT),
        many("xref", &XREF),
        many("record", &RECORD),
        many("footnote", &HEAD_TEXT),
        one("people", &PEOPLE),
    ],
};

/// Checks that a document holds nothing that the conversion does not know.
pub(super) fn check(xml: &Xml<'_>) -> Result<(), String> {
    of_element(xml, xml.registry, &REGISTRY)
}

/// As deep as the rules are.
fn of_element(xml: &Xml<'_>, element: Node<'_, '_>, rule: &Rule) -> Result<(), String> {
    let name = element.tag_name().name();
    for attribute in element.attributes() {
        if !rule.attributes.contains(&attribute.name()) || attribute.namespace().is_some() {
            let expected = match rule.attributes {
                [] => format!("no attribute of <{name}>"),
                known => format!("an attribute of <{name}> among {}", known.join(", ")),
            };
            let found = attribute.name();
            return Err(xml.error(attribute.range().start, &expected, found));
        }
    }
    let mut seen = Vec::new();
    for node in element.children() {
        if let Some(text) = node.text().filter(|text| node.is_text() && !text.trim().is_empty()) {
            if !rule.text {
                let expected = format!("no text of its own in <{name}>");
                let source = &xml.document.input_text()[node.range()];
                let blanks = source.len() - source.trim_start().len();
                return Err(xml.error(node.range().start + blanks, &expected, text.trim()));
            }
        }
        if !node.is_element() {
            continue;
        }
        let (tag, start) = (node.tag_name(), node.range().start);
        let known = rule.children.iter().find(|child| child.name == tag.name());
        let Some(child) = known.filter(|_| tag.namespace() == Some(NAMESPACE)) else {
            let names: Vec<&str> = rule.children.iter().map(|child| child.name).collect();
            let expected = match names[..] {
                [] => format!("no element in <{name}>"),
                _ => format!("an element of <{name}> among {}", names.join(", ")),
            };
            return Err(xml.error(start, &expected, tag.name()));
        };
        if !child.repeated && seen.contains(&child.name) {
            let expected = format!("one <{}> in <{name}>", child.name);
            return Err(xml.error(start, &expected, "another"));
        }
        seen.push(child.name);
        of_element(xml, node, child.rule)?;
    }
    Ok(())
}
