//! What it takes to load a registry, beside the least that a program could do
//! with the same file: to parse it into a map of names.
//!
//! `cargo bench --package iana-ports-benches --features runtime --bench loading`

use std::fs;

use criterion::{Criterion, Throughput};
use iana_ports::export::ServicesFile;
use iana_ports::{Registry, registry};
use iana_ports_benches::services_file::{self, first_names};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../registry");
    let mut group = criterion.benchmark_group("load");
    group.sample_size(20);
    let own = ServicesFile::new(registry()).to_string();
    // Not every machine has one.
    let system = fs::read_to_string(services_file::PATH).ok();
    for (name, text) in [("exported", Some(own)), ("system", system)] {
        let Some(text) = text else { continue };
        let load = || Registry::loader().lenient().from_services_file(text.as_bytes());
        let (loaded, map) = (load().expect("a services file loads"), first_names(&text));
        for (&(port, transport), name) in &map {
            let mut there = loaded.services_on(port, transport);
            assert!(there.any(|service| service.name() == name), "{name} on {port}/{transport}");
        }
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("iana-ports/{name}"), |bencher| bencher.iter(load));
        group.bench_function(format!("std-hashmap/{name}"), |bencher| {
            bencher.iter(|| self::first_names(&text));
        });
    }
    group.throughput(Throughput::Elements(registry().records().len() as u64));
    group.bench_function("iana-ports/directory", |bencher| {
        bencher.iter(|| Registry::from_dir(directory).expect("the registry compiles"));
    });
    group.finish();
    criterion.final_summary();
}
