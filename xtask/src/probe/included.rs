//! A registry that another package compiles in: `examples/own-registry`, away
//! from the repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::target;
use crate::cmd::{cargo, output, root};

const EXAMPLE: &str = "examples/own-registry";

/// The files of the example, and of the workspace, that the copy needs.
const FILES: [(&str, &str); 6] = [
    ("benches/costs.rs", "benches/costs.rs"),
    ("build.rs", "build.rs"),
    ("site.services", "site.services"),
    ("src/main.rs", "src/main.rs"),
    ("src/tests.rs", "src/tests.rs"),
    ("../../Cargo.lock", "Cargo.lock"),
];

/// The example passes its tests as a package of its own; tables that another
/// version wrote, and a wrong line, stop its build.
pub(super) fn compiles() -> Result<(), String> {
    let copy = Copy::new()?;
    output(&mut copy.cargo("test"))?;

    let tables = copy.tables("site.names.tables")?;
    let written = fs::read(&tables).map_err(|error| error.to_string())?;
    let mut other = written.clone();
    other[0] ^= 1;
    copy.expect_error(&tables, &other, "expected tables of the same version of iana-ports")?;
    let cut = &written[..written.len() - 1];
    copy.expect_error(&tables, cut, "that `iana_ports::build::write` wrote, whole")?;
    fs::write(&tables, written).map_err(|error| error.to_string())?;

    let wrong = b"billing 9000/tcp\naudit 90000/tcp\n";
    let message = "Error: site.services:2: Port Number: \"90000\": expected a port of 0-65535";
    copy.expect_error(Path::new("site.services"), wrong, message)?;
    println!("include_registry!: a package of its own compiles its names in, or is told why not");
    Ok(())
}

/// The copy of the example.
struct Copy {
    directory: PathBuf,
}

impl Copy {
    fn new() -> Result<Self, String> {
        let directory = std::env::temp_dir().join(format!("own-registry-{}", std::process::id()));
        let copy = Self { directory };
        for (from, to) in FILES {
            let from = root().join(EXAMPLE).join(from);
            let text = fs::read(&from).map_err(|error| format!("{}: {error}", from.display()))?;
            copy.write(Path::new(to), &text)?;
        }
        // A package outside of the workspace.
        let manifest = crate::files::read(&format!("{EXAMPLE}/Cargo.toml"))?;
        let path = root().canonicalize().map_err(|error| error.to_string())?;
        let manifest = manifest
            .replace("\"../..\"", &format!("{:?}", path.display().to_string()))
            .replace("[lints]\nworkspace = true\n", "[workspace]\n");
        copy.write(Path::new("Cargo.toml"), manifest.as_bytes())?;
        Ok(copy)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), String> {
        let path = self.directory.join(path);
        let written =
            path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, bytes));
        written.map_err(|error| format!("{}: {error}", path.display()))
    }

    fn cargo(&self, command: &str) -> Command {
        let mut command = cargo([command, "--quiet", "--offline", "--color", "never"]);
        command
            .current_dir(&self.directory)
            .env("CARGO_TARGET_DIR", target().join("own-registry-copy"))
            .env_remove("IANA_PORTS_REGISTRY");
        command
    }

    /// A file that the build script wrote.
    fn tables(&self, name: &str) -> Result<PathBuf, String> {
        let builds = target().join("own-registry-copy/debug/build");
        let entries = fs::read_dir(&builds).map_err(|error| error.to_string())?;
        entries
            .filter_map(|entry| Some(entry.ok()?.path().join("out").join(name)))
            .filter(|path| path.exists())
            .max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
            .ok_or_else(|| format!("{}: expected {name} in a directory of it", builds.display()))
    }

    /// The build stops with this message where a file has other bytes.
    fn expect_error(&self, file: &Path, bytes: &[u8], message: &str) -> Result<(), String> {
        self.write(file, bytes)?;
        let output = self.cargo("build").output().map_err(|error| error.to_string())?;
        let errors = String::from_utf8_lossy(&output.stderr);
        if output.status.success() || !errors.contains(message) {
            return Err(format!("expected the message {message:?}, found\n{errors}"));
        }
        Ok(())
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // Nothing depends on it: a directory of the system for such files.
        let _ = fs::remove_dir_all(&self.directory);
    }
}
