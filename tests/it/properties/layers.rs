//! Every question that layers answer, held against sets of keys and names.

use std::collections::HashSet;

use iana_ports::export::ServicesFile;
use iana_ports::layers::{Layers, Lookup};
use iana_ports::load::NewRecord;
use iana_ports::servent::{getservbyname_in, getservbyport_in};
use iana_ports::{Record, Registry, Service, Status, Transport};

use crate::oracle::choices::{Choices, Choose};

/// The ports of the test, and more than any range below takes.
const PORTS: u16 = 8;

/// Where a row is: without a port on 0, else one above it.
type Key = (u16, Transport);

/// A registry, and what it hides, as sets.
#[derive(Default)]
struct Layer {
    rows: Vec<(String, HashSet<Key>)>,
    /// Rows without a name.
    nameless: Vec<HashSet<Key>>,
    hidden_ports: HashSet<Key>,
    hidden_names: HashSet<(String, Transport)>,
}

fn transports(one: Option<Transport>) -> Vec<Transport> {
    one.map_or(Transport::ALL.to_vec(), |one| vec![one])
}

impl Layer {
    /// A registry of a few chosen entries, and the same as sets.
    fn chosen(choices: &mut Choices<'_>, hides: bool) -> (Registry, Self) {
        let (mut layer, mut builder) = (Self::default(), Registry::builder());
        for _ in 0..choices.port(6) {
            let name = ["a", "B", "c"][usize::from(choices.port(3))];
            let name = if choices.port(2) == 0 { name.to_owned() } else { name.to_lowercase() };
            let transport = match choices.port(4) {
                0 => None,
                index => Some(Transport::ALL[usize::from(index % 2)]),
            };
            let (first, length) = (choices.port(PORTS - 3), choices.port(3));
            let ports = match choices.port(4) {
                0 => None,
                1 => Some(first..=first + length),
                _ => Some(first..=first),
            };
            let keys = |ports: &Option<core::ops::RangeInclusive<u16>>| -> HashSet<Key> {
                let ports = ports.clone().map_or(0..=0, |p| p.start() + 1..=p.end() + 1);
                ports
                    .flat_map(|port| transports(transport).into_iter().map(move |t| (port, t)))
                    .collect()
            };
            let kind = if hides { choices.port(7) } else { 0 };
            match (kind, &ports) {
                (5, Some(range)) => {
                    let record = match choices.port(2) {
                        0 => NewRecord::reserved(range.clone()),
                        _ => NewRecord::unassigned(range.clone()),
                    };
                    builder = builder.record(match transport {
                        Some(transport) => record.transport(transport),
                        None => record,
                    });
                    layer.nameless.push(keys(&ports));
                    continue;
                }
                (1, _) => {
                    builder = builder.hide_name(name.to_uppercase(), transport);
                    layer.hide_name(&name, transport);
                    continue;
                }
                (2, Some(range)) => {
                    builder = builder.hide_ports(range.clone(), transport);
                    layer.hidden_ports.extend(keys(&ports));
                    continue;
                }
                _ => {}
            }
            let entry = |name: String| {
                let mut entry = NewRecord::service(name);
                if let Some(ports) = &ports {
                    entry = entry.ports(ports.clone());
                }
                if let Some(transport) = transport {
                    entry = entry.transport(transport);
                }
                entry
            };
            if kind == 6 {
                let alias = ["a", "B", "c", "e"][usize::from(choices.port(4))];
                builder = builder.record(entry(alias.to_owned()).alias_of(name.clone()));
                layer.rows.push((alias.to_lowercase(), keys(&ports)));
            }
            let entry = entry(name.clone());
            if kind == 3 {
                builder = builder.replace(entry);
                layer.hide_name(&name, transport);
                if ports.is_some() {
                    layer.hidden_ports.extend(keys(&ports));
                }
            } else {
                builder = builder.record(entry);
            }
            layer.rows.push((name.to_lowercase(), keys(&ports)));
        }
        (builder.build().expect("it is valid"), layer)
    }

    fn hide_name(&mut self, name: &str, transport: Option<Transport>) {
        let names = transports(transport).into_iter().map(|t| (name.to_lowercase(), t));
        self.hidden_names.extend(names);
    }
}

/// Whether layers above leave a service to be seen: asked for by a key, on a
/// transport, or as a whole.
fn shows(
    above: &[(Registry, Layer)],
    service: Service<'_>,
    key: Option<Key>,
    on: Option<Transport>,
) -> bool {
    let name = service.name().to_lowercase();
    let keys = |on: &[Transport]| -> HashSet<Key> {
        match service.ports() {
            None => on.iter().map(|t| (0, *t)).collect(),
            Some(ports) => ports.flat_map(|p| on.iter().map(move |t| (p + 1, *t))).collect(),
        }
    };
    let hides_port = |key: &Key| above.iter().any(|(_, layer)| layer.hidden_ports.contains(key));
    let mut asked_on = on.map_or(transports(service.transport()), |on| vec![on]).into_iter();
    let hidden = asked_on.all(|t| {
        let named = (name.clone(), t);
        above.iter().any(|(_, layer)| layer.hidden_names.contains(&named))
            || keys(&[t]).iter().all(hides_port)
    });
    let asked = match key {
        Some(key) => HashSet::from([key]),
        None => keys(&transports(service.transport())),
    };
    let shadowed = above.iter().any(|(_, layer)| {
        layer.rows.iter().any(|(other, others)| *other == name && asked.is_subset(others))
    });
    !hidden && !shadowed && !key.is_some_and(|key| hides_port(&key))
}

/// The same of a row without a name, as a whole.
fn shows_nameless(above: &[(Registry, Layer)], row: Record<'_>) -> bool {
    let ports = row.ports().expect("it has ports");
    let on = transports(row.transport());
    let keys: HashSet<Key> =
        ports.flat_map(|port| on.iter().map(move |on| (port + 1, *on))).collect();
    let hidden = |key: &Key| above.iter().any(|(_, layer)| layer.hidden_ports.contains(key));
    let shadowed =
        above.iter().any(|(_, layer)| layer.nameless.iter().any(|other| keys.is_subset(other)));
    !keys.iter().all(hidden) && !shadowed
}

/// A row, and the registry that it is of.
type Shown = (String, usize);

/// What the model knows of some layers.
struct Model<'s> {
    stack: &'s [(Registry, Layer)],
}

impl<'s> Model<'s> {
    /// What the layers show of what each registry answers alone.
    fn shown<T: Copy + ToString>(
        &self,
        ask: impl Fn(&'s Registry) -> Vec<T>,
        shows: impl Fn(&'s [(Registry, Layer)], T) -> bool,
    ) -> Vec<Shown> {
        let mut all = Vec::new();
        for (index, (registry, _)) in self.stack.iter().enumerate() {
            let rows = ask(registry).into_iter().filter(|row| shows(&self.stack[..index], *row));
            all.extend(rows.map(|row| (row.to_string(), index)));
        }
        all
    }

    fn on(&self, port: u16, transport: Transport) -> Vec<Shown> {
        let key = Some((port + 1, transport));
        self.shown(
            |registry| registry.services_on(port, transport).collect(),
            |above, service| shows(above, service, key, Some(transport)),
        )
    }

    fn nameless_on(&self, port: u16, transport: Transport) -> Vec<Shown> {
        for (index, (registry, layer)) in self.stack.iter().enumerate() {
            let rows = registry.records_on(port, transport).filter(|row| row.service().is_none());
            let rows: Vec<_> = rows.map(|row| (row.to_string(), index)).collect();
            if !rows.is_empty() || layer.hidden_ports.contains(&(port + 1, transport)) {
                return rows;
            }
        }
        Vec::new()
    }

    /// The index of the registry that a record is of.
    fn place(&self, row: Record<'_>) -> usize {
        let is_of = |(registry, _): &(Registry, Layer)| registry.records().any(|one| one == row);
        self.stack.iter().position(is_of).expect("it is of one")
    }

    fn services<'a>(&self, services: impl Iterator<Item = Service<'a>>) -> Vec<Shown> {
        services.map(|one| (one.to_string(), self.place(one.record()))).collect()
    }

    fn records<'a>(&self, records: impl Iterator<Item = Record<'a>>) -> Vec<Shown> {
        records.map(|one| (one.to_string(), self.place(one))).collect()
    }
}

/// Checks layers that bytes choose, most of which hide something.
pub(crate) fn check(bytes: &[u8]) {
    let mut choices = Choices(bytes);
    let hides = choices.below(3) > 0;
    let stack: Vec<(Registry, Layer)> =
        (0..choices.below(4)).map(|_| Layer::chosen(&mut choices, hides)).collect();
    ports(&stack);
    names_and_all(&stack);
    one_registry_of_all_layers(&stack, &Layer::chosen(&mut choices, true).0);
    services_files(&stack);
}

/// Layers with and without a heap.
fn each_layers(stack: &[(Registry, Layer)], check: impl Fn(&Layers<'_>)) {
    let registries: Vec<&Registry> = stack.iter().map(|(registry, _)| registry).collect();
    check(&Layers::of(&registries));
    check(&registries.iter().copied().collect());
}

fn ports(stack: &[(Registry, Layer)]) {
    let model = Model { stack };
    each_layers(stack, |layers| {
        for (port, transport) in keys() {
            let at = format!("{port}/{transport}");
            let mut expected = model.on(port, transport);
            let services = layers.services_on(port, transport);
            assert_eq!(model.services(services.clone()), expected, "{at}");
            assert_eq!(layers.lookup_port(port, transport), services.first(), "{at}");
            let is_assigned = !expected.is_empty();
            expected.extend(model.nameless_on(port, transport));
            let records = layers.records_on(port, transport);
            assert_eq!(model.records(records.clone()), expected, "{at}");
            assert_eq!(records.is_empty(), expected.is_empty(), "{at}");
            assert_eq!(layers.record_on(port, transport), records.first(), "{at}");
            let status = records.first().map_or(Status::Unassigned, |row| row.status());
            assert_eq!(layers.status(port, transport), status, "{at}");
            assert_eq!(status == Status::Assigned, is_assigned, "{at}");

            let explanation = layers.explain(port, transport);
            assert_eq!(explanation.status(), status, "{at}");
            assert_eq!(explanation.record(), records.first(), "{at}");
            let siblings = Transport::ALL.iter().filter(|on| **on != transport);
            let siblings = siblings.filter_map(|on| layers.lookup_port(port, *on));
            assert!(
                explanation.siblings().eq(siblings.filter(|one| one.transport().is_some())),
                "{at}"
            );
            let entry = getservbyport_in(layers, port, Some(transport.as_str()));
            assert_eq!(entry.map(|entry| entry.service()), services.first(), "{at}");
        }
        for &transport in Transport::ALL {
            let is_free = |port: &u16| layers.status(*port, transport) == Status::Unassigned;
            let free = layers.free_ports(transport, 1..PORTS);
            assert!(free.eq((1..PORTS).filter(is_free)), "{transport}");
        }
    });
}

fn keys() -> impl Iterator<Item = (u16, Transport)> {
    (0..PORTS).flat_map(|port| Transport::ALL.iter().map(move |on| (port, *on)))
}

fn names_and_all(stack: &[(Registry, Layer)]) {
    let model = Model { stack };
    each_layers(stack, |layers| {
        for (name, &on) in ["A", "b", "c", "d", "E"]
            .iter()
            .flat_map(|name| Transport::ALL.iter().map(move |on| (name, on)))
        {
            let at = format!("{name}/{on}");
            let expected = model.shown(
                |registry| registry.services_named_on(name, on).collect(),
                |above, service| shows(above, service, None, Some(on)),
            );
            let services = layers.services_named_on(name, on);
            assert_eq!(model.services(services.clone()), expected, "{at}");
            assert_eq!(layers.lookup_name(name, on), services.first(), "{at}");
            let port = services.clone().find_map(|service| service.port());
            let entry = getservbyname_in(layers, name, Some(on.as_str()));
            assert_eq!(entry.map(|entry| entry.port()), port, "{at}");
        }
        for name in ["a", "B", "C", "d", "e"] {
            let expected = model.shown(
                |registry| registry.services_named(name).collect(),
                |above, service| shows(above, service, None, None),
            );
            let services = layers.services_named(name);
            assert_eq!(model.services(services), expected, "{name}");
        }
        let whole = |above, service| shows(above, service, None, None);
        let expected = model.shown(|registry| registry.services().collect(), whole);
        assert_eq!(model.services(layers.services()), expected);
        let expected = model.shown(
            |registry| registry.records().collect(),
            |above, row: Record<'_>| match row.service() {
                Some(service) => shows(above, service, None, None),
                None => shows_nameless(above, row),
            },
        );
        assert_eq!(model.records(layers.records()), expected);
    });
}

/// What anything answers for a port or name: without identities, which differ.
fn answers(of: &impl Lookup) -> Vec<String> {
    let mut answers = Vec::new();
    for (port, on) in keys() {
        let names = of.services_on(port, on).map(|service| service.name());
        answers.push(format!("{port}/{on}: {:?}", names.collect::<Vec<_>>()));
        answers.push(format!("{:?}", of.status(port, on)));
    }
    for (name, &on) in ["A", "b", "c", "d", "E"]
        .iter()
        .flat_map(|name| Transport::ALL.iter().map(move |on| (name, on)))
    {
        // One registry tells names apart that differ by case, layers do not.
        let mut named = of.services_named(name).map(|service| service.name());
        if named.next().is_some_and(|first| named.any(|other| other != first)) {
            continue;
        }
        let first = of.lookup_name(name, on);
        // A row is cut where part of its ports is hidden.
        let port = first.and_then(|first| {
            first.ports()?.find(|port| of.services_on(*port, on).any(|service| service == first))
        });
        answers.push(format!("{name}/{on}: {:?} {port:?}", first.map(|first| first.name())));
    }
    answers
}

fn one_registry_of_all_layers(stack: &[(Registry, Layer)], below: &Registry) {
    each_layers(stack, |layers| {
        let all = layers.to_registry().expect("it compiles");
        assert_eq!(answers(&all), answers(layers));
    });
    // What the layers hide is hidden below the one registry as well.
    let mut registries: Vec<&Registry> = stack.iter().map(|(registry, _)| registry).collect();
    let all = Layers::of(&registries).to_registry().expect("it compiles");
    registries.push(below);
    assert_eq!(answers(&Layers::of(&[&all, below])), answers(&Layers::of(&registries)));
}

/// The services file of layers, read back, is one registry of what they show.
fn services_files(stack: &[(Registry, Layer)]) {
    each_layers(stack, |layers| {
        let file = ServicesFile::new(layers).to_string();
        let read = Registry::from_services_file(file.as_bytes()).expect("it compiles");
        for (port, on) in keys() {
            let names = |services: Vec<Service<'_>>| -> Vec<String> {
                services.iter().map(|service| service.name().to_lowercase()).collect()
            };
            let mut expected = names(layers.services_on(port, on).collect());
            let mut found = names(read.services_on(port, on).collect());
            assert_eq!(expected.first(), found.first(), "{port}/{on}\n{file}");
            expected.sort();
            found.sort();
            expected.dedup();
            found.dedup();
            assert_eq!(expected, found, "{port}/{on}\n{file}");
        }
    });
}
