//! A sniffer's table: port and transport to the dissector of what may run
//! there, in a map that `build.rs` generates.
//!
//! ```text
//! cargo run --package own-map -- 53/udp 8080/tcp 22/tcp
//! ```

use std::env;

use iana_ports::PortKey;

/// What reads the payload of a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dissector {
    Dns,
    Http,
    Ntp,
    Tls,
}

include!(concat!(env!("OUT_DIR"), "/dissectors.rs"));

/// The dissector to try first on a packet of this port and transport.
fn dissector(key: PortKey) -> Option<Dissector> {
    DISSECTORS.get(&key).copied()
}

fn main() {
    for argument in env::args().skip(1) {
        match argument.parse::<PortKey>() {
            Ok(key) => match dissector(key) {
                Some(dissector) => println!("{key}: {dissector:?}"),
                None => println!("{key}: no dissector"),
            },
            Err(error) => eprintln!("{error}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use iana_ports::{PortKey, Transport, services_on};

    use super::{DISSECTORS, Dissector, dissector};

    #[test]
    fn keys_lead_to_their_dissectors() {
        for (key, expected) in [
            ("53/udp", Some(Dissector::Dns)),
            ("53/tcp", Some(Dissector::Dns)),
            ("80/tcp", Some(Dissector::Http)),
            ("8080/tcp", Some(Dissector::Http)),
            ("443/TCP", Some(Dissector::Tls)),
            ("443/udp", Some(Dissector::Tls)),
            ("993/tcp", Some(Dissector::Tls)),
            ("123/udp", Some(Dissector::Ntp)),
            ("53/dccp", None),
            ("22/tcp", None),
        ] {
            assert_eq!(dissector(key.parse().unwrap()), expected, "{key}");
        }
    }

    #[test]
    fn a_key_is_found_where_the_registry_has_a_service_of_it() {
        let names = ["domain", "http", "http-alt", "https", "imaps", "ntp"];
        let mut found = 0;
        for port in 0..=u16::MAX {
            for &transport in Transport::ALL {
                let named = services_on(port, transport).any(|one| names.contains(&one.name()));
                let key = PortKey::new(port, transport);
                assert_eq!(dissector(key).is_some(), named, "{key}");
                found += usize::from(named);
            }
        }
        assert_eq!(found, DISSECTORS.len());
    }
}
