//! Run-length merging of rows: consecutive rows that differ only in their
//! transport are one entry.

use alloc::vec::Vec;

use crate::compile::error::RegistryError;
use crate::compile::model::contacts::ContactInterner;
use crate::compile::model::{Entry, indexed};
use crate::compile::pool::hasher::Set;
use crate::compile::rows::ServiceRow;

/// Merges rows into entries, from which the order of the rows follows:
/// `entries` in order, the transports of each in order, and interleaved entries
/// transport by transport.
pub(in crate::compile) fn entries<'t>(
    rows: &[ServiceRow<'t>],
    preferred: &Set<usize>,
    people: &mut ContactInterner<'t>,
) -> Result<Vec<Entry<'t>>, RegistryError> {
    /// Bound of the search: services whose rows alternate come in pairs.
    const MOST_INTERLEAVED: usize = 8;
    let differ_only_in_transport = |a: usize, b: usize| {
        let columns = |index: usize| {
            let row: &ServiceRow<'_> = &rows[index];
            (
                (
                    row.name.text,
                    row.ports,
                    row.is_range,
                    row.description,
                    row.assignees.text(),
                    row.contacts.text(),
                ),
                (row.registered, row.modified, row.references, row.service_code),
                (row.unauthorized_use, row.notes, preferred.contains(&index), row.rank),
            )
        };
        rows[a].transport.is_some() && rows[b].transport.is_some() && columns(a) == columns(b)
    };
    // An interleaved run has one entry a name, because look-ups of a name order
    // its rows with aliases last.
    let is_new_name = |from: usize, at: usize| {
        let name = rows[at].name.text;
        name.is_empty()
            || !rows[from..at].iter().any(|row| row.name.text.eq_ignore_ascii_case(name))
    };
    let mut entries = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let first = rows[at].transport;
        // The width of the run: rows of one transport before the first name
        // comes again on another.
        let width = (1..=MOST_INTERLEAVED)
            .take_while(|width| {
                at + width < rows.len()
                    && rows[at + width - 1].transport == first
                    && is_new_name(at, at + width - 1)
            })
            .find(|width| {
                rows[at + width].transport > first && differ_only_in_transport(at, at + width)
            })
            .unwrap_or(1);
        let block = entries.len();
        for (index, row) in rows.iter().enumerate().skip(at).take(width) {
            let interleaved = index + 1 < at + width;
            entries.push(Entry::new(row, preferred.contains(&index), interleaved, people)?);
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
            entry.transports.extend(rows[at].transport);
            member = found + 1;
            at += 1;
        }
    }
    for (index, entry) in indexed(&entries) {
        let mut handles = entry.assignees.clone();
        handles.extend(&entry.contacts);
        handles.sort_unstable();
        handles.dedup();
        for contact in handles {
            people.contacts[usize::from(contact)].entries.push(index);
        }
    }
    Ok(entries)
}

impl<'t> Entry<'t> {
    fn new(
        row: &ServiceRow<'t>,
        preferred: bool,
        interleaved: bool,
        people: &mut ContactInterner<'t>,
    ) -> Result<Self, RegistryError> {
        Ok(Self {
            name: row.name.text,
            ports: row.ports,
            is_range: row.is_range,
            transports: row.transport.into_iter().collect(),
            interleaved,
            description: row.description,
            assignees: people.of(row.assignees)?,
            contacts: people.of(row.contacts)?,
            registered: row.registered,
            modified: row.modified,
            references: row.references,
            service_code: row.service_code,
            unauthorized_use: row.unauthorized_use,
            notes: row.notes,
            preferred,
            rank: row.rank,
        })
    }
}
