//! Serialization of flat rows, as structs without any nesting.

use serde::ser::{Serialize, Serializer};

use super::row::RowWriter;
use crate::export::{FlatContact, FlatContactsCsv};
#[cfg(feature = "details")]
use crate::export::{FlatCsv, FlatRow};

/// `Serialize` of a row as a struct of the columns of its file.
macro_rules! flat {
    ($(#[$meta:meta])* $row:ident, $file:ident) => {
        $(#[$meta])*
        impl Serialize for $row<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let columns = $file::COLUMNS.len();
                let mut row = RowWriter::new(serializer, stringify!($row), columns)?;
                self.fields(&mut row)?;
                row.end()
            }
        }
    };
}

flat! {
    /// A struct of the columns of [`FlatCsv`], in their order: ports, the protocol
    /// number and the service code are numbers, all else is text; what a cell does
    /// not have is `None`, but for a description or a list, which is empty.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, export::FlatRow, lookup_port};
    ///
    /// let row = serde_json::to_value(FlatRow::from(lookup_port(443, Tcp).unwrap())).unwrap();
    /// assert_eq!((&row["first_port"], &row["transport"]), (&443.into(), &"tcp".into()));
    /// assert_eq!(row["assignee"], "IESG");
    /// assert!(row["service_code"].is_null());
    /// ```
    #[cfg(feature = "details")]
    FlatRow, FlatCsv
}

flat! {
    /// A struct of the columns of [`FlatContactsCsv`], in their order, which are
    /// text; what a cell does not have is `None`, but for the list of URIs, which is
    /// empty.
    FlatContact, FlatContactsCsv
}
