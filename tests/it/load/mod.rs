//! Registries that are loaded at run time.

mod builder;
mod empty;
mod errors;
mod exports;
mod former_header;
mod handles;
mod same;
mod services_file;

use std::sync::LazyLock;

use iana_ports::{Registry, Transport};

/// `registry/`, loaded once for all tests that only ask it.
pub(crate) static LOADED: LazyLock<Registry> =
    LazyLock::new(|| Registry::from_dir(DIRECTORY).expect("it compiles"));

pub(crate) const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/registry");

/// A registry from a services(5) file.
#[track_caller]
pub(crate) fn services(file: &str) -> Registry {
    Registry::from_services_file(file.as_bytes()).expect("it compiles")
}

/// What services(5) says on a port, primary first.
pub(crate) fn on(registry: &Registry, port: u16, transport: Transport) -> Vec<String> {
    registry.services_on(port, transport).map(|service| service.to_string()).collect()
}
