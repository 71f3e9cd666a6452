//! Ports as a person writes them: `22,https/tcp,6000-6063`.

mod error;
mod item;
mod iter;
mod parse;
mod span;

use core::fmt;
use core::str::FromStr;

pub use error::ParsePortSpecError;
pub use iter::PortSpecIter;

use crate::registry::service::Service;
use crate::text::quoted::Quoted;
use crate::text::text_traits::try_from_str;
use crate::values::transport::Transport;
use item::Item;
use span::Span;

/// Ports and their transports, as a command line or a settings file lists them:
/// `22`, `22/tcp`, `6000-6063/udp`, `ssh`, `https/tcp,x11,8080`.
///
/// It has 1 to [`MAX_ITEMS`](Self::MAX_ITEMS) items with commas between them:
///
/// - A port, or a range of two ports, is on every transport of
///   [`Transport::ALL`], or on the one that follows a `/`. Only digits, and
///   digits around one hyphen, are numbers; all else is a name: `3com-tsmux`,
///   `9pfs`.
/// - A service name stands for all ports that the bundled registry assigns to
///   it (the columns "Service Name", "Port Number" and "Transport Protocol"),
///   on their transports or on the one that follows a `/`. A row that names no
///   transport is on all of them. As everywhere, ASCII case does not matter
///   (RFC 6335 section 5.1), and names that hold a `/` are found: `cl/1`,
///   `914c/g/udp`.
///
/// There is no blank around an item. `Display` writes the items as they were
/// given, in the registry's spelling and without leading zeros, and two specs
/// are equal if that text is: `22/tcp` is not `ssh/tcp`.
///
/// It is a `Copy` value that borrows nothing, and has [`FromStr`], so that it
/// can be the type of an argument.
///
/// ```
/// use iana_ports::port_spec::PortSpec;
/// use iana_ports::Transport::{Sctp, Tcp, Udp};
///
/// let spec: PortSpec = "22,HTTPS/tcp,x11".parse()?;
/// assert!(spec.contains(22, Sctp));
/// assert!(spec.contains(443, Tcp) && !spec.contains(443, Udp));
/// assert!(spec.contains(6010, Udp));
/// assert_eq!(spec.to_string(), "22,https/tcp,x11");
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct PortSpec {
    /// From the front.
    items: [Option<Item>; Self::MAX_ITEMS],
}

// The multiport match of iptables, whose lists are to fit, takes 15 ports.
const _: () = assert!(PortSpec::MAX_ITEMS >= 15);

impl PortSpec {
    /// The most items that a spec has.
    ///
    /// ```
    /// use iana_ports::port_spec::PortSpec;
    ///
    /// assert!(PortSpec::parse(&["22"; PortSpec::MAX_ITEMS].join(",")).is_ok());
    /// assert!(PortSpec::parse(&["22"; PortSpec::MAX_ITEMS + 1].join(",")).is_err());
    /// ```
    pub const MAX_ITEMS: usize = 16;

    /// Parses items with commas between them.
    ///
    /// ```
    /// use iana_ports::port_spec::PortSpec;
    /// use iana_ports::Transport::{Tcp, Udp};
    ///
    /// let spec = PortSpec::parse("domain,6000-6001/tcp")?;
    /// let ports: Vec<_> = spec.iter().collect();
    /// assert_eq!(ports, [(53, Tcp), (53, Udp), (6000, Tcp), (6001, Tcp)]);
    ///
    /// let error = PortSpec::parse("ssh,imap/udp").unwrap_err();
    /// assert_eq!(error.to_string(), "\"imap\" has no port on udp, expected tcp");
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no item or more than [`MAX_ITEMS`](Self::MAX_ITEMS); else a
    /// [`ParsePortSpecError`] for the first item that is malformed or
    /// stands for no port.
    pub fn parse(text: &str) -> Result<Self, ParsePortSpecError> {
        parse::spec(text)
    }

    /// Whether one of the items stands for the port on the transport.
    ///
    /// ```
    /// use iana_ports::port_spec::PortSpec;
    /// use iana_ports::Transport::{Dccp, Tcp, Udp};
    ///
    /// let spec = PortSpec::parse("http-alt/tcp,swx")?;
    /// assert!(spec.contains(8080, Tcp) && spec.contains(591, Tcp) && !spec.contains(8080, Udp));
    /// // The registry names no transport for swx.
    /// assert!(spec.contains(7359, Dccp));
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn contains(&self, port: u16, transport: Transport) -> bool {
        self.items().flatten().any(|span| span.contains(port, transport))
    }

    /// Every port with its transport: see [`PortSpecIter`] for the order.
    ///
    /// ```
    /// use iana_ports::port_spec::PortSpec;
    /// use iana_ports::Transport::Sctp;
    ///
    /// let spec = PortSpec::parse("22,x11")?;
    /// assert_eq!(spec.iter().len(), 4 + 2 * 64);
    /// assert_eq!(spec.iter().nth(2), Some((22, Sctp)));
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn iter(&self) -> PortSpecIter {
        PortSpecIter::new(self)
    }

    fn items(&self) -> impl Iterator<Item = Item> {
        self.items.into_iter().flatten()
    }
}

/// The port on every transport.
///
/// ```
/// use iana_ports::port_spec::PortSpec;
///
/// assert_eq!(PortSpec::from(22).to_string(), "22");
/// ```
impl From<u16> for PortSpec {
    fn from(port: u16) -> Self {
        Span { first: port, last: port, transport: None }.into()
    }
}

/// The port on the transport.
///
/// ```
/// use iana_ports::port_spec::PortSpec;
/// use iana_ports::Transport;
///
/// assert_eq!(PortSpec::from((22, Transport::Tcp)).to_string(), "22/tcp");
/// ```
impl From<(u16, Transport)> for PortSpec {
    fn from((port, transport): (u16, Transport)) -> Self {
        Span { first: port, last: port, transport: Some(transport) }.into()
    }
}

/// The ports of the row, on its transport or, if it names none, on every one:
/// numbers, for a name may have more rows.
///
/// ```
/// use iana_ports::port_spec::PortSpec;
/// use iana_ports::{Transport::Tcp, lookup_name};
///
/// let x11 = lookup_name("x11", Tcp).unwrap();
/// assert_eq!(PortSpec::try_from(x11)?.to_string(), "6000-6063/tcp");
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
impl TryFrom<Service<'_>> for PortSpec {
    type Error = ParsePortSpecError;

    /// # Errors
    ///
    /// [`ParsePortSpecError::NoPort`] if the row has no port.
    fn try_from(service: Service<'_>) -> Result<Self, ParsePortSpecError> {
        Span::of(service, None)
            .map(Self::from)
            .ok_or_else(|| ParsePortSpecError::NoPort { item: Quoted::new(service.name()) })
    }
}

impl From<Span> for PortSpec {
    fn from(span: Span) -> Self {
        let mut items = [None; Self::MAX_ITEMS];
        items[0] = Some(Item::Ports(span));
        Self { items }
    }
}

impl FromStr for PortSpec {
    type Err = ParsePortSpecError;

    /// As [`PortSpec::parse`].
    fn from_str(text: &str) -> Result<Self, ParsePortSpecError> {
        Self::parse(text)
    }
}

try_from_str!(PortSpec);

impl IntoIterator for PortSpec {
    type Item = (u16, Transport);
    type IntoIter = PortSpecIter;

    fn into_iter(self) -> PortSpecIter {
        self.iter()
    }
}

impl IntoIterator for &PortSpec {
    type Item = (u16, Transport);
    type IntoIter = PortSpecIter;

    fn into_iter(self) -> PortSpecIter {
        self.iter()
    }
}

/// `22,https/tcp,6000-6063`.
impl fmt::Display for PortSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, item) in self.items().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            write!(f, "{comma}{item}")?;
        }
        Ok(())
    }
}

/// `PortSpec(22,https/tcp,6000-6063)`.
impl fmt::Debug for PortSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PortSpec({self})")
    }
}

#[cfg(test)]
mod tests;
