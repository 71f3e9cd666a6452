//! Exports there and back: what is written loads as the registry that it is of.

use core::sync::atomic::{AtomicU32, Ordering};
use std::collections::HashSet;
use std::path::PathBuf;
use std::{env, fs, process};

use iana_ports::export::{ContactsCsv, EnrichmentCsv, Json, ServicesCsv, ServicesFile};
use iana_ports::{Registry, Transport};

use super::csv::with_header;
use crate::oracle::csv;

/// The line before the rows of contacts.
const CONTACTS: &[u8] = b"\n---\n";

/// The most ports of all services for which a line each is written.
const MOST_PORTS: usize = 1_000;

/// Exports the registry of a table of services, and of the rows of contacts
/// after a line `---`.
pub(crate) fn check(bytes: &[u8]) {
    let end = bytes.windows(CONTACTS.len()).position(|part| part == CONTACTS);
    let (rows, people) = match end {
        Some(end) => (&bytes[..=end], &bytes[end + CONTACTS.len()..]),
        None => (bytes, &b""[..]),
    };
    let directory = Directory::new();
    let header = ContactsCsv::<Registry>::COLUMNS.join(",") + "\n";
    directory.write("contacts.csv", &[header.as_bytes(), people].concat());
    directory.write("service-names-port-numbers.csv", &with_header(rows));
    let Ok(registry) = Registry::from_dir(&directory.0) else { return };

    let services = ServicesCsv::new(&registry).to_string();
    let contacts = ContactsCsv::new(&registry).to_string();
    let json = Json::new(&registry).to_string();
    directory.write("contacts.csv", contacts.as_bytes());
    directory.write("service-names-port-numbers.csv", services.as_bytes());
    let again = Registry::from_dir(&directory.0).expect(&services);
    assert_eq!(ServicesCsv::new(&again).to_string(), services);
    assert_eq!(ContactsCsv::new(&again).to_string(), contacts);
    assert_eq!(Json::new(&again).to_string(), json);
    let value: serde_json::Value = serde_json::from_str(&json).expect(&json);
    assert_eq!(value, serde_json::to_value(&registry).expect("it is written"));

    let ports = registry.services().filter_map(|service| service.ports());
    if ports.map(|ports| ports.count()).sum::<usize>() <= MOST_PORTS {
        services_file(&registry);
        enrichment(&registry);
    }
}

/// The services that a services(5) file can hold answer from it as they do
/// from the registry.
fn services_file(registry: &Registry) {
    let file = ServicesFile::new(registry).to_string();
    let again = Registry::from_services_file(file.as_bytes());
    let again = again.unwrap_or_else(|error| panic!("{error}\n{file}"));
    let held =
        |name: &str| !name.contains(|c: char| c == '#' || c.is_whitespace() || c.is_control());
    for &on in Transport::ALL {
        for port in registry.services().filter_map(|service| service.ports()).flatten() {
            if registry.services_on(port, on).all(|service| held(service.name())) {
                let name = |registry: &Registry| {
                    registry.lookup_port(port, on).map(|service| service.name().to_owned())
                };
                assert_eq!(name(&again), name(registry), "{port}/{on}\n{file}");
            }
        }
    }
}

/// A line for each key that has a service, with its primary one.
fn enrichment(registry: &Registry) {
    let text = EnrichmentCsv::new(registry).to_string();
    let records = csv::records(&text);
    assert_eq!(records.len(), text.lines().count(), "{text}");
    let mut keys = HashSet::new();
    for record in &records[1..] {
        let (port, on) = record[0].split_once('/').expect("a key");
        let (port, on) = (port.parse().expect("a port"), on.parse().expect("a transport"));
        assert!(keys.insert((port, on)), "{text}");
        let service = registry.lookup_port(port, on).expect("a service");
        assert!(record[1].split_whitespace().eq(service.name().split_whitespace()), "{text}");
    }
    for service in registry.services() {
        let transports: Vec<Transport> =
            service.transport().map_or(Transport::ALL.to_vec(), |on| vec![on]);
        for port in service.ports().into_iter().flatten() {
            assert!(transports.iter().all(|on| keys.contains(&(port, *on))), "{service}\n{text}");
        }
    }
}

/// A directory that goes with its files.
struct Directory(PathBuf);

impl Directory {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("iana-ports-exports-{}-{number}", process::id()));
        fs::create_dir(&path).expect("a directory of its own");
        Self(path)
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        fs::write(self.0.join(file), bytes).expect("it is written");
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}
