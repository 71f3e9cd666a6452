//! Columns of ports to ids and names, against one port after the other.

use std::collections::BTreeSet;

use iana_ports::{
    Date, NO_SERVICE, Service, Transport, lookup_ids, lookup_port, registry, services,
};

/// Every port with a protocol.
fn column(protocol: u8) -> (Vec<u16>, Vec<u8>) {
    ((0..=u16::MAX).collect(), vec![protocol; 1 << 16])
}

#[test]
fn ids_are_those_of_lookup_port() {
    for protocol in 0..=u8::MAX {
        let (ports, protocols) = column(protocol);
        let mut ids = vec![7; ports.len()];
        lookup_ids(&ports, &protocols, &mut ids);
        let Some(transport) = Transport::from_protocol_number(protocol) else {
            assert!(ids.iter().all(|id| *id == NO_SERVICE), "{protocol}");
            continue;
        };
        for (port, id) in ports.into_iter().zip(ids) {
            let service = lookup_port(port, transport);
            assert_eq!(id, service.map_or(NO_SERVICE, Service::id), "{port}/{transport}");
            let name = service.map(Service::name);
            assert_eq!(registry().name_of(id), name, "{port}/{transport}");
        }
    }
}

#[test]
fn the_shortest_slice_counts() {
    let mut ids = [1; 3];
    lookup_ids(&[22, 22, 22], &[6, 6], &mut ids);
    assert_eq!((ids[0], ids[1], ids[2]), (ids[0], ids[0], 1));
    lookup_ids(&[], &[6], &mut ids);
    lookup_ids(&[22], &[6], &mut []);
    assert_eq!(ids[2], 1);
}

#[test]
fn an_id_leads_back() {
    let mut all = BTreeSet::new();
    for service in services() {
        let id = service.id();
        let first = registry().service(id).expect("a service");
        assert_eq!((first.id(), first.name()), (id, service.name()));
        assert_eq!(first.ports(), service.ports());
        let span = registry().name_span(id).expect("a name");
        assert_eq!(&registry().name_text()[span], service.name());
        all.insert(id);
    }
    for id in 0..=u16::MAX {
        let is_one = all.contains(&id);
        assert_eq!(registry().service(id).is_some(), is_one, "{id}");
        assert_eq!(registry().name_of(id).is_some(), is_one, "{id}");
        assert_eq!(registry().name_span(id).is_some(), is_one, "{id}");
    }
    assert!(usize::from(*all.last().expect("some")) < registry().records().len());
}

#[test]
fn keys_named_are_the_ports_whose_primary_has_the_name() {
    let mut expected: Vec<(String, u16, Transport)> = Vec::new();
    let named = |port, on: Transport| {
        lookup_port(port, on).map(|service| (service.name().to_ascii_lowercase(), port, on))
    };
    for port in 0..=u16::MAX {
        expected.extend(Transport::ALL.iter().filter_map(|on| named(port, *on)));
    }
    let names: BTreeSet<String> =
        services().map(|service| service.name().to_ascii_lowercase()).collect();
    let mut found = Vec::new();
    for name in names {
        for (ports, on) in registry().keys_named(&name.to_ascii_uppercase()) {
            found.extend(ports.map(|port| (name.clone(), port, on)));
        }
    }
    expected.sort();
    found.sort();
    assert!(found == expected);
    assert_eq!(registry().keys_named("no such name").next(), None);
}

#[test]
fn days_are_counted_one_by_one() {
    let mut days = None;
    for year in 0..=9999 {
        for month in 1..=12 {
            assert_eq!(Date::new(year, month, None).expect("a date").days_since_epoch(), None);
            for day in 1..=31 {
                let date = Date::new(year, month, Some(day)).expect("a date");
                let Some(found) = date.days_since_epoch() else {
                    assert!(day > 28, "{date}");
                    continue;
                };
                assert_eq!(found, days.map_or(found, |before: i32| before + 1), "{date}");
                days = Some(found);
            }
        }
    }
    assert_eq!(Date::new(0, 1, Some(1)).expect("a date").days_since_epoch(), Some(-719_528));
    assert_eq!(Date::new(1970, 1, Some(1)).expect("a date").days_since_epoch(), Some(0));
    assert_eq!(days, Some(2_932_896));
}

#[cfg(feature = "runtime")]
#[test]
fn a_loaded_registry_has_ids_of_its_own() {
    use iana_ports::Registry;

    let file = "web 80/tcp\nmon 2583/tcp\nMon 9255/tcp\na 80/tcp\n";
    let own = Registry::from_services_file(file.as_bytes()).expect("it loads");
    let mut ids = [0; 3];
    own.lookup_ids(&[80, 9255, 81], &[6, 6, 6], &mut ids);
    assert_eq!(ids.map(|id| own.name_of(id)), [Some("web"), Some("Mon"), None]);
    let keys: Vec<_> = own.keys_named("mon").collect();
    assert_eq!(keys, [(2583..=2583, Transport::Tcp), (9255..=9255, Transport::Tcp)]);
    assert_eq!(own.keys_named("a").next(), None);
}
