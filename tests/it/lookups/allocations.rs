//! Nothing allocates: no look-up, no column, no iteration, no text that is
//! written.

use allocation_counter::measure;
use core::fmt::{self, Write};
use core::hint::black_box;
use iana_ports::dns_sd::ServiceLabel;
use iana_ports::explanation::Explanation;
use iana_ports::port_spec::{Fixed, Syntax};
use iana_ports::service_name::ServiceName;
use iana_ports::{PortRange, Record, Service, Transport};

/// Takes text and keeps nothing of it but a sum.
#[derive(Default)]
struct Sum(u64);

impl Write for Sum {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let add = |sum: u64, byte: u8| sum.rotate_left(5) ^ u64::from(byte);
        self.0 = text.bytes().fold(self.0, add);
        Ok(())
    }
}

impl Sum {
    /// Writes `Display` and `Debug`.
    fn both(&mut self, value: impl fmt::Display + fmt::Debug) {
        write!(self, "{value}{value:?}").expect("a sum takes all text");
    }

    fn debug(&mut self, value: impl fmt::Debug) {
        write!(self, "{value:?}").expect("a sum takes all text");
    }
}

/// Runs `reads` with a writer; a panic if it allocates, or writes nothing.
fn without_heap(what: &str, reads: impl FnOnce(&mut Sum)) {
    let mut sum = Sum::default();
    let count = measure(|| reads(&mut sum)).count_total;
    assert_eq!(count, 0, "{what}: allocations");
    assert_ne!(black_box(sum.0), 0, "{what}: read nothing");
}

#[test]
fn the_counter_counts() {
    assert_eq!(measure(|| drop(black_box(vec![0_u8; 16]))).count_total, 1);
}

#[test]
fn what_is_found() {
    without_heap("suggestions and searches", |sum| {
        for text in ["htps", "mail submission", "http*", "cisco", "server"] {
            iana_ports::suggest(text).for_each(|service| sum.debug(service));
            iana_ports::search(text).for_each(|found| sum.debug(found.rank()));
        }
    });
    #[cfg(feature = "contacts")]
    without_heap("organizations", |sum| {
        iana_ports::organizations().for_each(|organization| sum.both(organization));
        let cisco = iana_ports::organization_named("cisco").expect("Cisco");
        cisco.contacts().for_each(|contact| sum.debug(contact.handle()));
        cisco.services().for_each(|service| sum.debug(service.name()));
        iana_ports::contacts_at("cisco.com").for_each(|contact| sum.both(contact));
    });
}

#[test]
fn every_port() {
    without_heap("ports", |sum| {
        for port in 0..=u16::MAX {
            for &transport in Transport::ALL {
                sum.debug(iana_ports::lookup_port(port, transport).map(Service::name));
                sum.both(iana_ports::status(port, transport));
                sum.both(PortRange::of(port));
                for service in iana_ports::services_on(port, transport) {
                    black_box(service);
                }
                for record in iana_ports::records_on(port, transport).rev() {
                    black_box(record);
                }
                black_box(iana_ports::record_on(port, transport));
            }
        }
    });
}

#[test]
fn every_explanation() {
    without_heap("explanations", |sum| {
        for port in 0..=u16::MAX {
            let explanation: Explanation<'_> = iana_ports::explain(port, Transport::Udp);
            sum.both(explanation);
            for sibling in explanation.siblings() {
                black_box(sibling);
            }
        }
        for &transport in Transport::ALL {
            for port in iana_ports::free_ports(transport, ..) {
                black_box(port);
            }
        }
    });
}

#[test]
fn every_row() {
    without_heap("rows", |sum| {
        for record in iana_ports::records() {
            sum.both(record);
            sum.debug((record.port(), record.ports(), record.transport(), record.status()));
            columns(sum, record);
        }
        for record in iana_ports::records().rev() {
            black_box(record);
        }
    });
}

#[test]
fn every_service() {
    without_heap("services", |sum| {
        for service in iana_ports::services() {
            sum.both(service);
            sum.both(service.label());
            sum.debug((service.alias_of(), service.aliases(), service.record()));
            sum.debug(ServiceName::parse(service.name()));
            #[cfg(feature = "details")]
            sum.debug((service.txt_keys(), service.is_historic()));
            for &transport in Transport::ALL {
                black_box(iana_ports::lookup_name(service.name(), transport));
                black_box(iana_ports::lookup_name("no-such-service", transport));
            }
            for same in iana_ports::services_named(service.name()) {
                black_box(same);
            }
        }
    });
}

#[cfg(feature = "details")]
fn columns(sum: &mut Sum, record: Record<'_>) {
    sum.debug((record.description(), record.notes(), record.unauthorized_use()));
    sum.debug((record.registered(), record.modified(), record.service_code()));
    sum.debug((record.deassigned(), record.formerly()));
    if let Some(code) = record.service_code() {
        sum.both(code);
        sum.debug(code.ascii());
    }
    for date in record.registered().into_iter().chain(record.modified()) {
        sum.both(date);
    }
    for reference in record.references() {
        sum.both(reference);
        sum.debug(reference.url());
    }
    for ports in record.unauthorized_ports() {
        sum.debug(ports);
    }
    #[cfg(feature = "contacts")]
    people(sum, record);
}

#[cfg(not(feature = "details"))]
fn columns(sum: &mut Sum, record: Record<'_>) {
    sum.debug(record);
    #[cfg(feature = "contacts")]
    people(sum, record);
}

#[cfg(feature = "contacts")]
fn people(sum: &mut Sum, record: Record<'_>) {
    for contact in record.assignees().chain(record.contacts()) {
        sum.debug(contact.handle());
    }
}

#[cfg(feature = "contacts")]
#[test]
fn every_contact() {
    without_heap("contacts", |sum| {
        for contact in iana_ports::contacts() {
            sum.both(contact);
            sum.debug((contact.name(), contact.organization(), contact.display_name()));
            sum.debug((contact.updated(), contact.is_listed()));
            for uri in contact.uris() {
                sum.both(uri);
                sum.debug(uri.kind());
            }
            if let Some(email) = contact.email() {
                sum.both(email);
                sum.debug((email.local_part(), email.domain()));
            }
            for service in contact.services() {
                black_box(service);
            }
            for record in contact.records().rev() {
                black_box(record);
            }
            black_box(iana_ports::lookup_contact(contact.handle()));
            black_box(iana_ports::lookup_contact("[no such handle]"));
        }
    });
}

#[cfg(feature = "details")]
#[test]
fn every_citing_service() {
    without_heap("citations", |sum| {
        for rfc in (0..10_000).step_by(101) {
            sum.debug(iana_ports::services_citing(rfc));
        }
    });
}

#[test]
fn every_export() {
    use iana_ports::export;

    let registry = iana_ports::registry();
    let write = |sum: &mut Sum, file: &dyn fmt::Display| {
        write!(sum, "{file}").expect("a sum takes all text");
    };
    without_heap("exports", |sum| {
        write(sum, &export::ServicesFile::new(registry));
        write(sum, &export::Json::new(registry));
        write(sum, &export::JsonLines::new(registry));
        #[cfg(feature = "details")]
        {
            write(sum, &export::EnrichmentCsv::new(registry));
            write(sum, &export::ZeekTable::new(registry));
        }
        #[cfg(feature = "contacts")]
        {
            write(sum, &export::ContactsCsv::new(registry));
            write(sum, &export::ContactsJsonLines::new(registry));
            write(sum, &export::FlatContactsCsv::new(registry));
        }
        #[cfg(all(feature = "details", feature = "contacts"))]
        {
            write(sum, &export::ServicesCsv::new(registry));
            write(sum, &export::FlatCsv::new(registry));
        }
    });
}

/// What is typed by a person is read, or refused, without a heap as well.
#[test]
fn every_parser() {
    without_heap("parsers", |sum| {
        for text in ["22,https/tcp,6000-6063", "x11", "70000", "no-such-service/tcp", "", "é"] {
            match Fixed::<8>::parse(text) {
                Ok(spec) => {
                    sum.both(spec);
                    sum.debug(spec.union(&spec));
                    sum.debug(spec.difference(&Fixed::<1>::from(443)));
                    sum.debug(spec.on(&[Transport::Tcp]).ranges(Transport::Tcp));
                    for pair in &spec {
                        sum.debug(pair);
                    }
                }
                Err(error) => sum.both(error),
            }
            sum.debug(Fixed::<8>::parse_as(Syntax::Nmap, text));
            sum.debug(Fixed::<8>::parse_in(text, iana_ports::registry()));
        }
        for text in ["_printer._sub._http._tcp.local.", "_ipp._tcp", "ipp", "_é._tcp", ""] {
            sum.debug(ServiceLabel::parse(text));
            sum.debug(ServiceLabel::parse_lenient(text));
        }
        for text in ["tcp", "UDP", "quic", ""] {
            sum.debug(text.parse::<Transport>());
            sum.debug(text.parse::<iana_ports::Date>());
            sum.debug(iana_ports::servent::getservbyname("https", Some(text)));
            sum.debug(iana_ports::servent::getservbyport(443, Some(text)));
        }
    });
}
