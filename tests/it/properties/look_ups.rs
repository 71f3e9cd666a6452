//! Texts that are asked for, and texts that are read as prose.

use std::collections::HashMap;
use std::sync::LazyLock;

use iana_ports::load::NewRecord;
use iana_ports::{Contact, Registry, Service, Transport, registry};

use crate::hostile::holds;

/// The names and handles of the bundled registry, found in another way.
static BUNDLED: LazyLock<Known<'static>> = LazyLock::new(|| Known::of(registry()));

/// Looks the first line up in the bundled registry, and in the one that the
/// other lines make as a services(5) file; and reads everything as prose.
pub(crate) fn check(text: &str) {
    let (asked, file) = text.split_once('\n').unwrap_or((text, ""));
    BUNDLED.look_up(asked);
    if let Ok(own) = Registry::from_services_file(file.as_bytes()) {
        Known::of(&own).look_up(asked);
        holds::holds(&own);
    }
    prose(text);
}

/// Reads a text as the notes and reports of rows.
fn prose(text: &str) {
    let row = || NewRecord::service("row").notes(text).unauthorized_use(text);
    let keys = NewRecord::service("keys").notes(format!("Defined TXT keys: {text}"));
    let builder = Registry::builder().record(row()).record(row().port(1)).record(keys);
    if let Ok(registry) = builder.build() {
        holds::holds(&registry);
    }
}

/// The services of each name and the contacts of each handle, in lower case.
struct Known<'r> {
    registry: &'r Registry,
    services: HashMap<String, Vec<Service<'r>>>,
    contacts: HashMap<String, Vec<Contact<'r>>>,
}

impl<'r> Known<'r> {
    fn of(registry: &'r Registry) -> Self {
        let mut known = Self { registry, services: HashMap::new(), contacts: HashMap::new() };
        for one in registry.services() {
            known.services.entry(one.name().to_ascii_lowercase()).or_default().push(one);
        }
        for one in registry.contacts() {
            known.contacts.entry(one.handle().to_ascii_lowercase()).or_default().push(one);
        }
        known
    }

    fn look_up(&self, asked: &str) {
        let services = self.services.get(&asked.to_ascii_lowercase());
        let mut named: Vec<Service<'_>> = self.registry.services_named(asked).collect();
        for &transport in Transport::ALL {
            let reached = |one: &&Service<'_>| one.transport().is_none_or(|own| own == transport);
            let first = named.iter().find(reached).copied();
            assert_eq!(self.registry.lookup_name(asked, transport), first);
        }
        named.sort_unstable();
        assert_eq!(named, services.cloned().unwrap_or_default());

        let bare = asked.strip_prefix('[').and_then(|bare| bare.strip_suffix(']')).unwrap_or(asked);
        let contacts = self.contacts.get(&bare.to_ascii_lowercase());
        let found = contacts.and_then(|contacts| {
            contacts.iter().find(|one| one.handle() == bare).or_else(|| contacts.first()).copied()
        });
        assert_eq!(self.registry.lookup_contact(asked), found);
    }
}
