//! What ports and names mean on a site with services of its own, which are
//! compiled in.
//!
//! ```text
//! cargo run --package own-registry -- 9000/tcp 31234/udp 443/tcp
//! ```

#[cfg(test)]
mod tests;

use std::env;

use iana_ports::layers::Layers;
use iana_ports::{PortKey, Registry, Service, Transport::Tcp, include_registry, registry};

static SITE: Registry = include_registry!("site");
static SENSORS: Registry = include_registry!("sensors");
static POLICY: Registry = include_registry!("policy");

/// The site's own services, over IANA's.
static SERVICES: Layers<'static> = Layers::of(&[&SITE, &SENSORS, &POLICY, registry()]);

/// The service that this program offers. A name that is not in
/// `site.services` would not compile.
const OFFERED: Service<'static> = SITE.lookup_name("billing", Tcp).unwrap();

fn service(key: PortKey) -> Option<Service<'static>> {
    SERVICES.lookup_port(key.port(), key.transport())
}

fn main() {
    println!("offered here: {OFFERED}");
    for argument in env::args().skip(1) {
        match argument.parse::<PortKey>().map(|key| (key, service(key))) {
            Ok((_, Some(service))) => println!("{service} from {}", service.source()),
            Ok((key, None)) => println!("{key}: no service"),
            Err(error) => eprintln!("{error}"),
        }
    }
}
