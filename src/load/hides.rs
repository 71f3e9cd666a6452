//! The ports and names that a builder is told to hide, before they are checked.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::columns::ServiceColumns;
use crate::compile::{Limits, RegistryError, Table, short};
use crate::tables::owned::HiddenSets;
use crate::values::transport::Transport;

/// What errors call it.
const FILE: &str = "builder hidden";

const PLACES: ServiceColumns<usize> = ServiceColumns::PLACES;

/// The ports and names to hide, as a builder was given them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hides(Vec<(What, Option<Transport>)>);

#[derive(Clone, Debug)]
enum What {
    Ports(RangeInclusive<u16>),
    Name(String),
}

impl Hides {
    pub(crate) fn ports(&mut self, ports: RangeInclusive<u16>, transport: Option<Transport>) {
        self.0.push((What::Ports(ports), transport));
    }

    pub(crate) fn name(&mut self, name: String, transport: Option<Transport>) {
        self.0.push((What::Name(name), transport));
    }

    /// The sets; `None` if nothing is hidden.
    pub(crate) fn check(&self, limits: Limits) -> Result<Option<HiddenSets>, RegistryError> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let rows = Table::new(FILE, ServiceColumns::NAMES, limits);
        let (mut ports, mut names) = (Vec::new(), Vec::new());
        for (number, (what, transport)) in (1..).zip(&self.0) {
            match what {
                What::Ports(range) if range.is_empty() => {
                    let place = (FILE, number, ServiceColumns::NAMES[PLACES.port_number]);
                    let range = format!("{}-{}", range.start(), range.end());
                    let expected = "a range of ports whose first is not above its last";
                    return Err(RegistryError::of_cell(place, &range, expected));
                }
                What::Ports(range) => ports.push((range.clone(), *transport)),
                What::Name(name) => {
                    let name = short(rows.cell(number, PLACES.service_name, name)?)?;
                    if name.text.is_empty() {
                        return Err(name.error("the name of a service"));
                    }
                    names.push((name.text, *transport));
                }
            }
        }
        Ok(Some(HiddenSets::new(&ports, &names)))
    }
}
