//! Registries without services, names, handles or anything.

use iana_ports::Transport::{self, Sctp, Tcp, Udp};
use iana_ports::load::{NewContact, NewRecord};
use iana_ports::{Registry, Status};

#[test]
fn nothing_answers_nothing() {
    let csv = "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,\
        Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,\
        Assignment Notes\n";
    let empty = [
        Registry::builder().build().unwrap(),
        Registry::from_services_file(&b""[..]).unwrap(),
        Registry::from_services_file(&b"\xef\xbb\xbf# a comment\r\n\r\n \t "[..]).unwrap(),
        Registry::from_csv(csv.as_bytes()).unwrap(),
    ];
    for registry in empty {
        assert_eq!(registry.edition(), None);
        assert_eq!(registry.records().len(), 0);
        assert_eq!(registry.services().next(), None);
        assert_eq!(registry.contacts().next(), None);
        for port in 0..=u16::MAX {
            assert_eq!(registry.lookup_port(port, Tcp), None);
            assert_eq!(registry.record_on(port, Tcp), None);
        }
        assert_eq!(registry.status(80, Tcp), Status::Unassigned);
        assert_eq!(registry.status(65535, Tcp), Status::Dynamic);
        for text in ["", "http", "[]", "a name that is longer than sixteen bytes", "\u{0}"] {
            assert_eq!(registry.lookup_name(text, Tcp), None, "{text:?}");
            assert!(registry.services_named(text).is_empty(), "{text:?}");
            assert_eq!(registry.lookup_contact(text), None, "{text:?}");
        }
        assert_eq!(registry.services_citing(0).next(), None);
        assert_eq!(registry.free_ports(Tcp, ..).count(), 49152);
        assert_eq!(
            registry.explain(80, Tcp).to_string(),
            "80/tcp, one of the System Ports, is Unassigned"
        );
    }
}

#[test]
fn a_contact_and_no_service() {
    let registry = Registry::builder().contact(NewContact::new("[ops]")).build().unwrap();
    let contact = registry.lookup_contact("ops").unwrap();
    assert_eq!((contact.handle(), contact.services().len()), ("ops", 0));
    assert_eq!(registry.contacts().collect::<Vec<_>>(), [contact]);
}

#[test]
fn a_nameless_row_and_no_service() {
    let reserved = NewRecord::reserved(9000..=9003).description("Reserved for the site");
    let free = NewRecord::unassigned(9002..=9002).transport(Tcp);
    let registry = Registry::builder().record(reserved).record(free).build().unwrap();
    assert_eq!(registry.services().len(), 0);
    assert_eq!(registry.records().len(), 2);
    assert_eq!(registry.status(9001, Tcp), Status::Reserved);
    assert_eq!(registry.status(9002, Tcp), Status::Unassigned);
    assert_eq!(registry.record_on(9003, Tcp).unwrap().description(), "Reserved for the site");
}

/// A row on all transports, or on one of them.
#[test]
fn of_nameless_rows_that_overlap_the_last_to_begin_answers() {
    let rows = [
        (100, 300, None),
        (150, 200, Some(Tcp)),
        (150, 160, Some(Udp)),
        (160, 180, None),
        (170, 170, Some(Tcp)),
        (301, 310, None),
        (305, 312, Some(Tcp)),
        (400, 400, Some(Udp)),
    ];
    let mut builder = Registry::builder();
    for (first, last, on) in rows {
        let row = NewRecord::reserved(first..=last);
        builder = builder.record(on.into_iter().fold(row, NewRecord::transport));
    }
    let registry = builder.build().unwrap();
    for port in 0..=500 {
        for transport in [Tcp, Udp, Sctp] {
            let covers = |(first, last, on): &(u16, u16, Option<Transport>)| {
                (*first..=*last).contains(&port) && on.is_none_or(|on| on == transport)
            };
            let covering = rows.into_iter().filter(covers);
            let expected = covering.max_by_key(|(first, last, _)| (*first, u16::MAX - last));
            let record = registry.record_on(port, transport);
            let found = record.and_then(|record| record.ports());
            let expected = expected.map(|(first, last, _)| first..=last);
            assert_eq!(found, expected, "{port}/{transport}");
            assert_eq!(registry.explain(port, transport).record(), record);
        }
    }
}
