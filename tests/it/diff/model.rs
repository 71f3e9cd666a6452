//! What a diff has to be, worked out by comparing every row with every other.

use core::ops::RangeInclusive;

use super::cells::{Person, Row};
use crate::oracle::columns;

/// A change: what is shown of a row, and the changed columns.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Added(String),
    Removed(String),
    Changed(String, Vec<(&'static str, String, String)>),
}

/// A table in two editions, and which of its rows are the same.
struct Matching<'a, T> {
    old: &'a [T],
    new: &'a [T],
    /// For each new row, the old one.
    old_of: Vec<Option<usize>>,
    /// Which old rows have a new one.
    taken: Vec<bool>,
    reordered: bool,
}

impl<'a, T> Matching<'a, T> {
    fn new(old: &'a [T], new: &'a [T]) -> Self {
        let (old_of, taken) = (vec![None; new.len()], vec![false; old.len()]);
        Self { old, new, old_of, taken, reordered: false }
    }

    fn is_left(&self, old: usize) -> bool {
        !self.taken[old]
    }

    /// Each new row that is left goes to the first such old row.
    fn in_order(&mut self, same: impl Fn(&T, &T) -> bool) {
        for new in 0..self.new.len() {
            if self.old_of[new].is_none() {
                let found = (0..self.old.len())
                    .find(|&old| self.is_left(old) && same(&self.old[old], &self.new[new]));
                if let Some(old) = found {
                    self.pair(old, new);
                }
            }
        }
    }

    /// Two rows that are left and the only ones for each other.
    fn only(&mut self, same: impl Fn(&T, &T) -> bool) {
        let left: Vec<usize> = (0..self.old.len()).filter(|&old| self.is_left(old)).collect();
        let left_new: Vec<usize> =
            (0..self.new.len()).filter(|&new| self.old_of[new].is_none()).collect();
        let fits = |old: usize, new: usize| same(&self.old[old], &self.new[new]);
        let mut found = Vec::new();
        for &new in &left_new {
            let olds: Vec<_> = left.iter().copied().filter(|&old| fits(old, new)).collect();
            if let [old] = olds[..] {
                if left_new.iter().filter(|&&new| fits(old, new)).count() == 1 {
                    found.push((old, new));
                }
            }
        }
        for (old, new) in found {
            self.pair(old, new);
        }
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.old_of[new] = Some(old);
        self.taken[old] = true;
    }

    fn note_order(&mut self) {
        let places: Vec<usize> = self.old_of.iter().copied().flatten().collect();
        self.reordered = places.windows(2).any(|two| two[0] > two[1]);
    }

    fn lines(
        &self,
        shown: impl Fn(&T) -> String,
        fields: impl Fn(&T, &T) -> Vec<(&'static str, String, String)>,
    ) -> Vec<Line> {
        // A removed row comes after the row that it followed, and what was removed with
        // it.
        let mut lines = Vec::new();
        let removed_after = |place: Option<usize>| {
            (0..self.old.len())
                .filter(move |&old| self.is_left(old))
                .filter(move |&old| (0..old).rev().find(|&before| !self.is_left(before)) == place)
        };
        lines.extend(removed_after(None).map(|old| Line::Removed(shown(&self.old[old]))));
        for (new, row) in self.new.iter().enumerate() {
            let Some(old) = self.old_of[new] else {
                lines.push(Line::Added(shown(row)));
                continue;
            };
            let fields = fields(&self.old[old], row);
            if !fields.is_empty() {
                lines.push(Line::Changed(shown(row), fields));
            }
            lines.extend(removed_after(Some(old)).map(|old| Line::Removed(shown(&self.old[old]))));
        }
        lines
    }
}

fn fields<const COLUMNS: usize>(
    names: [&'static str; COLUMNS],
    old: &[String; COLUMNS],
    new: &[String; COLUMNS],
    same: impl Fn(&str, &str) -> bool,
) -> Vec<(&'static str, String, String)> {
    let cells = old.iter().zip(new);
    names
        .into_iter()
        .zip(cells)
        .filter(|(_, (old, new))| !same(old, new))
        .map(|(name, (old, new))| (name, old.clone(), new.clone()))
        .collect()
}

/// What changed in two contact tables, whether their order did, and the old and
/// new handles of those that are renamed. The rows may name further handles.
pub(crate) fn contacts(
    (old, old_rows): (&[Person], &[Row]),
    (new, new_rows): (&[Person], &[Row]),
) -> (Vec<Line>, bool, Vec<(String, String)>) {
    let known = |people: &[Person], rows: &[Row], handle: &str| {
        let bracketed = format!("[{handle}]");
        people.iter().any(|person| person[0] == handle)
            || rows.iter().any(|row| row[4].contains(&bracketed) || row[5].contains(&bracketed))
    };
    let mut matching = Matching::new(old, new);
    matching.in_order(|old, new| old[0] == new[0]);
    matching.note_order();
    let rules: [fn(&Person, &Person) -> bool; 4] = [
        |old, new| old[0].eq_ignore_ascii_case(&new[0]),
        |old, new| {
            let known = !old[3].is_empty() || (!old[1].is_empty() && !old[2].is_empty());
            known && old[1..4] == new[1..4]
        },
        |old, new| {
            !old[1].is_empty() && !old[3].is_empty() && (&old[1], &old[3]) == (&new[1], &new[3])
        },
        |old, new| !old[1].is_empty() && !old[2].is_empty() && old[1..3] == new[1..3],
    ];
    for rule in rules {
        matching.only(|before, after| {
            !known(new, new_rows, &before[0])
                && !known(old, old_rows, &after[0])
                && rule(before, after)
        });
    }
    let renamed = matching
        .old_of
        .iter()
        .zip(new)
        .filter_map(|(place, new)| Some((old[(*place)?][0].clone(), new[0].clone())))
        .filter(|(old, new)| old != new)
        .collect();
    let lines = matching.lines(
        |person| person[0].clone(),
        |old, new| fields(columns::PERSON, old, new, |old, new| old == new),
    );
    (lines, matching.reordered, renamed)
}

/// What changed in the rows, and whether their order did.
pub(crate) fn rows(old: &[Row], new: &[Row], renamed: &[(String, String)]) -> (Vec<Line>, bool) {
    let cell = |old: &str| {
        let renamed = renamed.iter().filter(|_| old.starts_with('['));
        renamed.fold(old.to_owned(), |cell, (old, new)| {
            // No new handle is an old one.
            cell.replace(&format!("[{old}]"), &format!("[{new}]"))
        })
    };
    let same_cell = |old: &str, new: &str| old == new || cell(old) == new;
    let same_cells =
        |old: &Row, new: &Row| old.iter().zip(new).all(|(old, new)| same_cell(old, new));
    let same_name = |old: &Row, new: &Row| old[0].eq_ignore_ascii_case(&new[0]);
    let mut matching = Matching::new(old, new);
    matching.in_order(same_cells);
    matching.in_order(|old, new| same_name(old, new) && old[1..3] == new[1..3]);
    matching.note_order();
    let is_named = |row: &Row| !row[0].is_empty();
    matching.only(|old, new| is_named(old) && same_name(old, new) && old[2] == new[2]);
    matching.only(|old, new| is_named(old) && same_name(old, new) && old[1] == new[1]);
    matching.only(|old, new| {
        let (ours, theirs) = (ports(&old[1]), ports(&new[1]));
        let meet = ours.start() <= theirs.end() && theirs.start() <= ours.end();
        !is_named(old) && !is_named(new) && old[2] == new[2] && meet
    });
    (
        matching.lines(shown, |old, new| fields(columns::ROW, old, new, same_cell)),
        matching.reordered,
    )
}

#[allow(clippy::reversed_empty_ranges, reason = "a row without ports meets none")]
fn ports(cell: &str) -> RangeInclusive<u16> {
    if cell.is_empty() {
        return 1..=0;
    }
    let (first, last) = cell.split_once('-').unwrap_or((cell, cell));
    first.parse().expect("a port")..=last.parse().expect("a port")
}

/// As `Display` of a record.
fn shown(row: &Row) -> String {
    let [name, ports, transport, description, ..] = row;
    let key = match (ports.as_str(), transport.as_str()) {
        (one, "") | ("", one) => one.to_owned(),
        (ports, transport) => format!("{ports}/{transport}"),
    };
    let name = match name.as_str() {
        "" if description.to_lowercase().contains("unassigned") => "Unassigned",
        "" => "Reserved",
        name => name,
    };
    if key.is_empty() { name.to_owned() } else { format!("{name} ({key})") }
}
