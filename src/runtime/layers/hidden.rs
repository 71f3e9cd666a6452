//! What a registry hides of those below it.

use core::ops::RangeInclusive;
use std::collections::BTreeSet;

use crate::compile::{self, CompileError, Input, Limits, SERVICE_COLUMNS, Table};
use crate::registry::Registry;
use crate::service::Service;
use crate::tables::{NONE, owned};
use crate::transport::Transport;

/// The ports and names to hide, as they were given.
#[derive(Clone, Debug, Default)]
pub(in crate::runtime) struct Hides {
    ports: Vec<(RangeInclusive<u16>, Option<Transport>)>,
    names: Vec<(String, Option<Transport>)>,
}

/// The same, as tables: those of a registry that has a service on each of the
/// ports, and of one that has a service of each of the names.
#[derive(Debug)]
pub(in crate::runtime) struct Hidden {
    ports: owned::Names,
    names: owned::Names,
}

impl Hides {
    pub(in crate::runtime) fn ports(
        &mut self,
        ports: RangeInclusive<u16>,
        transport: Option<Transport>,
    ) {
        self.ports.push((ports, transport));
    }

    pub(in crate::runtime) fn name(&mut self, name: String, transport: Option<Transport>) {
        self.names.push((name, transport));
    }

    pub(in crate::runtime) fn compile(
        &self,
        limits: Limits,
    ) -> Result<Option<Hidden>, CompileError> {
        if self.ports.is_empty() && self.names.is_empty() {
            return Ok(None);
        }
        let names: BTreeSet<_> = self
            .names
            .iter()
            .map(|(name, transport)| (name.to_ascii_lowercase(), String::new(), *transport))
            .collect();
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
        let mut ranges: Vec<(u16, u16)> = self
            .ports
            .iter()
            .filter(|(ports, on)| on.is_none_or(|on| on == transport) && !ports.is_empty())
            .map(|(ports, _)| (*ports.start(), *ports.end()))
            .collect();
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
    let mut services = Table::new("builder hidden", SERVICE_COLUMNS, limits);
    for (number, (name, ports, transport)) in (1..).zip(rows) {
        let mut row = [""; SERVICE_COLUMNS.len()];
        row[0] = &name;
        row[1] = &ports;
        row[2] = transport.map_or("", |transport| transport.as_str());
        services.push(number, row.as_slice().into())?;
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

    /// Whether a service is hidden wherever it is: its name, or all its ports.
    fn has(&self, service: Service<'_>) -> bool {
        // A service on any transport is hidden when it is on each.
        let on = |hidden: &dyn Fn(Transport) -> bool| match service.transport() {
            Some(transport) => hidden(transport),
            None => Transport::ALL.into_iter().all(hidden),
        };
        let names = self.names.view();
        on(&|transport| names.primary_named(service.name(), transport) != NONE)
            || service.ports().is_some_and(|mut ports| {
                ports.all(|port| on(&|transport| self.has_port(port, transport)))
            })
    }
}

/// The services of a registry that those above it hide: for each entry, the
/// transports on which it is. Empty if there are none.
#[derive(Clone, Debug)]
pub(super) struct HiddenServices(Vec<u8>);

impl HiddenServices {
    pub(super) fn new(below: &Registry, above: &[&Registry]) -> Self {
        let above: Vec<&Hidden> = above.iter().filter_map(|registry| registry.hides()).collect();
        if above.is_empty() {
            return Self(Vec::new());
        }
        let mut hidden = vec![0; below.names().len()];
        for service in below.services() {
            if above.iter().any(|hidden| hidden.has(service)) {
                // A service on any transport is one row.
                let bits = service.transport().map_or(u8::MAX, |one| 1 << one.index());
                hidden[usize::from(service.record().entry)] |= bits;
            }
        }
        Self(hidden)
    }

    #[inline]
    pub(super) fn contains(&self, service: Service<'_>) -> bool {
        let entry = usize::from(service.record().entry);
        self.0.get(entry).is_some_and(|bits| bits & 1 << service.reached_on().index() != 0)
    }
}
