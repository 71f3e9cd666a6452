//! The ports and names that a registry hides from lower layers: two sorted
//! tables, with a bit for each transport.

use core::cmp::Ordering;

use super::{U8s, U16s, U32s};
use crate::values::transport::Transport;

/// The ports and names that a registry hides.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hidden<'a> {
    /// The names, one after the other, in lower case and sorted.
    pub(crate) text: &'a str,
    /// Runs of ports that are hidden on the same transports: the first and the
    /// last port of each. Sorted, and none overlaps another.
    pub(crate) ports: U16s<'a>,
    pub(crate) port_transports: U8s<'a>,
    /// Where each name ends in the text.
    pub(crate) names: U32s<'a>,
    pub(crate) name_transports: U8s<'a>,
}

impl<'a> Hidden<'a> {
    #[cfg(any(feature = "build", feature = "customary"))]
    pub(crate) const NOTHING: Self = Self {
        text: "",
        ports: U16s::new(&[]),
        port_transports: U8s::new(&[]),
        names: U32s::new(&[]),
        name_transports: U8s::new(&[]),
    };

    /// A run of ports, and the bits of the transports that it is hidden on.
    pub(crate) const fn run(self, index: usize) -> (u16, u16, u8) {
        (self.ports.get(2 * index), self.ports.get(2 * index + 1), self.port_transports.get(index))
    }

    /// A name, and the bits of the transports that it is hidden on.
    pub(crate) fn name(self, index: usize) -> (&'a str, u8) {
        let start = if index == 0 { 0 } else { self.names.get(index - 1) };
        let span = start as usize..self.names.get(index) as usize;
        (self.text.get(span).unwrap_or(""), self.name_transports.get(index))
    }

    /// The last of the ports from this one on that are hidden on a transport.
    #[inline]
    pub(crate) fn last_hidden(self, port: u16, transport: Transport) -> Option<u16> {
        let runs = self.port_transports.len();
        let place = partition_point(runs, |index| self.run(index).1 < port);
        let (first, last, transports) = self.run(place);
        let is_hidden = place < runs && first <= port && transports & 1 << transport.index() != 0;
        is_hidden.then_some(last)
    }

    #[inline]
    pub(crate) fn has_port(self, port: u16, transport: Transport) -> bool {
        self.last_hidden(port, transport).is_some()
    }

    /// Whether a name, in any case, is hidden on a transport.
    pub(crate) fn has_name(self, name: &str, transport: Transport) -> bool {
        let order = |index| -> Ordering {
            let lower = name.bytes().map(|byte| byte.to_ascii_lowercase());
            self.name(index).0.bytes().cmp(lower)
        };
        let names = self.name_transports.len();
        let place = partition_point(names, |index| order(index).is_lt());
        place < names
            && order(place).is_eq()
            && self.name_transports.get(place) & 1 << transport.index() != 0
    }
}

/// The first index below `count` that does not come before: a binary search.
fn partition_point(count: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}
