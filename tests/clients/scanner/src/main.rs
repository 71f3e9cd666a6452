//! A port scanner's plan: the sockets to try, in order, with what is expected
//! behind each.
//!
//! It shows that a list of ports is a value of the command line, of any length
//! and open at its end, whose errors a person can read; that one list is
//! subtracted from another; and that a key such as `443/tcp` is looked up and
//! padded as it is.

use clap::Parser;
use iana_ports::port_spec::PortSpec;
use iana_ports::{PortKey, Transport, lookup, status};

/// Prints what a scan would try.
#[derive(Parser)]
struct Arguments {
    /// Ports to try: 22, 8000-8010, https, 53/udp, 65530-
    ports: PortSpec,

    /// Ports to leave out
    #[arg(long)]
    without: Option<PortSpec>,

    /// The transport of ports that name none
    #[arg(long, default_value = "tcp")]
    on: Transport,
}

fn main() {
    let arguments = Arguments::parse();
    let mut ports = arguments.ports.on(&[arguments.on]);
    if let Some(without) = arguments.without {
        ports = ports.difference(&without.on(&[arguments.on]));
    }
    for key in ports.iter().map(PortKey::from) {
        match lookup(key) {
            Some(service) => println!("{key:<10} {}", service.name()),
            None => println!("{key:<10} ({})", status(key.port(), key.transport())),
        }
    }
    println!("{ports}: {} in all", ports.len());
}
