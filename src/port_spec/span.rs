//! Spans: consecutive ports on one transport or on all.

use core::ops::Range;

use crate::registry::service::Service;
use crate::values::transport::Transport;

/// Ports from the first to the last, on a transport or on every one.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) struct Span {
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) transport: Option<Transport>,
}

impl Span {
    /// The ports of a row, limited to the `wanted` transport; `None` if it has
    /// no port or is not on that transport.
    pub(super) fn of(service: Service<'_>, wanted: Option<Transport>) -> Option<Self> {
        let ports = service.ports()?;
        let transport = match (service.transport(), wanted) {
            (Some(transport), Some(wanted)) if transport != wanted => return None,
            (transport, wanted) => transport.or(wanted),
        };
        Some(Self { first: *ports.start(), last: *ports.end(), transport })
    }

    pub(super) fn contains(self, port: u16, transport: Transport) -> bool {
        (self.first..=self.last).contains(&port)
            && self.transport.is_none_or(|only| only == transport)
    }

    fn width(self) -> usize {
        usize::from(self.last.saturating_sub(self.first)) + 1
    }
}

/// Transport by transport, the ports of each ascending.
impl IntoIterator for Span {
    type Item = (u16, Transport);
    type IntoIter = Ports;

    fn into_iter(self) -> Ports {
        let transports = self.transport.map_or(Transport::ALL.len(), |_| 1);
        Ports { span: self, left: 0..transports * self.width() }
    }
}

/// The ports of a span, each with its transport.
#[derive(Clone, Debug)]
pub(super) struct Ports {
    span: Span,
    left: Range<usize>,
}

impl Ports {
    #[allow(clippy::cast_possible_truncation, reason = "the width of a span is that of 16 bits")]
    fn at(&self, index: usize) -> (u16, Transport) {
        let Span { first, transport, .. } = self.span;
        let (turn, offset) = (index / self.span.width(), index % self.span.width());
        (first + offset as u16, transport.unwrap_or(Transport::ALL[turn]))
    }
}

impl Iterator for Ports {
    type Item = (u16, Transport);

    fn next(&mut self) -> Option<Self::Item> {
        self.left.next().map(|index| self.at(index))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
}

impl DoubleEndedIterator for Ports {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.left.next_back().map(|index| self.at(index))
    }
}

impl ExactSizeIterator for Ports {}
