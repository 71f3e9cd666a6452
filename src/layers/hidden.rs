//! What a registry hides of the layers below it: a set of ports, a bit for
//! each on each transport, and a set of names.

use core::ops::RangeInclusive;
use std::collections::HashMap;

use crate::compile::{Limits, RegistryError, SERVICE_COLUMNS, Table, short};
use crate::registry::Registry;
use crate::registry::service::Service;
use crate::values::transport::Transport;

/// What errors call it.
const FILE: &str = "builder hidden";

/// The ports and names to hide, as a builder was given them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hides(Vec<(What, Option<Transport>)>);

#[derive(Clone, Debug)]
enum What {
    Ports(RangeInclusive<u16>),
    Name(String),
}

/// The ports and names that a registry hides.
#[derive(Debug)]
pub(crate) struct Hidden {
    /// For each port, a bit for each transport that it is hidden on.
    ports: Vec<u8>,
    /// The same for each name, in lower case.
    names: HashMap<String, u8>,
}

impl Hides {
    pub(crate) fn ports(&mut self, ports: RangeInclusive<u16>, transport: Option<Transport>) {
        self.0.push((What::Ports(ports), transport));
    }

    pub(crate) fn name(&mut self, name: String, transport: Option<Transport>) {
        self.0.push((What::Name(name), transport));
    }

    /// The sets; `None` if nothing is hidden.
    pub(crate) fn check(&self, limits: Limits) -> Result<Option<Hidden>, RegistryError> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let rows = Table::new(FILE, SERVICE_COLUMNS, limits);
        let mut hidden = Hidden { ports: vec![0; 1 << u16::BITS], names: HashMap::new() };
        for (number, (what, transport)) in (1..).zip(&self.0) {
            match what {
                What::Ports(range) if range.is_empty() => {
                    let place = (FILE, number, SERVICE_COLUMNS[1]);
                    let range = format!("{}-{}", range.start(), range.end());
                    let expected = "a range of ports whose first is not above its last";
                    return Err(RegistryError::of_cell(place, &range, expected));
                }
                What::Ports(range) => {
                    let range = usize::from(*range.start())..=usize::from(*range.end());
                    hidden.ports[range].iter_mut().for_each(|on| *on |= bits(*transport));
                }
                What::Name(name) => {
                    let name = short(rows.cell(number, 0, name)?)?;
                    if name.text.is_empty() {
                        return Err(name.error("the name of a service"));
                    }
                    *hidden.names.entry(name.text.to_ascii_lowercase()).or_default() |=
                        bits(*transport);
                }
            }
        }
        Ok(Some(hidden))
    }
}

/// The bit of a transport, or those of all.
fn bits(transport: Option<Transport>) -> u8 {
    match transport {
        Some(transport) => 1 << transport.index(),
        None => Transport::ALL.iter().fold(0, |bits, transport| bits | 1 << transport.index()),
    }
}

impl Hidden {
    #[inline]
    pub(super) fn has_port(&self, port: u16, transport: Transport) -> bool {
        self.ports[usize::from(port)] & 1 << transport.index() != 0
    }

    /// The bits of the transports on which a name is hidden.
    fn name(&self, name: &str) -> u8 {
        self.names.get(&name.to_ascii_lowercase()).copied().unwrap_or(0)
    }
}

/// The services of a registry that those above it hide: for each entry, the
/// transports on which its name is hidden, or all of its ports are. Empty if
/// there are none.
#[derive(Clone, Debug)]
pub(super) struct HiddenServices(Vec<u8>);

impl HiddenServices {
    pub(super) fn new(below: &Registry, above: &[&Registry]) -> Self {
        let above: Vec<&Hidden> =
            above.iter().filter_map(|registry| registry.hidden.as_ref()).collect();
        if above.is_empty() {
            return Self(Vec::new());
        }
        let mut bits = vec![0; below.tables.names().len()];
        for service in below.services() {
            let by_name = above.iter().fold(0, |bits, hidden| bits | hidden.name(service.name()));
            for transport in reached(service) {
                let mut ports = service.ports().into_iter().flatten().peekable();
                let hidden = by_name & 1 << transport.index() != 0
                    || ports.peek().is_some()
                        && ports.all(|port| {
                            above.iter().any(|hidden| hidden.has_port(port, transport))
                        });
                if hidden {
                    bits[usize::from(service.record().entry)] |= 1 << transport.index();
                }
            }
        }
        Self(bits)
    }

    /// Whether a service is hidden on the transport that it was asked for.
    #[inline]
    pub(super) fn contains(&self, service: Service<'_>) -> bool {
        let entry = usize::from(service.record().entry);
        self.0.get(entry).is_some_and(|bits| bits & 1 << service.looked_up_on().index() != 0)
    }

    /// Whether a service is hidden on each of its transports.
    pub(super) fn contains_all_of(&self, service: Service<'_>) -> bool {
        let Some(bits) = self.0.get(usize::from(service.record().entry)) else { return false };
        reached(service).all(|transport| bits & 1 << transport.index() != 0)
    }
}

/// The transports on which a service is.
fn reached(service: Service<'_>) -> impl Iterator<Item = Transport> {
    let on = service.transport();
    Transport::ALL.into_iter().filter(move |transport| on.is_none_or(|on| on == *transport))
}
