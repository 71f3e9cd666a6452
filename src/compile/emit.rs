//! Last stage: the model to the bytes of the tables.

use core::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::error::CompileError;
use super::model::{Contact, Entry, Model, folded, indexed};
use super::text::{Pool, too_large};
use crate::date::Date;
use crate::hash::hash;
use crate::tables::{
    ANY_TRANSPORT, HAS_PORT, INTERLEAVED, IS_RANGE, NONE, PAGE_BITS, RESERVED, UNASSIGNED,
    contact_tables, detail_tables, name_tables,
};

/// Declares the tables of a tier as they are written.
macro_rules! buffers {
    (
        $(#[$doc:meta])* $view:ident, $buf:ident, $tier:literal,
        $($(#[$table_doc:meta])* $table:ident: $type:ident,)*
    ) => {
        $(#[$doc])*
        #[derive(Debug, Default, PartialEq, Eq)]
        pub(crate) struct $buf {
            text: String,
            $($table: Vec<u8>,)*
        }

        impl $buf {
            /// The name of each table's file, and its bytes.
            pub(crate) fn files(&self) -> Vec<(&'static str, &[u8])> {
                vec![
                    (concat!($tier, ".text"), self.text.as_bytes()),
                    $((concat!($tier, ".", stringify!($table)), &self.$table[..]),)*
                ]
            }
        }
    };
}

name_tables!(buffers);
detail_tables!(buffers);
contact_tables!(buffers);

/// The compiled registry, tier by tier.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tables {
    pub(crate) names: NamesBuf,
    pub(crate) details: DetailsBuf,
    pub(crate) people: PeopleBuf,
}

impl Tables {
    /// The name of each table's file, and its bytes.
    pub(crate) fn files(&self) -> Vec<(&'static str, &[u8])> {
        [self.names.files(), self.details.files(), self.people.files()].concat()
    }
}

pub(crate) fn emit(model: &Model<'_>) -> Result<Tables, CompileError> {
    Ok(Tables { names: names(model)?, details: details(model)?, people: people(model)? })
}

fn names(model: &Model<'_>) -> Result<NamesBuf, CompileError> {
    let entries = &model.entries;
    let mut lists = Lists::new(entries.len());
    let mut tables = NamesBuf::default();

    let keys: Vec<String> = model.names.iter().map(|name| folded(name.spellings[0])).collect();
    let perfect = perfect_hash(&keys)?;
    // A name's index is its slot; further spellings of a name come after the last slot.
    let slots: Vec<_> = perfect.map.iter().map(|place| &model.names[*place]).collect();
    let spellings = slots.iter().map(|name| name.spellings[0]);
    let further = slots.iter().flat_map(|name| &name.spellings[1..]).copied();
    let spellings: Vec<&str> = spellings.chain(further).collect();
    let indices: HashMap<&str, u16> =
        indexed(&spellings).map(|(index, name)| (*name, index)).collect();
    (tables.name_pilots, tables.name_remap) = perfect.tables();
    for (index, name) in spellings.iter().enumerate() {
        let offset = tables.text.len();
        if index % 256 == 0 {
            put32(
                &mut tables.name_bases,
                u32::try_from(offset).map_err(|_| too_large("less than 4 GiB of names"))?,
            );
        }
        put16(&mut tables.name_starts, low16(offset));
        tables.text.push_str(name);
    }
    // The end of the last name is the start of one more.
    if spellings.len() % 256 == 0 {
        put32(&mut tables.name_bases, u32::try_from(tables.text.len()).unwrap_or(u32::MAX));
    }
    put16(&mut tables.name_starts, low16(tables.text.len()));
    for name in &slots {
        put16(&mut tables.name_entries, lists.cell(&name.entries));
    }

    for (index, entry) in indexed(entries) {
        tables.entry_flags.push(flags(entry));
        put16(&mut tables.entry_port, entry.ports.map_or(0, |(first, _)| first));
        put16(&mut tables.entry_name, name_cell(entry, &indices));
        if let Some((_, last)) = entry.ports.filter(|(first, last)| first < last) {
            put16(&mut tables.range_entries, index);
            put16(&mut tables.range_ends, last);
        }
    }

    let mut nameless: Vec<(u16, &Entry<'_>)> =
        indexed(entries).filter(|(_, entry)| entry.name.is_empty()).collect();
    // By first port; of those with the same, what comes first is last.
    nameless.sort_by_key(|(index, entry)| {
        let (first, last) = entry.ports.unwrap_or_default();
        (first, Reverse(last), Reverse(*index))
    });
    let mut reach = 0;
    for (index, entry) in nameless {
        reach = entry.ports.map_or(reach, |(_, last)| last.max(reach));
        put16(&mut tables.nameless, index);
        put16(&mut tables.nameless_reach, reach);
    }

    pages(model, &mut tables);
    for (key, on_key) in model.keys.iter().filter(|(_, on_key)| on_key.len() > 1) {
        put32(&mut tables.shared_keys, *key);
        put16(&mut tables.shared_entries, lists.cell(on_key));
    }
    let mut aliases_of: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
    for (alias, target) in &model.aliases {
        put16(&mut tables.aliases, *alias);
        put16(&mut tables.alias_targets, *target);
        aliases_of.entry(*target).or_default().push(*alias);
    }
    for (canonical, aliases) in aliases_of {
        put16(&mut tables.canonicals, canonical);
        put16(&mut tables.canonical_aliases, lists.cell(&aliases));
    }
    tables.lists = lists.table("entries and lists of entries that share a name or a port")?;
    put64(&mut tables.seed, perfect.seed);
    for count in [model.records, model.services, packed(Some(model.edition)).into()] {
        // A registry has at most 65,535 rows.
        put32(&mut tables.counts, low16(count).into());
    }
    Ok(tables)
}

/// The index of a name, or the status of a nameless entry: what says
/// "Unassigned" in any words is, and the rest (reserved, removed, in private
/// use) is not available either.
fn name_cell(entry: &Entry<'_>, indices: &HashMap<&str, u16>) -> u16 {
    match indices.get(entry.name) {
        Some(index) => *index,
        None if entry.description.to_ascii_lowercase().contains("unassigned") => UNASSIGNED,
        None => RESERVED,
    }
}

fn flags(entry: &Entry<'_>) -> u8 {
    let transports =
        entry.transports.iter().fold(0, |bits, transport| bits | 1 << transport.index());
    let mut flags = if entry.transports.is_empty() { ANY_TRANSPORT } else { transports };
    flags |= if entry.interleaved { INTERLEAVED } else { 0 };
    if let Some((first, last)) = entry.ports {
        flags |= HAS_PORT | if first < last { IS_RANGE } else { 0 };
    }
    flags
}

/// The port index: equal pages are one, and an empty one after the last port
/// stands for all beyond.
fn pages(model: &Model<'_>, tables: &mut NamesBuf) {
    let size = 1 << PAGE_BITS;
    let last = model.keys.last_key_value().map_or(0, |(key, _)| *key as usize / 4 / size + 1);
    let mut places: HashMap<Vec<u8>, u16> = HashMap::new();
    for page in 0..=last {
        for transport in 0..4 {
            let mut entries = Vec::new();
            for port in page * size..(page + 1) * size {
                let key = u32::try_from(port * 4 + transport).unwrap_or(u32::MAX);
                put16(&mut entries, model.keys.get(&key).map_or(NONE, |on_key| on_key[0]));
            }
            // At most 65,536 / 16 * 4 pages, and the empty one.
            let next = low16(places.len());
            let place = *places.entry(entries.clone()).or_insert(next);
            if place == next {
                tables.ports.extend(entries);
            }
            put16(&mut tables.pages, place);
        }
    }
}

fn details(model: &Model<'_>) -> Result<DetailsBuf, CompileError> {
    let mut pool = Pool::default();
    pool.cell("")?;
    let mut tables = DetailsBuf::default();
    for (index, entry) in indexed(&model.entries) {
        put32(&mut tables.descriptions, pool.cell(entry.description)?);
        let texts = [
            (entry.references, &mut tables.reference_entries, &mut tables.references),
            (
                entry.unauthorized_use,
                &mut tables.unauthorized_entries,
                &mut tables.unauthorized_uses,
            ),
            (entry.notes, &mut tables.note_entries, &mut tables.notes),
        ];
        for (text, entries, cells) in texts.into_iter().filter(|(text, ..)| !text.is_empty()) {
            put16(entries, index);
            put32(cells, pool.cell(text)?);
        }
        let dates = [
            (entry.registered, &mut tables.registered_entries, &mut tables.registered),
            (entry.modified, &mut tables.modified_entries, &mut tables.modified),
        ];
        for (date, entries, cells) in dates.into_iter().filter(|(date, ..)| date.is_some()) {
            put16(entries, index);
            put16(cells, packed(date));
        }
        if let Some(code) = entry.service_code {
            put16(&mut tables.service_code_entries, index);
            put32(&mut tables.service_codes, code);
        }
    }
    let (text, long_texts, long_lengths) = pool.into_tables();
    long_texts.into_iter().for_each(|offset| put32(&mut tables.long_texts, offset));
    long_lengths.into_iter().for_each(|length| put16(&mut tables.long_lengths, length));
    Ok(DetailsBuf { text, ..tables })
}

fn people(model: &Model<'_>) -> Result<PeopleBuf, CompileError> {
    let contacts = &model.contacts;
    let mut lists = Lists::new(contacts.len());
    let mut tables = PeopleBuf::default();
    for (index, entry) in indexed(&model.entries) {
        put16(&mut tables.assignees, lists.cell(&entry.assignees));
        if entry.contacts != entry.assignees {
            put16(&mut tables.contact_entries, index);
            put16(&mut tables.contacts, lists.cell(&entry.contacts));
        }
    }
    tables.lists = lists.table("contacts and lists of contacts that share a service")?;

    // Handles that differ only by case share a slot, and each knows the next.
    let mut twins: HashMap<String, Vec<u16>> = HashMap::new();
    let mut keys = Vec::new();
    for (index, contact) in indexed(contacts) {
        let same = twins.entry(folded(contact.handle)).or_default();
        if same.is_empty() {
            keys.push(folded(contact.handle));
        }
        same.push(index);
    }
    let mut pairs: Vec<&[u16]> = twins.values().flat_map(|same| same.windows(2)).collect();
    pairs.sort_unstable();
    for pair in pairs {
        put16(&mut tables.twins, pair[0]);
        put16(&mut tables.twin_contacts, pair[1]);
    }
    let perfect = perfect_hash(&keys)?;
    for place in &perfect.map {
        put16(&mut tables.handle_contacts, twins[&keys[*place]][0]);
    }
    (tables.handle_pilots, tables.handle_remap) = perfect.tables();

    let mut pool = Pool::default();
    pool.cell("")?;
    put16(&mut tables.contact_starts, 0);
    for Contact { handle, name, organization, uris, updated, entries } in contacts {
        put32(&mut tables.handles, pool.cell(handle)?);
        put32(&mut tables.names, pool.cell(name)?);
        put32(&mut tables.organizations, pool.cell(organization)?);
        put32(&mut tables.uris, pool.cell(uris)?);
        put16(&mut tables.updated, packed(*updated));
        entries.iter().for_each(|entry| put16(&mut tables.contact_services, *entry));
        let end = u16::try_from(tables.contact_services.len() / 2);
        put16(
            &mut tables.contact_starts,
            end.map_err(|_| too_large("at most 65535 services of all contacts"))?,
        );
    }
    let (text, long_texts, long_lengths) = pool.into_tables();
    long_texts.into_iter().for_each(|offset| put32(&mut tables.long_texts, offset));
    long_lengths.into_iter().for_each(|length| put16(&mut tables.long_lengths, length));
    put64(&mut tables.seed, perfect.seed);
    put32(&mut tables.counts, low16(model.listed).into());
    Ok(PeopleBuf { text, ..tables })
}

/// Lists of indices, each kept once.
struct Lists {
    indices: usize,
    places: HashMap<Vec<u16>, usize>,
    numbers: Vec<u8>,
}

impl Lists {
    /// Lists of indices below `indices`.
    fn new(indices: usize) -> Self {
        Self { indices, places: HashMap::new(), numbers: Vec::new() }
    }

    /// The cell that stands for a list. A cell that is too large is an error
    /// of [`table`](Self::table).
    fn cell(&mut self, list: &[u16]) -> u16 {
        match list {
            [] => NONE,
            [one] => *one,
            _ => {
                let next = self.indices + self.numbers.len() / 2;
                let place = *self.places.entry(list.to_vec()).or_insert(next);
                if place == next {
                    put16(&mut self.numbers, low16(list.len()));
                    list.iter().for_each(|index| put16(&mut self.numbers, *index));
                }
                u16::try_from(place).unwrap_or(NONE)
            }
        }
    }

    fn table(self, what: &str) -> Result<Vec<u8>, CompileError> {
        let numbers = self.indices + self.numbers.len() / 2;
        if numbers < usize::from(NONE) {
            Ok(self.numbers)
        } else {
            Err(too_large(&format!("at most {} {what}, found {numbers}", NONE - 1)))
        }
    }
}

/// A perfect hash of texts that are folded and distinct.
struct PerfectHash {
    seed: u64,
    pilots: Vec<u8>,
    remap: Vec<u32>,
    map: Vec<usize>,
}

impl PerfectHash {
    /// The pilots and the remap table.
    fn tables(&self) -> (Vec<u8>, Vec<u8>) {
        let mut remap = Vec::new();
        self.remap.iter().for_each(|slot| put16(&mut remap, low16(*slot as usize)));
        (self.pilots.clone(), remap)
    }
}

fn perfect_hash(keys: &[String]) -> Result<PerfectHash, CompileError> {
    // Keys that collide whatever the seed would keep PtrHash trying for ever.
    for seed in [0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210] {
        let mut hashes: HashMap<u64, &str> = HashMap::new();
        for key in keys {
            if let Some(other) = hashes.insert(hash(key.as_bytes(), seed), key) {
                return Err(too_large(&format!(
                    "texts of different hashes, found {other:?} and {key:?}"
                )));
            }
        }
    }
    let state = phf_generator::ptrhash::generate_hash_with_hash_fn(keys, |key: &String, seed| {
        hash(key.as_bytes(), *seed)
    });
    Ok(PerfectHash { seed: state.seed, pilots: state.pilots, remap: state.remap, map: state.map })
}

/// A date in 16 bits; 0 for none. Rows have been checked to hold no other.
fn packed(date: Option<Date>) -> u16 {
    date.and_then(Date::pack).unwrap_or(0)
}

/// The low 16 bits: all of a number whose bound is checked elsewhere.
#[allow(clippy::cast_possible_truncation, reason = "that is what it is for")]
fn low16(number: usize) -> u16 {
    number as u16
}

fn put16(table: &mut Vec<u8>, number: u16) {
    table.extend(number.to_le_bytes());
}

fn put32(table: &mut Vec<u8>, number: u32) {
    table.extend(number.to_le_bytes());
}

fn put64(table: &mut Vec<u8>, number: u64) {
    table.extend(number.to_le_bytes());
}
