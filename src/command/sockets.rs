//! The sockets of this machine with their services, from the tables of the
//! kernel in `/proc/net`.

use core::fmt::{self, Display};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use iana_ports::flow::{self, Hints, Side};
use iana_ports::layers::Layers;
use iana_ports::{PortKey, Service, Transport};
use serde::ser::SerializeMap;

use crate::customary;
use crate::out::{Failure, Form, Output, complain};
use crate::page::printable;

/// The tables, and the transports of their sockets.
const TABLES: [(&str, Transport); 4] = [
    ("tcp", Transport::Tcp),
    ("tcp6", Transport::Tcp),
    ("udp", Transport::Udp),
    ("udp6", Transport::Udp),
];

/// The states of TCP by the kernel's numbers (`include/net/tcp_states.h`),
/// under the names of RFC 9293 section 3.3.2.
const STATES: [&str; 13] = [
    "unknown",
    "established",
    "syn-sent",
    "syn-received",
    "fin-wait-1",
    "fin-wait-2",
    "time-wait",
    "closed",
    "close-wait",
    "last-ack",
    "listen",
    "closing",
    "syn-received",
];
const LISTEN: u32 = 10;
const CLOSED: u32 = 7;

/// A line of a table.
#[derive(Debug, PartialEq, Eq)]
struct Socket {
    transport: Transport,
    local: SocketAddr,
    /// The peer; none of a socket that waits for one.
    remote: Option<SocketAddr>,
    state: &'static str,
}

/// Which end of a connection has the service.
#[derive(Clone, Copy)]
enum End {
    Local,
    Remote,
}

/// Writes the sockets, and gives the exit code.
pub(crate) fn write(
    root: &Path,
    listening: bool,
    layers: &Layers<'_>,
    out: &mut Output,
) -> Result<u8, Failure> {
    let (mut sockets, wrong) = read(root)?;
    let layers = &customary::below(layers);
    // A port on which something listens is a service's, whoever the peer is.
    let local: HashSet<PortKey> = sockets
        .iter()
        .filter(|socket| socket.remote.is_none())
        .map(|socket| PortKey::new(socket.local.port(), socket.transport))
        .collect();
    sockets.retain(|socket| !listening || socket.remote.is_none());
    sockets.sort_by_key(|socket| (socket.remote.is_some(), socket.local.port(), socket.transport));

    match out.form {
        Form::Json => sockets.iter().try_for_each(|socket| {
            let service = socket.service(&local, layers);
            out.object(|object| {
                object.serialize_entry("transport_protocol", &socket.transport)?;
                object.serialize_entry("state", socket.state)?;
                object.serialize_entry("local_address", &socket.local.ip())?;
                object.serialize_entry("local_port", &socket.local.port())?;
                object.serialize_entry("remote_address", &socket.remote.map(|peer| peer.ip()))?;
                object.serialize_entry("remote_port", &socket.remote.map(|peer| peer.port()))?;
                object.serialize_entry("end", &service.map(|(end, _)| end.to_string()))?;
                object.serialize_entry("service", &service.map(|(_, service)| service))
            })
        })?,
        _ => write_table(&sockets, &local, layers, out)?,
    }
    let code = if wrong { 2 } else { u8::from(sockets.is_empty()) };
    Ok(code)
}

/// A line for each socket, in columns as wide as need be.
fn write_table(
    sockets: &[Socket],
    local: &HashSet<PortKey>,
    layers: &Layers<'_>,
    out: &mut Output,
) -> Result<(), Failure> {
    let row = |socket: &Socket| {
        let service = match socket.service(local, layers) {
            Some((_, service)) if socket.remote.is_none() => service.name().to_owned(),
            Some((end, service)) => format!("{} ({end})", service.name()),
            None => "-".to_owned(),
        };
        [
            socket.transport.to_string(),
            socket.state.to_owned(),
            socket.local.to_string(),
            socket.remote.map_or("-".to_owned(), |remote| remote.to_string()),
            printable(&service),
        ]
    };
    let header = ["Transport", "State", "Local", "Remote", "Service"].map(str::to_owned);
    let rows: Vec<[String; 5]> = sockets.iter().map(row).collect();
    let width = |column: usize| {
        let cells = rows.iter().chain([&header]).map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let widths = [0, 1, 2, 3].map(width);
    let line = |[transport, state, local, remote, service]: &[String; 5]| {
        let [a, b, c, d] = widths;
        format!("{transport:<a$}  {state:<b$}  {local:<c$}  {remote:<d$}  {service}")
    };
    out.heading(line(&header))?;
    Ok(rows.iter().try_for_each(|row| writeln!(out, "{}", line(row)))?)
}

impl Socket {
    /// The service of a socket, and at which end it is.
    fn service<'r>(
        &self,
        local: &HashSet<PortKey>,
        layers: &Layers<'r>,
    ) -> Option<(End, Service<'r>)> {
        let at = |end: End| {
            let address = match end {
                End::Local => Some(self.local),
                End::Remote => self.remote,
            };
            Some((end, layers.lookup_port(address?.port(), self.transport)?))
        };
        if local.contains(&PortKey::new(self.local.port(), self.transport)) {
            return at(End::Local);
        }
        let remote = self.remote.map(|remote| remote.port());
        let side = remote.and_then(|remote| {
            let hints = Hints::new();
            flow::service_in(layers, self.local.port(), remote, self.transport, hints).side()
        });
        match side {
            Some(Side::Source) => at(End::Local),
            // Who connects from a machine is mostly a client.
            _ => at(End::Remote).or_else(|| at(End::Local)),
        }
    }
}

impl Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Local => "local",
            Self::Remote => "remote",
        })
    }
}

/// Every socket of the tables, and whether a line is wrong, which is told.
fn read(root: &Path) -> Result<(Vec<Socket>, bool), String> {
    let (mut sockets, mut wrong, mut missing) = (Vec::new(), false, 0);
    for (table, transport) in TABLES {
        let path = root.join("proc/net").join(table);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            // A kernel may be without IPv6.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                missing += 1;
                continue;
            }
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        // The first line has the names of the columns.
        for (number, line) in (1..).zip(String::from_utf8_lossy(&bytes).lines()).skip(1) {
            match socket(line, transport) {
                Ok(socket) => sockets.push(socket),
                Err(expected) => {
                    let path = path.display();
                    complain(&format_args!("iana-ports: {path}:{number}: {line:?}: {expected}"));
                    wrong = true;
                }
            }
        }
    }
    if missing == TABLES.len() {
        let path = root.join("proc/net");
        return Err(format!("{}: expected the tables of sockets that Linux has", path.display()));
    }
    Ok((sockets, wrong))
}

/// Reads a line, such as `0: 0100007F:0277 00000000:0000 0A ...`.
fn socket(line: &str, transport: Transport) -> Result<Socket, &'static str> {
    let mut cells = line.split_ascii_whitespace().skip(1);
    let mut next = || cells.next().ok_or("expected a number, two addresses and a state");
    let (local, remote, state) = (address(next()?)?, address(next()?)?, next()?);
    let number = hexadecimal(state, 2).ok_or("expected a state of two hexadecimal digits")?;
    let state = match (transport, number) {
        // A socket of UDP that is not connected.
        (Transport::Udp, CLOSED) => "open",
        _ => STATES.get(number as usize).copied().unwrap_or(STATES[0]),
    };
    let waits = matches!((transport, number), (Transport::Tcp, LISTEN) | (Transport::Udp, CLOSED));
    Ok(Socket { transport, local, remote: Some(remote).filter(|_| !waits), state })
}

/// Reads an address: words of 32 bits in the byte order of the machine, and a
/// port, in hexadecimal digits.
fn address(text: &str) -> Result<SocketAddr, &'static str> {
    const EXPECTED: &str = "expected an address such as 0100007F:0277";
    let (ip, port) = text.split_once(':').ok_or(EXPECTED)?;
    let word = |at: usize| {
        let word = ip.get(8 * at..8 * at + 8).and_then(|word| hexadecimal(word, 8));
        word.map(u32::to_ne_bytes).ok_or(EXPECTED)
    };
    let port = hexadecimal(port, 4).and_then(|port| u16::try_from(port).ok()).ok_or(EXPECTED)?;
    let ip: IpAddr = match ip.len() {
        8 => Ipv4Addr::from(word(0)?).into(),
        32 => {
            let mut bytes = [0; 16];
            for (at, place) in bytes.chunks_exact_mut(4).enumerate() {
                place.copy_from_slice(&word(at)?);
            }
            Ipv6Addr::from(bytes).into()
        }
        _ => return Err(EXPECTED),
    };
    Ok(SocketAddr::new(ip, port))
}

/// A number of so many hexadecimal digits.
fn hexadecimal(text: &str, digits: usize) -> Option<u32> {
    // The parser would take a sign.
    let is_so = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(text, 16).ok().filter(|_| is_so)
}
