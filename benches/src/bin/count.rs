//! Does nothing but look keys up, so that the difference of two runs under
//! valgrind is what look-ups cost: `count <look-up> <set> <passes>`.
//! It prints the number of keys in a pass.

use std::env;
use std::hint::black_box;
use std::process::ExitCode;

use iana_ports::{
    Service, Transport, explain, free_ports, lookup_contact, lookup_ids, lookup_name, lookup_port,
    record_on, services, services_named, services_on, status,
};
use iana_ports_benches::queries;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [look_up, set, passes] = &arguments[..] else { return usage() };
    let Ok(passes) = passes.parse() else { return usage() };
    let keys = match look_up.as_str() {
        "nothing" => repeat(&queries::ports(), set, passes, |key| key),
        "lookup_port" => repeat(&queries::ports(), set, passes, |(port, on)| lookup_port(port, on)),
        "port_name" => repeat(&queries::ports(), set, passes, |(port, on)| {
            lookup_port(port, on).map(Service::name)
        }),
        "protocol" => repeat(&queries::ports(), set, passes, |(port, on)| {
            lookup_port(port, Transport::from_protocol_number(black_box(on.protocol_number()))?)
        }),
        "lookup_ids" => ids(passes),
        "status" => repeat(&queries::ports(), set, passes, |(port, on)| status(port, on)),
        "record_on" => repeat(&queries::ports(), set, passes, |(port, on)| record_on(port, on)),
        "explain" => {
            repeat(&queries::ports(), set, passes, |(port, on)| explain(port, on).status())
        }
        "services_on" => {
            repeat(&queries::ports(), set, passes, |(port, on)| services_on(port, on).first())
        }
        "services_on_all" => repeat(&queries::ports(), set, passes, |(port, on)| {
            services_on(port, on).for_each(|service| _ = black_box(service));
        }),
        "services_named" => {
            repeat(&queries::names(), set, passes, |(name, _)| services_named(name).first())
        }
        "walk" => walk(passes),
        "free_ports" => free(passes),
        "lookup_name" => repeat(&queries::names(), set, passes, |(name, on)| lookup_name(name, on)),
        "lookup_contact" => repeat(&queries::handles(), set, passes, lookup_contact),
        _ => return usage(),
    };
    for _ in 0..black_box(2) {
        look_up_elsewhere(Transport::ALL);
    }
    println!("{keys}");
    ExitCode::SUCCESS
}

/// The ids of a column of ports.
fn ids(passes: usize) -> usize {
    let [.., random, _] = queries::ports();
    let (ports, transports): (Vec<u16>, Vec<Transport>) = random.keys.into_iter().unzip();
    let protocols: Vec<u8> = transports.into_iter().map(Transport::protocol_number).collect();
    let mut ids = vec![0; ports.len()];
    for _ in 0..passes {
        lookup_ids(black_box(&ports), black_box(&protocols), black_box(&mut ids));
    }
    ports.len()
}

/// Every service, its name and its port.
fn walk(passes: usize) -> usize {
    for _ in 0..passes {
        services().for_each(|service| _ = black_box((service.name(), service.port())));
    }
    services().len()
}

/// Every port that is free.
fn free(passes: usize) -> usize {
    for _ in 0..passes {
        free_ports(black_box(Transport::Tcp), ..).for_each(|port| _ = black_box(port));
    }
    1 << 16
}

fn usage() -> ExitCode {
    eprintln!("usage: count <look-up> <set> <passes>");
    ExitCode::FAILURE
}

/// The same look-ups once more: the compiler is less willing to inline what is
/// called in several places, as it is in most programs, and it must not matter.
fn look_up_elsewhere(transports: &[Transport]) {
    for &on in transports {
        black_box(lookup_port(black_box(443), black_box(on)));
        black_box(status(black_box(443), black_box(on)));
        black_box(record_on(black_box(443), black_box(on)));
        black_box(services_on(black_box(443), black_box(on)));
        black_box(lookup_name(black_box("https"), black_box(on)));
    }
    black_box(services_named(black_box("https")));
    black_box(lookup_contact(black_box("IESG")));
}

/// Looks up the first keys of a set, again and again.
fn repeat<K: Copy, A>(
    sets: &[queries::Set<K>],
    name: &str,
    passes: usize,
    look_up: impl Fn(K) -> A,
) -> usize {
    let set = sets.iter().find(|set| set.name == name).expect("one of the sets");
    let keys = &set.keys[..set.keys.len().min(4096)];
    for _ in 0..passes {
        for &key in keys {
            black_box(look_up(black_box(key)));
        }
    }
    keys.len()
}
