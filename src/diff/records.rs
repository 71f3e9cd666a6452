//! Matching of rows: which rows of two registries are the same.

use alloc::string::String;
use alloc::vec::Vec;
use std::borrow::Cow;

use super::changes::Changes;
use super::pairs::Pairs;
use super::people::Renamed;
use super::row::{ASSIGNEE, CONTACT, Compared, Row, Whitespace, handles};
use crate::registry::Registry;
use crate::registry::record::Record;
use crate::values::transport::Transport;

/// Compares the rows; handles that are only renamed are the same.
pub(super) fn compare<'r>(
    older: &'r Registry,
    newer: &'r Registry,
    renamed: &Renamed<'r>,
    whitespace: Whitespace,
) -> Changes<Record<'r>> {
    let rows = |registry: &'r Registry, renamed: &Renamed<'r>| -> Vec<_> {
        let cells = |record| with_new_handles(record, renamed);
        registry
            .records()
            .map(|one| {
                Compared::new(one, cells(one), whitespace, |cells| Identity::new(one, &cells[0]))
            })
            .collect()
    };
    let (old, new) = (rows(older, renamed), rows(newer, &Renamed::new()));
    let both = [&*old, &*new];
    let mut pairs = Pairs::none(old.len(), new.len());
    pairs.by_key(usize::MAX, both, |row| Some(&row.cells));
    pairs.by_key(usize::MAX, both, |row| Some(&row.key));
    let reordered = pairs.is_reordered();
    pairs.by_key(1, both, |row| row.key.without_ports());
    pairs.by_key(1, both, |row| row.key.without_transport());
    for transport in Transport::ALL.iter().copied().map(Some).chain([None]) {
        pair_spans(&mut pairs, both, transport);
    }
    Changes::new(both, &pairs, reordered)
}

/// The cells of an old row, as if its contacts were renamed already.
fn with_new_handles<'r>(record: Record<'r>, renamed: &Renamed<'r>) -> [Cow<'r, str>; 12] {
    let mut cells = record.cells();
    if !renamed.is_empty() {
        let spelled = |handle| renamed.get(handle).copied().unwrap_or(handle);
        cells[ASSIGNEE] = handles(record.assignees(), spelled);
        cells[CONTACT] = handles(record.contacts(), spelled);
    }
    cells
}

type ComparedRow<'r> = Compared<'r, Record<'r>, Identity>;

/// What tells rows apart.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Identity {
    /// In lower case; empty for a nameless row.
    name: String,
    transport: Option<Transport>,
    ports: Option<(u16, u16)>,
}

impl Identity {
    fn new(record: Record<'_>, name: &str) -> Self {
        Self {
            name: name.to_ascii_lowercase(),
            transport: record.transport(),
            ports: record.ports().map(|ports| ports.into_inner()),
        }
    }

    fn without_ports(&self) -> Option<(&str, Option<Transport>)> {
        (!self.name.is_empty()).then_some((&self.name, self.transport))
    }

    fn without_transport(&self) -> Option<(&str, Option<(u16, u16)>)> {
        (!self.name.is_empty()).then_some((&self.name, self.ports))
    }
}

/// Pairs the nameless rows that are left on a transport, where two share ports
/// with each other and with no third.
fn pair_spans(pairs: &mut Pairs, [old, new]: [&[ComparedRow<'_>]; 2], on: Option<Transport>) {
    let spans = |rows: &[ComparedRow<'_>], left: &mut dyn Iterator<Item = usize>| {
        let nameless = left
            .map(|place| (&rows[place].key, place))
            .filter(|(row, _)| row.name.is_empty() && row.transport == on);
        Spans::new(nameless.filter_map(|(row, place)| Some((row.ports?, place))).collect())
    };
    let old = spans(old, &mut pairs.left_of_old());
    let new = spans(new, &mut pairs.left_of_new());
    for &(ports, place) in &old.by_first {
        if let Some((other, other_place)) = new.only_on(ports) {
            if old.only_on(other).is_some() {
                pairs.pair(place, other_place);
            }
        }
    }
}

/// Spans of ports, and the place of each.
pub(super) struct Spans<P> {
    by_first: Vec<((P, P), usize)>,
    /// The last ports, in order.
    lasts: Vec<P>,
    /// For each of `by_first`, which up to it goes furthest.
    furthest: Vec<usize>,
}

impl<P: Copy + Ord> Spans<P> {
    pub(super) fn new(mut by_first: Vec<((P, P), usize)>) -> Self {
        by_first.sort_unstable();
        let mut lasts: Vec<P> = by_first.iter().map(|((_, last), _)| *last).collect();
        let furthest = lasts
            .iter()
            .enumerate()
            .scan(0, |furthest, (index, last)| {
                if *last > lasts[*furthest] {
                    *furthest = index;
                }
                Some(*furthest)
            })
            .collect();
        lasts.sort_unstable();
        Self { by_first, lasts, furthest }
    }

    /// The only one that has any of these ports.
    pub(super) fn only_on(&self, (first, last): (P, P)) -> Option<((P, P), usize)> {
        let begun = self.by_first.partition_point(|((start, _), _)| *start <= last);
        let ended = self.lasts.partition_point(|end| *end < first);
        // Those that ended before `first` have begun before `last`.
        (begun == ended + 1).then(|| self.by_first[self.furthest[begun - 1]])
    }
}
