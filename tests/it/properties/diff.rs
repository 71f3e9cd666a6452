//! Diffs: those of a model, and the same backwards.

use core::fmt::Debug;

use iana_ports::Registry;
use iana_ports::diff::{Change, Changed, Changes, Diff, FieldChanges};

use super::csv::with_header;
use crate::diff::cells::{Person, Row, contacts_of, person, random_row, registry, rows_of};
use crate::diff::model;
use crate::oracle::choices::{Choices, Choose};

/// The line between two tables of services.
const BETWEEN: &[u8] = b"\n---\n";

/// What is told of a diff, for a test that the cases are there.
#[derive(Default)]
pub(crate) struct Told {
    pub(crate) changed: usize,
    pub(crate) renamed: usize,
    pub(crate) reordered: usize,
}

/// Compares two registries, which bytes choose. Bytes with a line `---` are the
/// tables of services on both sides of it, of which the model knows too little.
pub(crate) fn check(bytes: &[u8]) -> Told {
    let between = bytes.windows(BETWEEN.len()).position(|part| part == BETWEEN);
    match between {
        None => against_the_model(&mut Choices(bytes)),
        Some(end) => {
            let old = Registry::from_csv(&with_header(&bytes[..=end])[..]);
            let new = Registry::from_csv(&with_header(&bytes[end + BETWEEN.len()..])[..]);
            if let (Ok(old), Ok(new)) = (old, new) {
                both_ways(&old, &new);
            }
            Told::default()
        }
    }
}

fn random_people(random: &mut impl Choose) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for handle in ["a", "A", "b", "B", "c", "d"] {
        if random.below(2) == 1 {
            let cells = [
                handle,
                random.one(&["", "N", "M"]),
                random.one(&["", "O"]),
                random.one(&["", "mailto:u&e.example", "tel:1"]),
                "",
            ];
            let place = random.below(people.len() + 1);
            people.insert(place, person(cells));
        }
    }
    people
}

fn against_the_model(random: &mut impl Choose) -> Told {
    let count = random.below(9);
    let old: Vec<Row> = (0..count).map(|_| random_row(random)).collect();
    let mut new = old.clone();
    for _ in 0..random.below(5) {
        match (random.below(3), new.len()) {
            (0, length) => new.insert(random.below(length + 1), random_row(random)),
            (_, 0) => {}
            (1, length) => _ = new.remove(random.below(length)),
            (_, length) => {
                let (place, cells) = (random.below(length), random_row(random));
                let column = random.below(6);
                new[place][column].clone_from(&cells[column]);
                if new[place][0].is_empty() && new[place][1].is_empty() {
                    new.remove(place);
                }
            }
        }
    }
    let (old_people, new_people) = (random_people(random), random_people(random));
    let (older, newer) = (registry(&old, &old_people), registry(&new, &new_people));
    let diff = older.diff(&newer);
    let (people, people_reordered, renamed) =
        model::contacts((&old_people, &old), (&new_people, &new));
    let (rows, rows_reordered) = model::rows(&old, &new, &renamed);
    let shown = format!("{old:?}\n{new:?}\n{old_people:?}\n{new_people:?}\n{diff}");
    assert_eq!(contacts_of(&diff), people, "{shown}");
    assert_eq!(rows_of(&diff), rows, "{shown}");
    let orders = (diff.records().is_reordered(), diff.contacts().is_reordered());
    assert_eq!(orders, (rows_reordered, people_reordered), "{shown}");
    let nothing = rows.is_empty() && people.is_empty() && !rows_reordered && !people_reordered;
    assert_eq!(diff.is_empty(), nothing, "{shown}");
    both_ways(&older, &newer);
    Told {
        changed: diff.records().changed(),
        renamed: renamed.len(),
        reordered: rows_reordered.into(),
    }
}

/// That nothing changes from a registry to itself, and that a diff says what
/// the one in the other direction does.
fn both_ways(old: &Registry, new: &Registry) {
    for registry in [old, new] {
        let diff = registry.diff(registry);
        assert!(diff.is_empty() && diff.records().is_empty(), "{diff}");
    }
    let (there, back) = (old.diff(new), new.diff(old));
    let shown = format!("{there}\n{back}");
    assert_eq!(there.is_empty(), back.is_empty(), "{shown}");
    assert_eq!(edges(&there, core::convert::identity), edges(&back, Edge::reversed), "{shown}");
    for diff in [there, back] {
        let json: serde_json::Value =
            serde_json::from_str(&diff.json().to_string()).expect("it is JSON");
        let changes = json["records"]["changes"].as_array().expect("changes").len();
        assert_eq!(changes, diff.records().as_slice().len(), "{json}");
        assert!(!diff.to_string().contains(|c: char| c.is_control() && c != '\n'), "{shown}");
    }
}

/// What changed of a row, without its place.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    before: Option<String>,
    after: Option<String>,
    fields: Vec<(&'static str, String, String)>,
}

impl Edge {
    fn reversed(self) -> Self {
        let fields = self.fields.into_iter().map(|(column, old, new)| (column, new, old));
        Self { before: self.after, after: self.before, fields: fields.collect() }
    }
}

/// The changes of records and of contacts, sorted, and whether these are in
/// another order.
fn edges(diff: &Diff<'_>, to: fn(Edge) -> Edge) -> [(Vec<Edge>, bool); 2] {
    [of(diff.records(), |one| one.fields(), to), of(diff.contacts(), |one| one.fields(), to)]
}

fn of<'r, T: Copy + Debug + ToString>(
    changes: &Changes<T>,
    fields: fn(Changed<T>) -> FieldChanges<'r>,
    to: fn(Edge) -> Edge,
) -> (Vec<Edge>, bool) {
    let edge = |change: &Change<T>| {
        let fields: Vec<_> = match change {
            Change::Changed(changed) => fields(*changed)
                .map(|one| (one.column(), one.before().to_owned(), one.after().to_owned()))
                .collect(),
            _ => Vec::new(),
        };
        let shown = |row: Option<T>| row.map(|row| row.to_string());
        to(Edge { before: shown(change.before()), after: shown(change.after()), fields })
    };
    let mut edges: Vec<Edge> = changes.iter().map(edge).collect();
    edges.sort();
    (edges, changes.is_reordered())
}
