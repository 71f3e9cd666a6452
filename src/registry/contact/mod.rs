//! Contacts: who registered a service, and whom to ask about it.

mod columns;
mod list;

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

pub use list::Contacts;

use crate::registry::Registry;
use crate::registry::nameless::Nameless;
use crate::registry::records::Records;
use crate::registry::services::Services;
use crate::registry::walk::Walk;
use crate::tables::{IndexList, NONE, Tables};
use crate::text::pad::pad_display;
use crate::text::text_traits::partial_order;
use crate::values::contact::Email;
use crate::values::contact::Uris;
use crate::values::date::Date;

/// A person or an organization in the registry's Contact Information table.
///
/// It is a handle of a few bytes. Two contacts are equal if they have the same
/// handle; they order as the table does. `Display` writes the handle in its
/// brackets, as the registry does.
///
/// # Example
///
/// ```
/// use iana_ports::lookup_contact;
///
/// let contact = lookup_contact("[Kenta_Kambara]").unwrap();
/// assert_eq!(contact.name(), Some("Kenta Kambara"));
/// assert_eq!(contact.email().unwrap().to_string(), "kenta.kambara@hpe.com");
/// assert_eq!(contact.services().next().unwrap().name(), "icpps");
/// assert_eq!(contact.to_string(), "[Kenta_Kambara]");
/// ```
#[derive(Clone, Copy)]
pub struct Contact<'r> {
    tables: &'r Tables,
    index: u16,
}

impl<'r> Contact<'r> {
    pub(crate) const fn new(tables: &'r Tables, index: u16) -> Self {
        Self { tables, index }
    }

    pub(crate) const fn index(self) -> u16 {
        self.index
    }

    #[allow(dead_code, reason = "not all builds ask for it")]
    pub(crate) const fn tables(self) -> &'r Tables {
        self.tables
    }

    /// The handle, without its brackets (column "ID").
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let assignee = lookup_port(443, Tcp).unwrap().assignees().next().unwrap();
    /// assert_eq!(assignee.handle(), "IESG");
    /// ```
    #[must_use]
    pub fn handle(self) -> &'r str {
        let people = self.tables.contacts();
        people.text(people.handles.get(self.index as usize))
    }

    /// The name of a person, or of an office (column "Name"); `None` for 687.
    ///
    /// ```
    /// use iana_ports::lookup_contact;
    ///
    /// assert_eq!(lookup_contact("Tim_Berners_Lee").unwrap().name(), Some("Tim Berners-Lee"));
    /// assert_eq!(lookup_contact("_3GPP").unwrap().name(), None);
    /// ```
    #[must_use]
    pub fn name(self) -> Option<&'r str> {
        let people = self.tables.contacts();
        present(people.text(people.names.get(self.index as usize)))
    }

    /// The organization (column "Organization"), if the table has one.
    ///
    /// ```
    /// use iana_ports::lookup_contact;
    ///
    /// assert_eq!(lookup_contact("_3GPP").unwrap().organization(), Some("3GPP"));
    /// assert_eq!(lookup_contact("Tim_Berners_Lee").unwrap().organization(), None);
    /// ```
    #[must_use]
    pub fn organization(self) -> Option<&'r str> {
        let people = self.tables.contacts();
        present(people.organization(self.index))
    }

    /// What to call the contact: the name, else the organization, else the
    /// handle.
    ///
    /// ```
    /// use iana_ports::lookup_contact;
    ///
    /// assert_eq!(lookup_contact("IETF_Chair").unwrap().display_name(), "IETF Chair");
    /// assert_eq!(lookup_contact("_3GPP_2").unwrap().display_name(), "3GPP2");
    /// assert_eq!(lookup_contact("naonao").unwrap().display_name(), "naonao");
    /// ```
    #[must_use]
    pub fn display_name(self) -> &'r str {
        self.name().or(self.organization()).unwrap_or(self.handle())
    }

    /// The URIs, as the registry has them (column "Contact URI"): most often
    /// one, `mailto:` with `&` for `@`.
    ///
    /// ```
    /// use iana_ports::contact::UriKind;
    /// use iana_ports::lookup_contact;
    ///
    /// let uri = lookup_contact("IBM").unwrap().uris().next().unwrap();
    /// assert_eq!(uri.kind(), UriKind::Mail);
    /// assert_eq!(uri, "mailto:memmerto&ca.ibm.com");
    /// ```
    #[must_use]
    pub fn uris(self) -> Uris<'r> {
        let people = self.tables.contacts();
        Uris::new(people.text(people.uris.get(self.index as usize)))
    }

    /// The first mail address among the [`uris`](Self::uris); `None` where
    /// there is none or what stands there is no address.
    ///
    /// ```
    /// use iana_ports::lookup_contact;
    ///
    /// // The registry has `mailto:anthurbe@cisco.com>`.
    /// assert_eq!(lookup_contact("Andrew_Thurber").unwrap().email().unwrap(), "anthurbe@cisco.com");
    /// assert_eq!(lookup_contact("SAP_2").unwrap().email(), None);
    /// ```
    #[must_use]
    pub fn email(self) -> Option<Email<'r>> {
        self.uris().find_map(|uri| uri.email())
    }

    /// When the entry of the contact table was last updated (column "Last
    /// Updated"), if the table says.
    ///
    /// ```
    /// use iana_ports::lookup_contact;
    ///
    /// let updated = lookup_contact("Nimrod_Diamant").unwrap().updated();
    /// assert_eq!(updated.unwrap().to_string(), "2005-02");
    /// ```
    #[must_use]
    pub const fn updated(self) -> Option<Date> {
        self.tables.contacts().updated(self.index)
    }

    /// Every service that names the contact as assignee or contact, in
    /// registry order.
    ///
    /// ```
    /// use iana_ports::lookup_contact;
    ///
    /// let services = lookup_contact("Sigma_Designs_3").unwrap().services();
    /// let services: Vec<String> = services.map(|service| service.to_string()).collect();
    /// assert_eq!(services, ["z-wave-s (41230/tcp)", "z-wave-s (41230/udp)"]);
    /// ```
    #[must_use]
    pub const fn services(self) -> Services<'r> {
        Services::new(Walk::each_named(self.tables, self.entries()))
    }

    /// Every row that names the contact as assignee or contact, in registry
    /// order: the [`services`](Self::services), and nameless rows.
    ///
    /// ```
    /// use iana_ports::lookup_contact;
    ///
    /// let records = lookup_contact("Rick_Adams").unwrap().records();
    /// let records: Vec<String> = records.map(|record| record.to_string()).collect();
    /// assert_eq!(records, ["Reserved (24/tcp)", "Reserved (24/udp)"]);
    /// ```
    #[must_use]
    pub const fn records(self) -> Records<'r> {
        let rows = Walk::each(self.tables, self.entries());
        Records::new(rows, Nameless::none(self.tables))
    }

    const fn entries(self) -> IndexList<'r> {
        self.tables.contacts().entries(self.tables.names().len(), self.index)
    }

    /// Whether the contact table lists the handle. One that only a service
    /// names has a handle and services, and nothing else; the bundled edition
    /// has none such.
    ///
    /// ```
    /// assert!(iana_ports::contacts().all(|contact| contact.is_listed()));
    /// ```
    #[must_use]
    pub const fn is_listed(self) -> bool {
        (self.index as usize) < self.tables.contacts().listed()
    }
}

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

/// A text that the table has: an empty cell is an absent one.
fn present(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

impl PartialEq for Contact<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && self.tables.is_same(other.tables)
    }
}

impl Eq for Contact<'_> {}

impl Hash for Contact<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

partial_order!(Contact<'_>);

impl Ord for Contact<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.tables.sort_key().cmp(&other.tables.sort_key()).then(self.index.cmp(&other.index))
    }
}

impl fmt::Display for Contact<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| write!(out, "[{}]", self.handle()))
    }
}

impl fmt::Debug for Contact<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contact")
            .field("handle", &self.handle())
            .field("name", &self.name())
            .field("organization", &self.organization())
            .finish_non_exhaustive()
    }
}
