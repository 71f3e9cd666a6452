//! A filter over ports: those that IANA has not assigned.

use core::fmt;
use core::iter::FusedIterator;
use core::ops::{Bound, RangeBounds, RangeInclusive};

use crate::registry::Registry;
use crate::registry::lookup::Lookup;
use crate::values::status::Status;
use crate::values::transport::Transport;

impl Registry {
    /// Ports that are not assigned: see [`free_ports`](crate::free_ports).
    #[must_use]
    pub fn free_ports(&self, transport: Transport, range: impl RangeBounds<u16>) -> FreePorts<'_> {
        FreePorts::new(self, transport, range)
    }
}

/// The ports of a range that are [`Status::Unassigned`] on a transport, in
/// order: see [`free_ports`](crate::free_ports).
///
/// A filter over the ports of the range: `count` asks for the status of each.
pub struct FreePorts<'r, R = Registry> {
    /// The registry, or the layers.
    registry: &'r R,
    transport: Transport,
    left: RangeInclusive<u16>,
}

impl<'r, R> FreePorts<'r, R> {
    pub(crate) fn new(registry: &'r R, transport: Transport, range: impl RangeBounds<u16>) -> Self {
        let start = match range.start_bound() {
            Bound::Included(port) => Some(*port),
            Bound::Excluded(port) => port.checked_add(1),
            Bound::Unbounded => Some(0),
        };
        let end = match range.end_bound() {
            Bound::Included(port) => Some(*port),
            Bound::Excluded(port) => port.checked_sub(1),
            Bound::Unbounded => Some(u16::MAX),
        };
        let left = match (start, end) {
            (Some(start), Some(end)) => start..=end,
            // Above the last port, or below the first.
            #[allow(clippy::reversed_empty_ranges, reason = "it is meant to be empty")]
            _ => 1..=0,
        };
        Self { registry, transport, left }
    }
}

impl<R> Clone for FreePorts<'_, R> {
    fn clone(&self) -> Self {
        Self { left: self.left.clone(), ..*self }
    }
}

impl<R: Lookup> Iterator for FreePorts<'_, R> {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        let Self { registry, transport, .. } = *self;
        self.left.find(|port| registry.status(*port, transport) == Status::Unassigned)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.left.size_hint().1)
    }
}

impl<R: Lookup> FusedIterator for FreePorts<'_, R> {}

impl<R> fmt::Debug for FreePorts<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FreePorts")
            .field("transport", &self.transport)
            .field("left", &self.left)
            .finish_non_exhaustive()
    }
}
