//! The file of services(5): lines to rows.

use crate::compile::{CompileError, SERVICE_COLUMNS, Table};
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
        let error = |column: usize, value: &str, expected: &str| {
            CompileError::of_cell((file, number, SERVICE_COLUMNS[column]), value, expected)
        };
        let port_and_protocol = fields.next().unwrap_or("");
        let Some((port, protocol)) = port_and_protocol.split_once('/') else {
            let expected = "a port and a protocol after the service name, such as 443/tcp";
            return Err(error(1, port_and_protocol, expected));
        };
        if port.is_empty() || port.contains('-') {
            return Err(error(1, port, "a port of 0-65535"));
        }
        if protocol.parse::<Transport>().is_err() {
            skipped.push(error(2, protocol, "tcp, udp, sctp or dccp"));
            continue;
        }
        let mut row = |name: &str, description: &str, notes: &str| {
            let [port_cell, protocol_cell] = [port, protocol];
            let row =
                [name, port_cell, protocol_cell, description, "", "", "", "", "", "", "", notes];
            services.push(number, row.as_slice().into())
        };
        row(name, comment.trim(), "")?;
        for alias in fields {
            row(alias, "", &note::alias_to(name))?;
        }
    }
    Ok(skipped)
}
