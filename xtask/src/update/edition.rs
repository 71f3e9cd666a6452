//! An edition: the tables of a document, and the registry that they make.
//!
//! What this needs of its folder uses nothing outside of it, so that the fuzz
//! target `xml` takes these files as they are.

use iana_ports::Registry;
use iana_ports::load::LoadError;

use super::convert::{Converted, convert};
use super::preferred::Preferred;
use super::schema;
use super::scratch::Scratch;
use super::tables::{CONTACTS, EDITION, Files, PREFERRED, SERVICES, Tables, row_at};
use super::text::LeftOut;
use super::xml::{Xml, parse};

/// An edition: the files that its document becomes, and their registry.
pub(super) struct Edition {
    pub(super) files: Files,
    pub(super) preferred: Option<Preferred>,
    pub(super) registry: Registry,
    pub(super) left_out: LeftOut,
}

/// The edition of a document, which is dropped here: it takes more memory than
/// all else.
pub(super) fn edition(
    file: &str,
    text: &str,
    preferred: impl FnOnce(&Tables) -> Result<Option<Preferred>, String>,
) -> Result<Edition, String> {
    let document = parse(file, text)?;
    let xml = Xml::new(file, &document)?;
    let converted = converted(&xml)?;
    let files = converted.tables.files()?;
    let preferred = preferred(&converted.tables)?;
    let lines = preferred.as_ref().map(|preferred| &preferred.bytes[..]);
    let registry = compiled(&xml, &converted, &files, lines)?;
    Ok(Edition { files, preferred, registry, left_out: converted.left_out })
}

/// The tables of a document, all of which has a place in them.
pub(super) fn converted(xml: &Xml<'_>) -> Result<Converted, String> {
    schema::check(xml)?;
    convert(xml)
}

/// The registry of converted tables, which compile as the build would compile
/// them; without a `preferred.csv`, as far as the usual one fits.
fn compiled(
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
