//! Reading the detail tables: the further columns of one entry.

use super::{DetailTables, RankedSet, Tables, Texts, U16s, U24s, U32s, detail_tables};
use crate::values::date::Date;

detail_tables!(bundle);

impl Tables {
    #[inline(always)]
    pub(crate) const fn details(&self) -> DetailTables<'_> {
        read!(self, details: DetailTables)
    }
}

impl<'a> DetailTables<'a> {
    /// The text of a cell.
    #[inline(always)]
    pub(crate) fn text(self, cell: u32) -> &'a str {
        Texts { pool: self.text, overflow: self.overflow() }.text(cell)
    }

    /// The offset and the length of the description of an entry.
    #[inline(always)]
    pub(crate) const fn description_span(self, entry: u16) -> (usize, usize) {
        self.overflow().span(self.descriptions.get(entry as usize))
    }

    /// The text at a position in a sparse column (one that few entries have).
    #[inline(always)]
    fn at(self, cells: U24s<'a>, place: Option<usize>) -> Option<&'a str> {
        place.map(|place| self.text(cells.get(place)))
    }

    /// The references, in their brackets; empty if there are none.
    #[inline(always)]
    pub(crate) fn references(self, entry: u16) -> &'a str {
        self.at(self.references, self.reference_entries.find(entry)).unwrap_or("")
    }

    #[inline(always)]
    pub(crate) fn unauthorized_use(self, entry: u16) -> Option<&'a str> {
        self.at(self.unauthorized_uses, self.unauthorized_entries.find(entry))
    }

    #[inline(always)]
    pub(crate) fn notes(self, entry: u16) -> Option<&'a str> {
        self.at(self.notes, self.note_entries.find(entry))
    }

    /// The announcement of an alias, if it is not in the usual form. It was
    /// taken out of the description of the canonical entry.
    #[cfg_attr(not(feature = "contacts"), allow(dead_code, reason = "a CSV has all columns"))]
    #[inline(always)]
    pub(crate) fn announcement(self, alias: u16) -> Option<&'a str> {
        self.at(self.announcements, self.announced_aliases.find(alias))
    }

    #[inline(always)]
    pub(crate) const fn registered(self, entry: u16) -> Option<Date> {
        date(self.registered, self.registered_entries.find(entry))
    }

    #[inline(always)]
    pub(crate) const fn modified(self, entry: u16) -> Option<Date> {
        date(self.modified, self.modified_entries.find(entry))
    }

    #[inline(always)]
    pub(crate) const fn service_code(self, entry: u16) -> Option<u32> {
        match self.service_code_entries.find(entry) {
            Some(place) => Some(self.service_codes.get(place)),
            None => None,
        }
    }
}

/// The date at a position in a sparse column.
const fn date(dates: U16s<'_>, place: Option<usize>) -> Option<Date> {
    match place {
        Some(place) => Some(Date::unpack(dates.get(place))),
        None => None,
    }
}
