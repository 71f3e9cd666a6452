//! `cargo xtask update`: the tables of `registry/` from IANA's XML.
//!
//! The document is read ([`source`]), held against what it may contain
//! ([`schema`]), converted ([`convert`]), compiled as the build would and held
//! against the present tables ([`check`]), and only then written, all files or
//! none ([`replace`]). What changed is what the library's comparison of
//! registries says ([`summary`]), so that `cargo xtask diff` says the same.

use std::fs;
use std::path::{Path, PathBuf};

use iana_ports::Registry;

use crate::cmd::root;
use crate::fingerprints;

mod changelog;
mod check;
mod convert;
mod edition;
#[path = "../../src/compile/encoding.rs"]
mod encoding;
mod preferred;
mod present;
mod progress;
#[cfg(test)]
mod property;
mod replace;
mod schema;
pub(crate) mod scratch;
pub(crate) mod source;
mod summary;
mod tables;
mod text;
mod xml;

#[cfg(test)]
mod tests;

use check::Allowed;
use edition::{Edition, edition};
use preferred::Preferred;
use present::Present;
use replace::Replacement;
use tables::{CONTACTS, EDITION, PREFERRED, SERVICES, Tables};

/// The options, for `USAGE`.
const OPTIONS: &str = "--from FILE, --dry-run, --allow-older and --allow-shrink";

/// Updates the repository, and prints what changed; or what would change.
pub(crate) fn run(arguments: &[&str]) -> Result<(), String> {
    let (mut from, mut dry_run, mut allowed) = (None, false, Allowed::default());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match *argument {
            "--from" => {
                from = Some(*arguments.next().ok_or("expected a file after --from")?);
            }
            "--dry-run" => dry_run = true,
            "--allow-older" => allowed.older = true,
            "--allow-shrink" => allowed.shrink = true,
            other => return Err(format!("expected {OPTIONS}, found {other:?}")),
        }
    }
    let (file, text) = match from {
        Some(path) => (path, source::from_file(path)?),
        None => (source::URL, source::from_iana()?),
    };
    let summary = if dry_run {
        plan(&root(), file, &text, allowed)?.summary
    } else {
        update(&root(), file, &text, allowed)?
    };
    print!("{summary}");
    Ok(())
}

/// A change that is ready to be written: what it says, and the files as they
/// shall be.
#[derive(Debug)]
struct Plan {
    summary: String,
    files: Vec<(PathBuf, Vec<u8>)>,
}

/// The registry that IANA's XML holds; without the contact table, if there is
/// nothing to compare contacts with.
pub(crate) fn registry(file: &str, text: &str, contacts: bool) -> Result<Registry, String> {
    let Edition { files, registry, .. } = edition(file, text, |_| Ok(None))?;
    if contacts {
        return Ok(registry);
    }
    Registry::from_csv(&files.services[..]).map_err(|error| format!("{file}: {error}"))
}

/// Updates the repository at a path from the text of a document; gives the
/// summary. Where there is an error, nothing has changed.
fn update(root: &Path, file: &str, text: &str, allowed: Allowed) -> Result<String, String> {
    let Plan { summary, files } = plan(root, file, text, allowed)?;
    let replacements: Vec<Replacement<'_>> =
        files.iter().map(|(path, bytes)| Replacement { path, bytes }).collect();
    replace::commit(&replace::stage(&replacements)?)?;
    Ok(summary)
}

/// What an update would change; it writes nothing.
fn plan(root: &Path, file: &str, text: &str, allowed: Allowed) -> Result<Plan, String> {
    let directory = root.join("registry");
    let present = Present::read(&directory)?;
    let preferred = |tables: &Tables| {
        let bytes = present.preferred.clone();
        Ok(Some(match allowed.older {
            true => preferred::fitting(&bytes, tables)?,
            false => Preferred { bytes, skipped: Vec::new() },
        }))
    };
    let Edition { files, preferred, registry: new, left_out } = edition(file, text, preferred)?;
    let Preferred { bytes: preferred, skipped } = preferred.unwrap_or_default();
    if present.files == files && present.preferred == preferred {
        let summary = format!("already at edition {}: nothing changes\n", summary::edition(&new));
        return Ok(Plan { summary, files: Vec::new() });
    }
    let loaded;
    let present = if present.is_compiled_in() {
        iana_ports::registry()
    } else {
        loaded = Registry::from_dir(&directory).map_err(|error| error.to_string())?;
        &loaded
    };
    check::plausible(file, present, &new, allowed)?;
    let diff = present.diff(&new);
    let log = root.join("CHANGELOG.md");
    let shown = log.display();
    let changed = fs::read_to_string(&log).map_err(|error| format!("{shown}: {error}"))?;
    let changed = changelog::with_item(&changed, &summary::item(&diff, &skipped))
        .map_err(|error| format!("{shown}: {error}"))?;
    let tables: [(&str, &[u8]); 4] = [
        (SERVICES, &files.services),
        (CONTACTS, &files.contacts),
        (EDITION, &files.edition),
        (PREFERRED, &preferred),
    ];
    let fingerprints = fingerprints::with(&directory, &tables)?;
    let summary = summary::summary(&diff, &skipped, left_out);
    let files = vec![
        (directory.join(SERVICES), files.services),
        (directory.join(CONTACTS), files.contacts),
        (directory.join(EDITION), files.edition),
        (directory.join(PREFERRED), preferred),
        (directory.join(fingerprints::FILE), fingerprints.into_bytes()),
        (log, changed.into_bytes()),
    ];
    Ok(Plan { summary, files })
}
