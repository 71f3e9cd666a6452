//! A browser of mDNS: what is announced, with what the registry says of each
//! type of service.
//!
//! It shows the parts of an announced name, unescaped where a person reads them
//! and as they are where the next query needs them; the keys of the TXT record
//! that are registered; and names that break a rule, which are told, and taken
//! where they break no other.

use std::error::Error;
use std::io;

use iana_ports::dns_sd::{ParseServiceLabelError, ServiceLabel};
use iana_ports::service_name::ParseServiceNameError;
use mdns_sd::ServiceInfo;

/// Forgives names of up to 30 characters, which devices announce.
fn parse(fullname: &str) -> Result<ServiceLabel<'_>, ParseServiceLabelError> {
    ServiceLabel::parse_forgiving(fullname, |rule| {
        use ParseServiceLabelError::Name;
        use ParseServiceNameError::TooLong;
        let is_forgiven = matches!(rule, Name(TooLong { length: ..=30, .. }));
        println!("{} {rule}", if is_forgiven { "warning:" } else { "refused:" });
        is_forgiven
    })
}

/// An announcement, such as `_ipp._tcp.local.|Printer|631|rp=ipp/print`.
fn announced(line: &str) -> Result<ServiceInfo, Box<dyn Error>> {
    let mut fields = line.split('|');
    let mut field = || fields.next().ok_or("expected another field");
    let (ty_domain, name, port) = (field()?, field()?, field()?.parse()?);
    let keys: Vec<(&str, &str)> = fields.filter_map(|field| field.split_once('=')).collect();
    Ok(ServiceInfo::new(ty_domain, name, "host.local.", "192.0.2.1", port, &keys[..])?)
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in io::stdin().lines() {
        let info = announced(&line?)?;
        println!("{}", info.get_fullname());
        let Ok(label) = parse(info.get_fullname()) else { continue };
        if let Some(instance) = label.instance_unescaped() {
            println!("  {instance} on port {}", info.get_port());
        }
        println!("  type {}, browsed as {}", label.service_type(), label.type_domain());
        match label.services().first() {
            Some(service) => println!("  registered: {}", service.description()),
            None => println!("  not registered"),
        }
        for property in info.get_properties().iter() {
            let note = match label.txt_keys() {
                Some(keys) if keys.iter().any(|key| key.name() == property.key()) => "registered",
                Some(_) => "not among the registered keys",
                None => "no key is registered",
            };
            println!("  {}={} ({note})", property.key(), property.val_str());
        }
    }
    Ok(())
}
