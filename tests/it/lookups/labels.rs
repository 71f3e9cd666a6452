//! Every service has a label that leads back to it.

use iana_ports::dns_sd::ServiceLabel;
use iana_ports::service_name::ServiceName;
use iana_ports::{Transport, lookup_name, services};

#[test]
fn the_label_of_every_service_leads_back() {
    for service in services() {
        let text = service.label().to_string();
        let transport = service.transport().unwrap_or(Transport::Tcp);
        assert_eq!(text, format!("_{}._{transport}", service.name().replace('.', "\\.")));
        assert_eq!(service.label(), text.as_str());
        assert_eq!(service.label(), text.to_uppercase().as_str());
        let label =
            ServiceLabel::parse_lenient(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        if service.name().contains('.') {
            // Escapes stay as they are: the name in the label is not that of the registry.
            assert_eq!(label.name(), service.name().replace('.', "\\."));
            continue;
        }
        assert_eq!((label.name(), label.transport()), (service.name(), transport), "{text}");
        assert!(label.services().any(|other| other == service), "{text}");
        assert_eq!(label.services().first(), lookup_name(service.name(), transport), "{text}");
        let strict = ServiceLabel::parse(&text).is_ok();
        assert_eq!(strict, ServiceName::new(service.name()).is_ok(), "{text}");
    }
}

#[test]
fn an_unregistered_label_is_valid_and_has_no_services() {
    let label = ServiceLabel::parse("_no-such-thing._tcp.local.").unwrap();
    assert!(label.services().is_empty());
    assert_eq!(ServiceLabel::parse("_imap._udp").unwrap().services().len(), 0);
    assert_eq!(ServiceLabel::parse("_raop._udp").unwrap().services().len(), 1);
}
