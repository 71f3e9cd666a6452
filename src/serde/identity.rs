//! Deserialization of rows by identity: name, ports and transport.

use serde::de::{Deserialize, Deserializer, Error};

use super::port_number::PortNumber;
use super::text::{FromText, deserialize_text, row_visitor};
use crate::columns::ServiceColumns;
use crate::lookups::{records_on, services_named};
use crate::registry::key::PortsAndTransport;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::values::transport::Transport;

const KEYS: ServiceColumns<&str> = ServiceColumns::from_array(ServiceColumns::KEYS);

/// By identity: the row of the bundled registry with that `service_name`,
/// `port_number` and `transport_protocol`. Nothing is allocated or kept of what
/// is read.
///
/// Other fields of a map are ignored, so that builds with other tiers read what
/// this one wrote; a port or a transport that is absent or `null` is one that
/// the row does not have. The port number may be an integer. A sequence has
/// the three first. A text is what `Display` writes. Names are found in any
/// ASCII case.
///
/// The format must describe itself, as JSON does.
///
/// One identity has two rows, of `rdp` without port and transport: the first is
/// the answer.
///
/// ```
/// use iana_ports::{Service, Transport::Tcp, lookup_port};
///
/// let json = r#"{"service_name": "https", "port_number": 443, "transport_protocol": "tcp"}"#;
/// let https: Service<'static> = serde_json::from_str(json)?;
/// assert_eq!(Some(https), lookup_port(443, Tcp));
/// assert_eq!(serde_json::from_str::<Service>(r#""https (443/tcp)""#)?, https);
///
/// let error = serde_json::from_str::<Service>(r#""https (444/tcp)""#).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     r#"no row "https (444/tcp)", expected one of the registry such as "https (443/tcp)""#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<'de> Deserialize<'de> for Service<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Identity { name, key } = deserializer.deserialize_any(IdentityVisitor)?;
        name.ok_or_else(|| D::Error::missing_field(KEYS.service_name))?.service(&key)
    }
}

/// By identity, as a [`Service`]; a row without a name is that of its ports and
/// transport.
///
/// ```
/// use iana_ports::{Record, Transport::Tcp, record_on};
///
/// let json = r#"{"service_name": null, "port_number": 0, "transport_protocol": "tcp"}"#;
/// assert_eq!(serde_json::from_str::<Record>(json).ok(), record_on(0, Tcp));
/// ```
impl<'de> Deserialize<'de> for Record<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Identity { name, key } = deserializer.deserialize_any(IdentityVisitor)?;
        match name {
            Some(name) => name.service(&key).map(Service::record),
            None => nameless(&key).ok_or_else(|| {
                D::Error::custom(format_args!(
                    "no nameless row \"{key}\", expected one of the registry such as \"0/tcp\""
                ))
            }),
        }
    }
}

fn nameless(key: &PortsAndTransport) -> Option<Record<'static>> {
    // A row without a transport is on every one.
    records_on(*key.ports.as_ref()?.start(), key.transport.unwrap_or(Transport::Tcp))
        .find(|record| record.service().is_none() && record.key() == *key)
}

struct Identity {
    name: Option<Name>,
    key: PortsAndTransport,
}

impl Identity {
    /// What `Display` writes: `https (443/tcp)`, `https`.
    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        let in_brackets = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
        let (name, key) = match in_brackets {
            Some((name, key)) => (name, key_of(key)?),
            None => (text, PortsAndTransport::NONE),
        };
        Ok(Self { name: Some(Name::from_text(name)?), key })
    }
}

/// The services of a name, of which there is at least one.
struct Name {
    primary: Service<'static>,
    services: Services<'static>,
}

impl Name {
    fn service<E: Error>(mut self, key: &PortsAndTransport) -> Result<Service<'static>, E> {
        self.services.find(|service| service.record().key() == *key).ok_or_else(|| {
            let (name, primary) = (self.primary.name(), self.primary);
            E::custom(format_args!(
                "no row \"{name}{key:#}\", expected one of the registry such as \"{primary}\""
            ))
        })
    }
}

impl FromText for Name {
    const EXPECTED: &'static str = "a service name";

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        let services = services_named(text);
        services.first().map(|primary| Self { primary, services }).ok_or_else(|| {
            E::custom(format_args!(
                "unknown service name {text:?}, expected one of the registry such as \"https\""
            ))
        })
    }
}

deserialize_text!(Name);

row_visitor! {
    IdentityVisitor: "a row with service_name, port_number and transport_protocol";
    |text| -> Identity { Identity::from_text(text) }
    {
        name: Option<Name> = KEYS.service_name,
        ports: Option<PortNumber> = KEYS.port_number,
        transport: Option<Transport> = KEYS.transport_protocol,
    } => {
        let ports = ports.flatten().map(|PortNumber(ports)| ports);
        let key = PortsAndTransport { ports, transport: transport.flatten() };
        Ok(Identity { name: name.flatten(), key })
    }
}

/// `443/tcp`, `6000-6063`, `tcp`.
fn key_of<E: Error>(text: &str) -> Result<PortsAndTransport, E> {
    let (ports, transport) = match text.split_once('/') {
        Some((ports, transport)) => (Some(ports), Some(transport)),
        None if text.starts_with(|c: char| c.is_ascii_digit()) => (Some(text), None),
        None => (None, Some(text)),
    };
    let ports = ports.map(PortNumber::from_text).transpose()?;
    let transport = transport.map(Transport::from_text).transpose()?;
    Ok(PortsAndTransport { ports: ports.map(|PortNumber(ports)| ports), transport })
}
