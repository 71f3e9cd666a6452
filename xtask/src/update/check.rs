//! Whether converted tables may replace the present ones.

use iana_ports::Registry;
use iana_ports::load::LoadError;

use super::convert::Converted;
use super::scratch::Scratch;
use super::summary::{edition, listed};
use super::tables::{CONTACTS, EDITION, Files, PREFERRED, SERVICES, row_at};
use super::xml::Xml;

/// What is allowed although it looks like a mistake.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Allowed {
    /// Far fewer rows or contacts than now.
    pub(super) shrink: bool,
    /// An edition before the present one, or the same one with less in it.
    pub(super) older: bool,
}

/// The registry of converted tables, which compile as the build would compile
/// them; without a `preferred.csv`, as far as the usual one fits.
pub(super) fn compiled(
    xml: &Xml<'_>,
    converted: &Converted,
    files: &Files,
    preferred: Option<&[u8]>,
) -> Result<Registry, String> {
    // The library reads a registry of several tables from a directory only.
    let scratch = Scratch::new()?;
    scratch.write(SERVICES, &files.services)?;
    scratch.write(CONTACTS, &files.contacts)?;
    scratch.write(EDITION, &files.edition)?;
    if let Some(preferred) = preferred {
        scratch.write(PREFERRED, preferred)?;
    }
    Registry::from_dir(scratch.path()).map_err(|error| {
        let message = scratch.without_path(&error.to_string());
        let LoadError::Compile(error) = error else { return message };
        let file = scratch.without_path(error.file());
        let Converted { tables, services, contacts, .. } = converted;
        // The lines are those of files that nobody has: the element is shown instead.
        let offset = match (file.as_str(), error.line()) {
            (SERVICES, Some(line)) => {
                row_at(&tables.services, line).and_then(|row| services.get(row))
            }
            (CONTACTS, Some(line)) => {
                row_at(&tables.contacts, line).and_then(|row| contacts.get(row))
            }
            _ => None,
        };
        let place = offset.map_or_else(|| xml.file.to_owned(), |offset| xml.place(*offset));
        format!("{place}: the tables do not compile: {message}")
    })
}

/// That the tables look like a later edition of the same registry.
pub(super) fn plausible(
    file: &str,
    present: &Registry,
    new: &Registry,
    allowed: Allowed,
) -> Result<(), String> {
    let (date, present_date) = (new.edition(), present.edition());
    if date < present_date && !allowed.older {
        return Err(format!(
            "{file}: expected an edition not before {}, found {} (--allow-older takes it)",
            edition(present),
            edition(new),
        ));
    }
    let counts = [
        ("rows", present.records().len(), new.records().len()),
        ("contacts", listed(present), listed(new)),
    ];
    // An edition that is published again is mended; one that shrank is more likely
    // the draft.
    for (what, now, then) in counts {
        if date == present_date && then < now && !allowed.older {
            return Err(format!(
                "{file}: expected at least the {now} {what} that edition {} has now, found \
                 {then} (--allow-older takes them)",
                edition(new),
            ));
        }
    }
    for (what, now, then) in counts {
        let least = (now * 9).div_ceil(10);
        if then < least && !allowed.shrink {
            return Err(format!(
                "{file}: expected at least {least} {what}, nine tenths of the present {now}, \
                 found {then} (--allow-shrink takes them)"
            ));
        }
    }
    Ok(())
}
