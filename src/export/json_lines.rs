//! The JSON lines writers: an object for each row or contact.

use core::fmt;

use super::json;
use crate::registry::Registry;
use crate::registry::lookup::Lookup;

/// Every row as a JSON object on a line of its own (NDJSON), which data frames
/// and SQL engines read as a table.
///
/// An object is what [`Json`](crate::export::Json) has for the row, with its
/// keys, and the `protocol_number` after them: `first_port`, `last_port`,
/// `service_code` and `protocol_number` are numbers or `null`, `assignee`,
/// `contact` and `reference` are lists, which may be empty, and all else is
/// text or `null`. A key has the same type on every line, and every line has
/// every key, as far as its feature (`details`, `contacts`) is there.
///
/// Dates are as the registry writes them, with a day or without, so that no
/// engine takes them for more than text; `FlatCsv` has columns of dates.
///
/// DuckDB and pyarrow read it without an option. Polars looks at 100 rows for
/// the types and needs `infer_schema_length=None`.
///
/// # Example
///
/// ```
/// use serde_json::Value;
///
/// let lines = iana_ports::export::JsonLines::new(iana_ports::registry()).to_string();
/// let x11 = lines.lines().find(|line| line.starts_with(r#"{"service_name":"x11","#)).unwrap();
/// let row: Value = serde_json::from_str(x11)?;
/// assert_eq!((&row["first_port"], &row["last_port"]), (&6000.into(), &6063.into()));
/// assert_eq!((&row["transport_protocol"], &row["protocol_number"]), (&"tcp".into(), &6.into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug)]
pub struct JsonLines<'r, R = Registry> {
    registry: &'r R,
}

copy_of!(JsonLines);

impl<R: Lookup> fmt::Display for JsonLines<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.registry.records().try_for_each(|record| {
            json::numbered(f, record)?;
            f.write_str("\n")
        })
    }
}

#[cfg(feature = "contacts")]
pub use contacts::ContactsJsonLines;

#[cfg(feature = "contacts")]
mod contacts {
    use core::fmt;

    use super::json;
    use crate::registry::Registry;
    use crate::registry::lookup::Lookup;

    /// Every contact as a JSON object on a line of its own (NDJSON): what
    /// [`Json`](crate::export::Json) has for it, the mail address included.
    ///
    /// `contact_uri` is a list of URIs as they are written, `email` the address
    /// that they give, decoded. Contacts that only a service names, which the
    /// table does not list, are there with their handle alone, so that every
    /// handle of a [`JsonLines`](super::JsonLines) has its line.
    ///
    /// # Example
    ///
    /// ```
    /// let lines = iana_ports::export::ContactsJsonLines::new(iana_ports::registry()).to_string();
    /// let kenta = r#"{"id":"Kenta_Kambara","name":"Kenta Kambara","organization":null,"#;
    /// let line = lines.lines().find(|line| line.starts_with(kenta)).unwrap();
    /// assert!(line.contains(r#""email":"kenta.kambara@hpe.com""#));
    /// ```
    #[derive(Debug)]
    pub struct ContactsJsonLines<'r, R = Registry> {
        registry: &'r R,
    }

    copy_of!(ContactsJsonLines);

    impl<R: Lookup> fmt::Display for ContactsJsonLines<'_, R> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.registry.contacts().try_for_each(|contact| {
                json::contact(f, contact)?;
                f.write_str("\n")
            })
        }
    }
}
