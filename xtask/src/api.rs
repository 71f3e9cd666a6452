//! The public interface as a text: every item, signature and trait
//! implementation.
//!
//! rustdoc tells them as JSON, which only a nightly toolchain writes.

use std::fs;
use std::process::Command;

use public_api::Builder;

use crate::cmd::{output, root, run, target};
use crate::queue::Outcome;

/// The listing, beside `Cargo.toml`.
const FILE: &str = "api.txt";

/// Writes the listing of the interface as it is.
pub(crate) fn write() -> Result<(), String> {
    let listing = listing()?.map_err(|missing| format!("expected {missing}"))?;
    let path = root().join(FILE);
    fs::write(&path, listing).map_err(|error| format!("{}: {error}", path.display()))
}

/// Compares the interface with the committed listing, where a nightly toolchain
/// is that can tell it.
pub(crate) fn check() -> Result<Outcome, String> {
    let listing = match listing()? {
        Ok(listing) => listing,
        Err(missing) => return Ok(Outcome::Skipped(format!("expected {missing}"))),
    };
    let path = root().join(FILE);
    let committed =
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let changes = changes(&committed, &listing);
    if changes.is_empty() {
        return Ok(Outcome::Passed);
    }
    Err(format!("the public interface has changed: `cargo xtask api` accepts it\n{changes}"))
}

/// The lines that only one of two listings has, `-` before the old and `+`
/// before the new.
pub(crate) fn changes(old: &str, new: &str) -> String {
    let only = |lines: &str, other: &str, sign: char| {
        let mut left: Vec<&str> = other.lines().collect();
        left.sort_unstable();
        let gone = lines.lines().filter(|line| left.binary_search(line).is_err());
        gone.map(|line| format!("{sign}{line}\n")).collect::<String>()
    };
    only(old, new, '-') + &only(new, old, '+')
}

/// The listing of the interface with all features, or what is missing for it.
fn listing() -> Result<Result<String, String>, String> {
    let has_nightly = |toolchains: &str| toolchains.lines().any(|name| name.starts_with("nightly"));
    match output(Command::new("rustup").args(["toolchain", "list"])) {
        Ok(listed) if has_nightly(&listed.stdout) => {}
        _ => return Ok(Err("a nightly toolchain (rustup toolchain install nightly)".to_owned())),
    }
    // Through `rustup run`, as the `cargo` of a toolchain knows no `+nightly`.
    run(Command::new("rustup").current_dir(root()).args([
        "run",
        "nightly",
        "cargo",
        "rustdoc",
        "--package",
        "iana-ports",
        "--locked",
        "--lib",
        "--all-features",
        "--target-dir",
        &target()?.join("api").display().to_string(),
        "--",
        "-Zunstable-options",
        "--output-format",
        "json",
        "--cap-lints",
        "allow",
    ]))?;
    let json = target()?.join("api/doc/iana_ports.json");
    let api = Builder::from_rustdoc_json(&json)
        .omit_auto_trait_impls(true)
        .omit_blanket_impls(true)
        .build();
    // The format of the JSON changes with the toolchain.
    Ok(match api {
        Ok(api) => Ok(api.items().map(|item| format!("{item}\n")).collect()),
        Err(error) => Err(format!("a nightly toolchain whose JSON is understood: {error}")),
    })
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[test]
    fn a_change_is_shown() {
        let old = "pub fn a::b(u8)\npub fn a::c()\n";
        assert_eq!(changes(old, old), "");
        assert_eq!(
            changes(old, "pub fn a::b(u16)\npub fn a::c()\npub struct a::D\n"),
            "-pub fn a::b(u8)\n+pub fn a::b(u16)\n+pub struct a::D\n"
        );
    }
}
