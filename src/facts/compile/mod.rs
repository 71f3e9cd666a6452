//! The compiler of our own facts: `registry/customary.csv` and
//! `registry/categories.csv` to tables, each line checked against the bundled
//! registry, and `registry/organizations.csv` to lines of text.

#[cfg(feature = "categories")]
pub(crate) mod categories;
#[cfg(feature = "customary")]
pub(crate) mod customary;
#[cfg(feature = "contacts")]
pub(crate) mod organizations;
#[cfg(all(test, feature = "categories", feature = "customary"))]
mod tests;

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::columns::ServiceColumns;
use crate::compile::{CsvFile, Limits, RegistryError, Table, filled, ports};
use crate::values::transport::Transport;

/// The columns of `customary.csv`.
pub(crate) const CUSTOMARY_COLUMNS: [&str; 6] =
    ["Service Name", "Port Number", "Transport Protocol", "Registered Name", "Reason", "Source"];

/// The ports of a row, if it has any, and its transport, if it names one.
type Key = (Option<(u16, u16)>, Option<Transport>);

/// The names of the registry, in lower case, each with the keys of its rows.
#[derive(Debug)]
pub(crate) struct Registered(BTreeMap<String, Vec<Key>>);

impl Registered {
    /// The names of a `service-names-port-numbers.csv`.
    pub(crate) fn read(source: CsvFile<'_>, limits: Limits) -> Result<Self, RegistryError> {
        const PLACES: ServiceColumns<usize> = ServiceColumns::PLACES;
        let mut names: BTreeMap<String, Vec<Key>> = BTreeMap::new();
        for cells in Table::read(source, ServiceColumns::NAMES, limits)?.rows() {
            let name = cells.text(PLACES.service_name).to_ascii_lowercase();
            let transport = cells.text(PLACES.transport_protocol).parse().ok();
            let key = (filled(cells.cell(PLACES.port_number), ports)?, transport);
            names.entry(name).or_default().push(key);
        }
        Ok(Self(names))
    }

    /// The keys of a name, in any case.
    fn keys(&self, name: &str) -> &[Key] {
        self.0.get(&name.to_ascii_lowercase()).map_or(&[], Vec::as_slice)
    }
}
