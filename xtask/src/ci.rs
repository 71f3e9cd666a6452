//! All that must hold before a change lands.

use std::fs;

use crate::api;
use crate::cmd::{cargo, root, run};
use crate::fingerprints;
use crate::probe;
use crate::table;

/// Every set of features that gives another library.
const FEATURE_SETS: [&str; 10] = [
    "",
    "std",
    "details",
    "contacts",
    "details,contacts",
    "std,details,contacts",
    "serde",
    "serde,details",
    "serde,contacts",
    "runtime",
];

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
    // All features together are the README's own test command.
    for features in FEATURE_SETS {
        run(&mut cargo([
            "test",
            "--package",
            "iana-ports",
            "--no-default-features",
            "--features",
            features,
        ]))?;
    }
    run(cargo(["doc", "--workspace", "--all-features", "--no-deps"])
        .env("RUSTDOCFLAGS", "-D warnings"))?;
    api::check()?;
    // Links must not lead to what another set of features has.
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

/// Packs the crate, and builds it from the package alone, offline.
fn package() -> Result<(), String> {
    run(&mut cargo(["package", "--package", "iana-ports", "--allow-dirty", "--no-verify"]))?;
    let metadata = fs::read_to_string(root().join("Cargo.toml"))
        .map_err(|error| format!("Cargo.toml: {error}"))?;
    let version = metadata
        .lines()
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .ok_or("Cargo.toml: expected a version")?;
    let target = root().join("target/package");
    let packed = target.join(format!("iana-ports-{version}"));
    if packed.exists() {
        fs::remove_dir_all(&packed).map_err(|error| format!("{}: {error}", packed.display()))?;
    }
    let archive = format!("iana-ports-{version}.crate");
    run(std::process::Command::new("tar").current_dir(&target).args(["-xzf", &archive]))?;
    let result = ["--no-default-features", "--all-features"].into_iter().try_for_each(|features| {
        run(cargo(["build", "--offline", features])
            .current_dir(&packed)
            .env("CARGO_TARGET_DIR", target.join("build")))
    });
    fs::remove_dir_all(&packed).map_err(|error| format!("{}: {error}", packed.display()))?;
    result
}
