//! Registries without services, names, handles or anything.

use iana_ports::load::{NewContact, NewRecord};
use iana_ports::{Registry, Status, Transport::Tcp};

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
