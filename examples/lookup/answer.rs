//! The answers: what the registry holds of a query, alike rows in one block.

use core::iter;

use iana_ports::{
    Contact, Record, Service, Transport, lookup_contact, lookup_port, record_on, services_named,
    services_on, status,
};

use crate::describe;
use crate::page::{Block, COLUMNS, Fields};
use crate::query::Query;

/// The blocks that answer a query, or why there is none.
pub(crate) fn answer(query: Query<'_>) -> Result<Vec<Block>, String> {
    match query {
        Query::Port(port) => Ok(on_port(port)),
        Query::Key(port, transport) => Ok(vec![on_key(port, transport)]),
        Query::Name(name) => named(name, None),
        Query::NameOn(name, transport) => named(name, Some(transport)),
        Query::Handle(handle) => lookup_contact(handle)
            .map(|contact| vec![of_contact(contact)])
            .ok_or_else(|| format!("no contact has the handle {:?}", format!("[{handle}]"))),
    }
}

/// Every service on a port, or its status where there is none.
fn on_port(port: u16) -> Vec<Block> {
    let mut groups = Groups::default();
    for transport in Transport::ALL {
        let services = services_on(port, transport);
        if services.is_empty() {
            let title = status(port, transport).as_str();
            groups.add(title, key(port, transport), describe::without_service(port, transport));
        }
        for service in services {
            let fields = describe::service(service, Some(port));
            groups.add(service.name(), key_of(service.record()), fields);
        }
    }
    groups.into_blocks()
}

/// The primary service on a port, or its status, and what is on the other
/// transports.
fn on_key(port: u16, transport: Transport) -> Block {
    let (title, mut fields) = match lookup_port(port, transport) {
        Some(service) => (service.to_string(), describe::service(service, Some(port))),
        None => {
            let mut fields = describe::without_service(port, transport);
            if record_on(port, transport).is_none() {
                fields.add("Registry Row", "none for this port and transport");
            }
            let status = status(port, transport);
            (format!("{status} ({})", key(port, transport)), fields)
        }
    };
    let others = Transport::ALL.into_iter().filter(|&other| other != transport);
    fields.add_lines("Other Transports", others.flat_map(|other| describe::in_brief(port, other)));
    Block { title, fields }
}

/// Every row of a name, on one transport or on all.
fn named(name: &str, transport: Option<Transport>) -> Result<Vec<Block>, String> {
    let mut groups = Groups::default();
    for service in services_named(name) {
        if transport.is_none() || service.transport().is_none() || service.transport() == transport
        {
            let fields = describe::service(service, None);
            groups.add(service.name(), key_of(service.record()), fields);
        }
    }
    if !groups.0.is_empty() {
        return Ok(groups.into_blocks());
    }
    match transport {
        Some(transport) if !services_named(name).is_empty() => {
            let rows: Vec<String> = services_named(name).map(|row| row.to_string()).collect();
            Err(format!("{name:?} is not registered on {transport}, but as {}", rows.join(", ")))
        }
        _ if lookup_contact(name).is_some() => {
            Err(format!("no service is named {name:?}; for the contact, ask for \"[{name}]\""))
        }
        _ => Err(format!("no service is named {name:?}")),
    }
}

/// A contact, and every row that names it.
fn of_contact(contact: Contact<'_>) -> Block {
    let mut fields = describe::contact(contact);
    let is_named_as = |record: Record<'_>| {
        let is_assignee = record.assignees().any(|assignee| assignee == contact);
        let is_contact = record.contacts().any(|other| other == contact);
        (is_assignee, is_contact)
    };
    for (label, roles) in [
        ("Assignee and Contact of", (true, true)),
        ("Assignee of", (true, false)),
        ("Contact of", (false, true)),
    ] {
        let mut groups = Groups::default();
        for record in contact.records().filter(|&record| is_named_as(record) == roles) {
            let title = record.service().map_or(record.status().as_str(), Service::name);
            groups.add(title, key_of(record), record.description());
        }
        fields.add_lines(label, groups.into_list());
    }
    Block { title: contact.to_string(), fields }
}

/// Rows of one title that say the same, with their ports and transports.
struct Group<'r, T> {
    title: &'r str,
    keys: Vec<String>,
    says: T,
}

struct Groups<'r, T>(Vec<Group<'r, T>>);

impl<T> Default for Groups<'_, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'r, T: PartialEq> Groups<'r, T> {
    fn add(&mut self, title: &'r str, key: String, says: T) {
        match self.0.iter_mut().find(|group| group.title == title && group.says == says) {
            // A row that names no transport is met on each.
            Some(group) if group.keys.contains(&key) => {}
            Some(group) => group.keys.push(key),
            None => self.0.push(Group { title, keys: vec![key], says }),
        }
    }
}

impl<T> Group<'_, T> {
    /// `https (443/tcp, 443/udp)`, or the name alone.
    fn title(&self) -> String {
        match self.keys.join(", ") {
            keys if keys.is_empty() => self.title.to_owned(),
            keys => format!("{} ({keys})", self.title),
        }
    }
}

impl Groups<'_, Fields> {
    fn into_blocks(self) -> Vec<Block> {
        let block = |group: Group<'_, Fields>| Block { title: group.title(), fields: group.says };
        self.0.into_iter().map(block).collect()
    }
}

impl Groups<'_, &str> {
    /// A line for each group, the descriptions in a column of their own.
    fn into_list(self) -> impl Iterator<Item = String> {
        let widths = self.0.iter().map(|group| group.title().chars().count());
        let width = widths.filter(|&width| width <= 36).max().unwrap_or_default();
        self.0.into_iter().map(move |group| {
            format!("{:<width$}{COLUMNS}{}", group.title(), group.says).trim_end().to_owned()
        })
    }
}

/// `443/tcp`
fn key(port: u16, transport: Transport) -> String {
    format!("{port}/{transport}")
}

/// `443/tcp`, `6000-6063/tcp`, `7300-7359`, `tcp` or nothing.
fn key_of(record: Record<'_>) -> String {
    let ports = record.ports().map(|ports| describe::ports(&ports));
    let transport = record.transport().map(|transport| transport.to_string());
    iter::empty().chain(ports).chain(transport).collect::<Vec<_>>().join("/")
}
