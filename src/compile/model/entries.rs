//! Run-length merging of rows: consecutive rows that differ only in their
//! transport are one entry.

use alloc::vec::Vec;

use crate::compile::error::RegistryError;
use crate::compile::model::contacts::ContactInterner;
use crate::compile::model::{Entry, bit};
use crate::compile::rows::ServiceRow;

/// Merges rows into entries, from which the order of the rows follows:
/// `entries` in order, the transports of each in order, and interleaved entries
/// transport by transport.
pub(in crate::compile) fn entries<'t>(
    rows: &'t [ServiceRow<'t>],
    preferred: &[bool],
    people: &mut ContactInterner<'t>,
) -> Result<Vec<Entry<'t>>, RegistryError> {
    /// Bound of the search: services whose rows alternate come in pairs.
    const MOST_INTERLEAVED: usize = 8;
    let differ_only_in_transport = |a: usize, b: usize| {
        rows[a].differs_only_in_transport(&rows[b]) && preferred[a] == preferred[b]
    };
    // An interleaved run has one entry a name, because look-ups of a name order
    // its rows with aliases last.
    let is_new_name = |from: usize, at: usize| {
        let name = rows[at].name;
        name.is_empty() || !rows[from..at].iter().any(|row| row.name.eq_ignore_ascii_case(name))
    };
    let mut entries = Vec::with_capacity(rows.len());
    let mut at = 0;
    while at < rows.len() {
        // The width of the run: the rows of one transport before the first name
        // comes again on another.
        let first = rows[at].transport;
        let rest = rows[at..].iter().take(MOST_INTERLEAVED + 1);
        let same = rest.take_while(|row| row.transport == first).count();
        let next = at + same;
        let is_run = same <= MOST_INTERLEAVED
            && next < rows.len()
            && rows[next].transport > first
            && differ_only_in_transport(at, next)
            && (at..next).all(|member| is_new_name(at, member));
        let width = if is_run { same } else { 1 };
        let block = entries.len();
        for (index, row) in rows.iter().enumerate().skip(at).take(width) {
            let interleaved = index + 1 < at + width;
            entries.push(Entry::new(row, preferred[index], interleaved, people)?);
        }
        let start = at;
        at += width;
        let mut member = width;
        while at < rows.len() {
            let last = rows[at - 1].transport;
            if rows[at].transport > last {
                member = 0;
            } else if rows[at].transport < last {
                break;
            }
            let Some(found) =
                (member..width).find(|member| differ_only_in_transport(start + member, at))
            else {
                break;
            };
            let entry: &mut Entry<'_> = &mut entries[block + found];
            entry.transports |= rows[at].transport.map_or(0, bit);
            member = found + 1;
            at += 1;
        }
    }
    Ok(entries)
}

impl<'t> Entry<'t> {
    fn new(
        row: &'t ServiceRow<'t>,
        preferred: bool,
        interleaved: bool,
        people: &mut ContactInterner<'t>,
    ) -> Result<Self, RegistryError> {
        Ok(Self {
            row,
            transports: row.transport.map_or(0, bit),
            interleaved,
            description: row.description(),
            assignees: people.of(row.assignees())?,
            contacts: people.of(row.contacts())?,
            preferred,
        })
    }
}
