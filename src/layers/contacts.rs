//! The contacts of layers.

use crate::layers::Layers;
use crate::registry::contact::Contact;

impl<'r> Layers<'r> {
    /// What a handle stands for: in the highest registry that lists it as it is
    /// spelled, else in the highest that lists it in another case, else in the
    /// highest that names it.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::load::NewContact;
    /// use iana_ports::{Registry, registry};
    ///
    /// let own = Registry::builder().contact(NewContact::new("IESG").name("Us")).build()?;
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.lookup_contact("[IESG]").unwrap().name(), Some("Us"));
    /// assert_eq!(layers.lookup_contact("Jon_Postel").unwrap().name(), Some("Jon Postel"));
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    #[must_use]
    pub fn lookup_contact(&self, handle: &str) -> Option<Contact<'r>> {
        let bare = handle.strip_prefix('[').and_then(|bare| bare.strip_suffix(']'));
        let bare = bare.unwrap_or(handle);
        let found = || self.registries.iter().filter_map(|registry| registry.lookup_contact(bare));
        found()
            .find(|contact| contact.is_listed() && contact.handle() == bare)
            .or_else(|| found().find(|contact| contact.is_listed()))
            .or_else(|| found().next())
    }
}
