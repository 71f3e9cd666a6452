//! Texts that are asked for and texts that are read: the first line is looked
//! up in the registry that the other lines make, and everything is read as
//! prose.

#![no_main]

use std::collections::HashMap;
use std::sync::LazyLock;

use iana_ports::contact::Uri;
use iana_ports::dns_sd::ServiceLabel;
use iana_ports::load::NewRecord;
use iana_ports::port_spec::{PortSpec, Syntax};
use iana_ports::reference::Reference;
use iana_ports::service_name::ServiceName;
use iana_ports::{Contact, Date, Registry, Service, Transport, registry};
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/it/hostile/holds.rs"]
mod holds;
#[path = "../../tests/it/hostile/texts.rs"]
mod texts;

/// The names and handles of the bundled registry, found in another way.
static BUNDLED: LazyLock<Known<'static>> = LazyLock::new(|| Known::of(registry()));

fuzz_target!(|text: &str| {
    let (asked, file) = text.split_once('\n').unwrap_or((text, ""));
    BUNDLED.look_up(asked);
    if let Ok(own) = Registry::from_services_file(file.as_bytes()) {
        Known::of(&own).look_up(asked);
        holds::holds(&own);
    }
    prose(text);
    read(text);
});

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

fn read(text: &str) {
    if let Ok(date) = text.parse::<Date>() {
        assert_eq!(date.to_string(), text);
    }
    let reference = Reference::from_text(text);
    assert_eq!(Reference::from_text(&reference.to_string()), reference);
    let _ = reference.url().map(|url| url.to_string());
    let uri = Uri::from_text(text);
    assert_eq!(uri.to_string(), text);
    let _ = (uri.kind(), uri.scheme(), uri.after_scheme());
    if let Some(email) = uri.email() {
        let shown = email.to_string();
        assert!(shown.is_ascii() && shown.matches('@').count() == 1, "{shown}");
    }
    if let Ok(name) = ServiceName::parse(text) {
        assert_eq!(name.as_str(), text);
    }
    for label in [ServiceLabel::parse(text), ServiceLabel::parse_lenient(text)] {
        match label {
            Ok(label) => assert!(!label.to_string().is_empty()),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    for syntax in [Syntax::Default, Syntax::Nmap, Syntax::Ufw, Syntax::TransportFirst] {
        match PortSpec::parse_as(syntax, text) {
            Ok(spec) => {
                assert_eq!(PortSpec::parse(&spec.to_string()), Ok(spec.clone()));
                let merged = PortSpec::parse(&format!("{spec:#}")).expect("ports");
                assert!(spec.difference(&merged).is_empty() && merged.len() == spec.len());
            }
            Err(error) => assert!(error.position() <= text.len()),
        }
    }
}
