//! Registries of hand-made entries.

use super::entry::Entry;
use super::new_contact::NewContact;
use crate::compile::{self, CONTACT_COLUMNS, CompileError, Input, Limits, SERVICE_COLUMNS, Table};
use crate::date::Date;
use crate::registry::Registry;

/// Builds a registry of hand-made entries.
///
/// Their order is that of the registry: of several services on a port, the
/// first added is the primary one.
///
/// # Example
///
/// ```
/// use iana_ports::{Entry, Registry, Transport::Tcp};
///
/// let registry = Registry::builder()
///     .entry(Entry::new("billing").port(9000).transport(Tcp))
///     .entry(Entry::new("audit").port(9000).transport(Tcp))
///     .build()?;
/// assert_eq!(registry.lookup_port(9000, Tcp).unwrap().name(), "billing");
/// assert_eq!(registry.lookup_name("AUDIT", Tcp).unwrap().port(), Some(9000));
///
/// let error = Registry::builder().entry(Entry::new("a b ")).build().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "builder:1: Service Name: \"a b \": expected no blanks at either end",
/// );
/// # Ok::<(), iana_ports::CompileError>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct RegistryBuilder {
    entries: Vec<Entry>,
    contacts: Vec<NewContact>,
    edition: Option<Date>,
    limits: Limits,
}

impl RegistryBuilder {
    /// Adds an entry, after those added before.
    pub fn entry(mut self, entry: Entry) -> Self {
        self.entries.push(entry);
        self
    }

    /// Lists a contact, after those listed before. A handle that only an
    /// entry names is a contact that is not listed.
    pub fn contact(mut self, contact: NewContact) -> Self {
        self.contacts.push(contact);
        self
    }

    /// States the [edition](Registry::edition).
    pub fn edition(self, edition: Date) -> Self {
        Self { edition: Some(edition), ..self }
    }

    /// Takes no more than these limits.
    pub fn limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Checks and compiles what was added.
    ///
    /// # Errors
    ///
    /// What the registry's rules do not allow; the line of the error is the
    /// number of the entry or contact, from 1.
    pub fn build(&self) -> Result<Registry, CompileError> {
        const NAME: &str = "builder";
        let mut services = Table::new(NAME, SERVICE_COLUMNS, self.limits);
        for (number, entry) in (1..).zip(&self.entries) {
            for row in entry.rows() {
                services.push(number, row.as_slice().into())?;
            }
        }
        let mut contacts = Table::new("builder contact", CONTACT_COLUMNS, self.limits);
        for (number, contact) in (1..).zip(&self.contacts) {
            contacts.push(number, contact.row().as_slice().into())?;
        }
        let contacts = Some(contacts);
        let input = Input { services, contacts, preferred: None, edition: self.edition };
        Ok(Registry::loaded(compile::compile_input(&input)?, NAME, Vec::new()))
    }
}

impl Registry {
    /// Builds a registry of hand-made entries.
    pub fn builder() -> RegistryBuilder {
        RegistryBuilder::default()
    }
}
