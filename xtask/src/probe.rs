//! `cargo xtask probe`: what the library adds to a program, and that it needs
//! neither `std` nor an allocator, and answers alike in every set of features.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::cmd::{cargo, root, run};
use crate::queue::Outcome;

mod bars;
mod elf;
mod included;
mod macros;
mod own_registry;
mod tiers;
mod times;

use bars::Figure;

/// The figures, and how long a clean build takes; `rewrite` accepts the figures.
pub(crate) fn all(rewrite: bool) -> Result<(), String> {
    let checked = figures(rewrite);
    times::print()?;
    if let Outcome::Skipped(why) = checked? {
        println!("skipped: {why}");
    }
    Ok(())
}

/// What can fail: build times are for information, and three clean builds are
/// dear.
pub(crate) fn check() -> Result<Outcome, String> {
    figures(false)
}

fn figures(rewrite: bool) -> Result<Outcome, String> {
    tiers::same_answers()?;
    macros::readable_messages()?;
    own_registry::compiles()?;
    included::compiles()?;
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        let what = "sizes, relocations and no_std are measured on x86-64 Linux only";
        return Ok(Outcome::Skipped(what.to_owned()));
    }
    no_std()?;
    // In the order of `expected.csv`. A call from crate to crate is a
    // relocation each; with LTO, what is left is what the tables need.
    let mut figures = Vec::new();
    for profile in ["release", "lto"] {
        let empty = build("empty", profile)?;
        for probe in ["everything", "names", "loaded", "typed"] {
            let grown = build(probe, profile)?.growth_from(empty);
            figures.push(Figure { name: format!("{probe} {profile}"), bytes: grown.bytes });
            // What reads files has relocations of its own, whatever the tables are.
            if probe != "loaded" && probe != "typed" {
                let name = format!("{probe} {profile} relocations");
                figures.push(Figure { name, bytes: grown.relocations });
            }
        }
    }
    bars::check(&figures, rewrite).map(Into::into)
}

/// The size of a program.
#[derive(Clone, Copy)]
struct Size {
    bytes: u64,
    /// The bytes of its dynamic relocations.
    relocations: u64,
}

impl Size {
    fn growth_from(self, empty: Self) -> Self {
        Self {
            bytes: self.bytes.saturating_sub(empty.bytes),
            relocations: self.relocations.saturating_sub(empty.relocations),
        }
    }
}

/// Where the probes are built.
fn target() -> PathBuf {
    root().join("target/probes")
}

/// A `cargo` command in the workspace of the probes.
fn probes<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = cargo(arguments);
    command
        .current_dir(root().join("tests/probes"))
        .env("CARGO_TARGET_DIR", target())
        // The flags of a developer's machine would be measured too.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

/// Builds a probe, and measures it.
fn build(probe: &str, profile: &str) -> Result<Size, String> {
    let what = ["--package", probe, "--profile", profile];
    run(probes(["build", "--quiet", "--locked"]).args(what))?;
    let path = target().join(profile).join(probe);
    let program = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let relocations = elf::relocations(&program)
        .ok_or_else(|| format!("{}: expected a 64-bit little-endian ELF file", path.display()))?;
    Ok(Size { bytes: program.len() as u64, relocations })
}

/// A program without `std` builds, links and answers.
fn no_std() -> Result<(), String> {
    let profile = ["--profile", "no-unwinding"];
    run(probes(["build", "--quiet", "--locked", "--package", "no_std"]).args(profile))?;
    run(&mut Command::new(target().join("no-unwinding/no_std")))?;
    println!("no_std: links without std and without an allocator, and answers");
    Ok(())
}
