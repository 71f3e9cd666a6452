//! The rules by which an end of a flow is the service. Each asks the same of
//! both ends, so that to swap them swaps the side.

use super::{Hints, Reason, Side};
use crate::values::port_range::PortRange;

/// Ports of clients, and the ports of their servers: RFC 2131 section 4.1, RFC
/// 8415 section 7.2.
const PAIRS: [(u16, u16); 2] = [(68, 67), (546, 547)];

/// An end of a flow, as the rules see it.
#[derive(Clone, Copy)]
pub(super) struct End {
    port: u16,
    /// Whether a service is registered on the port.
    is_assigned: bool,
    /// The points of the fourth rule, 0 to 3.
    points: u8,
}

impl End {
    #[inline]
    pub(super) fn new(port: u16, is_assigned: bool, is_ephemeral: bool) -> Self {
        let is_system = is_assigned && matches!(PortRange::of(port), PortRange::System);
        let points = u8::from(is_assigned) + u8::from(!is_ephemeral) + u8::from(is_system);
        Self { port, is_assigned, points }
    }

    fn is_system(self) -> bool {
        matches!(PortRange::of(self.port), PortRange::System)
    }
}

/// The side that is the service, and the rule that decided. `is_one` says that
/// both ports are those of one service.
#[inline]
pub(super) fn decide(
    ends: [End; 2],
    is_one: impl FnOnce() -> bool,
    hints: Hints,
) -> (Option<Side>, Reason) {
    let [source, destination] = ends;
    if let Some(server) = server_of_pair(source.port, destination.port) {
        return (Some(server), Reason::ClientPort);
    }
    if let Some(group) = hints.group {
        return (Some(group), Reason::Group);
    }
    if let Some(sender) = hints.first_packet {
        let from = sender.of(source, destination);
        let to = sender.other().of(source, destination);
        // What is left is a missed request, or the data connection of FTP.
        if from.points < 3 || to.points >= 2 {
            return (Some(sender.other()), Reason::FirstPacket);
        }
    }
    if source.points > destination.points {
        (Some(Side::Source), advantage(source, destination))
    } else if destination.points > source.points {
        (Some(Side::Destination), advantage(destination, source))
    } else {
        (None, draw(ends, is_one))
    }
}

/// The side of the server's port, if the other is that of its clients.
#[inline]
fn server_of_pair(source: u16, destination: u16) -> Option<Side> {
    // Nearly all flows end here.
    if source.abs_diff(destination) != 1 {
        return None;
    }
    for (client, server) in PAIRS {
        if (source, destination) == (client, server) {
            return Some(Side::Destination);
        }
        if (destination, source) == (client, server) {
            return Some(Side::Source);
        }
    }
    None
}

/// What the end with more points has before the other.
fn advantage(more: End, less: End) -> Reason {
    if more.is_assigned && !less.is_assigned {
        Reason::OnlyAssigned
    } else if more.is_assigned && more.is_system() && !less.is_system() {
        Reason::SystemPort
    } else {
        Reason::EphemeralPort
    }
}

/// Why two ends have as many points.
fn draw([source, destination]: [End; 2], is_one: impl FnOnce() -> bool) -> Reason {
    match (source.is_assigned, destination.is_assigned) {
        (true, true) if is_one() => Reason::OneService,
        (true, true) => Reason::BothAssigned,
        (false, false) => Reason::NoneAssigned,
        _ => Reason::Conflict,
    }
}
