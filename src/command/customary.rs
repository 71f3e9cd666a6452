//! The names that people use, beside those of the registry and apart from them.

use core::iter;

use iana_ports::facts::CustomaryName;
use iana_ports::layers::Layers;
use iana_ports::{PortKey, Service, Services, customary};

/// The same registries with the customary names below them.
pub(crate) fn below<'r>(layers: &Layers<'r>) -> Layers<'r> {
    layers.registries().iter().copied().chain(iter::once(customary())).collect()
}

/// The rows of a customary name.
pub(crate) fn named<'r>(name: &str) -> impl Iterator<Item = Service<'r>> + use<'r> {
    CustomaryName::named(name).map(|name| -> Service<'r> { name.service() })
}

/// The customary names of a service, on whichever transport: rows that say the
/// same are one page.
pub(crate) fn names_of(service: Service<'_>) -> Vec<&'static str> {
    let all = customary().services().filter_map(CustomaryName::of);
    let mut names: Vec<&str> = all
        .filter(|name| {
            let is_it =
                |row: Service<'_>| (row.name(), row.ports()) == (service.name(), service.ports());
            name.registered().is_some_and(is_it)
        })
        .map(|name| name.service().name())
        .collect();
    names.dedup();
    names
}

/// What uses a port that has no service.
pub(crate) fn users_of(key: PortKey) -> Services<'static> {
    customary().services_on(key.port(), key.transport())
}
