//! `cargo xtask recipes`: the statements of `docs/recipes.md`, run by the engines
//! that they are for, with every row of the answers compared.

use core::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::cmd::{cargo, output, root, run, target};
use crate::files;
use crate::queue::Outcome;

/// The page that the statements are cut out of.
const PAGE: &str = "docs/recipes.md";
/// Runs the statements of an engine and compares; its head says how.
const DRIVER: &str = "xtask/recipes/run.py";
/// The versions of PyPI's packages.
const VERSIONS: &str = "xtask/recipes/requirements.txt";
/// The name, on the page, of the commands that write the files.
const FILES: &str = "files";

/// When the statements of an engine are run.
#[derive(Clone, Copy, PartialEq)]
enum When {
    /// In `cargo xtask ci`: installed and run in seconds.
    Always,
    /// By `cargo xtask recipes`, once a week: packages of hundreds of megabytes.
    Weekly,
    /// Not: no package registry has the engine. The page says so.
    Never,
}

/// An engine of the page.
struct Engine {
    name: &'static str,
    /// A package of PyPI that holds it, or nothing.
    package: &'static str,
    /// A program that it needs, or nothing.
    program: &'static str,
    when: When,
}

const fn engine(
    name: &'static str,
    package: &'static str,
    program: &'static str,
    when: When,
) -> Engine {
    Engine { name, package, program, when }
}

const ENGINES: [Engine; 14] = [
    engine("duckdb", "duckdb", "", When::Always),
    engine("polars", "polars", "", When::Always),
    engine("pandas", "pandas", "", When::Always),
    engine("pyarrow", "pyarrow", "", When::Always),
    engine("datafusion", "datafusion", "", When::Always),
    engine("sqlite", "", "sqlite3", When::Always),
    engine("clickhouse", "chdb", "", When::Weekly),
    engine("spark", "pyspark", "java", When::Weekly),
    engine("vector", "", "", When::Never),
    engine("logstash", "", "", When::Never),
    engine("openobserve", "", "", When::Never),
    engine("elastic", "", "", When::Never),
    engine("zeek", "", "", When::Never),
    engine("akvorado", "", "", When::Never),
];

/// Runs the statements of these engines, which have to be there, or of all that
/// are.
pub(crate) fn of(names: &[&str]) -> Result<Outcome, String> {
    let known = |name: &&&str| {
        ENGINES.iter().any(|engine| engine.name == **name && engine.when != When::Never)
    };
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let engines = names_of(|engine| engine.when != When::Never);
        return Err(format!("recipes: {unknown:?}: expected an engine of {engines}"));
    }
    let outcome = run_those(|engine| {
        engine.when != When::Never && (names.is_empty() || names.contains(&engine.name))
    })?;
    match outcome {
        Outcome::Skipped(why) if !names.is_empty() => Err(why),
        outcome => Ok(outcome),
    }
}

/// Runs the statements of the engines that are installed in seconds.
pub(crate) fn check() -> Result<Outcome, String> {
    run_those(|engine| engine.when == When::Always)
}

/// The names of engines, as a message lists them.
fn names_of(chosen: impl Fn(&Engine) -> bool) -> String {
    let names: Vec<&str> =
        ENGINES.iter().filter(|engine| chosen(engine)).map(|engine| engine.name).collect();
    names.join(", ")
}

/// Runs the statements of some engines, and gives those that it skipped with the
/// reason.
fn run_those(chosen: impl Fn(&Engine) -> bool) -> Result<Outcome, String> {
    let page = files::read(PAGE)?;
    let statements = cut(&page).map_err(|error| format!("{PAGE}:{error}"))?;
    let folder = target()?.join("recipes");
    let (engines, missing): (Vec<&Engine>, Vec<&Engine>) = ENGINES
        .iter()
        .filter(|engine| chosen(engine))
        .partition(|engine| engine.program.is_empty() || starts(engine.program));
    let missing: Vec<String> = missing
        .iter()
        .map(|engine| format!("recipes of {}: no program {}", engine.name, engine.program))
        .collect();
    let outcome = match missing[..] {
        [] => Outcome::Passed,
        _ => Outcome::Skipped(missing.join("; ")),
    };
    if engines.is_empty() {
        return Ok(outcome);
    }
    let python = match environment(&folder.join("venv"), &engines)? {
        Ok(python) => python,
        Err(why) => {
            return Ok(Outcome::Skipped(format!("recipes of {}: {why}", names_of(chosen))));
        }
    };
    let files = folder.join("files");
    write_files(&statements, &files)?;
    let mut times = String::new();
    for Engine { name, .. } in engines {
        let start = Instant::now();
        let own = folder.join("statements").join(name);
        write_statements(statements.iter().filter(|statement| statement.engine == *name), &own)?;
        run(Command::new(&python)
            .arg(root().join(DRIVER))
            .args([Path::new(name), &own])
            .current_dir(&files))?;
        _ = writeln!(times, "{name:<10}{:>7.1} s", start.elapsed().as_secs_f64());
    }
    eprint!("{times}");
    Ok(outcome)
}

/// Whether a program can be started at all.
fn starts(program: &str) -> bool {
    // `java --version` and `sqlite3 --version` end at once.
    Command::new(program).arg("--version").output().is_ok()
}

/// A virtual environment with the packages of these engines, which later runs
/// find as it is: its Python, or why there is none.
fn environment(folder: &Path, engines: &[&Engine]) -> Result<Result<String, String>, String> {
    let python = folder.join("bin/python").display().to_string();
    if !Command::new(&python)
        .args(["-m", "pip", "--version"])
        .output()
        .is_ok_and(|of| of.status.success())
    {
        let created = output(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder));
        if let Err(why) = created {
            let first = why.lines().next().unwrap_or_default();
            return Ok(Err(format!("no virtual environment (python3, python3-venv): {first}")));
        }
    }
    let packages =
        engines.iter().map(|engine| engine.package).filter(|package| !package.is_empty());
    let packages: Vec<&str> = packages.collect();
    if packages.is_empty() {
        return Ok(Ok(python));
    }
    let installed = output(
        Command::new(&python)
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--retries",
                "2",
            ])
            .arg("--constraint")
            .arg(root().join(VERSIONS))
            .args(packages),
    );
    match installed {
        Ok(_) => Ok(Ok(python)),
        // What pip says of each attempt when nobody answers.
        Err(why) if why.contains("connection broken by") => Ok(Err("PyPI does not answer".into())),
        Err(why) => Err(why),
    }
}

/// Writes the files, with the commands of the page.
fn write_files(statements: &[Statement<'_>], folder: &Path) -> Result<(), String> {
    anew(folder)?;
    let build = ["build", "--quiet", "--package", "iana-ports", "--bin", "iana-ports"];
    run(cargo(build).arg("--all-features"))?;
    let program = target()?.join("debug/iana-ports");
    for statement in statements.iter().filter(|statement| statement.engine == FILES) {
        for (number, line) in (statement.line + 1..).zip(statement.text.lines()) {
            let mut words = line.split_whitespace();
            if words.next() != Some("iana-ports") {
                return Err(format!("{PAGE}:{number}: {line:?}: expected `iana-ports`"));
            }
            run(Command::new(&program).args(words).current_dir(folder))
                .map_err(|error| format!("{PAGE}:{number}: {error}"))?;
        }
    }
    Ok(())
}

/// Writes each statement into a file of its own, named by its line on the page
/// and what is compared.
fn write_statements<'s, 't: 's>(
    statements: impl Iterator<Item = &'s Statement<'t>>,
    folder: &Path,
) -> Result<(), String> {
    anew(folder)?;
    for Statement { line, check, text, .. } in statements {
        let path = folder.join(format!("{line:04} {check}"));
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// An empty folder, whatever was there.
fn anew(folder: &Path) -> Result<(), String> {
    let named = |error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(named)?;
    }
    fs::create_dir_all(folder).map_err(named)
}

/// A fenced block of the page.
#[derive(Debug, PartialEq)]
struct Statement<'t> {
    /// The line of its opening fence, from 1.
    line: usize,
    engine: &'t str,
    /// What is compared when it has run; empty where nothing is.
    check: &'t str,
    text: String,
}

/// The fenced blocks of a page. Behind an opening fence stand the language, for
/// those who colour it, the engine, and what is compared: `sql duckdb flows`.
/// Blocks in Rust are rustdoc's to run.
fn cut(page: &str) -> Result<Vec<Statement<'_>>, String> {
    let fence = "```";
    let mut statements = Vec::new();
    let mut lines = (1..).zip(page.lines());
    while let Some((line, text)) = lines.next() {
        let Some((before, info)) = text.split_once(fence) else { continue };
        if !before.is_empty() {
            return Err(format!("{line}: {text:?}: expected {fence:?} at the start of its line"));
        }
        let mut words = info.split_whitespace();
        let (language, engine) = (words.next().unwrap_or_default(), words.next());
        let mut text = String::new();
        loop {
            match lines.next() {
                None => return Err(format!("{line}: {info:?}: expected {fence:?} behind it")),
                Some((_, end)) if end == fence => break,
                Some((_, part)) => _ = writeln!(text, "{part}"),
            }
        }
        if language == "rust" {
            continue;
        }
        let expected = || format!("expected an engine of {FILES}, {}", names_of(|_| true));
        let engine =
            engine.ok_or_else(|| format!("{line}: {info:?}: {} as second word", expected()))?;
        if engine != FILES && ENGINES.iter().all(|known| known.name != engine) {
            return Err(format!("{line}: {engine:?}: {}", expected()));
        }
        let check = words.next().unwrap_or_default();
        if let Some(word) = words.next() {
            return Err(format!("{line}: {word:?}: expected three words"));
        }
        statements.push(Statement { line, engine, check, text });
    }
    let missing = |engine: &&Engine| statements.iter().all(|one| one.engine != engine.name);
    match ENGINES.iter().find(missing) {
        Some(engine) => Err(format!(" expected a statement for {}", engine.name)),
        None => Ok(statements),
    }
}

#[cfg(test)]
mod tests {
    use core::fmt::Write;

    use super::{ENGINES, Engine, PAGE, VERSIONS, cut, of};
    use crate::files;

    /// A page with a statement for each engine, and what stands before them.
    fn page(before: &str) -> String {
        let mut page = before.to_owned();
        for engine in &ENGINES {
            _ = write!(page, "```text {}\nx\n```\n", engine.name);
        }
        page
    }

    #[test]
    fn a_statement_has_its_line_its_engine_and_what_is_compared() {
        let page =
            page("# T\n\n```sql duckdb flows\nSELECT 1;\n\nSELECT 2;\n```\n```rust\n1\n```\n");
        let statements = cut(&page).unwrap();
        assert_eq!(statements.len(), 1 + ENGINES.len());
        assert_eq!((statements[0].line, statements[0].engine), (3, "duckdb"));
        assert_eq!(statements[0].check, "flows");
        assert_eq!(statements[0].text, "SELECT 1;\n\nSELECT 2;\n");
        assert_eq!((statements[1].line, statements[1].check), (11, ""));
    }

    #[test]
    fn the_page_has_a_statement_for_every_engine() {
        assert!(cut(&files::read(PAGE).unwrap()).unwrap().len() > ENGINES.len());
    }

    #[test]
    fn the_page_says_which_versions_are_run() {
        let (page, versions) = (files::read(PAGE).unwrap(), files::read(VERSIONS).unwrap());
        for Engine { package, .. } in ENGINES.iter().filter(|engine| !engine.package.is_empty()) {
            let version = versions
                .lines()
                .find_map(|line| line.strip_prefix(package)?.strip_prefix("=="))
                .unwrap_or_else(|| panic!("{VERSIONS}: expected a line {package}==VERSION"));
            assert!(page.contains(&format!(" {package} {version}")), "{package} {version}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let engines = "expected an engine of files, duckdb, polars, pandas, pyarrow, datafusion, \
                       sqlite, clickhouse, spark, vector, logstash, openobserve, elastic, zeek, \
                       akvorado";
        for (before, expected) in [
            ("\n```sql\nx\n```\n", format!("2: \"sql\": {engines} as second word")),
            ("```\nx\n```\n", format!("1: \"\": {engines} as second word")),
            ("```sql duckbd\nx\n```\n", format!("1: \"duckbd\": {engines}")),
            ("```sql duckdb a b\nx\n```\n", "1: \"b\": expected three words".to_owned()),
            (
                "- ```sql duckdb\n",
                "1: \"- ```sql duckdb\": expected \"```\" at the start of its line".to_owned(),
            ),
        ] {
            assert_eq!(cut(&page(before)).unwrap_err(), expected, "{before:?}");
        }
        let unclosed = page("") + "\n```sql duckdb\nSELECT 1;\n";
        let line = unclosed.lines().count() - 1;
        assert_eq!(
            cut(&unclosed).unwrap_err(),
            format!("{line}: \"sql duckdb\": expected \"```\" behind it")
        );
        assert_eq!(cut("").unwrap_err(), " expected a statement for duckdb");
    }

    #[test]
    fn an_engine_that_is_none() {
        assert_eq!(
            of(&["duckdb", "zeek"]).unwrap_err(),
            "recipes: \"zeek\": expected an engine of duckdb, polars, pandas, pyarrow, \
             datafusion, sqlite, clickhouse, spark"
        );
    }
}
