//! The ports and names that a registry hides from lower layers: sorted slices,
//! with a bit for each transport.

#[cfg(feature = "runtime")]
mod sets;

use core::cmp::Ordering;

#[cfg(feature = "runtime")]
pub(crate) use sets::HiddenSets;

use crate::registry::Registry;
use crate::values::transport::Transport;

/// The ports and names that a registry hides. It is slices, so that those of a
/// static registry can be statics as well.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hidden<'a> {
    /// Sorted, and none overlaps another.
    ports: &'a [HiddenPorts],
    /// Sorted, in lower case.
    names: &'a [HiddenName],
    /// The names, one after the other.
    text: &'a str,
}

/// Consecutive ports that are hidden on the same transports.
#[derive(Clone, Copy, Debug)]
struct HiddenPorts {
    first: u16,
    last: u16,
    transports: u8,
}

/// Where a name stands in the text, and the transports that it is hidden on.
#[derive(Clone, Copy, Debug)]
struct HiddenName {
    start: usize,
    end: usize,
    transports: u8,
}

impl Hidden<'_> {
    /// The last of the ports from this one on that are hidden on a transport.
    #[inline]
    pub(crate) fn last_hidden(self, port: u16, transport: Transport) -> Option<u16> {
        let place = self.ports.partition_point(|ports| ports.last < port);
        let ports = self.ports.get(place)?;
        let is_hidden = ports.first <= port && ports.transports & 1 << transport.index() != 0;
        is_hidden.then_some(ports.last)
    }

    #[inline]
    pub(crate) fn has_port(self, port: u16, transport: Transport) -> bool {
        self.last_hidden(port, transport).is_some()
    }

    /// Whether a name, in any case, is hidden on a transport.
    #[inline]
    pub(crate) fn has_name(self, name: &str, transport: Transport) -> bool {
        self.name(name) & 1 << transport.index() != 0
    }

    /// The bits of the transports on which a name is hidden.
    fn name(self, name: &str) -> u8 {
        let order = |hidden: &HiddenName| -> Ordering {
            let stored = self.text.get(hidden.start..hidden.end).unwrap_or("");
            stored.bytes().cmp(name.bytes().map(|byte| byte.to_ascii_lowercase()))
        };
        self.names.binary_search_by(order).map_or(0, |place| self.names[place].transports)
    }
}

impl Registry {
    #[cfg(feature = "runtime")]
    pub(crate) const fn hides_something(&self) -> bool {
        self.hidden.is_some()
    }

    /// A bundled registry hides nothing.
    #[cfg(not(feature = "runtime"))]
    pub(crate) const fn hides_something(&self) -> bool {
        false
    }

    /// What it hides from lower layers.
    #[cfg(feature = "runtime")]
    #[inline]
    pub(crate) fn hides(&self) -> Option<Hidden<'_>> {
        self.hidden.as_ref().map(HiddenSets::view)
    }

    /// What it hides from lower layers: a bundled one hides nothing.
    #[cfg(not(feature = "runtime"))]
    #[inline]
    pub(crate) const fn hides(&self) -> Option<Hidden<'_>> {
        None
    }
}
