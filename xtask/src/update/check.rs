//! Whether converted tables may replace the present ones.

use std::fs;
use std::path::Path;

use super::convert::Converted;
use super::tables::{CONTACTS, EDITION, Files, PREFERRED, SERVICES, Tables, row_at};
use super::xml::Xml;

/// What is allowed although it looks like a mistake.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Allowed {
    /// Far fewer rows or contacts than now.
    pub(super) shrink: bool,
    /// An edition before the present one.
    pub(super) older: bool,
}

/// Compiles the tables with `preferred.csv` as the build would.
pub(super) fn compiles(
    xml: &Xml<'_>,
    converted: &Converted,
    files: &Files,
    directory: &Path,
) -> Result<(), String> {
    let path = directory.join(PREFERRED);
    let preferred = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let checked = iana_ports_compiler::check(
        (SERVICES, &files.services),
        (CONTACTS, &files.contacts),
        (PREFERRED, &preferred),
        (EDITION, &files.edition),
    );
    checked.map_err(|invalid| {
        let Converted { tables, services, contacts, .. } = converted;
        // The lines are those of files that nobody has: the element is shown instead.
        let offset = match invalid.place() {
            (SERVICES, Some(line)) => {
                row_at(&tables.services, line).and_then(|row| services.get(row))
            }
            (CONTACTS, Some(line)) => {
                row_at(&tables.contacts, line).and_then(|row| contacts.get(row))
            }
            _ => None,
        };
        let place = offset.map_or_else(|| xml.file.to_owned(), |offset| xml.place(*offset));
        format!("{place}: the tables do not compile: {invalid}")
    })
}

/// That the tables look like a later edition of the same registry.
pub(super) fn plausible(
    file: &str,
    present: &Tables,
    new: &Tables,
    allowed: Allowed,
) -> Result<(), String> {
    // Dates sort as their text does; both have compiled.
    let (date, present_date) = (new.date(), present.date());
    if date < present_date && !allowed.older {
        return Err(format!(
            "{file}: expected an edition not before {present_date}, found {date} \
             (--allow-older takes it)"
        ));
    }
    let counts = [
        ("rows", present.services.len(), new.services.len()),
        ("contacts", present.contacts.len(), new.contacts.len()),
    ];
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
