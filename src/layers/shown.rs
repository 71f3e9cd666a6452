//! Hiding and shadowing: whether the layers above a row leave it to be seen.

use core::ops::RangeInclusive;

use crate::registry::Registry;
use crate::registry::nameless::Nameless;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::tables::{IndexList, NONE, NameTables};
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
///
/// Of the rows of the name, of the first port and of the last, the fewest are
/// looked through: there may be tens of thousands of each.
pub(super) fn shadows(
    above: &Registry,
    service: Service<'_>,
    key: Option<(u16, Transport)>,
) -> bool {
    let (name, names) = (service.name(), above.tables.names());
    let named = above.members_named(name);
    if named.len() == 0 {
        return false;
    }
    let (ports, on) = match key {
        Some((port, transport)) => (Some(port..=port), Some(transport)),
        None => (service.ports(), service.transport()),
    };
    let Some(ports) = ports else { return has_portless(names, named, on) };
    let covers = |entry| {
        let (first, last) = names.span(entry);
        names.port(entry).is_some()
            && first <= *ports.start()
            && *ports.end() <= last
            && covers_transport(names, entry, on)
    };
    let on_port = |port| above.tables.on_port(port, on.unwrap_or(Transport::Tcp));
    let (first, last) = (on_port(*ports.start()), on_port(*ports.end()));
    let on_key = if first.len() <= last.len() { first } else { last };
    if named.len() <= on_key.len() {
        indices(named).any(covers)
    } else {
        let is_named = |entry| names.name(entry).eq_ignore_ascii_case(name);
        indices(on_key).any(|entry| covers(entry) && is_named(entry))
    }
}

/// Whether one of the rows of a name has no port. Those stand behind the ones
/// with a port, or are preferred: one for each transport at most. Of a name
/// with several spellings they may stand anywhere.
fn has_portless(names: NameTables<'_>, named: IndexList<'_>, on: Option<Transport>) -> bool {
    let spelled = |index| names.name(named.get(index));
    if spelled(0) != spelled(named.len() - 1) {
        let mut portless = indices(named).filter(|entry| names.port(*entry).is_none());
        return portless.any(|entry| covers_transport(names, entry, on));
    }
    let is_portless = |entry: &u16| names.port(*entry).is_none();
    let behind = (0..named.len()).rev().map(|index| named.get(index)).take_while(is_portless);
    let preferred = indices(named).take(Transport::ALL.len()).filter(is_portless);
    behind.chain(preferred).any(|entry| covers_transport(names, entry, on))
}

/// Whether an entry is on a transport, or on any. What is on any is covered by
/// its like alone.
fn covers_transport(names: NameTables<'_>, entry: u16, on: Option<Transport>) -> bool {
    match on {
        Some(transport) => names.covers(entry, transport),
        None => names.transport(entry, Transport::Tcp).is_none(),
    }
}

fn indices(list: IndexList<'_>) -> impl Iterator<Item = u16> {
    (0..list.len()).map(move |index| list.get(index))
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
        let (tables, on) = (&registry.tables, record.transport());
        let mut others = Nameless::on(tables, *ports.start(), on.unwrap_or(Transport::Tcp));
        core::iter::from_fn(move || others.next()).any(|(entry, _)| {
            let names = tables.names();
            *ports.end() <= names.span(entry).1 && covers_transport(names, entry, on)
        })
    };
    above.is_empty() || !is_hidden() && !above.iter().any(shadows)
}
