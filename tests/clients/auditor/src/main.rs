//! An audit of a network: what listens, whether it may, who is to be asked, and
//! where the site's own service could move.
//!
//! It shows everything that the registry says of a port with its reasons,
//! organizations as one, whatever they are spelled, the people at a mail domain,
//! reports of unauthorized use, and ports that are free on several transports.

use std::env;
use std::error::Error;

use iana_ports::Transport::{Tcp, Udp};
use iana_ports::{
    PortKey, contacts_at, explain, free_ports, lookup, organization_named, organizations,
    record_on, status,
};

fn audit(key: PortKey) {
    println!("{}", explain(key.port(), key.transport()));
    let Some(record) = record_on(key.port(), key.transport()) else { return };
    for ports in record.unauthorized_ports() {
        println!("  reported: used without assignment on {}-{}", ports.start(), ports.end());
    }
    if let Some(date) = record.deassigned() {
        println!("  de-assigned on {date}");
    }
    let Some(service) = lookup(key) else { return };
    for organization in organizations() {
        if organization.services().any(|one| one == service) {
            println!("  of {}", organization.name());
        }
    }
    for contact in service.contacts() {
        let mail = contact.email().map_or(String::new(), |mail| format!(" <{mail}>"));
        println!("  ask {}{mail}", contact.display_name());
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["organization", name, ref services @ ..] => {
            let organization = organization_named(name).ok_or("expected an organization")?;
            for name in services {
                let is_its_own = organization.services().any(|service| service.name() == *name);
                println!("{name} of {}: {is_its_own}", organization.name());
            }
        }
        ["domain", domain] => {
            for contact in contacts_at(domain) {
                println!("{}: {}", contact.handle(), contact.display_name());
            }
        }
        ["free", first, last] => {
            let ports = first.parse()?..=last.parse::<u16>()?;
            let port = free_ports([Tcp, Udp], ports).unreported().next().ok_or("none is free")?;
            println!("{} {}", status(port, Tcp), status(port, Udp));
        }
        ["ports", ref keys @ ..] => {
            for key in keys {
                audit(key.parse()?);
            }
        }
        _ => return Err("expected ports, organization, domain or free".into()),
    }
    Ok(())
}
