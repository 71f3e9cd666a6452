//! A lookup table for enriching flow records: port and protocol to name, as
//! CSV.

use core::fmt;

use crate::registry::Registry;
use crate::registry::lookup::Lookup;
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
/// Quoting is RFC 4180's; no cell has a line end, because Logstash reads line
/// by line. Cells are data of the registry: one that begins with `=`, `+`, `-`
/// or `@` is no formula.
///
/// A name in an enriched record says what the port is registered for, not what
/// the traffic was.
///
/// # Vector
///
/// A table of type `file`, and a line of VRL in a `remap` transform. It finds
/// by the numbers of a flow record, or by `key`:
///
/// ```toml
/// [enrichment_tables.iana_ports]
/// type = "file"
/// file.path = "/etc/vector/iana-ports.csv"
/// file.encoding.type = "csv"
/// schema.port = "integer"
/// schema.protocol_number = "integer"
/// ```
///
/// ```text
/// row, err = get_enrichment_table_record("iana_ports", {
///     "port": .dst_port, "protocol_number": .protocol,
/// })
/// if err == null { .service_name = row.service_name }
/// ```
///
/// # Logstash
///
/// The `translate` filter takes the first column for the key, the second for
/// the value, and leaves the others; the header is one more entry, `key`:
///
/// ```text
/// filter {
///   mutate {
///     add_field => { "[@metadata][key]" => "%{[destination][port]}/%{[network][transport]}" }
///   }
///   translate {
///     source => "[@metadata][key]"
///     target => "[destination][service]"
///     dictionary_path => "/etc/logstash/iana-ports.csv"
///   }
/// }
/// ```
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
}

copy_of!(EnrichmentCsv);

impl<R: Lookup> fmt::Display for EnrichmentCsv<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("key,service_name,port,transport,protocol_number,description\n")?;
        for port in 0..=u16::MAX {
            for &transport in Transport::ALL {
                let Some(service) = self.registry.lookup_port(port, transport) else { continue };
                writeln!(
                    f,
                    "{port}/{transport},{},{port},{transport},{},{}",
                    Cell(OneLine(service.name())),
                    transport.protocol_number(),
                    Cell(OneLine(service.description())),
                )?;
            }
        }
        Ok(())
    }
}
