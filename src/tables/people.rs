//! What the tables of contacts say of entries and handles.

use super::{Members, NONE, People, slot, text};
use crate::date::Date;
use crate::hash::{hash, same};

impl<'a> People<'a> {
    /// How many contacts there are.
    pub(crate) const fn len(self) -> usize {
        self.handles.len()
    }

    /// How many of them, the first, the contact table lists.
    pub(crate) const fn listed(self) -> usize {
        self.counts.get(0) as usize
    }

    /// The text of a cell of `handles`, `names`, `organizations` or `uris`.
    pub(crate) fn text(self, cell: u32) -> &'a str {
        text(self.text, self.long_texts, self.long_lengths, cell)
    }

    pub(crate) const fn updated(self, contact: u16) -> Option<Date> {
        match self.updated.get(contact as usize) {
            0 => None,
            packed => Some(Date::unpack(packed)),
        }
    }

    /// The contacts who are the assignees of an entry.
    pub(crate) const fn assignees(self, entry: u16) -> Members<'a> {
        Members::of(self.len(), self.lists, self.assignees.get(entry as usize))
    }

    /// The contacts who are the contacts of an entry.
    pub(crate) const fn contacts(self, entry: u16) -> Members<'a> {
        match self.contact_entries.find(entry) {
            Some(place) => Members::of(self.len(), self.lists, self.contacts.get(place)),
            None => self.assignees(entry),
        }
    }

    /// The entries that a contact is assignee or contact of.
    pub(crate) const fn entries(self, contact: u16) -> Members<'a> {
        let start = self.contact_starts.get(contact as usize) as usize;
        let end = self.contact_starts.get(contact as usize + 1) as usize;
        Members::List(self.contact_services.slice(start, end))
    }

    /// The contact of a handle, with or without its brackets: of the handle as
    /// it is spelled, else of the first that differs only by case.
    pub(crate) const fn find(self, handle: &[u8]) -> u16 {
        let handle = match handle {
            [b'[', bare @ .., b']'] => bare,
            bare => bare,
        };
        let seed = self.seed.get(0);
        let length = self.handle_contacts.len();
        let slot = slot(seed, hash(handle, seed), self.handle_pilots, self.handle_remap, length);
        let first = self.handle_contacts.get(slot);
        if first == NONE || !same(self.handle_bytes(first), handle) {
            return NONE;
        }
        let mut contact = first;
        while !equal(self.handle_bytes(contact), handle) {
            match self.twins.find(contact) {
                Some(place) => contact = self.twin_contacts.get(place),
                None => return first,
            }
        }
        contact
    }

    const fn handle_bytes(self, contact: u16) -> &'a [u8] {
        // A handle is never a long text.
        let cell = self.handles.get(contact as usize);
        let (start, length) = ((cell >> 8) as usize, (cell & 0xff) as usize);
        let text = self.text.as_bytes();
        if start + length <= text.len() {
            text.split_at(start + length).0.split_at(start).1
        } else {
            &[]
        }
    }
}

const fn equal(a: &[u8], b: &[u8]) -> bool {
    let mut index = 0;
    while index < a.len() && index < b.len() && a[index] == b[index] {
        index += 1;
    }
    index == a.len() && index == b.len()
}
