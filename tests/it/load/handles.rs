//! Handles know which registry they are of.

use std::collections::HashSet;

use iana_ports::load::Source;
use iana_ports::{Registry, Transport::Tcp, registry};

use super::{DIRECTORY, LOADED, services};

#[test]
fn rows_of_different_registries_are_different() {
    let (one, other) = (services("tcpmux 1/tcp\n"), services("tcpmux 1/tcp\n"));
    let [a, b] = [&one, &other].map(|registry| registry.lookup_port(1, Tcp).unwrap());
    let bundled = registry().lookup_port(1, Tcp).unwrap();
    assert_eq!(a, one.services().next().unwrap());
    assert_ne!(a, b);
    assert_ne!(a, bundled);
    assert_ne!(a.record(), bundled.record());
    assert_eq!(HashSet::from([a, b, bundled, a]).len(), 3);
    // An order that agrees with it: those of the bundled registry first.
    let mut sorted = [b, bundled, a, b];
    sorted.sort();
    assert_eq!(sorted[0], bundled);
    assert!(sorted[1..] == [a, b, b] || sorted[1..] == [b, b, a]);
    assert_ne!(a.cmp(&b), core::cmp::Ordering::Equal);
}

#[test]
fn contacts_of_different_registries_are_different() {
    let (mine, theirs) = (LOADED.contacts().next().unwrap(), registry().contacts().next().unwrap());
    assert_eq!(mine.handle(), theirs.handle());
    assert_ne!(mine, theirs);
    assert!(theirs < mine);
}

#[test]
fn a_registry_can_be_shared_and_sent() {
    fn shared<T: Send + Sync + 'static>(_: &T) {}
    let own = services("tcpmux 1/tcp\n");
    shared(&own);
    let name = std::thread::spawn(move || own.lookup_port(1, Tcp).unwrap().name().to_owned());
    assert_eq!(name.join().unwrap(), "tcpmux");
}

#[test]
fn the_source_is_named() {
    let own = services("tcpmux 1/tcp\n");
    assert_eq!(own.source(), Source::Named("services"));
    let own = own.named("a\u{1b}b");
    assert_eq!(own.lookup_port(1, Tcp).unwrap().source(), Source::Named("a\u{1b}b"));
    assert_eq!(format!("{:>4}|{:4}|", Source::Bundled, Source::System), "IANA|system|");
    assert_eq!(Registry::builder().build().unwrap().source(), Source::Named("builder"));
    assert_eq!(LOADED.source(), Source::Named(DIRECTORY));
}
