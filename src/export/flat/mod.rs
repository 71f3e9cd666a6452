//! Flat tables: columns of one type, and cells of one value on one line.

use core::fmt::{self, Display, Formatter};

use crate::registry::columns::fields::FieldWriter;
use crate::text::csv::Cell;
use crate::text::escape::escaped;
use crate::text::joined::joined;
use crate::values::date::Date;

/// Declares the columns of a flat row: for each its name, its type as a method
/// of [`FieldWriter`], and its value. CSV and serde are two visitors of the same
/// fields: they cannot differ in a name, an order or a type.
macro_rules! flat_columns {
    ($row:ident, $file:ident, $count:literal, $of:ident; $($key:ident: $kind:ident($value:expr);)+) => {
        impl $file<'_> {
            /// The names of the columns, which the first line has. A column that is
            /// added to them comes last.
            ///
            /// ```
            #[doc = concat!("use iana_ports::export::", stringify!($file), ";")]
            ///
            #[doc = concat!("let csv = ", stringify!($file), "::new(iana_ports::registry()).to_string();")]
            #[doc = concat!("assert_eq!(csv.lines().next(), Some(", stringify!($file), "::COLUMNS.join(\",\").as_str()));")]
            /// ```
            pub const COLUMNS: [&'static str; $count] = [$(stringify!($key)),+];
        }

        impl $row<'_> {
            /// Writes the fields.
            pub(crate) fn fields<W: FieldWriter>(self, writer: &mut W) -> Result<(), W::Error> {
                let Self($of) = self;
                $(writer.$kind(stringify!($key), $value)?;)+
                Ok(())
            }
        }

        /// The cells of its line, with commas between them and without a line end.
        impl core::fmt::Display for $row<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.fields(&mut super::Cells { f, before: "" })
            }
        }
    };
}

pub(crate) mod contacts;
#[cfg(feature = "details")]
pub(crate) mod services;

/// A line of CSV whose cells are written as they come.
struct Cells<'a, 'f> {
    f: &'a mut Formatter<'f>,
    /// What stands before the next cell: nothing or a comma.
    before: &'static str,
}

impl FieldWriter for Cells<'_, '_> {
    type Error = fmt::Error;

    fn text(&mut self, _: &'static str, text: impl Display) -> fmt::Result {
        write!(self.f, "{}{}", self.before, Cell(text))?;
        self.before = ",";
        Ok(())
    }

    fn optional_text(&mut self, key: &'static str, text: Option<impl Display>) -> fmt::Result {
        match text {
            Some(text) => self.text(key, text),
            None => self.text(key, ""),
        }
    }

    fn optional_integer(
        &mut self,
        key: &'static str,
        integer: Option<impl Into<u32>>,
    ) -> fmt::Result {
        self.optional_text(key, integer.map(Into::into))
    }
}

/// A list in one cell: its items, with a vertical bar between them. A bar, or
/// what could end a line, is written as `\u{7c}` within an item.
struct List<I>(I);

impl<I: Iterator<Item: Display> + Clone> Display for List<I> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let special = |c: char| c == '|' || c != ' ' && (c.is_whitespace() || c.is_control());
        joined(f, ["", "|"], self.0.clone(), |f, item| {
            escaped(f, item, special, |f, c| write!(f, "{}", c.escape_unicode()))
        })
    }
}

/// The first day that a date can be, as `YYYY-MM-DD`: the first of the month
/// where the registry gives no day. `None` for a day that its month has not,
/// which a column of dates cannot hold.
fn first_day(date: Date) -> Option<Date> {
    let first = Date::new(date.year(), date.month(), date.day().or(Some(1)))?;
    first.days_since_epoch().map(|_| first)
}

#[cfg(test)]
mod tests {
    use super::{List, first_day};

    #[test]
    fn a_list_is_split_at_every_bar() {
        for (items, cell) in [
            (&[][..], ""),
            (&["IESG"], "IESG"),
            (&["RFC 9110", "a b", "c"], "RFC 9110|a b|c"),
            (&["a|b", "|"], r"a\u{7c}b|\u{7c}"),
            (&["a\r\nb", "\u{2028}"], r"a\u{d}\u{a}b|\u{2028}"),
        ] {
            assert_eq!(List(items.iter()).to_string(), cell, "{items:?}");
        }
    }

    #[test]
    fn first_days() {
        for (date, day) in [
            ("2005-02", Some("2005-02-01")),
            ("2005-02-28", Some("2005-02-28")),
            ("2005-02-29", None),
            ("0000-01", Some("0000-01-01")),
        ] {
            let first = first_day(date.parse().unwrap());
            assert_eq!(first.map(|date| date.to_string()).as_deref(), day, "{date}");
        }
    }
}
