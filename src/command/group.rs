//! Rows that say the same, in one block or on one line.

use core::fmt::Display;
use core::hash::{BuildHasher, Hash};
use core::iter;
use std::collections::{HashMap, HashSet};

use iana_ports::facts::CustomaryName;
use iana_ports::{Record, Service};

use crate::page::{Block, COLUMNS, Fields};

/// Rows of one title that say the same, with their ports and transports.
pub(crate) struct Group<'r, T> {
    title: &'r str,
    keys: Vec<String>,
    labels: Vec<String>,
    says: T,
}

/// Groups in the order of their first rows.
pub(crate) struct Groups<'r, T> {
    all: Vec<Group<'r, T>>,
    /// The places of the groups of each title and hash of what they say, because
    /// all ports have thousands.
    places: HashMap<(&'r str, u64), Vec<usize>>,
    /// The places of groups with the keys and labels that they have.
    met: HashSet<(usize, String)>,
}

impl<T> Default for Groups<'_, T> {
    fn default() -> Self {
        Self { all: Vec::new(), places: HashMap::new(), met: HashSet::new() }
    }
}

impl<'r, T: Hash + PartialEq> Groups<'r, T> {
    /// Adds a service, with its label in DNS, whose names are registered ones
    /// (RFC 6763 section 7).
    pub(crate) fn add_service(&mut self, service: Service<'r>, says: T) {
        let place = self.add(service.name(), key_of(service.record()), says);
        let label = service.label().to_string();
        if CustomaryName::of(service).is_none() && self.met.insert((place, label.clone())) {
            self.all[place].labels.push(label);
        }
    }

    /// Adds a row, and gives the place of its group.
    pub(crate) fn add(&mut self, title: &'r str, key: String, says: T) -> usize {
        let hash = self.met.hasher().hash_one(&says);
        let places = self.places.entry((title, hash)).or_default();
        let alike = places.iter().copied().find(|&place| self.all[place].says == says);
        let place = alike.unwrap_or_else(|| {
            places.push(self.all.len());
            self.all.push(Group { title, keys: Vec::new(), labels: Vec::new(), says });
            self.all.len() - 1
        });
        // A row that names no transport is met on each.
        if self.met.insert((place, key.clone())) {
            self.all[place].keys.push(key);
        }
        place
    }
}

impl<T> Group<'_, T> {
    /// `https (443/tcp, 443/udp)`, or the name alone.
    fn title(&self) -> String {
        match self.keys.join(", ") {
            keys if keys.is_empty() => self.title.to_owned(),
            keys => format!("{} ({keys})", self.title),
        }
    }
}

impl Groups<'_, Fields> {
    pub(crate) fn into_blocks(self) -> Vec<Block> {
        let block = |mut group: Group<'_, Fields>| {
            group.says.add("DNS Label", group.labels.join(", "));
            Block { title: group.title(), fields: group.says }
        };
        self.all.into_iter().map(block).collect()
    }
}

impl Groups<'_, &str> {
    /// A line for each group, the descriptions in a column of their own.
    pub(crate) fn into_list(self) -> impl Iterator<Item = String> {
        aligned(self.all.into_iter().map(|group| (group.title(), group.says)).collect())
    }
}

/// Pairs of texts in two columns. A long first text takes the room that it
/// needs and moves no other line.
pub(crate) fn aligned<T: Display>(pairs: Vec<(String, T)>) -> impl Iterator<Item = String> {
    let widths = pairs.iter().map(|(first, _)| first.chars().count());
    let width = widths.filter(|&width| width <= 36).max().unwrap_or_default();
    let line = move |(first, second): (String, T)| {
        format!("{first:<width$}{COLUMNS}{second}").trim_end().to_owned()
    };
    pairs.into_iter().map(line)
}

/// `443/tcp`, `6000-6063/tcp`, `7300-7359`, `tcp` or nothing.
pub(crate) fn key_of(record: Record<'_>) -> String {
    let ports = record.ports().map(|ports| span(*ports.start(), *ports.end()));
    let transport = record.transport().map(|transport| transport.to_string());
    iter::empty().chain(ports).chain(transport).collect::<Vec<_>>().join("/")
}

/// `443` or `6000-6063`
pub(crate) fn span(first: u16, last: u16) -> String {
    if first < last { format!("{first}-{last}") } else { first.to_string() }
}
