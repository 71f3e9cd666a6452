//! The slots of names, and where in them the names of entries are.

use std::collections::HashMap;

use super::slots::Slots;
use super::{NamesBuf, low16, put16, put24};
use crate::compile::error::CompileError;
use crate::compile::model::{Entry, Model, indexed};
use crate::compile::text::Pool;
use crate::tables::{RESERVED, UNASSIGNED};

/// Writes the names as they are found, and those of entries as their places.
pub(super) fn put_names<'t>(
    model: &Model<'t>,
    pool: &mut Pool<'t>,
    tables: &mut NamesBuf,
) -> Result<(), CompileError> {
    // As its primary entry spells it, and that entry.
    let spelled = |primary: u16| (model.entries[usize::from(primary)].name, primary);
    let names: Vec<(&str, u16)> = model.names.iter().map(|name| spelled(name.entries[0])).collect();
    let texts: Vec<&str> = names.iter().map(|(text, _)| *text).collect();
    let slots = Slots::new(&texts)?;

    let mut places: HashMap<&str, u16> = HashMap::new();
    for (slot, (name, mark)) in indexed(&slots.firsts) {
        let (text, primary) = names[*name];
        put_name(&mut tables.name_slots, pool.name_cell(text, *mark), primary);
        places.insert(text, slot);
    }
    for (slot, name) in twins(&slots) {
        put16(&mut tables.twins, slot);
        let (text, primary) = names[name];
        put_name(&mut tables.more_names, pool.name_cell(text, 0), primary);
        places.insert(text, low16(places.len()));
    }
    for (index, entry) in indexed(&model.entries) {
        if entry.name.is_empty() {
            put16(&mut tables.entry_names, nameless(entry));
            continue;
        }
        // No more than there are entries.
        let next = low16(places.len());
        let place = *places.entry(entry.name).or_insert(next);
        if place == next {
            put_name(&mut tables.more_names, pool.name_cell(entry.name, 0), index);
        }
        put16(&mut tables.entry_names, place);
    }
    slots.put(&mut tables.seed, &mut tables.name_pilots, &mut tables.name_remap);
    Ok(())
}

/// The names that share the slot of another, by slot.
fn twins(slots: &Slots) -> Vec<(u16, usize)> {
    let mut slot_of: HashMap<usize, u16> =
        indexed(&slots.firsts).map(|(slot, (name, _))| (*name, slot)).collect();
    let mut twins = Vec::new();
    for (before, name) in &slots.twins {
        let slot = slot_of[before];
        slot_of.insert(*name, slot);
        twins.push((slot, *name));
    }
    twins.sort_unstable();
    twins
}

fn put_name(table: &mut Vec<u8>, cell: u32, entry: u16) {
    put24(table, cell);
    put16(table, entry);
}

/// What stands instead of a name: what says "Unassigned" in any words is, and
/// the rest (reserved, removed, in private use) is not available either.
fn nameless(entry: &Entry<'_>) -> u16 {
    if entry.description.to_ascii_lowercase().contains("unassigned") {
        UNASSIGNED
    } else {
        RESERVED
    }
}
