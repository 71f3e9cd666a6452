//! Look-ups in the shape of the C library's `getservbyname` and
//! `getservbyport`, for programs that call those today.
//!
//! They need no file, keep nothing between calls, and know all of the
//! bundled registry; [`getservbyname_in`] and [`getservbyport_in`] ask another
//! one, or layers: with the services file of the machine on top they answer
//! what the C library does. The rest of the crate says more:
//! [`Servent::service`] leads there.

use crate::lookups::registry;
use crate::registry::lookup::Lookup;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::values::transport::Transport;

/// An entry as `getservbyname` and `getservbyport` give it: the `servent` of
/// POSIX `<netdb.h>`.
///
/// Entries are equal, ordered and hashed by service, port and protocol: a row
/// that covers several ports or protocols gives an entry for each.
///
/// # Example
///
/// ```
/// use iana_ports::servent::getservbyname;
///
/// let entry = getservbyname("whois++", Some("tcp")).unwrap();
/// assert_eq!((entry.name(), entry.port(), entry.proto()), ("whoispp", 63, "tcp"));
/// assert_eq!(entry.aliases().map(|alias| alias.name()).collect::<Vec<_>>(), ["whois++"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Servent<'r> {
    service: Service<'r>,
    port: u16,
    transport: Transport,
}

/// The entry of a service name, on a protocol (`"tcp"`, `"udp"`, …) or, as in
/// C, on the first one that has it.
///
/// `None` for a name that is not registered with a port, and for an unknown
/// protocol. ASCII case does not matter, where the C library's does.
///
/// ```
/// use iana_ports::servent::getservbyname;
///
/// assert_eq!(getservbyname("ntp", Some("udp")).unwrap().port(), 123);
/// assert_eq!(getservbyname("syslog", None).unwrap().proto(), "udp");
/// assert_eq!(getservbyname("webdavs", None), None);
/// assert_eq!(getservbyname("ntp", Some("icmp")), None);
/// ```
#[must_use]
pub fn getservbyname(name: &str, proto: Option<&str>) -> Option<Servent<'static>> {
    getservbyname_in(registry(), name, proto)
}

/// The same in a registry or in layers: see [`getservbyname`].
///
/// ```
/// use iana_ports::layers::Layers;
/// use iana_ports::registry;
/// use iana_ports::servent::getservbyname_in;
///
/// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
/// assert_eq!(getservbyname_in(&LAYERS, "ntp", Some("udp")).unwrap().port(), 123);
/// ```
#[must_use]
pub fn getservbyname_in<'r, R: Lookup>(
    registry: &'r R,
    name: &str,
    proto: Option<&str>,
) -> Option<Servent<'r>> {
    on(proto).find_map(|transport| {
        let mut service = registry.lookup_name(name, transport)?;
        if service.port().is_none() {
            // In a lower layer there may be one with a port.
            let mut services = registry.services_named_on(name, transport);
            service = services.find(|service| service.port().is_some())?;
        }
        let port = service.port()?;
        let canonical = service.alias_of().filter(|one| registry.shows(*one, port, transport));
        Some(Servent { service: canonical.unwrap_or(service), port, transport })
    })
}

/// The entry of a port, in host byte order, on a protocol or, as in C, on the
/// first one that has it.
///
/// The C library takes and gives ports in network byte order: pass
/// `u16::from_be` of such a port.
///
/// ```
/// use iana_ports::servent::getservbyport;
///
/// let entry = getservbyport(514, Some("udp")).unwrap();
/// assert_eq!((entry.name(), entry.port(), entry.proto()), ("syslog", 514, "udp"));
/// assert_eq!(getservbyport(6010, None).unwrap().name(), "x11");
/// assert_eq!(getservbyport(4, None), None);
/// ```
#[must_use]
pub fn getservbyport(port: u16, proto: Option<&str>) -> Option<Servent<'static>> {
    getservbyport_in(registry(), port, proto)
}

/// The same in a registry or in layers: see [`getservbyport`].
///
/// ```
/// # #[cfg(feature = "runtime")]
/// # {
/// use iana_ports::layers::Layers;
/// use iana_ports::servent::{getservbyport, getservbyport_in};
/// use iana_ports::{Registry, registry};
///
/// // As `/etc/services` of Debian has it.
/// let machine = "auth 113/tcp authentication tap ident\n";
/// let machine = Registry::from_services_file(machine.as_bytes()).unwrap();
/// let layers = Layers::new([&machine, registry()]);
///
/// let entry = getservbyport_in(&layers, 113, Some("tcp")).unwrap();
/// let aliases: Vec<_> = entry.aliases().map(|alias| alias.name()).collect();
/// assert_eq!((entry.name(), &*aliases), ("auth", &["authentication", "tap", "ident"][..]));
/// # }
/// ```
#[must_use]
pub fn getservbyport_in<'r, R: Lookup>(
    registry: &'r R,
    port: u16,
    proto: Option<&str>,
) -> Option<Servent<'r>> {
    on(proto).find_map(|transport| {
        let service = registry.lookup_port(port, transport)?;
        Some(Servent { service, port, transport })
    })
}

/// The transports that a protocol argument means.
fn on(proto: Option<&str>) -> impl Iterator<Item = Transport> + use<'_> {
    Transport::ALL
        .iter()
        .copied()
        .filter(move |transport| proto.is_none_or(|proto| *transport == *proto))
}

impl<'r> Servent<'r> {
    /// The official name of the service (`s_name`).
    ///
    /// ```
    /// assert_eq!(iana_ports::servent::getservbyport(22, None).unwrap().name(), "ssh");
    /// ```
    #[must_use]
    pub fn name(self) -> &'r str {
        self.service.name()
    }

    /// The other names of the service (`s_aliases`): those that the registry
    /// calls so. Other services on the port are none.
    ///
    /// ```
    /// use iana_ports::servent::getservbyport;
    ///
    /// let aliases = getservbyport(63, Some("tcp")).unwrap().aliases();
    /// assert_eq!(aliases.map(|alias| alias.name()).collect::<Vec<_>>(), ["whois++"]);
    /// ```
    #[must_use]
    pub const fn aliases(self) -> Services<'r> {
        self.service.aliases()
    }

    /// The port (`s_port`), in host byte order.
    ///
    /// ```
    /// assert_eq!(iana_ports::servent::getservbyname("ssh", None).unwrap().port(), 22);
    /// ```
    #[must_use]
    pub const fn port(self) -> u16 {
        self.port
    }

    /// The protocol (`s_proto`).
    ///
    /// ```
    /// assert_eq!(iana_ports::servent::getservbyport(9, Some("DCCP")).unwrap().proto(), "dccp");
    /// ```
    #[must_use]
    pub const fn proto(self) -> &'static str {
        self.transport.as_str()
    }

    /// The service, for all else that the registry says.
    ///
    /// ```
    /// let entry = iana_ports::servent::getservbyname("ssh", None).unwrap();
    /// assert_eq!(entry.service().to_string(), "ssh (22/tcp)");
    /// ```
    #[must_use]
    pub const fn service(self) -> Service<'r> {
        self.service
    }
}
