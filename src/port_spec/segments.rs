//! Segments: the ports of items as a set, in ascending order, each port once.

use core::fmt;
use core::iter::FusedIterator;
use core::ops::RangeInclusive;

use super::{Item, Span, Transports};
use crate::values::iterator_traits::iterator_traits;
use crate::values::transport::Transport;

/// The set of ports as disjoint spans in ascending order, each as long as its
/// transports stay the same.
///
/// They are the table of a long list, or are found among the items by selection,
/// which takes no heap: one step looks at each item.
#[derive(Clone)]
pub(super) struct Segments<'a> {
    items: &'a [Item],
    table: &'a [Span],
    /// Where the search of the next one begins; `None` at the end.
    from: Option<u16>,
    /// The one after the last, which is found before it is known that the last
    /// one ends.
    ahead: Option<Span>,
}

impl<'a> Segments<'a> {
    /// The segments of a table, or if that is empty of the items.
    pub(super) fn new(items: &'a [Item], table: &'a [Span]) -> Self {
        Self { items, table, from: table.is_empty().then_some(0), ahead: None }
    }

    /// What begins at the search's place or after it, up to where any item
    /// begins or ends.
    fn piece(&mut self) -> Option<Span> {
        let from = self.from?;
        let spans = || self.items.iter().flat_map(|item| item.spans());
        let first = spans().filter(|span| span.last >= from).map(|span| span.first.max(from)).min();
        let Some(first) = first else {
            self.from = None;
            return None;
        };
        let mut piece = Span { first, last: u16::MAX, on: Transports::NONE };
        for span in spans().filter(|span| span.last >= first) {
            if span.first > first {
                piece.last = piece.last.min(span.first - 1);
            } else {
                piece.last = piece.last.min(span.last);
                piece.on = piece.on.with(span.on);
            }
        }
        self.from = piece.last.checked_add(1);
        Some(piece)
    }
}

impl Iterator for Segments<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        if let Some((&segment, rest)) = self.table.split_first() {
            self.table = rest;
            return Some(segment);
        }
        let mut segment = self.ahead.take().or_else(|| self.piece())?;
        loop {
            match self.piece() {
                Some(piece) if segment.joins(piece) => segment.last = piece.last,
                ahead => {
                    self.ahead = ahead;
                    return Some(segment);
                }
            }
        }
    }
}

impl Span {
    /// Whether the other follows at once, on the same transports.
    pub(super) fn joins(self, next: Self) -> bool {
        self.on == next.on && self.last.checked_add(1) == Some(next.first)
    }
}

/// What the first segments have that the others have not.
pub(super) fn difference<'a>(
    of: Segments<'a>,
    others: Segments<'a>,
    mut push: impl FnMut(Span) -> bool,
) -> bool {
    let mut others = others.peekable();
    let mut held: Option<Span> = None;
    let mut take = |piece: Span| match &mut held {
        _ if piece.on.is_empty() => true,
        Some(span) if span.joins(piece) => {
            span.last = piece.last;
            true
        }
        held => held.replace(piece).is_none_or(&mut push),
    };
    for mut rest in of {
        loop {
            while others.next_if(|other| other.last < rest.first).is_some() {}
            let Some(&other) = others.peek().filter(|other| other.first <= rest.last) else {
                if !take(rest) {
                    return false;
                }
                break;
            };
            let whole = Span { last: other.first.saturating_sub(1), ..rest };
            if other.first > rest.first && !take(whole) {
                return false;
            }
            let (first, last) = (rest.first.max(other.first), rest.last.min(other.last));
            if !take(Span { first, last, on: rest.on.without(other.on) }) {
                return false;
            }
            match last.checked_add(1).filter(|_| last < rest.last) {
                Some(first) => rest.first = first,
                None => break,
            }
        }
    }
    held.is_none_or(push)
}

/// The ports of a spec, each with its transport, each once.
///
/// # Ordering
///
/// By port, then by transport in the order of [`Transport::ALL`]: as the pairs
/// compare.
///
/// ```
/// use iana_ports::Transport::{Tcp, Udp};
/// use iana_ports::port_spec::Fixed;
///
/// let spec = Fixed::<4>::parse("http-alt/tcp, imap, 69-70/udp, 143/tcp")?;
/// let ports: Vec<_> = spec.iter().collect();
/// assert_eq!(ports, [(69, Udp), (70, Udp), (143, Tcp), (591, Tcp), (8008, Tcp), (8080, Tcp)]);
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
#[derive(Clone)]
pub struct PortSpecIter<'a> {
    segments: Segments<'a>,
    /// What is left of a segment, and the transports that are left at its first
    /// port.
    span: Option<(Span, Transports)>,
    left: usize,
}

impl<'a> PortSpecIter<'a> {
    pub(super) fn new(segments: Segments<'a>) -> Self {
        let left = segments.clone().map(Span::len).sum();
        Self { segments, span: None, left }
    }
}

impl Iterator for PortSpecIter<'_> {
    type Item = (u16, Transport);

    fn next(&mut self) -> Option<Self::Item> {
        let next_segment = || self.segments.next().map(|span| (span, span.on));
        let (span, here) = self.span.take().or_else(next_segment)?;
        let transport = here.iter().next()?;
        let rest = here.without(transport.into());
        self.span = match span.first.checked_add(1) {
            _ if !rest.is_empty() => Some((span, rest)),
            Some(first) if first <= span.last => Some((Span { first, ..span }, span.on)),
            _ => None,
        };
        self.left -= 1;
        Some((span.first, transport))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for PortSpecIter<'_> {}

impl FusedIterator for PortSpecIter<'_> {}

/// Only how many are left: there may be hundreds of thousands.
impl fmt::Debug for PortSpecIter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PortSpecIter").field("left", &self.left).finish_non_exhaustive()
    }
}

/// The ports of a spec on one transport, as ranges: in ascending order, none
/// next to another, each port once.
///
/// ```
/// use iana_ports::{Transport::Tcp, port_spec::Fixed};
///
/// let spec = Fixed::<4>::parse("443, 20-22, 21-25/tcp, 26/udp")?;
/// assert!(spec.ranges(Tcp).eq([20..=25, 443..=443]));
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
#[derive(Clone)]
pub struct Ranges<'a> {
    segments: Segments<'a>,
    transport: Transport,
    ahead: Option<Span>,
}

impl<'a> Ranges<'a> {
    pub(super) const fn new(segments: Segments<'a>, transport: Transport) -> Self {
        Self { segments, transport, ahead: None }
    }
}

impl Iterator for Ranges<'_> {
    type Item = RangeInclusive<u16>;

    fn next(&mut self) -> Option<Self::Item> {
        let transport = self.transport;
        let mut next = || self.segments.find(|span| span.on.contains(transport));
        let mut range = self.ahead.take().or_else(&mut next)?;
        loop {
            match next() {
                Some(span) if range.last.checked_add(1) == Some(span.first) => {
                    range.last = span.last;
                }
                ahead => {
                    self.ahead = ahead;
                    return Some(range.first..=range.last);
                }
            }
        }
    }
}

iterator_traits!(Ranges<'_>);
