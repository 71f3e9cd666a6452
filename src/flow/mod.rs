//! Which end of a flow is the service, and which service it is.
//!
//! A flow has two ports, and a registry of ports does not say which of them
//! somebody listens on. [`service()`] decides as far as there is ground for it,
//! and its [`Answer`] tells the [`Reason`]. [`Hints`] are what the caller knows
//! besides: who sent the first packet, whether an end is a broadcast or
//! multicast address, and the ephemeral ports of an end's system.
//!
//! ```
//! use iana_ports::Transport::{Tcp, Udp};
//! use iana_ports::flow::{Hints, Reason, Side, service};
//!
//! let answer = service(51123, 443, Tcp, Hints::new());
//! assert_eq!(answer.side(), Some(Side::Destination));
//! assert_eq!(answer.service().unwrap().name(), "https");
//! assert_eq!(answer.reason(), Reason::OnlyAssigned);
//!
//! // The answer of a resolver goes the other way.
//! let answer = service(53, 40000, Udp, Hints::new());
//! assert_eq!(answer.to_string(), "domain (53/udp) at the source: the other port is no System Port");
//!
//! // Two servers of NTP. Whoever saw the first packet knows more.
//! let answer = service(123, 123, Udp, Hints::new());
//! assert_eq!((answer.side(), answer.reason()), (None, Reason::OneService));
//! assert_eq!(answer.service().unwrap().name(), "ntp");
//! let answer = service(123, 123, Udp, Hints::new().first_packet(Side::Source));
//! assert_eq!(answer.side(), Some(Side::Destination));
//! ```
//!
//! # Rules
//!
//! The first rule that applies decides. To swap the ends, with the hints, swaps
//! the side and keeps the service and the reason.
//!
//! 1. **Client ports.** 68 is registered for the clients of the service on 67
//!    (DHCP, RFC 2131), and 546 for those of 547 (DHCPv6, RFC 8415): between
//!    the two of a pair, the server's port is the service, also where the
//!    server sends first or broadcasts. ([`Reason::ClientPort`])
//! 2. **Groups.** An end with a broadcast or multicast address is the service:
//!    its members agreed on the port beforehand, and no system takes it from
//!    its ephemeral ports. ([`Reason::Group`])
//! 3. **First packet.** The end that did not send it is the service: it was
//!    listening. There is one exception. If the sender's port is a System Port
//!    with a service, and the other is none with a service, or an ephemeral
//!    one, the next rule decides: few clients may bind a System Port, so what
//!    was taken for the first packet is a reply whose request was missed, or
//!    the data connection of an active FTP server. ([`Reason::FirstPacket`])
//! 4. **Points.** A port gets one for a service that is registered on it, one
//!    for being no ephemeral port, and one if it is a System Port with a
//!    service. More points win:
//!    - a service on one port only ([`Reason::OnlyAssigned`]): a port without
//!      one is likelier to be ephemeral;
//!    - a System Port against another ([`Reason::SystemPort`]): on most systems
//!      it takes privileges to listen on it, and no kernel gives it away;
//!    - a port that is not ephemeral against one that is
//!      ([`Reason::EphemeralPort`]): Linux picks clients' ports from 32768 on,
//!      where some are assigned as well.
//! 5. **No ground.** With as many points there is no side. The service is still
//!    known if both ports are its own ([`Reason::OneService`]: NTP, IKE and SIP
//!    between servers); else both ports have services
//!    ([`Reason::BothAssigned`]), none has ([`Reason::NoneAssigned`]), or the
//!    only assigned one may be ephemeral and the other is not
//!    ([`Reason::Conflict`]).
//!
//! The lower number is no rule: between two ports of equal points it says
//! nothing. That an end is local is none either, since servers have local ends
//! too.
//!
//! A port number does not identify traffic: the service is the one that the
//! port is registered for, whatever runs there.

mod answer;
mod hints;
mod rules;

pub use answer::{Answer, Reason};
pub use hints::{Hints, ParseSideError, Side};

use crate::lookups::registry;
use crate::registry::Registry;
use crate::registry::bulk::NO_SERVICE;
use crate::registry::lookup::Lookup;
use crate::values::transport::Transport;
use rules::{End, decide};

/// Which end of a flow is the service: see the [rules](self#rules).
///
/// The ports are those of the packet, or of the record of a flow; its ends may
/// stand in any order.
///
/// ```
/// use iana_ports::Transport::Udp;
/// use iana_ports::flow::{Hints, Side, service};
///
/// let query = Hints::new().group(Side::Destination);
/// let answer = service(5353, 5353, Udp, query);
/// assert_eq!(answer.side(), Some(Side::Destination));
/// assert_eq!(answer.service().unwrap().name(), "mdns");
///
/// // WireGuard: 51820 is one of the Dynamic Ports, and neither end is known.
/// let answer = service(41234, 51820, Udp, Hints::new());
/// assert_eq!((answer.side(), answer.service()), (None, None));
/// ```
#[must_use]
pub fn service(
    source: u16,
    destination: u16,
    transport: Transport,
    hints: Hints,
) -> Answer<'static> {
    service_in(registry(), source, destination, transport, hints)
}

/// The same with the services of a registry or of layers: see [`service()`].
///
/// ```
/// # #[cfg(feature = "runtime")]
/// # {
/// use iana_ports::flow::{Hints, Side, service_in};
/// use iana_ports::{Registry, Transport::Udp, layers::Layers, registry};
///
/// let own = Registry::from_services_file("wireguard 51820/udp\n".as_bytes()).unwrap();
/// let layers = Layers::new([&own, registry()]);
/// let answer = service_in(&layers, 41234, 51820, Udp, Hints::new());
/// assert_eq!(answer.side(), Some(Side::Destination));
/// assert_eq!(answer.service().unwrap().name(), "wireguard");
/// # }
/// ```
#[must_use]
pub fn service_in<R: Lookup>(
    registry: &R,
    source: u16,
    destination: u16,
    transport: Transport,
    hints: Hints,
) -> Answer<'_> {
    let at_source = registry.lookup_port(source, transport);
    let at_destination = registry.lookup_port(destination, transport);
    let is_assigned = [at_source.is_some(), at_destination.is_some()];
    let is_one = || at_source.is_some() && at_source == at_destination;
    let (side, reason) = decide(ends([source, destination], is_assigned, hints), is_one, hints);
    let service = match side {
        Some(side) => side.of(at_source, at_destination),
        None => at_source.filter(|_| reason == Reason::OneService),
    };
    Answer { side, service, reason }
}

/// The ends of a flow, as the rules see them.
#[inline]
fn ends(ports: [u16; 2], is_assigned: [bool; 2], hints: Hints) -> [End; 2] {
    let end = |side: Side, at: usize| {
        End::new(ports[at], is_assigned[at], hints.is_ephemeral(side, ports[at]))
    };
    [end(Side::Source, 0), end(Side::Destination, 1)]
}

/// The service ends of many flows, for columns of flow records: of each pair of
/// ports and each IP protocol number, what [`service()`] answers without
/// hints, the service as its [`Service::id`](crate::Service::id).
///
/// A service that is not known is [`NO_SERVICE`], as in
/// [`lookup_ids`](crate::lookup_ids()). A protocol without ports has neither
/// service nor side. The shortest of the slices counts; what the others have
/// beyond it stays as it is. There is no heap.
///
/// ```
/// use iana_ports::flow::{Side, service_ids};
/// use iana_ports::registry;
///
/// let (sources, destinations) = ([51123, 53, 123], [443, 40000, 123]);
/// let (mut ids, mut sides) = ([0; 3], [None; 3]);
/// service_ids(&sources, &destinations, &[6, 17, 17], &mut ids, &mut sides);
/// let names = ids.map(|id| registry().name_of(id));
/// assert_eq!(names, [Some("https"), Some("domain"), Some("ntp")]);
/// assert_eq!(sides, [Some(Side::Destination), Some(Side::Source), None]);
/// ```
pub fn service_ids(
    sources: &[u16],
    destinations: &[u16],
    protocols: &[u8],
    ids: &mut [u16],
    sides: &mut [Option<Side>],
) {
    service_ids_in(registry(), sources, destinations, protocols, ids, sides);
}

/// The same with the services of a registry: see [`service_ids`].
///
/// ```
/// use iana_ports::flow::{Side, service_ids_in};
/// use iana_ports::registry;
///
/// let (mut ids, mut sides) = ([0], [None]);
/// service_ids_in(registry(), &[22], &[50000], &[6], &mut ids, &mut sides);
/// assert_eq!((registry().name_of(ids[0]), sides), (Some("ssh"), [Some(Side::Source)]));
/// ```
pub fn service_ids_in(
    registry: &Registry,
    sources: &[u16],
    destinations: &[u16],
    protocols: &[u8],
    ids: &mut [u16],
    sides: &mut [Option<Side>],
) {
    /// The flows whose ids lie on the stack at a time.
    const CHUNK: usize = 256;

    let lengths = [destinations.len(), protocols.len(), ids.len(), sides.len()];
    let length = lengths.into_iter().fold(sources.len(), usize::min);
    let flows = sources[..length].chunks(CHUNK).zip(destinations[..length].chunks(CHUNK));
    let answers = ids[..length].chunks_mut(CHUNK).zip(sides[..length].chunks_mut(CHUNK));
    let flows = flows.zip(protocols[..length].chunks(CHUNK)).zip(answers);
    for (((sources, destinations), protocols), (ids, sides)) in flows {
        let mut at_sources = [NO_SERVICE; CHUNK];
        registry.lookup_ids(sources, protocols, &mut at_sources);
        registry.lookup_ids(destinations, protocols, ids);
        for (index, protocol) in protocols.iter().enumerate() {
            let found = [at_sources[index], ids[index]];
            (ids[index], sides[index]) = match Transport::from_protocol_number(*protocol) {
                Some(_) => side_of_ids([sources[index], destinations[index]], found),
                None => (NO_SERVICE, None),
            };
        }
    }
}

/// The id of the service of a flow, and its side, from the ids of both ends.
fn side_of_ids(ports: [u16; 2], ids: [u16; 2]) -> (u16, Option<Side>) {
    let hints = Hints::new();
    let is_one = || ids[0] == ids[1] && ids[0] != NO_SERVICE;
    let (side, reason) = decide(ends(ports, ids.map(|id| id != NO_SERVICE), hints), is_one, hints);
    let id = match side {
        Some(side) => side.of(ids[0], ids[1]),
        None if reason == Reason::OneService => ids[0],
        None => NO_SERVICE,
    };
    (id, side)
}
