//! A firewall's rules: ports by name, number and range become one set of
//! nftables for each transport.
//!
//! It shows lists that a person types with blanks, in the syntax of ufw too;
//! names of the site's own in them; sets that are sorted and merged; and errors
//! that say where the list is wrong and what was meant.

use std::fs::File;
use std::process::ExitCode;

use clap::Parser;
use iana_ports::Transport::{Tcp, Udp};
use iana_ports::layers::Layers;
use iana_ports::port_spec::{PortSpec, Syntax};
use iana_ports::{Registry, registry};

/// Prints the sets of nftables that allow some ports.
#[derive(Parser)]
struct Arguments {
    /// Ports to allow: 'ssh, http, 8000-8010, 53/udp'
    allow: String,

    /// Names of the site's own, as /etc/services has them
    #[arg(long, value_name = "FILE")]
    names: Option<String>,

    /// Read the list as ufw does
    #[arg(long)]
    ufw: bool,
}

fn rules(arguments: &Arguments) -> Result<String, Box<dyn std::error::Error>> {
    let own = match &arguments.names {
        Some(path) => {
            let file = File::open(path).map_err(|error| format!("{path}: {error}"))?;
            Some(Registry::loader().name(path).from_services_file(file)?)
        }
        None => None,
    };
    let names: Layers<'_> = own.iter().chain([registry()]).collect();
    let syntax = if arguments.ufw { Syntax::Ufw } else { Syntax::Default };
    let allowed = PortSpec::parse_as_in(syntax, &arguments.allow, &names)?;

    let mut rules = String::new();
    for transport in [Tcp, Udp] {
        let ranges = allowed.ranges(transport).map(|range| match range.into_inner() {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}-{last}"),
        });
        let ranges: Vec<String> = ranges.collect();
        if !ranges.is_empty() {
            rules += &format!("{transport} dport {{ {} }} accept\n", ranges.join(", "));
        }
    }
    Ok(rules)
}

fn main() -> ExitCode {
    match rules(&Arguments::parse()) {
        Ok(rules) => {
            print!("{rules}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("firewall: {error}");
            ExitCode::from(2)
        }
    }
}
