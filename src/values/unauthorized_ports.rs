//! The ports that an "Unauthorized Use Reported" cell names.

use core::iter::FusedIterator;
use core::ops::RangeInclusive;

/// The ports that an "Unauthorized Use Reported" cell names, in the order of the text.
///
/// The column is free text, often copied to the rows near the port that it speaks of. A port is a
/// number, or two with a hyphen between them, after "port", "ports" or "on"; "and", "&" and commas
/// continue the list. Most rows name one port, and some none.
///
/// ```
/// use iana_ports::UnauthorizedPorts;
///
/// let ports = UnauthorizedPorts::new("Unauthorized Use Known on ports 27018 and 27019");
/// assert!(ports.eq([27018..=27018, 27019..=27019]));
///
/// let mut ports = UnauthorizedPorts::new("Unauthorized Use Known on ports 2194-2196");
/// assert_eq!(ports.next(), Some(2194..=2196));
/// ```
#[derive(Clone, Debug)]
pub struct UnauthorizedPorts<'a> {
    rest: &'a str,
    /// Whether a number that comes next is a port.
    in_list: bool,
    len: usize,
}

impl<'a> UnauthorizedPorts<'a> {
    /// Reads the text of a cell.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut ports = Self { rest: text, in_list: false, len: 0 };
        let mut counted = ports.clone();
        while counted.advance().is_some() {
            ports.len += 1;
        }
        ports
    }

    /// The next port or range in the text, whatever `len` says.
    fn advance(&mut self) -> Option<RangeInclusive<u16>> {
        while !self.rest.is_empty() {
            let end = |c: char| !c.is_alphanumeric() && c != '-';
            let (word, rest) = self.rest.split_once(end).unwrap_or((self.rest, ""));
            self.rest = rest;
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
}

impl Iterator for UnauthorizedPorts<'_> {
    type Item = RangeInclusive<u16>;

    fn next(&mut self) -> Option<Self::Item> {
        self.len = self.len.checked_sub(1)?;
        self.advance()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.len, Some(self.len))
    }
}

impl DoubleEndedIterator for UnauthorizedPorts<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        // The text can only be read forwards, and it is short.
        let before = self.len.checked_sub(1)?;
        let last = self.clone().nth(before);
        self.len = before;
        last
    }
}

impl ExactSizeIterator for UnauthorizedPorts<'_> {}

impl FusedIterator for UnauthorizedPorts<'_> {}

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
    fn from_both_ends() {
        let mut ports = UnauthorizedPorts::new("ports 28017, 28018 and 28019");
        assert_eq!(ports.len(), 3);
        assert_eq!(ports.next_back(), Some(28019..=28019));
        assert_eq!(ports.next(), Some(28017..=28017));
        assert_eq!(ports.len(), 1);
        assert_eq!(ports.next_back(), Some(28018..=28018));
        assert_eq!((ports.next(), ports.next_back(), ports.next()), (None, None, None));
    }

    #[test]
    fn any_text_is_read_without_panic() {
        let words = ["port ", "on ", "65536", "-", "é", "7", " ", ",", "and ", "0"];
        crate::test_random::texts(&words, |text| {
            assert_eq!(read(text).len(), UnauthorizedPorts::new(text).len(), "{text}");
        });
    }
}
