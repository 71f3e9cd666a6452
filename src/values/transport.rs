//! The transport protocols whose ports the registry assigns.

use crate::text::text_traits::{compare_with_str, display_str, from_str};

/// A transport protocol of the registry (RFC 6335 section 5; column
/// "Transport Protocol").
///
/// The registry assigns ports of these four; it may come to know others,
/// hence `#[non_exhaustive]`.
///
/// # Example
///
/// ```
/// use iana_ports::Transport;
///
/// let transport: Transport = "UDP".parse()?;
/// assert_eq!(transport, Transport::Udp);
/// assert_eq!(transport, "udp");
/// assert_eq!(transport.protocol_number(), 17);
/// # Ok::<(), iana_ports::error::ParseTransportError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Transport {
    /// Transmission Control Protocol (RFC 9293).
    Tcp,
    /// User Datagram Protocol (RFC 768).
    Udp,
    /// Stream Control Transmission Protocol (RFC 9260).
    Sctp,
    /// Datagram Congestion Control Protocol (RFC 4340).
    Dccp,
}

impl Transport {
    /// Every transport protocol, those with the most services first.
    ///
    /// ```
    /// use iana_ports::Transport;
    ///
    /// assert!(Transport::ALL.iter().eq(&["tcp", "udp", "sctp", "dccp"]));
    /// ```
    pub const ALL: &'static [Self] = &[Self::Tcp, Self::Udp, Self::Sctp, Self::Dccp];

    /// The name as the registry writes it: lower case.
    ///
    /// ```
    /// assert_eq!(iana_ports::Transport::Sctp.as_str(), "sctp");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tcp => "tcp",
            Self::Udp => "udp",
            Self::Sctp => "sctp",
            Self::Dccp => "dccp",
        }
    }

    /// The number in the protocol field of IPv4, the next-header field of
    /// IPv6, and the records of flow exporters (IANA "Protocol Numbers").
    ///
    /// ```
    /// use iana_ports::Transport;
    ///
    /// assert_eq!(Transport::Udp.protocol_number(), 17);
    /// assert_eq!(Transport::Sctp.protocol_number(), 132);
    /// ```
    #[must_use]
    pub const fn protocol_number(self) -> u8 {
        match self {
            Self::Tcp => 6,
            Self::Udp => 17,
            Self::Sctp => 132,
            Self::Dccp => 33,
        }
    }

    /// The transport protocol of an IP protocol number; `None` for ICMP, ESP
    /// and all others that have no ports in this registry.
    ///
    /// ```
    /// use iana_ports::Transport;
    ///
    /// assert_eq!(Transport::from_protocol_number(6), Some(Transport::Tcp));
    /// assert_eq!(Transport::from_protocol_number(1), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn from_protocol_number(number: u8) -> Option<Self> {
        OF_PROTOCOLS[number as usize]
    }

    /// The transport of an IP protocol number and a mask of no bits, or any
    /// transport and a mask of all bits.
    #[allow(dead_code, reason = "a build script has no look-ups")]
    #[inline]
    pub(crate) const fn of_protocol_or_mask(number: u8) -> (Self, u16) {
        match OF_PROTOCOLS[number as usize] {
            Some(transport) => (transport, 0),
            None => (Self::Tcp, u16::MAX),
        }
    }

    /// The place in [`ALL`](Self::ALL), which is how tables write it.
    /// The transport of a name, in any ASCII case.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|transport| transport == name)
    }

    pub(crate) const fn index(self) -> u8 {
        self as u8
    }
}

/// The transport of each IP protocol number: a look-up table, because a chain
/// of comparisons goes wrong on a stream of mixed protocols.
static OF_PROTOCOLS: [Option<Transport>; 256] = {
    let (mut transports, mut place) = ([None; 256], 0);
    while place < Transport::ALL.len() {
        let transport = Transport::ALL[place];
        transports[transport.protocol_number() as usize] = Some(transport);
        place += 1;
    }
    transports
};

display_str!(Transport);
compare_with_str!(Transport, |transport, text| transport.as_str().eq_ignore_ascii_case(text));

impl From<Transport> for u8 {
    /// [`Transport::protocol_number`].
    fn from(transport: Transport) -> Self {
        transport.protocol_number()
    }
}

impl TryFrom<u8> for Transport {
    type Error = UnknownProtocolNumberError;

    /// [`Transport::from_protocol_number`].
    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::from_protocol_number(number).ok_or(UnknownProtocolNumberError { number })
    }
}

from_str! {
    Transport, Self::named,
    /// A text that names no [`Transport`].
    ///
    /// ```
    /// let error = "icmp".parse::<iana_ports::Transport>().unwrap_err();
    /// assert_eq!(error.to_string(), r#"unknown transport "icmp", expected tcp, udp, sctp or dccp"#);
    /// ```
    ParseTransportError:
    "unknown transport {found:?}, expected tcp, udp, sctp or dccp"
}

/// An IP protocol number of no [`Transport`].
///
/// ```
/// let error = iana_ports::Transport::try_from(1).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "unknown protocol number 1, expected 6 (tcp), 17 (udp), 132 (sctp) or 33 (dccp)",
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown protocol number {number}, expected 6 (tcp), 17 (udp), 132 (sctp) or 33 (dccp)")]
pub struct UnknownProtocolNumberError {
    number: u8,
}

crate::text::text_traits::debug_as_display!(UnknownProtocolNumberError);

#[cfg(test)]
mod tests {
    use super::Transport;

    #[test]
    fn names_round_trip_in_any_case() {
        for &transport in Transport::ALL {
            let name = transport.as_str();
            for text in [
                name.to_owned(),
                name.to_uppercase(),
                name.replacen(&name[..1], &name[..1].to_uppercase(), 1),
            ] {
                assert_eq!(text.parse(), Ok(transport));
                assert!(transport == text.as_str() && text.as_str() == transport);
            }
        }
        for text in ["", "tcp ", "icmp", "tcpudp", "ｔｃｐ", "6"] {
            assert!(text.parse::<Transport>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn every_protocol_number() {
        for number in 0..=u8::MAX {
            match Transport::from_protocol_number(number) {
                Some(transport) => assert_eq!(u8::from(transport), number),
                None => {
                    assert!(!Transport::ALL.iter().any(|&transport| u8::from(transport) == number));
                }
            }
        }
    }

    #[test]
    fn index_is_the_place_in_all() {
        for (place, transport) in Transport::ALL.iter().copied().enumerate() {
            assert_eq!(usize::from(transport.index()), place);
        }
    }
}
