//! Rows as arrays of cells, the form in which they are compared.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Formatter};
use core::mem;
use std::borrow::Cow;

use crate::columns::{ContactColumns, ServiceColumns};
use crate::export::contacts_csv::{self, ContactCell};
use crate::export::json;
use crate::export::services_csv::{self, RowCell};
use crate::registry::contact::{Contact, Contacts};
use crate::registry::record::Record;

/// A row of a table.
pub(super) trait Row<'r>: Copy {
    /// An array of a cell for each column.
    type Cells: AsRef<[Cow<'r, str>]> + AsMut<[Cow<'r, str>]>;

    /// The names of the columns, as the registry has them.
    const NAMES: &'static [&'static str];

    /// The keys of the columns in JSON.
    const KEYS: &'static [&'static str];

    /// The cells, as the table has them.
    fn cells(self) -> Self::Cells;

    /// Writes the row as [`export::Json`](crate::export::Json) does.
    fn json(self, f: &mut Formatter<'_>) -> fmt::Result;
}

/// The columns of a row that hold handles.
pub(super) const ASSIGNEE: usize = ServiceColumns::PLACES.assignee;
pub(super) const CONTACT: usize = ServiceColumns::PLACES.contact;

impl<'r> Row<'r> for Record<'r> {
    type Cells = [Cow<'r, str>; 12];
    const NAMES: &'static [&'static str] = &ServiceColumns::NAMES;
    const KEYS: &'static [&'static str] = &ServiceColumns::KEYS;

    fn cells(self) -> Self::Cells {
        services_csv::cells(self).map(|cell| match cell {
            RowCell::Text(text) => text.into(),
            cell => cell.to_string().into(),
        })
    }

    fn json(self, f: &mut Formatter<'_>) -> fmt::Result {
        json::record(f, self)
    }
}

impl<'r> Row<'r> for Contact<'r> {
    type Cells = [Cow<'r, str>; 5];
    const NAMES: &'static [&'static str] = &ContactColumns::NAMES;
    const KEYS: &'static [&'static str] = &ContactColumns::KEYS;

    fn cells(self) -> Self::Cells {
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

/// How cells are compared: with their white space, or by their words.
///
/// IANA's CSV breaks descriptions and notes into lines where its XML does. A
/// table that was made from the XML need not, and yet says the same.
///
/// ```
/// use iana_ports::{Registry, diff::Whitespace};
///
/// let old = Registry::from_services_file("billing 9000/tcp # Old  bills\n".as_bytes())?;
/// let new = Registry::from_services_file("billing 9000/tcp # Old bills\n".as_bytes())?;
/// assert_eq!(old.diff_with(&new, Whitespace::Exact).records().changed(), 1);
/// assert_eq!(old.diff_with(&new, Whitespace::Collapsed).records().changed(), 0);
/// # Ok::<(), iana_ports::load::LoadError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Whitespace {
    /// As they are, to the last blank: what
    /// [`Registry::diff`](crate::Registry::diff) does.
    #[default]
    Exact,
    /// White space (Unicode's, line ends included) is one blank between words
    /// and nothing around them. What a changed field shows is still the whole
    /// cell.
    Collapsed,
}

/// A row with its cells as they are compared, and what else it is paired by.
pub(super) struct Compared<'r, R: Row<'r>, K> {
    pub(super) row: R,
    pub(super) cells: R::Cells,
    pub(super) key: K,
}

impl<'r, R: Row<'r>, K> Compared<'r, R, K> {
    /// The row whose cells are `cells`; `key` is made of them as they are
    /// compared.
    pub(super) fn new(
        row: R,
        mut cells: R::Cells,
        whitespace: Whitespace,
        key: impl FnOnce(&R::Cells) -> K,
    ) -> Self {
        if whitespace == Whitespace::Collapsed {
            cells.as_mut().iter_mut().for_each(|cell| *cell = collapsed(mem::take(cell)));
        }
        let key = key(&cells);
        Self { row, cells, key }
    }

    /// The columns that differ: a bit for each, the first the lowest.
    pub(super) fn columns_other_than(&self, other: &Self) -> u16 {
        let cells = self.cells.as_ref().iter().zip(other.cells.as_ref()).enumerate();
        cells.filter(|(_, (a, b))| a != b).fold(0, |columns, (index, _)| columns | 1 << index)
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
