//! IANA's XML to the tables of `registry/`, element by element.

use roxmltree::Node;

use super::tables::Tables;
use super::text::{LeftOut, attribute, description, note, one_line, plain, raw, reference};
use super::xml::{NAMESPACE, Xml};

/// The tables of an edition, and where in the document their rows come from.
#[derive(Debug)]
pub(super) struct Converted {
    pub(super) tables: Tables,
    /// The offset of each row of services, and of each contact.
    pub(super) services: Vec<usize>,
    pub(super) contacts: Vec<usize>,
    pub(super) left_out: LeftOut,
}

/// Converts a document whose elements are known to be those of the schema.
pub(super) fn convert(xml: &Xml<'_>) -> Result<Converted, String> {
    let mut left_out = LeftOut::default();
    let mut tables = Tables { edition: head(xml, &mut left_out)?, ..Tables::default() };
    let (mut services, mut contacts) = (Vec::new(), Vec::new());
    for record in children(xml.registry, "record") {
        services.push(record.range().start);
        tables.services.push(row(xml, record, &mut left_out)?);
    }
    left_out.footnotes = children(xml.registry, "footnote").count();
    let people = child(xml.registry, "people");
    for person in people.into_iter().flat_map(|people| children(people, "person")) {
        contacts.push(person.range().start);
        tables.contacts.push(contact(xml, person, &mut left_out)?);
    }
    for (what, rows) in [("record", services.len()), ("person", contacts.len())] {
        if rows == 0 {
            let expected = format!("at least one <{what}> in the registry");
            return Err(xml.error(xml.registry.range().start, &expected, "none"));
        }
    }
    Ok(Converted { tables, services, contacts, left_out })
}

/// A record as the twelve columns of IANA's CSV.
fn row(
    xml: &Xml<'_>,
    record: Node<'_, '_>,
    left_out: &mut LeftOut,
) -> Result<[String; 12], String> {
    let cell = |name| plain(child(record, name));
    let date = |name| record.attribute(name).unwrap_or_default().to_owned();
    let people = children(record, "xref").filter(|xref| is_person(*xref));
    let people = handles(xml, people, left_out)?;
    let assignees = match child(record, "assignee") {
        Some(assignee) => handles(xml, children(assignee, "xref"), left_out)?,
        None => people.clone(),
    };
    let mut references = String::new();
    for xref in children(record, "xref").filter(|xref| !is_person(*xref)) {
        references.push_str(&format!("[{}]", reference(xml, xref, left_out)?));
    }
    let described = child(record, "description");
    let described = described.map_or(Ok(String::new()), |it| description(xml, it, left_out))?;
    let notes = child(record, "note").map_or(Ok(String::new()), |it| note(xml, it, left_out))?;
    Ok([
        cell("name"),
        cell("number"),
        // As the registry spells all of them: a file that is written from the
        // tables has no other spelling.
        cell("protocol").to_ascii_lowercase(),
        described,
        assignees,
        people,
        date("date"),
        date("updated"),
        references,
        cell("sc"),
        cell("unauthorized"),
        notes,
    ])
}

/// A person as the five columns of IANA's table "Contact Information".
fn contact(
    xml: &Xml<'_>,
    person: Node<'_, '_>,
    left_out: &mut LeftOut,
) -> Result<[String; 5], String> {
    let uris: Vec<String> = children(person, "uri").map(|uri| plain(Some(uri))).collect();
    let cell = |name| plain(child(person, name));
    let (id, padded) = attribute(person, "id");
    left_out.padded_handles += usize::from(padded);
    // Cells put handles in brackets, which one with brackets of its own would end.
    if id.contains(['[', ']']) {
        return Err(xml.error(person.range().start, "an id without brackets", &id));
    }
    Ok([id, cell("name"), cell("org"), uris.join("\n").trim().to_owned(), cell("updated")])
}

/// Handles in brackets, one after the other.
fn handles<'d>(
    xml: &Xml<'_>,
    xrefs: impl Iterator<Item = Node<'d, 'd>>,
    left_out: &mut LeftOut,
) -> Result<String, String> {
    let mut handles = String::new();
    for xref in xrefs {
        if !is_person(xref) {
            let kind = xref.attribute("type").unwrap_or_default();
            return Err(xml.error(xref.range().start, "an <xref> of type person", kind));
        }
        handles.push_str(&format!("[{}]", reference(xml, xref, left_out)?));
    }
    Ok(handles)
}

/// The head of the registry, as far as `edition.csv` has it.
fn head(xml: &Xml<'_>, left_out: &mut LeftOut) -> Result<Vec<[String; 2]>, String> {
    let registry = xml.registry;
    let mut head = Vec::new();
    let mut push = |field: &str, value: String| head.push([field.to_owned(), value]);
    for (field, name) in [("Title", "title"), ("Last Updated", "updated")] {
        let value = plain(child(registry, name));
        if value.is_empty() {
            let expected = format!("a <{name}> of the registry");
            return Err(xml.error(registry.range().start, &expected, ""));
        }
        push(field, value);
    }
    let mut references = String::new();
    for xref in children(registry, "xref") {
        references.push_str(&format!("[{}]", reference(xml, xref, left_out)?));
    }
    push("Reference", references);
    for [field, names] in experts_of(&raw(child(registry, "expert"))) {
        push(&field, names);
    }
    let request = |note: &Node<'_, '_>| note.attribute("title") == Some("Request an Assignment");
    let request = children(registry, "note").find(request);
    let uri = request.into_iter().flat_map(|note| children(note, "xref"));
    for uri in uri.filter(|xref| xref.attribute("type") == Some("uri")).take(1) {
        let (data, padded) = attribute(uri, "data");
        left_out.padded_references += usize::from(padded);
        push("Apply", data);
    }
    Ok(head)
}

/// The experts of each transport protocol: `SCTP: Michael Tuexen`, where what
/// follows on lines of its own belongs to the last.
fn experts_of(text: &str) -> Vec<[String; 2]> {
    let mut experts: Vec<[String; 2]> = Vec::new();
    for line in text.lines().map(one_line).filter(|line| !line.is_empty()) {
        let protocols = |label: &&str| label.chars().all(|c| c.is_ascii_uppercase() || c == '/');
        match line.split_once(": ").filter(|(label, _)| protocols(label)) {
            Some((label, names)) => experts.push([format!("Experts ({label})"), names.to_owned()]),
            None => match experts.last_mut() {
                Some([_, names]) => *names = format!("{names} {line}"),
                None => experts.push(["Experts".to_owned(), line]),
            },
        }
    }
    experts
}

fn is_person(xref: Node<'_, '_>) -> bool {
    xref.attribute("type") == Some("person")
}

fn child<'d>(element: Node<'d, 'd>, name: &str) -> Option<Node<'d, 'd>> {
    children(element, name).next()
}

fn children<'d, 'n>(
    element: Node<'d, 'd>,
    name: &'n str,
) -> impl Iterator<Item = Node<'d, 'd>> + use<'d, 'n> {
    element.children().filter(move |node| node.has_tag_name((NAMESPACE, name)))
}
