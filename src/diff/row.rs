//! Rows as arrays of cells, the form in which they are compared.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Formatter};
use std::borrow::Cow;

use super::Whitespace;
use crate::columns::{ContactColumns, ServiceColumns};
use crate::export::contacts_csv::{self, ContactCell};
use crate::export::json;
use crate::export::services_csv::{self, RowCell};
use crate::registry::contact::{Contact, Contacts};
use crate::registry::record::Record;

/// A row of a table that has so many columns.
pub(super) trait Row<'r, const COLUMNS: usize>: Copy {
    /// The names of the columns, as the registry has them.
    const COLUMN_NAMES: [&'static str; COLUMNS];

    /// The keys of the columns in JSON.
    const COLUMN_KEYS: [&'static str; COLUMNS];

    /// The cells, as the table has them.
    fn cells(self) -> [Cow<'r, str>; COLUMNS];

    /// Writes the row as [`export::Json`](crate::export::Json) does.
    fn json(self, f: &mut Formatter<'_>) -> fmt::Result;
}

/// The columns of a row that hold handles.
pub(super) const ASSIGNEE: usize = ServiceColumns::PLACES.assignee;
pub(super) const CONTACT: usize = ServiceColumns::PLACES.contact;

impl<'r> Row<'r, 12> for Record<'r> {
    const COLUMN_NAMES: [&'static str; 12] = ServiceColumns::NAMES;
    const COLUMN_KEYS: [&'static str; 12] = ServiceColumns::KEYS;

    fn cells(self) -> [Cow<'r, str>; 12] {
        services_csv::cells(self).map(|cell| match cell {
            RowCell::Text(text) => text.into(),
            cell => cell.to_string().into(),
        })
    }

    fn json(self, f: &mut Formatter<'_>) -> fmt::Result {
        json::record(f, self)
    }
}

impl<'r> Row<'r, 5> for Contact<'r> {
    const COLUMN_NAMES: [&'static str; 5] = ContactColumns::NAMES;
    const COLUMN_KEYS: [&'static str; 5] = ContactColumns::KEYS;

    fn cells(self) -> [Cow<'r, str>; 5] {
        contacts_csv::cells(self).map(|cell| match cell {
            ContactCell::Text(text) => text.into(),
            cell => cell.to_string().into(),
        })
    }

    fn json(self, f: &mut Formatter<'_>) -> fmt::Result {
        json::contact(f, self)
    }
}

/// A cell of handles in brackets, each as `spelled`.
pub(super) fn handles<'r>(
    contacts: Contacts<'r>,
    spelled: impl Fn(&'r str) -> &'r str,
) -> Cow<'r, str> {
    let mut cell = String::new();
    for contact in contacts {
        cell.push('[');
        cell.push_str(spelled(contact.handle()));
        cell.push(']');
    }
    cell.into()
}

/// The cells as they are compared.
pub(super) fn compared<const COLUMNS: usize>(
    cells: [Cow<'_, str>; COLUMNS],
    whitespace: Whitespace,
) -> [Cow<'_, str>; COLUMNS] {
    match whitespace {
        Whitespace::Exact => cells,
        Whitespace::Collapsed => cells.map(collapsed),
    }
}

/// A text with one blank between its words, and none around them.
fn collapsed(text: Cow<'_, str>) -> Cow<'_, str> {
    let blank = char::is_whitespace;
    let is_collapsed = !text.starts_with(blank)
        && !text.ends_with(blank)
        && !text.contains("  ")
        && !text.contains(|c| c != ' ' && blank(c));
    if is_collapsed {
        return text;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// The columns in which cells differ: a bit for each, the first the lowest.
pub(super) fn different<const COLUMNS: usize>(
    old: &[Cow<'_, str>; COLUMNS],
    new: &[Cow<'_, str>; COLUMNS],
) -> u16 {
    old.iter()
        .zip(new)
        .enumerate()
        .filter(|(_, (old, new))| old != new)
        .fold(0, |columns, (index, _)| columns | 1 << index)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::collapsed;

    #[test]
    fn words_keep_one_blank() {
        crate::test_random::texts(&["a", "é", " ", "\n", "\t", "\u{a0}"], |text| {
            let words: Vec<&str> = text.split_whitespace().collect();
            let got = collapsed(Cow::Borrowed(text));
            assert_eq!(got, words.join(" "), "{text:?}");
            assert_eq!(matches!(got, Cow::Borrowed(_)), got == text, "{text:?}");
        });
    }
}
