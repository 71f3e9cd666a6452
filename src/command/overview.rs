//! Many ports at once: a line for each service, and what has none in spans.

use std::collections::HashSet;

use iana_ports::layers::Layers;
use iana_ports::port_spec::PortSpec;
use iana_ports::{PortRange, Service, Status, Transport};

use crate::describe;
use crate::group::{Groups, key_of, span};
use crate::page::{Block, Fields};

/// Many ports.
pub(crate) struct Overview<'r> {
    pub(crate) block: Block,
    pub(crate) services: Vec<Service<'r>>,
    /// The ports that have none, as spans for each status.
    pub(crate) without_service: Vec<(Status, Vec<String>)>,
}

/// What the ports of a spec are, each service and each status once.
pub(crate) fn of_ports<'r>(spec: &PortSpec, layers: &Layers<'r>) -> Overview<'r> {
    // Sorted, and each once.
    let mut keys: Vec<(u16, Transport)> = spec.iter().collect();

    let mut fields = Fields::default();
    let is_met = |range: &PortRange| keys.iter().any(|&(port, _)| PortRange::of(port) == *range);
    let ranges = PortRange::ALL.into_iter().filter(is_met).map(describe::range);
    fields.add("Port Range", ranges.collect::<Vec<_>>().join(", "));

    let on_keys = keys.iter().flat_map(|&(port, transport)| layers.services_on(port, transport));
    let mut services: Vec<Service<'r>> = on_keys.collect();
    let mut met = HashSet::new();
    services.retain(|service| met.insert(*service));
    let mut groups = Groups::default();
    for service in &services {
        groups.add(service.name(), key_of(service.record()), service.description());
    }
    fields.add_lines(Status::Assigned.as_str(), groups.into_list());

    keys.sort_unstable_by_key(|&(port, transport)| (transport, port));
    let mut without_service = Vec::new();
    for status in [Status::Reserved, Status::Unassigned, Status::Dynamic] {
        let is_so = |&(port, on): &(u16, Transport)| layers.status(port, on) == status;
        let spans = spans(keys.iter().copied().filter(is_so));
        fields.add(status.as_str(), spans.join(", "));
        without_service.push((status, spans));
    }
    let block = Block { title: spec.to_string(), fields };
    Overview { block, services, without_service }
}

/// `6000-6063/sctp`: consecutive ports of a transport as one.
fn spans(keys: impl Iterator<Item = (u16, Transport)>) -> Vec<String> {
    let mut spans: Vec<(u16, u16, Transport)> = Vec::new();
    for (port, transport) in keys {
        match spans.last_mut() {
            Some((_, last, on)) if *on == transport && port.checked_sub(1) == Some(*last) => {
                *last = port;
            }
            _ => spans.push((port, port, transport)),
        }
    }
    spans.into_iter().map(|(first, last, on)| format!("{}/{on}", span(first, last))).collect()
}
