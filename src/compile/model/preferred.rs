//! Resolution of `preferred.csv` to rows.

use alloc::vec::Vec;

use crate::compile::error::RegistryError;
use crate::compile::model::key;
use crate::compile::pool::folded::Folded;
use crate::compile::pool::hasher::{Map, Set};
use crate::compile::rows::{PreferredRow, ServiceRow};
use crate::values::transport::Transport;

/// The identity of a row: what `preferred.csv` names rows by.
type Identity<'t> = (Folded<'t>, Option<(u16, u16)>, Option<Transport>);

/// Drops preferences whose name, ports and transport no row has.
pub(in crate::compile) fn retain_found(
    rows: &[ServiceRow<'_>],
    preferred: &mut Vec<PreferredRow<'_>>,
) {
    let found = places(rows, preferred);
    preferred.retain(|wanted| found.get(&wanted.identity()).is_some_and(|rows| !rows.is_empty()));
}

/// Whether `preferred.csv` names a row, for each row.
pub(in crate::compile) fn preferred_rows(
    rows: &[ServiceRow<'_>],
    preferred: &[PreferredRow<'_>],
) -> Result<Vec<bool>, RegistryError> {
    let mut places = places(rows, preferred);
    let mut is_preferred = vec![false; rows.len()];
    let (mut keys, mut names) = (Set::default(), Set::default());
    for wanted in preferred {
        // Rows with equal cells go with the first preference for them.
        match places.remove(&wanted.identity()) {
            None => return Err(wanted.name.error("a service that no row before prefers")),
            Some(rows) if rows.is_empty() => {
                return Err(wanted.name.error("a service of this name, port and transport"));
            }
            Some(rows) => rows.into_iter().for_each(|row| is_preferred[row] = true),
        }
        let transports = wanted
            .transport
            .map_or(Transport::ALL, |one| &Transport::ALL[usize::from(one.index())..][..1]);
        for transport in transports {
            if !names.insert((Folded(wanted.name.text), *transport)) {
                return Err(wanted.name.error("one preferred service of a name on a transport"));
            }
            let mut ports = wanted.ports.into_iter().flat_map(|(first, last)| first..=last);
            if !ports.all(|port| keys.insert(key(port, *transport))) {
                return Err(wanted.name.error("one preferred service on a port"));
            }
        }
    }
    Ok(is_preferred)
}

/// The places of the rows that each preference names.
fn places<'t>(
    rows: &[ServiceRow<'t>],
    preferred: &[PreferredRow<'t>],
) -> Map<Identity<'t>, Vec<usize>> {
    let mut places: Map<_, Vec<usize>> = Map::default();
    places.extend(preferred.iter().map(|wanted| (wanted.identity(), Vec::new())));
    if !preferred.is_empty() {
        for (index, row) in rows.iter().enumerate() {
            if let Some(rows) = places.get_mut(&(Folded(row.name), row.ports, row.transport)) {
                rows.push(index);
            }
        }
    }
    places
}

impl<'t> PreferredRow<'t> {
    fn identity(&self) -> Identity<'t> {
        (Folded(self.name.text), self.ports, self.transport)
    }
}
