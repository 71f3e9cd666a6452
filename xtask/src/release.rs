//! What must hold before `cargo publish`, besides `cargo xtask ci`.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use iana_ports::Date;

use crate::cmd::{cargo, output, root, run};
use crate::files::{self, of_manifest};
use crate::package;

/// Checks the version, its date and what is packed; publishes nothing.
pub(crate) fn check() -> Result<(), String> {
    let version = of_manifest("version")?;
    let changelog = files::read("CHANGELOG.md")?;
    changelog_says(&changelog, &version, today()?)
        .map_err(|error| format!("CHANGELOG.md: {error}"))?;
    is_new(&version)?;
    package::check()?;
    package::from_package(&["test", "--all-features"])?;
    run(&mut cargo(["publish", "--dry-run", "--locked", "--package", "iana-ports"]))?;
    println!("version {version} can be published: `git tag v{version}`, `cargo publish --locked`");
    Ok(())
}

/// The heading of the version stands first, with its date, which is `today` in
/// days since 1970-01-01, and nothing is left for a later one.
fn changelog_says(changelog: &str, version: &str, today: i32) -> Result<(), String> {
    let (_, rest) =
        changelog.split_once("\n## [Unreleased]\n").ok_or("expected \"## [Unreleased]\"")?;
    let line = rest.lines().find(|line| !line.is_empty()).unwrap_or_default();
    let Some(date) = line.strip_prefix(&format!("## [{version}] - ")) else {
        return Err(format!(
            "{line:?}: expected \"## [{version}] - DATE\" next to \"## [Unreleased]\""
        ));
    };
    let day = date.parse::<Date>().map_err(|error| error.to_string())?.days_since_epoch();
    // A day apart is a time zone.
    if day.is_some_and(|day| (day - today).abs() <= 1) {
        return Ok(());
    }
    Err(format!("{line:?}: expected the date of today"))
}

/// The days since 1970-01-01.
fn today() -> Result<i32, String> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| error.to_string())?;
    i32::try_from(since.as_secs() / (24 * 60 * 60)).map_err(|error| error.to_string())
}

/// The committed state is what is packed, and the version has no tag yet.
fn is_new(version: &str) -> Result<(), String> {
    let git = |arguments: &[&str]| {
        output(Command::new("git").current_dir(root()).args(arguments)).map(|output| output.stdout)
    };
    let changes = git(&["status", "--porcelain"])?;
    if !changes.is_empty() {
        return Err(format!("expected everything to be committed, found\n{changes}"));
    }
    let tag = format!("v{version}");
    if git(&["tag", "--list", &tag])?.is_empty() {
        return Ok(());
    }
    Err(format!("Cargo.toml: version {version:?}: expected a new one, found the tag {tag}"))
}

#[cfg(test)]
mod tests {
    use super::changelog_says;

    #[test]
    fn the_version_has_the_date_of_its_release() {
        let says = |heading: &str| {
            let log = format!("# Changelog\n\n## [Unreleased]\n\n{heading}\n\n- a\n");
            // 2024-02-29.
            changelog_says(&log, "0.2.0", 19_782)
        };
        for date in ["2024-02-28", "2024-02-29", "2024-03-01"] {
            assert_eq!(says(&format!("## [0.2.0] - {date}")), Ok(()));
        }
        let wrong = |heading: &str| says(heading).unwrap_err();
        let left = "\"### Added\": expected \"## [0.2.0] - DATE\" next to \"## [Unreleased]\"";
        assert_eq!(wrong("### Added\n\n- b\n\n## [0.2.0] - 2024-02-29"), left);
        assert_eq!(
            wrong("## [0.1.0] - 2024-02-29"),
            "\"## [0.1.0] - 2024-02-29\": expected \"## [0.2.0] - DATE\" next to \"## [Unreleased]\""
        );
        for late in ["## [0.2.0] - 2024-03-02", "## [0.2.0] - 2024-02"] {
            assert_eq!(wrong(late), format!("{late:?}: expected the date of today"));
        }
        assert_eq!(
            wrong("## [0.2.0] - 29.2.2024"),
            "malformed date \"29.2.2024\", expected YYYY-MM or YYYY-MM-DD with months 01-12, \
             days 01-31"
        );
    }
}
