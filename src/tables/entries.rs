//! Reading the tables of names and ports: the page table of the ports, and the
//! columns of one entry.

use super::{
    BLOCK_BITS, FAR, HAS_PORT, INTERLEAVED, IS_RANGE, IndexList, NONE, NameTables, PAGE_BITS,
    PORT_GROUP, RESERVED, SEVERAL, TRANSPORTS, U16s, UNASSIGNED,
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

    /// The primary entry on a port, or without one [`RESERVED`] or [`NONE`]:
    /// page number to page, then port to cell. Two dependent loads.
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
        self.ports.get(((place as usize) << self.counts.get::<3>()) + offset as usize)
    }

    /// The primary entries of many ports, [`NONE`] where there is none.
    #[inline(always)]
    pub(crate) fn primaries(self, ports: &[u16], protocols: &[u8], entries: &mut [u16]) {
        for ((&port, &protocol), found) in ports.iter().zip(protocols).zip(entries) {
            // Masks in the place of branches, which would go wrong on a mixed
            // stream.
            let (transport, no_transport) = Transport::of_protocol_or_mask(protocol);
            let entry = self.primary(port, transport);
            *found = entry | no_transport | 0u16.wrapping_sub(u16::from(entry == RESERVED));
        }
    }

    /// The status of a port, unless only the nameless entries tell it.
    #[inline(always)]
    pub(crate) const fn told_status(self, port: u16, transport: Transport) -> Option<Status> {
        match self.primary(port, transport) {
            RESERVED => Some(Status::Reserved),
            NONE if self.is_untold(port, transport) => None,
            NONE => Some(Status::of_unlisted(port)),
            _ => Some(Status::Assigned),
        }
    }

    #[inline(always)]
    const fn is_untold(self, port: u16, transport: Transport) -> bool {
        port >= self.untold.get(transport.index() as usize) && !self.is_beyond_nameless(port)
    }

    /// Whether a port is above those of all nameless entries.
    #[inline(always)]
    pub(crate) const fn is_beyond_nameless(self, port: u16) -> bool {
        port > self.untold.get(Transport::ALL.len())
    }

    /// The named entry on a port, or [`NONE`]; `None` if there are several.
    #[inline(always)]
    pub(crate) const fn only_on_port(self, port: u16, transport: Transport) -> Option<u16> {
        match self.primary(port, transport) {
            RESERVED.. => Some(NONE),
            primary if self.has_several(primary) => None,
            primary => Some(primary),
        }
    }

    /// The named entries on a port that has one, primary first.
    #[inline(always)]
    pub(crate) const fn all_on_port(self, port: u16, transport: Transport) -> IndexList<'a> {
        match self.shared_keys.find((port as u32) << 2 | transport.index() as u32) {
            Some(place) => self.members(self.shared_entries.get(place)),
            None => IndexList::one(self.primary(port, transport)),
        }
    }

    /// Whether others may share a port or a name with this primary entry.
    #[inline(always)]
    const fn has_several(self, primary: u16) -> bool {
        self.entry_flags.get(primary as usize) & SEVERAL != 0
    }

    /// The first of the nameless entries that cover a port on a transport, or
    /// [`NONE`]: of those that start last the shortest. `None` if only
    /// [`first_nameless_of_several`](Self::first_nameless_of_several) tells it.
    #[inline(always)]
    pub(crate) const fn first_nameless(self, port: u16, transport: Transport) -> Option<u16> {
        if self.nameless_changes.len() > 0 {
            return Some(self.first_nameless_of_crowd(port, transport));
        }
        let mut place = self.nameless_start(port);
        // Ends after the table, where a number is the highest.
        while self.nameless_reach.get(place) < port {
            place += 1;
        }
        // The reach of those before ends below the port, so it is this entry
        // that ends above it: no search for its last port.
        let entry = self.nameless.get(place);
        match self.entry_flags.get(entry as usize) {
            flags if flags & SEVERAL != 0 => None,
            flags if covers(flags, transport) && self.first_port(entry) <= port => Some(entry),
            _ => Some(NONE),
        }
    }

    /// The place of the first nameless entry that may reach a port.
    #[inline(always)]
    pub(crate) const fn nameless_start(self, port: u16) -> usize {
        self.nameless_starts.get((port >> BLOCK_BITS) as usize) as usize
    }

    /// The same where nameless entries overlap.
    #[inline(always)]
    pub(crate) const fn first_nameless_of_several(self, port: u16, transport: Transport) -> u16 {
        let mut place = self.nameless_start(port);
        let (mut found, mut reach_before) = (NONE, 0);
        while place < self.nameless.len() {
            let reach = self.nameless_reach.get(place);
            if reach >= port {
                let entry = self.nameless.get(place);
                if self.first_port(entry) > port {
                    break;
                }
                // Where the reach of those before ends below the port, it is
                // this entry that has the port: no search for its last one.
                let is_reached = reach_before < port || self.span(entry).1 >= port;
                if is_reached && self.covers(entry, transport) {
                    found = entry;
                }
            }
            reach_before = reach;
            place += 1;
        }
        found
    }

    /// The primary entry of a name on a transport, or [`NONE`]; `None` if only
    /// [`primary_named_long`](Self::primary_named_long) tells it.
    #[inline(always)]
    pub(crate) const fn primary_named_short(self, name: &str, transport: Transport) -> Option<u16> {
        match self.find_short(name) {
            None => None,
            // Nearly every name has one entry, which has all of its transports.
            // That of no entry, which is outside the table, is any.
            Some(entry) => match self.entry_flags.get(entry as usize) {
                flags if covers(flags, transport) => Some(entry),
                flags if flags & SEVERAL == 0 => Some(NONE),
                _ => None,
            },
        }
    }

    /// The primary entry of a name on a transport, or [`NONE`].
    #[inline]
    #[allow(dead_code, reason = "layers keep views on a heap")]
    pub(crate) const fn primary_named(&self, name: &str, transport: Transport) -> u16 {
        match self.primary_named_short(name, transport) {
            Some(entry) => entry,
            None => self.primary_named_long(name, transport),
        }
    }

    /// The same for a name of any length, and of any number of entries.
    #[inline(always)]
    pub(crate) const fn primary_named_long(self, name: &str, transport: Transport) -> u16 {
        match self.find_long(name) {
            NONE => NONE,
            entry => self.first_on(self.entries_of_name(entry), transport),
        }
    }

    /// The alias entries of an entry.
    #[inline(always)]
    pub(crate) const fn aliases_of(self, entry: u16) -> IndexList<'a> {
        match self.canonicals.find(entry) {
            Some(place) => self.members(self.canonical_aliases.get(place)),
            None => IndexList::NOTHING,
        }
    }

    #[inline(always)]
    pub(crate) const fn is_named(self, entry: u16) -> bool {
        self.entry_names.get(entry as usize) < RESERVED
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
        covers(self.entry_flags.get(entry as usize), transport)
    }

    /// Bit mask of the entry's transports, in the order of `Transport::ALL`. A
    /// record that names none has the bit of the first.
    #[inline(always)]
    pub(crate) const fn transports(self, entry: u16) -> u8 {
        let transports = self.entry_flags.get(entry as usize) & TRANSPORTS;
        transports | (transports == 0) as u8
    }

    /// The transport of the entry's record that covers `transport`.
    #[inline(always)]
    pub(crate) const fn transport(self, entry: u16, transport: Transport) -> Option<Transport> {
        if self.entry_flags.get(entry as usize) & TRANSPORTS == 0 { None } else { Some(transport) }
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

    /// The entries of a name, primary first.
    #[inline(always)]
    pub(crate) const fn named(self, name: &str) -> IndexList<'a> {
        match self.find_long(name) {
            NONE => IndexList::NOTHING,
            primary => self.entries_of_name(primary),
        }
    }

    /// The only entry of a name, or [`NONE`]; else the primary one of several
    /// as an error, or `NONE` if only [`named`](Self::named) tells it.
    #[inline(always)]
    pub(crate) const fn only_named(self, name: &str) -> Result<u16, u16> {
        match self.find_short(name) {
            None => Err(NONE),
            Some(primary) if self.has_several(primary) => Err(primary),
            Some(only) => Ok(only),
        }
    }

    /// All entries of a name, of its primary entry.
    #[inline(always)]
    pub(crate) const fn entries_of_name(self, primary: u16) -> IndexList<'a> {
        if !self.has_several(primary) {
            return IndexList::one(primary);
        }
        match self.several.find(primary) {
            Some(place) => self.members(self.several_entries.get(place)),
            None => IndexList::one(primary),
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

/// Whether flags are those of an entry on `transport` or on any.
#[inline(always)]
const fn covers(flags: u8, transport: Transport) -> bool {
    flags >> transport.index() & 1 != 0 || flags & TRANSPORTS == 0
}
