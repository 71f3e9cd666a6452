//! What layers cost: the same keys asked of one registry, and of several on top
//! of each other. A time is that of a pass over all keys of a set.
//!
//! `cargo bench --package iana-ports-benches --features runtime --bench layers`

use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use iana_ports::Transport::Tcp;
use iana_ports::layers::Layers;
use iana_ports::load::NewRecord;
use iana_ports::{Registry, lookup_name, lookup_port, registry};
use iana_ports_benches::queries::{self, Set};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    // A registry in its own right, with services that the keys do not ask for.
    let own = |name: &str| {
        let services = (1..=500_u16).map(|number| {
            NewRecord::service(format!("{name}-{number}")).port(50_000 + number).transport(Tcp)
        });
        services.fold(Registry::builder(), |builder, entry| builder.record(entry))
    };
    let (site, host) = (own("site").build(), own("host").build());
    let hiding = own("hiding").hide_port(50_000, None).hide_name("no-such-service", None).build();
    let compiled = "hand-made entries compile";
    let [site, host, hiding] = [site, host, hiding].map(|registry| registry.expect(compiled));
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../registry");
    let loaded = Registry::from_dir(directory).expect("the registry compiles");
    let stacks = [
        ("one-layer", Layers::new([registry()])),
        ("two-layers", Layers::new([&site, registry()])),
        ("three-layers", Layers::new([&site, &host, registry()])),
        ("two-layers-hiding", Layers::new([&hiding, registry()])),
    ];

    let mut group = criterion.benchmark_group("layered-ports");
    for set in &queries::ports()[..3] {
        time(&mut group, "bundled", set, |(port, on)| lookup_port(port, on));
        time(&mut group, "loaded", set, |(port, on)| loaded.lookup_port(port, on));
        for (name, layers) in &stacks {
            for &(port, on) in set.keys.iter().filter(|(port, _)| *port < 50_000) {
                assert_eq!(layers.lookup_port(port, on), lookup_port(port, on));
            }
            time(&mut group, name, set, |(port, on)| layers.lookup_port(port, on));
        }
    }
    group.finish();
    let mut group = criterion.benchmark_group("layered-names");
    for set in &queries::names() {
        time(&mut group, "bundled", set, |(name, on)| lookup_name(name, on));
        time(&mut group, "loaded", set, |(name, on)| loaded.lookup_name(name, on));
        for (name, layers) in &stacks {
            for &(name, on) in &set.keys {
                assert_eq!(layers.lookup_name(name, on), lookup_name(name, on));
            }
            time(&mut group, name, set, |(name, on)| layers.lookup_name(name, on));
        }
    }
    group.finish();
    criterion.final_summary();
}

fn time<K: Copy, A>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    set: &Set<K>,
    look_up: impl Fn(K) -> A,
) {
    group.throughput(Throughput::Elements(set.keys.len() as u64));
    group.bench_function(format!("{name}/{}", set.name), |bencher| {
        bencher.iter(|| {
            for &key in &set.keys {
                black_box(look_up(black_box(key)));
            }
        });
    });
}
