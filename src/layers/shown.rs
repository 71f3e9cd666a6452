//! Hiding and shadowing: whether the layers above a row leave it to be seen.

use core::ops::RangeInclusive;

use crate::registry::Registry;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::tables::NONE;
use crate::values::transport::Transport;

/// Whether a registry hides a port of those below.
#[inline]
pub(super) fn hides_port(registry: &Registry, port: u16, transport: Transport) -> bool {
    registry.tables.hides().is_some_and(|hidden| hidden.has_port(port, transport))
}

/// Whether one of the layers above hides the name of a service.
#[inline]
pub(super) fn hides_name(above: &[&Registry], service: Service<'_>, transport: Transport) -> bool {
    let mut hidden = above.iter().filter_map(|registry| registry.tables.hides());
    hidden.any(|hidden| hidden.has_name(service.name(), transport))
}

/// Whether the layers above hide a service on a transport: its name, or all of
/// its ports.
pub(super) fn hides(above: &[&Registry], service: Service<'_>, transport: Transport) -> bool {
    above.iter().any(|registry| registry.tables.hides().is_some())
        && (hides_name(above, service, transport)
            || service.ports().is_some_and(|ports| hides_ports(above, ports, transport)))
}

/// Whether a registry has a row without a name on a port.
pub(super) fn has_nameless(registry: &Registry, port: u16, transport: Transport) -> bool {
    registry.tables.first_nameless(port, transport) != NONE
}

/// Whether the layers above hide each of these ports, together.
pub(super) fn hides_ports(
    above: &[&Registry],
    ports: RangeInclusive<u16>,
    transport: Transport,
) -> bool {
    let mut port = *ports.start();
    loop {
        let hidden = above.iter().filter_map(|registry| registry.tables.hides());
        match hidden.filter_map(|hidden| hidden.last_hidden(port, transport)).max() {
            None => return false,
            Some(last) if last >= *ports.end() => return true,
            Some(last) => port = last + 1,
        }
    }
}

/// The transports that reach a row.
pub(super) fn reached(transport: Option<Transport>) -> impl Iterator<Item = Transport> {
    Transport::ALL.iter().copied().filter(move |on| transport.is_none_or(|one| one == *on))
}

/// Whether a registry has a service of the same name where one is: on all its
/// ports and transports, or on the key that is asked for.
pub(super) fn shadows(
    above: &Registry,
    service: Service<'_>,
    key: Option<(u16, Transport)>,
) -> bool {
    let named = above.members_named(service.name());
    let (ports, on) = match key {
        Some((port, transport)) => (Some((port, port)), Some(transport)),
        None => (service.ports().map(RangeInclusive::into_inner), service.transport()),
    };
    above.tables.names().has_one_on(named, ports, on)
}

/// Whether none of the layers above hides the port or the name of a service.
pub(super) fn shows_name_on(
    above: &[&Registry],
    service: Service<'_>,
    port: u16,
    transport: Transport,
) -> bool {
    let mut hidden = above.iter().filter_map(|registry| registry.tables.hides());
    !hidden.any(|hidden| {
        hidden.has_port(port, transport) || hidden.has_name(service.name(), transport)
    })
}

/// Whether the layers above leave a service to be seen on a port.
pub(super) fn shows_on(
    above: &[&Registry],
    service: Service<'_>,
    port: u16,
    transport: Transport,
) -> bool {
    shows_name_on(above, service, port, transport)
        && !above.iter().any(|registry| shadows(registry, service, Some((port, transport))))
}

/// Whether the layers above leave a row to be seen, asked for as a whole.
pub(super) fn shows(above: &[&Registry], record: Record<'_>) -> bool {
    let Some(service) = record.service() else { return shows_nameless(above, record) };
    let is_hidden = || reached(service.transport()).all(|on| hides(above, service, on));
    above.is_empty()
        || !is_hidden() && !above.iter().any(|registry| shadows(registry, service, None))
}

/// The same of a row without a name, which has ports.
fn shows_nameless(above: &[&Registry], record: Record<'_>) -> bool {
    let Some(ports) = record.ports() else { return true };
    let is_hidden = || reached(record.transport()).all(|on| hides_ports(above, ports.clone(), on));
    let shadows = |registry: &&Registry| {
        registry.tables.names().has_nameless_on(ports.clone().into_inner(), record.transport())
    };
    above.is_empty() || !is_hidden() && !above.iter().any(shadows)
}
