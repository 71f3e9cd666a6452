//! `cargo xtask update`: the tables of `registry/` from IANA's XML.
//!
//! The document is read ([`source`]), held against what it may contain
//! ([`schema`]), converted ([`convert`]), compiled as the build would, compared
//! with the present tables ([`check`], [`changes`]), and only then written, all
//! files or none ([`replace`]).

use core::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cmd::root;
use crate::fingerprints;
use crate::sizes::grouped;

mod changelog;
mod changes;
mod check;
mod convert;
#[path = "../../src/compile/encoding.rs"]
mod encoding;
mod progress;
mod replace;
mod schema;
mod source;
mod tables;
mod text;
mod xml;

#[cfg(test)]
mod tests;

use changes::Changes;
use check::Allowed;
use replace::Replacement;
use tables::{CONTACTS, EDITION, SERVICES, Tables};
use text::LeftOut;
use xml::Xml;

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
    let document = xml::parse(file, text)?;
    let xml = Xml::new(file, &document)?;
    schema::check(&xml)?;
    let converted = convert::convert(&xml)?;
    let (new, files) = (&converted.tables, converted.tables.files()?);
    let directory = root.join("registry");
    check::compiles(&xml, &converted, &files, &directory)?;
    let present = Tables::read(&directory)?;
    if *new == present {
        let summary = format!("already at edition {}: nothing changes\n", new.date());
        return Ok(Plan { summary, files: Vec::new() });
    }
    check::plausible(file, &present, new, allowed)?;
    let (rows, contacts) =
        (changes::of_services(&present, new), changes::of_contacts(&present, new));
    let log = root.join("CHANGELOG.md");
    let shown = log.display();
    let changed = fs::read_to_string(&log).map_err(|error| format!("{shown}: {error}"))?;
    let changed = changelog::with_item(&changed, &item(&present, new, &rows, &contacts))
        .map_err(|error| format!("{shown}: {error}"))?;
    let fingerprints = fingerprints::with(
        &directory,
        &[(SERVICES, &files.services), (CONTACTS, &files.contacts), (EDITION, &files.edition)],
    )?;
    let summary = summary(&present, new, &rows, &contacts, converted.left_out);
    let files = vec![
        (directory.join(SERVICES), files.services),
        (directory.join(CONTACTS), files.contacts),
        (directory.join(EDITION), files.edition),
        (directory.join(fingerprints::FILE), fingerprints.into_bytes()),
        (log, changed.into_bytes()),
    ];
    Ok(Plan { summary, files })
}

/// The item of the change log.
fn item(present: &Tables, new: &Tables, rows: &Changes, contacts: &Changes) -> String {
    let (rows, contacts) = (rows.counted("row"), contacts.counted("contact"));
    format!("Registry {}: {rows}; {contacts}.", editions(present, new))
}

/// What changed, in a few lines.
fn summary(
    present: &Tables,
    new: &Tables,
    rows: &Changes,
    contacts: &Changes,
    left_out: LeftOut,
) -> String {
    let mut text = format!("{}\n", editions(present, new));
    let parts = [("row", rows, new.services.len()), ("contact", contacts, new.contacts.len())];
    for (what, changes, now) in parts {
        let counted = changes.counted(what);
        _ = writeln!(text, "{counted}; now {}", grouped(now as u64));
        text.push_str(&changes.listed());
    }
    let same_rows = rows.is_empty() && contacts.is_empty();
    if same_rows && (&present.services, &present.contacts) != (&new.services, &new.contacts) {
        text.push_str("rows stand in another order\n");
    }
    text.push_str(&left_out.listed());
    text
}

/// The edition before and after.
fn editions(present: &Tables, new: &Tables) -> String {
    match (present.date(), new.date()) {
        (before, after) if before == after => format!("edition {after}, read anew"),
        (before, after) => format!("edition {before} -> {after}"),
    }
}
