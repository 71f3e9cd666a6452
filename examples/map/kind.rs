//! What the cells are coloured by. Colours are told apart by lightness too, and
//! those of services and reserved ports, blue and orange, by eyes that confuse red
//! and green.

use iana_ports::{Status, Transport, status};

/// A colour of the legend.
pub(crate) struct Kind {
    /// The name in the legend, and the class in the style.
    pub(crate) name: &'static str,
    /// The colour on a light page, and on a dark one.
    pub(crate) colours: [&'static str; 2],
}

/// All kinds, in the order of the legend. What is most comes last: it is the
/// ground on which the others are drawn.
pub(crate) const KINDS: [Kind; 4] = [
    Kind { name: "Assigned", colours: ["#2272b8", "#4796e8"] },
    Kind { name: "Reserved", colours: ["#e58a00", "#f2a33a"] },
    Kind { name: "Dynamic", colours: ["#f4f0fa", "#1b1729"] },
    Kind { name: "Unassigned", colours: ["#dfe4ea", "#262c36"] },
];

/// The kind of a port, as an index of [`KINDS`]: all that the rest of the program
/// knows of it.
pub(crate) fn kind(port: u16, transport: Transport) -> usize {
    match status(port, transport) {
        Status::Assigned => 0,
        Status::Reserved => 1,
        Status::Dynamic => 2,
        _ => 3,
    }
}
