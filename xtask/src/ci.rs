//! All that must hold before a change lands.

use std::fs;
use std::process::Command;

use crate::api;
use crate::cmd::{cargo, root, run, target};
use crate::fingerprints;
use crate::probe;
use crate::table;

/// Every set of features that gives another library.
const FEATURE_SETS: [&str; 13] = [
    "",
    "alloc",
    "details",
    "contacts",
    "details,contacts",
    "serde",
    "serde,details",
    "serde,contacts",
    "phf",
    "runtime",
    "runtime,details",
    "runtime,contacts",
    "runtime,details,contacts",
];

/// The sets whose tests are run.
const TESTED: [&str; 2] = ["", "runtime"];

pub(crate) fn all() -> Result<(), String> {
    run(&mut cargo(["fmt", "--all", "--check"]))?;
    run(&mut cargo(["fmt", "--all", "--check", "--manifest-path", "tests/probes/Cargo.toml"]))?;
    fingerprints::check(&fingerprints::registry())?;
    for features in FEATURE_SETS {
        let package = ["--package", "iana-ports", "--no-default-features", "--features", features];
        let warnings = ["--all-targets", "--", "-D", "warnings"];
        run(cargo(["clippy"]).args(package).args(warnings))?;
    }
    // The fuzz targets, without libFuzzer: that needs a C++ compiler.
    run(&mut cargo(["fmt", "--all", "--check", "--manifest-path", "fuzz/Cargo.toml"]))?;
    run(&mut cargo([
        "clippy",
        "--manifest-path",
        "fuzz/Cargo.toml",
        "--no-default-features",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))?;
    run(&mut cargo([
        "clippy",
        "--workspace",
        "--all-features",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    // All features together are the README's own test command. Clippy has compiled
    // the tests with each set above, and `probe` compares what each answers:
    // run they are where most is left out.
    for features in TESTED {
        run(&mut cargo([
            "test",
            "--package",
            "iana-ports",
            "--no-default-features",
            "--features",
            features,
        ]))?;
    }
    minimum_rust_version()?;
    run(cargo(["doc", "--workspace", "--all-features", "--no-deps"])
        .env("RUSTDOCFLAGS", "-D warnings"))?;
    api::check()?;
    // A link may lead to what a set of features lacks (see `src/lib.rs`); nothing
    // else may be wrong.
    for features in FEATURE_SETS {
        let package = ["--package", "iana-ports", "--no-default-features", "--features", features];
        run(cargo(["doc", "--no-deps"]).args(package).env("RUSTDOCFLAGS", "-D warnings"))?;
    }
    run(&mut cargo([
        "run",
        "--quiet",
        "--example",
        "lookup",
        "--",
        "10162/udp",
        "https",
        "[Kenta_Kambara]",
    ]))?;
    probe::all(false)?;
    // The benches as tests: every rival has to agree.
    run(&mut cargo(["bench", "--package", "iana-ports-benches", "--", "--test"]))?;
    table::check()?;
    package()
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
    for features in ["--no-default-features", "--all-features"] {
        run(Command::new("rustup")
            .current_dir(root())
            .args(["run", &version, "cargo", "check", "--package", "iana-ports"])
            .args(["--tests", features])
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

/// Packs the crate, and builds it from the package alone, offline.
fn package() -> Result<(), String> {
    run(&mut cargo(["package", "--package", "iana-ports", "--allow-dirty", "--no-verify"]))?;
    let version = of_manifest("version")?;
    let folder = root().join("target/package");
    let packed = folder.join(format!("iana-ports-{version}"));
    if packed.exists() {
        fs::remove_dir_all(&packed).map_err(|error| format!("{}: {error}", packed.display()))?;
    }
    let archive = format!("iana-ports-{version}.crate");
    run(Command::new("tar").current_dir(&folder).args(["-xzf", &archive]))?;
    let result = ["--no-default-features", "--all-features"].into_iter().try_for_each(|features| {
        run(cargo(["build", "--offline", features])
            .current_dir(&packed)
            .env("CARGO_TARGET_DIR", folder.join("build")))
    });
    fs::remove_dir_all(&packed).map_err(|error| format!("{}: {error}", packed.display()))?;
    result
}
