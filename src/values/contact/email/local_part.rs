//! The local part of a mail address: the part before the `@`.

use core::fmt::{self, Write as _};
use core::iter;

use crate::text::text_traits::{compare_bytes, debug_as_display};

/// The part of an [`Email`](crate::contact::Email) before the `@`; that of a
/// `mailto:` URI is decoded as it is read.
///
/// ```
/// let uri = iana_ports::contact::Uri::from_text("mailto:rmmeli%25winvmd@vnet.ibm.com");
/// assert_eq!(uri.email().unwrap().local_part().to_string(), "rmmeli%winvmd");
/// ```
#[derive(Clone, Copy)]
pub struct LocalPart<'a> {
    text: &'a str,
    /// Whether `%` and two digits stand for a byte, as in a URI.
    is_escaped: bool,
}

impl<'a> LocalPart<'a> {
    /// A local part as a `mailto:` URI writes it.
    pub(super) const fn of_mailto(text: &'a str) -> Self {
        Self { text, is_escaped: true }
    }

    /// A local part as it is.
    #[cfg(feature = "serde")]
    pub(super) const fn plain(text: &'a str) -> Self {
        Self { text, is_escaped: false }
    }

    /// The decoded bytes, which are ASCII once the local part is checked.
    pub(super) fn bytes(self) -> impl Iterator<Item = u8> {
        let Self { text, is_escaped } = self;
        let mut rest = text.as_bytes();
        iter::from_fn(move || {
            let (byte, after) = match rest {
                [b'%', high, low, after @ ..]
                    if is_escaped && high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
                {
                    (hex_digit(*high) << 4 | hex_digit(*low), after)
                }
                [byte, after @ ..] => (*byte, after),
                [] => return None,
            };
            rest = after;
            Some(byte)
        })
    }

    /// Whether it is atoms separated by full stops.
    pub(super) fn is_dot_string(self) -> bool {
        let mut in_atom = false;
        for byte in self.bytes() {
            match byte {
                b'.' if in_atom => in_atom = false,
                _ if is_atom_text(byte) => in_atom = true,
                _ => return false,
            }
        }
        in_atom
    }
}

/// The value of a byte that is a hexadecimal digit.
const fn hex_digit(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => byte - b'0',
        // Both cases have the same low four bits, 1 for A and a.
        _ => (byte & 0xf) + 9,
    }
}

/// Whether `byte` is an `atext` of RFC 5322 section 3.2.3.
fn is_atom_text(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

impl fmt::Display for LocalPart<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bytes().try_for_each(|byte| f.write_char(char::from(byte)))
    }
}

// Two spellings may be one local part: what is decoded counts.

debug_as_display!(LocalPart<'_>);
// Two spellings may be one local part: what is decoded counts.
compare_bytes!(LocalPart<'_>, bytes, str::bytes);

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::LocalPart;

    #[test]
    fn escapes_are_decoded() {
        for (escaped, text) in [
            ("", ""),
            ("bill", "bill"),
            ("a%25b", "a%b"),
            ("%41%4a%4A", "AJJ"),
            ("%2525", "%25"),
            // What is no escape stands for itself.
            ("%", "%"),
            ("a%2", "a%2"),
            ("%%32", "%2"),
            ("%zz", "%zz"),
        ] {
            assert_eq!(LocalPart::of_mailto(escaped).to_string(), text);
            assert_eq!(LocalPart::of_mailto(escaped), text);
            assert_eq!(format!("{:?}", LocalPart::of_mailto(escaped)), text);
        }
    }

    #[test]
    fn dot_strings() {
        for text in ["a", "a.b.c", "!", "other!bill", "a%25b", "%26", "#$*+-/=?^_`{|}~'", "a%2Eb"] {
            assert!(LocalPart::of_mailto(text).is_dot_string(), "{text}");
        }
        for text in [
            "", ".", ".a", "a.", "a..b", "a b", "a%20b", "a%22", "a:b", "<a", "a%40b", "a%00", "é",
            "%c3%a9",
        ] {
            assert!(!LocalPart::of_mailto(text).is_dot_string(), "{text}");
        }
    }

    #[test]
    fn what_is_decoded_compares() {
        let (plain, escaped, other) =
            (LocalPart::of_mailto("ab"), LocalPart::of_mailto("%61b"), LocalPart::of_mailto("AB"));
        assert_eq!(plain, escaped);
        assert_ne!(plain, other);
        assert!(other < escaped);
        assert_eq!(HashSet::from([plain, escaped, other]).len(), 2);
        assert_eq!("ab", escaped);
        assert_eq!(&escaped, "ab");
        assert_eq!("ab", &escaped);
    }
}
