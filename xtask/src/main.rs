//! Development tasks of iana-ports: `cargo xtask <task>`.

use std::env;
use std::process::ExitCode;

mod ci;
mod cmd;
mod probe;

const USAGE: &str = "\
usage: cargo xtask <task>

tasks:
  ci    format, lints, tests, docs, examples and the package, in every feature set
  probe what the crate adds to a program, in bytes and relocations; no_std; tiers; build times
        --write accepts today's figures as those to compare with";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        ["ci"] => ci::all(),
        ["probe"] => probe::all(false),
        ["probe", "--write"] => probe::all(true),
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
