//! The contacts of layers.

use crate::layers::Layers;
use crate::registry::contact::{Contact, Contacts};
use crate::text::phrase::bare;
use crate::values::iterator_traits::iterator_traits;

impl<'r> Layers<'r> {
    /// What a handle stands for: in the highest registry that lists it as it is
    /// spelled, else in the highest that lists it in another case, else in the
    /// highest that names it.
    ///
    /// ```
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// use iana_ports::layers::Layers;
    /// use iana_ports::load::NewContact;
    /// use iana_ports::{Registry, registry};
    ///
    /// let own = Registry::builder().contact(NewContact::new("IESG").name("Us")).build().unwrap();
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.lookup_contact("[IESG]").unwrap().name(), Some("Us"));
    /// assert_eq!(layers.lookup_contact("Jon_Postel").unwrap().name(), Some("Jon Postel"));
    /// # }
    /// ```
    #[must_use]
    pub fn lookup_contact(&self, handle: &str) -> Option<Contact<'r>> {
        self.find_contact(handle).map(|(_, contact)| contact)
    }

    /// What a handle stands for, and the layer that answers.
    fn find_contact(&self, handle: &str) -> Option<(usize, Contact<'r>)> {
        let bare = bare(handle);
        let found = || {
            let registries = self.registries().iter().enumerate();
            registries.filter_map(|(layer, registry)| Some((layer, registry.lookup_contact(bare)?)))
        };
        found()
            .find(|(_, contact)| contact.is_listed() && contact.handle() == bare)
            .or_else(|| found().find(|(_, contact)| contact.is_listed()))
            .or_else(|| found().next())
    }

    /// Every contact that [`lookup_contact`](Self::lookup_contact) answers to
    /// its handle, those of the highest registry first, in its order.
    ///
    /// ```
    /// use iana_ports::{contacts, layers::Layers, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert!(LAYERS.contacts().eq(contacts()));
    /// ```
    #[must_use]
    pub fn contacts(&self) -> LayeredContacts<'_, 'r> {
        LayeredContacts { layers: self, layer: 0, contacts: None }
    }
}

/// The contacts of [`Layers`], each once.
///
/// # Example
///
/// ```
/// use iana_ports::{layers::Layers, registry};
///
/// static LAYERS: Layers<'static> = Layers::of(&[registry(), registry()]);
/// assert_eq!(LAYERS.contacts().count(), registry().contacts().len());
/// ```
#[derive(Clone)]
pub struct LayeredContacts<'a, 'r> {
    layers: &'a Layers<'r>,
    /// The layer that answers next, and its contacts that are left.
    layer: usize,
    contacts: Option<Contacts<'r>>,
}

impl<'r> Iterator for LayeredContacts<'_, 'r> {
    type Item = Contact<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(registry) = self.layers.registries().get(self.layer) {
            match self.contacts.get_or_insert_with(|| registry.contacts()).next() {
                Some(contact) => {
                    let answer = self.layers.find_contact(contact.handle());
                    if answer == Some((self.layer, contact)) {
                        return Some(contact);
                    }
                }
                None => (self.layer, self.contacts) = (self.layer + 1, None),
            }
        }
        None
    }
}

iterator_traits!(LayeredContacts<'_, '_>);
