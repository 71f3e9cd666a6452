//! What a registry hides of those below it.

use core::ops::RangeInclusive;
use std::collections::BTreeSet;

use crate::compile::{self, CompileError, Input, Limits, SERVICE_COLUMNS, Table, short};
use crate::registry::Registry;
use crate::registry::service::Service;
use crate::tables::{NONE, owned};
use crate::values::transport::Transport;

/// What errors call it.
const FILE: &str = "builder hidden";

/// The ports and names to hide, as they were given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hides(Vec<(What, Option<Transport>)>);

#[derive(Clone, Debug)]
enum What {
    Ports(RangeInclusive<u16>),
    Name(String),
}

/// The same, as tables: those of a registry that has a service on each of the
/// ports, and of one that has a service of each of the names.
#[derive(Debug)]
pub(crate) struct Hidden {
    ports: owned::Names,
    names: owned::Names,
}

impl Hides {
    pub(crate) fn ports(&mut self, ports: RangeInclusive<u16>, transport: Option<Transport>) {
        self.0.push((What::Ports(ports), transport));
    }

    pub(crate) fn name(&mut self, name: String, transport: Option<Transport>) {
        self.0.push((What::Name(name), transport));
    }

    pub(crate) fn compile(&self, limits: Limits) -> Result<Option<Hidden>, CompileError> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let rows = Table::new(FILE, SERVICE_COLUMNS, limits);
        let mut names = BTreeSet::new();
        for (number, (what, transport)) in (1..).zip(&self.0) {
            match what {
                What::Ports(range) if range.is_empty() => {
                    let place = (FILE, number, SERVICE_COLUMNS[1]);
                    let range = format!("{}-{}", range.start(), range.end());
                    let expected = "a range of ports whose first is not above its last";
                    return Err(CompileError::of_cell(place, &range, expected));
                }
                What::Ports(_) => {}
                What::Name(name) => {
                    let name = short(rows.cell(number, 0, name)?)?;
                    if name.text.is_empty() {
                        return Err(name.error("the name of a service"));
                    }
                    names.insert((name.text.to_ascii_lowercase(), String::new(), *transport));
                }
            }
        }
        let ports = Transport::ALL.into_iter().flat_map(|transport| {
            let row = move |ports: (u16, u16)| {
                ("hidden".to_owned(), format!("{}-{}", ports.0, ports.1), Some(transport))
            };
            self.ranges(transport).into_iter().map(row)
        });
        Ok(Some(Hidden { ports: tables(ports, limits)?, names: tables(names, limits)? }))
    }

    /// The ports to hide on a transport, as few ranges.
    fn ranges(&self, transport: Transport) -> Vec<(u16, u16)> {
        let on_transport = |(what, on): &(What, Option<Transport>)| match what {
            What::Ports(ports) if on.is_none_or(|on| on == transport) => {
                Some((*ports.start(), *ports.end()))
            }
            _ => None,
        };
        let mut ranges: Vec<(u16, u16)> = self.0.iter().filter_map(on_transport).collect();
        ranges.sort_unstable();
        ranges.dedup_by(|next, before| {
            let joins = u32::from(next.0) <= u32::from(before.1) + 1;
            if joins {
                before.1 = before.1.max(next.1);
            }
            joins
        });
        ranges
    }
}

/// The tables of services of these names, ports and transports.
fn tables(
    rows: impl IntoIterator<Item = (String, String, Option<Transport>)>,
    limits: Limits,
) -> Result<owned::Names, CompileError> {
    let mut services = Table::new(FILE, SERVICE_COLUMNS, limits);
    for (number, (name, ports, transport)) in (1..).zip(rows) {
        let mut row = [""; SERVICE_COLUMNS.len()];
        row[0] = &name;
        row[1] = &ports;
        row[2] = transport.map_or("", |transport| transport.as_str());
        // Their lengths have been checked, as far as they come from outside.
        services.add(number, row.as_slice().into())?;
    }
    let input = Input { services, contacts: None, preferred: None, edition: None };
    Ok(compile::compile_input(&input)?.names.into())
}

impl Registry {
    pub(super) fn hides(&self) -> Option<&Hidden> {
        self.loaded.as_ref()?.hidden.as_ref()
    }
}

impl Hidden {
    #[inline]
    pub(super) fn has_port(&self, port: u16, transport: Transport) -> bool {
        self.ports.view().primary(port, transport) != NONE
    }

    fn has_name(&self, name: &str, transport: Transport) -> bool {
        self.names.view().primary_named(name, transport) != NONE
    }
}

/// The services of a registry that those above it hide: for each entry, the
/// transports on which its name is hidden, or all of its ports are. Empty if
/// there are none.
#[derive(Clone, Debug)]
pub(super) struct HiddenServices(Vec<u8>);

impl HiddenServices {
    pub(super) fn new(below: &Registry, above: &[&Registry]) -> Self {
        let above: Vec<&Hidden> = above.iter().filter_map(|registry| registry.hides()).collect();
        if above.is_empty() {
            return Self(Vec::new());
        }
        let mut bits = vec![0; below.names().len()];
        for service in below.services() {
            let name = service.name();
            for transport in reached(service) {
                let mut ports = service.ports().into_iter().flatten().peekable();
                let hidden = above.iter().any(|hidden| hidden.has_name(name, transport))
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
        self.0.get(entry).is_some_and(|bits| bits & 1 << service.reached_on().index() != 0)
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
