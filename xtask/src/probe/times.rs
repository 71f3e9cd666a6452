//! How long the crate takes to build: printed for information, because it is
//! the machine's time as much as the crate's.

use core::time::Duration;
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use super::target;
use crate::cmd::{cargo, output, root, run};

pub(super) fn print() -> Result<(), String> {
    let directory = target().join("times");
    let builds = [
        ("debug", "debug", &[][..]),
        ("release with runtime", "release", &["--release", "--features", "runtime"]),
        ("release", "release", &["--release"]),
    ];
    for (build_name, profile, flags) in builds {
        remove(&directory.join(profile))?;
        let mut build = cargo(["build", "--quiet", "--locked", "--package", "iana-ports"]);
        let time = timed(build.args(flags).env("CARGO_TARGET_DIR", &directory))?;
        println!("clean build, {build_name}: {:.1} s with all dependencies", time.as_secs_f64());
    }
    let packages = packages()?;
    println!("packages besides: {}, {}", packages.len(), packages.join(" "));
    let script = build_script(&directory.join("debug/build"))?;
    let out = directory.join("out");
    fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    let time = timed(
        Command::new(script)
            .current_dir(root())
            .env("CARGO_MANIFEST_DIR", root())
            .env("OUT_DIR", &out)
            .stdout(Stdio::null()),
    )?;
    println!("build script, unoptimised: {:.2} s", time.as_secs_f64());
    remove(&directory)
}

/// The packages that a build of the crate compiles besides, without features
/// that are not on by default.
fn packages() -> Result<Vec<String>, String> {
    let tree = ["tree", "--locked", "--package", "iana-ports", "--edges", "normal,build"];
    let tree = output(cargo(tree).args(["--prefix", "none", "--format", "{p}"]))?.stdout;
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    let mut names: Vec<String> =
        names.filter(|name| !name.is_empty() && *name != "iana-ports").map(str::to_owned).collect();
    names.sort_unstable();
    names.dedup();
    Ok(names)
}

/// How long a command takes.
fn timed(command: &mut Command) -> Result<Duration, String> {
    let start = Instant::now();
    run(command)?;
    Ok(start.elapsed())
}

/// The build script of the crate.
fn build_script(builds: &Path) -> Result<PathBuf, String> {
    let missing = || format!("{}: expected the build script of iana-ports", builds.display());
    let entries = fs::read_dir(builds).map_err(|_| missing())?;
    entries
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("iana-ports-"))
        .map(|entry| entry.path().join(format!("build-script-build{EXE_SUFFIX}")))
        .find(|script| script.exists())
        .ok_or_else(missing)
}

fn remove(directory: &Path) -> Result<(), String> {
    if !directory.exists() {
        return Ok(());
    }
    fs::remove_dir_all(directory).map_err(|error| format!("{}: {error}", directory.display()))
}
