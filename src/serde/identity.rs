//! Deserialization of rows by identity: name, ports and transport.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::port_number::PortNumber;
use super::text::{FromText, deserialize_text};
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

/// The services of a name, of which there is at least one.
struct Name {
    primary: Service<'static>,
    services: Services<'static>,
}

impl Name {
    fn service<E: Error>(mut self, key: &PortsAndTransport) -> Result<Service<'static>, E> {
        self.services.find(|service| service.record().key() == *key).ok_or_else(|| {
            let (asked, primary) = (Asked { name: self.primary.name(), key }, self.primary);
            E::custom(format_args!(
                "no row \"{asked}\", expected one of the registry such as \"{primary}\""
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

/// What was asked for, as the `Display` of a service.
struct Asked<'a> {
    name: &'static str,
    key: &'a PortsAndTransport,
}

impl fmt::Display for Asked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        match self.key {
            PortsAndTransport { ports: None, transport: None } => Ok(()),
            key => write!(f, " ({key})"),
        }
    }
}

/// The fields that are read.
enum Column {
    ServiceName,
    PortNumber,
    TransportProtocol,
    Other,
}

impl FromText for Column {
    const EXPECTED: &'static str = "the name of a column";

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        Ok(match text {
            _ if text == KEYS.service_name => Self::ServiceName,
            _ if text == KEYS.port_number => Self::PortNumber,
            _ if text == KEYS.transport_protocol => Self::TransportProtocol,
            _ => Self::Other,
        })
    }
}

deserialize_text!(Column, Name);

struct IdentityVisitor;

impl<'de> Visitor<'de> for IdentityVisitor {
    type Value = Identity;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row with service_name, port_number and transport_protocol")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Identity, E> {
        let in_brackets = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
        let (name, key) = match in_brackets {
            Some((name, key)) => (name, self::key(key)?),
            None => (text, PortsAndTransport { ports: None, transport: None }),
        };
        Ok(Identity { name: Some(Name::from_text(name)?), key })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Identity, A::Error> {
        let (mut name, mut ports, mut transport) = (None, None, None);
        while let Some(column) = map.next_key()? {
            match column {
                Column::ServiceName => once(&mut name, KEYS.service_name, &mut map)?,
                Column::PortNumber => once(&mut ports, KEYS.port_number, &mut map)?,
                Column::TransportProtocol => {
                    once(&mut transport, KEYS.transport_protocol, &mut map)?;
                }
                Column::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(identity(name.flatten(), ports.flatten(), transport.flatten()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<Identity, A::Error> {
        let missing = |count| A::Error::invalid_length(count, &self);
        let name = row.next_element()?.ok_or_else(|| missing(0))?;
        let ports = row.next_element()?.ok_or_else(|| missing(1))?;
        let transport = row.next_element()?.ok_or_else(|| missing(2))?;
        while row.next_element::<IgnoredAny>()?.is_some() {}
        Ok(identity(name, ports, transport))
    }
}

/// Reads the value of a field that must not come twice.
fn once<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    value: &mut Option<T>,
    column: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    if value.replace(map.next_value()?).is_some() {
        return Err(A::Error::duplicate_field(column));
    }
    Ok(())
}

fn identity(
    name: Option<Name>,
    ports: Option<PortNumber>,
    transport: Option<Transport>,
) -> Identity {
    Identity {
        name,
        key: PortsAndTransport { ports: ports.map(|PortNumber(ports)| ports), transport },
    }
}

/// `443/tcp`, `6000-6063`, `tcp`.
fn key<E: Error>(text: &str) -> Result<PortsAndTransport, E> {
    let (ports, transport) = match text.split_once('/') {
        Some((ports, transport)) => (Some(ports), Some(transport)),
        None if text.starts_with(|c: char| c.is_ascii_digit()) => (Some(text), None),
        None => (None, Some(text)),
    };
    let ports = ports.map(PortNumber::from_text).transpose()?;
    let transport = transport.map(Transport::from_text).transpose()?;
    Ok(PortsAndTransport { ports: ports.map(|PortNumber(ports)| ports), transport })
}
