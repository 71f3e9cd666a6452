//! Registries of cells, and diffs as the model has them.

use iana_ports::diff::{Change, Changed, Changes, Diff};
use iana_ports::load::{NewContact, NewRecord};
use iana_ports::{Contact, Record, Registry};

use super::model::Line;
use crate::oracle::choices::Choose;

/// The cells of a row.
pub(crate) type Row = [String; 12];

/// The cells of a contact.
pub(crate) type Person = [String; 5];

/// A row with a name, ports, a transport and a description.
pub(crate) fn row(cells: [&str; 4]) -> Row {
    let mut row: Row = Default::default();
    for (cell, text) in row.iter_mut().zip(cells) {
        text.clone_into(cell);
    }
    row
}

pub(crate) fn person(cells: [&str; 5]) -> Person {
    cells.map(str::to_owned)
}

const HANDLES: [&str; 5] = ["", "[a]", "[b]", "[B][a]", "[c]"];

/// A row out of so few that many meet.
pub(crate) fn random_row(random: &mut impl Choose) -> Row {
    let name = random.one(&["", "", "x", "X", "y", "z"]);
    let mut ports = random.one(&["1", "2", "1-3", "3-4", "2-6", "5"]);
    if !name.is_empty() {
        ports = random.one(&["", ports]);
    }
    let mut row = row([name, ports, random.one(&["", "tcp", "udp"]), random.one(&["", "d", "e"])]);
    random.one(&HANDLES).clone_into(&mut row[4]);
    random.one(&HANDLES).clone_into(&mut row[5]);
    row
}

/// The registry of such cells, through the builder.
#[track_caller]
pub(crate) fn registry(rows: &[Row], people: &[Person]) -> Registry {
    let mut builder = Registry::builder();
    for cells in rows {
        builder = builder.record(entry(cells));
    }
    for [handle, name, organization, uris, updated] in people {
        let mut contact = NewContact::new(handle).name(name).organization(organization);
        contact = uris.lines().fold(contact, NewContact::uri);
        if !updated.is_empty() {
            contact = contact.updated(updated.parse().expect("a date"));
        }
        builder = builder.contact(contact);
    }
    builder.build().expect("it compiles")
}

fn entry(cells: &Row) -> NewRecord {
    let [name, ports, transport, description, assignee, contact, registered, ..] = cells;
    let [.., modified, reference, code, unauthorized_use, notes] = cells;
    let record = match (name.is_empty(), description.to_lowercase().contains("unassigned")) {
        (false, _) => NewRecord::service(name),
        (true, false) => NewRecord::reserved(0..=0),
        (true, true) => NewRecord::unassigned(0..=0),
    };
    let mut entry = record.description(description).unauthorized_use(unauthorized_use).notes(notes);
    if let Some((first, last)) = ports.split_once('-') {
        entry = entry.ports(first.parse().expect("a port")..=last.parse().expect("a port"));
    } else if !ports.is_empty() {
        entry = entry.port(ports.parse().expect("a port"));
    }
    if !transport.is_empty() {
        entry = entry.transport(transport.parse().expect("a transport"));
    }
    if !registered.is_empty() {
        entry = entry.registered(registered.parse().expect("a date"));
    }
    if !modified.is_empty() {
        entry = entry.modified(modified.parse().expect("a date"));
    }
    if !code.is_empty() {
        entry = entry.service_code(code.parse().expect("a service code"));
    }
    entry = parts(assignee).fold(entry, NewRecord::assignee);
    entry = parts(contact).fold(entry, NewRecord::contact);
    parts(reference).fold(entry, NewRecord::reference)
}

/// The parts of a cell, without their brackets.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['[', ']']).filter(|part| !part.is_empty())
}

/// The changes of rows, as the model has them.
pub(crate) fn rows_of(diff: &Diff<'_>) -> Vec<Line> {
    lines(diff.records(), Record::to_string, |changed| changed.fields())
}

/// The changes of contacts, as the model has them.
pub(crate) fn contacts_of(diff: &Diff<'_>) -> Vec<Line> {
    lines(
        diff.contacts(),
        |contact: &Contact<'_>| contact.handle().to_owned(),
        |changed| changed.fields(),
    )
}

fn lines<'r, T: Copy>(
    changes: &Changes<T>,
    shown: impl Fn(&T) -> String,
    fields: impl Fn(Changed<T>) -> iana_ports::diff::FieldChanges<'r>,
) -> Vec<Line> {
    let line = |change: &Change<T>| {
        assert_eq!(
            shown(&change.row()),
            shown(&change.after().or(change.before()).expect("either"))
        );
        match change {
            Change::Added(row) => Line::Added(shown(row)),
            Change::Removed(row) => Line::Removed(shown(row)),
            Change::Changed(changed) => Line::Changed(
                shown(&changed.after()),
                fields(*changed)
                    .map(|field| {
                        (field.column(), field.before().to_owned(), field.after().to_owned())
                    })
                    .collect(),
            ),
        }
    };
    changes.iter().map(line).collect()
}
