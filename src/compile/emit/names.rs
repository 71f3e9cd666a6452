//! Emits the names tier: names, ports, transports, aliases and status.

use alloc::vec::Vec;

use super::crowds::put_crowds;
use super::lists::Lists;
use super::name_cells::put_names;
use super::ports::pages;
use crate::compile::bytes::{low16, packed, pair, put16, put32, sorted};
use crate::compile::error::RegistryError;
use crate::compile::model::announcements::by_canonical;
use crate::compile::model::{Entry, Model, indexed};
use crate::compile::pool::{Packing, Pool};
use crate::tables::NameTablesBuf;
use crate::tables::{BLOCK_BITS, FAR, HAS_PORT, INTERLEAVED, IS_RANGE, PORT_GROUP, SEVERAL};

#[allow(clippy::cast_possible_truncation, reason = "takes the parts of sorted items")]
pub(super) fn names(model: &Model<'_>, packing: Packing) -> Result<NameTablesBuf, RegistryError> {
    let entries = &model.entries;
    let mut lists = Lists::new(entries.len());
    let mut tables = NameTablesBuf::default();

    let groups = model.names.groups().filter(|(_, entries)| entries.len() > 1);
    let several: Vec<Vec<u16>> = groups.map(|(_, entries)| entries.collect()).collect();
    let primary = |(place, entries): (u16, &Vec<u16>)| pair(entries[0], place);
    tables.entry_flags.extend(entries.iter().map(flags));
    for item in sorted(indexed(&several).map(primary)) {
        let entries = &several[usize::from(item as u16)];
        put16(&mut tables.several, entries[0]);
        put16(&mut tables.several_entries, lists.cell(entries));
        tables.entry_flags[usize::from(entries[0])] |= SEVERAL;
    }

    let mut pool = Pool::new(packing, entries.iter().map(|entry| entry.row.name));
    put_names(model, &mut pool, &mut tables)?;
    for (index, entry) in indexed(entries) {
        if let Some((_, last)) = entry.row.ports.filter(|_| entry.row.is_range) {
            put16(&mut tables.range_entries, index);
            put16(&mut tables.range_ends, last);
        }
    }
    first_ports(entries, &mut tables);
    let nameless = indexed(entries).filter(|(_, entry)| entry.row.name.is_empty());
    // Sorted by first port. Of those with the same first port, the longest range
    // comes first, and the first row last.
    let nameless = sorted(nameless.map(|(index, entry)| {
        let (first, last) = entry.row.ports.unwrap_or_default();
        pair(first, !last) << 16 | u64::from(!index)
    }));
    let entry = |item: u64| (!(item as u16), &entries[usize::from(!(item as u16))]);
    let nameless: Vec<(u16, &Entry<'_>)> = nameless.into_iter().map(entry).collect();
    let mut reach = 0;
    let mut blocks = 0..;
    for (index, entry) in &nameless {
        reach = entry.row.ports.map_or(reach, |(_, last)| last.max(reach));
        // The blocks that none of those before reaches.
        while blocks.start <= reach >> BLOCK_BITS {
            blocks.next();
            put16(&mut tables.nameless_starts, low16(tables.nameless.len() / 2));
        }
        put16(&mut tables.nameless, *index);
        put16(&mut tables.nameless_reach, reach);
    }
    for ((index, entry), (_, next)) in nameless.iter().zip(nameless.iter().skip(1)) {
        if let (Some((_, last)), Some((first, _))) = (entry.row.ports, next.row.ports) {
            tables.entry_flags[usize::from(*index)] |= if first <= last { SEVERAL } else { 0 };
        }
    }

    (tables.text, tables.overflow_texts, tables.overflow_lengths) = pool.into_tables_of_keys()?;

    put_crowds(model, &several, &nameless, &mut tables);
    let place_bits = pages(model, packing, &nameless, reach, &mut tables)?;
    for (key, on_key) in model.keys.groups().filter(|(_, on_key)| on_key.len() > 1) {
        let on_key: Vec<u16> = on_key.collect();
        put32(&mut tables.shared_keys, key);
        put16(&mut tables.shared_entries, lists.cell(&on_key));
        tables.entry_flags[usize::from(on_key[0])] |= SEVERAL;
    }
    for (alias, target) in &model.aliases {
        put16(&mut tables.aliases, *alias);
        put16(&mut tables.alias_targets, *target);
    }
    for aliases in by_canonical(&model.aliases).chunk_by(|(one, _), (next, _)| one == next) {
        put16(&mut tables.canonicals, aliases[0].0);
        let aliases: Vec<u16> = aliases.iter().map(|(_, alias)| *alias).collect();
        put16(&mut tables.canonical_aliases, lists.cell(&aliases));
    }
    tables.lists = lists.table("entries and lists of entries that share a name or a port")?;
    let edition = packed(model.edition).into();
    for count in [model.records, model.services, edition, place_bits] {
        // In range: a registry has at most 65,535 rows.
        put32(&mut tables.counts, low16(count).into());
    }
    Ok(tables)
}

/// Delta encoding of the first ports of the entries. An entry without a port
/// may have any.
fn first_ports(entries: &[Entry<'_>], tables: &mut NameTablesBuf) {
    let indexed: Vec<(u16, &Entry<'_>)> = indexed(entries).collect();
    for group in indexed.chunks(PORT_GROUP) {
        let ports = group.iter().filter_map(|(_, entry)| entry.row.ports);
        let base = ports.map(|(first, _)| first).min().unwrap_or(0);
        put16(&mut tables.port_bases, base);
        for (index, entry) in group {
            let first = entry.row.ports.map_or(base, |(first, _)| first);
            let step = u8::try_from(first - base).unwrap_or(FAR);
            tables.port_steps.push(step);
            if step == FAR {
                put16(&mut tables.far_entries, *index);
                put16(&mut tables.far_ports, first);
            }
        }
    }
}

fn flags(entry: &Entry<'_>) -> u8 {
    let mut flags = entry.transports;
    flags |= if entry.interleaved { INTERLEAVED } else { 0 };
    flags |= if entry.row.ports.is_some() { HAS_PORT } else { 0 };
    flags |= if entry.row.is_range { IS_RANGE } else { 0 };
    flags
}
