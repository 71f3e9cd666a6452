//! What a look-up costs in instructions, which are the same on a busy machine
//! as on an idle one: counted by valgrind.

use core::fmt::Write;
use std::env::consts::ARCH;
use std::path::Path;
use std::process::Command;

use crate::cmd::{cargo, output, run, target};

/// The look-ups, and the sets of keys of each.
const LOOK_UPS: [(&str, &[&str]); 14] = [
    ("lookup_port", &["hit", "miss", "random"]),
    ("port_name", &["hit"]),
    ("protocol", &["random"]),
    ("lookup_ids", &["random"]),
    ("lookup_name", &["hit", "miss", "mixed"]),
    ("lookup_contact", &["hit", "miss"]),
    ("status", &["random"]),
    ("record_on", &["random"]),
    ("explain", &["random"]),
    ("services_on", &["hit"]),
    ("services_on_all", &["hit"]),
    ("services_named", &["hit"]),
    ("free_ports", &["tcp"]),
    ("walk", &["all"]),
];

/// What is loaded, and from which files; in the place of a look-up and its keys.
const LOADS: [(&str, &[&str]); 2] =
    [("load", &["exported", "directory"]), ("hashmap", &["exported"])];

/// How far a count may be from the committed one.
const TOLERANCE: f64 = 0.05;

/// The instructions of a look-up, on average over a set of keys; or of loading,
/// for each record.
#[derive(Debug)]
pub(crate) struct Count {
    pub(crate) look_up: String,
    pub(crate) set: String,
    pub(crate) instructions: f64,
}

/// Why nothing can be counted on this machine, if so.
pub(crate) fn unavailable() -> Option<String> {
    if ARCH != "x86_64" {
        return Some(format!("the committed counts are of x86_64, not of {ARCH}"));
    }
    output(Command::new("valgrind").arg("--version")).err()
}

/// Counts every look-up: the difference of a run with look-ups and one
/// without, less that of a loop which looks nothing up.
pub(crate) fn count() -> Result<Vec<Count>, String> {
    let build = |more: &[&str]| {
        let package =
            ["build", "--quiet", "--locked", "--release", "--package", "iana-ports-benches"];
        run(cargo(package).args(more))
    };
    build(&["--bin", "count"])?;
    build(&["--bin", "loads", "--features", "runtime"])?;
    let program = target()?.join("release/count");
    let nothing = per_key(&program, "nothing", "random", 4)?;
    let mut counts = Vec::new();
    for (look_up, sets) in LOOK_UPS {
        for set in sets {
            let instructions = per_key(&program, look_up, set, 4)? - nothing;
            let (look_up, set) = (look_up.to_owned(), (*set).to_owned());
            counts.push(Count { look_up, set, instructions });
        }
    }
    let program = target()?.join("release/loads");
    for (what, files) in LOADS {
        for file in files {
            let instructions = per_key(&program, what, file, 1)?;
            let (look_up, set) = (what.to_owned(), (*file).to_owned());
            counts.push(Count { look_up, set, instructions });
        }
    }
    Ok(counts)
}

fn per_key(program: &Path, look_up: &str, set: &str, passes: u32) -> Result<f64, String> {
    let (_, before) = collected(program, look_up, set, 0)?;
    let (keys, after) = collected(program, look_up, set, passes)?;
    Ok((after - before) / (f64::from(passes) * keys))
}

/// The keys in a pass, and the instructions of so many.
fn collected(program: &Path, look_up: &str, set: &str, passes: u32) -> Result<(f64, f64), String> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program);
    let output = output(command.args([look_up, set, &passes.to_string()]))?;
    let keys = output.stdout.trim().parse().map_err(|_| "expected the number of keys")?;
    let collected = output.stderr.lines().find_map(|line| line.split_once("Collected : "));
    let instructions = collected.and_then(|(_, count)| count.trim().parse().ok());
    Ok((keys, instructions.ok_or("expected a line \"Collected : ...\" of valgrind")?))
}

/// The look-ups whose misses are counted, and their keys.
const MAIN: [(&str, &str); 5] = [
    ("lookup_port", "random"),
    ("port_name", "hit"),
    ("status", "random"),
    ("lookup_name", "hit"),
    ("lookup_contact", "hit"),
];

/// What depends on caches, as lines of CSV: misses of the first and the last
/// level, and branches that go wrong, for each look-up, in a simulated machine.
/// A table that no longer fits is seen here before it is in a time.
///
/// The loop around the look-ups and the reading of keys are counted too.
pub(crate) fn misses() -> Result<String, String> {
    let program = target()?.join("release/count");
    let mut csv = String::from("look_up,set,d1_misses,ll_misses,mispredicted\n");
    for (look_up, set) in MAIN {
        let passes = 4;
        let (_, before) = simulated(&program, look_up, set, 0)?;
        let (keys, after) = simulated(&program, look_up, set, passes)?;
        _ = write!(csv, "{look_up},{set}");
        for (before, after) in before.into_iter().zip(after) {
            _ = write!(csv, ",{:.3}", (after - before) / (f64::from(passes) * keys));
        }
        csv.push('\n');
    }
    Ok(csv)
}

/// The keys in a pass, and what cachegrind says of a run.
fn simulated(
    program: &Path,
    look_up: &str,
    set: &str,
    passes: u32,
) -> Result<(f64, [f64; 3]), String> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=cachegrind", "--cache-sim=yes", "--branch-sim=yes"]);
    command.arg("--cachegrind-out-file=/dev/null").arg(program);
    let output = output(command.args([look_up, set, &passes.to_string()]))?;
    let keys = output.stdout.trim().parse().map_err(|_| "expected the number of keys")?;
    let mut figures = [0.0; 3];
    for (figure, title) in figures.iter_mut().zip(["D1  misses:", "LLd misses:", "Mispredicts:"]) {
        let line = output.stderr.lines().find_map(|line| Some(line.split_once(title)?.1));
        let number = line.and_then(|line| line.split_whitespace().next());
        let number = number.and_then(|number| number.replace(',', "").parse().ok());
        *figure = number.ok_or_else(|| format!("expected a line \"{title} ...\" of valgrind"))?;
    }
    Ok((keys, figures))
}

/// The counts as CSV.
pub(crate) fn csv(counts: &[Count]) -> String {
    let mut csv = String::from("look_up,set,instructions\n");
    for Count { look_up, set, instructions } in counts {
        _ = writeln!(csv, "{look_up},{set},{instructions:.1}");
    }
    csv
}

/// Reads such CSV.
pub(crate) fn parse(csv: &str) -> Result<Vec<Count>, String> {
    let mut counts = Vec::new();
    for line in csv.lines().skip(1) {
        let expected = || format!("expected look_up,set,instructions, found {line:?}");
        let mut cells = line.split(',');
        let (Some(look_up), Some(set), Some(instructions)) =
            (cells.next(), cells.next(), cells.next().and_then(|cell| cell.parse().ok()))
        else {
            return Err(expected());
        };
        counts.push(Count { look_up: look_up.to_owned(), set: set.to_owned(), instructions });
    }
    Ok(counts)
}

/// What is not as committed, a line for each.
pub(crate) fn changes(counts: &[Count], committed: &[Count]) -> Vec<String> {
    let mut changes = Vec::new();
    for Count { look_up, set, instructions } in counts {
        let same = |count: &&Count| count.look_up == *look_up && count.set == *set;
        match committed.iter().find(same).map(|count| count.instructions) {
            None => changes.push(format!("{look_up} ({set}): {instructions:.1}, not committed")),
            Some(old) if (instructions - old).abs() > old * TOLERANCE => {
                changes.push(format!("{look_up} ({set}): {instructions:.1}, committed {old:.1}"));
            }
            Some(_) => {}
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::{Count, changes, csv, parse};

    #[test]
    fn a_count_may_differ_by_a_twentieth() {
        let count = |instructions| Count {
            look_up: "status".to_owned(),
            set: "random".to_owned(),
            instructions,
        };
        let committed = parse(&csv(&[count(100.0)])).unwrap();
        assert!(changes(&[count(105.0)], &committed).is_empty());
        assert!(changes(&[count(95.0)], &committed).is_empty());
        let changed = ["status (random): 105.1, committed 100.0"];
        assert_eq!(changes(&[count(105.1)], &committed), changed);
        assert_eq!(changes(&[count(1.0)], &[]), ["status (random): 1.0, not committed"]);
    }
}
