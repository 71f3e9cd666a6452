//! Which end of a flow is the service, for one flow after the other and in
//! columns, beside the two look-ups of ports that it takes at least.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use iana_ports::flow::{Hints, Side, service, service_ids};
use iana_ports::{NO_SERVICE, Service, Transport, lookup_port, services};
use iana_ports_benches::random::Random;

const FLOWS: usize = 1 << 16;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("flow");
    group.sample_size(30);
    group.warm_up_time(Duration::from_millis(200));
    group.measurement_time(Duration::from_millis(800));
    group.throughput(Throughput::Elements(FLOWS as u64));

    let (sources, destinations, protocols) = flows();
    let flows = || sources.iter().zip(&destinations).zip(&protocols);
    let (mut ids, mut sides) = (vec![0; FLOWS], vec![None; FLOWS]);
    service_ids(&sources, &destinations, &protocols, &mut ids, &mut sides);
    for (index, ((&source, &destination), &protocol)) in flows().enumerate() {
        let answer = service(source, destination, transport(protocol), Hints::new());
        let id = answer.service().map_or(NO_SERVICE, Service::id);
        assert_eq!((ids[index], sides[index]), (id, answer.side()));
    }

    group.bench_function("both-ports", |bencher| {
        bencher.iter(|| {
            for ((&source, &destination), &protocol) in flows() {
                let on = transport(black_box(protocol));
                black_box((lookup_port(source, on), lookup_port(destination, on)));
            }
        });
    });
    group.bench_function("service", |bencher| {
        bencher.iter(|| {
            for ((&source, &destination), &protocol) in flows() {
                let on = transport(black_box(protocol));
                black_box(service(source, destination, on, Hints::new()));
            }
        });
    });
    group.bench_function("service-ids", |bencher| {
        bencher.iter(|| service_ids(&sources, &destinations, &protocols, &mut ids, &mut sides));
    });
    group.finish();
    criterion.final_summary();
}

fn transport(protocol: u8) -> Transport {
    if protocol == 6 { Transport::Tcp } else { Transport::Udp }
}

/// Nine of ten flows are between a service and an ephemeral port, in either
/// order; the others between any ports.
fn flows() -> (Vec<u16>, Vec<u16>, Vec<u8>) {
    let mut random = Random::default();
    let all: Vec<u16> = services().filter_map(Service::port).collect();
    let (mut sources, mut destinations, mut protocols) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..FLOWS {
        let is_any = random.below(10) == 0;
        let client = 32768 + random.below(28232) as u16;
        let ends = match is_any {
            true => [random.number() as u16, random.number() as u16],
            false => [client, random.pick(&all)],
        };
        let side = random.pick(&[Side::Source, Side::Destination]);
        sources.push(side.of(ends[0], ends[1]));
        destinations.push(side.of(ends[1], ends[0]));
        protocols.push(random.pick(&[6, 17]));
    }
    (sources, destinations, protocols)
}
