//! Iteration over the services of layers, without those that are shadowed or
//! hidden.

use super::Layers;
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
/// use iana_ports::layers::Layers;
/// use iana_ports::{Registry, Transport::Tcp, registry};
///
/// let own = Registry::from_services_file("web 80/tcp\nhttp 80/tcp\n".as_bytes())?;
/// let layers = Layers::new([&own, registry()]);
/// let shown: Vec<_> = layers
///     .services_on(80, Tcp)
///     .map(|service| format!("{} from {}", service.name(), service.source()))
///     .collect();
/// assert_eq!(
///     shown,
///     ["web from services", "http from services", "www from IANA", "www-http from IANA"],
/// );
/// # Ok::<(), iana_ports::load::LoadError>(())
/// ```
#[derive(Clone)]
pub struct LayeredServices<'a, 'r> {
    layers: &'a Layers<'r>,
    query: Query<'a>,
    /// The layer that answers next, and its services that are left.
    layer: usize,
    services: Option<Services<'r>>,
}

/// The query.
#[derive(Clone, Copy)]
pub(super) enum Query<'a> {
    On(u16, Transport),
    Named(&'a str),
    NamedOn(&'a str, Transport),
    All,
}

impl Query<'_> {
    fn ask(self, registry: &Registry) -> Services<'_> {
        match self {
            Self::On(port, transport) => registry.services_on(port, transport),
            Self::Named(name) => registry.services_named(name),
            Self::NamedOn(name, transport) => registry.services_named_on(name, transport),
            Self::All => registry.services(),
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
    /// let layers = Layers::new([registry()]);
    /// assert_eq!(layers.services_on(80, Tcp).first().unwrap().name(), "http");
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
    /// assert!(Layers::new([registry()]).services_named("no-such-service").is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first().is_none()
    }
}

impl<'a, 'r> LayeredServices<'a, 'r> {
    pub(super) fn new(layers: &'a Layers<'r>, query: Query<'a>) -> Self {
        Self { layers, query, layer: 0, services: None }
    }

    /// Whether no layer above `layer` hides or shadows a service of it.
    fn shows(&self, layer: usize, service: Service<'r>) -> bool {
        let (above, from) = self.layers.layers.split_at(layer);
        let hidden = from.first().is_some_and(|layer| match self.query {
            Query::On(..) | Query::NamedOn(..) => layer.hidden.contains(service),
            Query::Named(_) | Query::All => layer.hidden.contains_all_of(service),
        });
        !hidden
            && above.iter().all(|layer| {
                let hidden = match self.query {
                    Query::On(port, transport) => layer.hides_port(port, transport),
                    _ => false,
                };
                !hidden && !self.shadows(layer.registry, service)
            })
    }

    /// Whether a registry has a service of the same name where one is.
    fn shadows(&self, registry: &Registry, service: Service<'r>) -> bool {
        registry.services_named(service.name()).any(|other| {
            // On a key it is that key that counts.
            let (ports, transport) = match self.query {
                Query::On(port, transport) => (Some(port..=port), Some(transport)),
                _ => (service.ports(), service.transport()),
            };
            let on_transport = other.transport().is_none() || other.transport() == transport;
            on_transport
                && match (other.ports(), ports) {
                    (Some(other), Some(ports)) => {
                        other.start() <= ports.start() && ports.end() <= other.end()
                    }
                    (other, ports) => other.is_none() && ports.is_none(),
                }
        })
    }
}

impl<'r> Iterator for LayeredServices<'_, 'r> {
    type Item = Service<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(layer) = self.layers.layers.get(self.layer) {
            let services = self.services.get_or_insert_with(|| self.query.ask(layer.registry));
            match services.next() {
                Some(service) if self.shows(self.layer, service) => return Some(service),
                Some(_) => {}
                None => (self.layer, self.services) = (self.layer + 1, None),
            }
        }
        None
    }
}

iterator_traits!(LayeredServices<'_, '_>);
