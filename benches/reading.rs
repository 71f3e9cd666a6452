//! What it costs to read what was found: every field of every service, a walk
//! over everything, and the annotation of a stream of flows.

use std::hint::black_box;
use std::thread;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use iana_ports::{Service, Transport, contacts, lookup_port, records, services};
use iana_ports_benches::random::Random;

/// A flow as routers export it: a port and a protocol number.
type Flow = (u16, u8);

const FLOWS: usize = 10_000_000;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("reading");
    group.sample_size(10);
    group.warm_up_time(Duration::from_millis(300));
    group.measurement_time(Duration::from_secs(2));

    group.throughput(Throughput::Elements(services().len() as u64));
    group.bench_function("services", |bencher| {
        bencher.iter(|| services().for_each(see));
    });
    group.bench_function("fields", |bencher| {
        let all: Vec<_> = services().collect();
        bencher.iter(|| all.iter().for_each(|service| read(*service)));
    });
    group.throughput(Throughput::Elements(records().len() as u64));
    group.bench_function("records", |bencher| {
        bencher.iter(|| records().for_each(see));
    });
    group.throughput(Throughput::Elements(contacts().len() as u64));
    group.bench_function("contacts", |bencher| {
        bencher.iter(|| contacts().for_each(see));
    });

    let flows = flows();
    let (first, second) = flows.split_at(flows.len() / 2);
    assert_eq!(annotate(&flows), annotate(first) + annotate(second));
    group.throughput(Throughput::Elements(flows.len() as u64));
    group.bench_function("flows-1-thread", |bencher| bencher.iter(|| annotate(&flows)));
    group.bench_function("flows-2-threads", |bencher| {
        bencher.iter(|| {
            thread::scope(|scope| {
                let other = scope.spawn(|| annotate(second));
                annotate(first) + other.join().expect("a thread that counts")
            })
        });
    });
    group.finish();
    criterion.final_summary();
}

fn see<T>(what: T) {
    black_box(what);
}

/// Reads every column of a service.
fn read(service: Service<'_>) {
    black_box((service.name(), service.ports(), service.transport(), service.description()));
    black_box((service.registered(), service.modified(), service.service_code()));
    black_box((service.unauthorized_use(), service.notes(), service.alias_of()));
    service.assignees().for_each(|contact| see(contact.display_name()));
    service.contacts().for_each(|contact| see(contact.display_name()));
    service.references().for_each(see);
}

/// Half the flows end on one of 64 services, the others on any port.
fn flows() -> Vec<Flow> {
    let mut random = Random::default();
    let all: Vec<Service<'_>> = services().filter(|service| service.port().is_some()).collect();
    let few: Vec<Flow> = (0..64)
        .filter_map(|_| {
            let service = random.pick(&all);
            Some((service.port()?, service.transport()?.protocol_number()))
        })
        .collect();
    let any = |random: &mut Random| (random.number() as u16, [6, 17][random.below(2)]);
    (0..FLOWS)
        .map(|_| if random.below(2) == 0 { random.pick(&few) } else { any(&mut random) })
        .collect()
}

/// Finds the service of every flow; the length of all names.
fn annotate(flows: &[Flow]) -> usize {
    flows
        .iter()
        .filter_map(|&(port, protocol)| {
            lookup_port(port, Transport::from_protocol_number(protocol)?)
        })
        .map(|service| service.name().len())
        .sum()
}
