//! Reading the tables of names and ports: the page table of the ports, and the
//! columns of one entry.

use super::{
    ANY_TRANSPORT, FAR, HAS_PORT, INTERLEAVED, IS_RANGE, IndexList, NONE, NameTables, PAGE_BITS,
    PLACE_BITS, PORT_GROUP, RESERVED, TRANSPORTS, U8s, U16s, UNASSIGNED,
};
use crate::values::status::Status;
use crate::values::transport::Transport;

impl<'a> NameTables<'a> {
    /// The number of entries.
    #[inline(always)]
    pub(crate) const fn len(self) -> usize {
        self.entry_flags.len()
    }

    /// The entries that a list cell stands for.
    #[inline(always)]
    pub(crate) const fn members(self, cell: u16) -> IndexList<'a> {
        IndexList::of(self.len(), self.lists, cell)
    }

    /// The primary entry on a port: page number to page, then port to entry.
    /// Two dependent loads.
    #[inline(always)]
    pub(crate) const fn primary(self, port: u16, transport: Transport) -> u16 {
        let transport = transport.index() as usize;
        let start = self.page_starts.get(transport) as usize;
        let last = (self.page_starts.get(transport + 1) as usize).wrapping_sub(1);
        let page = start + (port >> PAGE_BITS) as usize;
        // A minimum instead of a bounds check: no branch to mispredict where a
        // port is beyond the last page, which is empty.
        let place = self.pages.get(if page < last { page } else { last });
        let offset = port & ((1 << PAGE_BITS) - 1);
        self.ports.get(((place as usize) << PLACE_BITS) + offset as usize)
    }

    /// The primary entry of a name on a transport.
    #[inline(always)]
    pub(crate) const fn primary_named(self, name: &str, transport: Transport) -> u16 {
        let entry = self.find(name);
        // Fast path: nearly every name has one entry, which has all of its
        // transports.
        if entry == NONE || self.covers(entry, transport) {
            return entry;
        }
        first_on(self.entries_of_name(entry), self.entry_flags, transport)
    }

    /// The alias entries of an entry.
    #[inline(always)]
    pub(crate) const fn aliases_of(self, entry: u16) -> IndexList<'a> {
        match self.canonicals.find(entry) {
            Some(place) => self.members(self.canonical_aliases.get(place)),
            None => self.members(NONE),
        }
    }

    #[inline(always)]
    pub(crate) const fn is_named(self, entry: u16) -> bool {
        self.entry_names.get(entry as usize) < UNASSIGNED
    }

    /// The status of the ports of an entry.
    #[inline(always)]
    pub(crate) const fn status(self, entry: u16) -> Status {
        match self.entry_names.get(entry as usize) {
            UNASSIGNED => Status::Unassigned,
            RESERVED => Status::Reserved,
            _ => Status::Assigned,
        }
    }

    /// Whether a record of the entry is on `transport` or on any.
    #[inline(always)]
    pub(crate) const fn covers(self, entry: u16, transport: Transport) -> bool {
        covers(self.entry_flags, entry, transport)
    }

    /// Bit mask of the entry's transports, in the order of `Transport::ALL`. A
    /// record that names none has the bit of the first.
    #[inline(always)]
    pub(crate) const fn transports(self, entry: u16) -> u8 {
        let flags = self.entry_flags.get(entry as usize);
        if flags & ANY_TRANSPORT != 0 { 1 } else { flags & TRANSPORTS }
    }

    /// The transport of the entry's record that covers `transport`.
    #[inline(always)]
    pub(crate) const fn transport(self, entry: u16, transport: Transport) -> Option<Transport> {
        if self.entry_flags.get(entry as usize) & ANY_TRANSPORT != 0 {
            None
        } else {
            Some(transport)
        }
    }

    #[inline(always)]
    pub(crate) const fn is_interleaved(self, entry: u16) -> bool {
        self.entry_flags.get(entry as usize) & INTERLEAVED != 0
    }

    #[inline(always)]
    pub(crate) const fn port(self, entry: u16) -> Option<u16> {
        if self.entry_flags.get(entry as usize) & HAS_PORT == 0 {
            None
        } else {
            Some(self.first_port(entry))
        }
    }

    /// The first port of an entry that has one.
    #[inline(always)]
    pub(crate) const fn first_port(self, entry: u16) -> u16 {
        match self.port_steps.get(entry as usize) {
            FAR => port_of(self.far_entries, self.far_ports, entry),
            step => self.port_bases.get(entry as usize / PORT_GROUP).wrapping_add(step as u16),
        }
    }

    /// Whether the cell of the ports is written as a range, including ranges of
    /// one port.
    #[inline(always)]
    pub(crate) const fn is_range(self, entry: u16) -> bool {
        self.entry_flags.get(entry as usize) & IS_RANGE != 0
    }

    /// The first and the last port of an entry that has one.
    #[inline(always)]
    pub(crate) const fn span(self, entry: u16) -> (u16, u16) {
        let first = self.first_port(entry);
        if self.entry_flags.get(entry as usize) & IS_RANGE == 0 {
            (first, first)
        } else {
            (first, port_of(self.range_entries, self.range_ends, entry))
        }
    }

    /// The name of an entry; empty for a nameless one.
    #[inline(always)]
    pub(crate) fn name(self, entry: u16) -> &'a str {
        match self.entry_names.get(entry as usize) {
            RESERVED | UNASSIGNED => "",
            place => self.name_at(place),
        }
    }

    /// The entries of a name, primary first.
    #[inline(always)]
    pub(crate) const fn named(self, name: &str) -> IndexList<'a> {
        match self.find(name) {
            NONE => self.members(NONE),
            primary => self.entries_of_name(primary),
        }
    }

    /// All entries of a name, of its primary entry.
    #[inline(always)]
    const fn entries_of_name(self, primary: u16) -> IndexList<'a> {
        match self.several.find(primary) {
            Some(place) => self.members(self.several_entries.get(place)),
            None => self.members(primary),
        }
    }
}

/// The first port of an entry that is too far from the base of its group: a
/// binary search.
#[inline(never)]
const fn port_of(entries: U16s<'_>, ports: U16s<'_>, entry: u16) -> u16 {
    match entries.find(entry) {
        Some(place) => ports.get(place),
        None => 0,
    }
}

/// Whether the flags are those of an entry on `transport` or on any.
#[inline(always)]
const fn covers(flags: U8s<'_>, entry: u16, transport: Transport) -> bool {
    flags.get(entry as usize) & (1 << transport.index() | ANY_TRANSPORT) != 0
}

/// The first of these entries that is on `transport` or on any.
const fn first_on(members: IndexList<'_>, flags: U8s<'_>, transport: Transport) -> u16 {
    let mut index = 0;
    while index < members.len() {
        if covers(flags, members.get(index), transport) {
            return members.get(index);
        }
        index += 1;
    }
    NONE
}
