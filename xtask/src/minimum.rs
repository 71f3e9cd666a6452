//! The stated minimum of Rust: the crate and its tests compile with it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cmd::{root, run, target};
use crate::files::of_manifest;
use crate::queue::Outcome;

/// The variable that names a folder with a toolchain of the distribution, whose
/// packages were unpacked there.
const FOLDER: &str = "IANA_PORTS_MINIMUM_RUST";

/// What is checked. `xtask` is for those who work on the crate, and one of its
/// dependencies needs a newer Rust than it says.
const CHECKS: [&[&str]; 2] = [
    &["--package", "iana-ports", "--no-default-features"],
    &["--workspace", "--exclude", "xtask", "--all-features", "--all-targets"],
];

/// Checks the crate and its tests, where that Rust is installed.
pub(crate) fn check() -> Result<Outcome, String> {
    let version = of_manifest("rust-version")?;
    let Some(toolchain) = Toolchain::find(&version)? else {
        return Ok(Outcome::Skipped(format!(
            "no Rust {version} (rustup toolchain install {version}; or {FOLDER}, a folder where \
             a distribution's packages of it are unpacked)"
        )));
    };
    for what in CHECKS {
        run(toolchain
            .cargo()
            .current_dir(root())
            .args(["check", "--locked"])
            .args(what)
            .env("CARGO_TARGET_DIR", target()?.join("minimum")))?;
    }
    Ok(Outcome::Passed)
}

/// A toolchain besides the one that runs.
enum Toolchain {
    Rustup(String),
    Folder(PathBuf),
}

impl Toolchain {
    /// The one that the variable names, or rustup's.
    fn find(version: &str) -> Result<Option<Self>, String> {
        let toolchain = match env::var_os(FOLDER) {
            Some(folder) => Self::Folder(folder.into()),
            None => Self::Rustup(version.to_owned()),
        };
        let found = match toolchain.cargo().arg("--version").output() {
            Ok(output) if output.status.success() => {
                String::from_utf8_lossy(&output.stdout).into_owned()
            }
            _ => String::new(),
        };
        match &toolchain {
            // rustup has what it was asked for, or nothing.
            Self::Rustup(_) if found.is_empty() => Ok(None),
            Self::Rustup(_) => Ok(Some(toolchain)),
            // One that was asked for and is another is no reason to skip.
            Self::Folder(folder) if !is_version(&found, version) => Err(format!(
                "{FOLDER}: {}: expected Rust {version}, found {found:?}",
                folder.display()
            )),
            Self::Folder(_) => Ok(Some(toolchain)),
        }
    }

    fn cargo(&self) -> Command {
        match self {
            // Through `rustup run`, as the `cargo` of a toolchain knows no `+1.85`.
            Self::Rustup(version) => {
                let mut command = Command::new("rustup");
                command.args(["run", version, "cargo"]);
                command
            }
            Self::Folder(folder) => {
                let programs = folder.join("usr/bin");
                let mut command = Command::new(programs.join("cargo"));
                command
                    .env("RUSTC", programs.join("rustc"))
                    .env("RUSTDOC", programs.join("rustdoc"))
                    .env("LD_LIBRARY_PATH", libraries(folder));
                command
            }
        }
    }
}

/// The folders of a distribution's libraries, as one variable.
fn libraries(folder: &Path) -> OsString {
    let roots = [folder.join("usr/lib"), folder.join("lib")];
    let read = |root: &PathBuf| fs::read_dir(root).into_iter().flatten().flatten();
    let folders = roots.iter().flat_map(read).map(|entry| entry.path());
    let folders = folders.filter(|path| path.to_string_lossy().ends_with("-linux-gnu"));
    env::join_paths(roots.iter().cloned().chain(folders)).unwrap_or_default()
}

/// `cargo 1.85.1 (...)` is of 1.85.
fn is_version(cargo: &str, version: &str) -> bool {
    let number = cargo.split_whitespace().nth(1);
    let rest = number.and_then(|number| number.strip_prefix(version));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::is_version;

    #[test]
    fn a_patch_is_of_its_version() {
        assert!(is_version("cargo 1.85.1 (d73d2caf9 2024-12-31)\n", "1.85"));
        assert!(is_version("cargo 1.85.0", "1.85.0"));
        assert!(!is_version("cargo 1.8.5", "1.85"));
        assert!(!is_version("cargo 1.850.0", "1.85"));
        assert!(!is_version("", "1.85"));
    }
}
