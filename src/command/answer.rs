//! The answers: what the registry holds of a query, alike rows in one block.

use iana_ports::dns_sd::{ParseServiceLabelError, ServiceLabel};
use iana_ports::reference::Reference;
use iana_ports::{
    Transport, explain, lookup_contact, lookup_port, services_citing, services_named, services_on,
};

use crate::describe;
use crate::group::{Groups, key_of};
use crate::overview;
use crate::page::{Block, Fields};
use crate::people;
use crate::query::Query;

/// The blocks that answer a query, or why there is none.
pub(crate) fn answer(query: Query<'_>) -> Result<Vec<Block>, String> {
    match query {
        Query::Port(port) => Ok(on_port(port)),
        Query::Key(port, transport) => Ok(vec![on_key(port, transport)]),
        Query::Ports(spec) => Ok(vec![overview::of_ports(&spec)]),
        Query::Name(name) => named(name, None),
        Query::NameOn(name, transport) => named(name, Some(transport)),
        Query::Label(label, broken) => labelled(label, broken),
        Query::Handle(handle) => lookup_contact(handle)
            .map(|contact| vec![people::of_contact(contact)])
            .ok_or_else(|| format!("no contact has the handle {:?}", format!("[{handle}]"))),
        Query::Rfc(number) => citing(number).map(|block| vec![block]),
    }
}

/// Every service on a port, or its status where there is none.
fn on_port(port: u16) -> Vec<Block> {
    let mut groups = Groups::default();
    for &transport in Transport::ALL {
        let services = services_on(port, transport);
        if services.is_empty() {
            let title = explain(port, transport).status().as_str();
            let key = format!("{port}/{transport}");
            groups.add(title, key, describe::without_service(port, transport));
        }
        for service in services {
            groups.add_service(service, describe::service(service, Some(port)));
        }
    }
    groups.into_blocks()
}

/// The primary service on a port, or its status, and what is on the other
/// transports.
fn on_key(port: u16, transport: Transport) -> Block {
    let (title, mut fields) = match lookup_port(port, transport) {
        Some(service) => {
            let mut fields = describe::service(service, Some(port));
            fields.add("DNS Label", service.label().to_string());
            (service.to_string(), fields)
        }
        None => {
            let explanation = explain(port, transport);
            let mut fields = describe::without_service(port, transport);
            if explanation.record().is_none() {
                fields.add("Registry Row", "none for this port and transport");
            }
            (format!("{} ({port}/{transport})", explanation.status()), fields)
        }
    };
    let others = Transport::ALL.iter().copied().filter(|&other| other != transport);
    fields.add_lines("Other Transports", others.flat_map(|other| describe::in_brief(port, other)));
    Block { title, fields }
}

/// Every row of a name, on one transport or on all.
fn named(name: &str, transport: Option<Transport>) -> Result<Vec<Block>, String> {
    let mut groups = Groups::default();
    for service in services_named(name) {
        if transport.is_none() || service.transport().is_none() || service.transport() == transport
        {
            groups.add_service(service, describe::service(service, None));
        }
    }
    if groups.is_empty() { Err(not_named(name, transport)) } else { Ok(groups.into_blocks()) }
}

/// Why a name has no row on a transport, or at all.
fn not_named(name: &str, transport: Option<Transport>) -> String {
    match transport {
        Some(transport) if !services_named(name).is_empty() => {
            let rows: Vec<String> = services_named(name).map(|row| row.to_string()).collect();
            format!("{name:?} is not registered on {transport}, but as {}", rows.join(", "))
        }
        _ if lookup_contact(name).is_some() => {
            format!("no service is named {name:?}; for the contact, ask for \"[{name}]\"")
        }
        _ => format!("no service is named {name:?}"),
    }
}

/// The parts of a service label, and the rows of its service.
fn labelled(
    label: ServiceLabel<'_>,
    broken: Option<ParseServiceLabelError>,
) -> Result<Vec<Block>, String> {
    let mut groups = Groups::default();
    for service in label.services() {
        groups.add_service(service, describe::service(service, None));
    }
    if groups.is_empty() {
        let why = not_named(label.name(), Some(label.transport()));
        return Err(match broken {
            Some(broken) => format!("{why}, and {:?} breaks a rule: {broken}", label.as_str()),
            None => why,
        });
    }

    let mut fields = Fields::default();
    fields.add("Instance", label.instance().unwrap_or_default());
    fields.add("Subtype", label.subtype().unwrap_or_default());
    fields.add("Service", format!("{} on {}", label.name(), label.transport()));
    fields.add("Domain", label.domain().unwrap_or_default());
    if label.is_meta_query() {
        fields.add("Query", "for all service types of the domain (RFC 6763 section 9)");
    }
    fields.add("Broken Rule", broken.map(|broken| broken.to_string()).unwrap_or_default());
    let mut blocks = vec![Block { title: label.to_string(), fields }];
    blocks.extend(groups.into_blocks());
    Ok(blocks)
}

/// Every service that cites an RFC.
fn citing(number: u32) -> Result<Block, String> {
    let rfc = Reference::Rfc { number, section: None };
    let mut groups = Groups::default();
    for service in services_citing(number) {
        groups.add(service.name(), key_of(service.record()), service.description());
    }
    if groups.is_empty() {
        return Err(format!("no service cites {rfc}"));
    }
    let mut fields = Fields::default();
    fields.add("Document", rfc.url().map(|url| url.to_string()).unwrap_or_default());
    fields.add_lines("Cited by", groups.into_list());
    Ok(Block { title: rfc.to_string(), fields })
}
