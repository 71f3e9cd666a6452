//! Third stage, semantic analysis: rows to entries, and to the indexes over
//! them by key, by name, by alias and by contact.

mod announcements;
mod contacts;
mod entries;
pub(super) mod preferred;

use alloc::string::String;
use alloc::vec::Vec;
use std::collections::BTreeMap;

use crate::compile::aliases::alias_of;
use crate::compile::error::RegistryError;
use crate::compile::model::announcements::announcements;
use crate::compile::model::contacts::ContactInterner;
use crate::compile::model::entries::entries;
use crate::compile::model::preferred::preferred_rows;
use crate::compile::pool::hasher::{Map, Set};
use crate::compile::pool::interner::Interner;
use crate::compile::rows::{ContactRow, PreferredRow, Rank, ServiceRow};
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
    pub(crate) keys: BTreeMap<u32, Vec<u16>>,
    /// The entries of each spelling of a name: those that are spelled so, then
    /// the others of the name, primary first. Of a name, the spelling of its
    /// primary entry comes first.
    pub(crate) names: Vec<Vec<u16>>,
    /// Alias and canonical entries, in order of the alias.
    pub(crate) aliases: BTreeMap<u16, u16>,
    /// Announcements of aliases that are not written as usual: see
    /// [`announcements`](announcements()).
    pub(crate) announcements: BTreeMap<u16, &'t str>,
    /// The contacts: those of the contact table, then those it lacks.
    pub(crate) contacts: Vec<Contact<'t>>,
    /// Number of contacts that the contact table lists.
    pub(crate) listed: usize,
}

/// Consecutive records that differ only in their transport.
#[derive(Debug)]
pub(crate) struct Entry<'t> {
    pub(crate) name: &'t str,
    pub(crate) ports: Option<(u16, u16)>,
    /// Whether the ports are written as a range.
    pub(crate) is_range: bool,
    /// The transports, in the order of `Transport::ALL`; empty if the record
    /// names none.
    pub(crate) transports: Vec<Transport>,
    /// Whether the records alternate with those of the next entry.
    pub(crate) interleaved: bool,
    pub(crate) description: &'t str,
    pub(crate) assignees: Vec<u16>,
    pub(crate) contacts: Vec<u16>,
    pub(crate) registered: Option<Date>,
    pub(crate) modified: Option<Date>,
    pub(crate) references: &'t str,
    pub(crate) service_code: Option<u32>,
    pub(crate) unauthorized_use: &'t str,
    pub(crate) notes: &'t str,
    pub(in crate::compile) preferred: bool,
    pub(in crate::compile) rank: Rank,
}

/// A contact, and the entries that name the contact, in order.
#[derive(Debug)]
pub(crate) struct Contact<'t> {
    pub(crate) handle: &'t str,
    pub(crate) name: &'t str,
    pub(crate) organization: &'t str,
    pub(crate) uris: &'t str,
    pub(crate) updated: Option<Date>,
    pub(crate) entries: Vec<u16>,
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
        rows: &[ServiceRow<'t>],
        contacts: &[ContactRow<'t>],
        preferred: &[PreferredRow<'t>],
    ) -> Result<Self, RegistryError> {
        check_size(rows)?;
        let preferred = preferred_rows(rows, preferred)?;
        let mut people = ContactInterner::listed(contacts)?;
        let entries = entries(rows, &preferred, &mut people)?;
        let mut model = Self {
            edition: edition.or_else(|| latest(rows)),
            records: rows.len(),
            services: rows.iter().filter(|row| !row.name.text.is_empty()).count(),
            keys: BTreeMap::new(),
            names: Vec::new(),
            aliases: BTreeMap::new(),
            announcements: BTreeMap::new(),
            contacts: people.contacts,
            listed: contacts.len(),
            entries,
        };
        model.keys = model.keys();
        model.aliases = model.aliases();
        model.rank();
        model.names = model.names();
        model.announcements = announcements(&mut model.entries, &model.aliases);
        Ok(model)
    }

    fn keys(&self) -> BTreeMap<u32, Vec<u16>> {
        let mut keys: BTreeMap<u32, Vec<u16>> = BTreeMap::new();
        for (index, entry) in indexed(&self.entries).filter(|(_, entry)| !entry.name.is_empty()) {
            let Some((first, last)) = entry.ports else { continue };
            for port in first..=last {
                for transport in entry.reached_on() {
                    keys.entry(key(port, *transport)).or_default().push(index);
                }
            }
        }
        keys
    }

    /// Resolves aliases to their canonical entries: the entry of the name that
    /// the alias entry's note gives, on the same ports and all of the
    /// transports.
    fn aliases(&self) -> BTreeMap<u16, u16> {
        let named = || indexed(&self.entries).filter(|(_, entry)| !entry.name.is_empty());
        // The first entry of each name and ports that covers a set of
        // transports. An alias leads to an entry that is not itself an alias,
        // so there are no cycles.
        let mut by_name: Map<_, BTreeMap<u8, u16>> = Map::default();
        let mut wanted = Vec::new();
        for (index, entry) in named() {
            match alias_of(entry.notes) {
                Some(target) => wanted.push((index, (folded(target), entry.ports))),
                None => {
                    let firsts = by_name.entry((folded(entry.name), entry.ports)).or_default();
                    firsts.entry(entry.reached_bits()).or_insert(index);
                }
            }
        }
        let mut aliases = BTreeMap::new();
        for (index, target) in wanted {
            let bits = self.entries[usize::from(index)].reached_bits();
            let candidates = by_name.get(&target).into_iter().flatten();
            let target = candidates.filter(|(reached, _)| bits & !**reached == 0);
            if let Some(target) = target.map(|(_, index)| *index).min() {
                aliases.insert(index, target);
            }
        }
        aliases
    }

    /// Sorts the entries of each key and name, primary first: preferred rows,
    /// rows that are no alias, single ports before ranges, registry order.
    fn rank(&mut self) {
        let Self { keys, entries, aliases, .. } = self;
        for on_key in keys.values_mut() {
            on_key.sort_by_cached_key(|index| {
                let entry = &entries[usize::from(*index)];
                let range = entry.ports.is_some_and(|(first, last)| first < last);
                ((entry.rank.on_port, !entry.preferred), aliases.contains_key(index), range, *index)
            });
        }
    }

    fn names(&self) -> Vec<Vec<u16>> {
        let mut places: Interner<String> = Interner::with_capacity(self.entries.len());
        let mut names: Vec<Vec<u16>> = Vec::new();
        for (index, entry) in indexed(&self.entries).filter(|(_, entry)| !entry.name.is_empty()) {
            let place = places.intern(folded(entry.name));
            if place == names.len() {
                names.push(Vec::new());
            }
            names[place].push(index);
        }
        let spelled = |index: &u16| self.entries[usize::from(*index)].name;
        let mut further = Vec::new();
        for entries in &mut names {
            entries.sort_by_key(|index| {
                let entry = &self.entries[usize::from(*index)];
                (
                    (entry.rank.of_name, !entry.preferred),
                    entry.ports.is_none(),
                    self.aliases.contains_key(index),
                    *index,
                )
            });
            let mut seen = Set::default();
            let mut spellings: Vec<&str> =
                entries.iter().map(spelled).filter(|name| seen.insert(*name)).collect();
            // More than a slot may hold are an error later.
            spellings.truncate(MOST_ALIKE + 1);
            for spelling in spellings.iter().skip(1) {
                let mut entries = entries.clone();
                entries.sort_by_key(|index| spelled(index) != *spelling);
                further.push(entries);
            }
            if let [first, _, ..] = spellings[..] {
                entries.sort_by_key(|index| spelled(index) != first);
            }
        }
        names.append(&mut further);
        names
    }
}

impl Entry<'_> {
    /// The transports that the entry is found on: all, if its record names
    /// none.
    fn reached_on(&self) -> &[Transport] {
        if self.transports.is_empty() { Transport::ALL } else { &self.transports }
    }

    /// Bit mask of [`reached_on`](Self::reached_on).
    fn reached_bits(&self) -> u8 {
        self.reached_on().iter().fold(0, |bits, transport| bits | 1 << transport.index())
    }
}

/// A port on a transport, as one number.
pub(crate) fn key(port: u16, transport: Transport) -> u32 {
    u32::from(port) * 4 + u32::from(transport.index())
}

/// A case-folded name: RFC 6335 section 5.1 ignores ASCII case.
pub(crate) fn folded(name: &str) -> String {
    name.to_ascii_lowercase()
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
    for row in rows.iter().filter(|row| !row.name.text.is_empty()) {
        let Some((first, last)) = row.ports else { continue };
        let transports = if row.transport.is_some() { 1 } else { Transport::ALL.len() };
        keys += (usize::from(last - first) + 1) * transports;
        if keys > MOST_KEYS {
            let message =
                format!("at most {MOST_KEYS} ports of all services together, up to this row");
            return Err(row.name.error(message));
        }
    }
    Ok(())
}
