//! Resolution of `preferred.csv` to rows.

use alloc::vec::Vec;

use crate::compile::error::RegistryError;
use crate::compile::model::{folded, key};
use crate::compile::pool::hasher::{Map, Set};
use crate::compile::rows::{PreferredRow, ServiceRow};
use crate::values::transport::Transport;

/// Drops preferences whose name, ports and transport no row has.
pub(in crate::compile) fn retain_found(
    rows: &[ServiceRow<'_>],
    preferred: &mut Vec<PreferredRow<'_>>,
) {
    let cells: Set<_> =
        rows.iter().map(|row| (folded(row.name.text), row.ports, row.transport)).collect();
    preferred.retain(|wanted| {
        cells.contains(&(folded(wanted.name.text), wanted.ports, wanted.transport))
    });
}

/// The indices of the rows that `preferred.csv` names.
pub(in crate::compile) fn preferred_rows(
    rows: &[ServiceRow<'_>],
    preferred: &[PreferredRow<'_>],
) -> Result<Set<usize>, RegistryError> {
    let mut by_cells: Map<_, Vec<usize>> = Map::default();
    if !preferred.is_empty() {
        for (index, row) in rows.iter().enumerate() {
            let cells = (folded(row.name.text), row.ports, row.transport);
            by_cells.entry(cells).or_default().push(index);
        }
    }
    let mut found = Set::default();
    let (mut keys, mut names) = (Set::default(), Set::default());
    for wanted in preferred {
        let cells = (folded(wanted.name.text), wanted.ports, wanted.transport);
        // Rows with equal cells go with the first preference for them.
        match by_cells.get_mut(&cells).map(core::mem::take) {
            None => return Err(wanted.name.error("a service of this name, port and transport")),
            Some(rows) if rows.is_empty() => {
                return Err(wanted.name.error("a service that no row before prefers"));
            }
            Some(rows) => found.extend(rows),
        }
        let transports = wanted
            .transport
            .map_or(Transport::ALL, |one| &Transport::ALL[usize::from(one.index())..][..1]);
        for transport in transports {
            if !names.insert((folded(wanted.name.text), *transport)) {
                return Err(wanted.name.error("one preferred service of a name on a transport"));
            }
            let mut ports = wanted.ports.into_iter().flat_map(|(first, last)| first..=last);
            if !ports.all(|port| keys.insert(key(port, *transport))) {
                return Err(wanted.name.error("one preferred service on a port"));
            }
        }
    }
    Ok(found)
}
