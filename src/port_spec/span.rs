//! Spans: consecutive ports on the same transports.

use super::{Item, Transports};
use crate::registry::service::Service;

/// Ports from the first to the last, on each of some transports.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[allow(unnameable_types, reason = "the sealed trait of storages returns it")]
pub struct Span {
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) on: Transports,
}

impl Span {
    /// The ports of a row on those of the wanted transports that it has; `None`
    /// if it has no port or is on none of them.
    pub(super) fn of(service: Service<'_>, wanted: Transports) -> Option<Self> {
        let ports = service.ports()?;
        let on = service.transport().map_or(Transports::ALL, Transports::of).and(wanted);
        (!on.is_empty()).then(|| Self { first: *ports.start(), last: *ports.end(), on })
    }

    /// The item that stands for the span: no transport for all of them.
    pub(super) fn item(self) -> Item {
        let named = if self.on == Transports::ALL { Transports::NONE } else { self.on };
        Item::ports_on(self.first, self.last, named)
    }

    /// How many pairs of a port and a transport it has.
    pub(super) fn len(self) -> usize {
        (usize::from(self.last.saturating_sub(self.first)) + 1) * self.on.len()
    }
}
