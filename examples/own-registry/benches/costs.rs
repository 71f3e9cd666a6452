//! What names of one's own cost: compiled in, of the machine, and of a file
//! that is loaded anew. Prints a table; times are the best of many passes.
//!
//! `cargo bench --package own-registry --features runtime --bench costs`

use core::hint::black_box;
use core::time::Duration;
use std::fs;
use std::time::Instant;

use iana_ports::export::ServicesFile;
use iana_ports::layers::{Layers, Lookup};
use iana_ports::{Registry, Transport, Transport::Udp, include_registry, registry};

static SENSORS: Registry = include_registry!("sensors");
static LAYERS: Layers<'static> = Layers::of(&[&SENSORS, registry()]);

/// The bytes of the tables of a tier.
macro_rules! bytes {
    ($tier:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/sensors.", $tier, ".txt")).len()
            + include_bytes!(concat!(env!("OUT_DIR"), "/sensors.", $tier, ".tables")).len()
    };
}

fn main() {
    println!(
        "| names | bytes in the program | at the start | heap | one of these ports | a port of IANA's |"
    );
    println!("|---|---:|---:|---:|---:|---:|");
    let own: Vec<(u16, Transport)> = (20_001..32_001).map(|port| (port, Udp)).collect();
    let iana: Vec<_> = iana_ports::services()
        .filter_map(|service| Some((service.port()?, service.transport()?)))
        .filter(|(port, _)| *port < 20_000)
        .collect();
    println!("| IANA's alone | | 0 | 0 | | {:.1} ns |", nanoseconds(&iana, registry()));

    let bytes = bytes!("names") + bytes!("hides");
    row("12,000 of one's own over IANA's, compiled in", bytes, None, &LAYERS, &own, &iana);

    let file = ServicesFile::new(&SENSORS).to_string();
    let load = || Registry::from_services_file(file.as_bytes()).expect("an exported file loads");
    let loaded = load();
    let layers = Layers::new([&loaded, registry()]);
    row("a file of these over IANA's, loaded", 0, Some(cost(&load)), &layers, &own, &iana);

    let Ok(file) = fs::read("/etc/services") else {
        return println!("\nThe machine has no file of its own.");
    };
    let load = || Registry::loader().lenient().from_services_file(&file[..]).expect("it loads");
    let machine = load();
    let keys: Vec<_> = machine
        .services()
        .filter_map(|service| Some((service.port()?, service.transport()?)))
        .collect();
    let layers = Layers::new([&machine, registry()]);
    row("the machine's over IANA's, loaded", 0, Some(cost(&load)), &layers, &keys, &iana);
}

/// The time that loading takes, and the heap that stays in use.
fn cost(load: &dyn Fn() -> Registry) -> (Duration, i64) {
    let heap = allocation_counter::measure(|| {
        black_box(Box::leak(Box::new(load())));
    });
    let time = |()| {
        let start = Instant::now();
        drop(black_box(load()));
        start.elapsed()
    };
    let best = [(); 50].map(time).into_iter().min().unwrap_or_default();
    (best, heap.bytes_current)
}

fn row(
    what: &str,
    bytes: usize,
    loading: Option<(Duration, i64)>,
    layers: &impl Lookup,
    own: &[(u16, Transport)],
    iana: &[(u16, Transport)],
) {
    let (time, heap) = loading.map_or(("0".to_owned(), 0), |(time, heap)| {
        (format!("{:.2} ms", time.as_secs_f64() * 1e3), heap)
    });
    let (own, iana) = (nanoseconds(own, layers), nanoseconds(iana, layers));
    println!("| {what} | {bytes} | {time} | {heap} | {own:.1} ns | {iana:.1} ns |");
}

/// What a look-up takes, in the best of many passes over the keys.
fn nanoseconds(keys: &[(u16, Transport)], of: &impl Lookup) -> f64 {
    let pass = |()| {
        let start = Instant::now();
        for &(port, transport) in keys {
            black_box(of.lookup_port(black_box(port), transport));
        }
        start.elapsed().as_secs_f64() * 1e9 / keys.len().max(1) as f64
    };
    [(); 200].map(pass).into_iter().fold(f64::MAX, f64::min)
}
