//! Hand-made contacts.

use alloc::string::{String, ToString};

use crate::columns::ContactColumns;
use crate::load::builder::RegistryBuilder;
use crate::values::date::Date;

/// A contact to be listed: what [`RegistryBuilder::contact`] takes.
///
/// [`RegistryBuilder::contact`]: crate::load::RegistryBuilder::contact
///
/// # Example
///
/// ```
/// use iana_ports::load::NewContact;
/// use iana_ports::Registry;
///
/// let ops = NewContact::new("ops").organization("Example").uri("mailto:ops@example.com");
/// let registry = Registry::builder().contact(ops).build()?;
///
/// let contact = registry.lookup_contact("[ops]").unwrap();
/// assert_eq!(contact.display_name(), "Example");
/// assert_eq!(contact.email().unwrap().to_string(), "ops@example.com");
/// # Ok::<(), iana_ports::load::RegistryError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct NewContact {
    handle: String,
    name: String,
    organization: String,
    uris: String,
    updated: String,
}

impl NewContact {
    /// Somebody of this handle, with or without its brackets.
    pub fn new(handle: impl Into<String>) -> Self {
        Self { handle: handle.into(), ..Self::default() }
    }

    /// The name of a person.
    pub fn name(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    /// The organization.
    pub fn organization(self, organization: impl Into<String>) -> Self {
        Self { organization: organization.into(), ..self }
    }

    /// A URI, such as `mailto:ops@example.com`, after those given before.
    pub fn uri(mut self, uri: &str) -> Self {
        if !self.uris.is_empty() {
            self.uris.push('\n');
        }
        self.uris.push_str(uri);
        self
    }

    /// When this was last updated.
    pub fn updated(self, date: Date) -> Self {
        Self { updated: date.to_string(), ..self }
    }

    /// The row of the contact table that it is.
    fn into_row(self) -> [String; 5] {
        let row = ContactColumns {
            id: self.handle,
            name: self.name,
            organization: self.organization,
            contact_uri: self.uris,
            last_updated: self.updated,
        };
        row.into_array()
    }
}

impl RegistryBuilder {
    /// Lists a contact, after those listed before. A handle that only an
    /// entry names is a contact that is not listed.
    pub fn contact(mut self, contact: NewContact) -> Self {
        self.contacts.push(contact.into_row());
        self
    }
}
