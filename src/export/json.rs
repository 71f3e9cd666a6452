//! All of the registry as JSON.

use core::fmt::{self, Formatter};

use crate::registry::Registry;
#[cfg(feature = "contacts")]
use crate::registry::contact::Contact;
use crate::registry::key::PortNumber;
use crate::registry::record::Record;
use crate::registry::service::Service;
#[cfg(any(feature = "details", feature = "contacts"))]
use crate::text::json::Array;
use crate::text::json::{OrNull, Text};
use crate::values::date::Date;

/// All of the registry as one JSON text (RFC 8259): a map of `edition`,
/// `records` and `contacts`, with a row or a contact on each line.
///
/// A row or contact is what `serde_json` writes of a [`Record`] or a `Contact`
/// with the feature `serde`, which this does not need: a map of the registry's
/// columns. The port number is a text as in its cell, `"443"` or `"6000-6063"`;
/// `first_port` and `last_port` are numbers. What a cell does not have is `null`,
/// or an empty list. The columns of a feature that is off (`details`, `contacts`)
/// are left out.
///
/// # Example
///
/// ```
/// let json = iana_ports::export::Json::new(iana_ports::registry()).to_string();
/// let mut lines = json.lines();
/// let edition = format!(r#"{{"edition":"{}","#, iana_ports::EDITION);
/// assert_eq!(lines.next(), Some(&*edition));
/// assert_eq!(lines.next(), Some(r#""records":["#));
/// assert!(lines.next().unwrap().starts_with(r#"{"service_name":null,"port_number":"0","#));
///
/// let value: serde_json::Value = serde_json::from_str(&json)?;
/// assert!(value["records"].as_array().is_some_and(|records| records.len() > 14_000));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Json<'r> {
    registry: &'r Registry,
}

impl<'r> Json<'r> {
    /// The JSON of a registry.
    ///
    /// ```
    /// let json = iana_ports::export::Json::new(iana_ports::registry());
    /// assert!(json.to_string().ends_with("]}\n"));
    /// ```
    #[must_use]
    pub const fn new(registry: &'r Registry) -> Self {
        Self { registry }
    }
}

impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let edition: Option<Date> = self.registry.edition();
        writeln!(f, r#"{{"edition":{},"#, OrNull(edition.map(Text)))?;
        f.write_str("\"records\":[")?;
        lines(f, self.registry.records(), record)?;
        #[cfg(feature = "contacts")]
        {
            f.write_str(",\n\"contacts\":[")?;
            lines(f, self.registry.contacts(), contact)?;
        }
        f.write_str("}\n")
    }
}

/// The items of an array, each on a line.
fn lines<T>(
    f: &mut Formatter<'_>,
    items: impl Iterator<Item = T>,
    item: impl Fn(&mut Formatter<'_>, T) -> fmt::Result,
) -> fmt::Result {
    for (index, one) in items.enumerate() {
        f.write_str(if index == 0 { "\n" } else { ",\n" })?;
        item(f, one)?;
    }
    f.write_str("\n]")
}

/// Writes a row as a map of its columns.
pub(crate) fn record(f: &mut Formatter<'_>, record: Record<'_>) -> fmt::Result {
    let name = record.service().map(Service::name);
    write!(f, r#"{{"service_name":{}"#, OrNull(name.map(Text)))?;
    let ports = record.ports();
    let cell = ports.as_ref().map(|_| Text(PortNumber(record)));
    write!(f, r#","port_number":{}"#, OrNull(cell))?;
    write!(f, r#","transport_protocol":{}"#, OrNull(record.transport().map(Text)))?;
    write!(f, r#","first_port":{}"#, OrNull(ports.as_ref().map(|ports| *ports.start())))?;
    write!(f, r#","last_port":{}"#, OrNull(ports.map(|ports| *ports.end())))?;
    #[cfg(feature = "details")]
    write!(f, r#","description":{}"#, Text(record.description()))?;
    #[cfg(feature = "contacts")]
    {
        let assignees = record.assignees().map(Contact::handle);
        write!(f, r#","assignee":{}"#, Array(assignees.map(Text)))?;
        let contacts = record.contacts().map(Contact::handle);
        write!(f, r#","contact":{}"#, Array(contacts.map(Text)))?;
    }
    #[cfg(feature = "details")]
    {
        write!(f, r#","registration_date":{}"#, OrNull(record.registered().map(Text)))?;
        write!(f, r#","modification_date":{}"#, OrNull(record.modified().map(Text)))?;
        write!(f, r#","reference":{}"#, Array(record.references().map(Text)))?;
        write!(f, r#","service_code":{}"#, OrNull(record.service_code()))?;
        let unauthorized_use = record.unauthorized_use().map(Text);
        write!(f, r#","unauthorized_use_reported":{}"#, OrNull(unauthorized_use))?;
        write!(f, r#","assignment_notes":{}"#, OrNull(record.notes().map(Text)))?;
    }
    write!(f, r#","status":{}}}"#, Text(record.status()))
}

/// Writes a contact as a map of its columns.
#[cfg(feature = "contacts")]
pub(crate) fn contact(f: &mut Formatter<'_>, contact: Contact<'_>) -> fmt::Result {
    write!(f, r#"{{"id":{}"#, Text(contact.handle()))?;
    write!(f, r#","name":{}"#, OrNull(contact.name().map(Text)))?;
    write!(f, r#","organization":{}"#, OrNull(contact.organization().map(Text)))?;
    write!(f, r#","contact_uri":{}"#, Array(contact.uris().map(Text)))?;
    write!(f, r#","email":{}"#, OrNull(contact.email().map(Text)))?;
    write!(f, r#","last_updated":{}}}"#, OrNull(contact.updated().map(Text)))
}
