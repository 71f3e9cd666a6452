//! Names the services of a stream of ports: your own names over those of the
//! machine over IANA's.
//!
//! ```text
//! echo 443/tcp | cargo run --features runtime --example annotate -- site.services
//! ```
//!
//! Each line of standard input is a port and a transport, such as `443/tcp`. It
//! comes out with the name of the primary service and the origin of that name
//! behind it, with tabs between them; a port without one has its status
//! in parentheses.
//!
//! The exit code is 0 if all lines were answered, or as many as the reader of a
//! pipe wanted, and 2 if a file or a line is wrong.

use std::env;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use iana_ports::layers::Layers;
use iana_ports::{Registry, Transport, registry};

fn main() -> ExitCode {
    let own: Result<Vec<Registry>, String> = env::args().skip(1).map(own_services).collect();
    let own = match own {
        Ok(own) => own,
        Err(error) => return refuse(&error),
    };
    // A container may lack the file: it is told, and IANA's names remain.
    let system = Registry::system().inspect_err(|error| eprintln!("annotate: {error}")).ok();
    let layers = Layers::new(own.iter().chain(system).chain([registry()]));
    match annotate(&layers) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => refuse(&error),
    }
}

/// A file of services(5), under the name of its path.
fn own_services(path: String) -> Result<Registry, String> {
    let file = File::open(&path).map_err(|error| format!("{path}: {error}"))?;
    let loader = Registry::loader().name(&path);
    loader.from_services_file(file).map_err(|error| error.to_string())
}

fn annotate(layers: &Layers<'_>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lines() {
        let line = line?;
        let Some((port, transport)) = key(line.trim()) else {
            out.flush()?;
            let expected = format!("{line:?}: expected a port and a transport, such as 443/tcp");
            return Err(io::Error::new(ErrorKind::InvalidData, expected));
        };
        match layers.lookup_port(port, transport) {
            Some(service) => {
                let (name, source) = (service.name(), service.source());
                writeln!(out, "{port}/{transport}\t{name}\t{source}")?;
            }
            None => writeln!(out, "{port}/{transport}\t({})", layers.status(port, transport))?,
        }
    }
    out.flush()
}

fn key(text: &str) -> Option<(u16, Transport)> {
    let (port, transport) = text.split_once('/')?;
    Some((port.parse().ok()?, transport.parse().ok()?))
}

fn refuse(why: &dyn core::fmt::Display) -> ExitCode {
    eprintln!("annotate: {why}");
    ExitCode::from(2)
}
