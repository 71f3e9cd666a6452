//! Interning of contacts: the rows of the contact table, then the handles that
//! only services name.

use alloc::vec::Vec;

use crate::compile::error::RegistryError;
use crate::compile::model::{Contact, Entry, indexed};
use crate::compile::pool::interner::Interner;
use crate::compile::read::Cell;
use crate::compile::rows::{ContactRow, handles};
use crate::tables::NONE;

/// An interner of contacts by handle.
pub(in crate::compile) struct ContactInterner<'t> {
    pub(in crate::compile) contacts: Vec<Contact<'t>>,
    /// The interned handles.
    handles: Interner<&'t str>,
    /// The interned cells of handles.
    cells: Interner<&'t str>,
    /// The empty list, then the contacts of each cell.
    pub(in crate::compile) lists: Vec<Vec<u16>>,
}

impl<'t> ContactInterner<'t> {
    pub(in crate::compile) fn listed(rows: &'t [ContactRow<'t>]) -> Result<Self, RegistryError> {
        let mut people = Self {
            contacts: Vec::with_capacity(rows.len()),
            handles: Interner::with_capacity(rows.len()),
            cells: Interner::default(),
            lists: vec![Vec::new()],
        };
        for row in rows {
            if people.handles.get(&row.handle.text).is_some() {
                return Err(row.handle.error("a handle that no row before has"));
            }
            let place = people.place(row.handle)?;
            let ContactRow { name, organization, ref uris, updated, .. } = *row;
            let contact = &mut people.contacts[usize::from(place)];
            *contact = Contact { name, organization, uris, updated, ..*contact };
        }
        Ok(people)
    }

    /// The index of the list of these contacts. Equal cells are equal lists.
    pub(in crate::compile) fn of(&mut self, cell: Cell<'t>) -> Result<usize, RegistryError> {
        if cell.text.is_empty() {
            return Ok(0);
        }
        let number = self.cells.intern(cell.text) + 1;
        if number == self.lists.len() {
            let list = handles(cell).map(|handle| self.place(handle)).collect::<Result<_, _>>()?;
            self.lists.push(list);
        }
        Ok(number)
    }

    /// Each contact and each entry that names the contact, sorted.
    pub(in crate::compile) fn entries(&self, entries: &[Entry<'_>]) -> Vec<(u16, u16)> {
        let mut contact_entries = Vec::new();
        for (index, entry) in indexed(entries) {
            let lists = [&self.lists[entry.assignees], &self.lists[entry.contacts]];
            contact_entries.extend(lists.into_iter().flatten().map(|contact| (*contact, index)));
        }
        contact_entries.sort_unstable();
        contact_entries.dedup();
        contact_entries
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
                handle,
                name: "",
                organization: "",
                uris: "",
                updated: None,
            });
        }
        Ok(place)
    }
}
