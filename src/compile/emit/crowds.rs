//! Emits the index of crowds: of names with many entries, and of the nameless
//! entries where many are around a port. A registry that nobody made to cost
//! time has none.

use alloc::vec::Vec;

use super::ports::{Nameless, Sweep};
use crate::compile::bytes::{put16, put32};
use crate::compile::model::{Model, indexed};
use crate::tables::{BLOCK_BITS, COVERAGE_BITS, MOST_SCANNED, NONE, NameTablesBuf, coverage};
use crate::values::transport::Transport;

/// The most nameless entries around a port that a look-up goes through.
const MOST_AROUND: usize = 512;

/// An entry of a crowd: the crowd, its ports, and its place among them.
type Member = (u32, (u16, u16), u16);

/// Writes the index. `several` has the entries of each name that has several,
/// primary first; the nameless ones are sorted by first port.
pub(super) fn put_crowds(
    model: &Model<'_>,
    several: &[Vec<u16>],
    nameless: &[Nameless<'_, '_>],
    tables: &mut NameTablesBuf,
) {
    let mut members = Vec::new();
    for entries in several.iter().filter(|entries| entries.len() > MOST_SCANNED) {
        put_members(model, entries[0], entries, &mut members);
    }
    if is_crowd(nameless, tables) {
        let entries: Vec<u16> = nameless.iter().map(|(index, _)| *index).collect();
        put_members(model, NONE, &entries, &mut members);
        put_changes(nameless, tables);
    }
    members.sort_unstable();
    for (crowd, members) in
        indexed(&members.chunk_by(|(a, ..), (b, ..)| a == b).collect::<Vec<_>>())
    {
        let first = members.iter().map(|(.., place)| *place).min();
        put32(&mut tables.crowds, members[0].0);
        put16(&mut tables.crowd_firsts, first.unwrap_or(NONE));
        let mut reach = 0;
        for (_, (first, last), _) in *members {
            reach = reach.max(*last);
            put32(&mut tables.crowd_ports, u32::from(crowd) << 16 | u32::from(*first));
            put16(&mut tables.crowd_reach, reach);
        }
    }
}

/// Appends entries, once for each coverage that they have.
fn put_members(model: &Model<'_>, primary: u16, entries: &[u16], members: &mut Vec<Member>) {
    for (place, index) in indexed(entries) {
        let entry = &model.entries[usize::from(*index)];
        let on = Transport::ALL.iter().filter(|on| entry.is_reached_on(**on));
        let on = on.map(|on| Some(on.index())).chain((entry.transports == 0).then_some(None));
        members.extend(on.map(|on| {
            let coverage = coverage(on, entry.row.ports.is_none());
            let crowd = u32::from(primary) << COVERAGE_BITS | coverage;
            (crowd, entry.row.ports.unwrap_or_default(), place)
        }));
    }
}

/// Whether too many nameless entries are around one of the ports.
fn is_crowd(nameless: &[Nameless<'_, '_>], tables: &NameTablesBuf) -> bool {
    let starts = tables.nameless_starts.chunks_exact(2);
    let starts = starts.map(|start| usize::from(u16::from_le_bytes([start[0], start[1]])));
    (0..).zip(starts).any(|(block, start): (u16, usize)| {
        let begins = |(_, entry): &Nameless<'_, '_>| {
            entry.row.ports.is_some_and(|(first, _)| first >> BLOCK_BITS <= block)
        };
        nameless.partition_point(begins) > start + MOST_AROUND
    })
}

/// Writes where another of the nameless entries is the first.
fn put_changes(nameless: &[Nameless<'_, '_>], tables: &mut NameTablesBuf) {
    for on in Transport::ALL {
        let (mut sweep, mut before) = (Sweep::new(nameless, *on), None);
        for port in 0..=u16::MAX {
            let first = sweep.first_on(port).map_or(NONE, |begun| begun.entry);
            if before.replace(first) != Some(first) {
                put32(&mut tables.nameless_changes, u32::from(on.index()) << 16 | u32::from(port));
                put16(&mut tables.nameless_firsts, first);
            }
        }
    }
}
