//! Spans: consecutive ports on the same transports.

use core::fmt;

use super::Item;
use crate::registry::service::Service;
use crate::text::joined::joined;
use crate::values::transport::Transport;
use crate::values::transports::Transports;

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
        let on = service.transport().map_or(Transports::ALL, Transports::from).and(wanted)?;
        Some(Self { first: *ports.start(), last: *ports.end(), on })
    }

    /// The item that stands for the span: no transport for all of them.
    pub(super) fn item(self) -> Item {
        Item::ports_on(self.first, self.last, Some(self.on).filter(|on| *on != Transports::ALL))
    }

    /// How many pairs of a port and a transport it has.
    pub(super) fn len(self) -> usize {
        (usize::from(self.last.saturating_sub(self.first)) + 1) * self.on.len()
    }
}

/// What stands behind a slash: `tcp`, or `tcp` and others, with a separator
/// between them.
pub(super) fn transports(text: &str, separators: &[char]) -> Option<Transports> {
    // One transport, mostly.
    match Transport::named(text) {
        Some(transport) => Some(transport.into()),
        None => text
            .split(separators)
            .map(|name| Transport::named(name.trim()).map(Transports::from))
            .reduce(|on, more| Some(on?.with(more?)))?,
    }
}

/// Transports as an item names them: `tcp+udp`.
pub(super) struct Joined(pub(super) Transports);

impl fmt::Display for Joined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        joined(f, ["", "+"], self.0.iter(), |f, transport| f.write_str(transport.as_str()))
    }
}
