//! Deserialization of rows by identity: name, ports and transport.

use serde::de::{Deserialize, Deserializer, Error};

use super::port_number::PortNumber;
use super::text::{FromText, deserialize_text, row_visitor};
use crate::columns::ServiceColumns;
use crate::find::identity::{Named, nameless};
use crate::registry::key::PortsAndTransport;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::values::transport::Transport;

const KEYS: ServiceColumns<&str> = ServiceColumns::from_array(ServiceColumns::KEYS);

/// By identity: the row of the bundled registry with that `service_name`,
/// `port_number` and `transport_protocol`. Nothing is allocated or kept of what
/// is read.
///
/// Other fields of a map are ignored, so that builds with other tiers read what
/// this one wrote; a port or a transport that is absent or `null` is one that
/// the row does not have. The port number may be an integer. A sequence has
/// the three first. A text is what `FromStr` reads. Names are found in any
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
/// assert!(error.to_string().starts_with(
///     r#"no row "https (444/tcp)", expected one of the registry such as "https (443/tcp)""#,
/// ));
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<'de> Deserialize<'de> for Service<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_any(IdentityVisitor)? {
            Identity::Columns(name, key) => {
                let name = name.ok_or_else(|| D::Error::missing_field(KEYS.service_name))?;
                name.0.with(&key)
            }
            Identity::Row(record) => Self::try_from(record),
        }
        .map_err(D::Error::custom)
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
        match deserializer.deserialize_any(IdentityVisitor)? {
            Identity::Columns(Some(name), key) => name.0.with(&key).map(Service::record),
            Identity::Columns(None, key) => nameless(&key),
            Identity::Row(record) => Ok(record),
        }
        .map_err(D::Error::custom)
    }
}

enum Identity {
    Columns(Option<Name>, PortsAndTransport),
    Row(Record<'static>),
}

/// The services of a name, resolved where it is visited.
struct Name(Named);

impl FromText for Name {
    const EXPECTED: &'static str = "a service name";

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        Named::new(text).map(Self).map_err(E::custom)
    }
}

deserialize_text!(Name);

row_visitor! {
    IdentityVisitor: "a row with service_name, port_number and transport_protocol";
    |text| -> Identity { text.parse().map(Identity::Row).map_err(E::custom) }
    {
        name: Option<Name> = KEYS.service_name,
        ports: Option<PortNumber> = KEYS.port_number,
        transport: Option<Transport> = KEYS.transport_protocol,
    } => {
        let ports = ports.flatten().map(|PortNumber(ports)| ports);
        let key = PortsAndTransport { ports, transport: transport.flatten() };
        Ok(Identity::Columns(name.flatten(), key))
    }
}
