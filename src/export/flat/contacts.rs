//! The flat table of contacts.

use core::{fmt, iter};

use super::{List, first_day};
use crate::registry::Registry;
use crate::registry::columns::fields::FieldWriter;
use crate::registry::contact::Contact;
use crate::registry::lookup::Lookup;
use crate::text::csv;
use crate::text::one_line::OneLine;

/// Every contact as CSV in columns of one type, for data frames and SQL
/// engines; lists and cells are as those of `FlatCsv`: `|` between the items of
/// a list, and no line end in a cell.
///
/// | column | type | value |
/// |---|---|---|
/// | `id` | text | the handle, as the columns `assignee` and `contact` of `FlatCsv` have it |
/// | `name`, `organization` | text | or empty |
/// | `contact_uri` | list | URIs as they are written: `mailto:kenta.kambara&hpe.com` |
/// | `email` | text | the mail address that they give, decoded: `kenta.kambara@hpe.com`; or empty |
/// | `last_updated` | text | as the registry writes it, `YYYY-MM-DD` or `YYYY-MM`; or empty |
/// | `last_updated_day` | date | the first day that it can be; or empty |
///
/// Contacts that only a service names, which the table does not list, are there
/// with their handle alone, so that every handle is found. Two handles may
/// differ by case only.
///
/// # Example
///
/// ```
/// let csv = iana_ports::export::FlatContactsCsv::new(iana_ports::registry()).to_string();
/// assert!(csv.contains(
///     "\nKenta_Kambara,Kenta Kambara,,mailto:kenta.kambara&hpe.com,kenta.kambara@hpe.com,2016-05-24,2016-05-24\n"
/// ));
/// ```
#[derive(Debug)]
pub struct FlatContactsCsv<'r, R = Registry> {
    registry: &'r R,
}

copy_of!(FlatContactsCsv);

impl<R: Lookup> fmt::Display for FlatContactsCsv<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        csv::line(f, FlatContactsCsv::COLUMNS)?;
        self.registry.contacts().try_for_each(|contact| writeln!(f, "{}", FlatContact(contact)))
    }
}

/// A contact as [`FlatContactsCsv`] has it.
///
/// `Display` writes the cells of its line. With the feature `serde` it
/// serializes as a struct of texts, under the names of the columns:
/// `csv::Writer::serialize` takes it, and writes the bytes of
/// [`FlatContactsCsv`].
///
/// # Example
///
/// ```
/// use iana_ports::{export::FlatContact, lookup_contact};
///
/// let contact = FlatContact::from(lookup_contact("IESG").unwrap());
/// assert_eq!(contact.to_string(), "IESG,,IESG,mailto:iesg&ietf.org,iesg@ietf.org,,");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FlatContact<'r>(Contact<'r>);

impl<'r> From<Contact<'r>> for FlatContact<'r> {
    fn from(contact: Contact<'r>) -> Self {
        Self(contact)
    }
}

flat_columns! {
    FlatContact, FlatContactsCsv, 7, contact;
    id: text(List(iter::once(contact.handle())));
    name: optional_text(contact.name().map(OneLine));
    organization: optional_text(contact.organization().map(OneLine));
    contact_uri: text(List(contact.uris()));
    email: optional_text(contact.email());
    last_updated: optional_text(contact.updated());
    last_updated_day: optional_text(contact.updated().and_then(first_day));
}
