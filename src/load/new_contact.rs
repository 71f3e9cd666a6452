//! Hand-made contacts.

use alloc::string::{String, ToString};

use crate::columns::ContactColumns;
use crate::load::builder::RegistryBuilder;
use crate::load::new_record::NewRecord;
use crate::text::phrase::bare;
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
    row: ContactColumns<String>,
}

impl NewContact {
    /// Somebody of this handle, with or without its brackets.
    pub fn new(handle: impl Into<String>) -> Self {
        let mut contact = Self::default();
        contact.row.id = handle.into();
        contact
    }

    /// The name of a person.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.row.name = name.into();
        self
    }

    /// The organization.
    pub fn organization(mut self, organization: impl Into<String>) -> Self {
        self.row.organization = organization.into();
        self
    }

    /// A URI, such as `mailto:ops@example.com`, after those given before.
    pub fn uri(mut self, uri: &str) -> Self {
        if !self.row.contact_uri.is_empty() {
            self.row.contact_uri.push('\n');
        }
        self.row.contact_uri.push_str(uri);
        self
    }

    /// When this was last updated.
    pub fn updated(mut self, date: Date) -> Self {
        self.row.last_updated = date.to_string();
        self
    }
}

impl RegistryBuilder {
    /// Lists a contact, after those listed before. A handle that only an
    /// entry names is a contact that is not listed.
    pub fn contact(mut self, contact: NewContact) -> Self {
        self.contacts.push(contact.row.into_array());
        self
    }
}

impl NewRecord {
    /// The handle of an assignee, with or without its brackets, after those
    /// given before.
    ///
    /// ```
    /// use iana_ports::{Registry, load::NewRecord};
    ///
    /// let billing = NewRecord::service("billing").assignee("[ops]").contact("help");
    /// let registry = Registry::builder().record(billing).build()?;
    /// let service = registry.services().next().unwrap();
    /// assert_eq!(service.assignees().next().unwrap().handle(), "ops");
    /// assert_eq!(service.contacts().next().unwrap().handle(), "help");
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    pub fn assignee(mut self, handle: &str) -> Self {
        self.assignees.push(bare(handle).into());
        self
    }

    /// The handle of a contact, with or without its brackets, after those given
    /// before.
    pub fn contact(mut self, handle: &str) -> Self {
        self.contacts.push(bare(handle).into());
        self
    }
}
