//! Many ports at once: a line for each service, and what has none in spans.

use std::collections::{BTreeMap, HashSet};

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
    let keys: Vec<(u16, Transport)> = spec.iter().collect();

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

    // Consecutive ports of a status and a transport as one.
    let mut met: BTreeMap<(Status, Transport), Vec<(u16, u16)>> = BTreeMap::new();
    for (port, transport) in keys {
        let spans = met.entry((layers.status(port, transport), transport)).or_default();
        match spans.last_mut() {
            Some((_, last)) if port.checked_sub(1) == Some(*last) => *last = port,
            _ => spans.push((port, port)),
        }
    }
    let mut without_service = Vec::new();
    for status in [Status::Reserved, Status::Unassigned, Status::Dynamic] {
        let of_status = met.iter().filter(|((met, _), _)| *met == status);
        let written = of_status.flat_map(|((_, on), spans)| {
            spans.iter().map(move |&(first, last)| format!("{}/{on}", span(first, last)))
        });
        let spans: Vec<String> = written.collect();
        fields.add(status.as_str(), spans.join(", "));
        without_service.push((status, spans));
    }
    let block = Block { title: spec.to_string(), fields };
    Overview { block, services, without_service }
}
