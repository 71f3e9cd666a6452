//! Running other programs.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A `cargo` command at the root of the workspace.
pub(crate) fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(root()).args(arguments);
    command
}

/// Shows a command and runs it; an error if it does not succeed.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let shown = format!("{command:?}");
    eprintln!("xtask: {shown}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{shown}: {status}")),
        Err(error) => Err(format!("{shown}: {error}")),
    }
}

/// What a command prints; an error, with what it printed, if it does not
/// succeed.
pub(crate) fn output(command: &mut Command) -> Result<Output, String> {
    let shown = format!("{command:?}");
    eprintln!("xtask: {shown}");
    let output = command.output().map_err(|error| format!("{shown}: {error}"))?;
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        Ok(Output { stdout: text(&output.stdout), stderr: text(&output.stderr) })
    } else {
        Err(format!("{shown}: {}\n{}", output.status, text(&output.stderr)))
    }
}

/// What a command printed.
pub(crate) struct Output {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The directory that cargo builds in.
pub(crate) fn target() -> Result<PathBuf, String> {
    let metadata = output(&mut cargo(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value =
        serde_json::from_str(&metadata.stdout).map_err(|error| error.to_string())?;
    let directory = metadata["target_directory"].as_str();
    directory.map(PathBuf::from).ok_or_else(|| String::from("expected a target directory of cargo"))
}
