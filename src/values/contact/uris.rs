//! The URIs of a contact.

use core::fmt;

use crate::text::steps;
use crate::values::contact::Uri;
use crate::values::iterator_traits::iterator_traits;
use crate::values::uri_cell::stored_line;

/// The URIs of a contact, in the order of the registry: the lines of a
/// "Contact URI" cell. 52 contacts have none, 7 have two.
///
/// # Example
///
/// ```
/// let contact = iana_ports::lookup_contact("David_Walend").unwrap();
/// let mut uris = contact.uris();
/// assert_eq!(uris.next().unwrap(), "mailto:david&walend.net");
/// assert_eq!(uris.next().unwrap(), "mailto:dev&salutafugijms.dev.java.net");
/// assert_eq!(uris.next(), None);
/// ```
#[derive(Clone)]
pub struct Uris<'a> {
    rest: &'a str,
}

impl<'a> Uris<'a> {
    pub(crate) const fn new(cell: &'a str) -> Self {
        Self { rest: cell }
    }

    /// The cell that is left, with the blanks and blank lines that the URIs are
    /// without.
    pub(crate) const fn cell(&self) -> UriCell<'a> {
        UriCell(self.rest)
    }
}

/// What is left of a cell as the registry has it.
#[derive(Clone, Copy)]
pub(crate) struct UriCell<'a>(&'a str);

impl fmt::Display for UriCell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        for (index, line) in self.0.split('\n').enumerate() {
            let end = if index == 0 { "" } else { "\n" };
            let (scheme, rest) = stored_line(line);
            write!(f, "{end}{scheme}{rest}")?;
        }
        Ok(())
    }
}

impl<'a> Iterator for Uris<'a> {
    type Item = Uri<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
            self.rest = rest;
            steps::add(line.len() + 1);
            if let Some(uri) = uri(line) {
                return Some(uri);
            }
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // A byte each, and a line end between two.
        (0, Some(self.rest.len().div_ceil(2)))
    }
}

iterator_traits!(Uris<'_>);

/// The URI of a line as the tables keep it, if there is one.
fn uri(line: &str) -> Option<Uri<'_>> {
    let (uri, text): (fn(_) -> _, _) = match stored_line(line) {
        ("", line) => (Uri::from_text, line.trim()),
        (_, rest) => (Uri::mailto, rest.trim_end()),
    };
    (!text.is_empty()).then(|| uri(text))
}

#[cfg(test)]
mod tests {
    use super::{Uris, steps};

    #[test]
    fn one_uri_a_line() {
        for (cell, uris) in [
            ("", &[][..]),
            ("\u{1}\n\u{1} \n\u{1}", &[]),
            ("a&b", &["mailto:a&b"]),
            ("a\r\nb", &["mailto:a", "mailto:b"]),
            ("\u{1}tel:1\na&b", &["tel:1", "mailto:a&b"]),
            ("\u{1}\n\u{1} tel:1\r\n\u{1}\n\u{1}tel:2 \n", &["tel:1", "tel:2"]),
            ("\u{1}no uri at all", &["no uri at all"]),
            ("\u{1}mailto:", &["mailto:"]),
        ] {
            assert_eq!(Uris::new(cell).collect::<Vec<_>>(), uris, "{cell:?}");
            let upper = Uris::new(cell).size_hint().1;
            assert!(upper.is_some_and(|upper| upper >= uris.len()), "{cell:?}");
        }
    }

    #[test]
    fn a_long_cell_is_read_in_linear_time() {
        for part in ["a\n", "\u{1}\n", "\n", "\u{1} tel:1\n"] {
            let cell = part.repeat(8_000);
            let (steps, _) = steps::count(|| Uris::new(&cell).count());
            assert!(steps <= 2 * cell.len(), "{part:?}: {steps}");
        }
    }

    #[test]
    fn stays_at_its_end() {
        let mut uris = Uris::new("a\nb\n\u{1}\nc");
        assert_eq!(uris.next().unwrap(), "mailto:a");
        assert_eq!(format!("{uris:?}"), "[Uri(mailto:b), Uri(mailto:c)]");
        assert_eq!(uris.by_ref().count(), 2);
        assert_eq!((uris.next(), uris.next()), (None, None));
    }
}
