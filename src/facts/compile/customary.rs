//! Customary names: lines to a registry of their own.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use super::{CUSTOMARY_COLUMNS, Key, Registered};
use crate::columns::ServiceColumns;
use crate::compile::{
    Cell, CsvFile, Input, Limits, Packing, RegistryError, Table, Tables, compile_noting, filled,
    ports,
};
use crate::values::transport::Transport;

/// The customary names, compiled: the tables of their registry, and the
/// registered name that each of its entries stands for.
#[derive(Debug)]
pub(crate) struct Customary {
    pub(crate) tables: Tables,
    /// The registered names, one after the other.
    pub(crate) text: String,
    /// Where the name of each entry starts and ends in the text: twice 16 bits.
    pub(crate) spans: Vec<u8>,
}

/// Compiles `customary.csv`.
pub(crate) fn compile(
    source: CsvFile<'_>,
    registered: &Registered,
    limits: Limits,
    packing: Packing,
) -> Result<Customary, RegistryError> {
    let table = Table::read(source, CUSTOMARY_COLUMNS, limits)?;
    let mut services = Table::new(source.file, ServiceColumns::NAMES, limits);
    let (mut seen, mut stands_for) = (BTreeSet::new(), BTreeMap::new());
    for (line, cells) in (2..).zip(table.rows()) {
        let cells = cells.all();
        let key = checked(cells, registered)?;
        let [name, port, transport, of, reason, source] = cells.map(|cell| cell.text);
        if !seen.insert((name.to_ascii_lowercase(), key)) {
            return Err(cells[0].error("one line of a name, port and transport"));
        }
        stands_for.insert((name, key), of);
        let reference = match source.strip_prefix("RFC ") {
            Some(number) => ["[RFC", number, "]"].concat(),
            None => ["[", source, "]"].concat(),
        };
        let notes = match of {
            "" => String::new(),
            of => ["A customary name of \"", of, "\""].concat(),
        };
        let row = ServiceColumns {
            service_name: name,
            port_number: port,
            transport_protocol: transport,
            description: reason,
            reference: &reference,
            assignment_notes: &notes,
            ..ServiceColumns::all("")
        };
        services.push(line, &row.into_array())?;
    }
    let input = Input { services, contacts: None, preferred: None, edition: None };
    let (tables, names) = compile_noting(&input, &[], packing, |row| {
        stands_for.get(&(row.name, (row.ports, row.transport))).copied().unwrap_or_default()
    })?;
    let (text, spans) = spans(&names)?;
    Ok(Customary { tables, text, spans })
}

/// The key of a line, if all of its cells are right.
fn checked(cells: [Cell<'_>; 6], registered: &Registered) -> Result<Key, RegistryError> {
    let [name, port, transport, stands_for, reason, source] = cells;
    if name.text.is_empty() || !name.text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(name.error("a name of printable ASCII characters, without blanks"));
    }
    let Some((first, last)) = filled(port, ports)? else {
        return Err(port.error("the port, which a customary name must have"));
    };
    let Ok(on) = transport.text.parse::<Transport>() else {
        return Err(transport.error("tcp, udp, sctp or dccp"));
    };
    // Whether a registered row has these ports, or none, and the transport.
    let fits = |(ports, transport): &Key, without_port: bool| {
        let has_ports = ports.map_or(without_port, |ports| ports.0 <= first && last <= ports.1);
        has_ports && transport.is_none_or(|transport| transport == on)
    };
    if registered.keys(name.text).iter().any(|key| fits(key, false)) {
        return Err(name.error("what IANA does not say: this name has this port there"));
    }
    if !stands_for.text.is_empty()
        && !registered.keys(stands_for.text).iter().any(|key| fits(key, true))
    {
        return Err(stands_for
            .error("the name of a registered service on this port and transport, or nothing"));
    }
    if reason.text.is_empty() {
        return Err(reason.error("since when or why the name is in use"));
    }
    if !is_source(source.text) {
        return Err(source.error(
            "an RFC such as RFC 4253, a URL, or a manual such as sshd(8) or \
             \"Debian netbase 6.4 /etc/services\"",
        ));
    }
    Ok((Some((first, last)), Some(on)))
}

/// Whether a text names a document: an RFC, a URL, or a manual, by a section
/// such as `(5)` or by the path of a file.
fn is_source(text: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.contains(['[', ']']) || text.trim() != text {
        return false;
    }
    if let Some(number) = text.strip_prefix("RFC ") {
        return is_number(number);
    }
    if let Some((scheme, rest)) = text.split_once("://") {
        return matches!(scheme, "http" | "https") && rest.contains('.') && !rest.contains(' ');
    }
    let of_section = |text: &str| {
        let (page, section) = text.strip_suffix(')')?.rsplit_once('(')?;
        Some(!page.is_empty() && section.starts_with(|c: char| c.is_ascii_digit()))
    };
    of_section(text).unwrap_or_else(|| text.contains(' ') && text.contains('/'))
}

/// The texts of all names, each once, and where that of each entry is.
fn spans(names: &[&str]) -> Result<(String, Vec<u8>), RegistryError> {
    let (mut text, mut places) = (String::new(), BTreeMap::from([("", (0, 0))]));
    let mut spans = Vec::with_capacity(4 * names.len());
    for name in names {
        let (start, end) = *places.entry(*name).or_insert_with(|| {
            let start = text.len();
            text.push_str(name);
            (start, text.len())
        });
        for place in [start, end] {
            let place = u16::try_from(place).map_err(|_| {
                RegistryError::of_file("customary.csv", "less than 64 KiB of registered names")
            })?;
            spans.extend(place.to_le_bytes());
        }
    }
    Ok((text, spans))
}
