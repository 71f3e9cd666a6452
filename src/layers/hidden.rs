//! Hiding between layers: the services of a layer that higher layers hide.

use alloc::vec::Vec;

use crate::registry::Registry;
use crate::registry::hidden::Hidden;
use crate::registry::service::Service;
use crate::values::transport::Transport;

/// A bit mask for each entry of a registry: the transports on which higher
/// layers hide its name, or all of its ports. Empty if nothing is hidden.
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
    Transport::ALL.iter().copied().filter(move |transport| on.is_none_or(|on| on == *transport))
}
