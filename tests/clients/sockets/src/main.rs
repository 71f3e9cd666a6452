//! `ss` with names: sockets by their service, the names of the site's own files
//! above those of IANA.
//!
//! It shows a services file read leniently, whose skipped lines are told;
//! registries stacked as they come, the last file on top; one function over a
//! registry or layers; where each name is from; and errors that are sentences
//! also where `main` returns them.

use std::env;
use std::error::Error;
use std::fs::File;
use std::io;

use iana_ports::layers::{Layers, Lookup};
use iana_ports::{PortKey, Registry, registry};

/// A line for a socket, such as `10.0.0.1:9000/tcp`.
fn named(names: &impl Lookup, socket: &str) -> Result<String, Box<dyn Error>> {
    let (address, key) = socket.rsplit_once(':').ok_or("expected a socket")?;
    let key: PortKey = key.parse()?;
    Ok(match names.lookup(key) {
        Some(service) => format!("{address}:{} ({})", service.name(), service.source()),
        None => format!("{address}:{}", key.port()),
    })
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = Vec::new();
    for path in env::args().skip(1) {
        let file = File::open(&path).map_err(|error| format!("{path}: {error}"))?;
        let file = Registry::loader().lenient().name(&path).from_services_file(file)?;
        for skipped in file.skipped() {
            eprintln!("skipped: {skipped}");
        }
        files.push(file);
    }
    let mut layers = Layers::from(registry());
    for file in &files {
        layers.push(file);
    }

    for line in io::stdin().lines() {
        let line = line?;
        println!("{:<40} {}", named(&layers, &line)?, named(registry(), &line)?);
    }
    Ok(())
}
