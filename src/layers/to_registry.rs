//! One registry of all layers: the rows that they show, compiled once more.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::array;
use core::ops::RangeInclusive;

use super::{Layers, shown};
use crate::columns::ServiceColumns;
use crate::compile::{self, Input, Limits, Packing, Rank, RegistryError, Table};
use crate::registry::Registry;
use crate::registry::key::PortNumber;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::tables::owned::HiddenSets;
use crate::values::transport::Transport;

/// What errors and [`Registry::source`] call it.
const NAME: &str = "layers";

impl Layers<'_> {
    /// One registry of all layers: it answers as they do, and takes no longer
    /// than any other. Its source is `layers` until it is
    /// [named](Registry::named) otherwise.
    ///
    /// A row some of whose ports or transports are hidden or shadowed is one or
    /// several rows of the others. What the registries hide is hidden from
    /// layers below the new one as well. Names that differ by case only are one
    /// name in layers, of which the highest registry answers first; one
    /// registry finds them as spelled first, whatever layer they come from.
    ///
    /// # Errors
    ///
    /// More than a registry holds: its file is `layers`, its line the number of
    /// the row or contact, from 1.
    ///
    /// # Example
    ///
    /// ```
    /// use iana_ports::{Registry, Transport::Tcp, export::ServicesFile, layers::Layers, registry};
    ///
    /// let own = Registry::from_services_file("web 80/tcp\nhttp 80/tcp\n".as_bytes())?;
    /// let all = Layers::new([&own, registry()]).to_registry()?.named("ours");
    /// let names: Vec<_> = all.services_on(80, Tcp).map(|service| service.name()).collect();
    /// assert_eq!(names, ["web", "http", "www", "www-http"]);
    /// assert_eq!(all.lookup_name("ssh", Tcp).unwrap().source().to_string(), "ours");
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    pub fn to_registry(&self) -> Result<Registry, RegistryError> {
        self.compiled(Packing::LOOSE)
    }

    /// The same, packed so.
    pub(crate) fn compiled(&self, packing: Packing) -> Result<Registry, RegistryError> {
        let registries = self.registries();
        let mut services = Table::new(NAME, ServiceColumns::NAMES, Limits::new());
        let (mut ranks, mut number) = (Vec::new(), 0);
        for (layer, registry) in registries.iter().enumerate() {
            let above = &Above::new(&registries[..layer]);
            for record in registry.records() {
                let whole = cells(above, record);
                let rank = rank(layer, registry, record);
                let parts = shown_parts(above, record).unwrap_or_else(|| {
                    let (port_number, transport) = (whole.port_number.clone(), record.transport());
                    vec![Part { port_number, transport }]
                });
                for Part { port_number, transport } in parts {
                    number += 1;
                    let transport_protocol = transport.map_or("", |on| on.as_str()).into();
                    let part = ServiceColumns { port_number, transport_protocol, ..whole.clone() };
                    services.push(number, &part.into_array())?;
                    ranks.push(rank);
                }
            }
        }
        let input =
            Input { services, contacts: self.table()?, preferred: None, edition: self.edition() };
        let tables = compile::compile_ranked(&input, &ranks, packing)?;
        let hides = || registries.iter().filter_map(|registry| registry.tables.hides());
        let ports: Vec<_> = hides().flat_map(|hidden| hidden.ports()).collect();
        let names: Vec<_> = hides().flat_map(|hidden| hidden.names()).collect();
        let hidden = hides().next().is_some().then(|| HiddenSets::new(&ports, &names));
        Ok(Registry::loaded(tables, NAME, hidden))
    }

    /// The contact table.
    #[cfg(feature = "contacts")]
    fn table(&self) -> Result<Option<Table<'static, 5>>, RegistryError> {
        use crate::columns::ContactColumns;
        use crate::export::contacts_csv;

        let mut contacts = Table::new(NAME, ContactColumns::NAMES, Limits::new());
        let listed = self.contacts().filter(|contact| contact.is_listed());
        for (number, contact) in (1..).zip(listed) {
            let cells = contacts_csv::cells(contact).map(|cell| cell.to_string());
            contacts.push(number, &cells)?;
        }
        Ok(Some(contacts))
    }

    #[cfg(not(feature = "contacts"))]
    #[allow(clippy::unnecessary_wraps, reason = "with `contacts` there is a table")]
    const fn table(&self) -> Result<Option<Table<'static, 5>>, RegistryError> {
        Ok(None)
    }
}

/// The layers above a row.
struct Above<'a, 'r> {
    registries: &'a [&'r Registry],
    /// The runs of ports, for each transport, on which they leave nameless rows
    /// to be seen: nobody counts the ports of those.
    nameless: [Vec<RangeInclusive<u16>>; Transport::ALL.len()],
}

impl<'a, 'r> Above<'a, 'r> {
    fn new(registries: &'a [&'r Registry]) -> Self {
        let nameless = array::from_fn(|on| {
            let on = Transport::ALL[on];
            runs(0..=u16::MAX, |&port| {
                !registries.iter().any(|registry| {
                    shown::hides_port(registry, port, on) || shown::has_nameless(registry, port, on)
                })
            })
        });
        Self { registries, nameless }
    }

    /// The ports of these that a nameless row is seen on.
    fn nameless_on(&self, ports: RangeInclusive<u16>, on: Transport) -> Vec<RangeInclusive<u16>> {
        let (first, last) = ports.into_inner();
        let all = &self.nameless[usize::from(on.index())];
        let seen = &all[all.partition_point(|run| *run.end() < first)..];
        let seen = seen.iter().take_while(|run| *run.start() <= last);
        seen.map(|run| first.max(*run.start())..=last.min(*run.end())).collect()
    }
}

/// The runs of those ports of which something is true.
fn runs(ports: RangeInclusive<u16>, is_in: impl FnMut(&u16) -> bool) -> Vec<RangeInclusive<u16>> {
    let mut runs: Vec<RangeInclusive<u16>> = Vec::new();
    for port in ports.filter(is_in) {
        match runs.last_mut() {
            Some(run) if run.end().checked_add(1) == Some(port) => *run = *run.start()..=port,
            _ => runs.push(port..=port),
        }
    }
    runs
}

/// A part of a row: ports, and a transport or any.
struct Part {
    port_number: String,
    transport: Option<Transport>,
}

/// The parts of a row that the layers above leave to be seen; `None` if they
/// leave all of it.
fn shown_parts(above: &Above<'_, '_>, record: Record<'_>) -> Option<Vec<Part>> {
    if above.registries.is_empty() {
        return None;
    }
    let transports: Vec<Transport> = shown::reached(record.transport()).collect();
    let mut runs: Vec<Vec<Option<RangeInclusive<u16>>>> =
        transports.iter().map(|on| shown_ports(above, record, *on)).collect();
    let whole = [record.ports()];
    if runs.iter().all(|runs| *runs == whole) {
        return None;
    }
    let part = |transport, ports: Option<RangeInclusive<u16>>| {
        let port_number = match ports.map(RangeInclusive::into_inner) {
            None => String::new(),
            Some((first, last)) if first == last => first.to_string(),
            Some((first, last)) => format!("{first}-{last}"),
        };
        Part { port_number, transport }
    };
    if record.transport().is_none() && runs.windows(2).all(|runs| runs[0] == runs[1]) {
        let runs = runs.swap_remove(0);
        return Some(runs.into_iter().map(|ports| part(None, ports)).collect());
    }
    let each = transports.into_iter().zip(runs);
    Some(
        each.flat_map(|(on, runs)| runs.into_iter().map(move |ports| part(Some(on), ports)))
            .collect(),
    )
}

/// The runs of a row's ports that are seen on a transport. A row without a port
/// has one of none, or is not seen.
fn shown_ports(
    above: &Above<'_, '_>,
    record: Record<'_>,
    on: Transport,
) -> Vec<Option<RangeInclusive<u16>>> {
    let registries = above.registries;
    let seen = match (record.ports(), record.service()) {
        (Some(ports), Some(service)) => {
            runs(ports, |port| shown::shows_on(registries, service, *port, on))
        }
        (Some(ports), None) => above.nameless_on(ports, on),
        (None, Some(service)) => {
            let hidden = shown::hides_name(registries, service, on)
                || registries.iter().any(|registry| shown::shadows(registry, service, None));
            return if hidden { Vec::new() } else { vec![None] };
        }
        (None, None) => Vec::new(),
    };
    seen.into_iter().map(Some).collect()
}

/// The cells of a row, in the tiers of the build.
fn cells(above: &Above<'_, '_>, record: Record<'_>) -> ServiceColumns<String> {
    let mut row = ServiceColumns {
        service_name: record.service().map_or("", Service::name),
        transport_protocol: record.transport().map_or("", |on| on.as_str()),
        ..ServiceColumns::all("")
    }
    .map(String::from);
    row.port_number = PortNumber(record).to_string();
    details(&mut row, above, record);
    #[cfg(feature = "contacts")]
    {
        row.assignee = record.assignees().map(|contact| contact.to_string()).collect();
        row.contact = record.contacts().map(|contact| contact.to_string()).collect();
    }
    row
}

/// The cells of the tier `details`. A description announces aliases if all of
/// them are seen.
#[cfg(feature = "details")]
fn details(row: &mut ServiceColumns<String>, above: &Above<'_, '_>, record: Record<'_>) {
    let is_whole = |record| shown_parts(above, record).is_none();
    let mut aliases = record.service().into_iter().flat_map(Service::aliases);
    row.description = if is_whole(record) && aliases.all(|alias| is_whole(alias.record())) {
        crate::export::announced::Description(record).to_string()
    } else {
        record.description().into()
    };
    row.registration_date = record.registered().map_or_else(String::new, |date| date.to_string());
    row.modification_date = record.modified().map_or_else(String::new, |date| date.to_string());
    row.reference = record.references().text().into();
    row.service_code =
        record.service_code().map_or_else(String::new, |code| code.to_u32().to_string());
    row.unauthorized_use_reported = record.unauthorized_use().unwrap_or("").into();
    row.assignment_notes = record.notes().unwrap_or("").into();
}

/// The note that a row is an alias, which links it to the other, and the status
/// of one without a name.
#[cfg(not(feature = "details"))]
fn details(row: &mut ServiceColumns<String>, _: &Above<'_, '_>, record: Record<'_>) {
    if record.service().is_none() {
        row.description = record.status().to_string();
    }
    let canonical = record.service().and_then(Service::alias_of);
    row.assignment_notes = canonical.map_or_else(String::new, |one| compile::alias_to(one.name()));
}

/// The rank that gives a row its place among those of its ports and its name:
/// higher layers first, and within a layer the order of its registry.
fn rank(layer: usize, registry: &Registry, record: Record<'_>) -> Rank {
    let Some(service) = record.service() else { return Rank::default() };
    let (on_port, of_name) = usual_rank(service);
    let first = if is_preferred(registry, service) { 0 } else { 4 };
    let layer = u32::try_from(layer).unwrap_or(u32::MAX);
    Rank { layer, on_port: first + on_port, of_name: first + of_name }
}

/// The usual order of services on a port and of a name, before that of rows:
/// see [`Services`](crate::Services).
fn usual_rank(service: Service<'_>) -> (u8, u8) {
    let is_alias = u8::from(service.alias_of().is_some());
    let is_range = service.ports().is_some_and(|ports| ports.start() < ports.end());
    let is_portless = service.port().is_none();
    (is_alias * 2 + u8::from(is_range), u8::from(is_portless) * 2 + is_alias)
}

/// Whether a service is preferred: it comes before one that usually comes
/// before it. No table says so.
fn is_preferred(registry: &Registry, service: Service<'_>) -> bool {
    let order = |other: Service<'_>| {
        let (on_port, of_name) = usual_rank(other);
        // Other spellings come behind.
        let differs = if other.name() == service.name() { 0 } else { 8 };
        ((on_port, of_name + differs), other.record().entry)
    };
    let (tables, entry) = (&registry.tables, service.record().entry);
    // Lists of which another is the first are not gone through.
    let mut on_ports = service.ports().into_iter().flatten().flat_map(|port| {
        let on = shown::reached(service.transport());
        let on = on.filter(move |on| tables.primary(port, *on) == entry);
        on.map(move |on| registry.services_on(port, on))
    });
    let mut of_name = shown::reached(service.transport())
        .filter(|on| tables.primary_named(service.name(), *on) == entry)
        .map(|on| registry.services_named_on(service.name(), on));
    let before_usual = |services: Services<'_>, by: fn(Order) -> (u8, u16)| {
        let second = { services }.nth(1);
        second.is_some_and(|second| by(order(second)) < by(order(service)))
    };
    on_ports.any(|services| before_usual(services, |((on_port, _), entry)| (on_port, entry)))
        || of_name.any(|services| before_usual(services, |((_, of_name), entry)| (of_name, entry)))
}

/// The usual rank of a service, and its entry.
type Order = ((u8, u8), u16);
