//! The system's services file, read into maps at start.

use std::collections::HashMap;
use std::fs;

use iana_ports::Transport;

/// Where the file is.
pub const PATH: &str = "/etc/services";

/// What the file says: fewer services than the registry, and its own.
#[derive(Debug, Default)]
pub struct ServicesFile {
    names: HashMap<(u16, Transport), String>,
    ports: HashMap<String, [Option<u16>; 4]>,
}

impl ServicesFile {
    /// Reads the file, if there is one.
    #[must_use]
    pub fn read() -> Option<Self> {
        Some(Self::parse(&fs::read_to_string(PATH).ok()?))
    }

    /// Reads `name port/protocol alias...`, line by line; the first line
    /// that says something of a port or a name counts.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut file = Self::default();
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or_default();
            let mut words = line.split_whitespace();
            let (Some(name), Some((port, transport))) =
                (words.next(), words.next().and_then(|word| word.split_once('/')))
            else {
                continue;
            };
            let (Ok(port), Ok(transport)) = (port.parse(), transport.parse::<Transport>()) else {
                continue;
            };
            file.names.entry((port, transport)).or_insert_with(|| name.to_owned());
            for name in words.chain([name]) {
                let ports = file.ports.entry(name.to_owned()).or_default();
                ports[transport as usize].get_or_insert(port);
            }
        }
        file
    }

    /// The name of the service on a port.
    #[must_use]
    pub fn name_of(&self, port: u16, transport: Transport) -> Option<&str> {
        self.names.get(&(port, transport)).map(String::as_str)
    }

    /// The port of a service.
    #[must_use]
    pub fn port_of(&self, name: &str, transport: Transport) -> Option<u16> {
        self.ports.get(name)?[transport as usize]
    }
}

/// The first name on each port: the least that a program can do with a services
/// file.
#[must_use]
pub fn first_names(text: &str) -> HashMap<(u16, Transport), String> {
    let mut names = HashMap::new();
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default();
        let mut words = line.split_whitespace();
        let (Some(name), Some((port, transport))) =
            (words.next(), words.next().and_then(|word| word.split_once('/')))
        else {
            continue;
        };
        if let (Ok(port), Ok(transport)) = (port.parse(), transport.parse()) {
            names.entry((port, transport)).or_insert_with(|| name.to_owned());
        }
    }
    names
}
