//! Iteration over the services of layers, without those that are shadowed or
//! hidden.

use super::{Layers, shown};
use crate::registry::Registry;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::values::iterator_traits::iterator_traits;
use crate::values::transport::Transport;

/// Services of [`Layers`], those of the highest registry first: an iterator
/// that is also the answer.
///
/// # Example
///
/// ```
/// # #[cfg(feature = "runtime")]
/// # {
/// use iana_ports::layers::Layers;
/// use iana_ports::{Registry, Transport::Tcp, registry};
///
/// let own = Registry::from_services_file("web 80/tcp\nhttp 80/tcp\n".as_bytes()).unwrap();
/// let layers = Layers::new([&own, registry()]);
/// let shown: Vec<_> = layers
///     .services_on(80, Tcp)
///     .map(|service| format!("{} from {}", service.name(), service.source()))
///     .collect();
/// assert_eq!(
///     shown,
///     ["web from services", "http from services", "www from IANA", "www-http from IANA"],
/// );
/// # }
/// ```
#[derive(Clone)]
pub struct LayeredServices<'a, 'r> {
    layers: &'a Layers<'r>,
    query: Query<'r>,
    /// The layer that answers next, and its services that are left.
    layer: usize,
    services: Option<Services<'r>>,
}

/// The query. A name is spelled as it was asked for, if a registry has it so,
/// else as in the highest registry that has it.
#[derive(Clone, Copy)]
pub(super) enum Query<'r> {
    On(u16, Transport),
    Named(&'r str),
    NamedOn(&'r str, Transport),
    /// What a registry answers to a question, as far as it is to be kept.
    Kept {
        ask: fn(&Registry) -> Services<'_>,
        keeps: fn(Service<'_>, u32) -> bool,
        of: u32,
    },
}

impl Query<'_> {
    pub(super) const ALL: Self = Self::Kept { ask: Registry::services, keeps: |_, _| true, of: 0 };

    /// The services of a registry, alone, that may be meant.
    fn ask(self, registry: &Registry) -> Services<'_> {
        match self {
            Self::On(port, transport) => registry.services_on(port, transport),
            Self::Named(name) => registry.services_named(name),
            Self::NamedOn(name, transport) => registry.services_named_on(name, transport),
            Self::Kept { ask, .. } => ask(registry),
        }
    }

    /// Whether the layers above leave a service to be seen.
    fn shows(self, above: &[&Registry], service: Service<'_>) -> bool {
        match self {
            Self::Kept { keeps, of, .. } if !keeps(service, of) => false,
            _ if above.is_empty() => true,
            Self::On(port, transport) => shown::shows_on(above, service, port, transport),
            Self::NamedOn(_, transport) => {
                !shown::hides(above, service, transport)
                    && !above.iter().any(|registry| shown::shadows(registry, service, None))
            }
            _ => shown::shows(above, service.record()),
        }
    }
}

impl<'r> LayeredServices<'_, 'r> {
    /// The next service, without taking it.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Transport::Tcp, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert_eq!(LAYERS.services_on(80, Tcp).first().unwrap().name(), "http");
    /// ```
    #[must_use]
    pub fn first(&self) -> Option<Service<'r>> {
        self.clone().next()
    }

    /// Whether there is none (left).
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::registry;
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert!(LAYERS.services_named("no-such-service").is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first().is_none()
    }
}

impl<'a, 'r> LayeredServices<'a, 'r> {
    pub(super) const fn new(layers: &'a Layers<'r>, query: Query<'r>) -> Self {
        Self { layers, query, layer: 0, services: None }
    }

    /// The services of a name, from the highest registry on that has it.
    pub(super) fn named(
        layers: &'a Layers<'r>,
        name: &str,
        query: impl Fn(&'r str) -> Query<'r>,
    ) -> Self {
        let spelled = |registry: &&'r Registry| {
            let named = registry.members_named(name);
            (named.len() > 0).then(|| registry.tables.names().name(named.get(0)))
        };
        let mut found = None;
        for (layer, registry) in layers.registries().iter().enumerate() {
            let Some(other) = spelled(registry) else { continue };
            let (first, _) = *found.get_or_insert((layer, other));
            if other == name {
                found = Some((first, other));
                break;
            }
        }
        match found {
            Some((layer, name)) => Self { layer, ..Self::new(layers, query(name)) },
            None => Self { layer: usize::MAX, ..Self::new(layers, Query::ALL) },
        }
    }
}

impl<'r> Iterator for LayeredServices<'_, 'r> {
    type Item = Service<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        let registries = self.layers.registries();
        while let Some(registry) = registries.get(self.layer) {
            let services = self.services.get_or_insert_with(|| self.query.ask(registry));
            let above = &registries[..self.layer];
            match services.next() {
                Some(service) if self.query.shows(above, service) => return Some(service),
                Some(_) => {}
                None => (self.layer, self.services) = (self.layer + 1, None),
            }
        }
        None
    }
}

iterator_traits!(LayeredServices<'_, '_>);
