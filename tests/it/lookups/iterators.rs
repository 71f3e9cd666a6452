//! The promises of the iterators: fused, clone, `nth`; where it is known, both
//! ends and exact length.

use core::fmt::Debug;
use core::iter::FusedIterator;
use iana_ports::{Transport, records, records_on, services, services_named, services_on};

/// Asserts every promise; items are compared by what `key` makes of them.
fn check<I, K>(iterator: &I, label: &str, key: impl Fn(I::Item) -> K + Copy)
where
    I: DoubleEndedIterator + ExactSizeIterator + FusedIterator + Clone + Debug,
    K: PartialEq + Debug,
{
    let all: Vec<K> = iterator.clone().map(key).collect();
    assert!(!format!("{iterator:?}").is_empty(), "{label}: Debug");

    let mut backward: Vec<K> = iterator.clone().rev().map(key).collect();
    backward.reverse();
    assert!(all == backward, "{label}: forward and backward differ");

    // Forward and backward, the length is exact at every step, and the end stays
    // the end.
    for front in [true, false] {
        let mut rest = iterator.clone();
        let step = |rest: &mut I| if front { rest.next() } else { rest.next_back() };
        for left in (0..=all.len()).rev() {
            assert_eq!(rest.len(), left, "{label}: len");
            assert_eq!(rest.size_hint(), (left, Some(left)), "{label}: size_hint");
            assert_eq!(step(&mut rest).is_some(), left > 0, "{label}: {left} left");
        }
        for _ in 0..3 {
            assert!(rest.next().is_none() && rest.next_back().is_none(), "{label}: not fused");
            assert_eq!(rest.len(), 0, "{label}: len after the end");
        }
    }

    // Now one end, now the other: a pattern without a short period.
    let mut rest = iterator.clone();
    let (mut first, mut last) = (0, all.len());
    for turn in 0_usize.. {
        let copy = rest.clone();
        assert_eq!(copy.len(), last - first, "{label}: len of the clone");
        let expected = if first == last {
            None
        } else if (turn * turn / 3) % 2 == 0 {
            first += 1;
            Some(&all[first - 1])
        } else {
            last -= 1;
            Some(&all[last])
        };
        let item = if (turn * turn / 3) % 2 == 0 { rest.next() } else { rest.next_back() };
        assert_eq!(item.map(key).as_ref(), expected, "{label}: turn {turn}");
        if expected.is_none() {
            break;
        }
        assert_eq!(copy.len(), rest.len() + 1, "{label}: the clone moved too");
    }

    // `nth` and `nth_back` skip exactly so many, and past the end they end.
    for skip in (0..all.len() + 2)
        .filter(|skip| *skip < 20 || skip % 997 == 0 || all.len().abs_diff(*skip) < 3)
    {
        let mut rest = iterator.clone();
        assert_eq!(rest.nth(skip).map(key).as_ref(), all.get(skip), "{label}: nth({skip})");
        assert_eq!(
            rest.len(),
            all.len().saturating_sub(skip + 1),
            "{label}: len after nth({skip})"
        );
        let mut rest = iterator.clone();
        let expected = all.len().checked_sub(skip + 1).map(|at| &all[at]);
        assert_eq!(rest.nth_back(skip).map(key).as_ref(), expected, "{label}: nth_back({skip})");
        assert_eq!(
            rest.len(),
            all.len().saturating_sub(skip + 1),
            "{label}: len after nth_back({skip})"
        );
    }
    let mut rest = iterator.clone();
    assert!(rest.nth(usize::MAX).is_none() && rest.next().is_none(), "{label}: nth(usize::MAX)");
    let mut rest = iterator.clone();
    assert!(
        rest.nth_back(usize::MAX).is_none() && rest.next().is_none(),
        "{label}: nth_back(usize::MAX)"
    );

    assert_eq!(iterator.clone().count(), all.len(), "{label}: count");
    assert_eq!(iterator.clone().last().map(key).as_ref(), all.last(), "{label}: last");
}

/// Asserts what filters and readers of text promise: their end, a bound, and a
/// clone of their own.
fn forward<I>(iterator: &I, label: &str)
where
    I: FusedIterator + Clone + Debug,
    I::Item: PartialEq + Debug,
{
    let all: Vec<I::Item> = iterator.clone().collect();
    assert_eq!(format!("{iterator:?}"), format!("{all:?}"), "{label}: Debug");
    let mut rest = iterator.clone();
    for (place, item) in all.iter().enumerate() {
        let left = all.len() - place;
        let (lower, upper) = rest.size_hint();
        assert!(lower <= left && upper.is_some_and(|upper| upper >= left), "{label}: size_hint");
        let copy = rest.clone();
        assert_eq!(rest.next().as_ref(), Some(item), "{label}");
        assert_eq!(copy.count(), left, "{label}: the clone moved too");
    }
    for _ in 0..3 {
        assert_eq!(rest.next(), None, "{label}: not fused");
    }
}

#[test]
fn filters() {
    for (port, transport) in [(22, Transport::Udp), (9, Transport::Tcp), (4, Transport::Dccp)] {
        let siblings = iana_ports::explain(port, transport).siblings();
        forward(&siblings, &format!("siblings of {port}/{transport}"));
    }
    #[cfg(feature = "details")]
    for rfc in [1, 6353, 9900] {
        forward(&iana_ports::services_citing(rfc), &format!("services citing {rfc}"));
    }
    #[cfg(feature = "details")]
    for service in services_named("http").chain(services_named("ddi-tcp-1")) {
        forward(&service.unauthorized_ports(), &format!("unauthorized ports of {service}"));
        if let Some(keys) = service.txt_keys() {
            assert_eq!((keys.len(), keys.is_empty()), (keys.iter().count(), false), "{service}");
            forward(&keys.iter(), &format!("TXT keys of {service}"));
        }
    }
}

#[test]
fn services_of_the_registry() {
    check(&services(), "services()", |service| service);
}

#[test]
fn services_on_a_key() {
    for port in [0, 80, 443, 465, 2049, 3478, 6010, 27005, 49151, 49152, 65535] {
        for &transport in Transport::ALL {
            let services = services_on(port, transport);
            check(&services, &format!("services_on({port}, {transport})"), |service| service);
            assert_eq!(services.first(), services.clone().next(), "{port}/{transport}");
            assert_eq!(services.is_empty(), services.count() == 0, "{port}/{transport}");
        }
    }
}

#[test]
fn services_of_a_name() {
    for name in ["http-alt", "https", "rdp", "x11", "discard", "swx", "sql-net", "", "no-such-name"]
    {
        check(&services_named(name), &format!("services_named({name:?})"), |service| service);
    }
}

/// `first` and `is_empty` speak of what is left.
#[test]
fn services_that_are_used_up() {
    let mut services = services_named("http-alt");
    assert_eq!(services.by_ref().count(), 6);
    assert_eq!(services.first(), None);
    assert!(services.is_empty());
}

#[test]
fn records_of_the_registry_and_of_a_key() {
    let key = |record: iana_ports::Record<'static>| {
        (record.service(), record.ports(), record.transport())
    };
    check(&records(), "records()", key);
    for (port, transport) in [
        (80, Transport::Tcp),
        (7775, Transport::Udp),
        (7776, Transport::Dccp),
        (50000, Transport::Tcp),
    ] {
        check(&records_on(port, transport), &format!("records_on({port}, {transport})"), key);
    }
}

#[test]
fn aliases() {
    for name in ["sql-net", "whoispp", "EtherNet-IP-1", "https"] {
        for service in services_named(name) {
            check(&service.aliases(), &format!("aliases of {service}"), |alias| alias);
        }
    }
}

#[cfg(feature = "details")]
#[test]
fn references() {
    let longest = services().max_by_key(|service| service.references().count()).expect("a service");
    assert_eq!(longest.references().count(), 3, "{longest}");
    for service in services_named("domain")
        .chain(services_named("epp"))
        .chain(services_named("x11"))
        .chain([longest])
    {
        forward(&service.references(), &format!("references of {service}"));
    }
}

#[cfg(feature = "contacts")]
#[test]
fn contacts_uris_and_their_services() {
    check(&iana_ports::contacts(), "contacts()", |contact| contact.handle());
    for handle in ["IESG", "David_Walend", "Stephen_Gold", "_3GPP", "SAP_2"] {
        let contact = iana_ports::lookup_contact(handle).unwrap_or_else(|| panic!("[{handle}]"));
        forward(&contact.uris(), &format!("URIs of [{handle}]"));
        check(&contact.services(), &format!("services of [{handle}]"), |service| service);
    }
    let two =
        services().filter(|service| service.assignees().len() == 2).chain(services_named("tcpmux"));
    for service in two {
        check(&service.assignees(), &format!("assignees of {service}"), |contact| contact.handle());
        check(&service.contacts(), &format!("contacts of {service}"), |contact| contact.handle());
    }
}
