//! Many ports at once: a line for each service, and what has none in spans.

use iana_ports::port_spec::PortSpec;
use iana_ports::{PortRange, Status, Transport, services_on, status};

use crate::describe;
use crate::group::{Groups, key_of, span};
use crate::page::{Block, Fields};

/// What the ports of a spec are, each service and each status once.
pub(crate) fn of_ports(spec: &PortSpec) -> Block {
    // Sorted, and each once.
    let mut keys: Vec<(u16, Transport)> = spec.iter().collect();

    let mut fields = Fields::default();
    let is_met = |range: &PortRange| keys.iter().any(|&(port, _)| PortRange::of(port) == *range);
    let ranges = PortRange::ALL.into_iter().filter(is_met).map(describe::range);
    fields.add("Port Range", ranges.collect::<Vec<_>>().join(", "));

    let mut services = Groups::default();
    let mut last = None;
    for service in keys.iter().flat_map(|&(port, transport)| services_on(port, transport)) {
        // The next port of the same range.
        if last.replace(service) != Some(service) {
            services.add(service.name(), key_of(service.record()), service.description());
        }
    }
    fields.add_lines(Status::Assigned.as_str(), services.into_list());

    keys.sort_unstable_by_key(|&(port, transport)| (transport, port));
    for without_service in [Status::Reserved, Status::Unassigned, Status::Dynamic] {
        let is_so =
            |&(port, transport): &(u16, Transport)| status(port, transport) == without_service;
        let spans = spans(keys.iter().copied().filter(is_so));
        fields.add(without_service.as_str(), spans.join(", "));
    }
    Block { title: spec.to_string(), fields }
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
