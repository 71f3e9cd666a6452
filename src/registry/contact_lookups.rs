//! The look-ups of contacts in a registry.

use crate::registry::Registry;
use crate::registry::contact::Contact;
use crate::registry::contacts::Contacts;
use crate::tables::NONE;

impl Registry {
    /// What a handle stands for: see [`lookup_contact`](crate::lookup_contact).
    #[must_use]
    #[inline]
    pub const fn lookup_contact(&self, handle: &str) -> Option<Contact<'_>> {
        match self.tables.find_contact(handle) {
            NONE => None,
            contact => Some(Contact::new(&self.tables, contact)),
        }
    }

    /// Every contact, in registry order: see [`contacts`](crate::contacts()).
    #[must_use]
    pub const fn contacts(&self) -> Contacts<'_> {
        Contacts::all(&self.tables)
    }
}
