//! A filter over ports: those that IANA has not assigned.

use core::fmt;
use core::iter::FusedIterator;
use core::ops::{Bound, RangeBounds, RangeInclusive};

use crate::registry::Registry;
use crate::registry::lookup::Lookup;
use crate::values::status::Status;
use crate::values::transports::Transports;

impl Registry {
    /// Ports that are not assigned: see [`free_ports`](crate::free_ports).
    #[must_use]
    pub fn free_ports(
        &self,
        transports: impl Into<Transports>,
        range: impl RangeBounds<u16>,
    ) -> FreePorts<'_> {
        FreePorts::new(self, transports.into(), range)
    }
}

/// The ports of a range that are [`Status::Unassigned`] on each of some
/// transports, in order: see [`free_ports`](crate::free_ports).
///
/// A filter over the ports of the range: `count` asks for the status of each.
pub struct FreePorts<'r, R = Registry> {
    /// The registry, or the layers.
    registry: &'r R,
    transports: Transports,
    left: RangeInclusive<u16>,
    /// Whether a free port is left out.
    pub(crate) is_left_out: Option<fn(&R, u16) -> bool>,
}

impl<'r, R> FreePorts<'r, R> {
    pub(crate) fn new(
        registry: &'r R,
        transports: Transports,
        range: impl RangeBounds<u16>,
    ) -> Self {
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
        Self { registry, transports, left, is_left_out: None }
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
        let Self { registry, transports, is_left_out, .. } = *self;
        // Nearly always one, which needs no walk over the set.
        let (first, is_alone) = (transports.first(), transports.len() == 1);
        self.left.find(|&port| {
            let is_free = |on| registry.status(port, on) == Status::Unassigned;
            is_free(first)
                && (is_alone || transports.iter().all(is_free))
                && is_left_out.is_none_or(|is_left_out| !is_left_out(registry, port))
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.left.size_hint().1)
    }
}

impl<R: Lookup> FusedIterator for FreePorts<'_, R> {}

impl<R> fmt::Debug for FreePorts<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FreePorts")
            .field("transports", &self.transports)
            .field("left", &self.left)
            .finish_non_exhaustive()
    }
}
