//! What the tables of contacts say of entries and handles.

use super::{Members, NONE, People, Texts, U16s, U24s, slot};
use crate::date::Date;
use crate::hash::{Key, mark};

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
        self.texts().text(cell)
    }

    /// The organization of a contact; empty if there is none.
    pub(crate) fn organization(self, contact: u16) -> &'a str {
        match self.organization_contacts.find(contact) {
            Some(place) => self.text(self.organizations.get(place)),
            None => "",
        }
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

    /// The entries, of so many, that a contact is assignee or contact of.
    pub(crate) const fn entries(self, entries: usize, contact: u16) -> Members<'a> {
        Members::of(entries, self.entry_lists, self.contact_entry_lists.get(contact as usize))
    }

    /// The contact of a handle, with or without its brackets: of the handle as
    /// it is spelled, else of the first that differs only by case.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "the low 16 bits are the contact")]
    pub(crate) const fn find(self, handle: &[u8]) -> u16 {
        let handle = match handle {
            [b'[', bare @ .., b']'] => bare,
            bare => bare,
        };
        let (key, seed) = (Key::new(handle), self.seed.get(0));
        let length = self.handle_contacts.len();
        let hash = key.hash(seed);
        let slot = slot(seed, hash, self.handle_pilots, self.handle_remap, length);
        let cell = self.handle_contacts.get(slot);
        if cell >> 16 != mark(hash) {
            return NONE;
        }
        let first = cell as u16;
        let found = self.handle_bytes(first);
        if key.is(found) {
            first
        } else if self.twins.find(first).is_some() {
            find_twin(self.handles_and_twins(), first, key)
        } else if key.is_in_any_case(found) {
            first
        } else {
            NONE
        }
    }

    /// What tells the contacts of a slot apart.
    #[inline]
    const fn handles_and_twins(self) -> (Texts<'a>, U24s<'a>, U16s<'a>, U16s<'a>) {
        (self.texts(), self.handles, self.twins, self.twin_contacts)
    }

    #[inline]
    const fn handle_bytes(self, contact: u16) -> &'a [u8] {
        self.texts().bytes(self.handles.get(contact as usize))
    }
}

/// Of the contacts in a slot, the one whose handle is the key, else the first
/// whose handle differs only by case.
///
/// It takes no more tables than it needs: the caller would have to gather the
/// rest for every look-up.
#[cold]
const fn find_twin(
    (texts, handles, twins, twin_contacts): (Texts<'_>, U24s<'_>, U16s<'_>, U16s<'_>),
    first: u16,
    key: Key<'_>,
) -> u16 {
    let (mut contact, mut found) = (first, NONE);
    loop {
        let handle = texts.bytes(handles.get(contact as usize));
        if key.is(handle) {
            return contact;
        }
        if found == NONE && key.is_in_any_case(handle) {
            found = contact;
        }
        match twins.find(contact) {
            Some(place) => contact = twin_contacts.get(place),
            None => return found,
        }
    }
}
