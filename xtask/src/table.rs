//! `cargo xtask table`: the byte budget and the instruction counts, printed,
//! written, or compared with what is committed.

use crate::files;
use crate::instructions;
use crate::queue::Outcome;
use crate::sizes;

const SIZES: &str = "benches/sizes.csv";
const INSTRUCTIONS: &str = "benches/instructions.csv";
const BUDGET: &str = "benches/BUDGET.md";
const MARKER: &str = "cargo xtask table";

/// Prints both tables.
pub(crate) fn print() -> Result<(), String> {
    println!("{}", sizes::markdown(&sizes::measure()?));
    match instructions::unavailable() {
        Some(why) => println!("instructions: not counted ({why})"),
        None => {
            println!("{}", instructions::csv(&instructions::count()?));
            print!("{}", instructions::misses()?);
        }
    }
    Ok(())
}

/// Writes both tables, and the byte budget into `benches/BUDGET.md`.
pub(crate) fn write() -> Result<(), String> {
    let sizes = sizes::measure()?;
    files::write(SIZES, &sizes::csv(&sizes))?;
    files::write(BUDGET, &budget(&sizes)?)?;
    match instructions::unavailable() {
        Some(why) => Err(format!("{INSTRUCTIONS} is not written: {why}")),
        None => files::write(INSTRUCTIONS, &instructions::csv(&instructions::count()?)),
    }
}

/// Compares both tables: sizes have to be the same, instructions nearly.
pub(crate) fn check() -> Result<Outcome, String> {
    let sizes = sizes::measure()?;
    let (measured, committed) = (sizes::csv(&sizes), files::read(SIZES)?);
    let missing = |from: &str, to: &str, sign| {
        let lines = from.lines().filter(|line| !to.lines().any(|other| other == *line));
        lines.map(|line| format!("{sign}{line}")).collect::<Vec<_>>()
    };
    let mut changes = missing(&committed, &measured, '-');
    changes.extend(missing(&measured, &committed, '+'));
    if budget(&sizes)? != files::read(BUDGET)? {
        changes.push(format!("{BUDGET}: another byte budget"));
    }
    let uncounted = instructions::unavailable();
    if uncounted.is_none() {
        let committed = instructions::parse(&files::read(INSTRUCTIONS)?)?;
        changes.extend(instructions::changes(&instructions::count()?, &committed));
    }
    if changes.is_empty() {
        let skipped = |why| Outcome::Skipped(format!("instructions are not counted: {why}"));
        return Ok(uncounted.map_or(Outcome::Passed, skipped));
    }
    let changes = changes.join("\n");
    Err(format!("not as committed; `cargo xtask table --write` writes it anew\n{changes}"))
}

fn budget(sizes: &[sizes::Size]) -> Result<String, String> {
    files::with_section(&files::read(BUDGET)?, MARKER, &sizes::markdown(sizes))
        .map_err(|error| format!("{BUDGET}: {error}"))
}
