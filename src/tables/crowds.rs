//! Look-ups among tens of thousands of entries of one name, or without one:
//! binary searches, where going through all of them for each of as many rows
//! would be quadratic.

use super::{COVERAGE_BITS, IndexList, MOST_SCANNED, NONE, NameTables, coverage};
use crate::text::steps;
use crate::values::transport::Transport;

impl NameTables<'_> {
    /// The first of the entries of a name that is on `transport` or on any, or
    /// [`NONE`].
    #[inline(always)]
    pub(super) const fn first_on(self, members: IndexList<'_>, transport: Transport) -> u16 {
        if members.len() > MOST_SCANNED {
            return self.first_of_crowd(members, transport);
        }
        let mut index = 0;
        while index < members.len() {
            if self.covers(members.get(index), transport) {
                return members.get(index);
            }
            index += 1;
        }
        NONE
    }

    /// The same of a crowd.
    #[inline(never)]
    const fn first_of_crowd(self, members: IndexList<'_>, transport: Transport) -> u16 {
        let (primary, on) = (members.get(0), Some(transport.index()));
        let with_port = self.crowd(primary, coverage(on, false));
        let portless = self.crowd(primary, coverage(on, true));
        match (with_port, portless) {
            (None, None) => NONE,
            (Some(crowd), None) | (None, Some(crowd)) => {
                members.get(self.crowd_firsts.get(crowd) as usize)
            }
            (Some(one), Some(other)) => {
                let (one, other) = (self.crowd_firsts.get(one), self.crowd_firsts.get(other));
                members.get(if one < other { one } else { other } as usize)
            }
        }
    }

    /// Whether one of the entries of a name has all of some ports, or none for
    /// `None`, on a transport, or on any for `None`.
    pub(crate) fn has_one_on(
        self,
        members: IndexList<'_>,
        ports: Option<(u16, u16)>,
        transport: Option<Transport>,
    ) -> bool {
        if members.len() > MOST_SCANNED {
            return self.crowd_covers(members.get(0), ports, transport);
        }
        (0..members.len()).any(|index| {
            steps::add(1);
            let entry = members.get(index);
            self.is_on(entry, transport)
                && match (ports, self.port(entry)) {
                    (None, None) => true,
                    (Some((first, last)), Some(port)) => {
                        port <= first && last <= self.span(entry).1
                    }
                    _ => false,
                }
        })
    }

    /// The same of the nameless entries, which all have ports.
    pub(crate) fn has_nameless_on(
        self,
        (first, last): (u16, u16),
        transport: Option<Transport>,
    ) -> bool {
        if self.nameless_changes.len() > 0 {
            return self.crowd_covers(NONE, Some((first, last)), transport);
        }
        let start = self.nameless_start(first);
        let entries = (start..self.nameless.len()).map(|place| self.nameless.get(place));
        let mut begun = entries.take_while(|entry| self.first_port(*entry) <= first);
        begun.any(|entry| {
            steps::add(1);
            last <= self.span(entry).1 && self.is_on(entry, transport)
        })
    }

    /// Whether an entry is on a transport. What is on any is covered by its like
    /// alone.
    fn is_on(self, entry: u16, transport: Option<Transport>) -> bool {
        match transport {
            Some(transport) => self.covers(entry, transport),
            None => self.transport(entry, Transport::Tcp).is_none(),
        }
    }

    /// Whether one of a crowd has all of some ports.
    fn crowd_covers(
        self,
        primary: u16,
        ports: Option<(u16, u16)>,
        transport: Option<Transport>,
    ) -> bool {
        let on = transport.map(Transport::index);
        steps::search(self.crowds.len());
        let Some(crowd) = self.crowd(primary, coverage(on, ports.is_none())) else { return false };
        let Some((first, last)) = ports else { return true };
        // Of those that begin no later, the one that ends last.
        let key = |port: u32| (low16(crowd) << 16) + port;
        steps::search(self.crowd_ports.len());
        steps::search(self.crowd_ports.len());
        let begun = self.crowd_ports.count_below(key(u32::from(first) + 1));
        begun > self.crowd_ports.count_below(key(0)) && last <= self.crowd_reach.get(begun - 1)
    }

    /// The place of a crowd.
    const fn crowd(self, primary: u16, coverage: u32) -> Option<usize> {
        self.crowds.find((primary as u32) << COVERAGE_BITS | coverage)
    }

    /// The first of the nameless entries on a port, or [`NONE`], where they are a
    /// crowd.
    #[inline(never)]
    pub(super) const fn first_nameless_of_crowd(self, port: u16, transport: Transport) -> u16 {
        let changes = self.nameless_changes;
        let key = (transport.index() as u32) << 16 | port as u32;
        // The last change at the port or below: each transport has one at 0.
        match changes.count_below(key + 1).checked_sub(1) {
            Some(place) => self.nameless_firsts.get(place),
            None => NONE,
        }
    }
}

/// The place of a crowd, of which there are less than entries.
#[allow(clippy::cast_possible_truncation, reason = "it is small")]
const fn low16(crowd: usize) -> u32 {
    crowd as u32
}
