//! What the tables of details say of one entry.

use super::{Details, U16s, U24s};
use crate::date::Date;

impl<'a> Details<'a> {
    /// The text of a cell.
    #[inline]
    pub(crate) fn text(self, cell: u32) -> &'a str {
        self.texts().text(cell)
    }

    /// The text of an entry in a column that few entries have.
    fn sparse(self, entries: U16s<'a>, cells: U24s<'a>, entry: u16) -> Option<&'a str> {
        entries.find(entry).map(|place| self.text(cells.get(place)))
    }

    /// The references, in their brackets; empty if there are none.
    pub(crate) fn references(self, entry: u16) -> &'a str {
        self.sparse(self.reference_entries, self.references, entry).unwrap_or("")
    }

    pub(crate) fn unauthorized_use(self, entry: u16) -> Option<&'a str> {
        self.sparse(self.unauthorized_entries, self.unauthorized_uses, entry)
    }

    pub(crate) fn notes(self, entry: u16) -> Option<&'a str> {
        self.sparse(self.note_entries, self.notes, entry)
    }

    pub(crate) const fn registered(self, entry: u16) -> Option<Date> {
        date(self.registered_entries, self.registered, entry)
    }

    pub(crate) const fn modified(self, entry: u16) -> Option<Date> {
        date(self.modified_entries, self.modified, entry)
    }

    pub(crate) const fn service_code(self, entry: u16) -> Option<u32> {
        match self.service_code_entries.find(entry) {
            Some(place) => Some(self.service_codes.get(place)),
            None => None,
        }
    }
}

const fn date(entries: U16s<'_>, dates: U16s<'_>, entry: u16) -> Option<Date> {
    match entries.find(entry) {
        Some(place) => Some(Date::unpack(dates.get(place))),
        None => None,
    }
}
