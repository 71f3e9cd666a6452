//! What the benches measured: times from criterion's files, the rest from
//! the program `facts`.

use std::fs;
use std::path::Path;

use crate::cmd::{cargo, output, target};
use crate::json;
use crate::sizes::{self, Size};

/// The library, among its rivals.
pub(crate) const OURS: &str = "iana-ports";

/// The kinds of keys, and the sets of each.
pub(crate) const KINDS: [(&str, &[&str]); 3] = [
    ("ports", &["hit", "miss", "random", "hot"]),
    ("names", &["hit", "miss", "mixed"]),
    ("handles", &["hit", "miss"]),
];

const RIVALS: [&str; 9] = [
    OURS,
    "flat-array",
    "phf",
    "std-hashmap",
    "fxhashmap",
    "sorted-slice",
    "fst",
    "services-file",
    "libc",
];

/// A rival on one kind of keys.
#[derive(Debug)]
pub(crate) struct Rival {
    pub(crate) kind: &'static str,
    pub(crate) name: &'static str,
    pub(crate) static_bytes: u64,
    pub(crate) startup_ns: f64,
    pub(crate) heap_bytes: u64,
    /// Nanoseconds a look-up, for each of the kind's sets.
    pub(crate) times: Vec<Option<f64>>,
}

/// Everything that answered in the last run.
pub(crate) fn rivals() -> Result<Vec<Rival>, String> {
    let criterion = target()?.join("criterion");
    let facts =
        ["run", "--quiet", "--release", "--package", "iana-ports-benches", "--bin", "facts"];
    let facts = output(&mut cargo(facts))?.stdout;
    let sizes = sizes::measure()?;
    let mut rivals = Vec::new();
    for (kind, sets) in KINDS {
        for name in RIVALS {
            let times: Vec<_> = sets
                .iter()
                .map(|set| time(&criterion.join(kind).join(name).join(set)).ok())
                .collect();
            if times.iter().all(Option::is_none) {
                continue;
            }
            let prefix = format!("{kind},{name},");
            let fact = facts.lines().find_map(|line| line.strip_prefix(&prefix)).unwrap_or("0,0,0");
            let numbers: Result<Vec<u64>, _> = fact.split(',').map(str::parse).collect();
            let Ok([mut static_bytes, startup, heap_bytes]) =
                numbers.as_deref().map(|numbers| <[u64; 3]>::try_from(numbers).unwrap_or_default())
            else {
                return Err(format!("expected three numbers, found {prefix}{fact}"));
            };
            if name == OURS {
                static_bytes += tables(&sizes, kind);
            }
            let startup_ns = startup as f64;
            rivals.push(Rival { kind, name, static_bytes, startup_ns, heap_bytes, times });
        }
    }
    if rivals.is_empty() {
        return Err("expected the results of `cargo xtask bench`".to_owned());
    }
    Ok(rivals)
}

/// The nanoseconds that reading takes, for each service or flow key.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) services: f64,
    pub(crate) fields: f64,
    pub(crate) flows_on_one: f64,
    pub(crate) flows_on_two: f64,
}

/// How long reading took in the last run.
pub(crate) fn reading() -> Result<Reading, String> {
    let criterion = target()?.join("criterion/reading");
    let time = |name: &str| time(&criterion.join(name));
    Ok(Reading {
        services: time("services")?,
        fields: time("fields")?,
        flows_on_one: time("flows-1-thread")?,
        flows_on_two: time("flows-2-threads")?,
    })
}

/// The nanoseconds of one element: the median of criterion's samples.
fn time(directory: &Path) -> Result<f64, String> {
    let read = |file: &str| {
        let path = directory.join("new").join(file);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let estimates = read("estimates.json")?;
    let pass = json::number(json::after(&estimates, "median")?, "point_estimate")?;
    Ok(pass / json::number(&read("benchmark.json")?, "Elements")?)
}

/// The bytes of the tables that a look-up by this kind of key reads.
fn tables(sizes: &[Size], kind: &str) -> u64 {
    let of_key = |prefix: &'static str| {
        move |table: &str| {
            table.starts_with(prefix) || table.starts_with("collision") || table == "seed"
        }
    };
    match kind {
        "ports" => {
            sizes::sum(sizes, "names", |table| matches!(table, "page_starts" | "pages" | "ports"))
        }
        "names" => {
            sizes::sum(sizes, "names", of_key("name_"))
                + sizes::sum(sizes, "names", |table| {
                    matches!(table, "text" | "entry_names" | "entry_flags" | "lists")
                        || table.starts_with("several")
                })
        }
        _ => sizes::sum(sizes, "contacts", of_key("handle")),
    }
}
