//! What the benches measured: times from criterion's files, the rest from
//! the program `facts`.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cmd::{cargo, output, target};
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

/// A question that is measured by a look-up or by a rival in the same run, or
/// by a time.
#[derive(Debug)]
pub(crate) struct Question {
    pub(crate) asked: &'static str,
    /// Nanoseconds for each key.
    pub(crate) time: f64,
    /// What it is measured by, and the nanoseconds of that.
    pub(crate) beside: Option<(&'static str, f64)>,
    /// What the time may be: a multiple of the other, or nanoseconds.
    pub(crate) bar: f64,
}

/// What a question is measured by, and the bench of that.
type Beside = Option<(&'static str, &'static str)>;

/// The questions: what is asked, its bench, what it is measured by and the
/// bench of that, and the bar.
const QUESTIONS: [(&str, &str, Beside, f64); 17] = [
    ("`status`, any port", "status/random", LOOK_UP, 2.0),
    ("`record_on`, any port", "record_on/random", LOOK_UP, 5.0),
    ("`explain(..).status()`, any port", "explain/random", LOOK_UP, 5.0),
    ("`services_on(..).first()`", "services_on/hit", LOOK_UP_HIT, 2.5),
    ("`services_on`, one service", "services_on-all/hit", LOOK_UP_HIT, 4.0),
    ("`services_named(..).first()`", "services_named/hit", LOOK_UP_NAME, 1.3),
    ("name on a port", "name/hit", Some(("FxHashMap", "name-fxhashmap/hit")), 1.05),
    ("name on a port", "name/hit", Some(("phf::Map", "name-phf/hit")), 1.0 / 3.3),
    ("name on a port", "name/hit", Some(("flat array of 4 MB", "name-flat/hit")), f64::INFINITY),
    ("name, mix of flows", "name/mix", Some(("FxHashMap", "name-fxhashmap/mix")), 1.0 / 1.2),
    ("name, mix of flows", "name/mix", Some(("phf::Map", "name-phf/mix")), 1.0 / 3.3),
    ("name, any port", "name/random", Some(("FxHashMap", "name-fxhashmap/random")), 1.0 / 1.3),
    ("`lookup_ids`, any port", "lookup_ids/random", FLAT_IDS, f64::INFINITY),
    ("`lookup_ids`, any port", "lookup_ids/random", None, 4.0),
    ("`free_ports`, a port", "free_ports/tcp", None, 5.0),
    ("`PortSpec::parse`, a usual text", "port-spec/usual", None, 60.0),
    ("walk over services, name and port", "walk/all", None, 8.0),
];
const LOOK_UP: Beside = Some(("`lookup_port`", "lookup_port/random"));
const LOOK_UP_HIT: Beside = Some(("`lookup_port`", "lookup_port/hit"));
const LOOK_UP_NAME: Beside = Some(("`lookup_name`", "name-lookup/hit"));
const FLAT_IDS: Beside = Some(("flat array", "lookup_ids-flat/random"));

/// How long the questions took in the last run.
pub(crate) fn questions() -> Result<Vec<Question>, String> {
    let criterion = target()?.join("criterion/questions");
    let time = |bench| time(&criterion.join(bench));
    let mut questions = Vec::new();
    for (asked, bench, beside, bar) in QUESTIONS {
        let beside = match beside {
            Some((rival, bench)) => Some((rival, time(bench)?)),
            None => None,
        };
        questions.push(Question { asked, time: time(bench)?, beside, bar });
    }
    Ok(questions)
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
    let number = |file: &str, pointer: &str| {
        let path = directory.join("new").join(file);
        let told = |error: String| format!("{}: {error}", path.display());
        let json = fs::read_to_string(&path).map_err(|error| told(error.to_string()))?;
        let json: Value = serde_json::from_str(&json).map_err(|error| told(error.to_string()))?;
        let number = json.pointer(pointer).and_then(Value::as_f64);
        number.ok_or_else(|| told(format!("expected a number at {pointer:?}")))
    };
    Ok(number("estimates.json", "/median/point_estimate")?
        / number("benchmark.json", "/throughput/Elements")?)
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
