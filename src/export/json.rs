//! The JSON writer of the whole registry.

use core::fmt::{self, Display, Formatter, Write as _};

use crate::registry::Registry;
use crate::registry::columns::fields::{FieldWriter, ListWriter};
use crate::registry::lookup::Lookup;
use crate::registry::record::Record;
use crate::text::joined::joined;
use crate::text::json::{Array, OrNull, Text};
use crate::values::date::Date;
use crate::values::transport::Transport;

/// All of the registry as one JSON text (RFC 8259): a map of `edition`,
/// `records` and `contacts`, with a row or a contact on each line.
///
/// A row or contact is what `serde_json` writes of a [`Record`] or a `Contact`
/// with the feature `serde`, which this does not need: a map of the registry's
/// columns. The port number is a text as in its cell, `"443"` or `"6000-6063"`;
/// `first_port` and `last_port` are numbers. What a cell does not have is
/// `null`, or an empty list. The columns of a feature that is off (`details`,
/// `contacts`) are left out.
///
/// It is one document, which engines read as one row: what reads a row a line
/// takes [`JsonLines`](crate::export::JsonLines).
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
#[derive(Debug)]
pub struct Json<'r, R = Registry> {
    registry: &'r R,
}

copy_of!(Json);

impl<R: Lookup> Display for Json<'_, R> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let edition: Option<Date> = self.registry.edition();
        writeln!(f, r#"{{"edition":{},"#, OrNull(edition.map(Text)))?;
        f.write_str("\"records\":[")?;
        joined(f, ["\n", ",\n"], self.registry.records(), record)?;
        f.write_str("\n]")?;
        #[cfg(feature = "contacts")]
        {
            f.write_str(",\n\"contacts\":[")?;
            joined(f, ["\n", ",\n"], self.registry.contacts(), contact)?;
            f.write_str("\n]")?;
        }
        f.write_str("}\n")
    }
}

/// Writes a row as a map of its fields, and of its status.
pub(crate) fn record(f: &mut Formatter<'_>, record: Record<'_>) -> fmt::Result {
    fields(f, record)?;
    f.write_char('}')
}

/// Writes a row as [`record`] does, and the protocol number of its transport:
/// what flow records have in its place.
pub(super) fn numbered(f: &mut Formatter<'_>, record: Record<'_>) -> fmt::Result {
    let number = record.transport().map(Transport::protocol_number);
    fields(f, record)?.optional_integer("protocol_number", number)?;
    f.write_char('}')
}

/// Writes the map of a row but for its end.
fn fields<'a, 'f>(f: &'a mut Formatter<'f>, record: Record<'_>) -> Result<Map<'a, 'f>, fmt::Error> {
    let mut map = Map { f, before: '{' };
    record.fields(&mut map)?;
    map.text("status", record.status())?;
    Ok(map)
}

/// Writes a contact as a map of its fields.
#[cfg(feature = "contacts")]
pub(crate) fn contact(
    f: &mut Formatter<'_>,
    contact: crate::registry::contact::Contact<'_>,
) -> fmt::Result {
    contact.fields(&mut Map { f, before: '{' })?;
    f.write_char('}')
}

/// A map whose fields are written as they come.
struct Map<'a, 'f> {
    f: &'a mut Formatter<'f>,
    /// What stands before the next field: the brace or a comma.
    before: char,
}

impl Map<'_, '_> {
    fn field(&mut self, key: &'static str, value: impl Display) -> fmt::Result {
        write!(self.f, "{}\"{key}\":{value}", self.before)?;
        self.before = ',';
        Ok(())
    }
}

impl FieldWriter for Map<'_, '_> {
    type Error = fmt::Error;

    fn text(&mut self, key: &'static str, text: impl Display) -> fmt::Result {
        self.field(key, Text(text))
    }

    fn optional_text(&mut self, key: &'static str, text: Option<impl Display>) -> fmt::Result {
        self.field(key, OrNull(text.map(Text)))
    }

    fn optional_integer(
        &mut self,
        key: &'static str,
        integer: Option<impl Into<u32>>,
    ) -> fmt::Result {
        self.field(key, OrNull(integer.map(Into::into)))
    }
}

impl ListWriter for Map<'_, '_> {
    fn texts(
        &mut self,
        key: &'static str,
        texts: impl Iterator<Item: Display> + Clone,
    ) -> fmt::Result {
        self.field(key, Array(texts.map(Text)))
    }
}
