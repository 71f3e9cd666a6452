//! What an update changes, by the identity of rows and contacts.

use core::fmt::Write;
use std::collections::{HashMap, VecDeque};

use super::tables::Tables;
use crate::sizes::grouped;

/// How many names a line of the summary shows.
const SHOWN: usize = 5;

/// The differences between two tables, as names in the order of the tables.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    pub(super) added: Vec<String>,
    pub(super) removed: Vec<String>,
    pub(super) changed: Vec<String>,
}

/// Rows by name, port number and transport protocol.
pub(super) fn of_services(present: &Tables, new: &Tables) -> Changes {
    changes(&present.services, &new.services, |[name, port, transport, ..]| {
        let key = match (port.as_str(), transport.as_str()) {
            (one, "") | ("", one) => one.to_owned(),
            (port, transport) => format!("{port}/{transport}"),
        };
        match (name.as_str(), key.as_str()) {
            ("", key) => key.to_owned(),
            (name, "") => name.to_owned(),
            (name, key) => format!("{name} ({key})"),
        }
    })
}

/// Contacts by handle.
pub(super) fn of_contacts(present: &Tables, new: &Tables) -> Changes {
    changes(&present.contacts, &new.contacts, |[handle, ..]| handle.clone())
}

/// What tells rows apart is also what they are called; of several with the
/// same name, equal ones go together first.
fn changes<const COLUMNS: usize>(
    present: &[[String; COLUMNS]],
    new: &[[String; COLUMNS]],
    name: impl Fn(&[String; COLUMNS]) -> String,
) -> Changes {
    let mut left: HashMap<String, VecDeque<&[String; COLUMNS]>> = HashMap::new();
    for row in present {
        left.entry(name(row)).or_default().push_back(row);
    }
    let mut different = Vec::new();
    for row in new {
        let same_name = left.entry(name(row)).or_default();
        match same_name.iter().position(|other| *other == row) {
            Some(place) => _ = same_name.remove(place),
            None => different.push(row),
        }
    }
    let mut changes = Changes::default();
    for row in different {
        let name = name(row);
        match left.get_mut(&name).and_then(VecDeque::pop_front) {
            Some(_) => changes.changed.push(name),
            None => changes.added.push(name),
        }
    }
    for row in present {
        // Rows of the same name that are left are as good as each other.
        if left.get_mut(&name(row)).and_then(VecDeque::pop_front).is_some() {
            changes.removed.push(name(row));
        }
    }
    changes
}

impl Changes {
    pub(super) fn is_empty(&self) -> bool {
        self.kinds().iter().all(|(_, names)| names.is_empty())
    }

    fn kinds(&self) -> [(&'static str, &[String]); 3] {
        [("added", &self.added), ("removed", &self.removed), ("changed", &self.changed)]
    }

    /// "2 rows added, 1 removed", of those kinds that there are.
    pub(super) fn counted(&self, what: &str) -> String {
        let mut text = String::new();
        for (kind, names) in self.kinds().into_iter().filter(|(_, names)| !names.is_empty()) {
            let count = grouped(names.len() as u64);
            match (text.is_empty(), names.len()) {
                (true, 1) => _ = write!(text, "{count} {what} {kind}"),
                (true, _) => _ = write!(text, "{count} {what}s {kind}"),
                (false, _) => _ = write!(text, ", {count} {kind}"),
            }
        }
        if text.is_empty() { format!("no {what}s changed") } else { text }
    }

    /// A line for each kind that there is, with the first names.
    pub(super) fn listed(&self) -> String {
        let mut text = String::new();
        for (kind, names) in self.kinds().into_iter().filter(|(_, names)| !names.is_empty()) {
            let shown = &names[..names.len().min(SHOWN)];
            _ = write!(text, "  {kind}: {}", shown.join(", "));
            if names.len() > SHOWN {
                _ = write!(text, " and {} more", grouped((names.len() - SHOWN) as u64));
            }
            text.push('\n');
        }
        text
    }
}
