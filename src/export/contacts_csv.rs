//! The contact table as CSV.

use core::fmt;

use super::csv::{Cell, Maybe};
use crate::registry::Registry;

/// The contact table as `registry/contacts.csv` has it, byte for byte: the five
/// columns of the registry's Contact Information, with quotes only where
/// RFC 4180 section 2 asks for them.
///
/// Contacts that only a service names, which the table does not list, are left
/// out.
///
/// # Example
///
/// ```
/// let csv = iana_ports::export::ContactsCsv::new(iana_ports::registry()).to_string();
/// assert!(csv.starts_with("ID,Name,Organization,Contact URI,Last Updated\n"));
/// assert!(csv.contains("\nKenta_Kambara,Kenta Kambara,,mailto:kenta.kambara&hpe.com,2016-05-24\n"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ContactsCsv<'r> {
    registry: &'r Registry,
}

impl<'r> ContactsCsv<'r> {
    /// The contact table of a registry.
    ///
    /// ```
    /// let csv = iana_ports::export::ContactsCsv::new(iana_ports::registry());
    /// assert!(csv.to_string().ends_with('\n'));
    /// ```
    #[must_use]
    pub const fn new(registry: &'r Registry) -> Self {
        Self { registry }
    }
}

impl fmt::Display for ContactsCsv<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ID,Name,Organization,Contact URI,Last Updated\n")?;
        for contact in self.registry.contacts().filter(|contact| contact.is_listed()) {
            writeln!(
                f,
                "{},{},{},{},{}",
                Cell(contact.handle()),
                Maybe(contact.name()),
                Maybe(contact.organization()),
                Cell(contact.uris().cell()),
                Maybe(contact.updated()),
            )?;
        }
        Ok(())
    }
}
