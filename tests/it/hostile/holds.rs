//! What must hold for every registry that loads, whatever it was made of.
//!
//! The fuzz targets of `fuzz/` check the same.

use core::fmt::Debug;

use iana_ports::{PortRange, Record, Registry, Service, Status, Transport};

use super::texts;

/// Checks that the look-ups of a registry agree with going through all of its
/// records, from both ends, and that every accessor answers.
pub(crate) fn holds(registry: &Registry) {
    let records: Vec<Record<'_>> = registry.records().collect();
    both_ends(registry.records());
    both_ends(registry.services());
    both_ends(registry.contacts());
    assert!(records.is_sorted() && records.windows(2).all(|pair| pair[0] < pair[1]));
    let named: Vec<_> = records.iter().filter_map(|record| record.service()).collect();
    assert!(registry.services().eq(named.iter().copied()));
    ports(registry, &records);
    names(registry, &named);
    aliases(&named);
    contacts(registry, &records);
    for record in &records {
        texts::of_record(*record);
    }
    for contact in registry.contacts() {
        texts::of_contact(contact);
    }
}

/// That an iterator gives the same from both ends, and knows its length.
pub(crate) fn both_ends<I>(items: I)
where
    I: Iterator + DoubleEndedIterator + ExactSizeIterator + Clone,
    I::Item: PartialEq + Debug + Clone,
{
    let forwards: Vec<I::Item> = items.clone().collect();
    let mut backwards: Vec<I::Item> = items.clone().rev().collect();
    backwards.reverse();
    assert_eq!(forwards, backwards);
    assert_eq!(items.len(), forwards.len());
    // In turns, they meet.
    let (mut left, mut first, mut last) = (items, Vec::new(), Vec::new());
    while let Some(item) = left.next() {
        first.push(item);
        last.extend(left.next_back());
        assert_eq!(left.len(), forwards.len() - first.len() - last.len());
    }
    first.extend(last.into_iter().rev());
    assert_eq!(first, forwards);
    assert!(left.next_back().is_none() && left.next().is_none());
}

/// That an iterator stays at its end, and has no more items than it says.
pub(crate) fn forward<I: Iterator>(mut items: I) {
    let (least, most) = items.size_hint();
    let count = items.by_ref().count();
    assert!(least <= count && most.is_some_and(|most| count <= most), "{count}");
    assert!(items.next().is_none() && items.next().is_none());
}

/// Whether a record covers a port on a transport.
fn covers(record: &Record<'_>, port: u16, transport: Transport) -> bool {
    record.ports().is_some_and(|ports| ports.contains(&port))
        && record.transport().is_none_or(|own| own == transport)
}

/// The ports where answers change, and both ends of all.
fn telling_ports(records: &[Record<'_>]) -> Vec<u16> {
    let spans = records.iter().filter_map(|record| record.ports());
    let mut ports: Vec<u16> = spans
        .flat_map(|span| {
            let (first, last) = span.into_inner();
            [first.saturating_sub(1), first, last, last.saturating_add(1)]
        })
        .chain([0, 1, 49_151, 49_152, u16::MAX])
        .collect();
    ports.sort_unstable();
    ports.dedup();
    // Enough of a large registry, and each port of a small one.
    let step = ports.len() / 100 + 1;
    ports.into_iter().step_by(step).collect()
}

fn ports(registry: &Registry, records: &[Record<'_>]) {
    for port in telling_ports(records) {
        for &transport in Transport::ALL {
            let mut on: Vec<(usize, Record<'_>)> = (0..).zip(records.iter().copied()).collect();
            on.retain(|(_, record)| covers(record, port, transport));
            on.sort_by_key(|(place, record)| {
                let span = record.ports().expect("it covers a port").into_inner();
                let alias = record.service().is_some_and(|service| service.alias_of().is_some());
                match record.status() {
                    Status::Assigned => (0, usize::from(alias), span.0 < span.1, 0, *place),
                    // A single port before a range, and the narrower before the wider.
                    _ => (1, usize::MAX - usize::from(span.0), false, span.1, *place),
                }
            });
            let on: Vec<Record<'_>> = on.into_iter().map(|(_, record)| record).collect();
            let at = format!("{port}/{transport}");
            assert!(registry.records_on(port, transport).eq(on.iter().copied()), "{at}");
            assert_eq!(registry.record_on(port, transport), on.first().copied(), "{at}");
            let services: Vec<_> = on.iter().filter_map(|record| record.service()).collect();
            assert!(registry.services_on(port, transport).eq(services.iter().copied()), "{at}");
            assert_eq!(registry.lookup_port(port, transport), services.first().copied(), "{at}");
            let status = on.first().map_or(unlisted(port), |record| record.status());
            assert_eq!(registry.status(port, transport), status, "{at}");
            both_ends(registry.records_on(port, transport));
            texts::of_explanation(registry, port, transport);
            let free = registry.free_ports(transport, port..=port);
            assert_eq!(free.count(), usize::from(status == Status::Unassigned), "{at}");
        }
    }
}

/// The status of a port that no row speaks of.
fn unlisted(port: u16) -> Status {
    match PortRange::of(port) {
        PortRange::Dynamic => Status::Dynamic,
        _ => Status::Unassigned,
    }
}

fn names(registry: &Registry, named: &[Service<'_>]) {
    for service in named.iter().step_by(named.len() / 200 + 1) {
        let name = service.name();
        let mut same: Vec<(usize, Service<'_>)> = (0..).zip(named.iter().copied()).collect();
        same.retain(|(_, other)| other.name().eq_ignore_ascii_case(name));
        same.sort_by_key(|(place, service)| {
            (service.port().is_none(), service.alias_of().is_some(), *place)
        });
        let same: Vec<Service<'_>> = same.into_iter().map(|(_, service)| service).collect();
        for name in [name.to_owned(), name.to_ascii_uppercase(), name.to_ascii_lowercase()] {
            // Those that are spelled so come first, else those spelled as the primary one.
            let is_spelled = same.iter().any(|service| service.name() == name);
            let spelling = if is_spelled { &*name } else { same[0].name() };
            let mut same = same.clone();
            same.sort_by_key(|service| service.name() != spelling);
            let found: Vec<Service<'_>> = registry.services_named(&name).collect();
            assert_eq!(found, same, "{name:?}");
            for &transport in Transport::ALL {
                let reached =
                    |service: &&Service<'_>| service.transport().is_none_or(|own| own == transport);
                let first = same.iter().find(reached).copied();
                assert_eq!(registry.lookup_name(&name, transport), first, "{name:?}");
            }
        }
        both_ends(registry.services_named(name));
        for other in [format!("{name} "), format!("{name}\u{0}"), name.chars().skip(1).collect()] {
            let is_there = named.iter().any(|service| service.name().eq_ignore_ascii_case(&other));
            assert_eq!(registry.services_named(&other).is_empty(), !is_there, "{other:?}");
        }
    }
}

fn aliases(named: &[Service<'_>]) {
    for service in named {
        if let Some(target) = service.alias_of() {
            let unspaced =
                |text: &str| text.split_whitespace().collect::<String>().to_ascii_lowercase();
            let said = unspaced(&format!("This entry is an alias to \"{}\"", target.name()));
            assert!(unspaced(service.notes().expect("a note says so")).contains(&said));
            assert_eq!((target.alias_of(), target.ports()), (None, service.ports()));
            assert!(target.aliases().any(|alias| alias == *service));
        }
        both_ends(service.aliases());
        for alias in service.aliases() {
            assert_eq!(alias.alias_of().map(|target| target.record()), Some(service.record()));
        }
    }
}

fn contacts(registry: &Registry, records: &[Record<'_>]) {
    let all = registry.contacts();
    let step = all.len() / 100 + 1;
    for contact in all.clone().step_by(step) {
        assert_eq!(registry.lookup_contact(&format!("[{}]", contact.handle())), Some(contact));
        assert_eq!(registry.lookup_contact(contact.handle()), Some(contact));
        let is_of = |record: &&Record<'_>| {
            record.assignees().chain(record.contacts()).any(|other| other == contact)
        };
        let rows: Vec<Record<'_>> = records.iter().filter(is_of).copied().collect();
        assert!(contact.records().eq(rows.iter().copied()), "{contact}");
        let services = rows.iter().filter_map(|record| record.service());
        assert!(contact.services().eq(services), "{contact}");
        both_ends(contact.records());
    }
    for record in records {
        both_ends(record.assignees());
        both_ends(record.contacts());
    }
    let unlisted: Vec<bool> = all.map(|contact| !contact.is_listed()).collect();
    assert!(unlisted.is_sorted(), "those of the contact table come first");
}
