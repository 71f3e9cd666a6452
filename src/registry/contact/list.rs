//! Contacts, and the order they come in.

use core::ops::Range;

use crate::registry::contact::Contact;
use crate::tables::{IndexList, Tables};
use crate::values::iterator_traits::iterator_traits;

/// Contacts: of a service in the order of its row, or all in the order of the
/// contact table.
///
/// # Example
///
/// ```
/// use iana_ports::{Transport::Tcp, lookup_port};
///
/// let contacts = lookup_port(2371, Tcp).unwrap().contacts();
/// let handles: Vec<_> = contacts.map(|contact| contact.handle()).collect();
/// assert_eq!(handles, ["Steve_Roscio", "Paul_Vencel"]);
/// ```
#[derive(Clone)]
pub struct Contacts<'r> {
    tables: &'r Tables,
    members: IndexList<'r>,
    /// The places of those that are left.
    left: Range<usize>,
}

impl<'r> Contacts<'r> {
    pub(crate) const fn new(tables: &'r Tables, members: IndexList<'r>) -> Self {
        Self { tables, members, left: 0..members.len() }
    }

    #[allow(clippy::cast_possible_truncation, reason = "an index of contacts has 16 bits")]
    pub(crate) const fn all(tables: &'r Tables) -> Self {
        Self::new(tables, IndexList::Range { start: 0, end: tables.contacts().len() as u16 })
    }

    /// Whether there is none (left).
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// assert!(lookup_name("msrps", Tcp).unwrap().contacts().is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.left.start == self.left.end
    }

    fn at(&self, place: usize) -> Contact<'r> {
        Contact::new(self.tables, self.members.get(place))
    }
}

impl<'r> Iterator for Contacts<'r> {
    type Item = Contact<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left.next().map(|place| self.at(place))
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.left.nth(n).map(|place| self.at(place))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
}

impl DoubleEndedIterator for Contacts<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.left.next_back().map(|place| self.at(place))
    }
}

impl ExactSizeIterator for Contacts<'_> {}

iterator_traits!(Contacts<'_>);
