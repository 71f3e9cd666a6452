//! Sets of transports, for items: one that names none has an empty set.

use core::fmt;

use crate::values::transport::Transport;

/// A set of transports, which may be empty.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) struct Transports(u8);

impl Transports {
    pub(super) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self((1 << Transport::ALL.len()) - 1);

    /// Whether the transport is in the set.
    pub(super) const fn contains(self, transport: Transport) -> bool {
        self.0 & 1 << transport.index() != 0
    }

    /// The transports, in the order of [`Transport::ALL`].
    pub(super) fn iter(self) -> impl Iterator<Item = Transport> + Clone {
        Transport::ALL.iter().copied().filter(move |&transport| self.contains(transport))
    }

    pub(super) const fn of(transport: Transport) -> Self {
        Self(1 << transport.index())
    }

    /// The transports of either.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The transports of both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The transports that the other has not.
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What stands behind a slash: `tcp`, or `tcp` and others, with a separator
    /// between them.
    pub(super) fn parse(text: &str, separators: &[char]) -> Option<Self> {
        let named = |name: &str| Transport::ALL.iter().copied().find(|t| *t == *name);
        // One transport, mostly.
        match named(text) {
            Some(transport) => Some(transport.into()),
            None => text.split(separators).map(str::trim).map(named).collect(),
        }
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The set, or all if nothing is in it, which is how an item has none.
    pub(super) const fn or_all(self) -> Self {
        if self.is_empty() { Self::ALL } else { self }
    }
}

impl From<Transport> for Transports {
    fn from(transport: Transport) -> Self {
        Self::of(transport)
    }
}

impl FromIterator<Transport> for Transports {
    fn from_iter<I: IntoIterator<Item = Transport>>(transports: I) -> Self {
        transports.into_iter().map(Self::from).fold(Self::NONE, Self::with)
    }
}

/// `tcp+udp`.
impl fmt::Display for Transports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, transport) in self.iter().enumerate() {
            write!(f, "{}{transport}", if index > 0 { "+" } else { "" })?;
        }
        Ok(())
    }
}
