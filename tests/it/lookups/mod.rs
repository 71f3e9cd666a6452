//! Every look-up, asked for everything that the registry has and much that it
//! has not.

mod allocations;
mod bulk;
mod free_ports;
mod iterators;
mod labels;
mod names;
mod port_spec;
mod port_syntaxes;
mod ports;
mod resolve;
mod servent;
mod traits;
mod typed;

#[cfg(all(
    feature = "build",
    feature = "categories",
    feature = "contacts",
    feature = "customary",
    feature = "details",
    feature = "serde"
))]
mod auto_traits;
#[cfg(feature = "details")]
mod citing;
#[cfg(all(feature = "details", feature = "contacts"))]
mod contacts;
