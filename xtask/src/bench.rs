//! `cargo xtask bench`: runs the benches, and writes their results: the tables
//! of `BENCHMARKS.md`, the summary in `README.md`, and the chart.

use std::fs;
use std::process::Command;
use std::thread;

use crate::cmd::{cargo, output, run, target};
use crate::performance::{self, Machine};
use crate::{chart, files, measured};

const BENCHMARKS: &str = "BENCHMARKS.md";
const README: &str = "README.md";
const CHART: &str = "benches/lookups.svg";
const MARKER: &str = "cargo xtask bench";

/// Runs every bench, from a clean start, and reports.
pub(crate) fn run_all() -> Result<(), String> {
    let criterion = target()?.join("criterion");
    if criterion.exists() {
        fs::remove_dir_all(&criterion)
            .map_err(|error| format!("{}: {error}", criterion.display()))?;
    }
    run(&mut cargo(["bench", "--package", "iana-ports-benches"]))?;
    report()
}

/// Writes the results of the last run, and prints them.
pub(crate) fn report() -> Result<(), String> {
    let rivals = measured::rivals()?;
    let questions = measured::questions()?;
    let machine = machine()?;
    let section = performance::section(&rivals, &questions, &machine, &measured::reading()?);
    put(BENCHMARKS, &section)?;
    put(README, &performance::summary(&rivals)?)?;
    let Machine { processor, processors, compiler } = machine;
    let machine = format!("{processor}, {processors} cores, {compiler}");
    files::write(CHART, &chart::svg(&rivals, &machine))?;
    println!("{section}\n{}", performance::bars(&rivals, &questions));
    Ok(())
}

/// Exchanges the generated section of a file.
fn put(file: &str, section: &str) -> Result<(), String> {
    let text = files::with_section(&files::read(file)?, MARKER, section)
        .map_err(|error| format!("{file}: {error}"))?;
    files::write(file, &text)
}

fn machine() -> Result<Machine, String> {
    let lscpu = output(Command::new("lscpu").env("LC_ALL", "C"))?.stdout;
    let value = |key| lscpu.lines().find_map(|line: &str| line.strip_prefix(key).map(str::trim));
    let processor = value("Model name:").unwrap_or("unknown processor").to_owned();
    let processor = match (value("CPU family:"), value("Model:")) {
        (Some(family), Some(model)) => format!("{processor} (family {family}, model {model})"),
        _ => processor,
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let rustc = output(Command::new("rustc").arg("--version"))?.stdout;
    let compiler = rustc.split(" (").next().unwrap_or_default().to_owned();
    Ok(Machine { processor, processors, compiler })
}
