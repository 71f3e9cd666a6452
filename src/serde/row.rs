//! Rows, written as maps of their columns.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::registry::key::PortNumber;
use crate::registry::record::Record;
use crate::registry::service::Service;

/// The columns of the tiers that are there.
const COLUMNS: usize = 5
    + if cfg!(feature = "details") { 7 } else { 0 }
    + if cfg!(feature = "contacts") { 2 } else { 0 };

fn columns<S: SerializeStruct>(record: Record<'_>, row: &mut S) -> Result<(), S::Error> {
    row.serialize_field("service_name", &record.service().map(Service::name))?;
    let ports = record.ports();
    row.serialize_field("port_number", &ports.as_ref().map(|_| Cell(PortNumber(record))))?;
    row.serialize_field("transport_protocol", &record.transport())?;
    row.serialize_field("first_port", &ports.as_ref().map(|ports| *ports.start()))?;
    row.serialize_field("last_port", &ports.map(|ports| *ports.end()))?;
    #[cfg(feature = "details")]
    row.serialize_field("description", record.description())?;
    #[cfg(feature = "contacts")]
    {
        row.serialize_field("assignee", &Handles(record.assignees()))?;
        row.serialize_field("contact", &Handles(record.contacts()))?;
    }
    #[cfg(feature = "details")]
    {
        row.serialize_field("registration_date", &record.registered())?;
        row.serialize_field("modification_date", &record.modified())?;
        row.serialize_field("reference", &record.references())?;
        row.serialize_field("service_code", &record.service_code())?;
        row.serialize_field("unauthorized_use_reported", &record.unauthorized_use())?;
        row.serialize_field("assignment_notes", &record.notes())?;
    }
    Ok(())
}

/// The text of a cell.
struct Cell<'r>(PortNumber<'r>);

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The handles of contacts, without their brackets.
#[cfg(feature = "contacts")]
struct Handles<'r>(crate::Contacts<'r>);

#[cfg(feature = "contacts")]
impl Serialize for Handles<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone().map(crate::Contact::handle))
    }
}

/// A map of the registry's columns, in their order. Those of a tier that is left out
/// (`details`, `contacts`) are left out as well.
///
/// The port number is the text of its cell, `"443"` or `"6000-6063"`; after the transport protocol
/// come `first_port` and `last_port`, which are numbers. Handles stand without their brackets, references as `Reference` writes them. What a cell does not have
/// is `null`, or an empty list; a description is never `null`.
///
/// ```
/// use iana_ports::{Transport::{Tcp, Udp}, lookup_port};
/// use serde_json::json;
///
/// # #[cfg(all(feature = "details", feature = "contacts"))]
/// assert_eq!(
///     serde_json::to_value(lookup_port(443, Tcp)).unwrap(),
///     json!({
///         "service_name": "https",
///         "port_number": "443",
///         "transport_protocol": "tcp",
///         "first_port": 443,
///         "last_port": 443,
///         "description": "http protocol over TLS/SSL",
///         "assignee": ["IESG"],
///         "contact": ["IETF_Chair"],
///         "registration_date": null,
///         "modification_date": "2021-10-01",
///         "reference": ["RFC 9110"],
///         "service_code": null,
///         "unauthorized_use_reported": null,
///         "assignment_notes": null,
///     }),
/// );
/// let x11 = serde_json::to_value(lookup_port(6010, Udp)).unwrap();
/// assert_eq!(x11["port_number"], "6000-6063");
/// assert_eq!((&x11["first_port"], &x11["last_port"]), (&json!(6000), &json!(6063)));
/// ```
impl Serialize for Service<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Service", COLUMNS)?;
        columns(self.record(), &mut row)?;
        row.end()
    }
}

/// As a [`Service`], and the `status` after the columns. The service name of a nameless row is
/// `null`.
///
/// ```
/// use iana_ports::{Transport::Tcp, record_on};
///
/// let row = serde_json::to_value(record_on(0, Tcp)).unwrap();
/// assert_eq!(row["service_name"], serde_json::Value::Null);
/// assert_eq!(row["port_number"], "0");
/// assert_eq!(row["status"], "Reserved");
/// ```
impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Record", COLUMNS + 1)?;
        columns(*self, &mut row)?;
        row.serialize_field("status", &self.status())?;
        row.end()
    }
}
