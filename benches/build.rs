//! Writes the tables of the rivals that are static: the same keys and answers
//! as the library's, each in the rival's own form.
//!
//! A service is answered as its place in registry order; of a name, one for
//! each transport.

use std::collections::{BTreeMap, HashMap};
use std::env;
use std::error::Error;
use std::fmt::{Debug, Write};
use std::fs;
use std::path::PathBuf;

use iana_ports::{Service, Transport, contacts, lookup_name, lookup_port, services};

/// No service.
const NONE: u16 = u16::MAX;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("expected OUT_DIR")?);
    let rows: HashMap<Service<'_>, u16> = services().zip(0..).collect();
    let row = |service: Option<Service<'_>>| service.map_or(NONE, |service| rows[&service]);

    let (mut ports, mut port_names) = (BTreeMap::new(), BTreeMap::new());
    let mut flat = Vec::new();
    for port in 0..=u16::MAX {
        for (transport, index) in Transport::ALL.iter().copied().zip(0u8..) {
            let service = lookup_port(port, transport);
            let answer = row(service);
            flat.extend(answer.to_le_bytes());
            if answer != NONE {
                ports.insert((port, index), answer);
                port_names.insert((port, index), service.map_or("", Service::name));
            }
        }
    }
    let names: BTreeMap<String, [u16; 4]> = services()
        .map(|service| {
            let answer = |on| row(lookup_name(service.name(), on));
            let answers =
                [Transport::Tcp, Transport::Udp, Transport::Sctp, Transport::Dccp].map(answer);
            (service.name().to_ascii_lowercase(), answers)
        })
        .collect();
    let handles: BTreeMap<&str, u16> =
        contacts().map(|contact| contact.handle()).zip(0..).collect();

    fs::write(out.join("flat"), flat)?;
    let mut source = String::new();
    let mut map = phf_codegen::Map::new();
    for (key, answer) in &ports {
        map.entry(*key, answer.to_string());
    }
    declare(&mut source, "PORTS", "(u16, u8), u16", &map.build(), &ports)?;
    let mut map = phf_codegen::Map::new();
    for (key, name) in &port_names {
        map.entry(*key, format!("{name:?}"));
    }
    declare(&mut source, "PORT_NAMES", "(u16, u8), &'static str", &map.build(), &port_names)?;
    let mut map = phf_codegen::Map::new();
    for (name, answers) in &names {
        map.entry(name.as_str(), format!("{answers:?}"));
    }
    declare(&mut source, "NAMES", "&'static str, [u16; 4]", &map.build(), &names)?;
    let mut map = phf_codegen::Map::new();
    for (handle, answer) in &handles {
        map.entry(*handle, answer.to_string());
    }
    declare(&mut source, "HANDLES", "&'static str, u16", &map.build(), &handles)?;
    fs::write(out.join("tables.rs"), source)?;

    let key = |(port, transport): (u16, u8)| {
        let [high, low] = port.to_be_bytes();
        [high, low, transport]
    };
    let number = |answers: [u16; 4]| {
        answers.iter().rev().fold(0, |number, answer| number << 16 | u64::from(*answer))
    };
    let of_ports = ports.iter().map(|(at, answer)| (key(*at), u64::from(*answer)));
    fs::write(out.join("ports.fst"), fst::Map::from_iter(of_ports)?.into_fst().as_bytes())?;
    let of_names = names.iter().map(|(name, answers)| (name, number(*answers)));
    fs::write(out.join("names.fst"), fst::Map::from_iter(of_names)?.into_fst().as_bytes())?;
    let of_handles = handles.iter().map(|(handle, answer)| (handle, u64::from(*answer)));
    fs::write(out.join("handles.fst"), fst::Map::from_iter(of_handles)?.into_fst().as_bytes())?;
    Ok(())
}

/// Declares a map of `phf` and a sorted slice of the same pairs.
fn declare<K: Debug, V: Debug, M: std::fmt::Display>(
    source: &mut String,
    table: &str,
    types: &str,
    map: &M,
    pairs: &BTreeMap<K, V>,
) -> Result<(), std::fmt::Error> {
    writeln!(source, "/// The keys and answers as a `phf::Map`.")?;
    writeln!(source, "pub static PHF_{table}: phf::Map<{types}> = {map};")?;
    writeln!(source, "/// The keys and answers in order.")?;
    let sorted: Vec<_> = pairs.iter().collect();
    let types = types.replace("'static ", "");
    writeln!(source, "pub static SORTED_{table}: &[({types})] = &{sorted:?};")
}
