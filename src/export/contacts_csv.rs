//! The CSV writer of the contact table, byte for byte that of `registry/`.

use core::fmt;

use crate::columns::ContactColumns;
use crate::registry::Registry;
use crate::registry::contact::Contact;
use crate::registry::lookup::Lookup;
use crate::text::csv;
use crate::values::contact::UriCell;
use crate::values::date::Date;

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
#[derive(Debug)]
pub struct ContactsCsv<'r, R = Registry> {
    registry: &'r R,
}

copy_of!(ContactsCsv);

impl ContactsCsv<'_> {
    /// The names of the columns, as IANA writes them above its table.
    ///
    /// ```
    /// use iana_ports::export::ContactsCsv;
    ///
    /// let csv = ContactsCsv::new(iana_ports::registry()).to_string();
    /// assert_eq!(csv.lines().next(), Some(ContactsCsv::COLUMNS.join(",").as_str()));
    /// ```
    pub const COLUMNS: [&'static str; 5] = ContactColumns::NAMES;
}

impl<R: Lookup> fmt::Display for ContactsCsv<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        csv::line(f, ContactsCsv::COLUMNS)?;
        let mut listed = self.registry.contacts().filter(|contact| contact.is_listed());
        listed.try_for_each(|contact| csv::line(f, cells(contact)))
    }
}

/// The cells of a contact, as the table has them.
pub(crate) fn cells(contact: Contact<'_>) -> [ContactCell<'_>; 5] {
    let row = ContactColumns {
        id: ContactCell::Text(contact.handle()),
        name: ContactCell::Text(contact.name().unwrap_or("")),
        organization: ContactCell::Text(contact.organization().unwrap_or("")),
        contact_uri: ContactCell::Uris(contact.uris().cell()),
        last_updated: ContactCell::Date(contact.updated()),
    };
    row.into_array()
}

/// A cell of a contact; `Display` writes it as the table has it.
#[derive(Clone, Copy)]
pub(crate) enum ContactCell<'r> {
    /// A text that is stored as it is.
    Text(&'r str),
    Uris(UriCell<'r>),
    Date(Option<Date>),
}

impl fmt::Display for ContactCell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Uris(uris) => uris.fmt(f),
            Self::Date(date) => date.map_or(Ok(()), |date| date.fmt(f)),
        }
    }
}
