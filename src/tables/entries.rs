//! What the tables of names and ports say of one entry.

use super::{
    ANY_TRANSPORT, HAS_PORT, INTERLEAVED, IS_RANGE, Members, NONE, Names, TRANSPORTS, UNASSIGNED,
};
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

    /// The alias entries of an entry.
    pub(crate) const fn aliases_of(self, entry: u16) -> Members<'a> {
        match self.canonicals.find(entry) {
            Some(place) => self.members(self.canonical_aliases.get(place)),
            None => self.members(NONE),
        }
    }

    #[inline]
    pub(crate) const fn is_named(self, entry: u16) -> bool {
        self.entry_name.get(entry as usize) < UNASSIGNED
    }

    /// The status of the ports of an entry.
    pub(crate) const fn status(self, entry: u16) -> Status {
        match self.entry_name.get(entry as usize) {
            UNASSIGNED => Status::Unassigned,
            name if name < UNASSIGNED => Status::Assigned,
            _ => Status::Reserved,
        }
    }

    /// Whether a record of the entry is on `transport` or on any.
    #[inline]
    pub(crate) const fn covers(self, entry: u16, transport: Transport) -> bool {
        self.entry_flags.get(entry as usize) & (1 << transport.index() | ANY_TRANSPORT) != 0
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
            Some(self.entry_port.get(entry as usize))
        }
    }

    /// The first and the last port of an entry that has one.
    pub(crate) const fn span(self, entry: u16) -> (u16, u16) {
        let first = self.entry_port.get(entry as usize);
        if self.entry_flags.get(entry as usize) & IS_RANGE == 0 {
            return (first, first);
        }
        match self.range_entries.find(entry) {
            Some(place) => (first, self.range_ends.get(place)),
            None => (first, first),
        }
    }

    /// The name of an entry; empty for a nameless one.
    #[inline]
    pub(crate) fn name(self, entry: u16) -> &'a str {
        let name = self.entry_name.get(entry as usize);
        if name >= UNASSIGNED {
            return "";
        }
        let (start, length) = self.name_span(name as usize);
        self.text.get(start..start + length).unwrap_or("")
    }

    /// The bytes of a name.
    #[inline]
    pub(crate) const fn name_bytes(self, name: usize) -> &'a [u8] {
        let (start, length) = self.name_span(name);
        match self.text.as_bytes().split_at_checked(start) {
            Some((_, from_start)) => match from_start.split_at_checked(length) {
                Some((name, _)) => name,
                None => &[],
            },
            None => &[],
        }
    }

    /// Where the text of a name starts, and its length.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "takes a difference modulo 65,536")]
    const fn name_span(self, name: usize) -> (usize, usize) {
        // Starts are kept modulo 65,536, which 256 names never span.
        let (start, end) = (self.name_starts.get(name), self.name_starts.get(name + 1));
        let base = self.name_bases.get(name / 256);
        let past_base = (start as u32).wrapping_sub(base) as u16;
        ((base + past_base as u32) as usize, end.wrapping_sub(start) as usize)
    }
}
