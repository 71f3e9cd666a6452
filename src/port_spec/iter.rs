//! Iteration over the ports of a port spec.

use core::iter::{Flatten, FusedIterator};
use core::{array, fmt};

use super::{Item, PortSpec};
use crate::values::transport::Transport;

/// The items of the places that are taken.
type Items = Flatten<array::IntoIter<Option<Item>, { PortSpec::MAX_ITEMS }>>;

/// The ports of a [`PortSpec`], each with its transport.
///
/// # Ordering
///
/// Items come in the order in which they were given, the rows of a name in that
/// of [`services_named`](crate::services_named). A range, or a number, has its
/// ports in ascending order for the first transport, then for the next in the
/// order of [`Transport::ALL`].
///
/// What two items both stand for comes twice.
///
/// ```
/// use iana_ports::port_spec::PortSpec;
/// use iana_ports::Transport::{Tcp, Udp};
///
/// let spec = PortSpec::parse("http-alt/tcp,imap,69-70/udp,143/tcp")?;
/// let ports: Vec<_> = spec.iter().collect();
/// assert_eq!(
///     ports,
///     [(8080, Tcp), (591, Tcp), (8008, Tcp), (143, Tcp), (69, Udp), (70, Udp), (143, Tcp)],
/// );
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
#[derive(Clone)]
pub struct PortSpecIter {
    /// Items have spans, and spans have ports.
    ports: Flatten<Flatten<Items>>,
    left: usize,
}

impl PortSpecIter {
    pub(super) fn new(spec: &PortSpec) -> Self {
        let items: Items = spec.items.into_iter().flatten();
        let left = items.clone().flatten().map(|span| span.into_iter().len()).sum();
        Self { ports: items.flatten().flatten(), left }
    }
}

impl Iterator for PortSpecIter {
    type Item = (u16, Transport);

    fn next(&mut self) -> Option<Self::Item> {
        let port = self.ports.next()?;
        self.left -= 1;
        Some(port)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl DoubleEndedIterator for PortSpecIter {
    fn next_back(&mut self) -> Option<Self::Item> {
        let port = self.ports.next_back()?;
        self.left -= 1;
        Some(port)
    }
}

impl ExactSizeIterator for PortSpecIter {}

impl FusedIterator for PortSpecIter {}

/// Only how many are left: there may be hundreds of thousands.
impl fmt::Debug for PortSpecIter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PortSpecIter").field("left", &self.left).finish_non_exhaustive()
    }
}
