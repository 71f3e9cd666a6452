//! Prints what the rivals need before the first look-up, as CSV: static
//! bytes, nanoseconds at start-up, bytes of heap. For the library, these are
//! the bytes of the handles within a text that holds more.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::mem::{size_of, size_of_val};
use std::time::Instant;

use iana_ports_benches::heap::{Counting, in_use};
use iana_ports_benches::rivals::filled;
use iana_ports_benches::services_file::ServicesFile;
use iana_ports_benches::tables::{
    FLAT, FST_HANDLES, FST_NAMES, FST_PORTS, PHF_HANDLES, PHF_NAMES, PHF_PORTS, SORTED_HANDLES,
    SORTED_NAMES, SORTED_PORTS,
};
use rustc_hash::FxBuildHasher;

#[global_allocator]
static COUNTING: Counting = Counting;

fn main() {
    println!("keys,rival,static_bytes,startup_ns,heap_bytes");
    line("ports", "flat-array", size_of_val(&FLAT), (0, 0));
    line("ports", "fst", FST_PORTS.len(), (0, 0));
    maps("ports", &PHF_PORTS, SORTED_PORTS, |_| 0);
    line("names", "fst", FST_NAMES.len(), (0, 0));
    maps("names", &PHF_NAMES, SORTED_NAMES, |name| name.len());
    let text = SORTED_HANDLES.iter().map(|(handle, _)| handle.len()).sum();
    line("handles", "iana-ports", text, (0, 0));
    line("handles", "fst", FST_HANDLES.len(), (0, 0));
    maps("handles", &PHF_HANDLES, SORTED_HANDLES, |handle| handle.len());
    for keys in ["ports", "names"] {
        line(keys, "libc", 0, (0, 0));
        if ServicesFile::read().is_some() {
            line(keys, "services-file", 0, cost(ServicesFile::read));
        }
    }
}

/// What the maps of one kind of keys need. The text of a key counts as
/// static; a `HashMap` is filled from the sorted slice.
fn maps<K: Copy + Eq + Hash, V: Copy>(
    keys: &str,
    phf: &phf::Map<K, V>,
    sorted: &'static [(K, V)],
    text: impl Fn(&K) -> usize,
) {
    let text: usize = sorted.iter().map(|(key, _)| text(key)).sum();
    let table = size_of_val(phf.disps) + phf.len() * size_of::<(K, V)>();
    line(keys, "phf", table + text, (0, 0));
    let list = size_of_val(sorted) + text;
    line(keys, "sorted-slice", list, (0, 0));
    line(keys, "std-hashmap", list, cost(|| map::<K, V, RandomState>(sorted)));
    line(keys, "fxhashmap", list, cost(|| map::<K, V, FxBuildHasher>(sorted)));
}

fn map<K: Copy + Eq + Hash, V: Copy, S: BuildHasher + Default>(
    sorted: &[(K, V)],
) -> HashMap<K, V, S> {
    filled(sorted)
}

fn line(keys: &str, rival: &str, bytes: usize, (startup, heap): (u128, usize)) {
    println!("{keys},{rival},{bytes},{startup},{heap}");
}

/// The time to make something, the median of eleven, and the heap it holds.
fn cost<T>(make: impl Fn() -> T) -> (u128, usize) {
    let before = in_use();
    let made = make();
    let heap = in_use() - before;
    drop(made);
    let mut times = [(); 11].map(|()| {
        let start = Instant::now();
        let made = make();
        let time = start.elapsed().as_nanos();
        drop(made);
        time
    });
    times.sort_unstable();
    (times[times.len() / 2], heap)
}
