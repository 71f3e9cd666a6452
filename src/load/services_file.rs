//! A parser of services(5) files: lines to rows.

use alloc::string::String;
use alloc::vec::Vec;

use crate::columns::ServiceColumns;
use crate::compile::{RegistryError, Table, alias_to, ports, short};
use crate::values::transport::Transport;

const PLACES: ServiceColumns<usize> = ServiceColumns::PLACES;

/// Appends the lines of a file to the rows of `services`; gives those that no
/// row can hold, and where `lenient` those that are wrong.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    services: &mut Table<'_, 12>,
    lenient: bool,
) -> Result<Vec<RegistryError>, RegistryError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut skipped = Vec::new();
    for (number, bytes) in (1..).zip(bytes.split(|&byte| byte == b'\n')) {
        let line = core::str::from_utf8(bytes)
            .map_err(|_| {
                RegistryError::of_line(file, number, &String::from_utf8_lossy(bytes), "UTF-8")
            })
            .and_then(|text| Line::read(text, number, services));
        let reason = match line {
            Ok(Read::Line(line)) => {
                line.add(number, services)?;
                continue;
            }
            Ok(Read::Blank) => continue,
            Ok(Read::Other(reason)) => reason,
            Err(error) if lenient => error,
            Err(error) => return Err(error),
        };
        let most = services.most_rows();
        if skipped.len() >= most {
            return Err(reason.instead(format!("at most {most} lines that are skipped")));
        }
        skipped.push(reason);
    }
    Ok(skipped)
}

/// The kinds of line.
enum Read<'t> {
    /// Nothing, or a comment.
    Blank,
    Line(Line<'t>),
    /// A service of another protocol.
    Other(RegistryError),
}

/// A line with a service, whose fields have been checked.
struct Line<'t> {
    name: &'t str,
    port: &'t str,
    protocol: &'t str,
    aliases: Vec<&'t str>,
    comment: &'t str,
}

impl<'t> Line<'t> {
    fn read(
        line: &'t str,
        number: u64,
        services: &Table<'t, 12>,
    ) -> Result<Read<'t>, RegistryError> {
        let (fields, comment) = line.split_once('#').unwrap_or((line, ""));
        // White space as the C library defines it.
        let blank = |c: char| c.is_ascii_whitespace() || c == '\u{b}';
        let mut fields = fields.split(blank).filter(|field| !field.is_empty());
        let Some(name) = fields.next() else { return Ok(Read::Blank) };
        let port_and_protocol =
            services.cell(number, PLACES.port_number, fields.next().unwrap_or(""))?;
        let Some((port, protocol)) = port_and_protocol.text.split_once('/') else {
            let expected = "a port and a protocol after the service name, such as 443/tcp";
            return Err(port_and_protocol.error(expected));
        };
        let port = port_and_protocol.with(port);
        if port.text.is_empty() || port.text.contains('-') {
            return Err(port.error("a port of 0-65535"));
        }
        if protocol.parse::<Transport>().is_err() {
            let protocol = services.cell(number, PLACES.transport_protocol, protocol)?;
            return Ok(Read::Other(protocol.error("tcp, udp, sctp or dccp")));
        }
        ports(port)?;
        let name = short(services.cell(number, PLACES.service_name, name)?)?;
        // With the service itself, these are more rows than there may be.
        let aliases = fields.take(services.most_rows());
        let aliases = aliases
            .map(|alias| Ok(short(services.cell(number, PLACES.service_name, alias)?)?.text));
        let aliases = aliases.collect::<Result<Vec<_>, RegistryError>>()?;
        if !aliases.is_empty() && name.text.contains('"') {
            return Err(name.error("no quotation mark in a name that has aliases"));
        }
        let comment = services.cell(number, PLACES.description, comment.trim())?.text;
        Ok(Read::Line(Self { name: name.text, port: port.text, protocol, aliases, comment }))
    }

    /// Appends the service, and each alias as one of its own.
    fn add(self, number: u64, services: &mut Table<'_, 12>) -> Result<(), RegistryError> {
        let Self { name, port, protocol, aliases, comment } = self;
        let row = ServiceColumns {
            service_name: name,
            port_number: port,
            transport_protocol: protocol,
            description: comment,
            ..ServiceColumns::all("")
        };
        services.add(number, &row.into_array())?;
        aliases.into_iter().try_for_each(|alias| {
            let notes = &alias_to(name)[..];
            let row = ServiceColumns {
                service_name: alias,
                description: "",
                assignment_notes: notes,
                ..row
            };
            services.add(number, &row.into_array())
        })
    }
}
