//! Registries that are loaded at run time.

#[cfg(all(feature = "details", feature = "contacts", not(miri)))]
mod annotate_example;
#[cfg(all(feature = "details", feature = "contacts"))]
mod builder;
mod columns;
#[cfg(all(feature = "details", feature = "contacts"))]
mod diff;
#[cfg(all(feature = "details", feature = "contacts"))]
mod empty;
mod errors;
#[cfg(all(feature = "details", feature = "contacts"))]
mod exports;
#[cfg(all(feature = "details", feature = "contacts"))]
mod former_header;
mod handles;
#[cfg(all(feature = "details", feature = "contacts"))]
mod hostile;
mod layers;
mod random;
#[cfg(all(feature = "details", feature = "contacts"))]
mod same;
mod services_file;
mod tiers;

use iana_ports::{Registry, Transport};

/// A registry from a services(5) file.
#[track_caller]
fn services(file: &str) -> Registry {
    Registry::from_services_file(file.as_bytes()).expect("it compiles")
}

/// What services(5) says on a port, primary first.
fn on(registry: &Registry, port: u16, transport: Transport) -> Vec<String> {
    registry.services_on(port, transport).map(|service| service.to_string()).collect()
}
