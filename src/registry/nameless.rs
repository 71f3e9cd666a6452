//! The nameless rows on a port: interval stabbing over rows sorted by first
//! port, with a running maximum of their last ports.

use crate::tables::Tables;
use crate::values::transport::Transport;

/// A double-ended iterator over the nameless entries that cover a port on a
/// transport. The one whose ports start last comes first: a single port before
/// a range.
#[derive(Clone, Copy)]
pub(crate) struct Nameless<'r> {
    tables: &'r Tables,
    port: u16,
    transport: Transport,
    /// The places in the table of nameless entries, by first port, where those
    /// that are left stand.
    low: usize,
    high: usize,
    left: usize,
}

impl<'r> Nameless<'r> {
    /// None.
    pub(crate) const fn none(tables: &'r Tables) -> Self {
        Self { tables, port: 0, transport: Transport::Tcp, low: 0, high: 0, left: 0 }
    }

    pub(crate) const fn on(tables: &'r Tables, port: u16, transport: Transport) -> Self {
        let mut all = Self::around(tables, port, transport);
        let mut place = all.low;
        while place < all.high {
            all.left += all.covers(place) as usize;
            place += 1;
        }
        all
    }

    /// The places of all that may cover a port, not yet counted.
    const fn around(tables: &'r Tables, port: u16, transport: Transport) -> Self {
        let names = tables.names();
        let low = names.nameless_start(port);
        let mut high = low;
        while high < names.nameless.len() && names.first_port(names.nameless.get(high)) <= port {
            high += 1;
        }
        Self { tables, port, transport, low, high, left: 0 }
    }

    const fn covers(&self, place: usize) -> bool {
        let names = self.tables.names();
        let entry = names.nameless.get(place);
        names.covers(entry, self.transport) && names.span(entry).1 >= self.port
    }

    pub(crate) const fn len(&self) -> usize {
        self.left
    }

    pub(crate) const fn next(&mut self) -> Option<(u16, Transport)> {
        while self.left > 0 {
            self.high -= 1;
            if self.covers(self.high) {
                self.left -= 1;
                return Some((self.tables.names().nameless.get(self.high), self.transport));
            }
        }
        None
    }

    pub(crate) fn next_back(&mut self) -> Option<(u16, Transport)> {
        while self.left > 0 {
            self.low += 1;
            if self.covers(self.low - 1) {
                self.left -= 1;
                return Some((self.tables.names().nameless.get(self.low - 1), self.transport));
            }
        }
        None
    }
}
