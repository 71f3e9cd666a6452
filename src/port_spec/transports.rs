//! Sets of transports.

use core::fmt;

use crate::values::transport::Transport;

/// A set of transports: those of an [`Item`](super::Item).
///
/// `Display` writes `tcp+udp`, in the order of [`Transport::ALL`].
///
/// ```
/// use iana_ports::Transport::{Tcp, Udp};
/// use iana_ports::port_spec::Fixed;
///
/// let spec = Fixed::<1>::parse("53/udp+tcp")?;
/// let transports = spec.items()[0].transports().unwrap();
/// assert!(transports.contains(Tcp));
/// assert!(transports.iter().eq([Tcp, Udp]));
/// assert_eq!(transports.to_string(), "tcp+udp");
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct Transports(u8);

impl Transports {
    pub(super) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self((1 << Transport::ALL.len()) - 1);

    /// Whether the transport is in the set.
    ///
    /// ```
    /// use iana_ports::Transport::{Tcp, Udp};
    /// use iana_ports::port_spec::Transports;
    ///
    /// assert!(Transports::from(Tcp).contains(Tcp) && !Transports::from(Tcp).contains(Udp));
    /// ```
    #[must_use]
    pub const fn contains(self, transport: Transport) -> bool {
        self.0 & 1 << transport.index() != 0
    }

    /// The transports, in the order of [`Transport::ALL`].
    ///
    /// ```
    /// use iana_ports::{Transport, port_spec::Transports};
    ///
    /// let all: Transports = Transport::ALL.iter().copied().collect();
    /// assert!(all.iter().eq(Transport::ALL.iter().copied()));
    /// ```
    pub fn iter(self) -> impl Iterator<Item = Transport> + Clone {
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

    /// The transports as a choice: `tcp, udp or sctp`.
    pub(super) fn any(self) -> impl fmt::Display {
        struct Any(Transports);

        impl fmt::Display for Any {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let last = self.0.len().saturating_sub(1);
                self.0.write(f, |index| if index == last { " or " } else { ", " })
            }
        }

        Any(self)
    }

    fn write(
        self,
        f: &mut fmt::Formatter<'_>,
        separator: impl Fn(usize) -> &'static str,
    ) -> fmt::Result {
        for (index, transport) in self.iter().enumerate() {
            f.write_str(if index > 0 { separator(index) } else { "" })?;
            f.write_str(transport.as_str())?;
        }
        Ok(())
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
        self.write(f, |_| "+")
    }
}

/// `{Tcp, Udp}`.
impl fmt::Debug for Transports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
