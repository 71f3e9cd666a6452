//! The file of services(5): lines to rows.

use crate::compile::{CompileError, Table, short};
use crate::note;
use crate::transport::Transport;

/// Appends the lines of a file to the rows of `services`; gives those that no
/// row can hold.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    services: &mut Table<'_, 12>,
) -> Result<Vec<CompileError>, CompileError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut skipped = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|&byte| byte == b'\n')) {
        let line = core::str::from_utf8(line).map_err(|_| {
            CompileError::of_line(file, number, &String::from_utf8_lossy(line), "UTF-8")
        })?;
        let (fields, comment) = line.split_once('#').unwrap_or((line, ""));
        // What the C library takes for blanks.
        let blank = |c: char| c.is_ascii_whitespace() || c == '\u{b}';
        let mut fields = fields.split(blank).filter(|field| !field.is_empty());
        let Some(name) = fields.next() else { continue };
        let port_and_protocol = services.cell(number, 1, fields.next().unwrap_or(""))?;
        let Some((port, protocol)) = port_and_protocol.text.split_once('/') else {
            let expected = "a port and a protocol after the service name, such as 443/tcp";
            return Err(port_and_protocol.error(expected));
        };
        if port.is_empty() || port.contains('-') {
            return Err(port_and_protocol.with(port).error("a port of 0-65535"));
        }
        if protocol.parse::<Transport>().is_err() {
            let protocol = services.cell(number, 2, protocol)?;
            let most = services.most_rows();
            if skipped.len() >= most {
                return Err(protocol.error(format!("at most {most} lines of other protocols")));
            }
            skipped.push(protocol.error("tcp, udp, sctp or dccp"));
            continue;
        }
        // Each alias repeats it: a name of a megabyte must not get so far.
        let name = short(services.cell(number, 0, name)?)?;
        let mut aliases = fields.peekable();
        if aliases.peek().is_some() && name.text.contains('"') {
            return Err(name.error("no quotation mark in a name that has aliases"));
        }
        let name = name.text;
        let comment = services.cell(number, 3, comment.trim())?.text;
        let row = |name: &str, description: &str, notes: &str| {
            let row = [name, port, protocol, description, "", "", "", "", "", "", "", notes];
            csv::StringRecord::from(row.as_slice())
        };
        services.add(number, row(name, comment, ""))?;
        for alias in aliases {
            services.cell(number, 0, alias)?;
            services.add(number, row(alias, "", &note::alias_to(name)))?;
        }
    }
    Ok(skipped)
}
