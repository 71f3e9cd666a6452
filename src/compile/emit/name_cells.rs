//! The name cells: the text of each name in its slot, and the index of an
//! entry's name.

use alloc::vec::Vec;

use super::slots::Slots;
use crate::compile::bytes::{low16, pair, put16, put24, sorted};
use crate::compile::error::RegistryError;
use crate::compile::model::{Entry, Model, indexed};
use crate::compile::pool::Pool;
use crate::compile::rows::says_unassigned;
use crate::tables::NameTablesBuf;
use crate::tables::{RESERVED, UNASSIGNED};

/// Writes the slots of the names, and the names of entries as indices into
/// these.
pub(super) fn put_names<'t>(
    model: &Model<'t>,
    pool: &mut Pool<'t>,
    tables: &mut NameTablesBuf,
) -> Result<(), RegistryError> {
    // A spelling of a name, and the first entry that is spelled so.
    let spelled = |primary: u16| (model.entries[usize::from(primary)].row.name, primary);
    let groups = model.names.groups();
    let names: Vec<(&str, u16)> =
        groups.filter_map(|(_, mut entries)| entries.next().map(spelled)).collect();
    let cell = |(_, primary): &(_, u16)| model.entries[usize::from(*primary)].row.name_cell();
    let slots = Slots::new(&names.iter().map(cell).collect::<Vec<_>>())?;

    // The index of each spelling: first the slots, then the collisions.
    let mut places = vec![0; names.len()];
    let collisions = collisions(&slots, names.len());
    for (slot, (name, fingerprint)) in indexed(&slots.occupants) {
        let (text, primary) = names[*name];
        places[*name] = slot;
        // The cell of a slot with collisions is an overflow: the look-up of
        // others ends before it comes to them.
        let is_alone = collisions.binary_search_by_key(&slot, |(slot, _)| *slot).is_err();
        let cell = pool.name_cell(text, is_alone.then_some(*fingerprint));
        put_name(&mut tables.name_slots, cell, primary);
    }
    for (index, (slot, name)) in collisions.into_iter().enumerate() {
        let (text, primary) = names[name];
        // In range: there are no more spellings than entries.
        places[name] = low16(slots.occupants.len() + index);
        put_name(&mut tables.more_names, pool.name_cell(text, None), primary);
        put16(&mut tables.collisions, slot);
    }
    let mut name_of = vec![None; model.entries.len()];
    for (name, entries) in model.names.groups() {
        let (text, place) = (names[name as usize].0, places[name as usize]);
        let is_spelled_so = |entry: &u16| model.entries[usize::from(*entry)].row.name == text;
        entries
            .take_while(is_spelled_so)
            .for_each(|entry| name_of[usize::from(entry)] = Some(place));
    }
    for (entry, place) in model.entries.iter().zip(name_of) {
        put16(&mut tables.entry_names, place.unwrap_or_else(|| nameless(entry)));
    }
    slots.put(&mut tables.seed, &mut tables.name_pilots, &mut tables.name_remap);
    Ok(())
}

/// The colliding names, out of `names`, with their slots, sorted by slot.
#[allow(clippy::cast_possible_truncation, reason = "takes the parts of sorted items")]
fn collisions(slots: &Slots, names: usize) -> Vec<(u16, usize)> {
    let mut slot_of: Vec<u16> = vec![0; names];
    indexed(&slots.occupants).for_each(|(slot, (name, _))| slot_of[*name] = slot);
    let collisions = sorted(slots.collisions.iter().map(|(before, name)| {
        slot_of[*name] = slot_of[*before];
        pair(slot_of[*name], low16(*name))
    }));
    let slot_and_name = |item: u64| ((item >> 16) as u16, usize::from(item as u16));
    collisions.into_iter().map(slot_and_name).collect()
}

fn put_name(table: &mut Vec<u8>, cell: u32, entry: u16) {
    put24(table, cell);
    put16(table, entry);
}

/// The sentinel for a nameless entry.
fn nameless(entry: &Entry<'_>) -> u16 {
    if says_unassigned(entry.description) { UNASSIGNED } else { RESERVED }
}
