//! The look-up of a name: one hash, one slot of a minimal perfect hash, one
//! comparison.

use super::{KeyTexts, NONE, NameCells, NameTables, TAG_BITS, TAG_LENGTH, U16s, name_tag, slot};
use crate::tables::lookup_key::{LookupKey, fingerprint};

impl<'a> NameTables<'a> {
    /// The primary entry of a name: of the name as it is spelled, else of the
    /// first that differs only by case.
    #[inline(always)]
    pub(super) const fn find(self, name: &str) -> u16 {
        let key = LookupKey::new(name.as_bytes());
        let (hash, slots) = (key.hash(self.seed.hash()), self.name_slots.len());
        let slot = slot(self.seed.slots(), hash, self.name_pilots, self.name_remap, slots);
        let (cell, entry) = self.name_slots.get(slot);
        if cell & TAG_LENGTH != 0 {
            if cell & ((1 << TAG_BITS) - 1) != name_tag(name.len(), fingerprint(hash)) {
                return NONE;
            }
            let is_found = key.is_short_in_any_case(self.bytes, (cell >> TAG_BITS) as usize);
            return if is_found { entry } else { NONE };
        }
        find_in_slot(
            self.key_texts(),
            self.name_slots,
            (self.more_names, self.collisions),
            slot,
            name,
        )
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

/// Of the names in a slot, the primary entry of the one that is the key, else
/// of the first that differs only by case.
///
/// Takes single tables, not the view: the arguments of this cold call are set
/// up on the hot path too.
#[cold]
#[allow(clippy::cast_possible_truncation, reason = "a slot has 16 bits")]
const fn find_in_slot(
    texts: KeyTexts<'_>,
    slots: NameCells<'_>,
    (more, collisions): (NameCells<'_>, U16s<'_>),
    slot: usize,
    name: &str,
) -> u16 {
    let key = LookupKey::new(name.as_bytes());
    let (mut candidate, mut found) = (slots.get(slot), NONE);
    let mut collision = collisions.count_below(slot as u16);
    loop {
        let (cell, entry) = candidate;
        let text = texts.place(texts.overflow.name_span(cell));
        if key.is(text) {
            return entry;
        }
        if found == NONE && key.is_in_any_case(text) {
            found = entry;
        }
        if collision >= collisions.len() || collisions.get(collision) as usize != slot {
            return found;
        }
        candidate = more.get(collision);
        collision += 1;
    }
}
