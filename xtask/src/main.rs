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
mod instructions;
mod json;
mod measured;
mod performance;
mod probe;
mod sizes;
mod table;
mod update;

const USAGE: &str = "\
usage: cargo xtask <task>

tasks:
  ci              all that must hold, and how long each step took
  ci STEP...      these alone: format, lints, fuzz, tests, benches, docs, package, minimum,
                  api, tables, probes, clients, datafusion
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
  bench           run the benches, and write BENCHMARKS.md, the summary in README.md and
                  benches/lookups.svg
  bench --report  write them from the last run
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
        ["api", "--check"] => api::check(),
        ["probe"] => probe::all(false),
        ["probe", "--write"] => probe::all(true),
        ["clients"] => clients::check(),
        ["clients", "--write"] => clients::write(),
        ["table"] => table::print(),
        ["table", "--write"] => table::write(),
        ["table", "--check"] => table::check(),
        ["bench"] => bench::run_all(),
        ["bench", "--report"] => bench::report(),
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
