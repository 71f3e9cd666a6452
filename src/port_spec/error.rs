//! The error of parsing a port spec.

use core::fmt;

use thiserror::Error;

use crate::lookups::lookup_name;
use crate::port_spec::PortSpec;
use crate::text::quoted::Quoted;
use crate::values::transport::Transport;

/// Why a text is no [`PortSpec`]. It quotes the item as it was written.
///
/// ```
/// use iana_ports::port_spec::PortSpec;
///
/// let error = PortSpec::parse("22,6063-6000/udp").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     r#"backward range "6063-6000/udp", expected the lower port first"#,
/// );
/// ```
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ParsePortSpecError {
    /// The text is empty.
    #[error("empty port spec, expected ports or service names such as 22,6000-6063/udp,https")]
    Empty,
    /// There are more than [`PortSpec::MAX_ITEMS`] items.
    #[error("port spec of {count} items, expected at most {}", PortSpec::MAX_ITEMS)]
    #[non_exhaustive]
    TooManyItems {
        /// The items it has.
        count: usize,
    },
    /// Nothing stands before, between or after commas.
    #[error("empty item at byte {position} of a port spec, expected a port or a service name")]
    #[non_exhaustive]
    EmptyItem {
        /// Where the item would begin, counted from 0.
        position: usize,
    },
    /// An item begins or ends with white space.
    #[error("white space around {item:?}, expected none")]
    #[non_exhaustive]
    Blank {
        /// The item.
        item: Quoted,
    },
    /// An item has no letter, as every service name has (RFC 6335 section 5.1),
    /// but is neither a port nor a range.
    #[error("malformed port or range {item:?}, expected digits such as 22 or 6000-6063")]
    #[non_exhaustive]
    Malformed {
        /// The item.
        item: Quoted,
    },
    /// A port has more than 16 bits.
    #[error("too high a port in {item:?}, expected at most 65535")]
    #[non_exhaustive]
    PortTooHigh {
        /// The item.
        item: Quoted,
    },
    /// The second port of a range is lower than the first.
    #[error("backward range {item:?}, expected the lower port first")]
    #[non_exhaustive]
    BackwardRange {
        /// The item.
        item: Quoted,
    },
    /// What follows the last `/` is no [`Transport`].
    #[error("unknown transport in {item:?}, expected tcp, udp, sctp or dccp")]
    #[non_exhaustive]
    UnknownTransport {
        /// The item.
        item: Quoted,
    },
    /// The bundled registry has no service of the name.
    #[error("unknown service name in {item:?}, expected one of the registry such as https")]
    #[non_exhaustive]
    UnknownName {
        /// The item.
        item: Quoted,
    },
    /// The service is registered by name only.
    #[error("no port is registered for {item:?}, expected a service that has one")]
    #[non_exhaustive]
    NoPort {
        /// The item.
        item: Quoted,
    },
    /// The service has ports on other transports only.
    #[error("{name:?} has no port on {transport}, expected {}", TransportsOf(name))]
    #[non_exhaustive]
    NotOnTransport {
        /// The name as the registry spells it.
        name: &'static str,
        /// The transport that was asked for.
        transport: Transport,
    },
}

/// The transports on which a name has a port: `tcp or udp`.
struct TransportsOf<'a>(&'a str);

impl fmt::Display for TransportsOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A row with a port comes before those without.
        let there = Transport::ALL.iter().copied().filter(|&transport| {
            lookup_name(self.0, transport).is_some_and(|row| row.port().is_some())
        });
        for (index, transport) in there.enumerate() {
            let or = if index > 0 { " or " } else { "" };
            write!(f, "{or}{transport}")?;
        }
        Ok(())
    }
}
