//! The columns of the tier `contacts`.

use crate::columns::contact_columns;
use crate::registry::contact::{Contact, Contacts};
use crate::registry::record::Record;
use crate::registry::service::Service;

accessors! {
    /// The organizations or people it is assigned to; none on 1,771 rows.
    column assignee;
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let assignees: Vec<_> = lookup_port(80, Tcp).unwrap().assignees().map(|who| who.handle()).collect();
    /// assert_eq!(assignees, ["IESG"]);
    /// ```
    impl Service;
    /// The assignees: see [`Service::assignees`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(24, Tcp).unwrap().assignees().next().unwrap().handle(), "Rick_Adams");
    /// ```
    pub const fn assignees(self) -> Contacts<'r> {
        Contacts::new(self.tables, self.tables.contacts().assignees(self.entry))
    }

    /// Whom to ask about it.
    column contact;
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let contact = lookup_port(80, Tcp).unwrap().contacts().next().unwrap();
    /// assert_eq!(contact.handle(), "IETF_Chair");
    /// ```
    impl Service;
    /// The contacts: see [`Service::contacts`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(24, Tcp).unwrap().contacts().next().unwrap().handle(), "Rick_Adams");
    /// ```
    pub const fn contacts(self) -> Contacts<'r> {
        Contacts::new(self.tables, self.tables.contacts().contacts(self.entry))
    }
}

contact_columns!(fields);
