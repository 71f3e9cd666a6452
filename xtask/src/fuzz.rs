//! `cargo xtask fuzz`: the fuzz targets, each for a while.

use std::fs;
use std::process::Command;

use crate::cmd::{root, run};

/// How long a target runs where nobody says, in seconds.
const SECONDS: u32 = 30;

/// What every run is given: inputs are small, as large ones find no more; one
/// that takes longer or more memory than these is a finding.
const LIMITS: [&str; 3] = ["-max_len=4096", "-timeout=25", "-rss_limit_mb=2048"];

/// Runs one target, or each, for as many seconds; both may be left out.
pub(crate) fn fuzz(arguments: &[&str]) -> Result<(), String> {
    let targets = targets()?;
    let (chosen, seconds) = chosen(&targets, arguments)?;
    installed()?;
    for target in chosen {
        // What a run finds is kept where the next one begins.
        let corpus = format!("fuzz/corpus/{target}");
        fs::create_dir_all(root().join(&corpus)).map_err(|error| format!("{corpus}: {error}"))?;
        // There is no unsafe code for the address sanitizer to watch.
        let what = ["fuzz", "run", "--sanitizer", "none", target];
        run(nightly()
            .args(what)
            .args([&corpus, &format!("fuzz/seeds/{target}")])
            .args(["--", &format!("-max_total_time={seconds}")])
            .args(LIMITS))?;
    }
    Ok(())
}

/// The targets of the arguments, and the seconds.
fn chosen<'t>(targets: &'t [String], arguments: &[&str]) -> Result<(Vec<&'t str>, u32), String> {
    let (name, seconds) = match *arguments {
        [] => (None, None),
        [one] if one.starts_with(|c: char| c.is_ascii_digit()) => (None, Some(one)),
        [name] => (Some(name), None),
        [name, seconds] => (Some(name), Some(seconds)),
        _ => {
            return Err(format!("fuzz: {arguments:?}: expected a target and seconds at most"));
        }
    };
    let seconds = match seconds {
        None => SECONDS,
        // libFuzzer takes 0 for "without end".
        Some(text) => text
            .parse()
            .ok()
            .filter(|seconds| *seconds > 0)
            .ok_or_else(|| format!("fuzz: {text:?}: expected seconds such as {SECONDS}"))?,
    };
    let mut found: Vec<&str> = targets.iter().map(String::as_str).collect();
    if let Some(name) = name {
        let expected = found.join(", ");
        found.retain(|target| *target == name);
        if found.is_empty() {
            return Err(format!("fuzz: {name:?}: expected a target of {expected}"));
        }
    }
    Ok((found, seconds))
}

/// The names of all targets, sorted.
fn targets() -> Result<Vec<String>, String> {
    let folder = root().join("fuzz/fuzz_targets");
    let shown = |error| format!("fuzz/fuzz_targets: {error}");
    let mut targets = Vec::new();
    for entry in fs::read_dir(folder).map_err(shown)? {
        let name = entry.map_err(shown)?.file_name();
        targets.extend(name.to_str().and_then(|name| name.strip_suffix(".rs")).map(str::to_owned));
    }
    targets.sort();
    Ok(targets)
}

/// The cargo of the nightly toolchain: libFuzzer needs what others do not have.
fn nightly() -> Command {
    let mut command = Command::new("rustup");
    command.current_dir(root()).args(["run", "nightly", "cargo"]);
    command
}

/// That what a run needs is installed; else how to get it.
fn installed() -> Result<(), String> {
    let works = |command: &mut Command| command.output().is_ok_and(|out| out.status.success());
    let needs = [
        (
            works(nightly().arg("--version")),
            "a nightly toolchain: rustup toolchain install nightly --profile minimal",
        ),
        (
            works(nightly().args(["fuzz", "--version"])),
            "cargo-fuzz: cargo install cargo-fuzz --locked",
        ),
    ];
    match needs.iter().find(|(is_there, _)| !is_there) {
        Some((_, need)) => Err(format!("fuzz: expected {need}")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{SECONDS, chosen, targets};
    use crate::cmd::root;

    #[test]
    fn each_target_is_built_described_seeded_and_run_once_a_week() {
        let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
        let (manifest, readme) = (read("fuzz/Cargo.toml"), read("fuzz/README.md"));
        let weekly = read(".github/workflows/weekly.yml");
        let targets = targets().unwrap();
        assert!(targets.len() > 8, "{targets:?}");
        assert_eq!(manifest.matches("\n[[bin]]\n").count(), targets.len());
        for target in &targets {
            let bin =
                format!("[[bin]]\nname = \"{target}\"\npath = \"fuzz_targets/{target}.rs\"\n");
            assert!(manifest.contains(&bin), "{target}");
            assert!(readme.contains(&format!("\n| `{target}` |")), "{target}");
            assert!(weekly.contains(&format!("\n          - {target}\n")), "{target}");
            let seeds = fs::read_dir(root().join("fuzz/seeds").join(target)).unwrap();
            assert!(seeds.count() > 1, "{target}");
        }
    }

    #[test]
    fn a_target_and_seconds_may_be_named() {
        let targets = ["csv", "xml"].map(str::to_owned);
        let all = || vec!["csv", "xml"];
        assert_eq!(chosen(&targets, &[]), Ok((all(), SECONDS)));
        assert_eq!(chosen(&targets, &["60"]), Ok((all(), 60)));
        assert_eq!(chosen(&targets, &["xml"]), Ok((vec!["xml"], SECONDS)));
        assert_eq!(chosen(&targets, &["csv", "5"]), Ok((vec!["csv"], 5)));
        for (arguments, message) in [
            (&["cvs"][..], "fuzz: \"cvs\": expected a target of csv, xml"),
            (&["csv", "0"], "fuzz: \"0\": expected seconds such as 30"),
            (&["5s"], "fuzz: \"5s\": expected seconds such as 30"),
            (
                &["csv", "5", "6"],
                "fuzz: [\"csv\", \"5\", \"6\"]: expected a target and seconds at most",
            ),
        ] {
            assert_eq!(chosen(&targets, arguments).unwrap_err(), message);
        }
    }
}
