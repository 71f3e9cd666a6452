//! What the registry says of a row, under its column names.

use core::ops::RangeInclusive;
use std::collections::HashMap;

use iana_ports::explanation::Explanation;
use iana_ports::facts::CustomaryName;
use iana_ports::layers::{Layers, Source};
use iana_ports::reference::Reference;
use iana_ports::service_code::ServiceCode;
use iana_ports::{Date, PortKey, PortRange, Record, Service, Status, Transport};

use crate::customary;
use crate::group::span;
use crate::notes::add_notes;
use crate::page::{COLUMNS, Fields};
use crate::people::{people, who};

/// Most services to list that share a port with one, and most characters of what
/// is said of each: all of ten thousand services would list all others.
const MOST_SHARING: usize = 10;
const LONGEST: usize = 200;

/// The services on the ports of those that are described, gone through once.
pub(crate) struct Sharing<'l, 'r> {
    layers: &'l Layers<'r>,
    on: HashMap<(u16, Transport), Vec<Service<'r>>>,
}

impl<'l, 'r> Sharing<'l, 'r> {
    pub(crate) fn new(layers: &'l Layers<'r>) -> Self {
        Self { layers, on: HashMap::new() }
    }

    /// The other services on the port of a service, without its aliases. Of too
    /// many, some: one more than are to be listed.
    fn with(&mut self, service: Service<'r>, port: u16, but: Option<Service<'r>>) -> Vec<String> {
        let is_own =
            |transport: &Transport| service.transport().is_none_or(|own| own == *transport);
        let mut others: Vec<Service<'r>> = Vec::new();
        for transport in Transport::ALL.iter().copied().filter(is_own) {
            let on_port = self.on.entry((port, transport));
            let on_port =
                on_port.or_insert_with(|| self.layers.services_on(port, transport).collect());
            let is_another = |&&other: &&Service<'r>| {
                other != service
                    && Some(other) != but
                    && other.alias_of() != Some(service)
                    && service.alias_of() != Some(other)
            };
            for other in on_port.iter().filter(is_another) {
                if others.len() > MOST_SHARING {
                    break;
                }
                // A row that names no transport is met on each.
                if !others.contains(other) {
                    others.push(*other);
                }
            }
        }
        let is_all = others.len() <= MOST_SHARING;
        let others = others.into_iter().take(MOST_SHARING);
        let lines = others.map(|other| match other.description() {
            text if text.chars().nth(LONGEST).is_none() => titled(other.name(), text),
            text => {
                titled(other.name(), &text.chars().take(LONGEST).chain(['…']).collect::<String>())
            }
        });
        lines.chain((!is_all).then(|| "and others".to_owned())).collect()
    }
}

/// Everything of a service; `port` is the one in question, if one is.
pub(crate) fn service<'r>(
    service: Service<'r>,
    port: Option<u16>,
    sharing: &mut Sharing<'_, 'r>,
) -> Fields {
    let mut fields = Fields::default();
    match service.ports() {
        Some(ports) => fields.add("Port Number", with_range(&ports)),
        None => fields.add("Port Number", "none: only the name is registered"),
    }
    if service.transport().is_none() {
        fields.add("Transport Protocol", "none named, which stands for any");
    }
    // A customary name is not IANA's, whose status the port keeps.
    let name = CustomaryName::of(service);
    let status = match name.and(service.port()).zip(service.transport()) {
        Some((port, transport)) => sharing.layers.status(port, transport),
        None => service.record().status(),
    };
    if service.port().is_some() {
        fields.add("Status", status.as_str());
    }
    fields.add("Description", service.description());
    add_columns(&mut fields, service.record());

    let aliases: Vec<&str> = service.aliases().map(Service::name).collect();
    fields.add("Aliases", aliases.join(", "));
    fields.add("Customary Names", customary::names_of(service).join(", "));
    let registered = name.and_then(CustomaryName::registered);
    if name.is_some() {
        let as_what = |service: Service<'_>| titled(service.name(), service.description());
        fields.add("Registered As", registered.map_or_else(|| "none".to_owned(), as_what));
    }
    fields.add("Category", service.category().map_or("", |category| category.as_str()));
    if let Some(port) = port.or(service.port()) {
        fields.add_lines("Port Shared With", sharing.with(service, port, registered).into_iter());
    }
    if service.source() != Source::Bundled {
        fields.add("Source", service.source().to_string());
    }
    fields
}

/// The status of a port that has no service, why it is so, and what its row
/// says.
pub(crate) fn without_service(key: PortKey, explanation: Explanation<'_>) -> Fields {
    let port = key.port();
    let mut fields = Fields::default();
    fields.add("Port Number", with_range(&(port..=port)));
    fields.add("Status", titled(explanation.status().as_str(), &meaning(explanation)));
    let users = customary::users_of(key);
    fields.add_lines("In Use By", users.map(|user| titled(user.name(), user.description())));
    if let Some(record) = explanation.record() {
        let rows = record.ports().filter(|ports| ports.start() < ports.end());
        let rows = rows.map(|ports| span(*ports.start(), *ports.end()));
        fields.add("Ports of the Row", rows.unwrap_or_default());
        if !record.description().eq_ignore_ascii_case(explanation.status().as_str()) {
            fields.add("Description", record.description());
        }
        add_columns(&mut fields, record);
    }
    fields
}

/// What a status means for who wants the port, and why it is reserved.
fn meaning(explanation: Explanation<'_>) -> String {
    let siblings: Vec<String> = explanation.siblings().map(|row| row.to_string()).collect();
    let meaning = match explanation.status() {
        Status::Reserved if !siblings.is_empty() => {
            return format!("not available, for the port is assigned to {}", siblings.join(", "));
        }
        Status::Reserved => "not available for regular assignment",
        Status::Unassigned => "available for assignment on request",
        Status::Dynamic => "never assigned, for private or temporary use",
        _ => "",
    };
    meaning.to_owned()
}

/// The columns from "Assignee" on.
fn add_columns(fields: &mut Fields, record: Record<'_>) {
    fields.add_lines("Assignee", people(record.assignees(), None));
    fields.add_lines("Contact", people(record.contacts(), Some(record.assignees())));
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    fields.add("Registration Date", date(record.registered()).unwrap_or_default());
    fields.add("Modification Date", date(record.modified()).unwrap_or_default());
    fields.add_lines("Reference", record.references().map(reference));
    fields.add("Service Code", record.service_code().map(service_code).unwrap_or_default());
    fields.add("Unauthorized Use Reported", record.unauthorized_use().unwrap_or_default());
    let unauthorized: Vec<String> =
        record.unauthorized_ports().map(|ports| span(*ports.start(), *ports.end())).collect();
    fields.add("Unauthorized Ports", unauthorized.join(", "));
    add_notes(fields, record);
}

/// What a port is on another transport, unless it is nothing: a line each for
/// its services, with who has them and since when.
pub(crate) fn in_brief(port: u16, transport: Transport, layers: &Layers<'_>) -> Vec<String> {
    let status = layers.status(port, transport);
    if status == Status::Reserved {
        return vec![format!("{status} ({port}/{transport})")];
    }
    let line = |service: Service<'_>| {
        let mut text = titled(&service.to_string(), service.description());
        let assignees: Vec<String> = service.assignees().map(who).collect();
        if !assignees.is_empty() {
            text.push_str(&format!("; assigned to {}", assignees.join(" and ")));
        }
        if let Some(date) = service.registered() {
            text.push_str(&format!("; registered {date}"));
        }
        text
    };
    layers.services_on(port, transport).map(line).collect()
}

/// `RFC 6353  https://www.rfc-editor.org/rfc/rfc6353`
pub(crate) fn reference(reference: Reference<'_>) -> String {
    let text = reference.to_string();
    match reference.url().map(|url| url.to_string()) {
        Some(url) if url != text => format!("{text}{COLUMNS}{url}"),
        _ => text,
    }
}

/// `DISC (1145656131)`, or `7107696 (bytes \x00ltp)` where not all are text.
fn service_code(code: ServiceCode) -> String {
    match code.ascii() {
        Some(characters) => format!("{characters} ({code})"),
        None => format!("{code} (bytes {})", code.to_be_bytes().escape_ascii()),
    }
}

/// `443, one of the System Ports (0-1023)`
fn with_range(ports: &RangeInclusive<u16>) -> String {
    // No range of the registry crosses the border of two.
    let (first, last) = (*ports.start(), *ports.end());
    let of = if first < last { "among" } else { "one of" };
    format!("{}, {of} the {}", span(first, last), range(PortRange::of(first)))
}

/// `System Ports (0-1023)`
pub(crate) fn range(range: PortRange) -> String {
    format!("{range} ({})", span(*range.ports().start(), *range.ports().end()))
}

/// `title: text`, or the title alone.
fn titled(title: &str, text: &str) -> String {
    if text.is_empty() { title.to_owned() } else { format!("{title}: {text}") }
}
