//! The ends of a flow, and what is known of them besides their ports.

use core::ops::RangeInclusive;

use crate::values::word::word;

/// An end of a flow.
///
/// ```
/// use iana_ports::flow::Side;
///
/// assert_eq!(Side::Source.other(), Side::Destination);
/// assert_eq!(Side::Destination.to_string(), "destination");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The end whose port is the source port.
    Source,
    /// The end whose port is the destination port.
    Destination,
}

impl Side {
    /// Both sides, in the order of a packet's header.
    ///
    /// ```
    /// use iana_ports::flow::Side;
    ///
    /// assert_eq!(Side::ALL.map(Side::other), [Side::Destination, Side::Source]);
    /// ```
    pub const ALL: [Self; 2] = [Self::Source, Self::Destination];

    /// The opposite end.
    ///
    /// ```
    /// use iana_ports::flow::Side;
    ///
    /// assert_eq!(Side::Source.other().other(), Side::Source);
    /// ```
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Source => Self::Destination,
            Self::Destination => Self::Source,
        }
    }

    /// The one of two things, such as ports or addresses, that belongs to the
    /// side.
    ///
    /// ```
    /// use iana_ports::flow::Side;
    ///
    /// assert_eq!(Side::Destination.of(51123, 443), 443);
    /// ```
    #[must_use]
    #[inline]
    pub fn of<T>(self, source: T, destination: T) -> T {
        match self {
            Self::Source => source,
            Self::Destination => destination,
        }
    }
}

word! {
    Side,
    /// The name of the side, in lower case.
    ///
    /// ```
    /// assert_eq!(iana_ports::flow::Side::Source.as_str(), "source");
    /// ```
    as_str { Source: "source", Destination: "destination" }
    /// A text that names no [`Side`].
    ///
    /// ```
    /// use iana_ports::flow::Side;
    ///
    /// assert_eq!("source".parse(), Ok(Side::Source));
    /// let error = "src".parse::<Side>().unwrap_err();
    /// assert_eq!(error.to_string(), r#"unknown side "src", expected source or destination"#);
    /// ```
    ParseSideError:
    "unknown side {found:?}, expected source or destination"
}

/// What is known of a flow besides its ports. Nothing by default.
///
/// # Example
///
/// ```
/// use iana_ports::Transport::Tcp;
/// use iana_ports::flow::{Hints, Reason, Side, service};
///
/// // Both ports are assigned, and neither is a System Port.
/// let answer = service(8080, 5432, Tcp, Hints::new());
/// assert_eq!((answer.side(), answer.reason()), (None, Reason::BothAssigned));
///
/// // The source sent the SYN.
/// let answer = service(8080, 5432, Tcp, Hints::new().first_packet(Side::Source));
/// assert_eq!(answer.service().unwrap().name(), "postgresql");
/// assert_eq!(answer.reason(), Reason::FirstPacket);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hints {
    pub(super) first_packet: Option<Side>,
    pub(super) group: Option<Side>,
    /// The first and the last ephemeral port of the source and the destination.
    ephemeral: [(u16, u16); 2],
}

impl Default for Hints {
    /// [`Hints::new`].
    fn default() -> Self {
        Self::new()
    }
}

impl Hints {
    /// The ephemeral ports of Linux, as `ip_local_port_range` has them by
    /// default.
    ///
    /// ```
    /// use iana_ports::flow::Hints;
    ///
    /// assert!(Hints::LINUX.contains(&32768) && !Hints::LINUX.contains(&61000));
    /// ```
    pub const LINUX: RangeInclusive<u16> = 32768..=60999;

    /// The Dynamic Ports, 49152-65535 (RFC 6335 section 6): the ephemeral ports
    /// of Windows since Vista and of macOS by default.
    ///
    /// ```
    /// use iana_ports::{PortRange, flow::Hints};
    ///
    /// assert!(Hints::DYNAMIC.map(PortRange::of).all(|range| range == PortRange::Dynamic));
    /// ```
    pub const DYNAMIC: RangeInclusive<u16> = 49152..=65535;

    /// The ephemeral ports of Windows until XP and Server 2003. Most of them
    /// are assigned.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, flow::Hints, lookup_port};
    ///
    /// let assigned = Hints::WINDOWS_XP.filter(|port| lookup_port(*port, Tcp).is_some());
    /// assert!(assigned.count() > 3_000);
    /// ```
    pub const WINDOWS_XP: RangeInclusive<u16> = 1025..=5000;

    /// What may be an ephemeral port on Linux, Windows or macOS: those of Linux
    /// and the Dynamic Ports. It is what an end has of which nothing is known.
    ///
    /// ```
    /// use iana_ports::flow::Hints;
    ///
    /// assert!(Hints::LINUX.chain(Hints::DYNAMIC).all(|port| Hints::COMMON.contains(&port)));
    /// ```
    pub const COMMON: RangeInclusive<u16> = 32768..=65535;

    /// No hints.
    ///
    /// ```
    /// use iana_ports::flow::Hints;
    ///
    /// assert_eq!(Hints::new(), Hints::default());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        let common = (*Self::COMMON.start(), *Self::COMMON.end());
        Self { first_packet: None, group: None, ephemeral: [common; 2] }
    }

    /// The end that sent the first packet: the one that opened the connection.
    ///
    /// It is for who saw that packet, such as a TCP segment with SYN and
    /// without ACK, or whose exporter tells (biflows of RFC 5103). What a
    /// capture that began in the middle saw first is none.
    ///
    /// ```
    /// use iana_ports::Transport::Tcp;
    /// use iana_ports::flow::{Hints, Side, service};
    ///
    /// // A client of NFS binds a System Port: its server asks for one.
    /// assert_eq!(service(749, 2049, Tcp, Hints::new()).side(), Some(Side::Source));
    /// let opened = Hints::new().first_packet(Side::Source);
    /// assert_eq!(service(749, 2049, Tcp, opened).side(), Some(Side::Destination));
    /// ```
    #[must_use]
    pub const fn first_packet(self, from: Side) -> Self {
        Self { first_packet: Some(from), ..self }
    }

    /// The end whose address is a broadcast or multicast one. It is the
    /// destination of a packet; the record of a flow may have its ends in
    /// any order.
    ///
    /// ```
    /// use iana_ports::Transport::Udp;
    /// use iana_ports::flow::{Hints, Side, service};
    ///
    /// let answer = service(138, 138, Udp, Hints::new().group(Side::Destination));
    /// assert_eq!(answer.side(), Some(Side::Destination));
    /// ```
    #[must_use]
    pub const fn group(self, at: Side) -> Self {
        Self { group: Some(at), ..self }
    }

    /// The ports that the system of an end gives to clients:
    /// [`COMMON`](Self::COMMON) until it is known better. For a local end,
    /// Linux has them in `/proc/sys/net/ipv4/ip_local_port_range`; they may
    /// be the same for both ends.
    ///
    /// ```
    /// use iana_ports::Transport::Tcp;
    /// use iana_ports::flow::{Hints, Side, service};
    ///
    /// // An old system took 1433 for its client: ms-sql-s is not there.
    /// assert_eq!(service(1433, 8080, Tcp, Hints::new()).side(), None);
    /// let old = Hints::new().ephemeral(Side::Source, Hints::WINDOWS_XP);
    /// assert_eq!(service(1433, 8080, Tcp, old).side(), Some(Side::Destination));
    /// ```
    #[must_use]
    pub const fn ephemeral(self, of: Side, ports: RangeInclusive<u16>) -> Self {
        let [source, destination] = self.ephemeral;
        let ports = (*ports.start(), *ports.end());
        let ephemeral = match of {
            Side::Source => [ports, destination],
            Side::Destination => [source, ports],
        };
        Self { ephemeral, ..self }
    }

    /// The hints of the same flow with its ends the other way round.
    ///
    /// ```
    /// use iana_ports::flow::{Hints, Side};
    ///
    /// let hints = Hints::new().first_packet(Side::Source);
    /// assert_eq!(hints.swapped(), Hints::new().first_packet(Side::Destination));
    /// ```
    #[must_use]
    pub fn swapped(self) -> Self {
        let [source, destination] = self.ephemeral;
        Self {
            first_packet: self.first_packet.map(Side::other),
            group: self.group.map(Side::other),
            ephemeral: [destination, source],
        }
    }

    /// Whether a port of an end may be one that its system gave to a client.
    #[inline]
    pub(super) fn is_ephemeral(self, side: Side, port: u16) -> bool {
        let [source, destination] = self.ephemeral;
        let (first, last) = side.of(source, destination);
        (first..=last).contains(&port)
    }
}
