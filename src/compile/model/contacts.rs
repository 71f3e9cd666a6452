//! Interning of contacts: the rows of the contact table, then the handles that
//! only services name.

use alloc::vec::Vec;

use crate::compile::error::RegistryError;
use crate::compile::model::Contact;
use crate::compile::pool::interner::Interner;
use crate::compile::read::Cell;
use crate::compile::rows::{ContactRow, Handles};
use crate::tables::NONE;

/// An interner of contacts by handle.
pub(in crate::compile) struct ContactInterner<'t> {
    pub(in crate::compile) contacts: Vec<Contact<'t>>,
    /// The interned handles.
    handles: Interner<&'t str>,
}

impl<'t> ContactInterner<'t> {
    pub(in crate::compile) fn listed(rows: &[ContactRow<'t>]) -> Result<Self, RegistryError> {
        let mut people =
            Self { contacts: Vec::new(), handles: Interner::with_capacity(rows.len()) };
        for row in rows {
            if people.handles.get(&row.handle.text).is_some() {
                return Err(row.handle.error("a handle that no row before has"));
            }
            let place = people.place(row.handle)?;
            let ContactRow { name, organization, uris, updated, .. } = *row;
            let contact = &mut people.contacts[usize::from(place)];
            *contact =
                Contact { name, organization, uris, updated, entries: Vec::new(), ..*contact };
        }
        Ok(people)
    }

    /// The contact indices of these handles.
    pub(in crate::compile) fn of(
        &mut self,
        handles: Handles<'t>,
    ) -> Result<Vec<u16>, RegistryError> {
        handles.cells().map(|handle| self.place(handle)).collect()
    }

    /// The contact index of a handle. An unknown handle becomes a new contact.
    fn place(&mut self, handle: Cell<'t>) -> Result<u16, RegistryError> {
        let number = self.handles.intern(handle.text);
        let place = match u16::try_from(number) {
            Ok(place) if place < NONE - 1 => place,
            _ => return Err(handle.error(format!("at most {} contacts", NONE - 1))),
        };
        if number == self.contacts.len() {
            self.contacts.push(Contact {
                handle: handle.text,
                name: "",
                organization: "",
                uris: "",
                updated: None,
                entries: Vec::new(),
            });
        }
        Ok(place)
    }
}
