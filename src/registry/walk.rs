//! A double-ended walk over records: entry by entry, transport by transport, in
//! the order of the registry.

use crate::tables::Tables;
use crate::tables::{IndexList, NONE, NameTables};
use crate::values::transport::Transport;

/// The records of some entries, as a double-ended cursor pair.
#[derive(Clone, Copy)]
pub(crate) struct Walk<'r> {
    pub(crate) tables: &'r Tables,
    members: IndexList<'r>,
    filter: Filter,
    /// The entry that is next from the front, and the transports of its records
    /// that are next. There is one while records are left, so that the first
    /// one costs no search.
    entry: u16,
    ready: u8,
    /// The candidate after these.
    front: Cursor,
    /// The last candidate that the back has passed.
    back: Cursor,
    left: u32,
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

/// The ones of each number of four bits, which take fewer instructions than
/// `count_ones` without one of the processor's.
const ONES: u64 = 0x4332_3221_3221_2110;

/// A member and a transport that it may have.
#[derive(Clone, Copy)]
struct Cursor {
    member: u16,
    transport: u8,
}

/// The place of the last transport.
const LAST: u8 = Transport::Dccp.index();

impl<'r> Walk<'r> {
    /// The walk over the only entry or over none.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "four bits")]
    const fn over_one(tables: &'r Tables, filter: Filter, entry: Option<u16>) -> Self {
        let (members, entry, ready) = match entry {
            Some(entry) => (IndexList::one(entry), entry, filter.transports(tables.names(), entry)),
            None => (IndexList::NOTHING, 0, 0),
        };
        let end = Cursor { member: members.len() as u16, transport: 0 };
        let left = (ONES >> (ready * 4) & 7) as u32;
        Self { tables, members, filter, entry, ready, front: end, back: end, left }
    }

    #[inline(never)]
    #[allow(clippy::cast_possible_truncation, reason = "an index of entries has 16 bits")]
    const fn over_several(
        tables: &'r Tables,
        members: IndexList<'r>,
        filter: Filter,
        left: u32,
    ) -> Self {
        let front = Cursor { member: 0, transport: 0 };
        let back = Cursor { member: members.len() as u16, transport: 0 };
        let mut walk = Self { tables, members, filter, entry: 0, ready: 0, front, back, left };
        if left > 0 {
            walk.fill();
        }
        walk
    }

    /// The records of the members that `transport` reaches.
    #[inline]
    pub(crate) const fn on(
        tables: &'r Tables,
        members: IndexList<'r>,
        transport: Transport,
    ) -> Self {
        Self::over(tables, members, Filter::On(transport))
    }

    /// The record of an entry that `transport` reaches, or none if it is
    /// [`NONE`].
    #[inline]
    pub(crate) const fn on_one(tables: &'r Tables, entry: u16, transport: Transport) -> Self {
        let left = (entry != NONE) as u8;
        let members = IndexList::Range { start: entry, end: entry.wrapping_add(left as u16) };
        let end = Cursor { member: left as u16, transport: 0 };
        Self {
            tables,
            members,
            filter: Filter::On(transport),
            entry,
            ready: left << transport.index(),
            front: end,
            back: end,
            left: left as u32,
        }
    }

    /// Every record of the members.
    #[inline]
    pub(crate) const fn each(tables: &'r Tables, members: IndexList<'r>) -> Self {
        Self::over(tables, members, Filter::Each)
    }

    /// Every record of an entry, or of none if it is [`NONE`].
    #[inline]
    pub(crate) const fn each_of_one(tables: &'r Tables, entry: u16) -> Self {
        Self::over_one(tables, Filter::Each, if entry == NONE { None } else { Some(entry) })
    }

    /// Every named record of the members.
    #[allow(dead_code, reason = "only the tiers have rows without a name beside services")]
    pub(crate) const fn each_named(tables: &'r Tables, members: IndexList<'r>) -> Self {
        Self::over(tables, members, Filter::EachNamed)
    }

    #[inline]
    const fn over(tables: &'r Tables, members: IndexList<'r>, filter: Filter) -> Self {
        match members {
            IndexList::Range { start, end } if start == end => Self::over_one(tables, filter, None),
            IndexList::Range { start, end } if start + 1 == end => {
                Self::over_one(tables, filter, Some(start))
            }
            _ => Self::over_several(tables, members, filter, count(tables, members, filter)),
        }
    }

    /// Every record of the registry.
    pub(crate) const fn records(tables: &'r Tables) -> Self {
        Self::over_all(tables, Filter::Each, tables.names().counts.get::<0>())
    }

    /// Every named record of the registry.
    pub(crate) const fn services(tables: &'r Tables) -> Self {
        Self::over_all(tables, Filter::EachNamed, tables.names().counts.get::<1>())
    }

    #[allow(clippy::cast_possible_truncation, reason = "an index of entries has 16 bits")]
    const fn over_all(tables: &'r Tables, filter: Filter, left: u32) -> Self {
        let members = IndexList::Range { start: 0, end: tables.names().len() as u16 };
        Self::over_several(tables, members, filter, left)
    }

    pub(crate) const fn len(&self) -> usize {
        self.left as usize
    }

    /// The record at a cursor, if the member there has one.
    #[inline]
    const fn at(&self, cursor: Cursor) -> Option<(u16, Transport)> {
        let entry = self.entry(cursor.member);
        let transports = self.filter.transports(self.tables.names(), entry);
        let there = transports & 1 << cursor.transport != 0;
        if there { Some((entry, lowest(1 << cursor.transport))) } else { None }
    }

    #[inline]
    const fn entry(&self, member: u16) -> u16 {
        self.members.get(member as usize)
    }

    /// Whether a member may be one of several that alternate: whether it or the
    /// one before has the flag.
    #[inline]
    const fn may_alternate(&self, member: u16) -> bool {
        let names = self.tables.names();
        names.is_interleaved(self.entry(member))
            || member > 0 && names.is_interleaved(self.entry(member - 1))
    }

    /// Whether the records of a member alternate with those of the next.
    #[inline]
    const fn interleaved(&self, member: u16) -> bool {
        if member as usize + 1 >= self.members.len() {
            return false;
        }
        let (mut entry, next) = (self.entry(member), self.entry(member + 1));
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
    const fn first_joined(&self, mut member: u16) -> u16 {
        while member > 0 && self.interleaved(member - 1) {
            member -= 1;
        }
        member
    }

    /// The last of them.
    #[inline]
    const fn last_joined(&self, mut member: u16) -> u16 {
        while self.interleaved(member) {
            member += 1;
        }
        member
    }

    /// The next record, without taking it.
    #[inline]
    pub(crate) const fn peek(&self) -> Option<(u16, Transport)> {
        if self.left == 0 {
            return None;
        }
        Some((self.entry, lowest(self.ready)))
    }

    #[inline]
    pub(crate) const fn next(&mut self) -> Option<(u16, Transport)> {
        let next = self.peek();
        if next.is_some() {
            self.left -= 1;
            self.ready &= self.ready.wrapping_sub(1);
            if self.ready == 0 && self.left > 0 {
                self.fill();
            }
        }
        next
    }

    /// Folds every record that is left. Mostly it is one, for which the walk need
    /// not be moved.
    #[inline]
    pub(crate) fn fold<B>(self, init: B, mut f: impl FnMut(B, u16, Transport) -> B) -> B {
        match (self.left, self.peek()) {
            (1, Some((entry, transport))) => f(init, entry, transport),
            (0, _) => init,
            _ => self.fold_several(init, f),
        }
    }

    /// Folds the records that are left. A loop over the records of each entry
    /// is inlined where one of `next` would call [`fill`](Self::fill).
    #[inline(never)]
    fn fold_several<B>(mut self, init: B, mut f: impl FnMut(B, u16, Transport) -> B) -> B {
        let mut folded = init;
        while self.left > 0 {
            folded = f(folded, self.entry, lowest(self.ready));
            self.left -= 1;
            self.ready &= self.ready.wrapping_sub(1);
            if self.ready == 0 && self.left > 0 {
                self.fill_inline();
            }
        }
        folded
    }

    /// Goes on to the next entry that has records. There is one.
    const fn fill(&mut self) {
        self.fill_inline();
    }

    #[inline(always)]
    const fn fill_inline(&mut self) {
        while self.ready == 0 {
            let Cursor { member, transport } = self.front;
            self.entry = self.entry(member);
            let transports = self.filter.transports(self.tables.names(), self.entry);
            if self.may_alternate(member) {
                self.ready = transports & 1 << transport;
                self.pass_alternate();
            } else {
                self.ready = transports;
                self.front.member += 1;
            }
        }
    }

    /// Goes on by one candidate where entries may alternate.
    #[cold]
    const fn pass_alternate(&mut self) {
        let Cursor { member, transport } = self.front;
        self.front = if self.interleaved(member) {
            Cursor { member: member + 1, transport }
        } else if transport < LAST {
            Cursor { member: self.first_joined(member), transport: transport + 1 }
        } else {
            Cursor { member: member + 1, transport: 0 }
        };
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
                Cursor { member: member - 1, transport: LAST }
            };
            let found = self.at(self.back);
            if found.is_some() {
                self.left -= 1;
                return found;
            }
        }
    }
}

/// The transport of the lowest bit, which there is.
#[inline]
const fn lowest(transports: u8) -> Transport {
    // Compiled to the number itself, where `Transport::ALL` would be a load.
    match transports.trailing_zeros() & 3 {
        0 => Transport::Tcp,
        1 => Transport::Udp,
        2 => Transport::Sctp,
        _ => Transport::Dccp,
    }
}

/// The number of records of some entries.
const fn count(tables: &Tables, members: IndexList<'_>, filter: Filter) -> u32 {
    let (mut count, mut index) = (0, 0);
    while index < members.len() {
        let transports = filter.transports(tables.names(), members.get(index));
        count += (ONES >> (transports * 4) & 7) as u32;
        index += 1;
    }
    count
}
