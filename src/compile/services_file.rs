//! A parser of services(5) files: lines to rows.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::columns::ServiceColumns;
use crate::compile::aliases::alias_to;
use crate::compile::error::RegistryError;
use crate::compile::limits::Limits;
use crate::compile::read::Table;
use crate::compile::rows::{ports, short};
use crate::values::transport::Transport;

const PLACES: ServiceColumns<usize> = ServiceColumns::PLACES;

/// A services(5) file: its name, for errors, its bytes, and whether wrong lines
/// are left out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ServicesFile<'a> {
    pub(crate) file: &'a str,
    pub(crate) bytes: &'a [u8],
    pub(crate) lenient: bool,
}

impl<'a> ServicesFile<'a> {
    /// The rows of the file, and what was left out.
    pub(crate) fn read(
        self,
        limits: Limits,
    ) -> Result<(Table<'a, 12>, Vec<RegistryError>), RegistryError> {
        let text = String::from_utf8_lossy(self.bytes);
        let is_utf8 = matches!(text, Cow::Borrowed(_));
        let mut services = Table::new(self.file, ServiceColumns::NAMES, limits);
        let skipped = read(&text, is_utf8, &mut services, self.lenient)?;
        Ok((services, skipped))
    }
}

/// Appends the lines of a file to the rows of `services`; gives what no row can
/// hold, and where `lenient` what is wrong.
///
/// Of a file that is no UTF-8, `text` has U+FFFD in the places of the wrong
/// bytes.
fn read<'a: 't, 't>(
    text: &'t str,
    is_utf8: bool,
    services: &mut Table<'a, 12>,
    lenient: bool,
) -> Result<Vec<RegistryError>, RegistryError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { services, is_utf8, lenient, skipped: Vec::new() };
    for (number, line) in (1..).zip(text.split('\n')) {
        let (fields, comment) = line.split_once('#').unwrap_or((line, ""));
        // White space as the C library defines it.
        let blank = |c: char| c.is_ascii_whitespace() || c == '\u{b}';
        let mut fields = fields.split(blank).filter(|field| !field.is_empty());
        let Some(name) = fields.next() else { continue };
        match reader.line(number, name, fields, comment.trim()) {
            Ok(line) => reader.add(number, &line)?,
            Err(error) => reader.wrong(error)?,
        }
    }
    Ok(reader.skipped)
}

struct Reader<'r, 'a> {
    services: &'r mut Table<'a, 12>,
    is_utf8: bool,
    lenient: bool,
    skipped: Vec<RegistryError>,
}

/// A line with a service, whose fields have been checked.
struct Line<'t> {
    name: &'t str,
    port: &'t str,
    /// The protocols, with a slash between them.
    protocols: &'t str,
    aliases: Vec<&'t str>,
    comment: &'t str,
}

impl<'a: 't, 't> Reader<'_, 'a> {
    /// Checks a line, as far as it is of a protocol that a row may have.
    fn line(
        &mut self,
        number: u64,
        name: &'t str,
        mut fields: impl Iterator<Item = &'t str>,
        comment: &'t str,
    ) -> Result<Line<'t>, RegistryError> {
        let cell = fields.next().unwrap_or("");
        let cell = self.services.cell(number, PLACES.port_number, cell)?;
        let Some((port, protocols)) = cell.text.split_once('/') else {
            if is_port_and_protocol(name) {
                let cell = self.services.cell(number, PLACES.service_name, name)?;
                return Err(cell.error(format!(
                    "a name, found no service name before {name}; \
                     a lenient loader skips such lines"
                )));
            }
            return Err(cell.error("a port and a protocol after the service name, such as 443/tcp"));
        };
        let port = cell.with(port);
        if port.text.is_empty() || port.text.contains('-') {
            return Err(port.error("a port of 0-65535"));
        }
        let mut line = Line { name, port: port.text, protocols, aliases: Vec::new(), comment };
        if !protocols.split('/').any(is_transport) {
            return Ok(line);
        }
        ports(port)?;
        let name = self.services.cell(number, PLACES.service_name, self.name(number, name)?)?;
        // A number is no name, but how often nmap found the port open.
        let third = fields.next().filter(|field| !is_number(field));
        // With the service itself, these are more rows than there may be.
        for alias in third.into_iter().chain(fields).take(self.services.most_rows()) {
            match self.name(number, alias) {
                Ok(alias) => line.aliases.push(alias),
                Err(error) => self.wrong(error)?,
            }
        }
        if !line.aliases.is_empty() && name.text.contains('"') {
            return Err(name.error("no quotation mark in a name that has aliases"));
        }
        self.services.cell(number, PLACES.description, comment)?;
        Ok(line)
    }

    /// Checks a name or an alias.
    fn name(&self, number: u64, name: &'t str) -> Result<&'t str, RegistryError> {
        let name = self.services.cell(number, PLACES.service_name, name)?;
        if !self.is_utf8 && name.text.contains(char::REPLACEMENT_CHARACTER) {
            return Err(name.error("UTF-8"));
        }
        Ok(short(name)?.text)
    }

    /// Appends the service on each of its protocols, and each alias as one of
    /// its own.
    fn add(&mut self, number: u64, line: &Line<'_>) -> Result<(), RegistryError> {
        let &Line { name, port, protocols, ref aliases, comment } = line;
        let note = if aliases.is_empty() { String::new() } else { alias_to(name) };
        for protocol in protocols.split('/') {
            if !is_transport(protocol) {
                let cell = self.services.cell(number, PLACES.transport_protocol, protocol)?;
                self.skip(cell.error("tcp, udp, sctp or dccp"))?;
                continue;
            }
            let row = ServiceColumns {
                service_name: name,
                port_number: port,
                transport_protocol: protocol,
                description: comment,
                ..ServiceColumns::all("")
            };
            self.services.add(number, &row.into_array())?;
            for &alias in aliases {
                let row = ServiceColumns { service_name: alias, description: "", ..row };
                let row = ServiceColumns { assignment_notes: &note[..], ..row };
                self.services.add(number, &row.into_array())?;
            }
        }
        Ok(())
    }

    /// What is wrong: an error, or skipped by a lenient loader.
    fn wrong(&mut self, error: RegistryError) -> Result<(), RegistryError> {
        if self.lenient { self.skip(error) } else { Err(error) }
    }

    fn skip(&mut self, reason: RegistryError) -> Result<(), RegistryError> {
        let most = self.services.most_rows();
        if self.skipped.len() >= most {
            return Err(reason.instead(format!("at most {most} lines that are skipped")));
        }
        self.skipped.push(reason);
        Ok(())
    }
}

fn is_transport(protocol: &str) -> bool {
    protocol.parse::<Transport>().is_ok()
}

/// Whether a field is `24/udp`, also of another protocol or of several.
fn is_port_and_protocol(field: &str) -> bool {
    field.split_once('/').is_some_and(|(port, protocols)| {
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'/';
        !port.is_empty()
            && port.bytes().all(|byte| byte.is_ascii_digit())
            && protocols.bytes().all(is_word)
    })
}

/// Whether a field is a decimal number, which no service name is: RFC 6335
/// section 5.1 wants a letter.
fn is_number(field: &str) -> bool {
    field.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
