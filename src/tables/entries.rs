//! What the tables of names and ports say of one entry.

use super::{
    ANY_TRANSPORT, FAR, HAS_PORT, INTERLEAVED, IS_RANGE, LONG, Members, NONE, Names, PAGE_BITS,
    PLACE_BITS, PORT_GROUP, RESERVED, TRANSPORTS, Texts, U8s, U16s, U24s, UNASSIGNED, slot,
};
use crate::hash::{Key, Place, mark};
use crate::status::Status;
use crate::transport::Transport;

impl<'a> Names<'a> {
    /// How many entries there are.
    #[inline]
    pub(crate) const fn len(self) -> usize {
        self.entry_flags.len()
    }

    /// The entries that a list cell stands for.
    #[inline]
    pub(crate) const fn members(self, cell: u16) -> Members<'a> {
        Members::of(self.len(), self.lists, cell)
    }

    /// The primary entry on a port: two loads.
    #[inline]
    pub(crate) const fn primary(self, port: u16, transport: Transport) -> u16 {
        let transport = transport.index() as usize;
        let start = self.page_starts.get(transport) as usize;
        let last = (self.page_starts.get(transport + 1) as usize).wrapping_sub(1);
        let page = start + (port >> PAGE_BITS) as usize;
        // No branch to mispredict where a port is beyond the last page.
        let place = self.pages.get(if page < last { page } else { last });
        let offset = port & ((1 << PAGE_BITS) - 1);
        self.ports.get(((place as usize) << PLACE_BITS) + offset as usize)
    }

    /// The primary entry of a name on a transport.
    #[inline]
    pub(crate) const fn primary_named(self, name: &str, transport: Transport) -> u16 {
        let cell = self.find(name.as_bytes());
        // Nearly every name has one entry, which has all its transports.
        if cell == NONE || (cell as usize) < self.len() && self.covers(cell, transport) {
            return cell;
        }
        first_on(self.members(cell), self.entry_flags, transport)
    }

    /// The alias entries of an entry.
    #[inline]
    pub(crate) const fn aliases_of(self, entry: u16) -> Members<'a> {
        match self.canonicals.find(entry) {
            Some(place) => self.members(self.canonical_aliases.get(place)),
            None => self.members(NONE),
        }
    }

    #[inline]
    pub(crate) const fn is_named(self, entry: u16) -> bool {
        self.entry_names.get(entry as usize) & LONG != 0
    }

    /// The status of the ports of an entry.
    #[inline]
    pub(crate) const fn status(self, entry: u16) -> Status {
        match self.entry_names.get(entry as usize) {
            UNASSIGNED => Status::Unassigned,
            RESERVED => Status::Reserved,
            _ => Status::Assigned,
        }
    }

    /// Whether a record of the entry is on `transport` or on any.
    #[inline]
    pub(crate) const fn covers(self, entry: u16, transport: Transport) -> bool {
        covers(self.entry_flags, entry, transport)
    }

    /// The bits of the entry's transports, in the order of `Transport::ALL`.
    /// A record that names none has the bit of the first.
    #[inline]
    pub(crate) const fn transports(self, entry: u16) -> u8 {
        let flags = self.entry_flags.get(entry as usize);
        if flags & ANY_TRANSPORT != 0 { 1 } else { flags & TRANSPORTS }
    }

    /// The transport of the entry's record that is reached on `transport`.
    #[inline]
    pub(crate) const fn transport(self, entry: u16, transport: Transport) -> Option<Transport> {
        if self.entry_flags.get(entry as usize) & ANY_TRANSPORT != 0 {
            None
        } else {
            Some(transport)
        }
    }

    #[inline]
    pub(crate) const fn is_interleaved(self, entry: u16) -> bool {
        self.entry_flags.get(entry as usize) & INTERLEAVED != 0
    }

    #[inline]
    pub(crate) const fn port(self, entry: u16) -> Option<u16> {
        if self.entry_flags.get(entry as usize) & HAS_PORT == 0 {
            None
        } else {
            Some(self.first_port(entry))
        }
    }

    /// The first port of an entry that has one.
    #[inline]
    pub(crate) const fn first_port(self, entry: u16) -> u16 {
        match self.port_steps.get(entry as usize) {
            FAR => port_of(self.far_entries, self.far_ports, entry),
            step => self.port_bases.get(entry as usize / PORT_GROUP).wrapping_add(step as u16),
        }
    }

    /// The first and the last port of an entry that has one.
    #[inline]
    pub(crate) const fn span(self, entry: u16) -> (u16, u16) {
        let first = self.first_port(entry);
        if self.entry_flags.get(entry as usize) & IS_RANGE == 0 {
            (first, first)
        } else {
            (first, port_of(self.range_entries, self.range_ends, entry))
        }
    }

    /// The name of an entry; empty for a nameless one.
    #[inline]
    pub(crate) fn name(self, entry: u16) -> &'a str {
        self.texts().text(self.entry_names.get(entry as usize))
    }

    /// The list cell of a name's entries, primary first.
    #[inline]
    pub(crate) const fn find(self, name: &[u8]) -> u16 {
        let (key, seed) = (Key::new(name), self.seed.get(0));
        let (hash, length) = (key.hash(seed), self.name_entries.len());
        let slot = slot(seed, hash, self.name_pilots, self.name_remap, length);
        let (cell, marked) = self.name_entries.marked(slot);
        if marked != mark(hash) {
            return NONE;
        }
        let text = self.entry_names.get(self.first_of(cell) as usize);
        if key.is_short_in_any_case(self.text.as_bytes(), text) {
            return cell;
        }
        find_otherwise(self.listed_names(), (self.twins, self.twin_entries), slot, cell, name)
    }

    /// The name that the entries of a list share.
    #[cfg(test)]
    pub(crate) const fn name_of(self, cell: u16) -> Place<'a> {
        self.listed_names().place(cell)
    }

    /// The first entry of a list.
    #[inline]
    const fn first_of(self, cell: u16) -> u16 {
        first_of(self.len(), self.lists, cell)
    }

    #[inline]
    const fn listed_names(self) -> ListedNames<'a> {
        let (entries, lists) = (self.len(), self.lists);
        ListedNames { texts: self.texts(), names: self.entry_names, entries, lists }
    }
}

/// What leads from a list of entries to their name. A function that is not
/// inlined takes no more than it needs: its caller would have to gather the
/// rest for every look-up.
#[derive(Clone, Copy)]
struct ListedNames<'a> {
    texts: Texts<'a>,
    names: U24s<'a>,
    entries: usize,
    lists: U16s<'a>,
}

impl<'a> ListedNames<'a> {
    /// The name as the first entry of a list has it.
    const fn place(self, cell: u16) -> Place<'a> {
        let entry = first_of(self.entries, self.lists, cell);
        self.texts.place(self.names.get(entry as usize))
    }
}

/// The first entry of a list, where there are so many entries.
#[inline]
const fn first_of(entries: usize, lists: U16s<'_>, cell: u16) -> u16 {
    match (cell as usize).checked_sub(entries) {
        None => cell,
        Some(place) => lists.get(place + 1),
    }
}

/// The port of an entry that is one of these.
#[inline(never)]
const fn port_of(entries: U16s<'_>, ports: U16s<'_>, entry: u16) -> u16 {
    match entries.find(entry) {
        Some(place) => ports.get(place),
        None => 0,
    }
}

/// The list cell of a name that is long, or that shares its slot.
#[cold]
#[allow(clippy::cast_possible_truncation, reason = "an index of names has 16 bits")]
const fn find_otherwise(
    names: ListedNames<'_>,
    (twins, twin_entries): (U16s<'_>, U16s<'_>),
    slot: usize,
    first: u16,
    name: &[u8],
) -> u16 {
    let key = Key::new(name);
    if key.is_in_any_case(names.place(first)) {
        return first;
    }
    let mut place = twins.count_below(slot as u16);
    while place < twins.len() && twins.get(place) as usize == slot {
        let cell = twin_entries.get(place);
        if key.is_in_any_case(names.place(cell)) {
            return cell;
        }
        place += 1;
    }
    NONE
}

/// Whether an entry, of which these are the flags, is reached on a transport.
#[inline]
const fn covers(flags: U8s<'_>, entry: u16, transport: Transport) -> bool {
    flags.get(entry as usize) & (1 << transport.index() | ANY_TRANSPORT) != 0
}

/// The first of some entries that `transport` reaches.
const fn first_on(members: Members<'_>, flags: U8s<'_>, transport: Transport) -> u16 {
    let mut index = 0;
    while index < members.len() {
        if covers(flags, members.get(index), transport) {
            return members.get(index);
        }
        index += 1;
    }
    NONE
}
