//! Rows of contacts, and the handles of services, to people.

use std::collections::HashMap;

use super::error::CompileError;
use super::model::Contact;
use super::rows::ContactRow;

/// The contacts by handle.
pub(super) struct People<'t> {
    pub(super) contacts: Vec<Contact<'t>>,
    places: HashMap<&'t str, u16>,
}

impl<'t> People<'t> {
    pub(super) fn listed(rows: &[ContactRow<'t>]) -> Result<Self, CompileError> {
        let mut people = Self { contacts: Vec::new(), places: HashMap::new() };
        for row in rows {
            if people.places.contains_key(row.handle.text) {
                return Err(row.handle.error("a handle that no row before has"));
            }
            let place = people.place(row.handle.text);
            if place == u16::MAX {
                return Err(row.handle.error(format!("at most {} contacts", u16::MAX)));
            }
            let ContactRow { name, organization, uris, updated, .. } = *row;
            let contact = &mut people.contacts[usize::from(place)];
            *contact =
                Contact { name, organization, uris, updated, entries: Vec::new(), ..*contact };
        }
        Ok(people)
    }

    pub(super) fn of(&mut self, handles: &[&'t str]) -> Vec<u16> {
        handles.iter().map(|handle| self.place(handle)).collect()
    }

    /// The place of a handle; of a new contact, where there is none.
    fn place(&mut self, handle: &'t str) -> u16 {
        let next = u16::try_from(self.contacts.len()).unwrap_or(u16::MAX);
        let contacts = &mut self.contacts;
        *self.places.entry(handle).or_insert_with(|| {
            contacts.push(Contact {
                handle,
                name: "",
                organization: "",
                uris: "",
                updated: None,
                entries: Vec::new(),
            });
            next
        })
    }
}
