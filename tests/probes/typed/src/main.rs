//! What people type, read with names and ports only: port specs, service
//! labels, names and numbers of one port, and the errors of each.

use std::env;
use std::fmt::{self, Write};
use std::hint::black_box;

use iana_ports::dns_sd::ServiceLabel;
use iana_ports::port_spec::{PortSpec, Syntax};
use iana_ports::resolve::resolve;
use iana_ports::{Service, servent};

/// Where all text goes: nothing that the compiler may leave out.
struct Sink;

impl Write for Sink {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        black_box(text);
        Ok(())
    }
}

fn write(value: impl fmt::Display) {
    let _ = black_box(write!(Sink, "{value}"));
}

fn main() {
    // What comes from the command line is nothing that the compiler knows.
    for text in env::args().skip(1) {
        for spec in [PortSpec::parse(&text), PortSpec::parse_as(Syntax::Nmap, &text)] {
            match spec {
                Ok(spec) => write(black_box(spec.iter().count())),
                Err(error) => write(error),
            }
        }
        match ServiceLabel::parse(&text).or(ServiceLabel::parse_lenient(&text)) {
            Ok(label) => {
                black_box((label.name(), label.domain(), label.subtype()));
            }
            Err(error) => write(error),
        }
        match text.parse::<Service<'static>>() {
            Ok(service) => write(service),
            Err(error) => write(error),
        }
        match resolve(&text, "tcp") {
            Ok(port) => write(port),
            Err(error) => write(error),
        }
        black_box(servent::getservbyname(&text, None));
    }
}
