//! Registries on top of each other, held against sets of keys and names.

use std::collections::HashSet;

use iana_ports::layers::Layers;
#[cfg(feature = "contacts")]
use iana_ports::load::NewContact;
use iana_ports::load::{NewRecord, Source};
use iana_ports::{Registry, Service, Status, Transport, registry};

use crate::oracle::random::Random;

/// The ports of the test, and more than any range below takes.
const PORTS: u16 = 8;

/// Where a row is: without a port on 0, else one above it.
type Key = (u16, Transport);

/// A registry, and what it hides, as sets.
#[derive(Default)]
struct Layer {
    rows: Vec<(String, HashSet<Key>)>,
    hidden_ports: HashSet<Key>,
    hidden_names: HashSet<(String, Transport)>,
}

fn random(state: &mut Random, below: u16) -> u16 {
    u16::try_from(state.below(below.into())).expect("it is below")
}

fn transports(one: Option<Transport>) -> Vec<Transport> {
    one.map_or(Transport::ALL.to_vec(), |one| vec![one])
}

impl Layer {
    /// A registry of a few random entries, and the same as sets.
    fn random(state: &mut Random, hides: bool) -> (Registry, Self) {
        let (mut layer, mut builder) = (Self::default(), Registry::builder());
        for _ in 0..random(state, 6) {
            let name = ["a", "B", "c"][usize::from(random(state, 3))];
            let name = if random(state, 2) == 0 { name.to_owned() } else { name.to_lowercase() };
            let transport = match random(state, 4) {
                0 => None,
                index => Some(Transport::ALL[usize::from(index % 2)]),
            };
            let (first, length) = (random(state, PORTS - 3), random(state, 3));
            let ports = match random(state, 4) {
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
            let kind = if hides { random(state, 5) } else { 0 };
            match (kind, &ports) {
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
            let mut entry = NewRecord::service(name.clone());
            if let Some(ports) = &ports {
                entry = entry.ports(ports.clone());
            }
            if let Some(transport) = transport {
                entry = entry.transport(transport);
            }
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

#[test]
fn random_layers() {
    let mut state = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..1_000 {
        let stack: Vec<(Registry, Layer)> =
            (0..random(&mut state, 4)).map(|_| Layer::random(&mut state, round % 3 > 0)).collect();
        let layers = Layers::new(stack.iter().map(|(registry, _)| registry));
        let seen = |ask: &dyn Fn(&Registry) -> Vec<Service<'_>>,
                    key: Option<Key>,
                    on: Option<Transport>| {
            let mut all = Vec::new();
            for (index, (registry, _)) in stack.iter().enumerate() {
                let above = &stack[..index];
                let services = ask(registry).into_iter();
                all.extend(
                    services
                        .filter(|s| shows(above, *s, key, on))
                        .map(|s| (s.to_string(), core::ptr::from_ref(registry).addr())),
                );
            }
            all
        };
        let shown = |services: iana_ports::layers::LayeredServices<'_, '_>| {
            let place = |s: &Service<'_>| {
                let of = stack.iter().find(|(r, _)| r.services().any(|other| other == *s));
                core::ptr::from_ref(&of.expect("it is of one").0).addr()
            };
            services.map(|s| (s.to_string(), place(&s))).collect::<Vec<_>>()
        };
        for &transport in Transport::ALL {
            for port in 0..PORTS {
                let expected = seen(
                    &|r| r.services_on(port, transport).collect(),
                    Some((port + 1, transport)),
                    Some(transport),
                );
                let services = layers.services_on(port, transport);
                assert_eq!(shown(services.clone()), expected, "{round}: {port}/{transport}");
                assert_eq!(layers.lookup_port(port, transport), services.clone().next());
                let assigned = layers.status(port, transport) == Status::Assigned;
                assert_eq!(assigned, !expected.is_empty(), "{round}: {port}/{transport}");
            }
            for name in ["A", "b", "c", "d"] {
                let first = layers.lookup_name(name, transport);
                let expected = seen(
                    &|r| {
                        let on = |s: &Service<'_>| s.transport().is_none_or(|t| t == transport);
                        r.services_named(name).filter(on).collect()
                    },
                    None,
                    Some(transport),
                );
                let services = layers.services_named_on(name, transport);
                assert_eq!(first, services.first(), "{round}: {name}/{transport}");
                assert_eq!(shown(services), expected, "{round}: {name}/{transport}");
            }
        }
        for name in ["a", "B", "C", "d"] {
            let expected = seen(&|r| r.services_named(name).collect(), None, None);
            assert_eq!(shown(layers.services_named(name)), expected, "{round}: {name}");
        }
        assert_eq!(
            shown(layers.services()),
            seen(&|r| r.services().collect(), None, None),
            "{round}"
        );
    }
}

#[test]
fn layers_one_after_the_other() {
    let own = crate::load::services("a 80/tcp\nb 80/tcp\nwww 80/tcp\n");
    let layers = Layers::new([&own, registry()]);
    let mut services = layers.services_on(80, Transport::Tcp);
    assert_eq!(services.next().map(|service| service.name()), Some("a"));
    let left = services.clone();
    let names: Vec<_> = services.by_ref().map(|service| service.name()).collect();
    assert_eq!(names, ["b", "www", "http", "www-http"]);
    assert_eq!((services.next(), services.next(), services.first()), (None, None, None));
    assert_eq!((left.first().map(|service| service.name()), left.count()), (Some("b"), 4));
}

#[test]
fn the_bundled_registry_alone_answers_as_itself() {
    let layers = Layers::new([registry()]);
    for &transport in Transport::ALL {
        for port in 0..=u16::MAX {
            assert_eq!(
                layers.lookup_port(port, transport),
                registry().lookup_port(port, transport)
            );
            assert_eq!(layers.status(port, transport), registry().status(port, transport));
            assert_eq!(layers.record_on(port, transport), registry().record_on(port, transport));
            assert!(
                layers.services_on(port, transport).eq(registry().services_on(port, transport))
            );
        }
    }
    assert!(layers.services().eq(registry().services()));
}

#[test]
fn any_order() {
    let own = crate::load::services("web 443/tcp\nbilling 4/tcp\n").named("own");
    let sources = |layers: &Layers<'_>, port| {
        let services = layers.services_on(port, Transport::Tcp);
        services.map(|s| s.source().to_string()).collect::<Vec<_>>()
    };
    let over = Layers::new([&own, registry()]);
    assert_eq!(sources(&over, 443), ["own", "IANA"]);
    let under = Layers::new([registry(), &own]);
    assert_eq!(sources(&under, 443), ["IANA", "own"]);
    // IANA says of 4/tcp that it is unassigned; the service counts, in any order.
    for layers in [over, under] {
        assert_eq!(layers.lookup_port(4, Transport::Tcp).unwrap().source(), Source::Named("own"));
        assert_eq!(layers.status(4, Transport::Tcp), Status::Assigned);
        assert_eq!(format!("{layers:?}").len(), "[Bundled, Named(\"own\")]".len());
    }
}

#[test]
fn no_layers_answer_nothing() {
    let none = Layers::default();
    assert_eq!(none.lookup_port(80, Transport::Tcp), None);
    assert_eq!(none.lookup_name("http", Transport::Tcp), None);
    #[cfg(feature = "contacts")]
    assert_eq!(none.lookup_contact("IESG"), None);
    assert_eq!(none.services().count(), 0);
    assert_eq!(none.status(80, Transport::Tcp), Status::Unassigned);
    assert_eq!(none.status(50_000, Transport::Tcp), Status::Dynamic);
    assert!(none.registries().is_empty());
}

#[cfg(feature = "details")]
#[test]
fn nameless_rows_are_hidden_with_their_port() {
    let free = NewRecord::unassigned(230..=230);
    let own =
        Registry::builder().record(free).hide_ports(228..=231, Transport::Tcp).build().unwrap();
    let layers = Layers::new([&own, registry()]);
    let status = |port, transport| layers.status(port, transport);
    assert_eq!(status(229, Transport::Tcp), Status::Unassigned);
    assert_eq!(status(229, Transport::Udp), Status::Reserved);
    assert_eq!(status(230, Transport::Udp), Status::Unassigned);
    assert_eq!(layers.record_on(229, Transport::Tcp), None);
    assert_eq!(layers.record_on(230, Transport::Tcp).unwrap().source(), Source::Named("builder"));
    // The registry itself answers as if it hid nothing.
    assert_eq!(own.status(230, Transport::Tcp), Status::Unassigned);
}

#[test]
fn what_cannot_be_hidden_is_told() {
    let error = Registry::builder().hide_name("a\nb", None).build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "builder hidden:1: Service Name: \"a\\nb\": expected no control characters"
    );
    let error =
        |builder: iana_ports::load::RegistryBuilder| builder.build().unwrap_err().to_string();
    assert_eq!(
        error(
            Registry::builder()
                .hide_port(1, None)
                .hide_name("z", None)
                .hide_name("", Transport::Tcp)
        ),
        "builder hidden:3: Service Name: \"\": expected the name of a service"
    );
    let reversed = core::ops::RangeInclusive::new(81, 80);
    assert_eq!(
        error(Registry::builder().hide_ports(reversed, None)),
        "builder hidden:1: Port Number: \"81-80\": \
         expected a range of ports whose first is not above its last"
    );
    let all = Registry::builder().hide_ports(0..=u16::MAX, None).build().unwrap();
    let layers = Layers::new([&all, registry()]);
    assert!(layers.services().all(|service| service.port().is_none()));
}

#[test]
fn nothing_allocates() {
    let own = Registry::builder()
        .replace(NewRecord::service("gateway").ports(8080..=8081).transport(Transport::Tcp))
        .hide_name("telnet", None)
        .build()
        .unwrap();
    let layers = Layers::new([&own, registry()]);
    let mut found = 0;
    let count = allocation_counter::measure(|| {
        for port in (0..=u16::MAX).step_by(7) {
            found += layers.services_on(port, Transport::Tcp).count();
            found += usize::from(layers.lookup_port(port, Transport::Tcp).is_some());
            found += usize::from(layers.status(port, Transport::Udp) == Status::Assigned);
        }
        found += layers.services_named("http").count() + layers.services().take(99).count();
        found += usize::from(layers.lookup_name("telnet", Transport::Udp).is_some());
        #[cfg(feature = "contacts")]
        {
            found += usize::from(layers.lookup_contact("IESG").is_some());
        }
    });
    assert_eq!(count.count_total, 0);
    assert!(found > 2_000, "{found}");
}

#[test]
fn a_row_on_any_transport_is_hidden_on_one() {
    let own = Registry::builder().hide_name("SWX", Transport::Tcp).build().unwrap();
    let layers = Layers::new([&own, registry()]);
    assert_eq!(layers.lookup_name("swx", Transport::Tcp), None);
    assert_eq!(layers.lookup_port(7300, Transport::Tcp), None);
    assert_eq!(layers.lookup_port(7300, Transport::Udp).unwrap().name(), "swx");
    // It is a row still.
    assert_eq!(layers.services_named("swx").count(), 1);
    let ports = Registry::builder().hide_ports(7300..=7359, None).build().unwrap();
    let layers = Layers::new([&ports, registry()]);
    assert_eq!(layers.lookup_name("swx", Transport::Udp), None);
    assert!(layers.services_named("swx").is_empty());
}

#[test]
fn layers_hide_together() {
    let first = Registry::builder().hide_port(6000, Transport::Tcp).build().unwrap();
    let rest = Registry::builder().hide_ports(6001..=6063, Transport::Tcp).build().unwrap();
    let layers = Layers::new([&first, &rest, registry()]);
    assert_eq!(layers.lookup_name("x11", Transport::Tcp), None);
    assert!(layers.lookup_name("x11", Transport::Udp).is_some());
}

#[cfg(feature = "contacts")]
#[test]
fn a_handle_as_it_is_spelled_comes_first() {
    let own = NewContact::new("SEIKO_EPSON").name("Ours");
    let own = Registry::builder().contact(own).build().unwrap();
    let layers = Layers::new([&own, registry()]);
    let source = |handle| layers.lookup_contact(handle).map(|contact| contact.source());
    assert_eq!(source("[SEIKO_EPSON]"), Some(Source::Named("builder")));
    assert_eq!(source("Seiko_Epson"), Some(Source::Bundled));
    assert_eq!(source("seiko_epson"), Some(Source::Named("builder")));
}

#[cfg(feature = "serde")]
#[test]
fn services_and_sources_as_json() {
    let own = crate::load::services("web 80/tcp\n");
    let layers = Layers::new([&own, registry()]);
    let services = layers.services_on(80, Transport::Tcp);
    let json = serde_json::to_value(&services).unwrap();
    assert_eq!(json, serde_json::to_value(services.clone().collect::<Vec<_>>()).unwrap());
    assert_eq!(json.as_array().map(Vec::len), Some(4));
    let sources: Vec<_> = services.map(|service| service.source()).collect();
    let expected = r#"["services","IANA","IANA","IANA"]"#;
    assert_eq!(serde_json::to_string(&sources).unwrap(), expected);
    assert_eq!(serde_json::to_string(&Source::System).unwrap(), r#""system""#);
}
