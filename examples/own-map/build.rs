//! Generates the map of `src/main.rs`: every port and transport that the
//! registry has for a service which a dissector reads.

use core::error::Error;
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;

use iana_ports::{PortKey, Transport, services_named};

/// Service names, and the dissector of each.
const DISSECTORS: [(&str, &str); 6] = [
    ("domain", "Dns"),
    ("http", "Http"),
    ("http-alt", "Http"),
    ("https", "Tls"),
    ("imaps", "Tls"),
    ("ntp", "Ntp"),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut dissectors: BTreeMap<PortKey, &str> = BTreeMap::new();
    for (name, dissector) in DISSECTORS {
        let services = services_named(name);
        if services.is_empty() {
            return Err(format!("{name:?}: expected a service name of the registry").into());
        }
        for service in services {
            let on = service.transport();
            let on = Transport::ALL.iter().copied().filter(|&one| on.is_none_or(|on| on == one));
            for transport in on {
                let keys = service.ports().into_iter().flatten();
                dissectors.extend(keys.map(|port| (PortKey::new(port, transport), dissector)));
            }
        }
    }
    let mut map = phf_codegen::Map::new();
    for (key, dissector) in &dissectors {
        map.entry(*key, format!("Dissector::{dissector}"));
    }
    let source = format!(
        "/// The dissectors by port and transport.\n\
         static DISSECTORS: phf::Map<PortKey, Dissector> = {};\n",
        map.build()
    );
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or("expected OUT_DIR")?;
    Ok(fs::write(out.join("dissectors.rs"), source)?)
}
