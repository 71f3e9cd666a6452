//! The look-ups of the smallest tier, by port and by name.

use std::env;
use std::hint::black_box;

use iana_ports::{
    Service, Transport, lookup_name, lookup_port, record_on, records_on, services_named,
    services_on, status,
};

fn main() {
    // What comes from the command line is nothing that the compiler knows.
    for argument in env::args().skip(1) {
        for &transport in Transport::ALL {
            if let Ok(port) = argument.parse() {
                lookup_port(port, transport).into_iter().for_each(service);
                services_on(port, transport).for_each(service);
                black_box(status(port, transport).as_str());
                black_box(record_on(port, transport));
                black_box(records_on(port, transport).last());
            }
            lookup_name(&argument, transport).into_iter().for_each(service);
        }
        services_named(&argument).for_each(service);
    }
}

fn service(service: Service<'_>) {
    black_box((service.name(), service.ports(), service.transport()));
    black_box((service.alias_of(), service.aliases().last()));
}
