//! Serialization of rows, as maps of their fields.

use core::fmt::Display;

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use super::as_text::AsText;
use crate::registry::columns::fields::{FieldWriter, ListWriter};
use crate::registry::record::Record;
use crate::registry::service::Service;

/// A row or contact whose fields are written as they come.
///
/// Its reader has to be told what is there, as JSON and CBOR tell. A format for
/// machines that does not tell, such as postcard, refuses a map of unknown
/// length, and with it what nobody could read back.
pub(super) enum RowWriter<S: Serializer> {
    Struct(S::SerializeStruct),
    Map(S::SerializeMap),
}

impl<S: Serializer> RowWriter<S> {
    pub(super) fn new(serializer: S, name: &'static str, fields: usize) -> Result<Self, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_struct(name, fields).map(Self::Struct)
        } else {
            serializer.serialize_map(None).map(Self::Map)
        }
    }

    pub(super) fn field(
        &mut self,
        key: &'static str,
        value: &impl Serialize,
    ) -> Result<(), S::Error> {
        match self {
            Self::Struct(writer) => writer.serialize_field(key, value),
            Self::Map(writer) => writer.serialize_entry(key, value),
        }
    }

    pub(super) fn end(self) -> Result<S::Ok, S::Error> {
        match self {
            Self::Struct(writer) => writer.end(),
            Self::Map(writer) => writer.end(),
        }
    }
}

impl<S: Serializer> FieldWriter for RowWriter<S> {
    type Error = S::Error;

    fn text(&mut self, key: &'static str, text: impl Display) -> Result<(), S::Error> {
        self.field(key, &AsText(text))
    }

    fn optional_text(
        &mut self,
        key: &'static str,
        text: Option<impl Display>,
    ) -> Result<(), S::Error> {
        self.field(key, &text.map(AsText))
    }

    fn optional_integer(
        &mut self,
        key: &'static str,
        integer: Option<impl Into<u32>>,
    ) -> Result<(), S::Error> {
        self.field(key, &integer.map(Into::into))
    }
}

impl<S: Serializer> ListWriter for RowWriter<S> {
    fn texts(
        &mut self,
        key: &'static str,
        texts: impl Iterator<Item: Display> + Clone,
    ) -> Result<(), S::Error> {
        self.field(key, &Texts(texts))
    }
}

/// The texts that an iterator displays.
pub(super) struct Texts<I>(pub(super) I);

impl<I: Iterator<Item: Display> + Clone> Serialize for Texts<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone().map(AsText))
    }
}

/// A map of the registry's columns, in their order; a format that could not read
/// it back refuses it, for which there is [`AsText`]. Those of a tier that is
/// left out (`details`, `contacts`) are left out as well.
///
/// The port number is the text of its cell, `"443"` or `"6000-6063"`; after the
/// transport protocol come `first_port` and `last_port`, which are numbers.
/// Handles stand without their brackets, references as `Reference` writes them.
/// What a cell does not have is `null`, or an empty list; a description is
/// never `null`.
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
        let mut row = RowWriter::new(serializer, "Service", Record::FIELDS)?;
        self.record().fields(&mut row)?;
        row.end()
    }
}

/// As a [`Service`], and the `status` after the columns. The service name of a
/// nameless row is `null`.
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
        let mut row = RowWriter::new(serializer, "Record", Self::FIELDS + 1)?;
        self.fields(&mut row)?;
        row.field("status", &self.status())?;
        row.end()
    }
}
