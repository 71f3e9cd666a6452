//! All that must hold before a change lands.

use std::env::{self, consts::EXE_SUFFIX};
use std::process::Command;

use crate::api;
use crate::clients;
use crate::cmd::{cargo, output, root, run, target};
use crate::fingerprints;
use crate::minimum;
use crate::oracle;
use crate::package;
use crate::probe;
use crate::queue::{self, Outcome, Step};
use crate::recipes;
use crate::table;

/// The steps: each with the folder that cargo builds it in, of which two are
/// never built at a time, and how many seconds it takes, about.
fn all() -> Vec<Step> {
    vec![
        Step::new("format", "none", 5, format),
        Step::new("lints", "target", 420, lints),
        Step::new("fuzz", "target", 20, fuzz),
        Step::new("tests", "target", 200, tests),
        Step::new("benches", "target", 20, benches),
        Step::new("docs", "target", 60, docs),
        Step::new("package", "target", 15, package::check),
        Step::new("minimum", "minimum", 150, minimum::check),
        Step::new("api", "api", 35, api::check),
        Step::new("oracle", "target", 20, oracle::check),
        Step::new("tables", "release", 175, table::check),
        Step::new("probes", "probes", 485, probe::check),
        Step::new("clients", "clients", 80, clients::check),
        Step::new("recipes", "target", 100, recipes::check),
        Step::new("datafusion", "datafusion", 450, datafusion),
        Step::new("deny", "none", 5, deny),
        Step::new("spelling", "none", 5, spelling),
        Step::new("workflows", "none", 5, workflows),
        Step::new("semver", "semver", 90, semver),
    ]
}

/// Every set of features that gives another library: each is linted.
///
/// `clap` and `phf` are a module each, which nothing else knows of, so that one
/// set has both.
const FEATURE_SETS: [&str; 21] = [
    "",
    "alloc",
    "details",
    "contacts",
    "details,contacts",
    "serde",
    "serde,details",
    "serde,contacts",
    "include,clap,phf",
    "include,details",
    "customary",
    "customary,details",
    "categories",
    "categories,serde",
    "categories,customary",
    "runtime",
    "runtime,details",
    "runtime,contacts",
    "runtime,details,contacts",
    "build",
    CLI,
];

/// The set of the command, which is linted with it.
const CLI: &str = "cli";

/// The sets that are linted with tests and examples. For any two features that
/// tests ask for, one set has the first and lacks the second, so that a test
/// behind the one cannot use the other unnoticed; the first set does the same
/// for tests behind two.
const WITH_TESTS: [&str; 7] = [
    "details,contacts",
    "serde,details",
    "serde,contacts",
    "runtime,details",
    "runtime,contacts",
    "customary",
    "categories",
];

/// The sets whose tests are run and whose documentation is built: those where
/// most is left out.
const TESTED: [&str; 2] = ["", "runtime"];

/// Runs the steps of these names, or all.
pub(crate) fn steps(names: &[&str]) -> Result<(), String> {
    let mut steps = all();
    let known: Vec<&str> = steps.iter().map(|step| step.name).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        return Err(format!("ci: {unknown:?}: expected a step of {}", known.join(", ")));
    }
    steps.retain(|step| names.is_empty() || names.contains(&step.name));
    queue::run(steps)
}

/// The manifests of the workspaces besides the main one.
const WORKSPACES: [&str; 5] = [
    "tests/probes/Cargo.toml",
    "tests/clients/Cargo.toml",
    "fuzz/Cargo.toml",
    "datafusion/Cargo.toml",
    "datafusion/ballista/Cargo.toml",
];

fn format() -> Result<(), String> {
    run(&mut cargo(["fmt", "--all", "--check"]))?;
    for manifest in WORKSPACES {
        run(&mut cargo(["fmt", "--all", "--check", "--manifest-path", manifest]))?;
    }
    fingerprints::check(&fingerprints::registry())
}

/// A `cargo` command for the crate with a set of features.
fn with_features(command: &str, features: &str) -> Command {
    let mut command = cargo([command, "--locked", "--package", "iana-ports"]);
    command.args(["--no-default-features", "--features", features]);
    command
}

fn lints() -> Result<(), String> {
    let warnings = ["--", "-D", "warnings"];
    for features in FEATURE_SETS {
        let targets = match features {
            CLI => "--bins",
            _ if WITH_TESTS.contains(&features) => "--all-targets",
            _ => "--lib",
        };
        run(with_features("clippy", features).arg(targets).args(warnings))?;
    }
    run(cargo(["clippy", "--locked", "--workspace", "--all-features", "--all-targets"])
        .args(warnings))
}

/// The fuzz targets, without libFuzzer: that needs a C++ compiler.
fn fuzz() -> Result<(), String> {
    let manifest = ["--manifest-path", "fuzz/Cargo.toml", "--no-default-features", "--locked"];
    run(cargo(["clippy"])
        .args(manifest)
        .args(["--", "-D", "warnings"])
        .env("CARGO_TARGET_DIR", target()?))
}

/// The functions of DataFusion: lints, tests, and the benchmark as a test.
///
/// Clippy compiles the crate for its tests: `cargo clippy` would compile the
/// two hundred packages beneath it once more, which the crate's own minutes are
/// not worth. This is how `cargo clippy` itself runs the lints and denies them.
fn datafusion() -> Result<(), String> {
    let manifest = ["--manifest-path", "datafusion/Cargo.toml", "--locked"];
    let folder = target()?.join("datafusion");
    // Without a selection the examples are programs, which the tests run.
    [&[][..], &["--bench", "flows"]].into_iter().try_for_each(|what| {
        run(cargo(["test"])
            .args(manifest)
            .args(what)
            .env("CARGO_TARGET_DIR", &folder)
            .env("CARGO_INCREMENTAL", "0")
            .env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver")
            .env("CLIPPY_ARGS", "-Dwarnings"))
    })
}

/// All features together are the README's own test command. Clippy has compiled
/// the tests with the sets between, and `probes` compares what each answers.
/// The few tests of these sets do not earn back an optimised build.
fn tests() -> Result<(), String> {
    TESTED
        .iter()
        .try_for_each(|features| run(with_features("test", features).args(["--profile", "dev"])))
}

/// The benches as tests: every rival has to agree. Answers need no optimised
/// build, so that the dependencies are those of the tests.
fn benches() -> Result<(), String> {
    let benches =
        ["--bench", "lookups", "--bench", "reading", "--bench", "layers", "--bench", "flow"];
    run(cargo(["test", "--locked", "--workspace", "--all-features"]).args(benches))
}

/// Documentation without warnings. What rustdoc checks are links: with all
/// features every item has a page and every link has to lead somewhere, with
/// fewer a link may lead to what is missing (see `src/lib.rs`).
fn docs() -> Result<(), String> {
    let doc =
        |command: &mut Command| run(command.arg("--no-deps").env("RUSTDOCFLAGS", "-D warnings"));
    doc(&mut cargo(["doc", "--locked", "--workspace", "--all-features"]))?;
    TESTED.iter().try_for_each(|features| doc(&mut with_features("doc", features)))
}

/// What may come into a build. Advisories are known where there is a network.
fn deny() -> Result<Outcome, String> {
    if let Some(why) = missing("cargo-deny") {
        return Ok(why);
    }
    for manifest in WORKSPACES.into_iter().chain(["Cargo.toml"]) {
        let command = ["deny", "--locked", "--workspace", "--config", "deny.toml"];
        let check = ["check", "bans", "licenses", "sources"];
        run(cargo(command).args(["--manifest-path", manifest]).args(check))?;
    }
    Ok(Outcome::Passed)
}

/// The spelling of our own text.
fn spelling() -> Result<Outcome, String> {
    if let Some(why) = missing("typos") {
        return Ok(why);
    }
    run(Command::new("typos").current_dir(root())).map(Into::into)
}

/// The workflows: what GitHub does not understand, and what is not safe.
fn workflows() -> Result<Outcome, String> {
    let mut skipped = Vec::new();
    for (program, arguments) in
        [("actionlint", &[][..]), ("zizmor", &["--offline", "--quiet", ".github/workflows"])]
    {
        match missing(program) {
            Some(Outcome::Skipped(why)) => skipped.push(why),
            _ => run(Command::new(program).current_dir(root()).args(arguments))?,
        }
    }
    Ok(if skipped.is_empty() { Outcome::Passed } else { Outcome::Skipped(skipped.join("; ")) })
}

/// The version, by what has changed since the last one that has a tag.
fn semver() -> Result<Outcome, String> {
    if let Some(why) = missing("cargo-semver-checks") {
        return Ok(why);
    }
    let describe = ["describe", "--tags", "--abbrev=0", "--match", "v*"];
    let Ok(tag) = output(Command::new("git").current_dir(root()).args(describe)) else {
        return Ok(Outcome::Skipped("there is no tag of a version".to_owned()));
    };
    let check = ["semver-checks", "--package", "iana-ports", "--all-features", "--baseline-rev"];
    let folder = target()?.join("semver");
    run(cargo(check).arg(tag.stdout.trim()).env("CARGO_TARGET_DIR", folder)).map(Into::into)
}

/// That a program is not installed.
fn missing(program: &str) -> Option<Outcome> {
    let paths = env::var_os("PATH").unwrap_or_default();
    let file = format!("{program}{EXE_SUFFIX}");
    let is_there = env::split_paths(&paths).any(|folder| folder.join(&file).is_file());
    (!is_there).then(|| Outcome::Skipped(format!("no {program}")))
}

#[cfg(test)]
mod tests {
    use super::{FEATURE_SETS, Step, TESTED, WITH_TESTS, all, steps};

    #[test]
    fn the_tests_are_linted_with_each_feature_without_each_other() {
        let has = |set: &str, feature| set.split(',').any(|name| name == feature);
        let features = ["details", "contacts", "serde", "runtime"];
        for one in features {
            for other in features.into_iter().filter(|other| *other != one) {
                assert!(
                    WITH_TESTS.iter().any(|set| has(set, one) && !has(set, other)),
                    "{one} without {other}"
                );
            }
        }
        assert!(WITH_TESTS.iter().chain(&TESTED).all(|set| FEATURE_SETS.contains(set)));
    }

    #[test]
    fn a_step_that_is_none() {
        let error = steps(&["lints", "lint"]).unwrap_err();
        assert!(
            error.starts_with("ci: \"lint\": expected a step of format, lints, fuzz, "),
            "{error}"
        );
    }

    #[test]
    fn every_step_is_explained() {
        let page = include_str!("../../CONTRIBUTING.md");
        for Step { name, .. } in all() {
            assert!(page.contains(&format!("\n| `{name}` | ")), "CONTRIBUTING.md: {name}");
        }
    }
}
