//! `cargo xtask mutants`: the tests, tested. A mutant is the code with a change in
//! one place, which some test has to notice.

use std::collections::{HashMap, HashSet};
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::process::Command;

use serde_json::Value;

use crate::cmd::{cargo, output, root, run};

/// A folder of `src/` whose mutants are run, and the tests that are nearest to
/// it: what these notice needs no others.
struct Folder {
    name: &'static str,
    /// Some of the library's own tests, which are built soonest.
    unit: &'static [&'static str],
    /// Some of all tests.
    nearest: &'static [&'static str],
}

const FOLDERS: [Folder; 8] = [
    Folder { name: "diff", unit: &[], nearest: &["diff::"] },
    Folder { name: "dns_sd", unit: &["dns_sd"], nearest: &["dns_sd"] },
    Folder { name: "export", unit: &[], nearest: &["export::", "load::exports"] },
    Folder { name: "flow", unit: &[], nearest: &["flow::"] },
    Folder { name: "layers", unit: &[], nearest: &["layers::"] },
    Folder { name: "load", unit: &[], nearest: &["load::", "layers::loaded"] },
    Folder { name: "port_spec", unit: &["port_spec"], nearest: &["port_spec", "port_syntaxes"] },
    Folder {
        name: "tables",
        unit: &["compile::emit", "compile::pool", "entries::", "model::", "packing::", "slots::"],
        nearest: &["edition::", "layers::", "load::", "lookups::"],
    },
];

/// The tests of the library alone, and all that notice a mutant: those of
/// examples and of the documentation are many programs.
const UNIT: &[&str] = &["--cargo-arg=--lib"];
const ALL: &[&str] = &["--cargo-arg=--lib", "--cargo-arg=--test=it"];

/// The tests that are left out: those of the source text, which see the mark
/// that `cargo mutants` leaves there, and those of the examples, which are built
/// without the mutant.
const SKIPPED: [&str; 2] = ["--skip=house::", "--skip=examples::"];

/// Where `cargo mutants` writes what it found.
const FOUND: &str = "mutants.out";

/// Runs the mutants of one shard of several, or some that are drawn: first with
/// the tests of their folder, and then, where none of these noticed, with all.
pub(crate) fn mutants(arguments: &[&str]) -> Result<(), String> {
    let choice = choice(arguments).ok_or_else(|| {
        format!("mutants: {arguments:?}: expected a shard such as 0/16, or: draw COUNT SEED")
    })?;
    installed()?;
    let all = listed()?;
    let chosen = chosen(&all, choice)?;
    eprintln!("xtask: {} of {} mutants", chosen.len(), all.len());
    leave_out(&all, &chosen)?;
    for Folder { name, unit, nearest } in FOLDERS {
        let others = FOLDERS.iter().filter(|folder| folder.name != name);
        // `--file` would add to what the configuration examines.
        let others: Vec<String> =
            others.map(|folder| format!("--exclude=src/{}/**", folder.name)).collect();
        for (targets, tests) in [(UNIT, unit), (ALL, nearest)] {
            if !tests.is_empty() {
                // What is missed here is tried again.
                let _ = run(command(targets)
                    .args(&others)
                    .args(["--", "--"])
                    .args(SKIPPED)
                    .args(tests));
                notice_the_endless()?;
            }
        }
    }
    run(command(ALL).args(["--", "--"]).args(SKIPPED))
}

/// In place, as a copy would have to be built from nothing each time; and
/// without those that an earlier run noticed.
fn command(targets: &[&str]) -> Command {
    let mut command =
        cargo(["mutants", "--in-place", "--iterate", "--colors=never", "--no-shuffle"]);
    command.args(targets);
    command
}

/// Which mutants are run.
#[derive(Clone, Copy)]
enum Choice {
    Shard { shard: usize, of: usize },
    Drawn { count: usize, seed: u64 },
}

fn choice(arguments: &[&str]) -> Option<Choice> {
    match *arguments {
        ["draw", count, seed] => {
            Some(Choice::Drawn { count: count.parse().ok()?, seed: seed.parse().ok()? })
        }
        [shard] => {
            let (shard, of) = shard.split_once('/')?;
            let (shard, of) = (shard.parse().ok()?, of.parse().ok()?);
            (shard < of).then_some(Choice::Shard { shard, of })
        }
        _ => None,
    }
}

fn chosen(all: &[Mutant], choice: Choice) -> Result<HashSet<&str>, String> {
    match choice {
        // Neighbours are alike: each shard has its part of every file.
        Choice::Shard { shard, of } => {
            Ok(all.iter().skip(shard).step_by(of).map(|mutant| mutant.name.as_str()).collect())
        }
        Choice::Drawn { count, seed } => drawn(all, count, seed),
    }
}

/// Writes the names of those that are not chosen where `--iterate` has those
/// that it need not run: `--re` does not hold for every kind of mutant
/// (`cargo mutants` 27.1 runs all that delete a field).
fn leave_out(all: &[Mutant], chosen: &HashSet<&str>) -> Result<(), String> {
    let folder = root().join(FOUND);
    let shown = |error| format!("{FOUND}: {error}");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(shown)?;
    }
    fs::create_dir(&folder).map_err(shown)?;
    let names = all.iter().map(|mutant| mutant.name.as_str());
    let left: Vec<&str> = names.filter(|name| !chosen.contains(name)).collect();
    fs::write(folder.join("previously_caught.txt"), left.join("\n")).map_err(shown)
}

/// Takes those with which a test took too long for noticed, as they are: with
/// all tests, the time that they may take is many minutes.
fn notice_the_endless() -> Result<(), String> {
    let path = |name: &str| root().join(FOUND).join(name);
    let shown = |error| format!("{FOUND}: {error}");
    let endless = fs::read(path("timeout.txt")).map_err(shown)?;
    let mut caught = OpenOptions::new().append(true).open(path("caught.txt")).map_err(shown)?;
    caught.write_all(&endless).map_err(shown)
}

/// A mutant: its file, and its name, which begins with file, line and column.
struct Mutant {
    file: String,
    name: String,
}

/// All mutants that the configuration leaves.
fn listed() -> Result<Vec<Mutant>, String> {
    let printed = output(&mut cargo(["mutants", "--list", "--json"]))?.stdout;
    let wrong = |found: &dyn core::fmt::Display| {
        format!("cargo mutants --list --json: expected mutants with file and name, found {found}")
    };
    let list: Vec<Value> = serde_json::from_str(&printed).map_err(|error| wrong(&error))?;
    let text = |mutant: &Value, key| mutant[key].as_str().map(str::to_owned);
    let mutant = |value: &Value| Some((text(value, "file")?, text(value, "name")?));
    list.iter()
        .map(|value| match mutant(value) {
            Some((file, name)) => Ok(Mutant { file, name }),
            None => Err(wrong(value)),
        })
        .collect()
}

/// As many of the mutants as are asked for: those of the least hashes. What is
/// hashed has no lines in it, so that a change elsewhere in a file draws the
/// same ones again.
fn drawn(mutants: &[Mutant], count: usize, seed: u64) -> Result<HashSet<&str>, String> {
    if mutants.len() < count {
        return Err(format!("mutants: {count}: expected {} at most", mutants.len()));
    }
    let mut before = HashMap::new();
    let hashed = mutants.iter().map(|Mutant { file, name }| {
        let change = name.splitn(4, ':').nth(3).unwrap_or(name);
        let key = format!("{file}:{change}");
        // The same change in one function, where there are several.
        let same = before.entry(key.clone()).or_insert(0);
        *same += 1;
        (hash(&format!("{seed} {key} {same}")), name.as_str())
    });
    let mut hashed: Vec<(u64, &str)> = hashed.collect();
    hashed.sort_unstable();
    Ok(hashed.into_iter().take(count).map(|(_, name)| name).collect())
}

/// FNV-1a: the hasher of the standard library may be another in another Rust.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    // Its low bits alone depend on the last byte; the order is by the high ones.
    text.bytes().fold(0xCBF2_9CE4_8422_2325, step).swap_bytes()
}

/// That what a run needs is installed; else how to get it.
fn installed() -> Result<(), String> {
    let found = cargo(["mutants", "--version"]).output();
    match found.is_ok_and(|out| out.status.success()) {
        true => Ok(()),
        false => Err(String::from(
            "mutants: expected cargo-mutants: cargo install cargo-mutants --locked",
        )),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::fs;

    use super::{Choice, FOLDERS, Mutant, chosen, drawn, mutants};
    use crate::cmd::root;

    /// A hundred mutants, from a line of a file on.
    fn all(first: usize) -> Vec<Mutant> {
        let mutant = |n| {
            let (file, line) = ("src/a.rs".to_owned(), first + n);
            Mutant { name: format!("{file}:{line}:9: replace + with - in f{}", n % 50), file }
        };
        (0..100).map(mutant).collect()
    }

    #[test]
    fn the_same_are_drawn_wherever_they_stand() {
        let lines = |names: HashSet<&str>, first: usize| -> HashSet<usize> {
            let line = |name: &str| name.split(':').nth(1).unwrap().parse::<usize>().unwrap();
            names.into_iter().map(|name| line(name) - first).collect()
        };
        let (here, there) = (all(1), all(300));
        let some = lines(drawn(&here, 20, 7).unwrap(), 1);
        assert_eq!(some.len(), 20);
        assert_eq!(some, lines(drawn(&there, 20, 7).unwrap(), 300));
        assert_ne!(some, lines(drawn(&here, 20, 8).unwrap(), 1));
        assert_eq!(drawn(&here, 100, 7).unwrap().len(), 100);
        assert_eq!(drawn(&here, 101, 7).unwrap_err(), "mutants: 101: expected 100 at most");
    }

    #[test]
    fn each_is_in_one_shard() {
        let all = all(1);
        let shard = |shard| chosen(&all, Choice::Shard { shard, of: 16 }).unwrap();
        let lengths = (0..16).map(|place| shard(place).len());
        assert_eq!(lengths.clone().sum::<usize>(), 100);
        assert!(lengths.clone().all(|length| (6..8).contains(&length)));
        assert_eq!((0..16).flat_map(shard).collect::<HashSet<_>>().len(), 100);
    }

    #[test]
    fn arguments_that_choose_nothing() {
        for wrong in [
            &[][..],
            &["16/16"],
            &["-1/4"],
            &["0"],
            &["draw"],
            &["draw", "many", "1"],
            &["draw", "1"],
            &["0/2", "1/2"],
        ] {
            assert_eq!(
                mutants(wrong).unwrap_err(),
                format!("mutants: {wrong:?}: expected a shard such as 0/16, or: draw COUNT SEED")
            );
        }
    }

    #[test]
    fn the_folders_are_those_of_the_configuration() {
        let configuration = fs::read_to_string(root().join(".cargo/mutants.toml")).unwrap();
        let folders = FOLDERS.map(|folder| folder.name);
        let globs = format!("\nexamine_globs = [\"src/{{{}}}/**\"]\n", folders.join(","));
        assert!(configuration.contains(&globs), "{globs}");
        for folder in folders {
            assert!(root().join("src").join(folder).is_dir(), "{folder}");
        }
    }

    #[test]
    fn each_shard_runs_once_a_week() {
        let weekly = fs::read_to_string(root().join(".github/workflows/weekly.yml")).unwrap();
        let (_, job) = weekly.split_once("\n  mutants:\n").unwrap();
        let (_, shards) = job.split_once("shard: [").unwrap();
        let shards: Vec<&str> = shards.split_once(']').unwrap().0.split(", ").collect();
        for (place, shard) in shards.iter().enumerate() {
            assert_eq!(*shard, place.to_string());
        }
        assert!(job.contains(&format!("cargo xtask mutants \"$SHARD/{}\"", shards.len())));
    }
}
