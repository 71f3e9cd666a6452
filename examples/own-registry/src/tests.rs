//! The registries that are compiled in, against the file that they came from.

use core::fmt::Write;
use std::collections::BTreeSet;

use iana_ports::{PortKey, Transport, Transport::Udp};

use super::{OFFERED, SENSORS, SITE, service};

/// `site.services`, read by other means: names and aliases with their keys.
fn lines() -> BTreeSet<(String, String)> {
    let file = include_str!("../site.services");
    let lines = file.lines().filter_map(|line| line.split('#').next());
    let mut rows = BTreeSet::new();
    for line in lines {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [name, key, aliases @ ..] = &fields[..] else { continue };
        for name in [name].into_iter().chain(aliases) {
            rows.insert((name.to_string(), key.to_string()));
        }
    }
    rows
}

#[test]
fn the_site_has_the_lines_of_its_file() {
    let row = |service: iana_ports::Service<'_>| {
        let (port, transport) = (service.port().unwrap(), service.transport().unwrap());
        (service.name().to_owned(), PortKey::new(port, transport).to_string())
    };
    assert_eq!(SITE.services().map(row).collect::<BTreeSet<_>>(), lines());
    assert_eq!(SITE.source().to_string(), "site");
}

#[test]
fn each_sensor_is_found_by_port_and_by_name() {
    let mut name = String::new();
    for number in 1..=12_000 {
        let port = 20_000 + number;
        name.clear();
        write!(name, "Sensor-{number}").unwrap();
        let sensor = SENSORS.lookup_port(port, Udp).unwrap();
        assert!(sensor.name().eq_ignore_ascii_case(&name));
        assert_eq!(SENSORS.lookup_name(&name, Udp), Some(sensor));
    }
    let found = Transport::ALL.iter().flat_map(|&transport| {
        (0..=u16::MAX).filter(move |&port| SENSORS.lookup_port(port, transport).is_some())
    });
    assert_eq!(found.count(), 12_000);
}

#[test]
fn the_sites_names_come_before_ianas() {
    for (key, expected) in [
        ("8080/tcp", "gateway (8080/tcp) from site"),
        ("9000/udp", "billing (9000/udp) from site"),
        ("20001/udp", "sensor-1 (20001/udp) from sensors"),
        ("443/tcp", "https (443/tcp) from IANA"),
    ] {
        let service = service(key.parse().unwrap()).unwrap();
        assert_eq!(format!("{service} from {}", service.source()), expected);
    }
    assert_eq!(OFFERED.port(), Some(9000));
    assert_eq!(service("23/tcp".parse().unwrap()), None);
}

#[test]
fn nothing_is_allocated() {
    let key = "20001/udp".parse().unwrap();
    let allocated = allocation_counter::measure(|| {
        assert!(service(key).is_some());
        assert!(SITE.lookup_name("invoices", Udp).is_some());
        assert_eq!(SENSORS.services().count(), 12_000);
    });
    assert_eq!(allocated.count_total, 0);
}
