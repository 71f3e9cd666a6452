//! The key of an assignment: a port on a transport.

use core::fmt;

use crate::text::pad::pad_display;
use crate::text::text_traits::from_str;
use crate::values::transport::Transport;

/// A port number on a transport protocol: what IANA assigns to a service
/// (RFC 6335 section 6), and what a packet or a socket address has.
///
/// Keys order by port, then by transport in the order of [`Transport::ALL`].
///
/// With the feature `phf` it is a key of the maps and sets of the `phf` crates,
/// as [`Transport`] is: a program can generate a table of its own in its build
/// script. `examples/own-map/` does.
///
/// # Example
///
/// ```
/// use iana_ports::{PortKey, Transport::Tcp, lookup};
///
/// let key: PortKey = "443/tcp".parse()?;
/// assert_eq!(key, PortKey::new(443, Tcp));
/// assert_eq!(key.to_string(), "443/tcp");
/// assert_eq!(lookup(key).unwrap().name(), "https");
/// # Ok::<(), iana_ports::error::ParsePortKeyError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PortKey {
    // The order of the fields is the order of keys.
    port: u16,
    transport: Transport,
}

impl PortKey {
    /// A port (0-65535) on a transport.
    ///
    /// ```
    /// use iana_ports::{PortKey, Transport::Udp};
    ///
    /// const SYSLOG: PortKey = PortKey::new(514, Udp);
    /// assert_eq!(SYSLOG.to_string(), "514/udp");
    /// ```
    #[must_use]
    pub const fn new(port: u16, transport: Transport) -> Self {
        Self { port, transport }
    }

    /// The port.
    ///
    /// ```
    /// use iana_ports::{PortKey, Transport::Udp};
    ///
    /// assert_eq!(PortKey::new(514, Udp).port(), 514);
    /// ```
    #[must_use]
    pub const fn port(self) -> u16 {
        self.port
    }

    /// The transport.
    ///
    /// ```
    /// use iana_ports::{PortKey, Transport::Udp};
    ///
    /// assert_eq!(PortKey::new(514, Udp).transport(), Udp);
    /// ```
    #[must_use]
    pub const fn transport(self) -> Transport {
        self.transport
    }
}

/// `443/tcp`, as services(5) writes it.
impl fmt::Display for PortKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| write!(out, "{}/{}", self.port, self.transport))
    }
}

impl From<(u16, Transport)> for PortKey {
    fn from((port, transport): (u16, Transport)) -> Self {
        Self::new(port, transport)
    }
}

impl From<PortKey> for (u16, Transport) {
    fn from(key: PortKey) -> Self {
        (key.port, key.transport)
    }
}

fn parse(text: &str) -> Option<PortKey> {
    let (port, transport) = text.split_once('/')?;
    // `u16::from_str` would take a plus sign as well.
    if !port.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(PortKey::new(port.parse().ok()?, transport.parse().ok()?))
}

from_str! {
    PortKey, parse,
    /// A text that is no [`PortKey`].
    ///
    /// ```
    /// let error = "443".parse::<iana_ports::PortKey>().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "malformed port key \"443\", \
    ///      expected a port of 0-65535, a slash and tcp, udp, sctp or dccp, such as 443/tcp",
    /// );
    /// ```
    ParsePortKeyError:
    "malformed port key {found:?}, \
     expected a port of 0-65535, a slash and tcp, udp, sctp or dccp, such as 443/tcp"
}

#[cfg(test)]
mod tests {
    use super::PortKey;
    use crate::values::transport::Transport;

    #[test]
    fn every_key_reads_back_and_is_in_order() {
        let mut before = None;
        for port in (0..=u16::MAX).step_by(17) {
            for &transport in Transport::ALL {
                let key = PortKey::new(port, transport);
                assert_eq!(key.to_string().parse(), Ok(key));
                assert_eq!(key.to_string().to_uppercase().as_str().try_into(), Ok(key));
                assert_eq!(PortKey::from(<(u16, Transport)>::from(key)), key);
                assert!(before < Some(key), "{key}");
                before = Some(key);
            }
        }
    }

    #[test]
    fn only_a_port_and_a_transport_are_a_key() {
        for text in [
            "",
            "/",
            "443",
            "tcp",
            "443/",
            "/tcp",
            "443/icmp",
            "65536/tcp",
            "-1/tcp",
            "+1/tcp",
            " 443/tcp",
            "443/tcp ",
            "443 /tcp",
            "443/tcp/udp",
            "1-2/tcp",
            "https/tcp",
            "٤٤٣/tcp",
        ] {
            assert!(text.parse::<PortKey>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn it_is_padded_as_a_whole() {
        let key = PortKey::new(80, Transport::Sctp);
        assert_eq!(
            format!("{key:9}|{key:>9}|{key:-^9}|{key:1}"),
            "80/sctp  |  80/sctp|-80/sctp-|80/sctp"
        );
    }
}
