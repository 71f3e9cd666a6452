//! Search by words, over everything that says what a service is.

mod entry;
mod fields;
mod filter;
mod query;

use core::slice;

use self::fields::Fields;
use self::filter::Filter;
use self::query::Query;
use crate::find::block_set::BlockSet;
use crate::registry::service::Service;
use crate::registry::{BUNDLED, Registry};
use crate::tables::{IndexList, NameTables};
use crate::values::iterator_traits::iterator_traits;
use crate::values::port_range::PortRange;
use crate::values::transport::Transport;

/// The registries that [`search`] looks through, IANA's on top.
static REGISTRIES: &[&Registry] = &[
    &BUNDLED,
    #[cfg(feature = "customary")]
    crate::facts::customary(),
];

/// Services by words of their names, their descriptions (feature `details`) and
/// the organizations behind them (feature `contacts`), the best first. With the
/// feature `customary` the names that people use are looked through as well,
/// [`Source::Customary`](crate::layers::Source::Customary) among the answers.
///
/// Each word of the query has to be somewhere, also within a word; `http*` has
/// to begin one. ASCII case does not matter. A hyphen may be a blank or left
/// out, in the query and in what is found. An empty query finds nothing.
///
/// A [`Rank`] tells how well a service fits; within a rank, services on System
/// Ports come before those on other ports, and these before those without a
/// port; then registry order counts. Of a name that is the query, the primary
/// service is the first. A service on several transports is found once, by its
/// first row; an alias is not found beside the name that replaced it.
///
/// The first answer takes a search through all text, each further rank a look
/// at what that has left; there is no heap and no index. The iterator has a bit
/// for each row, which makes it 1.4 KB large.
///
/// ```
/// use iana_ports::find::Rank;
/// use iana_ports::search;
///
/// let first = |query| search(query).next().unwrap().service().to_string();
/// assert_eq!(first("http alt"), "http-alt (8080/tcp)");
/// # #[cfg(feature = "details")]
/// # {
/// assert_eq!(first("secure shell"), "ssh (22/tcp)");
/// assert_eq!(first("mail submission"), "submissions (465/tcp)");
///
/// let found: Vec<_> = search("postgresql").map(|found| found.service().name()).collect();
/// assert_eq!(found[..2], ["postgresql", "pgbackrest"]);
/// # }
/// # #[cfg(feature = "customary")]
/// assert_eq!(first("dns"), "dns (53/tcp)");
/// assert!(search("http*").all(|found| found.rank() <= Rank::WordPrefix));
/// assert_eq!(search(" ").next(), None);
/// ```
#[must_use]
pub const fn search(query: &str) -> Search<'_, 'static> {
    Search::new(Stack::Several(REGISTRIES), (|_, _| true, Rank::CustomaryName), query)
}

impl Registry {
    /// Services by words: see [`search`](crate::search()).
    #[must_use]
    pub const fn search<'a>(&'a self, query: &'a str) -> Search<'a, 'a> {
        Search::new(Stack::One(self), (|_, _| true, Rank::Name), query)
    }
}

/// Why a service is found, the best reason first. Of a query of several words
/// that counts which fits worst.
///
/// ```
/// use iana_ports::find::Rank;
///
/// let ranks = |query| iana_ports::search(query).map(|found| found.rank()).collect::<Vec<_>>();
/// assert_eq!(ranks("ldap")[..2], [Rank::Name, Rank::NamePrefix]);
/// assert!(ranks("time").is_sorted());
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Rank {
    /// The query is the name.
    Name,
    /// The query is a name that people use, and not IANA's.
    CustomaryName,
    /// The name begins with the query.
    NamePrefix,
    /// Several words are words of the name or of the description, in a row.
    Phrase,
    /// The words are words of the name or the description.
    Word,
    /// Another word for the same is a word of the name or the description:
    /// "message" for "mail", "sec" for "secure".
    Related,
    /// Words of the name or the description begin with those of the query.
    WordPrefix,
    /// The words, or their beginnings, are in the name of an organization that
    /// is an assignee or a contact.
    Organization,
    /// The words are within words.
    Substring,
}

/// A service that a search found.
///
/// ```
/// use iana_ports::find::Rank;
///
/// let found = iana_ports::search("domain").next().unwrap();
/// assert_eq!((found.service().port(), found.rank()), (Some(53), Rank::Name));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Found<'r> {
    service: Service<'r>,
    rank: Rank,
}

impl<'r> Found<'r> {
    /// The service: of several transports, the first.
    ///
    /// ```
    /// let found = iana_ports::search("ntp").next().unwrap();
    /// assert_eq!(found.service().to_string(), "ntp (123/tcp)");
    /// ```
    #[must_use]
    pub const fn service(self) -> Service<'r> {
        self.service
    }

    /// Why it was found.
    ///
    /// ```
    /// use iana_ports::find::Rank;
    ///
    /// assert_eq!(iana_ports::search("NTP").next().unwrap().rank(), Rank::Name);
    /// ```
    #[must_use]
    pub const fn rank(self) -> Rank {
        self.rank
    }
}

/// The registries, the top one first.
#[derive(Clone, Copy)]
pub(crate) enum Stack<'a, 'r> {
    One(&'r Registry),
    Several(&'a [&'r Registry]),
}

impl<'r> Stack<'_, 'r> {
    fn registries(&self) -> &[&'r Registry] {
        match self {
            Self::One(registry) => slice::from_ref(registry),
            Self::Several(registries) => registries,
        }
    }
}

/// Whether the registries above leave a service to be seen.
type Shows = fn(&[&Registry], Service<'_>) -> bool;

/// The words of the candidates' bits: the bundled registry has fewer entries
/// than these have bits.
const WORDS: usize = 160;

/// The classes of a rank: the primary service of the name that was asked for,
/// System Ports, other ports, none.
const CLASSES: usize = 4;

/// What a search finds, the best first: see [`search`](crate::search()).
#[derive(Clone)]
pub struct Search<'a, 'r> {
    stack: Stack<'a, 'r>,
    shows: Shows,
    /// The rank of a name in the registries below the top one.
    name_below: Rank,
    query: Query<'a>,
    /// The entries that fit, numbered over all registries. Nothing is looked at
    /// before the first answer is asked for.
    candidates: Option<BlockSet<WORDS>>,
    /// A bit for each rank and class that some of them have.
    present: u64,
    /// The rank and class that is answered, and the entry that is next.
    step: usize,
    next: usize,
}

impl<'a, 'r> Search<'a, 'r> {
    pub(crate) const fn new(
        stack: Stack<'a, 'r>,
        (shows, name_below): (Shows, Rank),
        query: &'a str,
    ) -> Self {
        let query = Query::new(query);
        let (candidates, present, step, next) = (None, 0, 0, 0);
        Self { stack, shows, name_below, query, candidates, present, step, next }
    }

    /// The pass over everything: the entries that fit, and how.
    #[allow(clippy::cast_possible_truncation, reason = "an index of entries has 16 bits")]
    fn look(&self) -> (BlockSet<WORDS>, u64) {
        let registries = self.stack.registries();
        let limit = registries.iter().map(|registry| registry.tables.names().len()).sum();
        let (mut candidates, mut present, mut first) = (BlockSet::below(limit, 0), 0, 0);
        for (layer, registry) in registries.iter().enumerate() {
            let fields = Fields::of(&registry.tables);
            let count = fields.names.len();
            let Some(filter) = Filter::new(&fields, self.query) else { break };
            for entry in (0..count as u16).filter(|entry| filter.passes(&fields, *entry)) {
                if let Some(rank) = self.rank(layer, &fields, entry) {
                    candidates.insert(first + usize::from(entry));
                    present |= 1 << step(registry, rank, entry);
                }
            }
            first += count;
        }
        (candidates, present)
    }

    /// The rank of an entry, if it fits.
    fn rank(&self, layer: usize, fields: &Fields<'_>, entry: u16) -> Option<Rank> {
        match entry::rank(fields, entry, self.query)? {
            Rank::Name if layer > 0 => Some(self.name_below),
            rank => Some(rank),
        }
    }

    /// The first row of an entry that the layers above leave to be seen.
    fn shown(&self, layer: usize, registry: &'r Registry, entry: u16) -> Option<Service<'r>> {
        let (tables, above) = (&registry.tables, self.stack.registries().get(..layer)?);
        let transports = tables.names().transports(entry);
        let on = Transport::ALL.iter().filter(|on| transports >> on.index() & 1 == 1);
        on.map(|on| Service::new(tables, entry, *on)).find(|service| (self.shows)(above, *service))
    }

    /// Whether another entry is found in the place of one: a better one of the
    /// same name and ports, or the one that an alias stands for.
    fn is_told(
        &self,
        (layer, registry): (usize, &'r Registry),
        fields: &Fields<'_>,
        (rank, entry): (Rank, u16),
    ) -> bool {
        let names = fields.names;
        let found = |other: u16| {
            let is_shown = || self.shown(layer, registry, other).is_some();
            self.rank(layer, fields, other).filter(|_| is_shown())
        };
        let ports = |entry| names.port(entry).map(|_| names.span(entry));
        let is_better = |other: u16| {
            let is_one = other != entry && ports(other) == ports(entry);
            is_one && found(other).is_some_and(|found| (found, other) < (rank, entry))
        };
        // Of the rows of the name and of those on its first port, the fewer are
        // looked through: there may be tens of thousands of either.
        let name = names.name(entry);
        let named = registry.members_named(name);
        let on_port =
            |port| Transport::ALL.iter().map(move |on| registry.tables.on_port(port, *on));
        let are_fewer = |port: &u16| {
            let several = named.len() > Transport::ALL.len();
            several && on_port(*port).map(IndexList::len).sum::<usize>() < named.len()
        };
        let is_beaten = match names.port(entry).filter(are_fewer) {
            None => indices(named).any(is_better),
            Some(port) => {
                let is_named = |other| names.name(other).eq_ignore_ascii_case(name);
                on_port(port).flat_map(indices).any(|other| is_named(other) && is_better(other))
            }
        };
        let is_alias_of = |place| names.alias_targets.get(place);
        is_beaten
            || names.aliases.find(entry).map(is_alias_of).is_some_and(|of| found(of).is_some())
    }

    /// The next of the answers of a rank and class that a registry has, whose
    /// entries are numbered from `first` on.
    fn next_of(
        &mut self,
        (layer, registry): (usize, &'r Registry),
        first: usize,
    ) -> Option<Found<'r>> {
        let fields = Fields::of(&registry.tables);
        let names = fields.names;
        while let Some(number) = self.candidates.as_ref()?.next(self.next) {
            let entry = u16::try_from(number - first).ok()?;
            if usize::from(entry) >= names.len() {
                return None;
            }
            self.next = number + 1;
            if !names.is_named(entry) || !may_be_of(self.step, names, entry) {
                continue;
            }
            let rank = self.rank(layer, &fields, entry);
            let is_next = |rank: &Rank| step(registry, *rank, entry) == self.step;
            let Some(rank) = rank.filter(is_next) else { continue };
            if let Some(candidates) = &mut self.candidates {
                candidates.remove(number);
            }
            let service = self.shown(layer, registry, entry);
            let is_told = || self.is_told((layer, registry), &fields, (rank, entry));
            if let Some(service) = service.filter(|_| !is_told()) {
                return Some(Found { service, rank });
            }
        }
        None
    }
}

impl<'r> Iterator for Search<'_, 'r> {
    type Item = Found<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.candidates.is_none() {
            let (candidates, present) = self.look();
            (self.candidates, self.present) = (Some(candidates), present);
        }
        while self.present >> self.step != 0 {
            let is_present = self.present >> self.step & 1 == 1;
            let (mut layer, mut first) = (0, 0);
            while let Some(&registry) = self.stack.registries().get(layer).filter(|_| is_present) {
                let after = first + registry.tables.names().len();
                if (first..after).contains(&self.next) {
                    match self.next_of((layer, registry), first) {
                        None => self.next = after,
                        found => return found,
                    }
                }
                (layer, first) = (layer + 1, after);
            }
            (self.step, self.next) = (self.step + 1, 0);
        }
        None
    }
}

iterator_traits!(Search<'_, '_>);

fn indices(list: IndexList<'_>) -> impl Iterator<Item = u16> {
    (0..list.len()).map(move |place| list.get(place))
}

/// The class of an entry by its port.
#[inline]
fn class(names: NameTables<'_>, entry: u16) -> usize {
    match names.port(entry).map(PortRange::of) {
        Some(PortRange::System) => 1,
        Some(_) => 2,
        None => 3,
    }
}

/// The rank and class of an entry, as the step in which it is answered.
fn step(registry: &Registry, rank: Rank, entry: u16) -> usize {
    let names = registry.tables.names();
    let is_name = matches!(rank, Rank::Name | Rank::CustomaryName);
    let is_primary = is_name && registry.members_named(names.name(entry)).get(0) == entry;
    rank as usize * CLASSES + if is_primary { 0 } else { class(names, entry) }
}

/// Whether an entry may be answered in a step, whatever its rank is.
#[inline]
fn may_be_of(step: usize, names: NameTables<'_>, entry: u16) -> bool {
    step % CLASSES == 0 || step % CLASSES == class(names, entry)
}
