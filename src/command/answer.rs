//! The answers to queries: what the registry holds of one, as pages with alike
//! rows in one block, and as rows.

use std::collections::HashSet;

use iana_ports::dns_sd::{ParseServiceLabelError, ServiceLabel};
use iana_ports::explanation::Explanation;
use iana_ports::layers::Layers;
use iana_ports::port_spec::PortSpec;
use iana_ports::reference::Reference;
use iana_ports::{Contact, PortKey, Record, Service, Status, Transport};

use serde_json::Value;

use crate::customary;
use crate::describe::{self, Sharing};
use crate::group::{Groups, key_of};
use crate::overview;
use crate::page::{Block, Fields};
use crate::people;
use crate::query::Query;

/// What a query is answered with.
#[derive(Default)]
pub(crate) struct Answer<'r> {
    /// The pages.
    pub(crate) blocks: Vec<Block>,
    /// The rows that the pages show in full or in a line, each once.
    pub(crate) records: Vec<Record<'r>>,
    /// The same, to ask.
    pub(crate) met: HashSet<Record<'r>>,
    /// Of single ports, what they are on each transport in question.
    pub(crate) explanations: Vec<Explanation<'r>>,
    pub(crate) contacts: Vec<Contact<'r>>,
    /// What else JSON has, with its keys.
    pub(crate) values: Vec<(&'static str, Value)>,
}

impl<'r> Answer<'r> {
    pub(crate) fn of(blocks: Vec<Block>, services: &[Service<'r>]) -> Self {
        let records: Vec<Record<'r>> = services.iter().map(|service| service.record()).collect();
        let met = records.iter().copied().collect();
        Self { blocks, records, met, ..Self::default() }
    }

    fn add_record(&mut self, record: Record<'r>) {
        if self.met.insert(record) {
            self.records.push(record);
        }
    }

    fn explain(&mut self, explanation: Explanation<'r>) {
        self.explanations.push(explanation);
        if let Some(record) = explanation.record() {
            self.add_record(record);
        }
    }
}

/// The answer to a query, or why there is none.
pub(crate) fn answer<'r>(query: Query<'_>, layers: &Layers<'r>) -> Result<Answer<'r>, String> {
    match query {
        Query::Port(port) => Ok(on_port(port, layers)),
        Query::Key(port, transport) => Ok(on_key(port, transport, layers)),
        Query::Ports(spec) => Ok(on_ports(&spec, layers)),
        Query::Name(name) => named(name, None, layers),
        Query::NameOn(name, transport) => named(name, Some(transport), layers),
        Query::Label(label, broken) => labelled(label, broken, layers),
        Query::Handle(handle) => layers
            .lookup_contact(handle)
            .map(|contact| of_contacts([contact]))
            .ok_or_else(|| format!("no contact has the handle {:?}", format!("[{handle}]"))),
        Query::Rfc(number) => citing(number, layers),
    }
}

/// Every service on a port, or its status where there is none.
fn on_port<'r>(port: u16, layers: &Layers<'r>) -> Answer<'r> {
    let mut answer = Answer::default();
    let (mut groups, mut sharing) = (Groups::default(), Sharing::new(layers));
    for &transport in Transport::ALL {
        let explanation = layers.explain(port, transport);
        let mut services = layers.services_on(port, transport).peekable();
        if services.peek().is_none() {
            let title = explanation.status().as_str();
            let key = format!("{port}/{transport}");
            groups.add(
                title,
                key,
                describe::without_service(PortKey::new(port, transport), explanation),
            );
        }
        for service in services {
            groups.add_service(service, describe::service(service, Some(port), &mut sharing));
            answer.add_record(service.record());
        }
        answer.explain(explanation);
    }
    answer.blocks = groups.into_blocks();
    answer
}

/// The primary service on a port, or its status, and what is on the other
/// transports.
fn on_key<'r>(port: u16, transport: Transport, layers: &Layers<'r>) -> Answer<'r> {
    let explanation = layers.explain(port, transport);
    let (title, mut fields) = match layers.lookup_port(port, transport) {
        Some(service) => {
            let mut fields = describe::service(service, Some(port), &mut Sharing::new(layers));
            fields.add("DNS Label", service.label().to_string());
            (service.to_string(), fields)
        }
        None => {
            let mut fields = describe::without_service(PortKey::new(port, transport), explanation);
            if explanation.record().is_none() {
                fields.add("Registry Row", "none for this port and transport");
            }
            (format!("{} ({port}/{transport})", explanation.status()), fields)
        }
    };
    let others = Transport::ALL.iter().copied().filter(|&other| other != transport);
    let others = others.flat_map(|other| describe::in_brief(port, other, layers));
    fields.add_lines("Other Transports", others);

    let services: Vec<Service<'_>> = layers.services_on(port, transport).collect();
    let mut answer = Answer::of(vec![Block { title, fields }], &services);
    answer.explain(explanation);
    answer
}

/// The services of many ports, and the status of those without one.
fn on_ports<'r>(spec: &PortSpec, layers: &Layers<'r>) -> Answer<'r> {
    let overview = overview::of_ports(spec, layers);
    let mut answer = Answer::of(vec![overview.block], &overview.services);
    for (status, spans) in overview.without_service {
        let key = match status {
            Status::Reserved => "reserved",
            Status::Unassigned => "unassigned",
            _ => "dynamic",
        };
        answer.values.push((key, spans.into()));
    }
    answer
}

/// Every row of a name, on one transport or on all; if none has a port, those
/// that people use the name for.
fn named<'r>(
    name: &str,
    transport: Option<Transport>,
    layers: &Layers<'r>,
) -> Result<Answer<'r>, String> {
    let is_wanted = |service: &Service<'_>| {
        transport.is_none() || service.transport().is_none() || service.transport() == transport
    };
    let mut services: Vec<Service<'r>> = layers.services_named(name).filter(is_wanted).collect();
    // A port is what somebody asks for, and some names are registered without.
    if services.iter().all(|service| service.port().is_none()) {
        services.extend(customary::named(name).filter(is_wanted));
    }
    if services.is_empty() {
        return Err(not_named(name, transport, layers));
    }
    Ok(Answer::of(blocks_of(&services, layers), &services))
}

/// A page for each of some services that say the same.
fn blocks_of(services: &[Service<'_>], layers: &Layers<'_>) -> Vec<Block> {
    let (mut groups, mut sharing) = (Groups::default(), Sharing::new(layers));
    for &service in services {
        groups.add_service(service, describe::service(service, None, &mut sharing));
    }
    groups.into_blocks()
}

/// Why a name has no row on a transport, or at all.
fn not_named(name: &str, transport: Option<Transport>, layers: &Layers<'_>) -> String {
    let rows: Vec<String> = layers.services_named(name).map(|row| row.to_string()).collect();
    match transport {
        Some(transport) if !rows.is_empty() => {
            format!("{name:?} is not registered on {transport}, but as {}", rows.join(", "))
        }
        _ if layers.lookup_contact(name).is_some() => {
            format!("no service is named {name:?}; for the contact, ask for \"[{name}]\"")
        }
        _ => format!("no service is named {name:?}{}", nearest(name, layers)),
    }
}

/// The names that somebody may have meant, as the end of a message.
pub(crate) fn nearest(name: &str, layers: &Layers<'_>) -> String {
    let layers = customary::below(layers);
    let mut names = layers.suggest(name).take(3).map(|service| format!("{:?}", service.name()));
    let Some(first) = names.next() else { return String::new() };
    let others = names.fold(first, |all, name| all + ", " + &name);
    match others.rsplit_once(", ") {
        Some((all, last)) => format!("; did you mean {all} or {last}?"),
        None => format!("; did you mean {others}?"),
    }
}

/// The parts of a service label, and the rows of its service.
fn labelled<'r>(
    label: ServiceLabel<'_>,
    broken: Option<ParseServiceLabelError>,
    layers: &Layers<'r>,
) -> Result<Answer<'r>, String> {
    let services: Vec<Service<'r>> =
        layers.services_named_on(label.name(), label.transport()).collect();
    if services.is_empty() {
        let why = not_named(label.name(), Some(label.transport()), layers);
        return Err(match broken {
            Some(broken) => format!("{why}, and {:?} breaks a rule: {broken}", label.as_str()),
            None => why,
        });
    }

    let broken = broken.map(|broken| broken.to_string());
    let mut fields = Fields::default();
    fields.add("Instance", label.instance().unwrap_or_default());
    fields.add("Subtype", label.subtype().unwrap_or_default());
    fields.add("Service", format!("{} on {}", label.name(), label.transport()));
    fields.add("Domain", label.domain().unwrap_or_default());
    if label.is_meta_query() {
        fields.add("Query", "for all service types of the domain (RFC 6763 section 9)");
    }
    fields.add("Broken Rule", broken.as_deref().unwrap_or_default());
    let parts = [
        ("instance", label.instance()),
        ("subtype", label.subtype()),
        ("service_name", Some(label.name())),
        ("transport_protocol", Some(label.transport().as_str())),
        ("domain", label.domain()),
        ("broken_rule", broken.as_deref()),
    ];
    let values = parts.into_iter().filter_map(|(key, text)| Some((key, text?.into()))).collect();
    let mut blocks = vec![Block { title: label.to_string(), fields }];
    blocks.extend(blocks_of(&services, layers));
    Ok(Answer { values, ..Answer::of(blocks, &services) })
}

/// Every service that cites an RFC.
fn citing<'r>(number: u32, layers: &Layers<'r>) -> Result<Answer<'r>, String> {
    let rfc = Reference::Rfc { number, section: None };
    let services: Vec<Service<'r>> = layers.services_citing(number).collect();
    if services.is_empty() {
        return Err(format!("no service cites {rfc}"));
    }
    let url = rfc.url().map(|url| url.to_string()).unwrap_or_default();
    let mut fields = Fields::default();
    fields.add("Document", &*url);
    fields.add_lines("Cited by", list_of(&services));
    let blocks = vec![Block { title: rfc.to_string(), fields }];
    let values = vec![("reference", rfc.to_string().into()), ("url", url.into())];
    Ok(Answer { values, ..Answer::of(blocks, &services) })
}

/// A line for each of some services that say the same.
pub(crate) fn list_of(services: &[Service<'_>]) -> impl Iterator<Item = String> {
    let mut groups = Groups::default();
    for service in services {
        groups.add(service.name(), key_of(service.record()), service.description());
    }
    groups.into_list()
}

/// What a port is, in a sentence for each transport, and who uses it without a
/// registration.
pub(crate) fn explained<'r>(port: u16, on: &[Transport], layers: &Layers<'r>) -> Answer<'r> {
    let mut answer = Answer::default();
    for &transport in on {
        let explanation = layers.explain(port, transport);
        let mut title = explanation.to_string();
        if layers.lookup_port(port, transport).is_none() {
            let users = customary::users_of(PortKey::new(port, transport));
            let names: Vec<&str> = users.map(Service::name).collect();
            if !names.is_empty() {
                title.push_str(&format!("; in use by {}", names.join(", ")));
            }
        }
        answer.blocks.push(Block { title, fields: Fields::default() });
        answer.explain(explanation);
    }
    answer
}

/// A page for each contact, with the rows that name it.
pub(crate) fn of_contacts<'r>(contacts: impl IntoIterator<Item = Contact<'r>>) -> Answer<'r> {
    let mut answer = Answer::default();
    for contact in contacts {
        answer.blocks.push(people::of_contact(contact));
        answer.contacts.push(contact);
        contact.records().for_each(|record| answer.add_record(record));
    }
    answer
}
