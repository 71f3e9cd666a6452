//! Every rival answers the same keys, in one run; before it is timed, its
//! answers are compared with the library's.
//!
//! A time is that of a pass over all keys of a set; `cargo xtask bench`
//! divides it by their number. Every key goes in through `black_box`, every
//! answer out through it, so a look-up is neither known beforehand nor left
//! out.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::RandomState;
use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, SamplingMode, Throughput};
use iana_ports::{Contact, Service, contacts, lookup_contact, lookup_name, lookup_port, services};
use iana_ports_benches::libc_services;
use iana_ports_benches::queries::{self, Set};
use iana_ports_benches::rivals::{filled, flat, fst, fst_key, on, sorted, unpacked};
use iana_ports_benches::services_file::{self, ServicesFile};
use iana_ports_benches::tables::{
    FST_HANDLES, FST_NAMES, FST_PORTS, PHF_HANDLES, PHF_NAMES, PHF_PORTS, SORTED_HANDLES,
    SORTED_NAMES, SORTED_PORTS,
};
use rustc_hash::FxBuildHasher;

type Group<'a> = BenchmarkGroup<'a, WallTime>;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    ports(&mut criterion.benchmark_group("ports"));
    names(&mut criterion.benchmark_group("names"));
    handles(&mut criterion.benchmark_group("handles"));
    criterion.final_summary();
}

fn ports(group: &mut Group<'_>) {
    let rows: HashMap<Service<'_>, u16> = services().zip(0..).collect();
    let std: HashMap<_, _, RandomState> = filled(SORTED_PORTS);
    let fx: HashMap<_, _, FxBuildHasher> = filled(SORTED_PORTS);
    let fst = fst(FST_PORTS);
    let file = ServicesFile::read();
    for set in &queries::ports() {
        let expected = |(port, on)| lookup_port(port, on).map(|service| rows[&service]);
        time(group, "iana-ports", set, |(port, on)| lookup_port(port, on));
        let mut rival = Rival { group, set, expected: &expected };
        rival.answers("flat-array", |(port, on)| flat(port, on));
        rival.answers("phf", |(port, on)| PHF_PORTS.get(&(port, on as u8)).copied());
        rival.answers("std-hashmap", |(port, on)| std.get(&(port, on as u8)).copied());
        rival.answers("fxhashmap", |(port, on)| fx.get(&(port, on as u8)).copied());
        rival.answers("sorted-slice", |(port, on)| sorted(SORTED_PORTS, (port, on as u8)));
        rival.answers("fst", |(port, on)| fst.get(fst_key(port, on)).map(|row| row as u16));
        with_services_file(file.as_ref(), |file| {
            let name_of = |(port, on)| file.name_of(port, on).map(str::to_owned);
            agree("libc", set, &name_of, |(port, on)| libc_services::name_of(port, on));
            time(group, "services-file", set, |(port, on)| file.name_of(port, on));
            slow(group, "libc", set, |(port, on)| libc_services::name_of(port, on));
        });
    }
}

fn names(group: &mut Group<'_>) {
    let rows: HashMap<Service<'_>, u16> = services().zip(0..).collect();
    let std: HashMap<_, _, RandomState> = filled(SORTED_NAMES);
    let fx: HashMap<_, _, FxBuildHasher> = filled(SORTED_NAMES);
    let fst = fst(FST_NAMES);
    let file = ServicesFile::read();
    for set in &queries::names() {
        let expected = |(name, on): (&str, _)| lookup_name(name, on).map(|service| rows[&service]);
        time(group, "iana-ports", set, |(name, on)| lookup_name(name, on));
        let mut rival = Rival { group, set, expected: &expected };
        // The rivals know one spelling: they are asked in lower case, and have
        // to make it themselves only where the set is about that.
        let mut lower = Lower { needed: set.name == "mixed", text: String::new() };
        rival.answers("phf", |(name, t)| on(*PHF_NAMES.get(lower.of(name))?, t));
        rival.answers("std-hashmap", |(name, t)| on(*std.get(lower.of(name))?, t));
        rival.answers("fxhashmap", |(name, t)| on(*fx.get(lower.of(name))?, t));
        rival.answers("sorted-slice", |(name, t)| {
            let name = lower.of(name);
            let place = SORTED_NAMES.binary_search_by(|(other, _)| (**other).cmp(name)).ok()?;
            on(SORTED_NAMES[place].1, t)
        });
        rival.answers("fst", |(name, t)| on(unpacked(fst.get(lower.of(name))?), t));
        if set.name == "mixed" {
            continue;
        }
        with_services_file(file.as_ref(), |file| {
            let port_of = |(name, on): (&str, _)| file.port_of(name, on);
            agree("libc", set, &port_of, |(name, on)| libc_services::port_of(name, on));
            time(group, "services-file", set, |(name, on)| file.port_of(name, on));
            slow(group, "libc", set, |(name, on)| libc_services::port_of(name, on));
        });
    }
}

fn handles(group: &mut Group<'_>) {
    let rows: HashMap<Contact<'_>, u16> = contacts().zip(0..).collect();
    let std: HashMap<_, _, RandomState> = filled(SORTED_HANDLES);
    let fx: HashMap<_, _, FxBuildHasher> = filled(SORTED_HANDLES);
    let fst = fst(FST_HANDLES);
    for set in &queries::handles() {
        let expected = |handle: &str| lookup_contact(handle).map(|contact| rows[&contact]);
        time(group, "iana-ports", set, lookup_contact);
        let mut rival = Rival { group, set, expected: &expected };
        rival.answers("phf", |handle| PHF_HANDLES.get(handle).copied());
        rival.answers("std-hashmap", |handle| std.get(handle).copied());
        rival.answers("fxhashmap", |handle| fx.get(handle).copied());
        rival.answers("sorted-slice", |handle| sorted(SORTED_HANDLES, handle));
        rival.answers("fst", |handle| fst.get(handle).map(|row| row as u16));
    }
}

/// A name in lower case, without a new allocation for each.
struct Lower {
    needed: bool,
    text: String,
}

impl Lower {
    fn of<'a>(&'a mut self, name: &'a str) -> &'a str {
        if !self.needed {
            return name;
        }
        self.text.clear();
        self.text.push_str(name);
        self.text.make_ascii_lowercase();
        &self.text
    }
}

/// A set of keys, and what a rival has to answer to each.
struct Rival<'a, 'g, K, E> {
    group: &'a mut Group<'g>,
    set: &'a Set<K>,
    expected: &'a E,
}

impl<K: Copy + Debug, E: Fn(K) -> Option<u16>> Rival<'_, '_, K, E> {
    /// Compares every answer of a rival, and times it.
    fn answers(&mut self, rival: &str, mut look_up: impl FnMut(K) -> Option<u16>) {
        agree(rival, self.set, self.expected, &mut look_up);
        time(self.group, rival, self.set, look_up);
    }
}

fn agree<K: Copy + Debug, A: PartialEq + Debug>(
    rival: &str,
    set: &Set<K>,
    expected: &impl Fn(K) -> A,
    mut look_up: impl FnMut(K) -> A,
) {
    // libc reads a file for every key.
    let count = if rival == "libc" { 256 } else { set.keys.len() };
    for &key in set.keys.iter().take(count) {
        assert_eq!(look_up(key), expected(key), "{rival} on {key:?}");
    }
}

fn time<K: Copy, A>(
    group: &mut Group<'_>,
    rival: &str,
    set: &Set<K>,
    mut look_up: impl FnMut(K) -> A,
) {
    group.sample_size(30);
    group.warm_up_time(Duration::from_millis(200));
    group.measurement_time(Duration::from_millis(800));
    group.throughput(Throughput::Elements(set.keys.len() as u64));
    group.bench_function(BenchmarkId::new(rival, set.name), |bencher| {
        bencher.iter(|| {
            for &key in &set.keys {
                black_box(look_up(black_box(key)));
            }
        });
    });
}

/// Times a look-up that takes microseconds, with a few of the keys.
fn slow<K: Copy + Clone, A>(
    group: &mut Group<'_>,
    rival: &str,
    set: &Set<K>,
    look_up: impl FnMut(K) -> A,
) {
    let few = Set { name: set.name, keys: set.keys[..64].to_vec() };
    group.sampling_mode(SamplingMode::Flat);
    time(group, rival, &few, look_up);
    group.sampling_mode(SamplingMode::Auto);
}

fn with_services_file(file: Option<&ServicesFile>, bench: impl FnOnce(&ServicesFile)) {
    match file {
        Some(file) => bench(file),
        None => println!("no {}: libc and services-file are skipped", services_file::PATH),
    }
}
