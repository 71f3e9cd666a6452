//! The look-up of a name: one hash, one slot of a minimal perfect hash, one
//! comparison.

use super::{NONE, NameTables, TAG_LENGTH, name_tag, slot};
use crate::tables::lookup_key::{LookupKey, fingerprint};

impl<'a> NameTables<'a> {
    /// The primary entry of a name of one to fifteen bytes, or [`NONE`]: of
    /// the name as it is spelled, else of the first that differs only by case.
    /// `None` if only [`find_long`](Self::find_long) tells it.
    #[inline(always)]
    pub(super) const fn find_short(self, name: &str) -> Option<u16> {
        // Told before the hash, so that no other length is looked at below.
        if name.is_empty() || name.len() > TAG_LENGTH as usize {
            return None;
        }
        let key = LookupKey::new(name.as_bytes());
        let hash = key.hash(self.seed.hash());
        let slots = self.name_slots.len();
        let slot = slot(self.seed.slots(), hash, self.name_pilots, self.name_remap, slots);
        let (tag, offset, entry) = self.name_slots.parts(slot);
        if tag as u32 == name_tag(name.len(), fingerprint(hash)) {
            let is_found = key.is_short_in_any_case(self.bytes, offset as usize);
            return Some(if is_found { entry } else { NONE });
        }
        if tag as u32 & TAG_LENGTH == 0 { None } else { Some(NONE) }
    }

    /// The primary entry of a name of any length, or [`NONE`]. Of the names in
    /// a slot, that of the one that is the key, else of the first that differs
    /// only by case.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation, reason = "a slot has 16 bits")]
    pub(super) const fn find_long(self, name: &str) -> u16 {
        let key = LookupKey::new(name.as_bytes());
        let (hash, slots) = (key.hash(self.seed.hash()), self.name_slots.len());
        let slot = slot(self.seed.slots(), hash, self.name_pilots, self.name_remap, slots);
        let (mut candidate, mut found) = (self.name_slots.get(slot), NONE);
        let mut collision = self.collisions.count_below(slot as u16);
        loop {
            let (cell, entry) = candidate;
            let text = self.pool_slice(self.overflow().name_span(cell));
            if key.is(text) {
                return entry;
            }
            if found == NONE && key.is_in_any_case(text) {
                found = entry;
            }
            // Without a name, the slot is none, as what is outside a table.
            let is_last = collision >= self.collisions.len();
            if is_last || self.collisions.get(collision) as usize != slot {
                return found;
            }
            candidate = self.more_names.get(collision);
            collision += 1;
        }
    }

    /// The name of an entry, unless it has a cell that overflows or none.
    #[inline(always)]
    pub(super) fn short_name(self, entry: u16) -> Option<&'a str> {
        let place = self.entry_names.get(entry as usize) as usize;
        // Neither the status of a nameless entry nor a further spelling is one
        // of the slots.
        let (tag, offset, _) = self.name_slots.parts(place);
        match (tag as u32 & TAG_LENGTH) as usize {
            0 => None,
            length => self.text.get(offset as usize..offset as usize + length),
        }
    }

    /// The name of an entry; empty for a nameless one.
    #[inline(always)]
    pub(crate) fn name(self, entry: u16) -> &'a str {
        if !self.is_named(entry) {
            return "";
        }
        let (offset, length) = self.name_span(entry);
        self.text.get(offset..offset + length).unwrap_or("")
    }

    /// The offset and the length of the name of a named entry.
    #[inline(always)]
    pub(crate) const fn name_span(self, entry: u16) -> (usize, usize) {
        let place = self.entry_names.get(entry as usize) as usize;
        let slots = self.name_slots.len();
        let (cell, _) = match place.checked_sub(slots) {
            None => self.name_slots.get(place),
            Some(place) => self.more_names.get(place),
        };
        self.overflow().name_span(cell)
    }
}
