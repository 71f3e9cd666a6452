//! Rows of the bundled registry by the text that displays them, or by the key
//! or the name that a person types instead.

use core::str::FromStr;

use thiserror::Error;

use crate::find::{Expected, Suggestions};
use crate::registry::BUNDLED;
use crate::registry::key::PortsAndTransport;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::text::quoted::Quoted;
use crate::text::text_traits::{debug_as_display, try_from_str};
use crate::values::port_key::PortKey;
use crate::values::status::Status;
use crate::values::transport::{ParseTransportError, Transport};

/// A text that is no [`Service`](crate::Service) or [`Record`](crate::Record)
/// of the bundled registry.
///
/// ```
/// use iana_ports::Service;
///
/// let error = |text: &str| text.parse::<Service<'static>>().unwrap_err().to_string();
/// assert_eq!(
///     error("htps (443/tcp)"),
///     r#"unknown service name "htps", expected a registered name; did you mean "https"?"#,
/// );
/// assert_eq!(
///     error("imap/udp"),
///     r#"no row "imap (udp)", expected one of the registry such as "imap (143/tcp)""#,
/// );
/// assert_eq!(error("4/tcp"), r#"no service in row "Unassigned (4/tcp)", expected a row with a name"#);
/// ```
#[derive(Clone, Eq, Error, PartialEq)]
#[error(transparent)]
pub struct ParseRecordError(#[from] Reason);

#[derive(Clone, Debug, Eq, Error, PartialEq)]
enum Reason {
    #[error("unknown service name {name:?}, {}", nearest(name))]
    UnknownName { name: Quoted },
    #[error(transparent)]
    Transport(#[from] ParseTransportError),
    #[error(
        "malformed port {port:?}, expected a port such as 443 or a range such as \"6000-6063\""
    )]
    Port { port: Quoted },
    #[error(
        "no row \"{}{key:#}\", expected one of the registry such as \"{primary}\"",
        primary.name()
    )]
    NoRow { primary: Service<'static>, key: PortsAndTransport },
    #[error("no nameless row \"{key}\", expected one of the registry such as \"0/tcp\"")]
    NoNameless { key: PortsAndTransport },
    #[error("no row on {key}, expected a port of the registry such as 443/tcp")]
    NoRecord { key: PortKey },
    #[error("no service in row \"{record}\", expected a row with a name")]
    NoService { record: Record<'static> },
}

debug_as_display!(ParseRecordError);

/// What is expected in the place of a name.
fn nearest(name: &Quoted) -> Expected<'static> {
    Expected(Suggestions::best(&BUNDLED, name.as_str()).map(Service::name))
}

/// The services of a name, of which there is at least one.
pub(crate) struct Named {
    primary: Service<'static>,
    services: Services<'static>,
}

impl Named {
    pub(crate) fn new(name: &str) -> Result<Self, ParseRecordError> {
        let services = BUNDLED.services_named(name);
        let unknown = || Reason::UnknownName { name: Quoted::new(name) }.into();
        services.first().map(|primary| Self { primary, services }).ok_or_else(unknown)
    }

    /// The service with these ports and this transport.
    pub(crate) fn with(
        mut self,
        key: &PortsAndTransport,
    ) -> Result<Service<'static>, ParseRecordError> {
        let found = self.services.find(|service| service.record().key() == *key);
        found.ok_or_else(|| Reason::NoRow { primary: self.primary, key: key.clone() }.into())
    }
}

/// The nameless row with these ports and this transport.
pub(crate) fn nameless(key: &PortsAndTransport) -> Result<Record<'static>, ParseRecordError> {
    // A row without a transport is on every one.
    let on = key.transport.unwrap_or(Transport::Tcp);
    let rows = key.ports.iter().flat_map(|ports| BUNDLED.records_on(*ports.start(), on));
    rows.filter(|record| record.service().is_none())
        .find(|record| record.key() == *key)
        .ok_or_else(|| Reason::NoNameless { key: key.clone() }.into())
}

impl FromStr for PortsAndTransport {
    type Err = ParseRecordError;

    /// Reads `443/tcp`, `6000-6063` or `tcp`.
    fn from_str(text: &str) -> Result<Self, ParseRecordError> {
        let (port, transport) = match text.split_once('/') {
            Some((port, transport)) => (Some(port), Some(transport)),
            None if text.starts_with(|c: char| c.is_ascii_digit()) => (Some(text), None),
            None => (None, Some(text)),
        };
        let malformed = |port| Reason::Port { port: Quoted::new(port) };
        let ports = port.map(|port| Self::parse_ports(port).ok_or_else(|| malformed(port)));
        let transport = transport.map(Transport::from_str).transpose().map_err(Reason::from)?;
        Ok(Self { ports: ports.transpose()?, transport })
    }
}

/// What a person types for a row, beside what `Display` writes.
impl FromStr for Record<'static> {
    type Err = ParseRecordError;

    /// Reads what `Display` writes, `https (443/tcp)` or `Reserved (0/tcp)`,
    /// and what it is called elsewhere: `443/tcp` is [`record_on`], and
    /// `https/tcp` the row of [`lookup_name`].
    ///
    /// One text, `rdp`, stands for two rows: the first is the answer.
    ///
    /// ```
    /// use iana_ports::{Record, Transport::Tcp, record_on};
    ///
    /// assert_eq!("Reserved (0/tcp)".parse::<Record>().ok(), record_on(0, Tcp));
    /// assert_eq!("0/tcp".parse::<Record>().ok(), record_on(0, Tcp));
    /// ```
    ///
    /// # Errors
    ///
    /// If the bundled registry has no such row.
    ///
    /// [`record_on`]: crate::record_on
    /// [`lookup_name`]: crate::lookup_name
    fn from_str(text: &str) -> Result<Self, ParseRecordError> {
        if let Some((name, key)) = text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) {
            return match Status::from_str(name) {
                Ok(status) => {
                    let key = key.parse()?;
                    nameless(&key).and_then(|record| match record.status() {
                        found if found == status => Ok(record),
                        _ => Err(Reason::NoNameless { key }.into()),
                    })
                }
                Err(_) => Named::new(name)?.with(&key.parse()?).map(Service::record),
            };
        }
        if let Ok(key) = text.parse::<PortKey>() {
            let record = BUNDLED.record_on(key.port(), key.transport());
            return record.ok_or_else(|| Reason::NoRecord { key }.into());
        }
        let typed = text.rsplit_once('/').map(|(name, on)| (name, Transport::from_str(on)));
        let Some((name, Ok(on))) = typed else {
            return Named::new(text)?.with(&PortsAndTransport::NONE).map(Service::record);
        };
        let found = BUNDLED.lookup_name(name, on).map(Service::record);
        let key = PortsAndTransport { ports: None, transport: Some(on) };
        found.map_or_else(|| Named::new(name)?.with(&key).map(Service::record), Ok)
    }
}

impl FromStr for Service<'static> {
    type Err = ParseRecordError;

    /// Reads what `Display` writes, `https (443/tcp)`, and what a service is
    /// called elsewhere: `443/tcp` is [`lookup_port`], and `https/tcp` is
    /// [`lookup_name`].
    ///
    /// ```
    /// use iana_ports::{Service, Transport::Tcp, lookup_name};
    ///
    /// for text in ["https (443/tcp)", "443/tcp", "https/tcp", "HTTPS/TCP"] {
    ///     assert_eq!(text.parse::<Service>().ok(), lookup_name("https", Tcp), "{text}");
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// If the bundled registry has no such service.
    ///
    /// [`lookup_port`]: crate::lookup_port
    /// [`lookup_name`]: crate::lookup_name
    fn from_str(text: &str) -> Result<Self, ParseRecordError> {
        Record::from_str(text)?.try_into()
    }
}

/// A row with a name: [`Record::service`].
impl TryFrom<Record<'static>> for Service<'static> {
    type Error = ParseRecordError;

    fn try_from(record: Record<'static>) -> Result<Self, ParseRecordError> {
        record.service().ok_or_else(|| Reason::NoService { record }.into())
    }
}

try_from_str!(Record<'static>);
try_from_str!(Service<'static>);
