//! The references of an assignment.

use crate::text::steps;
use crate::values::details::reference::Reference;
use crate::values::iterator_traits::iterator_traits;

/// The references of an assignment, in the order of the registry: what stands
/// in brackets in a "Reference" cell, such as
/// `[RFC5734][RFC-ietf-regext-epp-quic-12]`.
///
/// A cell that is written otherwise loses nothing: text outside of brackets is
/// a reference too, brackets may hold brackets, and one that is never closed
/// reaches to the end. Only brackets around nothing but a number, as in
/// `[1][RFC4727][RFC6335]`, are the mark of a footnote and no reference; the
/// [text](Self::text) keeps it.
///
/// # Example
///
/// ```
/// use iana_ports::reference::Reference;
/// use iana_ports::{Transport::Udp, lookup_port};
///
/// let mut references = lookup_port(700, Udp).unwrap().references();
/// assert_eq!(references.text(), "[RFC5734][RFC-ietf-regext-epp-quic-12]");
/// assert_eq!(references.next(), Some(Reference::Rfc { number: 5734, section: None }));
/// assert_eq!(references.next().unwrap().to_string(), "RFC-ietf-regext-epp-quic-12");
/// ```
#[derive(Clone)]
pub struct References<'a> {
    text: &'a str,
    rest: &'a str,
}

impl<'a> References<'a> {
    pub(crate) const fn new(cell: &'a str) -> Self {
        Self { text: cell, rest: cell }
    }

    /// The whole cell as the registry has it, however far the iterator is.
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, lookup_port};
    ///
    /// assert_eq!(lookup_port(10162, Udp).unwrap().references().text(), "[RFC6353]");
    /// let references = lookup_port(1021, Udp).unwrap().references();
    /// assert_eq!(references.text(), "[1][RFC4727][RFC6335]");
    /// assert_eq!(references.count(), 2);
    /// ```
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }
}

impl<'a> Iterator for References<'a> {
    type Item = Reference<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let (first, rest) = split_first(self.rest)?;
        self.rest = rest;
        Some(Reference::from_text(first))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // Two outside of brackets have brackets between them: two bytes, but for the
        // last.
        (0, Some(self.rest.len().div_ceil(2)))
    }
}

iterator_traits!(References<'_>);

/// The text of the first reference in `cell`, and what comes after it.
fn split_first(cell: &str) -> Option<(&str, &str)> {
    let mut rest = cell;
    while !rest.is_empty() {
        let bracketed = rest.strip_prefix('[');
        let (item, after) = match bracketed {
            Some(inner) => split_at_closing(inner),
            None => rest.split_at(rest.find('[').unwrap_or(rest.len())),
        };
        steps::add(item.len() + 1);
        let item = item.trim();
        let is_mark = bracketed.is_some() && item.bytes().all(|byte| byte.is_ascii_digit());
        if !item.is_empty() && !is_mark {
            return Some((item, after));
        }
        rest = after;
    }
    None
}

/// Splits `inner`, which follows a `[`, at the `]` that belongs to it.
fn split_at_closing(inner: &str) -> (&str, &str) {
    let mut depth = 1_usize;
    for (at, bracket) in inner.match_indices(['[', ']']) {
        depth = if bracket == "[" { depth + 1 } else { depth - 1 };
        if depth == 0 {
            return (&inner[..at], &inner[at + 1..]);
        }
    }
    (inner, "")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{Reference, References, steps};

    fn texts(cell: &str) -> Vec<String> {
        References::new(cell).map(|reference| reference.to_string()).collect()
    }

    #[test]
    fn a_long_cell_is_read_in_linear_time() {
        for part in ["[a]", "[", "]", "[1]", "[[a]", "a[", " ", "[]"] {
            let cell = part.repeat(8_000);
            let (steps, _) = steps::count(|| References::new(&cell).count());
            assert!(steps <= 2 * cell.len(), "{part:?}: {steps}");
        }
    }

    #[test]
    fn any_cell_loses_nothing() {
        for (cell, references) in [
            ("", &[][..]),
            ("[]", &[]),
            (" [ ][] ", &[]),
            ("RFC1", &["RFC 1"]),
            ("RFC1]", &["RFC1]"]),
            ("[RFC1", &["RFC 1"]),
            ("]", &["]"]),
            ("[", &[]),
            ("[RFC1] and [ RFC2 ].", &["RFC 1", "and", "RFC 2", "."]),
            ("[a [b] c][[d]]", &["a [b] c", "[d]"]),
            ("[a][b [c]", &["a", "b [c]"]),
            ("[][a][]", &["a"]),
            ("[é]ü[ö", &["é", "ü", "ö"]),
            // Marks of footnotes.
            ("[1][RFC1][RFC2]", &["RFC 1", "RFC 2"]),
            ("[RFC1][ 12 ]", &["RFC 1"]),
            ("[RFC1][2][RFC3][4]", &["RFC 1", "RFC 3"]),
            ("[1]", &[]),
            ("[1", &[]),
            // Numbers that are more, or in no brackets of their own.
            ("1", &["1"]),
            ("[RFC1] 2", &["RFC 1", "2"]),
            ("[1a][1.2][-1][1 2][[3]]", &["1a", "1.2", "-1", "1 2", "[3]"]),
            ("[١]", &["١"]),
        ] {
            assert_eq!(texts(cell), references, "{cell:?}");
        }
    }

    #[test]
    fn both_ends_agree_on_any_cell() {
        let characters = ['[', ']', '1', 'a', ' ', 'é'];
        for number in 0..6_usize.pow(6) {
            let cell: String =
                (0..6).map(|place| characters[number / 6_usize.pow(place) % 6]).collect();
            let expected: Vec<_> = References::new(&cell).collect();
            let references = References::new(&cell);
            assert!(
                references.size_hint().1.is_some_and(|upper| upper >= expected.len()),
                "{cell:?}"
            );
            assert_eq!((references.text(), references.count()), (&*cell, expected.len()));

            let letters =
                |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            assert_eq!(letters(&texts(&cell).concat()), letters(&cell), "{cell:?}");
        }
    }

    #[test]
    fn stays_at_its_end_and_keeps_its_text() {
        let mut references = References::new("[RFC1][TR-352]");
        assert_eq!(
            format!("{references:?}"),
            "[Rfc { number: 1, section: None }, Text(\"TR-352\")]"
        );
        assert_eq!(references.by_ref().count(), 2);
        assert_eq!((references.next(), references.next()), (None, None));
        assert_eq!(references.text(), "[RFC1][TR-352]");
    }

    /// `tests/data/references.csv` has a line for each reference of each
    /// distinct cell of the registry.
    #[test]
    fn every_cell_of_the_registry() {
        let rows = |path: &str| {
            let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
            csv::Reader::from_path(path).unwrap().into_records().map(Result::unwrap)
        };
        let mut expected =
            BTreeMap::<String, Vec<[String; 5]>>::from([(String::new(), Vec::new())]);
        for row in rows("tests/data/references.csv") {
            let fields = [1, 2, 3, 4, 5].map(|column| row[column].to_owned());
            expected.entry(row[0].to_owned()).or_default().push(fields);
        }
        let cells: BTreeSet<String> =
            rows("registry/service-names-port-numbers.csv").map(|row| row[8].to_owned()).collect();
        assert!(cells.iter().eq(expected.keys()), "the table has the cells of the registry");
        assert_eq!(cells.len(), 214);

        for (cell, references) in expected {
            assert_eq!(
                References::new(&cell).map(fields).collect::<Vec<_>>(),
                references,
                "{cell}"
            );
        }
    }

    /// A reference as a line of the table.
    fn fields(reference: Reference<'_>) -> [String; 5] {
        let (kind, document, section) = match reference {
            Reference::Rfc { number, section } => ("RFC", number.to_string(), section),
            Reference::InternetDraft { name, section } => {
                ("Internet-Draft", name.to_owned(), section)
            }
            Reference::Uri(uri) => ("URI", uri.to_owned(), None),
            Reference::Text(text) => ("Text", text.to_owned(), None),
        };
        let url = reference.url().map(|url| url.to_string()).unwrap_or_default();
        [
            kind.to_owned(),
            document,
            section.unwrap_or_default().to_owned(),
            reference.to_string(),
            url,
        ]
    }
}
