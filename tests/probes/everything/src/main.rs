//! Every look-up, every column and every text of what the arguments name. The
//! parsers of what people type are in the probe `typed`.

use std::env;
use std::fmt::{self, Write};
use std::hint::black_box;

use iana_ports::{
    Contact, PortRange, Record, Service, Transport, contacts, explain, free_ports, lookup_contact,
    lookup_name, lookup_port, record_on, records, records_on, servent, services, services_citing,
    services_named, services_on, status,
};

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
    for argument in env::args().skip(1) {
        for &transport in Transport::ALL {
            if let Ok(port) = argument.parse::<u16>() {
                on(port, transport);
            }
            lookup_name(&argument, transport).into_iter().for_each(service);
        }
        services_named(&argument).for_each(service);
        if let Ok(number) = argument.parse::<u32>() {
            services_citing(number).for_each(service);
        }
        lookup_contact(&argument).into_iter().for_each(contact);
        black_box(servent::getservbyname(&argument, None));
        match argument.as_str() {
            "services" => services().for_each(service),
            "records" => records().rev().for_each(record),
            "contacts" => contacts().for_each(contact),
            _ => {}
        }
    }
}

fn on(port: u16, transport: Transport) {
    lookup_port(port, transport).into_iter().for_each(service);
    services_on(port, transport).for_each(service);
    record_on(port, transport).into_iter().for_each(record);
    records_on(port, transport).for_each(record);
    write(status(port, transport));
    write(PortRange::of(port));
    write(explain(port, transport));
    black_box(free_ports(transport, port..).next());
    black_box(servent::getservbyport(port, Some(transport.as_str())));
}

fn service(service: Service<'_>) {
    write(service);
    write(service.label());
    black_box((service.alias_of(), service.aliases().last(), service.is_historic()));
    if let Some(keys) = service.txt_keys() {
        keys.into_iter().for_each(|key| {
            black_box((key.name(), key.value_hint()));
        });
    }
    record(service.record());
}

fn record(record: Record<'_>) {
    write(record);
    black_box((record.port(), record.ports(), record.transport(), record.description()));
    black_box((record.modified(), record.notes(), record.unauthorized_use()));
    black_box((record.deassigned(), record.formerly(), record.unauthorized_ports().last()));
    record.registered().into_iter().for_each(write);
    if let Some(code) = record.service_code() {
        write(code);
        black_box(code.ascii());
    }
    for reference in record.references() {
        write(reference);
        reference.url().into_iter().for_each(write);
    }
    record.assignees().chain(record.contacts()).for_each(contact);
}

fn contact(contact: Contact<'_>) {
    write(contact);
    black_box((contact.handle(), contact.name(), contact.organization()));
    black_box((contact.display_name(), contact.updated(), contact.is_listed()));
    black_box((contact.services().last(), contact.records().last()));
    for uri in contact.uris() {
        black_box((uri.scheme(), uri.after_scheme(), uri.kind()));
    }
    contact.email().into_iter().for_each(write);
}
