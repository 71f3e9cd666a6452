//! Development tasks of iana-ports: `cargo xtask <task>`.

use std::env;
use std::process::ExitCode;

mod api;
mod bench;
mod chart;
mod ci;
mod clients;
mod cmd;
mod diff;
mod files;
mod fingerprints;
mod fuzz;
mod instructions;
mod measured;
mod minimum;
mod mutants;
mod oracle;
mod package;
mod performance;
mod probe;
mod queue;
mod recipes;
mod release;
mod sizes;
mod table;
mod update;
mod worst;

use queue::Outcome;

const USAGE: &str = "\
usage: cargo xtask <task>

tasks:
  ci              all that must hold: what passed, failed or was skipped, and how long it took
  ci STEP...      these alone: CONTRIBUTING.md has a list
  api             write api.txt, the listing of the public interface, from rustdoc's JSON, which
                  a nightly toolchain writes
  api --check     compare it with what is committed, where there is such a toolchain
  table           print the bytes of every table and the instructions of the look-ups
  table --write   write them: benches/sizes.csv, benches/instructions.csv,
                  benches/BUDGET.md
  table --check   compare them with what is committed
  probe           what the crate adds to a program, in bytes and relocations; no_std; tiers;
                  build times
  probe --write   accept today's figures as those to compare with
  clients         build the programs of tests/clients/, run them, and compare what they print
                  with their transcripts
  clients --write
                  write the transcripts
  oracle          compare every answer with those that tests/oracle.py works out from registry/
  recipes         run the statements of docs/recipes.md in their engines, which it installs into
                  target/recipes/, and compare every row; says what it skipped and why
  recipes ENGINE...
                  those of these alone: duckdb, polars, pandas, pyarrow, datafusion, sqlite,
                  clickhouse, spark
  worst [TEXT]    load the worst inputs that we know, or those whose name contains TEXT, and
                  print what each costs, as the table in DESIGN.md
  bench           run the benches, and write BENCHMARKS.md, the summary in README.md and
                  benches/lookups.svg
  bench --report  write them from the last run
  fuzz [TARGET] [SECONDS]
                  run a fuzz target, or each, for 30 s or as many seconds: fuzz/README.md
  mutants K/N     change the code in one place after the other, in the working tree, and see that
                  a test notices: part K of N of all such changes
  mutants draw COUNT SEED
                  as many that are drawn
  update          the registry's tables from IANA's XML on www.iana.org: registry/*.csv and
                  a line in CHANGELOG.md
    --from FILE     from a file instead
    --dry-run       print what would change, and write nothing
    --allow-older   also to an edition before the present one, without the lines of preferred.csv
                    that it has no service for, or to the same one with fewer rows or contacts
    --allow-shrink  also with less than nine tenths of the rows or contacts
  diff OLD NEW    what changed between two registries: each a directory as registry/, IANA's XML
                  or IANA's CSV, told by what is in it
    --json          as JSON
    --exact         also what differs in blanks and line ends only
  package         write package.txt, the list of the files that the package has
  release         what must hold before `cargo publish`, besides `ci`: CONTRIBUTING.md has the rest
  fingerprints    print rows, bytes and hash of each file of registry/
  fingerprints --write
                  write them: registry/fingerprints.csv
  fingerprints --check
                  compare them with what is committed";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        ["ci", ref names @ ..] => ci::steps(names),
        ["api"] => api::write(),
        ["api", "--check"] => told(api::check()),
        ["probe"] => probe::all(false),
        ["probe", "--write"] => probe::all(true),
        ["clients"] => clients::check(),
        ["clients", "--write"] => clients::write(),
        ["recipes", ref engines @ ..] => told(recipes::of(engines)),
        ["table"] => table::print(),
        ["table", "--write"] => table::write(),
        ["table", "--check"] => told(table::check()),
        ["oracle"] => told(oracle::check()),
        ["worst"] => worst::print(""),
        ["worst", text] => worst::print(text),
        ["worst-one", directory, times] => worst::one(directory, times),
        ["package"] => package::write(),
        ["release"] => release::check(),
        ["bench"] => bench::run_all(),
        ["bench", "--report"] => bench::report(),
        ["fuzz", ref arguments @ ..] => fuzz::fuzz(arguments),
        ["mutants", ref arguments @ ..] => mutants::mutants(arguments),
        ["update", ref options @ ..] => update::run(options),
        ["diff", ref arguments @ ..] => diff::run(arguments),
        ["fingerprints"] => fingerprints::print(),
        ["fingerprints", "--write"] => fingerprints::write(&fingerprints::registry()),
        ["fingerprints", "--check"] => fingerprints::check(&fingerprints::registry()),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("expected a task, found {arguments:?}\n\n{USAGE}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// What a step comes to, where it is a task by itself.
fn told(outcome: Result<Outcome, String>) -> Result<(), String> {
    if let Outcome::Skipped(why) = outcome? {
        eprintln!("xtask: skipped: {why}");
    }
    Ok(())
}
