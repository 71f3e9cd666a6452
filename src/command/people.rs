//! Who registered a service, and whom to ask.

use iana_ports::contact::Uri;
use iana_ports::{Contact, Contacts, Record, Service};

use crate::group::{Groups, aligned, key_of};
use crate::page::{Block, Fields};

/// Contacts with their addresses; of those in `known`, only who they are.
pub(crate) fn people<'r>(
    contacts: Contacts<'r>,
    known: Option<Contacts<'r>>,
) -> impl Iterator<Item = String> + 'r {
    contacts.map(move |contact| {
        let mut text = who(contact);
        if known.clone().is_some_and(|mut known| known.any(|other| other == contact)) {
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
pub(crate) fn who(contact: Contact<'_>) -> String {
    let name = contact.display_name();
    match contact.organization().filter(|&organization| organization != name) {
        Some(organization) => format!("{name}, {organization} {contact}"),
        None => format!("{name} {contact}"),
    }
}

/// Adds contacts as a list, each with its handle and its addresses.
pub(crate) fn add_list(fields: &mut Fields, contacts: &[Contact<'_>]) {
    let pair = |contact: &Contact<'_>| (who(*contact), addresses(*contact).join(", "));
    fields.add_lines("Contacts", aligned(contacts.iter().map(pair).collect()));
}

/// Whether each of some words, in lower case, begins a word of the handle, the
/// name, the organization or an address of a contact. In "Francisco" is no
/// Cisco.
pub(crate) fn has_words(contact: Contact<'_>, words: &[String]) -> bool {
    let texts = [Some(contact.handle()), contact.name(), contact.organization()];
    let texts = texts.into_iter().flatten().map(str::to_owned).chain(addresses(contact));
    begin_words(&texts.collect::<Vec<_>>().join("\n").to_lowercase(), words)
}

/// Whether each of some words begins a word of a text.
pub(crate) fn begin_words(text: &str, words: &[String]) -> bool {
    let begins = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    words.iter().all(|word| text.match_indices(&**word).any(|(at, _)| begins(at)))
}

/// The mail addresses of a contact; a URI that is none as it is.
fn addresses(contact: Contact<'_>) -> Vec<String> {
    let address =
        |uri: Uri<'_>| uri.email().map_or_else(|| uri.to_string(), |email| email.to_string());
    contact.uris().map(address).collect()
}

/// A contact, and every row that names it.
pub(crate) fn of_contact(contact: Contact<'_>) -> Block {
    let mut fields = columns(contact);
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

/// Every column of the contact table.
fn columns(contact: Contact<'_>) -> Fields {
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
