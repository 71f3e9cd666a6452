//! Sets of transport protocols.

use core::fmt;

use crate::text::joined::joined;
use crate::text::pad::pad_display;
use crate::text::text_traits::from_str;
use crate::values::transport::Transport;

/// A set of transport protocols, of which there is at least one.
///
/// A list without any means every transport, as a row of the registry does that
/// names none. What takes `impl Into<Transports>` takes a [`Transport`], an
/// array or a slice of them.
///
/// # Example
///
/// ```
/// use iana_ports::Transport::{Dccp, Sctp, Tcp, Udp};
/// use iana_ports::transports::Transports;
///
/// let both = Transports::from([Udp, Tcp]);
/// assert!(both.contains(Tcp) && !both.contains(Sctp));
/// assert!(both.iter().eq([Tcp, Udp]));
/// assert_eq!(both.to_string(), "tcp,udp");
/// assert_eq!(Transports::from([]), Transports::ALL);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Transports {
    /// The bit `1 << transport.index()` of each.
    pub(crate) bits: u8,
}

impl Transports {
    /// Every transport.
    ///
    /// ```
    /// use iana_ports::{Transport, transports::Transports};
    ///
    /// assert!(Transports::ALL.iter().eq(Transport::ALL.iter().copied()));
    /// ```
    pub const ALL: Self = Self::of(Transport::ALL);

    /// The transports of a list; of an empty one, every transport.
    ///
    /// ```
    /// use iana_ports::{Transport::{Tcp, Udp}, transports::Transports};
    ///
    /// const BOTH: Transports = Transports::of(&[Tcp, Udp]);
    /// assert_eq!(BOTH.len(), 2);
    /// ```
    #[must_use]
    pub const fn of(list: &[Transport]) -> Self {
        let list = if list.is_empty() { Transport::ALL } else { list };
        let (mut bits, mut index) = (0, 0);
        while index < list.len() {
            bits |= 1 << list[index].index();
            index += 1;
        }
        Self { bits }
    }

    /// The transports of a bit mask, if there are any.
    pub(crate) const fn of_bits(bits: u8) -> Option<Self> {
        if bits == 0 { None } else { Some(Self { bits }) }
    }

    /// Those of either.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits }
    }

    /// Those of both, if there are any.
    pub(crate) const fn and(self, other: Self) -> Option<Self> {
        Self::of_bits(self.bits & other.bits)
    }

    /// Those that the other has not, if there are any.
    pub(crate) const fn without(self, other: Self) -> Option<Self> {
        Self::of_bits(self.bits & !other.bits)
    }

    /// The first of them, in the order of [`Transport::ALL`].
    pub(crate) fn first(self) -> Transport {
        Transport::ALL[self.bits.trailing_zeros() as usize]
    }

    /// Whether a transport is one of them.
    ///
    /// ```
    /// use iana_ports::{Transport::{Tcp, Udp}, transports::Transports};
    ///
    /// assert!(!Transports::from(Tcp).contains(Udp));
    /// ```
    #[must_use]
    pub const fn contains(self, transport: Transport) -> bool {
        self.bits >> transport.index() & 1 == 1
    }

    /// How many there are, at least one.
    ///
    /// ```
    /// assert_eq!(iana_ports::transports::Transports::ALL.len(), 4);
    /// ```
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "no set is empty")]
    pub const fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// Each of them, in the order of [`Transport::ALL`].
    ///
    /// ```
    /// use iana_ports::{Transport::{Sctp, Tcp}, transports::Transports};
    ///
    /// assert!(Transports::from([Sctp, Tcp]).iter().eq([Tcp, Sctp]));
    /// ```
    pub fn iter(self) -> impl Iterator<Item = Transport> + Clone {
        Transport::ALL.iter().copied().filter(move |transport| self.contains(*transport))
    }
}

impl From<Transport> for Transports {
    fn from(transport: Transport) -> Self {
        Self::of(&[transport])
    }
}

impl From<&[Transport]> for Transports {
    fn from(list: &[Transport]) -> Self {
        Self::of(list)
    }
}

impl<const N: usize> From<[Transport; N]> for Transports {
    fn from(list: [Transport; N]) -> Self {
        Self::of(&list)
    }
}

impl<const N: usize> From<&[Transport; N]> for Transports {
    fn from(list: &[Transport; N]) -> Self {
        Self::of(list)
    }
}

/// `tcp,udp`, in the order of [`Transport::ALL`].
impl fmt::Display for Transports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| {
            joined(out, ["", ","], self.iter(), |out, transport| out.write_str(transport.as_str()))
        })
    }
}

impl fmt::Debug for Transports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// The transports of `tcp`, `udp6`, `tcp,udp`, `ip` or nothing.
fn parse(text: &str) -> Option<Transports> {
    if text.is_empty() {
        return Some(Transports::ALL);
    }
    let networks = text.split(',').map(|network| {
        let name = network.strip_suffix(['4', '6']).unwrap_or(network);
        match name.parse::<Transport>() {
            Ok(transport) => Some(transport.into()),
            Err(_) if name.eq_ignore_ascii_case("ip") => Some(Transports::ALL),
            Err(_) => None,
        }
    });
    networks.reduce(|on, network| Some(on?.with(network?)))?
}

from_str! {
    Transports, parse,
    /// A text that names no [`Transports`](crate::transports::Transports).
    ///
    /// They are named as networks are in Go and elsewhere: `tcp`, `tcp4` and
    /// `tcp6` mean TCP; `ip`, `ip4`, `ip6` and an empty text mean any. Commas
    /// stand between several.
    ///
    /// ```
    /// use iana_ports::{Transport::{Tcp, Udp}, transports::Transports};
    ///
    /// assert_eq!("udp6".parse(), Ok(Transports::from(Udp)));
    /// assert_eq!("tcp,udp".parse(), Ok(Transports::from([Tcp, Udp])));
    /// assert_eq!("ip".parse(), Ok(Transports::ALL));
    /// assert_eq!("".parse(), Ok(Transports::ALL));
    ///
    /// let error = "unix".parse::<Transports>().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     r#"unknown network "unix", expected tcp, udp, sctp or dccp, such as tcp6 or tcp,udp, or ip"#,
    /// );
    /// ```
    ParseTransportsError:
    "unknown network {found:?}, expected tcp, udp, sctp or dccp, such as tcp6 or tcp,udp, or ip"
}

#[cfg(test)]
mod tests {
    use super::Transports;
    use crate::values::transport::Transport;

    #[test]
    fn every_set_reads_back_and_is_that_of_its_members() {
        for bits in 0..1u8 << Transport::ALL.len() {
            let is_in = |transport: &Transport| bits >> transport.index() & 1 == 1;
            let list: Vec<_> = Transport::ALL.iter().copied().filter(is_in).collect();
            let set = Transports::from(&*list);
            assert_eq!(set.to_string().parse(), Ok(set));
            assert_eq!(set.to_string().to_uppercase().as_str().try_into(), Ok(set));
            let expected = if list.is_empty() { Transport::ALL } else { &list };
            assert!(set.iter().eq(expected.iter().copied()), "{set}");
            assert_eq!(set.len(), expected.len());
            let mut reversed = list.clone();
            reversed.reverse();
            assert_eq!(Transports::of(&reversed), set);
            for transport in Transport::ALL {
                assert_eq!(set.contains(*transport), expected.contains(transport));
            }
        }
    }

    #[test]
    fn networks() {
        use Transport::{Dccp, Sctp, Tcp, Udp};
        for (text, expected) in [
            ("tcp4", &[Tcp][..]),
            ("TCP6", &[Tcp]),
            ("udp4,tcp6", &[Tcp, Udp]),
            ("sctp6", &[Sctp]),
            ("dccp,dccp4", &[Dccp]),
            ("ip4", Transport::ALL),
            ("IP6", Transport::ALL),
            ("tcp,ip", Transport::ALL),
        ] {
            assert_eq!(text.parse(), Ok(Transports::from(expected)), "{text}");
        }
        for text in [
            "--badnet--",
            "tcp5",
            "tcp44",
            "tcp46",
            "4",
            "6",
            ",",
            "tcp,",
            "tcp udp",
            " tcp",
            "ip:6",
        ] {
            assert!(text.parse::<Transports>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn it_is_padded_as_a_whole_and_debugged_as_a_set() {
        let both = Transports::from([Transport::Tcp, Transport::Udp]);
        assert_eq!(format!("{both:9}|{both:>9}|{both:?}"), "tcp,udp  |  tcp,udp|{Tcp, Udp}");
    }
}
