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
mod preferred;
mod progress;
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
use convert::Converted;
use preferred::Preferred;
use replace::Replacement;
use tables::{CONTACTS, EDITION, PREFERRED, SERVICES};
use xml::Xml;

/// The options, for `USAGE`.
const OPTIONS: &str = "--from FILE, --allow-older and --allow-shrink";

/// Updates the repository, and prints what changed.
pub(crate) fn run(arguments: &[&str]) -> Result<(), String> {
    let (mut from, mut allowed) = (None, Allowed::default());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match *argument {
            "--from" => {
                from = Some(*arguments.next().ok_or("expected a file after --from")?);
            }
            "--allow-older" => allowed.older = true,
            "--allow-shrink" => allowed.shrink = true,
            other => return Err(format!("expected {OPTIONS}, found {other:?}")),
        }
    }
    let (file, text) = match from {
        Some(path) => (path, source::from_file(path)?),
        None => (source::URL, source::from_iana()?),
    };
    print!("{}", update(&root(), file, &text, allowed)?);
    Ok(())
}

/// The registry that IANA's XML holds; without the contact table, if there is
/// nothing to compare contacts with.
pub(crate) fn registry(file: &str, text: &str, contacts: bool) -> Result<Registry, String> {
    let document = xml::parse(file, text)?;
    let xml = Xml::new(file, &document)?;
    let converted = converted(&xml)?;
    let files = converted.tables.files()?;
    let whole = check::compiled(&xml, &converted, &files, None)?;
    if contacts {
        return Ok(whole);
    }
    Registry::from_csv(&files.services[..]).map_err(|error| format!("{file}: {error}"))
}

/// The tables of a document, all of which has a place in them.
fn converted(xml: &Xml<'_>) -> Result<Converted, String> {
    schema::check(xml)?;
    convert::convert(xml)
}

/// Updates the repository at a path from the text of a document; gives the
/// summary. Where there is an error, nothing has changed.
fn update(root: &Path, file: &str, text: &str, allowed: Allowed) -> Result<String, String> {
    let document = xml::parse(file, text)?;
    let xml = Xml::new(file, &document)?;
    let converted = converted(&xml)?;
    let files = converted.tables.files()?;
    let directory = root.join("registry");
    let path = |name: &str| directory.join(name);
    let read = |name: &str| {
        fs::read(path(name)).map_err(|error| format!("{}: {error}", path(name).display()))
    };
    let present_preferred = read(PREFERRED)?;
    let Preferred { bytes: preferred, skipped } = if allowed.older {
        preferred::fitting(&present_preferred, &converted.tables)?
    } else {
        Preferred { bytes: present_preferred, skipped: Vec::new() }
    };
    let new = check::compiled(&xml, &converted, &files, Some(&preferred))?;
    let tables = [
        (SERVICES, &files.services),
        (CONTACTS, &files.contacts),
        (EDITION, &files.edition),
        (PREFERRED, &preferred),
    ];
    let same = |(name, bytes): &(&str, &Vec<u8>)| Ok(read(name)? == **bytes);
    if tables.iter().map(same).collect::<Result<Vec<bool>, String>>()?.iter().all(|same| *same) {
        return Ok(format!("already at edition {}: nothing changes\n", summary::edition(&new)));
    }
    let present = Registry::from_dir(&directory).map_err(|error| error.to_string())?;
    check::plausible(file, &present, &new, allowed)?;
    let diff = present.diff(&new);
    let log = root.join("CHANGELOG.md");
    let shown = log.display();
    let changed = fs::read_to_string(&log).map_err(|error| format!("{shown}: {error}"))?;
    let changed = changelog::with_item(&changed, &summary::item(&diff, &skipped))
        .map_err(|error| format!("{shown}: {error}"))?;
    let fingerprints =
        fingerprints::with(&directory, &tables.map(|(name, bytes)| (name, &bytes[..])))?;
    let mut paths: Vec<(PathBuf, &[u8])> =
        tables.iter().map(|(name, bytes)| (path(name), &bytes[..])).collect();
    paths.push((path(fingerprints::FILE), fingerprints.as_bytes()));
    paths.push((log.clone(), changed.as_bytes()));
    let replacements: Vec<_> =
        paths.iter().map(|(path, bytes)| Replacement { path, bytes }).collect();
    let staged = replace::stage(&replacements)?;
    replace::commit(&staged)?;
    Ok(summary::summary(&diff, &skipped, converted.left_out))
}
