//! Segments: the ports of items as a set, in ascending order, each port once.

use core::fmt;
use core::iter::{FusedIterator, Peekable};
use core::ops::RangeInclusive;
use core::slice;

use super::{Item, Span};
use crate::values::iterator_traits::iterator_traits;
use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// The set of ports as disjoint spans in ascending order, each as long as its
/// transports stay the same.
pub(super) type Segments<'a> = Merged<Pieces<'a>>;

impl<'a> Segments<'a> {
    /// The segments of a table, or if that is empty of the items, as far as they
    /// are on these transports.
    pub(super) fn new(items: &'a [Item], table: &'a [Span], on: Transports) -> Self {
        let from = table.is_empty().then_some(0);
        Self { spans: Pieces { items, table: table.iter(), on, from }, ahead: None }
    }
}

/// Spans of which those that follow each other at once, on the same transports,
/// are one.
#[derive(Clone)]
pub(super) struct Merged<I> {
    spans: I,
    /// The one after the last, which is found before it is known that the last
    /// one ends.
    ahead: Option<Span>,
}

impl<I: Iterator<Item = Span>> Iterator for Merged<I> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let mut merged = self.ahead.take().or_else(|| self.spans.next())?;
        loop {
            match self.spans.next() {
                Some(span) if merged.joins(span) => merged.last = span.last,
                ahead => {
                    self.ahead = ahead;
                    return Some(merged);
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

    fn narrowed(self, on: Transports) -> Option<Self> {
        Some(Self { on: self.on.and(on)?, ..self })
    }
}

/// Disjoint spans in ascending order, up to where any item begins or ends.
///
/// They are the table of a long list, or are found among the items by selection,
/// which takes no heap: one step looks at each item.
#[derive(Clone)]
pub(super) struct Pieces<'a> {
    items: &'a [Item],
    table: slice::Iter<'a, Span>,
    /// The transports that are asked for.
    on: Transports,
    /// Where the search of the next one begins; `None` at the end.
    from: Option<u16>,
}

impl Iterator for Pieces<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let on = self.on;
        if let Some(span) = self.table.find_map(|span| span.narrowed(on)) {
            return Some(span);
        }
        let from = self.from.take()?;
        let spans = self.items.iter().flat_map(|item| item.spans());
        let ahead = spans.filter_map(|span| span.narrowed(on)).filter(|span| span.last >= from);
        let next = ahead.clone().min_by_key(|span| span.first.max(from))?;
        let mut piece = Span { first: next.first.max(from), ..next };
        for span in ahead {
            if span.first > piece.first {
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

/// What the first segments have that the others have not.
pub(super) fn difference<'a>(of: Segments<'a>, others: Segments<'a>) -> impl Iterator<Item = Span> {
    let spans = Difference { of, others: others.peekable(), rest: None };
    Merged { spans, ahead: None }
}

struct Difference<'a> {
    of: Segments<'a>,
    others: Peekable<Segments<'a>>,
    /// What is left of a segment.
    rest: Option<Span>,
}

impl Iterator for Difference<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            let rest = self.rest.take().or_else(|| self.of.next())?;
            while self.others.next_if(|other| other.last < rest.first).is_some() {}
            let Some(&other) = self.others.peek().filter(|other| other.first <= rest.last) else {
                return Some(rest);
            };
            if other.first > rest.first {
                self.rest = Some(Span { first: other.first, ..rest });
                return Some(Span { last: other.first - 1, ..rest });
            }
            let last = rest.last.min(other.last);
            self.rest = (last < rest.last).then(|| Span { first: last + 1, ..rest });
            if let Some(on) = rest.on.without(other.on) {
                return Some(Span { last, on, ..rest });
            }
        }
    }
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
        let transport = here.first();
        self.span = match (here.without(transport.into()), span.first.checked_add(1)) {
            (Some(rest), _) => Some((span, rest)),
            (_, Some(first)) if first <= span.last => Some((Span { first, ..span }, span.on)),
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
    pub(super) spans: Segments<'a>,
}

impl Iterator for Ranges<'_> {
    type Item = RangeInclusive<u16>;

    fn next(&mut self) -> Option<Self::Item> {
        self.spans.next().map(|span| span.first..=span.last)
    }
}

iterator_traits!(Ranges<'_>);
