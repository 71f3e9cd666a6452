//! A double-ended walk over records: entry by entry, transport by transport, in
//! the order of the registry.

use crate::tables::Tables;
use crate::tables::{IndexList, NameTables};
use crate::values::transport::Transport;

/// The records of some entries, as a double-ended cursor pair.
#[derive(Clone, Copy)]
pub(crate) struct Walk<'r> {
    pub(crate) tables: &'r Tables,
    members: IndexList<'r>,
    filter: Filter,
    /// The next candidate from the front.
    front: Cursor,
    /// The last candidate that the back has passed.
    back: Cursor,
    left: usize,
}

/// The filter on the records of the entries.
#[derive(Clone, Copy)]
enum Filter {
    /// The one that is reached on a transport.
    On(Transport),
    Each,
    EachNamed,
}

impl Filter {
    /// The bits of the transports of an entry's records that are meant.
    #[inline(always)]
    const fn transports(self, names: NameTables<'_>, entry: u16) -> u8 {
        match self {
            Self::On(transport) => (names.covers(entry, transport) as u8) << transport.index(),
            Self::EachNamed if !names.is_named(entry) => 0,
            Self::Each | Self::EachNamed => names.transports(entry),
        }
    }
}

/// A member and a transport that it may have.
#[derive(Clone, Copy)]
struct Cursor {
    member: usize,
    transport: usize,
}

impl<'r> Walk<'r> {
    const fn new(tables: &'r Tables, members: IndexList<'r>, filter: Filter, left: usize) -> Self {
        let front = Cursor { member: 0, transport: 0 };
        let back = Cursor { member: members.len(), transport: 0 };
        Self { tables, members, filter, front, back, left }
    }

    /// The records of the members that `transport` reaches.
    pub(crate) const fn on(
        tables: &'r Tables,
        members: IndexList<'r>,
        transport: Transport,
    ) -> Self {
        Self::counted(tables, members, Filter::On(transport))
    }

    /// Every record of the members.
    pub(crate) const fn each(tables: &'r Tables, members: IndexList<'r>) -> Self {
        Self::counted(tables, members, Filter::Each)
    }

    /// Every named record of the members.
    #[allow(dead_code, reason = "only the tiers have rows without a name beside services")]
    pub(crate) const fn each_named(tables: &'r Tables, members: IndexList<'r>) -> Self {
        Self::counted(tables, members, Filter::EachNamed)
    }

    const fn counted(tables: &'r Tables, members: IndexList<'r>, filter: Filter) -> Self {
        let (mut left, mut index) = (0, 0);
        while index < members.len() {
            left += filter.transports(tables.names(), members.get(index)).count_ones() as usize;
            index += 1;
        }
        Self::new(tables, members, filter, left)
    }

    /// Every record of the registry.
    #[allow(clippy::cast_possible_truncation, reason = "an index of entries has 16 bits")]
    pub(crate) const fn records(tables: &'r Tables) -> Self {
        let names = tables.names();
        let members = IndexList::Range { start: 0, end: names.len() as u16 };
        Self::new(tables, members, Filter::Each, names.counts.get(0) as usize)
    }

    /// Every named record of the registry.
    pub(crate) const fn services(tables: &'r Tables) -> Self {
        let left = tables.names().counts.get(1) as usize;
        Self { filter: Filter::EachNamed, left, ..Self::records(tables) }
    }

    pub(crate) const fn len(&self) -> usize {
        self.left
    }

    /// The record at a cursor, if the member there has one.
    #[inline]
    const fn at(&self, cursor: Cursor) -> Option<(u16, Transport)> {
        let entry = self.members.get(cursor.member);
        let transports = self.filter.transports(self.tables.names(), entry);
        let there = transports & 1 << cursor.transport != 0;
        if there { Some((entry, Transport::ALL[cursor.transport])) } else { None }
    }

    /// Whether the records of a member alternate with those of the next.
    #[inline]
    const fn interleaved(&self, member: usize) -> bool {
        if member + 1 >= self.members.len() {
            return false;
        }
        let (mut entry, next) = (self.members.get(member), self.members.get(member + 1));
        let names = self.tables.names();
        while entry < next && names.is_interleaved(entry) {
            entry += 1;
            if entry == next {
                return true;
            }
        }
        false
    }

    /// The first of the members that a member alternates with.
    #[inline]
    const fn first_joined(&self, mut member: usize) -> usize {
        while member > 0 && self.interleaved(member - 1) {
            member -= 1;
        }
        member
    }

    /// The last of them.
    #[inline]
    const fn last_joined(&self, mut member: usize) -> usize {
        while self.interleaved(member) {
            member += 1;
        }
        member
    }

    pub(crate) const fn next(&mut self) -> Option<(u16, Transport)> {
        if self.left == 0 {
            return None;
        }
        loop {
            let found = self.at(self.front);
            let Cursor { member, transport } = self.front;
            self.front = if self.interleaved(member) {
                Cursor { member: member + 1, transport }
            } else if transport + 1 < Transport::ALL.len() {
                Cursor { member: self.first_joined(member), transport: transport + 1 }
            } else {
                Cursor { member: member + 1, transport: 0 }
            };
            if found.is_some() {
                self.left -= 1;
                return found;
            }
        }
    }

    #[inline]
    pub(crate) const fn next_back(&mut self) -> Option<(u16, Transport)> {
        if self.left == 0 {
            return None;
        }
        loop {
            let Cursor { member, transport } = self.back;
            self.back = if member > 0 && self.interleaved(member - 1) {
                Cursor { member: member - 1, transport }
            } else if transport > 0 {
                Cursor { member: self.last_joined(member), transport: transport - 1 }
            } else {
                Cursor { member: member - 1, transport: Transport::ALL.len() - 1 }
            };
            let found = self.at(self.back);
            if found.is_some() {
                self.left -= 1;
                return found;
            }
        }
    }
}
