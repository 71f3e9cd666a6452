//! What is asked beside a look-up, next to the look-up or the map that it is
//! measured by: `cargo xtask bench` prints each ratio beside its bar.
//!
//! As in `lookups.rs`, every key goes in through `black_box` and every answer
//! out through it, and rivals have to agree before they are timed.

use std::collections::HashMap;
use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};
use iana_ports::port_spec::PortSpec;
use iana_ports::{
    Service, Transport, explain, free_ports, lookup_ids, lookup_name, lookup_port, record_on,
    services, services_named, services_on, status,
};
use iana_ports_benches::queries::{self, Port, Set};
use iana_ports_benches::rivals::{NONE, filled};
use iana_ports_benches::tables::{PHF_PORT_NAMES, SORTED_PORT_NAMES};
use rustc_hash::FxBuildHasher;

type Group<'a> = BenchmarkGroup<'a, WallTime>;

/// Texts as people type them.
const SPECS: [&str; 6] = ["443", "22,80,443", "8000-8100", "https", "53/udp", "ssh,http,60000-"];

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    questions(&mut criterion.benchmark_group("questions"));
    criterion.final_summary();
}

fn questions(group: &mut Group<'_>) {
    group.sample_size(30);
    group.warm_up_time(Duration::from_millis(200));
    group.measurement_time(Duration::from_millis(800));
    let [hit, _, random, _] = queries::ports();
    let [names, ..] = queries::names();
    ports(group, &hit, &random);
    each(group, "name-lookup", "hit", &names.keys, |(name, on)| lookup_name(name, on));
    each(group, "services_named", "hit", &names.keys, |(name, _)| services_named(name).first());
    each(group, "port-spec", "usual", &SPECS, PortSpec::parse);
    for set in [&hit, &queries::flows(), &random] {
        port_names(group, set);
    }
    ids(group, &random);
    group.throughput(Throughput::Elements(1 << 16));
    group.bench_function(BenchmarkId::new("free_ports", "tcp"), |bencher| {
        bencher.iter(|| free_ports(black_box(Transport::Tcp), ..).for_each(see));
    });
    group.throughput(Throughput::Elements(services().len() as u64));
    group.bench_function(BenchmarkId::new("walk", "all"), |bencher| {
        bencher.iter(|| services().for_each(|service| see((service.name(), service.port()))));
    });
}

fn ports(group: &mut Group<'_>, hit: &Set<Port>, random: &Set<Port>) {
    each(group, "lookup_port", "hit", &hit.keys, |(port, on)| lookup_port(port, on));
    each(group, "lookup_port", "random", &random.keys, |(port, on)| lookup_port(port, on));
    each(group, "status", "random", &random.keys, |(port, on)| status(port, on));
    each(group, "record_on", "random", &random.keys, |(port, on)| record_on(port, on));
    each(group, "explain", "random", &random.keys, |(port, on)| explain(port, on).status());
    each(group, "services_on", "hit", &hit.keys, |(port, on)| services_on(port, on).first());
    let only = |(port, on): &Port| services_on(*port, *on).count() == 1;
    let only: Vec<Port> = hit.keys.iter().copied().filter(only).collect();
    each(group, "services_on-all", "hit", &only, |(port, on)| services_on(port, on).for_each(see));
}

/// The name on a port, beside maps from the port to the name.
fn port_names(group: &mut Group<'_>, set: &Set<Port>) {
    let fx: HashMap<_, _, FxBuildHasher> = filled(SORTED_PORT_NAMES);
    let key = |port, on| (port, on as u8);
    let mut flat = vec![None; 1 << 18];
    for ((port, on), name) in SORTED_PORT_NAMES {
        flat[usize::from(*port) << 2 | usize::from(*on)] = Some(*name);
    }
    let ours = |(port, on)| lookup_port(port, on).map(Service::name);
    let of_fx = |(port, on)| fx.get(&key(port, on)).copied();
    let of_phf = |(port, on)| PHF_PORT_NAMES.get(&key(port, on)).copied();
    let of_flat = |(port, on): Port| flat[usize::from(port) << 2 | on as usize & 3];
    for &key in &set.keys {
        let expected = ours(key);
        assert!([of_fx(key), of_phf(key), of_flat(key)].iter().all(|name| *name == expected));
    }
    each(group, "name", set.name, &set.keys, ours);
    each(group, "name-fxhashmap", set.name, &set.keys, of_fx);
    each(group, "name-phf", set.name, &set.keys, of_phf);
    each(group, "name-flat", set.name, &set.keys, of_flat);
}

/// The ids of a column of ports, beside a flat table of them for two protocols.
fn ids(group: &mut Group<'_>, set: &Set<Port>) {
    let (ports, transports): (Vec<u16>, Vec<Transport>) = set.keys.iter().copied().unzip();
    let protocols: Vec<u8> = transports.into_iter().map(Transport::protocol_number).collect();
    let mut flat = vec![NONE; 1 << 18];
    for ((port, on), _) in SORTED_PORT_NAMES {
        let transport = Transport::ALL[usize::from(*on)];
        let id = lookup_port(*port, transport).map_or(NONE, Service::id);
        flat[usize::from(*port) << 2 | usize::from(*on)] = id;
    }
    let mut places = [0; 256];
    for on in Transport::ALL {
        places[usize::from(on.protocol_number())] = *on as usize & 3;
    }
    let of_flat = |ids: &mut [u16], ports: &[u16], protocols: &[u8]| {
        for ((id, port), protocol) in ids.iter_mut().zip(ports).zip(protocols) {
            *id = flat[usize::from(*port) << 2 | places[usize::from(*protocol)]];
        }
    };
    let (mut ids, mut others) = (vec![0; ports.len()], vec![0; ports.len()]);
    lookup_ids(&ports, &protocols, &mut ids);
    of_flat(&mut others, &ports, &protocols);
    assert_eq!(ids, others);
    group.throughput(Throughput::Elements(ports.len() as u64));
    group.bench_function(BenchmarkId::new("lookup_ids", "random"), |bencher| {
        bencher.iter(|| lookup_ids(black_box(&ports), black_box(&protocols), black_box(&mut ids)));
    });
    group.bench_function(BenchmarkId::new("lookup_ids-flat", "random"), |bencher| {
        bencher.iter(|| of_flat(black_box(&mut ids), black_box(&ports), black_box(&protocols)));
    });
}

/// Times an answer to each of some keys.
fn each<K: Copy, A>(
    group: &mut Group<'_>,
    question: &str,
    set: &str,
    keys: &[K],
    answer: impl Fn(K) -> A,
) {
    group.throughput(Throughput::Elements(keys.len() as u64));
    group.bench_function(BenchmarkId::new(question, set), |bencher| {
        bencher.iter(|| keys.iter().for_each(|key| see(answer(black_box(*key)))));
    });
}

fn see<T>(what: T) {
    black_box(what);
}
