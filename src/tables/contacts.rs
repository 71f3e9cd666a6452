//! Reading the contact tables: the contacts of an entry, the columns of a
//! contact, and the look-up of a handle.

use super::{
    ContactTables, Counts, IndexList, LENGTH_BITS, NONE, OVERFLOW, RankedSet, Seeds, Tables, Texts,
    U8s, U16s, U24s, contact_tables, slot,
};
use crate::tables::lookup_key::{LookupKey, fingerprint};
use crate::values::date::Date;

contact_tables!(bundle);

impl Tables {
    #[inline(always)]
    pub(crate) const fn contacts(&self) -> ContactTables<'_> {
        read!(self, contacts: ContactTables)
    }

    /// The contact of a handle, or [`NONE`].
    #[inline]
    pub(crate) const fn find_contact(&self, handle: &str) -> u16 {
        match read!(self, contacts: ContactTables.find_spelled(handle.as_bytes())) {
            Some(contact) => contact,
            None => self.find_contact_in_any_case(handle),
        }
    }

    /// The same for a handle in any case, and of any length.
    #[cold]
    pub(crate) const fn find_contact_in_any_case(&self, handle: &str) -> u16 {
        read!(self, contacts: ContactTables.find_any(handle.as_bytes()))
    }
}

impl U24s<'_> {
    /// The low 16 bits of the number at `index`, and the high 8; all bits set
    /// outside.
    #[inline]
    pub(crate) const fn with_fingerprint(self, index: usize) -> (u16, u8) {
        let at = index.wrapping_mul(3);
        if self.0.len() > 2 && at < self.0.len() - 2 {
            (u16::from_le_bytes([self.0[at], self.0[at + 1]]), self.0[at + 2])
        } else {
            (u16::MAX, u8::MAX)
        }
    }

    #[inline]
    pub(crate) const fn len(self) -> usize {
        self.0.len() / 3
    }
}

impl<'a> ContactTables<'a> {
    /// The number of contacts.
    #[inline(always)]
    pub(crate) const fn len(self) -> usize {
        self.handles.len()
    }

    /// The number of contacts that the contact table lists. They come first.
    #[inline(always)]
    pub(crate) const fn listed(self) -> usize {
        self.counts.get::<0>() as usize
    }

    /// The text of a cell of `handles`, `names`, `organizations` or `uris`.
    #[inline(always)]
    pub(crate) fn text(self, cell: u32) -> &'a str {
        Texts { pool: self.text, overflow: self.overflow() }.text(cell)
    }

    /// The organization of a contact; empty if there is none.
    #[inline(always)]
    pub(crate) fn organization(self, contact: u16) -> &'a str {
        match self.organization_contacts.find(contact) {
            Some(place) => self.text(self.organizations.get(place)),
            None => "",
        }
    }

    #[inline(always)]
    pub(crate) const fn updated(self, contact: u16) -> Option<Date> {
        match self.updated_contacts.find(contact) {
            Some(place) => Some(Date::unpack(self.updated.get(place))),
            None => None,
        }
    }

    /// The contacts who are the assignees of an entry.
    #[inline(always)]
    pub(crate) const fn assignees(self, entry: u16) -> IndexList<'a> {
        IndexList::of(self.len(), self.lists, self.assignees.get(entry as usize))
    }

    /// The contacts who are the contacts of an entry.
    #[inline(always)]
    pub(crate) const fn contacts(self, entry: u16) -> IndexList<'a> {
        match self.contact_entries.find(entry) {
            Some(place) => IndexList::of(self.len(), self.lists, self.contacts.get(place)),
            None => self.assignees(entry),
        }
    }

    /// The entries, out of `count`, that a contact is assignee or contact of.
    #[inline(always)]
    pub(crate) const fn entries(self, entries: usize, contact: u16) -> IndexList<'a> {
        IndexList::of(entries, self.entry_lists, self.contact_entry_lists.get(contact as usize))
    }

    /// The contact of a handle that is spelled as in the registry, with or
    /// without its brackets, or [`NONE`]. `None` if only
    /// [`find_any`](Self::find_any) tells it.
    #[inline(always)]
    pub(crate) const fn find_spelled(self, handle: &[u8]) -> Option<u16> {
        let key = LookupKey::new(bare(handle));
        let (slot, fingerprint) = self.slot(key);
        let (first, with_fingerprint) = self.handle_contacts.with_fingerprint(slot);
        if with_fingerprint != fingerprint {
            return Some(NONE);
        }
        let cell = self.handles.get(first as usize);
        // The length of a text that overflows is none of these.
        let (offset, length) = ((cell >> LENGTH_BITS) as usize, (cell & OVERFLOW) as usize);
        let text = self.pool_slice((offset, length));
        // The same for both, but compiled for short texts first.
        let is_there = if length < 16 { key.is_short(text) } else { key.is(text) };
        if is_there { Some(first) } else { None }
    }

    /// The contact of any handle, with or without its brackets: of
    /// the handle as it is spelled, else of the first that differs only by
    /// case.
    #[inline(always)]
    pub(crate) const fn find_any(self, handle: &[u8]) -> u16 {
        let key = LookupKey::new(bare(handle));
        let (slot, fingerprint) = self.slot(key);
        let (mut contact, with_fingerprint) = self.handle_contacts.with_fingerprint(slot);
        if with_fingerprint != fingerprint {
            return NONE;
        }
        let mut found = NONE;
        loop {
            let handle = self.pool_slice(self.overflow().span(self.handles.get(contact as usize)));
            if key.is(handle) {
                return contact;
            }
            if found == NONE && key.is_in_any_case(handle) {
                found = contact;
            }
            match self.collisions.find(contact) {
                Some(place) => contact = self.collision_contacts.get(place),
                None => return found,
            }
        }
    }

    /// The slot of a key, and the fingerprint of its hash.
    #[inline(always)]
    const fn slot(self, key: LookupKey<'_>) -> (usize, u8) {
        let (seed, slots) = (self.seed, self.handle_contacts.len());
        let hash = key.hash(seed.hash());
        let slot = slot(seed.slots(), hash, self.handle_pilots, self.handle_remap, slots);
        (slot, fingerprint(hash))
    }
}

/// A handle without its brackets.
#[inline(always)]
const fn bare(handle: &[u8]) -> &[u8] {
    match handle {
        [b'[', bare @ .., b']'] => bare,
        bare => bare,
    }
}
