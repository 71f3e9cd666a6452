//! What the cells are coloured by.

use core::error::Error;

use iana_ports::{Status, Transport, status};

#[cfg(feature = "categories")]
use crate::category::CATEGORY;

/// A colour of the legend.
pub(crate) struct Kind {
    /// The name in the legend.
    pub(crate) name: &'static str,
    /// The class in the style.
    pub(crate) class: &'static str,
    /// The colour on a light page, and on a dark one.
    pub(crate) colours: [&'static str; 2],
}

/// A way to colour the ports: all that the rest of the program knows of it.
pub(crate) struct Colouring {
    /// What the picture shows, in its title and at its head.
    pub(crate) title: &'static str,
    pub(crate) head: &'static str,
    /// All kinds, in the order of the legend. What is most comes last: it is the
    /// ground on which the others are drawn.
    pub(crate) kinds: &'static [Kind],
    /// The kind of a port, as an index of `kinds`.
    pub(crate) kind: fn(u16, Transport) -> usize,
}

/// The colours of each status. They are told apart by lightness too, and those of
/// services and reserved ports, blue and orange, by eyes that confuse red and green.
const STATUS: Colouring = Colouring {
    title: "status",
    head: "Status",
    kinds: &[
        Kind { name: "Assigned", class: "Assigned", colours: ["#2272b8", "#4796e8"] },
        Kind { name: "Reserved", class: "Reserved", colours: ["#e58a00", "#f2a33a"] },
        Kind { name: "Dynamic", class: "Dynamic", colours: ["#f4f0fa", "#1b1729"] },
        Kind { name: "Unassigned", class: "Unassigned", colours: ["#dfe4ea", "#262c36"] },
    ],
    kind: |port, transport| match status(port, transport) {
        Status::Assigned => 0,
        Status::Reserved => 1,
        Status::Dynamic => 2,
        _ => 3,
    },
};

/// The colouring of a name, as the command line has it.
pub(crate) fn colouring(name: &str) -> Result<&'static Colouring, Box<dyn Error>> {
    match name {
        "status" => Ok(&STATUS),
        #[cfg(feature = "categories")]
        "category" => Ok(&CATEGORY),
        #[cfg(not(feature = "categories"))]
        "category" => Err("\"category\" needs the feature `categories`: \
                           cargo run --features categories --example map -- tcp category"
            .into()),
        _ => Err(format!("unknown colouring {name:?}, expected status or category").into()),
    }
}
