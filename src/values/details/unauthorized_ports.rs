//! A scanner for the ports that an "Unauthorized Use Reported" cell names.

use core::ops::RangeInclusive;

use crate::text::steps;
use crate::values::iterator_traits::iterator_traits;

/// The ports that an "Unauthorized Use Reported" cell names, in the order of
/// the text.
///
/// The column is free text, often copied to the rows near the port that it
/// speaks of. A port is a number, or two with a hyphen between them, after
/// "port", "ports" or "on"; "and", "&" and commas continue the list. Most rows
/// name one port, and some none.
///
/// ```
/// use iana_ports::{Transport::Tcp, lookup_port};
///
/// let service = lookup_port(8888, Tcp).unwrap();
/// assert_eq!(service.unauthorized_use(), Some("Known Unauthorized Use on port 8888"));
/// assert!(service.unauthorized_ports().eq([8888..=8888]));
/// ```
#[derive(Clone)]
pub struct UnauthorizedPorts<'a> {
    rest: &'a str,
    /// Whether a number that comes next is a port.
    in_list: bool,
}

impl<'a> UnauthorizedPorts<'a> {
    /// Reads the text of a cell.
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { rest: text, in_list: false }
    }
}

impl Iterator for UnauthorizedPorts<'_> {
    type Item = RangeInclusive<u16>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let end = |c: char| !c.is_alphanumeric() && c != '-';
            let (word, rest) = self.rest.split_once(end).unwrap_or((self.rest, ""));
            self.rest = rest;
            steps::add(word.len() + 1);
            let port = port_or_range(word);
            if self.in_list && port.is_some() {
                return port;
            }
            let is = |other: &&str| word.eq_ignore_ascii_case(other);
            self.in_list = ["port", "ports", "on"].iter().any(is)
                || self.in_list && ["", "and"].iter().any(is);
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // A digit each, and a blank or a comma between two.
        (0, Some(self.rest.len().div_ceil(2)))
    }
}

iterator_traits!(UnauthorizedPorts<'_>);

/// Reads `6003` or `2194-2196`.
fn port_or_range(word: &str) -> Option<RangeInclusive<u16>> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let range = first.parse().ok()?..=last.parse().ok()?;
    (!range.is_empty()).then_some(range)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec::Vec;

    fn read(text: &str) -> Vec<RangeInclusive<u16>> {
        UnauthorizedPorts::new(text).collect()
    }

    #[test]
    fn lists() {
        assert_eq!(read("on port 1"), [1..=1]);
        assert_eq!(
            read("PORTS: 1, 2-4,6 and 7 & 8; 9."),
            [1..=1, 2..=4, 6..=6, 7..=7, 8..=8, 9..=9]
        );
        assert_eq!(read("port 1 by X since 2004, port 2"), [1..=1, 2..=2]);
    }

    #[test]
    fn numbers_which_are_no_ports() {
        for text in [
            "",
            "yes",
            "1",
            "krb524 uses it",
            "port x 1",
            "see [RFC4146]",
            "on port 65536",
            "ports 4-2",
            "port 1-2-3",
            "port -1",
            "port 1-",
            "ports 99999-100000",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn a_long_text_is_read_in_linear_time() {
        for part in ["port 1,", "1-", "on ", "port 1-2-3 ", ",", "é", "ports"] {
            let text = part.repeat(8_000);
            let (steps, _) = steps::count(|| UnauthorizedPorts::new(&text).count());
            assert!(steps <= 2 * text.len(), "{part:?}: {steps}");
        }
    }

    #[test]
    fn stays_at_its_end() {
        let mut ports = UnauthorizedPorts::new("ports 28017, 28018 and 28019 by 7");
        assert_eq!(ports.next(), Some(28017..=28017));
        assert_eq!(std::format!("{ports:?}"), "[28018..=28018, 28019..=28019]");
        assert_eq!(ports.by_ref().count(), 2);
        assert_eq!((ports.next(), ports.next()), (None, None));
    }

    #[test]
    fn any_text_is_read_without_panic() {
        let words = ["port ", "on ", "65536", "-", "é", "7", " ", ",", "and ", "0"];
        crate::test_random::texts(&words, |text| {
            let upper = UnauthorizedPorts::new(text).size_hint().1;
            assert!(upper.is_some_and(|upper| upper >= read(text).len()), "{text}");
        });
    }
}
