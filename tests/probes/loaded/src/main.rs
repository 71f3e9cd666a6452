//! Registries that are loaded at run time, with names and ports only: from a
//! CSV file, a directory and a services(5) file, and layers of these.

use std::env;
use std::error::Error;
use std::fs::File;
use std::hint::black_box;

use iana_ports::layers::Layers;
use iana_ports::{Registry, Transport, registry};

fn main() {
    for argument in env::args().skip(1) {
        match look_up(&argument) {
            Ok(found) => drop(black_box(found)),
            Err(error) => drop(black_box(error.to_string())),
        }
    }
}

/// How many of all ports have a service in the file of this path.
fn look_up(path: &str) -> Result<usize, Box<dyn Error>> {
    let own = match path.rsplit_once('.') {
        Some((_, "csv")) => Registry::from_csv(File::open(path)?)?,
        Some((_, "services")) => {
            Registry::loader().lenient().from_services_file(File::open(path)?)?
        }
        _ => Registry::from_dir(path)?,
    };
    let layers = Layers::new([&own, Registry::system()?, registry()]);
    let mut found = layers.services_named(path).count();
    for &transport in Transport::ALL {
        found += usize::from(layers.lookup_name(path, transport).is_some());
        found +=
            (0..=u16::MAX).filter(|&port| layers.lookup_port(port, transport).is_some()).count();
    }
    Ok(found)
}
