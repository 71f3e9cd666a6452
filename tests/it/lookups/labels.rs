//! Every service has a label that leads back to it.

use iana_ports::dns_sd::{Label, ServiceLabel};
use iana_ports::service_name::ServiceName;
use iana_ports::{Transport, lookup_name, lookup_port, services, services_named};

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
        assert_eq!(strict, ServiceName::parse(service.name()).is_ok(), "{text}");
    }
}

#[test]
fn an_unregistered_label_is_valid_and_has_no_services() {
    let label = ServiceLabel::parse("_no-such-thing._tcp.local.").unwrap();
    assert!(label.services().is_empty());
    assert_eq!(ServiceLabel::parse("_imap._udp").unwrap().services().len(), 0);
    assert_eq!(ServiceLabel::parse("_raop._udp").unwrap().services().len(), 1);
}

/// A row that names no transport has a label for each that it is looked up on.
#[test]
fn labels_are_equal_if_they_show_the_same() {
    use iana_ports::Transport::{Tcp, Udp};
    use std::collections::{BTreeSet, HashSet};

    let labels = [Tcp, Udp].map(|on| lookup_port(7300, on).unwrap().label());
    assert_eq!(labels.map(|label| label.to_string()), ["_swx._tcp", "_swx._udp"]);
    assert_ne!(labels[0], labels[1]);
    assert!(labels[0] < labels[1]);
    assert_eq!(labels[0], lookup_port(7301, Tcp).unwrap().label());
    assert_eq!((HashSet::from(labels).len(), BTreeSet::from(labels).len()), (2, 2));

    // Six rows, two labels.
    let rows: Vec<_> = services_named("http-alt").map(|service| service.label()).collect();
    assert_eq!(HashSet::<_>::from_iter(rows.iter().copied()).len(), 2, "{rows:?}");

    let all: Vec<_> = services().map(|service| service.label()).collect();
    let shown = |label: &Label<'_>| label.to_string().to_ascii_lowercase();
    let texts: BTreeSet<_> = all.iter().map(shown).collect();
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), texts.len());
    let ordered: Vec<_> = BTreeSet::from_iter(all).iter().map(shown).collect();
    assert!(ordered.iter().eq(&texts), "labels order as their texts do");
}
