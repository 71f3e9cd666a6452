//! All that must hold before a change lands.

use core::fmt::Write;
use std::fs;
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::api;
use crate::clients;
use crate::cmd::{cargo, root, run, target};
use crate::fingerprints;
use crate::probe;
use crate::table;

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

/// The workspaces besides the root's.
const FORMATTED: [&str; 5] = [
    "tests/probes/Cargo.toml",
    "tests/clients/Cargo.toml",
    "fuzz/Cargo.toml",
    "datafusion/Cargo.toml",
    "datafusion/ballista/Cargo.toml",
];

/// A part of it, and what it is called.
type Step = (&'static str, fn() -> Result<(), String>);

/// Two lanes that run side by side, each with target folders of its own, as
/// cargo lets one build at a time into a folder: much of a build is one crate
/// after another, and leaves a core idle. What fails soonest comes first.
const LANES: [&[Step]; 2] = [
    &[
        ("format", format),
        ("lints", lints),
        ("fuzz", fuzz),
        ("tests", tests),
        ("benches", benches),
        ("docs", docs),
        ("package", package),
    ],
    &[
        ("minimum", minimum_rust_version),
        ("api", api::check),
        ("tables", table::check),
        ("probes", probe::check),
        ("clients", clients::check),
        ("datafusion", datafusion),
    ],
];

/// Runs the steps of these names, or all, and prints how long each took.
pub(crate) fn steps(names: &[&str]) -> Result<(), String> {
    let known: Vec<&str> = LANES.concat().iter().map(|(step, _)| *step).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        return Err(format!("ci: {unknown:?}: expected a step of {}", known.join(", ")));
    }
    let lane = |steps: &[Step]| {
        let mut times = String::new();
        for (name, step) in steps {
            if names.is_empty() || names.contains(name) {
                let start = Instant::now();
                step().map_err(|error| format!("{name}: {error}"))?;
                _ = writeln!(times, "{name:<10}{:>7.1} s", start.elapsed().as_secs_f64());
            }
        }
        Ok::<_, String>(times)
    };
    let [first, second] = LANES;
    let (first, second) = thread::scope(|scope| {
        let second = scope.spawn(|| lane(second));
        (lane(first), second.join())
    });
    let second = second.map_err(|_| "ci: a step panicked")?;
    eprint!("{}{}", first?, second?);
    Ok(())
}

fn format() -> Result<(), String> {
    run(&mut cargo(["fmt", "--all", "--check"]))?;
    for manifest in FORMATTED {
        run(&mut cargo(["fmt", "--all", "--check", "--manifest-path", manifest]))?;
    }
    fingerprints::check(&fingerprints::registry())
}

/// A `cargo` command for the crate with a set of features.
fn with_features(command: &str, features: &str) -> Command {
    let mut command = cargo([command, "--package", "iana-ports", "--no-default-features"]);
    command.args(["--features", features]);
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
    run(cargo(["clippy", "--workspace", "--all-features", "--all-targets"]).args(warnings))
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
    ["--all-targets", "--doc"].into_iter().try_for_each(|what| {
        run(cargo(["test"])
            .args(manifest)
            .arg(what)
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
    run(cargo(["test", "--workspace", "--all-features"]).args(benches))
}

/// Documentation without warnings. What rustdoc checks are links: with all
/// features every item has a page and every link has to lead somewhere, with
/// fewer a link may lead to what is missing (see `src/lib.rs`).
fn docs() -> Result<(), String> {
    let doc =
        |command: &mut Command| run(command.arg("--no-deps").env("RUSTDOCFLAGS", "-D warnings"));
    doc(&mut cargo(["doc", "--workspace", "--all-features"]))?;
    TESTED.iter().try_for_each(|features| doc(&mut with_features("doc", features)))
}

/// Checks the crate and its tests with the stated minimum of Rust, where it is
/// installed.
fn minimum_rust_version() -> Result<(), String> {
    let version = of_manifest("rust-version")?;
    let installed = Command::new("rustup").args(["run", &version, "cargo", "--version"]).output();
    if !installed.is_ok_and(|output| output.status.success()) {
        eprintln!("xtask: skipped: no Rust {version} (rustup toolchain install {version})");
        return Ok(());
    }
    // Few lines of the tests are in the smaller set alone.
    for what in [&["--no-default-features"][..], &["--all-features", "--tests"]] {
        run(Command::new("rustup")
            .current_dir(root())
            .args(["run", &version, "cargo", "check", "--package", "iana-ports"])
            .args(what)
            .env("CARGO_TARGET_DIR", target()?.join("minimum")))?;
    }
    Ok(())
}

/// A text of `Cargo.toml`, in its first table that has it.
fn of_manifest(key: &str) -> Result<String, String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml"))
        .map_err(|error| format!("Cargo.toml: {error}"))?;
    manifest
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.toml: expected a text of the key {key}"))
}

/// Packs the crate, and checks it from the package alone, offline. With all
/// features every file is read.
fn package() -> Result<(), String> {
    run(&mut cargo(["package", "--package", "iana-ports", "--allow-dirty", "--no-verify"]))?;
    let version = of_manifest("version")?;
    let folder = target()?.join("package");
    let packed = folder.join(format!("iana-ports-{version}"));
    if packed.exists() {
        fs::remove_dir_all(&packed).map_err(|error| format!("{}: {error}", packed.display()))?;
    }
    let archive = format!("iana-ports-{version}.crate");
    run(Command::new("tar").current_dir(&folder).args(["-xzf", &archive]))?;
    let result = run(cargo(["check", "--offline", "--all-features"])
        .current_dir(&packed)
        .env("CARGO_TARGET_DIR", target()?));
    fs::remove_dir_all(&packed).map_err(|error| format!("{}: {error}", packed.display()))?;
    result
}

#[cfg(test)]
mod tests {
    use super::{FEATURE_SETS, TESTED, WITH_TESTS, steps};

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
        assert_eq!(
            steps(&["lints", "lint"]).unwrap_err(),
            "ci: \"lint\": expected a step of format, lints, fuzz, tests, benches, docs, \
             package, minimum, api, tables, probes, clients, datafusion"
        );
    }
}
