//! The look-ups as a trait: what a registry and layers of registries both
//! answer.

use core::fmt;
use core::iter::{self, FusedIterator};
use core::ops::RangeBounds;

use crate::registry::Registry;
use crate::registry::explanation::Explanation;
use crate::registry::free_ports::FreePorts;
use crate::registry::record::Record;
use crate::registry::records::Records;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::values::date::Date;
use crate::values::port_key::PortKey;
use crate::values::source::Source;
use crate::values::status::Status;
use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// What a [`Registry`] and [`Layers`] of registries both answer, for code that
/// takes either.
///
/// The methods are those of both, under the same names, which need no import of
/// the trait; but they are not `const`. It is sealed: no other type has it.
///
/// [`Layers`]: crate::layers::Layers
///
/// # Example
///
/// ```
/// use iana_ports::layers::{Layers, Lookup};
/// use iana_ports::{Transport::Tcp, registry};
///
/// /// The names on a port, whoever gave them.
/// fn names(of: &impl Lookup, port: u16) -> Vec<&str> {
///     of.services_on(port, Tcp).map(|service| service.name()).collect()
/// }
///
/// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
/// assert_eq!(names(registry(), 80), ["http", "www", "www-http"]);
/// assert_eq!(names(&LAYERS, 80), names(registry(), 80));
/// ```
pub trait Lookup: sealed::Sealed {
    /// Services.
    type Services<'a>: Iterator<Item = Service<'a>> + Clone + fmt::Debug + FusedIterator
    where
        Self: 'a;
    /// Records.
    type Records<'a>: Iterator<Item = Record<'a>> + Clone + fmt::Debug + FusedIterator
    where
        Self: 'a;
    /// Services that cite an RFC.
    #[cfg(feature = "details")]
    type ServicesCiting<'a>: Iterator<Item = Service<'a>> + Clone + fmt::Debug + FusedIterator
    where
        Self: 'a;
    /// Contacts.
    #[cfg(feature = "contacts")]
    type Contacts<'a>: Iterator<Item = crate::registry::contact::Contact<'a>>
        + Clone
        + fmt::Debug
        + FusedIterator
    where
        Self: 'a;

    /// The registries that answer, the top one first.
    fn sources(&self) -> impl Iterator<Item = Source<'_>> + Clone;

    /// The edition; of layers, the latest.
    fn edition(&self) -> Option<Date>;

    /// The primary service on a port: see [`lookup_port`](crate::lookup_port).
    fn lookup_port(&self, port: u16, transport: Transport) -> Option<Service<'_>>;

    /// The primary service on a key: see [`lookup`](crate::lookup()).
    fn lookup(&self, key: PortKey) -> Option<Service<'_>> {
        self.lookup_port(key.port(), key.transport())
    }

    /// The primary service of a name: see [`lookup_name`](crate::lookup_name).
    fn lookup_name(&self, name: &str, transport: Transport) -> Option<Service<'_>>;

    /// Every service on a port: see [`services_on`](crate::services_on).
    fn services_on(&self, port: u16, transport: Transport) -> Self::Services<'_>;

    /// Every service of a name: see [`services_named`](crate::services_named).
    fn services_named(&self, name: &str) -> Self::Services<'_>;

    /// Every service of a name on a transport: see
    /// [`services_named_on`](crate::services_named_on).
    fn services_named_on(&self, name: &str, transport: Transport) -> Self::Services<'_>;

    /// Every service: see [`services`](crate::services()).
    fn services(&self) -> Self::Services<'_>;

    /// The services that cite an RFC: see
    /// [`services_citing`](crate::services_citing).
    #[cfg(feature = "details")]
    fn services_citing(&self, rfc: u32) -> Self::ServicesCiting<'_>;

    /// The status of a port: see [`status`](crate::status).
    fn status(&self, port: u16, transport: Transport) -> Status;

    /// The record that tells what a port is: see
    /// [`record_on`](crate::record_on).
    fn record_on(&self, port: u16, transport: Transport) -> Option<Record<'_>>;

    /// Every row on a port: see [`records_on`](crate::records_on).
    fn records_on(&self, port: u16, transport: Transport) -> Self::Records<'_>;

    /// Every record: see [`records`](crate::records()).
    fn records(&self) -> Self::Records<'_>;

    /// What a port is, and why: see [`explain`](crate::explain).
    fn explain(&self, port: u16, transport: Transport) -> Explanation<'_>;

    /// Ports that are not assigned: see [`free_ports`](crate::free_ports).
    fn free_ports(
        &self,
        transports: impl Into<Transports>,
        range: impl RangeBounds<u16>,
    ) -> FreePorts<'_, Self>
    where
        Self: Sized;

    /// What a handle stands for: see [`lookup_contact`](crate::lookup_contact).
    #[cfg(feature = "contacts")]
    fn lookup_contact(&self, handle: &str) -> Option<crate::registry::contact::Contact<'_>>;

    /// Every contact: see [`contacts`](crate::contacts()).
    #[cfg(feature = "contacts")]
    fn contacts(&self) -> Self::Contacts<'_>;
}

impl Registry {
    /// The primary service on a key: see [`lookup`](crate::lookup()).
    #[must_use]
    #[inline]
    pub const fn lookup(&self, key: PortKey) -> Option<Service<'_>> {
        self.lookup_port(key.port(), key.transport())
    }
}

/// The seal.
pub(crate) mod sealed {
    use crate::registry::service::Service;
    use crate::values::transport::Transport;

    /// What only this crate can implement.
    #[allow(unnameable_types, reason = "nobody else is to implement it")]
    pub trait Sealed {
        /// Whether a service that it has answers on one of its ports: not one
        /// that a higher layer hides or shadows there.
        fn shows(&self, service: Service<'_>, port: u16, transport: Transport) -> bool;
    }
}

impl sealed::Sealed for Registry {
    fn shows(&self, _: Service<'_>, _: u16, _: Transport) -> bool {
        true
    }
}

/// Implements [`Lookup`] for a type by its methods of the same names.
macro_rules! lookup_by_methods {
    () => {
        lookup_by_methods! {
            fn edition() -> Option<Date>;
            fn lookup_port(port: u16, transport: Transport) -> Option<Service<'_>>;
            fn lookup_name(name: &str, transport: Transport) -> Option<Service<'_>>;
            fn services_on(port: u16, transport: Transport) -> Self::Services<'_>;
            fn services_named(name: &str) -> Self::Services<'_>;
            fn services_named_on(name: &str, transport: Transport) -> Self::Services<'_>;
            fn services() -> Self::Services<'_>;
            #[cfg(feature = "details")]
            fn services_citing(rfc: u32) -> Self::ServicesCiting<'_>;
            fn status(port: u16, transport: Transport) -> Status;
            fn record_on(port: u16, transport: Transport) -> Option<Record<'_>>;
            fn records_on(port: u16, transport: Transport) -> Self::Records<'_>;
            fn records() -> Self::Records<'_>;
            fn explain(port: u16, transport: Transport) -> Explanation<'_>;
            #[cfg(feature = "contacts")]
            fn lookup_contact(handle: &str) -> Option<$crate::registry::contact::Contact<'_>>;
            #[cfg(feature = "contacts")]
            fn contacts() -> Self::Contacts<'_>;
        }

        fn free_ports(
            &self,
            transports: impl Into<Transports>,
            range: impl RangeBounds<u16>,
        ) -> FreePorts<'_, Self> {
            FreePorts::new(self, transports.into(), range)
        }
    };
    ($($(#[$cfg:meta])* fn $method:ident($($name:ident: $type:ty),*) -> $answer:ty;)+) => {
        $(
            $(#[$cfg])*
            fn $method(&self, $($name: $type),*) -> $answer {
                Self::$method(self, $($name),*)
            }
        )+
    };
}
pub(crate) use lookup_by_methods;

impl Lookup for Registry {
    type Services<'a> = Services<'a>;
    type Records<'a> = Records<'a>;
    #[cfg(feature = "details")]
    type ServicesCiting<'a> = crate::registry::columns::details::citing::ServicesCiting<'a>;
    #[cfg(feature = "contacts")]
    type Contacts<'a> = crate::registry::contact::Contacts<'a>;

    fn sources(&self) -> impl Iterator<Item = Source<'_>> + Clone {
        iter::once(self.source())
    }

    lookup_by_methods!();
}
