//! Categories: lines to one sorted table of names.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::{CUSTOMARY_COLUMNS, Registered};
use crate::compile::{CsvFile, Limits, RegistryError, Table};
use crate::facts::category::Category;

/// The columns of `categories.csv`.
pub(crate) const COLUMNS: [&str; 2] = ["Service Name", "Category"];

/// The categories, compiled: names in lower case and sorted.
#[derive(Debug, Default)]
pub(crate) struct Categories {
    /// The names, one after the other.
    pub(crate) text: String,
    /// Where each name ends in the text: 16 bits.
    pub(crate) ends: Vec<u8>,
    /// The category of each name: its place in `Category::ALL`.
    pub(crate) categories: Vec<u8>,
}

/// Compiles `categories.csv`, whose names are of the registry or of
/// `customary.csv`.
pub(crate) fn compile(
    source: CsvFile<'_>,
    registered: &Registered,
    customary: CsvFile<'_>,
    limits: Limits,
) -> Result<Categories, RegistryError> {
    let customary = Table::read(customary, CUSTOMARY_COLUMNS, limits)?;
    let is_customary =
        |name: &str| customary.rows().any(|cells| cells.text(0).eq_ignore_ascii_case(name));
    let table = Table::read(source, COLUMNS, limits)?;
    let mut names = BTreeMap::new();
    for [name, category] in table.rows().map(|cells| cells.all()) {
        let known = !registered.keys(name.text).is_empty() || is_customary(name.text);
        if name.text.is_empty() || !known {
            return Err(name.error("a name of the registry or of customary.csv"));
        }
        let Ok(of) = category.text.parse::<Category>() else {
            let words: Vec<&str> = Category::ALL.iter().map(|one| one.as_str()).collect();
            return Err(category.error(format!("one of {}", words.join(", "))));
        };
        if names.insert(name.text.to_ascii_lowercase(), of).is_some() {
            return Err(name.error("one category of a name"));
        }
    }
    let mut tables = Categories::default();
    for (name, category) in names {
        tables.text.push_str(&name);
        let end = u16::try_from(tables.text.len())
            .map_err(|_| RegistryError::of_file(source.file, "less than 64 KiB of names"))?;
        tables.ends.extend(end.to_le_bytes());
        tables.categories.push(category as u8);
    }
    Ok(tables)
}
