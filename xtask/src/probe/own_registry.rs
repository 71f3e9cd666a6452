//! A build with a registry of one's own: `IANA_PORTS_REGISTRY`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::target;
use crate::cmd::cargo;
use crate::files;

const SERVICES: &str = "service-names-port-numbers.csv";

/// A directory is compiled instead of `registry/`, and told where it is wrong.
pub(super) fn compiles() -> Result<(), String> {
    let directory = target().join("own-registry");
    let io = |error: std::io::Error| format!("{}: {error}", directory.display());
    if directory.exists() {
        fs::remove_dir_all(&directory).map_err(io)?;
    }
    fs::create_dir_all(&directory).map_err(io)?;

    // The header of IANA's file, and a row of one's own.
    let bundled = files::read(&format!("registry/{SERVICES}"))?;
    let header = bundled.lines().next().unwrap_or_default();
    let row = "billing,9000,tcp,Billing,[ops],[ops],2030-01-02,,,,,";
    let services = directory.join(SERVICES);
    fs::write(&services, format!("{header}\n{row}\n")).map_err(io)?;
    let shown = stdout(&look_up(&directory, "9000/tcp")?)?;
    if !shown.starts_with("billing (9000/tcp)\n") {
        return Err(format!("a registry of one's own: expected billing, found\n{shown}"));
    }
    let mut export = cargo(["run", "--quiet", "--locked", "--example", "export", "--", "services"]);
    let file = stdout(&own(&mut export, &directory)?)?;
    if !file.starts_with("# Services of the registry that was compiled in, edition 2030-01-02.\n") {
        return Err(format!("a services file of a registry of one's own: found\n{file}"));
    }
    let output = look_up(&directory, "https")?;
    if output.status.success() {
        return Err("a registry of one's own: expected no https".into());
    }

    let at = services.display();
    let wrong_port = format!("{header}\nbilling,9x,tcp,,,,,,,,,\n");
    let undated = format!("{header}\nbilling,9,tcp,,,,,,,,,\n");
    for (content, expected) in [
        (Some(wrong_port), format!("{at}:2: Port Number: \"9x\": expected a port of 0-65535")),
        (Some(undated), format!("{}: expected edition.csv", directory.display())),
        (None, format!("{at}: No such file")),
    ] {
        match content {
            Some(content) => fs::write(&services, content).map_err(io)?,
            None => fs::remove_file(&services).map_err(io)?,
        }
        let output = look_up(&directory, "9/tcp")?;
        let errors = String::from_utf8_lossy(&output.stderr);
        if output.status.success() || !errors.contains(&expected) {
            return Err(format!("a wrong registry: expected {expected:?}, found\n{errors}"));
        }
    }
    let services = directory.join("services");
    let line = "billing 9000/tcp invoices # Bills\n";
    fs::write(&services, line).map_err(io)?;
    let mut command =
        cargo(["run", "--quiet", "--locked", "--example", "export", "--", "services"]);
    // 2024-02-29.
    let file = stdout(&own(command.env("SOURCE_DATE_EPOCH", "1709164800"), &services)?)?;
    let head = "# Services of the registry that was compiled in, edition 2024-02-29.\n";
    if !file.starts_with(head) || !file.contains("\nbilling") || !file.contains("invoices") {
        return Err(format!("a services file of a services file: found\n{file}"));
    }
    fs::write(&services, "billing 90000/tcp\n").map_err(io)?;
    let errors = look_up(&services, "9/tcp")?;
    let errors = String::from_utf8_lossy(&errors.stderr).into_owned();
    let expected = format!("{}:1: Port Number: \"90000\"", services.display());
    if !errors.contains(&expected) {
        return Err(format!("a wrong services file: expected {expected:?}, found\n{errors}"));
    }
    println!(
        "IANA_PORTS_REGISTRY: compiles IANA's CSV file alone or a services file, and says what \
         is wrong with one"
    );
    Ok(())
}

/// Asks the command, built with the registry of a directory.
fn look_up(registry: &Path, key: &str) -> Result<Output, String> {
    own(&mut cargo(["run", "--quiet", "--locked", "--features", "cli", "--", key]), registry)
}

/// Runs a command with the registry of a directory.
fn own(command: &mut Command, registry: &Path) -> Result<Output, String> {
    command
        .env("IANA_PORTS_REGISTRY", registry)
        .env("CARGO_TARGET_DIR", target().join("own"))
        .env("CARGO_TERM_COLOR", "never");
    command.output().map_err(|error| error.to_string())
}

fn stdout(output: &Output) -> Result<String, String> {
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}
