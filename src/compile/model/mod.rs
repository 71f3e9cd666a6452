//! Third stage, semantic analysis: rows to entries, and to the indexes over
//! them by key, by name, by alias and by contact.

pub(super) mod announcements;
mod contacts;
mod entries;
pub(super) mod preferred;

use alloc::vec::Vec;

use crate::compile::aliases::alias_of;
use crate::compile::bytes::sorted;
use crate::compile::error::RegistryError;
use crate::compile::model::announcements::announcements;
use crate::compile::model::contacts::ContactInterner;
use crate::compile::model::entries::entries;
use crate::compile::pool::folded::Folded;
use crate::compile::pool::hasher::{Map, Set};
use crate::compile::pool::interner::Interner;
use crate::compile::read::Cell;
use crate::compile::rows::{ContactRow, PreferredRow, Rank, ServiceRow};
use crate::tables::TRANSPORTS;
use crate::values::date::Date;
use crate::values::transport::Transport;

/// The model: a registry as its tables will hold it.
#[derive(Debug)]
pub(crate) struct Model<'t> {
    /// The stated edition, else the latest date of the rows.
    pub(crate) edition: Option<Date>,
    pub(crate) records: usize,
    pub(crate) services: usize,
    pub(crate) entries: Vec<Entry<'t>>,
    /// The entries of the services on each key (port * 4 + transport), primary
    /// first.
    pub(crate) keys: Index,
    /// The entries of each spelling of a name: those that are spelled so, then
    /// the others of the name, primary first. Names are numbered in registry
    /// order, by the spelling of their primary entry; further spellings come
    /// after all names.
    pub(crate) names: Index,
    /// Alias and canonical entries, in order of the alias.
    pub(crate) aliases: Vec<(u16, u16)>,
    /// Announcements of aliases that are not written as usual: see
    /// [`announcements`](announcements()).
    pub(crate) announcements: Vec<(u16, &'t str)>,
    /// The contacts: those of the contact table, then those it lacks.
    pub(crate) contacts: Vec<Contact<'t>>,
    /// Number of contacts that the contact table lists.
    pub(crate) listed: usize,
    /// The different lists of contacts.
    pub(crate) lists: Vec<Vec<u16>>,
    /// Each contact and each entry that names the contact, sorted.
    pub(crate) contact_entries: Vec<(u16, u16)>,
}

/// Consecutive records that differ only in their transport.
#[derive(Debug)]
pub(crate) struct Entry<'t> {
    /// The first of the records.
    pub(crate) row: &'t ServiceRow<'t>,
    /// The transports, as a bit mask; 0 if the record names none.
    pub(crate) transports: u8,
    /// Whether the records alternate with those of the next entry.
    pub(crate) interleaved: bool,
    /// The description, without the announcements of aliases.
    pub(crate) description: &'t str,
    /// The assignees and the contacts, as indices into the model's `lists`.
    pub(crate) assignees: usize,
    pub(crate) contacts: usize,
    pub(in crate::compile) preferred: bool,
}

/// An inverted index: the entries of each key, as one sorted list of keys,
/// ranks and entries, each of which is one number: they sort several times as
/// fast as tuples.
#[derive(Debug)]
pub(crate) struct Index(Vec<u64>);

impl Index {
    fn new(all: Vec<u64>) -> Self {
        Self(sorted(all))
    }

    /// An entry of a key. The entries of a key are sorted by layer and by rank;
    /// of those of one rank, the one of which the first of these is true comes
    /// last.
    fn item(key: u32, (layer, rank): (u32, u8), is_last: [bool; 3], entry: u16) -> u64 {
        let rank = u64::from(rank & 7);
        let rank = is_last.into_iter().fold(rank, |rank, is_last| rank << 1 | u64::from(is_last));
        let layer = u64::from(layer.min(MOST_LAYERS));
        u64::from(key) << KEY_BITS | layer << 22 | rank << 16 | u64::from(entry)
    }

    /// Each key, in order, and its entries, of which there is at least one.
    #[allow(clippy::cast_possible_truncation, reason = "takes the parts of an item")]
    pub(crate) fn groups(&self) -> impl Iterator<Item = (u32, impl ExactSizeIterator<Item = u16>)> {
        let groups = self.0.chunk_by(of_one_key);
        groups.map(|group| ((group[0] >> KEY_BITS) as u32, group.iter().map(|item| *item as u16)))
    }
}

/// The number of bits of an item below its key, which is a port and a transport
/// or the number of a spelling. From the top they are [`DIFFERS`], 23 of the
/// layer, three each of rank and what comes last, and the entry.
const KEY_BITS: u32 = 46;
const MOST_LAYERS: u32 = (1 << 23) - 1;
/// Bit of an item: another spelling than that of the key, after all of it.
const DIFFERS: u64 = 1 << (KEY_BITS - 1);

fn of_one_key(item: &u64, next: &u64) -> bool {
    item >> KEY_BITS == next >> KEY_BITS
}

/// A contact.
#[derive(Debug)]
pub(crate) struct Contact<'t> {
    pub(crate) handle: Cell<'t>,
    pub(crate) name: &'t str,
    pub(crate) organization: &'t str,
    /// The URIs as the tables store them.
    pub(crate) uris: &'t str,
    pub(crate) updated: Option<Date>,
}

/// Maximum number of texts that collide in a slot: a look-up may compare the
/// key with each.
pub(super) const MOST_ALIKE: usize = 256;

/// Maximum number of services on all keys together. The bundled registry has
/// 12,000; the limit stops a file of wide ranges from filling the memory.
const MOST_KEYS: usize = 1 << 20;

impl<'t> Model<'t> {
    pub(crate) fn new(
        edition: Option<Date>,
        rows: &'t [ServiceRow<'t>],
        contacts: &'t [ContactRow<'t>],
        preferred: &[PreferredRow<'t>],
    ) -> Result<Self, RegistryError> {
        check_size(rows)?;
        let preferred = preferred::preferred_rows(rows, preferred)?;
        let mut people = ContactInterner::listed(contacts)?;
        let mut entries = entries(rows, &preferred, &mut people)?;
        let mut names = Interner::with_capacity(entries.len());
        let named = indexed(&entries).filter(|(_, entry)| !entry.row.name.is_empty());
        let mut number = |entry: &Entry<'t>| low32(names.intern(Folded(entry.row.name)));
        let named: Vec<(u16, u32)> = named.map(|(index, entry)| (index, number(entry))).collect();
        let aliases = aliases(&entries, &named, &names);
        let (keys, names) = (keys(&entries, &aliases), by_name(&entries, &named, &aliases));
        // They are of descriptions.
        let announcements = if cfg!(feature = "details") {
            announcements(&mut entries, &aliases)
        } else {
            Vec::new()
        };
        let contact_entries = people.entries(&entries);
        Ok(Self {
            edition: edition.or_else(|| latest(rows)),
            records: rows.len(),
            services: rows.iter().filter(|row| !row.name.is_empty()).count(),
            entries,
            keys,
            names,
            aliases,
            announcements,
            contacts: people.contacts,
            listed: contacts.len(),
            lists: people.lists,
            contact_entries,
        })
    }
}

/// Resolves aliases to their canonical entries: the entry of the name that the
/// alias entry's note gives, on the same ports and all of the transports.
fn aliases(
    entries: &[Entry<'_>],
    named: &[(u16, u32)],
    names: &Interner<Folded<'_>>,
) -> Vec<(u16, u16)> {
    let wanted = |&(index, _): &(u16, u32)| {
        let target = alias_of(entries[usize::from(index)].row.notes())?;
        Some((index, names.get(&Folded(target)).map(low32)))
    };
    let wanted: Vec<(u16, Option<u32>)> = named.iter().filter_map(wanted).collect();
    let targets: Set<u32> = wanted.iter().filter_map(|(_, target)| *target).collect();
    // The first entry of each wanted name and ports on a set of transports. An
    // alias leads to an entry that is not itself an alias, so there are no
    // cycles.
    let mut firsts: Map<_, u16> = Map::default();
    for (index, name) in named.iter().filter(|(_, name)| targets.contains(name)) {
        let entry = &entries[usize::from(*index)];
        if wanted.binary_search_by_key(index, |(alias, _)| *alias).is_err() {
            firsts.entry((*name, entry.row.ports, entry.reached_on())).or_insert(*index);
        }
    }
    let resolved = |(alias, target): (u16, Option<u32>)| {
        let entry = &entries[usize::from(alias)];
        let masks = (0..=TRANSPORTS).filter(|mask| entry.reached_on() & !mask == 0);
        let first = |mask| firsts.get(&(target?, entry.row.ports, mask));
        Some((alias, *masks.filter_map(first).min()?))
    };
    wanted.into_iter().filter_map(resolved).collect()
}

/// The index of keys: preferred rows first, then rows that are no alias, single
/// ports before ranges, registry order.
fn keys(entries: &[Entry<'_>], aliases: &[(u16, u16)]) -> Index {
    let mut keys = Vec::with_capacity(entries.len());
    for (index, entry) in indexed(entries).filter(|(_, entry)| !entry.row.name.is_empty()) {
        let Some((first, last)) = entry.row.ports else { continue };
        // A rank that is given says so of the whole row, of which this may be a
        // part: a port of a range.
        let is_usual = entry.row.rank == Rank::default();
        let is_range = is_usual && first < last;
        let is_last = [!entry.preferred, is_usual && is_alias(aliases, index), is_range];
        let rank = (entry.row.rank.layer, entry.row.rank.on_port);
        let transports = || Transport::ALL.iter().filter(|one| entry.is_reached_on(**one));
        for port in first..=last {
            keys.extend(transports().map(|on| Index::item(key(port, *on), rank, is_last, index)));
        }
    }
    Index::new(keys)
}

/// The index of names and of their further spellings: preferred rows first,
/// then rows with a port, rows that are no alias, registry order.
#[allow(clippy::cast_possible_truncation, reason = "takes the parts of an item")]
fn by_name(entries: &[Entry<'_>], named: &[(u16, u32)], aliases: &[(u16, u16)]) -> Index {
    let ranked = |&(index, name): &(u16, u32)| {
        let entry = &entries[usize::from(index)];
        // A rank that is given says so of the row where it comes from: here the
        // service that it is an alias of may be missing.
        let is_usual = entry.row.rank == Rank::default();
        let is_portless = is_usual && entry.row.ports.is_none();
        let is_last = [!entry.preferred, is_portless, is_usual && is_alias(aliases, index)];
        let rank = (entry.row.rank.layer, entry.row.rank.of_name);
        Index::item(name, rank, is_last, index)
    };
    let names = Index::new(named.iter().map(ranked).collect()).0;
    let mut further = names.chunk_by(of_one_key).count() as u64;
    let mut spellings = Vec::with_capacity(names.len());
    for group in names.chunk_by(of_one_key) {
        let spelled = |item: &u64| entries[usize::from(*item as u16)].row.name;
        let first = spelled(&group[0]);
        if group.iter().all(|item| spelled(item) == first) {
            spellings.extend(group);
            continue;
        }
        let mut seen = Set::default();
        let different = group.iter().map(spelled).filter(|name| seen.insert(*name));
        // More than a slot may hold are an error later.
        for spelling in different.take(MOST_ALIKE + 1) {
            let key = if spelling == first { group[0] >> KEY_BITS } else { further };
            further += u64::from(spelling != first);
            spellings.extend(group.iter().map(|item| {
                let differs = if spelled(item) == spelling { 0 } else { DIFFERS };
                key << KEY_BITS | item & ((1 << KEY_BITS) - 1) | differs
            }));
        }
    }
    Index::new(spellings)
}

fn is_alias(aliases: &[(u16, u16)], index: u16) -> bool {
    aliases.binary_search_by_key(&index, |(alias, _)| *alias).is_ok()
}

impl Entry<'_> {
    /// Bit mask of the transports that the entry is found on: all, if its
    /// record names none.
    fn reached_on(&self) -> u8 {
        if self.transports == 0 { TRANSPORTS } else { self.transports }
    }

    pub(in crate::compile) fn is_reached_on(&self, transport: Transport) -> bool {
        self.reached_on() & bit(transport) != 0
    }
}

/// A transport as a bit mask.
pub(crate) fn bit(transport: Transport) -> u8 {
    1 << transport.index()
}

/// A port on a transport, as one number.
pub(crate) fn key(port: u16, transport: Transport) -> u32 {
    u32::from(port) * 4 + u32::from(transport.index())
}

/// The number of a name, of which there are no more than rows.
fn low32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The items with their indices, which fit 16 bits because the number of rows
/// does.
pub(crate) fn indexed<T>(items: &[T]) -> impl Iterator<Item = (u16, &T)> {
    (0..u16::MAX).zip(items)
}

/// The latest date of the rows.
fn latest(rows: &[ServiceRow<'_>]) -> Option<Date> {
    rows.iter().flat_map(|row| [row.registered, row.modified]).flatten().max()
}

/// Rejects registries whose ranges expand to more than [`MOST_KEYS`] keys,
/// which would fill the memory. [`Limits`](crate::compile::limits::Limits)
/// keeps their indices in 16 bits.
fn check_size(rows: &[ServiceRow<'_>]) -> Result<(), RegistryError> {
    let mut keys = 0;
    for row in rows.iter().filter(|row| !row.name.is_empty()) {
        let Some((first, last)) = row.ports else { continue };
        let transports = if row.transport.is_some() { 1 } else { Transport::ALL.len() };
        keys += (usize::from(last - first) + 1) * transports;
        if keys > MOST_KEYS {
            let message =
                format!("at most {MOST_KEYS} ports of all services together, up to this row");
            return Err(row.name_cell().error(message));
        }
    }
    Ok(())
}
