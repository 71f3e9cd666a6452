//! The package: which files it has, and that the crate compiles from these
//! alone.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::api::changes;
use crate::cmd::{cargo, output, run, target};
use crate::files::{self, of_manifest};

/// The list of the package's files, beside `Cargo.toml`.
const LIST: &str = "package.txt";

/// Writes the list as it is.
pub(crate) fn write() -> Result<(), String> {
    files::write(LIST, &list()?)
}

/// Compares the list with the committed one, packs the crate, and checks it
/// from the package alone, offline. With all features every file is read.
pub(crate) fn check() -> Result<(), String> {
    let changes = changes(&files::read(LIST)?, &list()?);
    if !changes.is_empty() {
        return Err(format!("the package has other files: `cargo xtask package`\n{changes}"));
    }
    from_package(&["check", "--all-features"])
}

fn list() -> Result<String, String> {
    let list = ["package", "--list", "--locked", "--allow-dirty", "--package", "iana-ports"];
    let list = output(&mut cargo(list))?.stdout.replace('\\', "/");
    // No file of the repository: where it was packed from, on a clean checkout.
    let lines = list.lines().filter(|line| *line != ".cargo_vcs_info.json");
    Ok(lines.map(|line| format!("{line}\n")).collect())
}

/// Runs a command of cargo in the unpacked package, offline.
pub(crate) fn from_package(command: &[&str]) -> Result<(), String> {
    let package = ["package", "--locked", "--allow-dirty", "--no-verify"];
    run(cargo(package).args(["--package", "iana-ports"]))?;
    let version = of_manifest("version")?;
    let folder = target()?.join("package");
    let packed = folder.join(format!("iana-ports-{version}"));
    remove(&packed)?;
    let archive = format!("iana-ports-{version}.crate");
    run(Command::new("tar").current_dir(&folder).args(["-xzf", &archive]))?;
    let result = run(cargo(command.iter().copied())
        .args(["--offline", "--locked"])
        .current_dir(&packed)
        .env("CARGO_TARGET_DIR", target()?));
    remove(&packed)?;
    result
}

fn remove(folder: &PathBuf) -> Result<(), String> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}
