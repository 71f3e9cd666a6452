//! The bars that a probe is held against, and the committed figures that show
//! a regression where a bar is missed, or far away.

use std::fs;
use std::path::PathBuf;

use crate::cmd::root;

/// What a probe grows by, in bytes.
pub(super) struct Figure {
    pub(super) name: String,
    pub(super) bytes: u64,
}

/// A line of `expected.csv`.
struct Expected<'a> {
    name: &'a str,
    /// The bar that the design sets, in bytes.
    bar: u64,
    /// What was measured when the line was written.
    bytes: u64,
}

impl Expected<'_> {
    /// What a figure may be: a little more than was measured, because another
    /// compiler lays out a program differently. Under the bar or not.
    const fn limit(&self) -> u64 {
        let (relative, absolute) = (self.bytes / 50, 240);
        self.bytes + if relative > absolute { relative } else { absolute }
    }
}

const HEADER: &str = "figure,bar,expected";

fn path() -> PathBuf {
    root().join("tests/probes/expected.csv")
}

/// Prints every figure beside its bar; an error if one has grown. `rewrite`
/// writes today's figures to `expected.csv` instead.
pub(super) fn check(figures: &[Figure], rewrite: bool) -> Result<(), String> {
    let path = path();
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().skip(1).map(parse).collect::<Result<Vec<_>, _>>()?;
    if figures.len() != lines.len() {
        return Err(format!("expected.csv: expected {} figures", figures.len()));
    }
    println!("{:<28}{:>10}{:>10}{:>10}", "growth in bytes", "measured", "bar", "expected");
    let (mut rewritten, mut grown) = (vec![HEADER.to_owned()], Vec::new());
    for (figure, line) in figures.iter().zip(&lines) {
        let (name, bytes) = (&figure.name, figure.bytes);
        if *name != line.name {
            return Err(format!("expected.csv: expected {name:?}, found {:?}", line.name));
        }
        let verdict = if bytes > line.bar { "BAR MISSED" } else { "met" };
        println!("{name:<28}{bytes:>10}{:>10}{:>10}  {verdict}", line.bar, line.bytes);
        rewritten.push(format!("{},{},{bytes}", line.name, line.bar));
        if bytes > line.limit() {
            grown.push(format!("{name}: {bytes} bytes, expected at most {}", line.limit()));
        }
    }
    if rewrite {
        rewritten.push(String::new());
        return fs::write(&path, rewritten.join("\n")).map_err(|error| error.to_string());
    }
    if grown.is_empty() {
        return Ok(());
    }
    Err(format!("{}; `cargo xtask probe --write` accepts it", grown.join("; ")))
}

fn parse(line: &str) -> Result<Expected<'_>, String> {
    let wrong = || format!("expected.csv: expected `{HEADER}`, found {line:?}");
    let [name, bar, bytes] = *line.split(',').collect::<Vec<_>>() else { return Err(wrong()) };
    let number = |cell: &str| cell.parse().map_err(|_| wrong());
    Ok(Expected { name, bar: number(bar)?, bytes: number(bytes)? })
}
