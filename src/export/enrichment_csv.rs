//! A lookup table for enriching flow records: port and protocol to name, as
//! CSV.

use core::{fmt, slice};

use crate::registry::Registry;
use crate::registry::lookup::Lookup;
use crate::registry::service::Service;
use crate::text::csv::Cell;
use crate::text::one_line::OneLine;
use crate::values::transport::Transport;

/// The primary service of every port and transport, as CSV in which a key is
/// found by equality: ranges and rows that stand for any transport are written
/// out, one line for each key that a service has.
///
/// | column | value |
/// |---|---|
/// | `key` | port and transport: `443/tcp` |
/// | `service_name` | the name of [`lookup_port`](crate::lookup_port)'s answer |
/// | `port` | the port number |
/// | `transport` | `tcp`, `udp`, `sctp` or `dccp` |
/// | `protocol_number` | what flow records carry: 6, 17, 132 or 33 |
/// | `description` | the description, on one line |
///
/// Quoting is RFC 4180's, and no cell has a line end. Cells are data of the
/// registry: one that begins with `=`, `+`, `-` or `@` is no formula. Engines
/// read the descriptions that are empty as `NULL`.
///
/// [`transport`](Self::transport) leaves the keys of one transport,
/// [`two_columns`](Self::two_columns) a dictionary of key and name.
///
/// A name in an enriched record says what the port is registered for, not what
/// the traffic was.
///
/// # Engines
///
/// [Recipes] has the statements for SQL engines, data frames, ClickHouse, Spark,
/// Vector, Logstash and others. A table joins on `port` and `protocol_number`,
/// a tool that finds by one field takes `key`. Logstash documents files of
/// [`two_columns`](Self::two_columns) only.
///
/// [Recipes]: https://docs.rs/iana-ports/latest/iana_ports/_documentation/recipes/index.html
///
/// # Example
///
/// ```
/// let csv = iana_ports::export::EnrichmentCsv::new(iana_ports::registry()).to_string();
/// let mut lines = csv.lines();
/// assert_eq!(lines.next(), Some("key,service_name,port,transport,protocol_number,description"));
/// assert_eq!(lines.next(), Some("1/tcp,tcpmux,1,tcp,6,TCP Port Service Multiplexer"));
/// assert!(csv.contains("\n6010/udp,x11,6010,udp,17,X Window System\n"));
/// ```
#[derive(Debug)]
pub struct EnrichmentCsv<'r, R = Registry> {
    registry: &'r R,
    /// The transport of all keys, if they have one only.
    transport: Option<Transport>,
    two_columns: bool,
}

copy_of!(EnrichmentCsv, transport: None, two_columns: false);

impl<R> EnrichmentCsv<'_, R> {
    /// The keys of one transport only: the table of an engine that has one for
    /// each.
    ///
    /// ```
    /// use iana_ports::{Transport::Dccp, export::EnrichmentCsv, registry};
    ///
    /// let csv = EnrichmentCsv::new(registry()).transport(Dccp).to_string();
    /// assert_eq!(csv.lines().nth(1), Some("9/dccp,discard,9,dccp,33,Discard"));
    /// assert!(csv.lines().skip(1).all(|line| line.contains("/dccp,")));
    /// ```
    #[must_use]
    pub const fn transport(self, transport: Transport) -> Self {
        Self { transport: Some(transport), ..self }
    }

    /// The columns `key` and `service_name` only, a dictionary; of the keys of
    /// one transport, `port` and `service_name`.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, export::EnrichmentCsv, registry};
    ///
    /// let both = EnrichmentCsv::new(registry()).two_columns();
    /// assert!(both.to_string().starts_with("key,service_name\n1/tcp,tcpmux\n1/udp,tcpmux\n"));
    /// let tcp = both.transport(Tcp).to_string();
    /// assert!(tcp.starts_with("port,service_name\n1,tcpmux\n5,rje\n"));
    /// ```
    #[must_use]
    pub const fn two_columns(self) -> Self {
        Self { two_columns: true, ..self }
    }
}

impl<R: Lookup> fmt::Display for EnrichmentCsv<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.two_columns, self.transport) {
            (false, _) => "key,service_name,port,transport,protocol_number,description\n",
            (true, None) => "key,service_name\n",
            (true, Some(_)) => "port,service_name\n",
        })?;
        let transports = self.transport.as_ref().map_or(Transport::ALL, slice::from_ref);
        primaries(self.registry, transports).try_for_each(|(port, transport, service)| {
            let name = Cell(OneLine(service.name()));
            match (self.two_columns, self.transport) {
                (true, Some(_)) => return writeln!(f, "{port},{name}"),
                (true, None) => return writeln!(f, "{port}/{transport},{name}"),
                (false, _) => {}
            }
            let number = transport.protocol_number();
            let description = Cell(OneLine(service.description()));
            writeln!(f, "{port}/{transport},{name},{port},{transport},{number},{description}")
        })
    }
}

/// The primary service of every port on some transports, port by port.
pub(super) fn primaries<'r, R: Lookup>(
    registry: &'r R,
    transports: &'r [Transport],
) -> impl Iterator<Item = (u16, Transport, Service<'r>)> {
    (0..=u16::MAX).flat_map(move |port| {
        let on = move |&transport: &Transport| {
            registry.lookup_port(port, transport).map(|service| (port, transport, service))
        };
        transports.iter().filter_map(on)
    })
}
