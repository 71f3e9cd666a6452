//! Port specs of any length.

use alloc::vec::Vec;

use super::storage::{Array, Storage, sealed::Sealed};
use super::{Item, Span, Spec};
use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// A [`Spec`] of any number of items, on the heap if they are more than four.
///
/// ```
/// use iana_ports::Transport::{Sctp, Tcp, Udp};
/// use iana_ports::port_spec::PortSpec;
///
/// let spec: PortSpec = "22, HTTPS/tcp, x11".parse()?;
/// assert!(spec.contains(22, Sctp));
/// assert!(spec.contains(443, Tcp) && !spec.contains(443, Udp));
/// assert!(spec.contains(6010, Udp));
/// assert_eq!(spec.to_string(), "22,https/tcp,x11");
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
pub type PortSpec = Spec<List>;

/// Any number of items. Of many, the segments are kept, so that a question
/// costs a binary search.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct List {
    items: Items,
    table: Vec<Span>,
}

/// The items: in place as long as they are few, as most texts have them, so that
/// reading one costs no allocation.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Items {
    Few(Array<4>),
    /// More than have a place.
    Many(Vec<Item>),
}

impl List {
    /// The items that are searched one by one: fewer than a table is worth.
    const FEW: usize = 8;

    /// Takes in an item that finds no place among the few.
    fn push_to_heap(&mut self, item: Item) -> bool {
        match &mut self.items {
            Items::Many(many) => many.push(item),
            Items::Few(few) => {
                let mut many = Vec::with_capacity(2 * Self::FEW);
                many.extend_from_slice(few.items());
                many.push(item);
                self.items = Items::Many(many);
            }
        }
        true
    }
}

impl Default for List {
    fn default() -> Self {
        Self::empty()
    }
}

impl Storage for List {}

impl Sealed for List {
    const LIMIT: Option<usize> = None;

    fn empty() -> Self {
        Self { items: Items::Few(Array::empty()), table: Vec::new() }
    }

    #[inline]
    fn push(&mut self, item: Item) -> bool {
        match &mut self.items {
            Items::Few(few) => few.push(item) || self.push_to_heap(item),
            Items::Many(_) => self.push_to_heap(item),
        }
    }

    fn items(&self) -> &[Item] {
        match &self.items {
            Items::Few(few) => few.items(),
            Items::Many(many) => many,
        }
    }

    fn items_mut(&mut self) -> &mut [Item] {
        match &mut self.items {
            Items::Few(few) => few.items_mut(),
            Items::Many(many) => many,
        }
    }

    fn table(&self) -> &[Span] {
        &self.table
    }

    #[inline]
    fn finish(&mut self) {
        if self.items().len() > Self::FEW {
            self.table = table(self.items());
        }
    }
}

/// The segments of items by a sweep over the ports where an item begins or ends.
#[cold]
fn table(items: &[Item]) -> Vec<Span> {
    let mut edges: Vec<(u32, Transports, bool)> = Vec::with_capacity(2 * items.len());
    for Span { first, last, on } in items.iter().flat_map(|item| item.spans()) {
        edges.extend([(u32::from(first), on, true), (u32::from(last) + 1, on, false)]);
    }
    edges.sort_unstable_by_key(|edge| edge.0);

    let mut table: Vec<Span> = Vec::new();
    let mut open = [0_usize; Transport::ALL.len()];
    let mut from = 0;
    for (at, on, begins) in edges {
        let is_open = |transport: &Transport| open[usize::from(transport.index())] > 0;
        let here = Transport::ALL.iter().copied().filter(is_open).map(Transports::from);
        // The last port is one before the edge: both have 16 bits.
        if let (Some(on), Ok(first), Ok(last)) = (
            here.reduce(Transports::with).filter(|_| at != from),
            u16::try_from(from),
            u16::try_from(at.wrapping_sub(1)),
        ) {
            let next = Span { first, last, on };
            match table.last_mut() {
                Some(span) if span.joins(next) => span.last = last,
                _ => table.push(next),
            }
        }
        for transport in on.iter() {
            let open = &mut open[usize::from(transport.index())];
            *open = if begins { *open + 1 } else { *open - 1 };
        }
        from = at;
    }
    table
}

impl PortSpec {
    /// The items of both, those of the other that are written alike only once.
    ///
    /// ```
    /// use iana_ports::port_spec::PortSpec;
    ///
    /// let (web, own) = (PortSpec::parse("https/tcp,80/tcp")?, PortSpec::parse("80/tcp,8000-8010")?);
    /// assert_eq!(web.union(&own).to_string(), "https/tcp,80/tcp,8000-8010");
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn union(&self, other: &Spec<impl Storage>) -> Self {
        let mut items = self.clone();
        items.add(other);
        items
    }

    /// The ports that the other has not, as numbers: empty if it has all.
    ///
    /// ```
    /// use iana_ports::port_spec::PortSpec;
    ///
    /// let (all, used) = (PortSpec::parse("8000-8010/tcp")?, PortSpec::parse("http-alt")?);
    /// assert_eq!(all.difference(&used).to_string(), "8000-8007/tcp,8009-8010/tcp");
    /// assert!(all.difference(&all).is_empty());
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn difference(&self, other: &Spec<impl Storage>) -> Self {
        let mut left = Self { items: List::default() };
        left.add_difference(self, other);
        left
    }
}
