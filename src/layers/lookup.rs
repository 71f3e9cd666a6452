//! The look-ups of layers as a trait.

use core::ops::RangeBounds;

use super::{LayeredRecords, LayeredServices, Layers, shown};
use crate::registry::Registry;
use crate::registry::explanation::Explanation;
use crate::registry::free_ports::FreePorts;
use crate::registry::lookup::{Lookup, lookup_by_methods, sealed};
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::values::date::Date;
use crate::values::port_key::PortKey;
use crate::values::source::Source;
use crate::values::status::Status;
use crate::values::transport::Transport;
use crate::values::transports::Transports;

impl Lookup for Layers<'_> {
    type Services<'a>
        = LayeredServices<'a, 'a>
    where
        Self: 'a;
    type Records<'a>
        = LayeredRecords<'a, 'a>
    where
        Self: 'a;
    #[cfg(feature = "details")]
    type ServicesCiting<'a>
        = LayeredServices<'a, 'a>
    where
        Self: 'a;
    #[cfg(feature = "contacts")]
    type Contacts<'a>
        = super::LayeredContacts<'a, 'a>
    where
        Self: 'a;

    fn sources(&self) -> impl Iterator<Item = Source<'_>> + Clone {
        self.registries().iter().map(|registry| registry.source())
    }

    lookup_by_methods!();
}

impl<'r> Layers<'r> {
    /// The primary service on a key: see [`lookup`](crate::lookup()).
    ///
    /// ```
    /// use iana_ports::{PortKey, Transport::Tcp, layers::Layers, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert_eq!(LAYERS.lookup(PortKey::new(443, Tcp)).unwrap().name(), "https");
    /// ```
    #[must_use]
    #[inline]
    pub fn lookup(&self, key: PortKey) -> Option<Service<'r>> {
        self.lookup_port(key.port(), key.transport())
    }
}

impl sealed::Sealed for Layers<'_> {
    fn shows(&self, service: Service<'_>, port: u16, transport: Transport) -> bool {
        let registries = self.registries();
        let is_its = |registry: &&Registry| registry.tables.is_same(service.record().tables);
        let layer = registries.iter().position(is_its).unwrap_or(0);
        shown::shows_on(&registries[..layer], service, port, transport)
    }
}
