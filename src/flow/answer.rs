//! Which end of a flow is the service, and why.

use core::fmt;

use super::Side;
use crate::registry::service::Service;
use crate::text::pad::pad_display;
use crate::text::text_traits::display_str;

/// Which end of a flow is the service: what [`service`](super::service())
/// answers.
///
/// `Display` writes `https (443/tcp) at the destination:` and the reason.
///
/// # Example
///
/// ```
/// use iana_ports::Transport::Tcp;
/// use iana_ports::flow::{Hints, service};
///
/// let text = |source, destination| service(source, destination, Tcp, Hints::new()).to_string();
/// assert_eq!(
///     text(51123, 443),
///     "https (443/tcp) at the destination: no service is registered on the other port",
/// );
/// assert_eq!(
///     text(25565, 51123),
///     "an unknown service at the source: the other port may be an ephemeral one",
/// );
/// assert_eq!(
///     text(5432, 8080),
///     "undecided: a service is registered on each port, and neither stands out",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Answer<'r> {
    pub(super) side: Option<Side>,
    pub(super) service: Option<Service<'r>>,
    pub(super) reason: Reason,
}

impl<'r> Answer<'r> {
    /// The end that is the service; `None` where there is no ground for a
    /// choice.
    ///
    /// ```
    /// use iana_ports::Transport::Tcp;
    /// use iana_ports::flow::{Hints, Side, service};
    ///
    /// assert_eq!(service(22, 50000, Tcp, Hints::new()).side(), Some(Side::Source));
    /// assert_eq!(service(50000, 50001, Tcp, Hints::new()).side(), None);
    /// ```
    #[must_use]
    pub const fn side(self) -> Option<Side> {
        self.side
    }

    /// The primary service on the port of that end; without a side, the one
    /// that both ports are registered for. `None` if there is none.
    ///
    /// ```
    /// use iana_ports::Transport::Udp;
    /// use iana_ports::flow::{Hints, service};
    ///
    /// let answer = service(500, 500, Udp, Hints::new());
    /// assert_eq!((answer.side(), answer.service().unwrap().name()), (None, "isakmp"));
    /// ```
    #[must_use]
    pub const fn service(self) -> Option<Service<'r>> {
        self.service
    }

    /// What decided, or why nothing did.
    ///
    /// ```
    /// use iana_ports::Transport::Tcp;
    /// use iana_ports::flow::{Hints, Reason, service};
    ///
    /// assert_eq!(service(8080, 443, Tcp, Hints::new()).reason(), Reason::SystemPort);
    /// ```
    #[must_use]
    pub const fn reason(self) -> Reason {
        self.reason
    }
}

impl fmt::Display for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| {
            match (self.service, self.side) {
                (Some(service), Some(side)) => write!(out, "{service} at the {side}: ")?,
                (None, Some(side)) => write!(out, "an unknown service at the {side}: ")?,
                (Some(service), None) => write!(out, "{service} at either end: ")?,
                (None, None) => out.write_str("undecided: ")?,
            }
            out.write_str(self.reason.as_str())
        })
    }
}

/// Why an end of a flow is the service, or none is: the
/// [rule](super#rules) that decided.
///
/// # Example
///
/// ```
/// use iana_ports::flow::Reason;
///
/// assert_eq!(Reason::FirstPacket.to_string(), "the other end sent the first packet");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// The other port is registered for the clients of this one: 68 of 67, 546
    /// of 547.
    ClientPort,
    /// The address is a broadcast or multicast one.
    Group,
    /// The other end sent the first packet.
    FirstPacket,
    /// The other port has no service.
    OnlyAssigned,
    /// The other port has a service, and is no System Port.
    SystemPort,
    /// The other port may be an ephemeral one, and this one is none.
    EphemeralPort,
    /// No side: both ports are those of one service.
    OneService,
    /// No side: both ports have services, and as many points.
    BothAssigned,
    /// No side: no port has a service, and both or none may be ephemeral.
    NoneAssigned,
    /// No side: the only port with a service may be an ephemeral one, and the
    /// other is none.
    Conflict,
}

impl Reason {
    /// A short sentence, without a full stop.
    ///
    /// ```
    /// use iana_ports::flow::Reason;
    ///
    /// assert_eq!(Reason::NoneAssigned.as_str(), "no service is registered on either port");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ClientPort => "the other port is registered for clients of this service",
            Self::Group => "the address is a broadcast or multicast one",
            Self::FirstPacket => "the other end sent the first packet",
            Self::OnlyAssigned => "no service is registered on the other port",
            Self::SystemPort => "the other port is no System Port",
            Self::EphemeralPort => "the other port may be an ephemeral one",
            Self::OneService => "both ports are registered for this service",
            Self::BothAssigned => "a service is registered on each port, and neither stands out",
            Self::NoneAssigned => "no service is registered on either port",
            Self::Conflict => "the only port with a service may be an ephemeral one",
        }
    }
}

display_str!(Reason);
