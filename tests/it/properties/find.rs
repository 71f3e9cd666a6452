//! What is searched, suggested and grouped: whatever is asked for, each answer
//! is of the registry, once, and in order.

use std::collections::HashSet;

use iana_ports::load::{NewContact, NewRecord};
use iana_ports::{Registry, registry};

/// Asks the bundled registry for the first line, and one that the other lines
/// make: `name|description|contact|organization|URI` each.
pub(crate) fn check(text: &str) {
    let (asked, lines) = text.split_once('\n').unwrap_or((text, ""));
    let mut registries = vec![registry()];
    let own = own(lines);
    registries.extend(&own);
    for registry in registries {
        searched(registry, asked);
        suggested(registry, asked);
        organizations(registry, asked);
    }
    if let Some(own) = &own {
        for of in own.organizations() {
            assert_eq!(own.organization_named(of.name()), Some(of));
            assert!(of.contacts().next().is_some(), "{of:?} has contacts");
        }
        for contact in own.contacts() {
            if let Some(email) = contact.email() {
                let domain = email.domain().to_string();
                assert!(own.contacts_at(&domain).any(|one| one == contact), "{domain}");
            }
        }
    }
}

/// A registry of lines; none if they make none.
fn own(lines: &str) -> Option<Registry> {
    let mut builder = Registry::builder();
    for (line, port) in lines.lines().zip(1..) {
        let mut cells = line.split('|');
        let mut cell = || cells.next().unwrap_or_default();
        let record = NewRecord::service(cell()).description(cell()).port(port);
        let handle = cell();
        let contact = NewContact::new(handle).organization(cell()).uri(cell());
        builder = match handle {
            "" => builder.record(record),
            _ => builder.contact(contact).record(record.contact(handle)),
        };
    }
    builder.build().ok()
}

fn searched(registry: &Registry, asked: &str) {
    let found: Vec<_> = registry.search(asked).collect();
    assert!(found.is_sorted_by_key(|one| one.rank()), "{found:?}");
    let mut services = HashSet::new();
    for one in &found {
        let service = one.service();
        assert!(services.insert(service), "{service} is found twice");
        assert!(registry.services_named(service.name()).any(|one| one == service), "{service}");
    }
    // A word by itself is found wherever a name has it.
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"-_*".contains(c);
    if asked.is_empty() || !asked.chars().all(is_plain) {
        return;
    }
    let word = asked.to_ascii_lowercase();
    let names: HashSet<String> =
        found.iter().map(|one| one.service().name().to_ascii_lowercase()).collect();
    for service in registry.services().filter(|service| service.alias_of().is_none()) {
        let name = service.name().to_ascii_lowercase();
        assert!(!name.contains(&word) || names.contains(&name), "{asked:?} in {name:?}");
    }
}

fn suggested(registry: &Registry, asked: &str) {
    let found: Vec<_> = registry.suggest(asked).collect();
    assert!(found.len() <= 5, "{found:?}");
    let mut names = HashSet::new();
    for service in &found {
        assert!(names.insert(service.name()), "{service} is suggested twice");
        assert_eq!(registry.services_named(service.name()).next(), Some(*service));
    }
    // A name is near to itself.
    let is_word = |c: char| c.is_ascii_alphanumeric();
    if asked.chars().any(is_word) && asked.len() <= 64 && !registry.services_named(asked).is_empty()
    {
        assert!(found.iter().any(|one| one.name().eq_ignore_ascii_case(asked)), "{asked:?}");
    }
}

fn organizations(registry: &Registry, asked: &str) {
    if let Some(of) = registry.organization_named(asked) {
        assert!(registry.organizations().any(|one| one == of), "{of:?}");
        let services: Vec<_> = of.services().collect();
        assert!(services.windows(2).all(|two| two[0] < two[1]), "{services:?}");
        for contact in of.contacts() {
            assert!(contact.services().all(|service| services.contains(&service)), "{contact}");
        }
    }
    for contact in registry.contacts_at(asked) {
        let mut emails = contact.uris().filter_map(|uri| uri.email());
        let is_at = emails.any(|email| {
            let domain = email.domain().to_string().to_ascii_lowercase();
            domain.ends_with(&asked.to_ascii_lowercase())
        });
        assert!(is_at, "{contact} is not at {asked:?}");
    }
}
