//! Layers: registries on top of each other, which answer as one.

#[cfg(feature = "contacts")]
mod contacts;
mod hidden;
mod services;

use alloc::vec::Vec;
use core::fmt;

use hidden::HiddenServices;
pub use services::LayeredServices;

use crate::registry::Registry;
use crate::registry::hidden::Hidden;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::tables::{NONE, NameTables};
use crate::values::status::Status;
use crate::values::transport::Transport;
use services::Query;

/// Registries on top of each other, which answer as one: own entries over the
/// machine's over IANA's, or in any other order.
///
/// Higher layers answer first. A service of a lower layer is left out
/// (*shadowed*) if a higher layer has the same name on the queried port, or, in
/// [`services`](Self::services) and [`services_named`](Self::services_named),
/// on all its ports and transports. A registry made by a
/// [builder](Registry::builder) can also [replace] and [hide] services of lower
/// layers. Each answer tells where it came from: [`Service::source`].
///
/// [`services`](Self::services) still lists a row while at least one of its
/// ports and transports is not hidden. Look-ups that `Layers` lacks (`explain`,
/// `free_ports`, exports) are methods of each of the
/// [`registries`](Self::registries).
///
/// [replace]: crate::load::RegistryBuilder::replace
/// [hide]: crate::load::RegistryBuilder::hide_name
///
/// # Example
///
/// ```
/// use iana_ports::layers::Layers;
/// use iana_ports::load::{NewRecord, Source};
/// use iana_ports::{Registry, Transport::Tcp, registry};
///
/// let site = Registry::builder()
///     .record(NewRecord::service("billing").port(9000).transport(Tcp))
///     .replace(NewRecord::service("gateway").port(8080).transport(Tcp))
///     .hide_name("telnet", None)
///     .build()?
///     .named("site");
/// let layers = Layers::new([&site, registry()]);
///
/// let names = |port| layers.services_on(port, Tcp).map(|s| s.name()).collect::<Vec<_>>();
/// assert_eq!(names(9000), ["billing", "cslistener"]);
/// assert_eq!(names(8080), ["gateway"]);
/// assert_eq!(layers.lookup_port(9000, Tcp).unwrap().source(), Source::Named("site"));
/// assert_eq!(layers.lookup_port(443, Tcp).unwrap().source(), Source::Bundled);
/// assert_eq!(layers.lookup_port(23, Tcp), None);
/// # Ok::<(), iana_ports::load::RegistryError>(())
/// ```
#[derive(Clone, Default)]
pub struct Layers<'r> {
    /// Top first.
    registries: Vec<&'r Registry>,
    layers: Vec<Layer<'r>>,
}

/// A registry and the slices of its tables, side by side: reached through the
/// registry, they would be four dependent loads.
#[derive(Clone)]
struct Layer<'r> {
    registry: &'r Registry,
    names: NameTables<'r>,
    /// The ports and names that the registry hides from lower layers.
    hides: Option<&'r Hidden>,
    /// The services of the registry that higher layers hide.
    hidden: HiddenServices,
}

impl<'r> Layers<'r> {
    /// Layers of these registries, the top one first. With no registry, every
    /// look-up is empty.
    pub fn new(registries: impl IntoIterator<Item = &'r Registry>) -> Self {
        let registries: Vec<_> = registries.into_iter().collect();
        let layer = |(index, registry): (usize, &&'r Registry)| Layer {
            registry,
            names: registry.tables.names(),
            hides: registry.hidden.as_ref(),
            hidden: HiddenServices::new(registry, &registries[..index]),
        };
        let layers = registries.iter().enumerate().map(layer).collect();
        Self { registries, layers }
    }

    /// The registries, the top one first.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::load::Source;
    /// use iana_ports::registry;
    ///
    /// let layers = Layers::new([registry()]);
    /// assert_eq!(layers.registries()[0].source(), Source::Bundled);
    /// ```
    #[must_use]
    pub fn registries(&self) -> &[&'r Registry] {
        &self.registries
    }

    /// The primary service on a port: that of the highest registry which has
    /// one there.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Registry, Transport::Tcp, registry};
    ///
    /// let own = Registry::from_services_file("web 80/tcp\n".as_bytes())?;
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.lookup_port(80, Tcp).unwrap().name(), "web");
    /// assert_eq!(layers.lookup_port(443, Tcp).unwrap().name(), "https");
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn lookup_port(&self, port: u16, transport: Transport) -> Option<Service<'r>> {
        for layer in &self.layers {
            let entry = layer.names.primary(port, transport);
            if entry != NONE {
                let service = Service::new(&layer.registry.tables, entry, transport);
                // The next on the port, if this one is hidden.
                return if layer.hidden.contains(service) {
                    self.services_on(port, transport).next()
                } else {
                    Some(service)
                };
            }
            if layer.hides_port(port, transport) {
                break;
            }
        }
        None
    }

    /// The primary service of a name on a transport: that of the highest
    /// registry which has one. ASCII case does not matter.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Registry, Transport::Tcp, registry};
    ///
    /// let own = Registry::from_services_file("http 8000/tcp\n".as_bytes())?;
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.lookup_name("HTTP", Tcp).unwrap().port(), Some(8000));
    /// assert_eq!(layers.services_named("http").map(|s| s.port()).collect::<Vec<_>>()[..2],
    ///     [Some(8000), Some(80)]);
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn lookup_name(&self, name: &str, transport: Transport) -> Option<Service<'r>> {
        for layer in &self.layers {
            let entry = layer.names.primary_named(name, transport);
            if entry != NONE {
                let service = Service::new(&layer.registry.tables, entry, transport);
                return if layer.hidden.contains(service) {
                    self.services_named_on(name, transport).next()
                } else {
                    Some(service)
                };
            }
        }
        None
    }

    /// Every service on a port, those of the highest registry first, in its
    /// order.
    #[must_use]
    pub fn services_on(&self, port: u16, transport: Transport) -> LayeredServices<'_, 'r> {
        LayeredServices::new(self, Query::On(port, transport))
    }

    /// Every service of a name, those of the highest registry first, in its
    /// order.
    #[must_use]
    pub fn services_named<'a>(&'a self, name: &'a str) -> LayeredServices<'a, 'r> {
        LayeredServices::new(self, Query::Named(name))
    }

    /// Every service of a name on a transport or on any, those of the highest
    /// registry first, in its order. ASCII case does not matter.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Registry, Transport::Udp, registry};
    ///
    /// let own = Registry::from_services_file("ssh 2222/tcp\nssh 2222/udp\n".as_bytes())?;
    /// let layers = Layers::new([&own, registry()]);
    /// let rows: Vec<_> = layers.services_named_on("SSH", Udp).map(|s| s.to_string()).collect();
    /// assert_eq!(rows, ["ssh (2222/udp)", "ssh (22/udp)"]);
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub fn services_named_on<'a>(
        &'a self,
        name: &'a str,
        transport: Transport,
    ) -> LayeredServices<'a, 'r> {
        LayeredServices::new(self, Query::NamedOn(name, transport))
    }

    /// Every service, those of the highest registry first.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Registry, registry};
    ///
    /// let own = Registry::from_services_file("billing 9000/tcp\nhttp 80/tcp\n".as_bytes())?;
    /// let layers = Layers::new([&own, registry()]);
    /// // One more than there were: http shadows http.
    /// assert_eq!(layers.services().count(), registry().services().len() + 1);
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub fn services(&self) -> LayeredServices<'_, 'r> {
        LayeredServices::new(self, Query::All)
    }

    /// The status of a port: `Assigned` if a registry has a service there, else
    /// what the highest says that has a row for it. A port that is hidden is
    /// `Unassigned` here, whatever IANA says.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::load::NewRecord;
    /// use iana_ports::{Registry, Status, Transport::Tcp, registry};
    ///
    /// let ours = NewRecord::reserved(4..=4);
    /// let own = Registry::builder().record(ours).hide_port(80, Tcp).build()?;
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.status(4, Tcp), Status::Reserved);
    /// assert_eq!(layers.status(80, Tcp), Status::Unassigned);
    /// assert_eq!(layers.status(443, Tcp), Status::Assigned);
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    #[must_use]
    pub fn status(&self, port: u16, transport: Transport) -> Status {
        match self.record_on(port, transport) {
            Some(record) => record.status(),
            None => Status::of_unlisted(port),
        }
    }

    /// The record that tells what a port is: that of the primary service, else
    /// the nameless one of the highest registry that has one.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Registry, Transport::Udp, registry};
    ///
    /// let layers = Layers::new([registry()]);
    /// assert_eq!(layers.record_on(230, Udp).unwrap().to_string(), "Reserved (225-241)");
    /// ```
    #[must_use]
    pub fn record_on(&self, port: u16, transport: Transport) -> Option<Record<'r>> {
        if let Some(service) = self.lookup_port(port, transport) {
            return Some(service.record());
        }
        for layer in &self.layers {
            let mut records = layer.registry.records_on(port, transport);
            let nameless = records.find(|record| record.service().is_none());
            if nameless.is_some() || layer.hides_port(port, transport) {
                return nameless;
            }
        }
        None
    }
}

impl Layer<'_> {
    /// Whether it hides a port of those below.
    #[inline]
    fn hides_port(&self, port: u16, transport: Transport) -> bool {
        self.hides.is_some_and(|hidden| hidden.has_port(port, transport))
    }
}

impl fmt::Debug for Layers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.registries.iter().map(|registry| registry.source())).finish()
    }
}
