//! What the registry says of a row and of a contact, under its column names.

use core::ops::RangeInclusive;

use iana_ports::{
    Contact, Contacts, Date, Record, Reference, Service, Status, Transport, Uri, record_on,
    services_on, status,
};

use crate::page::{COLUMNS, Fields};

/// Everything of a service; `port` is the one in question, if one is.
pub(crate) fn service(service: Service<'_>, port: Option<u16>) -> Fields {
    let mut fields = Fields::default();
    match service.ports() {
        Some(ports) => fields.add("Port Number", with_class(&ports)),
        None => fields.add("Port Number", "none: only the name is registered"),
    }
    if service.transport().is_none() {
        fields.add("Transport Protocol", "none named, which stands for any");
    }
    if service.port().is_some() {
        fields.add("Status", service.record().status().as_str());
    }
    fields.add("Description", service.description());
    add_columns(&mut fields, service.record());

    fields.add("Alias of", service.alias_of().map_or("", Service::name));
    let aliases: Vec<&str> = service.aliases().map(Service::name).collect();
    fields.add("Aliases", aliases.join(", "));
    if let Some(port) = port.or(service.port()) {
        fields.add_lines("Port Shared With", sharing(service, port));
    }
    fields
}

/// The other services on the port of a service, without its aliases.
fn sharing(service: Service<'_>, port: u16) -> impl Iterator<Item = String> {
    let transports = Transport::ALL
        .into_iter()
        .filter(move |&transport| service.transport().is_none_or(|own| own == transport));
    let mut others: Vec<Service<'_>> = transports
        .flat_map(|transport| services_on(port, transport))
        .filter(|&other| other != service)
        .filter(|&other| other.alias_of() != Some(service) && service.alias_of() != Some(other))
        .collect();
    others.dedup();
    others.into_iter().map(|other| titled(other.name(), other.description()))
}

/// The status of a port that has no service, and what its row says.
pub(crate) fn without_service(port: u16, transport: Transport) -> Fields {
    let mut fields = Fields::default();
    let status = status(port, transport);
    fields.add("Port Number", with_class(&(port..=port)));
    let meaning = match status {
        Status::Reserved => "not available for regular assignment",
        Status::Unassigned => "available for assignment on request",
        Status::Dynamic => "never assigned, for private or temporary use",
        _ => "",
    };
    fields.add("Status", titled(status.as_str(), meaning));
    if let Some(record) = record_on(port, transport) {
        let range = record.ports().filter(|ports| ports.start() < ports.end());
        fields.add("Ports of the Row", range.map(|range| ports(&range)).unwrap_or_default());
        if !record.description().eq_ignore_ascii_case(status.as_str()) {
            fields.add("Description", record.description());
        }
        add_columns(&mut fields, record);
    }
    fields
}

/// The columns from "Assignee" on.
fn add_columns(fields: &mut Fields, record: Record<'_>) {
    fields.add_lines("Assignee", people(record.assignees(), None));
    fields.add_lines("Contact", people(record.contacts(), Some(record.assignees())));
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    fields.add("Registration Date", date(record.registered()).unwrap_or_default());
    fields.add("Modification Date", date(record.modified()).unwrap_or_default());
    fields.add_lines("Reference", record.references().map(reference));
    if let Some(code) = record.service_code() {
        fields.add("Service Code", format!("{code} ({code:#})"));
    }
    fields.add("Unauthorized Use Reported", record.unauthorized_use().unwrap_or_default());
    fields.add("Assignment Notes", record.notes().unwrap_or_default());
}

/// Contacts with their addresses; of those in `known`, only who they are.
fn people<'r>(
    contacts: Contacts<'r>,
    known: Option<Contacts<'r>>,
) -> impl Iterator<Item = String> + 'r {
    contacts.map(move |contact| {
        let mut text = who(contact);
        if known.is_some_and(|mut known| known.any(|other| other == contact)) {
            return text;
        }
        let mut details = addresses(contact);
        details.extend(contact.updated().map(|date| format!("last updated {date}")));
        if !details.is_empty() {
            text.push('\n');
            text.push_str(&details.join(", "));
        }
        text
    })
}

/// `Kenta Kambara [Kenta_Kambara]`, with the organization if there is one.
fn who(contact: Contact<'_>) -> String {
    let name = contact.display_name();
    match contact.organization().filter(|&organization| organization != name) {
        Some(organization) => format!("{name}, {organization} {contact}"),
        None => format!("{name} {contact}"),
    }
}

/// The mail addresses of a contact; a URI that is none as it is.
fn addresses(contact: Contact<'_>) -> Vec<String> {
    let address =
        |uri: Uri<'_>| uri.email().map_or_else(|| uri.to_string(), |email| email.to_string());
    contact.uris().map(address).collect()
}

/// Every column of the contact table.
pub(crate) fn contact(contact: Contact<'_>) -> Fields {
    let mut fields = Fields::default();
    fields.add("Name", contact.name().unwrap_or_default());
    fields.add("Organization", contact.organization().unwrap_or_default());
    fields.add_lines("Contact URI", contact.uris().map(|uri| uri.to_string()));
    let emails = contact.uris().filter_map(|uri| uri.email());
    fields.add_lines("E-mail", emails.map(|email| email.to_string()));
    let updated = contact.updated().map(|date| date.to_string());
    fields.add("Last Updated", updated.unwrap_or_default());
    fields
}

/// What a port is on another transport, unless it is nothing: a line each for
/// its services, with who has them and since when.
pub(crate) fn in_brief(port: u16, transport: Transport) -> Vec<String> {
    let status = status(port, transport);
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
    services_on(port, transport).map(line).collect()
}

/// `RFC 6353  https://www.rfc-editor.org/rfc/rfc6353`
fn reference(reference: Reference<'_>) -> String {
    let text = reference.to_string();
    match reference.url().map(|url| url.to_string()) {
        Some(url) if url != text => format!("{text}{COLUMNS}{url}"),
        _ => text,
    }
}

/// `6000-6063, User Ports (1024-49151)`
fn with_class(range: &RangeInclusive<u16>) -> String {
    // RFC 6335 section 6. No range of the registry crosses a border.
    let (class, of) = match range.start() {
        0..=1023 => ("System Port", "0-1023"),
        1024..=49151 => ("User Port", "1024-49151"),
        49152.. => ("Dynamic Port", "49152-65535"),
    };
    let (article, plural) = if range.start() < range.end() { ("", "s") } else { ("a ", "") };
    format!("{}, {article}{class}{plural} ({of})", ports(range))
}

/// `443` or `6000-6063`
pub(crate) fn ports(range: &RangeInclusive<u16>) -> String {
    match (range.start(), range.end()) {
        (first, last) if first < last => format!("{first}-{last}"),
        (port, _) => port.to_string(),
    }
}

/// `title: text`, or the title alone.
fn titled(title: &str, text: &str) -> String {
    if text.is_empty() { title.to_owned() } else { format!("{title}: {text}") }
}
