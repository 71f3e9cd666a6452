//! Customary names: names in use that IANA does not have, or not there.

use core::fmt;

use crate::registry::service::Service;
use crate::registry::{BUNDLED, Registry};
use crate::tables::{CUSTOMARY, Tables, U16s};
#[cfg(feature = "details")]
use crate::values::details::reference::Reference;

static REGISTRY: Registry = Registry::included(&CUSTOMARY);

/// The registered names that customary ones stand for, one after the other.
static REGISTERED: &str = include_str!(concat!(env!("OUT_DIR"), "/customary/registered.text"));
/// Where the text of each entry starts and ends.
static SPANS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/customary/registered.spans"));

/// The customary names: those by which people and programs call services, and
/// which IANA does not have, or has without the port.
///
/// `dns` is what the registry calls `domain`, and WireGuard's 51820/udp is
/// registered for nobody. These are our own facts, a registry of their own that
/// is never part of IANA's answers. Its rows have the columns of the registry:
/// the description says why or since when the name is in use, and the reference
/// is where that is documented. [`CustomaryName`] has what a name stands for.
///
/// Below IANA's registry as one of [`Layers`](crate::layers::Layers), it
/// answers for names that IANA does not have; on a port, IANA's services come
/// first. A few names IANA has without a port, as `rdp` and `smb`: the primary
/// service of the name is then IANA's row, and `services_named` of the layers
/// has both. The registry has no edition: its facts are of no single day.
///
/// # Example
///
/// ```
/// use iana_ports::layers::{Layers, Source};
/// use iana_ports::{Transport::{Tcp, Udp}, customary, lookup_name, registry};
///
/// static ALL: Layers<'static> = Layers::of(&[registry(), customary()]);
///
/// assert_eq!(lookup_name("dns", Udp), None);
/// let dns = ALL.lookup_name("dns", Udp).unwrap();
/// assert_eq!(dns.port(), Some(53));
/// assert_eq!(dns.source(), Source::Customary);
///
/// // IANA comes first on a port, and our own names answer where it has none.
/// assert_eq!(ALL.lookup_port(53, Udp).unwrap().name(), "domain");
/// assert!(ALL.services_on(53, Udp).any(|service| service == dns));
/// assert_eq!(ALL.lookup_port(51820, Udp).unwrap().to_string(), "wireguard (51820/udp)");
/// assert_eq!(customary().lookup_name("postgres", Tcp).unwrap().port(), Some(5432));
/// ```
#[must_use]
#[inline]
pub const fn customary() -> &'static Registry {
    &REGISTRY
}

/// A customary name: a row of [`customary()`], and what only such a row has.
///
/// # Example
///
/// ```
/// use iana_ports::{Transport::Tcp, customary, facts::CustomaryName};
///
/// let rdp = customary().lookup_name("rdp", Tcp).and_then(CustomaryName::of).unwrap();
/// assert_eq!(rdp.to_string(), "rdp (3389/tcp)");
/// assert_eq!(rdp.registered().unwrap().name(), "ms-wbt-server");
///
/// // Every line of the table.
/// let names = customary().services().filter_map(CustomaryName::of);
/// assert!(names.clone().count() > 50);
/// assert!(names.filter(|name| name.registered().is_none()).count() > 10);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomaryName {
    service: Service<'static>,
}

impl CustomaryName {
    /// The customary name that a service is, `None` if it is of another
    /// registry than [`customary()`].
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Transport::Tcp, customary, facts::CustomaryName, registry};
    ///
    /// let registries = [registry(), customary()];
    /// let layers = Layers::of(&registries);
    /// let of = |name| layers.lookup_name(name, Tcp).and_then(CustomaryName::of);
    /// assert!(of("postgres").is_some());
    /// assert_eq!(of("postgresql"), None);
    /// ```
    #[must_use]
    pub fn of(service: Service<'_>) -> Option<Self> {
        let tables: &'static Tables = &REGISTRY.tables;
        let record = service.record();
        let service = Service::new(tables, record.entry, record.looked_up_on);
        record.tables.is_same(tables).then_some(Self { service })
    }

    /// Every line of a name, in any ASCII case, the main port first.
    ///
    /// ```
    /// use iana_ports::facts::CustomaryName;
    ///
    /// let mut dns = CustomaryName::named("DNS").filter_map(CustomaryName::registered);
    /// assert!(dns.all(|service| service.name() == "domain"));
    /// assert_eq!(CustomaryName::named("https").count(), 0);
    /// ```
    pub fn named(name: &str) -> impl Iterator<Item = Self> + Clone + use<> {
        REGISTRY.services_named(name).filter_map(Self::of)
    }

    /// The row as a service of [`customary()`], which has the name, the port
    /// and the transport.
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, customary, facts::CustomaryName};
    ///
    /// let name = customary().lookup_port(51820, Udp).and_then(CustomaryName::of).unwrap();
    /// assert_eq!(name.service().name(), "wireguard");
    /// assert_eq!(name.service().port(), Some(51820));
    /// ```
    #[must_use]
    #[inline]
    pub const fn service(self) -> Service<'static> {
        self.service
    }

    /// The service of the bundled registry that the name stands for: it is on
    /// the same port and transport, or has no port.
    ///
    /// `None` if nobody registered it, and in a build with another registry
    /// (`IANA_PORTS_REGISTRY`) that lacks the service.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, customary, facts::CustomaryName, lookup_name};
    ///
    /// let registered = |name| {
    ///     customary().lookup_name(name, Tcp).and_then(CustomaryName::of).unwrap().registered()
    /// };
    /// assert_eq!(registered("whois"), lookup_name("nicname", Tcp));
    /// assert_eq!(registered("pulseaudio"), None);
    /// ```
    #[must_use]
    pub fn registered(self) -> Option<Service<'static>> {
        let record = self.service.record();
        let (spans, place) = (U16s::new(SPANS), 2 * usize::from(record.entry));
        let span = usize::from(spans.get(place))..usize::from(spans.get(place + 1));
        let name = REGISTERED.get(span).filter(|name| !name.is_empty())?;
        let port = record.port()?;
        BUNDLED
            .services_named_on(name, record.looked_up_on)
            .find(|service| service.ports().is_none_or(|ports| ports.contains(&port)))
    }
}

#[cfg(feature = "details")]
impl CustomaryName {
    /// Since when or why the name is in use: the description of the service.
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, customary, facts::CustomaryName};
    ///
    /// let name = customary().lookup_port(51820, Udp).and_then(CustomaryName::of).unwrap();
    /// assert!(name.reason().contains("WireGuard"));
    /// ```
    #[must_use]
    pub fn reason(self) -> &'static str {
        self.service.description()
    }

    /// The document that shows it: an RFC, a URI of a program's documentation,
    /// or the name of a manual. It is the reference of the service.
    ///
    /// ```
    /// use iana_ports::reference::Reference;
    /// use iana_ports::{Transport::Udp, customary, facts::CustomaryName};
    ///
    /// let source = |name| {
    ///     customary().lookup_name(name, Udp).and_then(CustomaryName::of).unwrap().source()
    /// };
    /// assert!(matches!(source("wireguard"), Reference::Uri(_)));
    /// assert_eq!(source("dns"), Reference::Rfc { number: 1035, section: None });
    /// ```
    #[must_use]
    pub fn source(self) -> Reference<'static> {
        // Each row has one, or the build stops.
        self.service.references().next().unwrap_or(Reference::Text(""))
    }
}

/// As the service: `rdp (3389/tcp)`.
impl fmt::Display for CustomaryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.service, f)
    }
}
