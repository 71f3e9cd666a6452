//! The answers to words: services, organizations and contacts of which somebody
//! knows a part.

use std::collections::HashSet;

use iana_ports::find::Organization;
use iana_ports::layers::Layers;
use iana_ports::{Contact, Registry, Service};

use crate::answer::{Answer, list_of, nearest, of_contacts};
use crate::customary;
use crate::page::{Block, Fields};
use crate::people;

/// The services that a search finds, the best first, each on all transports on
/// which it is registered alike.
pub(crate) fn found<'r>(
    query: &str,
    most: Option<usize>,
    layers: &Layers<'r>,
) -> Result<Answer<'r>, String> {
    let layers = customary::below(layers);
    let found = layers.search(query).take(most.unwrap_or(usize::MAX));
    let found: Vec<Service<'r>> = found.map(|found| found.service()).collect();
    if found.is_empty() {
        return Err(format!("no service is found for {query:?}{}", nearest(query, &layers)));
    }
    let alike = |service: &Service<'r>| {
        let says = |row: Service<'r>| (row.name(), row.ports(), row.description());
        let said = says(*service);
        layers.services_named(service.name()).filter(move |row| says(*row) == said)
    };
    let mut met = HashSet::new();
    let services = found.iter().flat_map(alike).filter(|service| met.insert(*service));
    let services: Vec<Service<'r>> = services.collect();
    let mut fields = Fields::default();
    fields.add_lines("Services", list_of(&services));
    let blocks = vec![Block { title: format!("{} for {query:?}", found.len()), fields }];
    Ok(Answer::of(blocks, &services))
}

/// An organization by a name or a mail domain, or the names of those that have
/// all words of a text.
pub(crate) fn organizations_like<'r>(
    text: &'r str,
    layers: &Layers<'r>,
) -> Result<Answer<'r>, String> {
    let text = text.trim();
    let registries = || layers.registries().iter().copied();
    if let Some(one) = registries().find_map(|registry| registry.organization_named(text)) {
        return Ok(of_organization(one.name(), one.contacts().collect(), layers));
    }
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let mut names: Vec<&'r str> = match words[..] {
        [] => Vec::new(),
        _ => registries().flat_map(Registry::organizations).map(Organization::name).collect(),
    };
    names.retain(|name| people::begin_words(&name.to_lowercase(), &words));
    names.dedup();
    match names[..] {
        [] => {}
        [name] => return organizations_like(name, layers),
        _ => {
            let mut fields = Fields::default();
            fields.add_lines("Organizations", names.iter().map(|&name| name.to_owned()));
            let title = format!("{} organizations with {text:?}", names.len());
            let values = vec![("organizations", names.into())];
            return Ok(Answer { values, ..Answer::of(vec![Block { title, fields }], &[]) });
        }
    }
    let at_domain = registries().flat_map(|registry| registry.contacts_at(text));
    match at_domain.collect::<Vec<_>>() {
        contacts if contacts.is_empty() => {
            Err(format!("no organization has the name or the mail domain {text:?}"))
        }
        contacts => Ok(of_organization(text, contacts, layers)),
    }
}

/// What some contacts registered together.
fn of_organization<'r>(name: &str, contacts: Vec<Contact<'r>>, layers: &Layers<'r>) -> Answer<'r> {
    let members: HashSet<Contact<'r>> = contacts.iter().copied().collect();
    let is_of_them = |service: &Service<'r>| {
        service.assignees().chain(service.contacts()).any(|contact| members.contains(&contact))
    };
    let services: Vec<Service<'r>> = layers.services().filter(is_of_them).collect();
    let mut fields = Fields::default();
    fields.add_lines("Services", list_of(&services));
    people::add_list(&mut fields, &contacts);
    let blocks = vec![Block { title: name.to_owned(), fields }];
    let values = vec![("organization", name.into())];
    Answer { values, contacts, ..Answer::of(blocks, &services) }
}

/// The contacts that a handle or a name means: the one of the handle in full,
/// and a line for each that has all of the words in its handle, name,
/// organization or addresses; in full, if there is no more than one.
pub(crate) fn contacts_like<'r>(text: &str, layers: &Layers<'r>) -> Result<Answer<'r>, String> {
    let of_handle = layers.lookup_contact(text);
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let is_other =
        |contact: &Contact<'_>| Some(*contact) != of_handle && people::has_words(*contact, &words);
    let others: Vec<Contact<'r>> = match words[..] {
        [] => Vec::new(),
        _ => layers.contacts().filter(is_other).collect(),
    };
    let mut answer = match (of_handle, &others[..]) {
        (None, []) => return Err(format!("no contact has the handle or the name {text:?}")),
        (None, [contact]) => return Ok(of_contacts([*contact])),
        (of_handle, _) => of_contacts(of_handle),
    };
    if !others.is_empty() {
        let others_too = if of_handle.is_some() { "other contacts" } else { "contacts" };
        let title = format!("{} {others_too} with {text:?}", others.len());
        let mut fields = Fields::default();
        people::add_list(&mut fields, &others);
        answer.blocks.push(Block { title, fields });
        answer.contacts.extend(others);
    }
    Ok(answer)
}
