//! Mail addresses of contacts.

use core::fmt;
use core::iter;

mod local_part;

pub use local_part::LocalPart;

use crate::text::pad::pad_display;
use crate::text::text_traits::{compare_with_str, debug_as_display};

/// The mail address in a `mailto:` URI of a contact, from
/// [`Uri::email`](crate::contact::Uri::email). It is decoded as it is read,
/// without a buffer.
///
/// The registry writes `&` for `@` in nearly all of its addresses, and a few
/// are broken. What counts as an address:
///
/// - Exactly one `&` or `@` separates the local part from the domain; with two,
///   nobody can tell which one is meant.
/// - Escapes such as `%25` are decoded in the local part (RFC 6068). A `>` or a
///   full stop at the very end is dropped.
/// - The local part is a Dot-string of RFC 5321 section 4.1.2. It may hold `!`
///   and `%`, so a route such as `other!bill` is one; blanks and `:` are not in
///   it, nor two full stops in a row.
/// - The domain is fully qualified (RFC 5321 section 2.3.5): two labels or
///   more, of letters, digits and inner hyphens.
///
/// Addresses compare exactly, letter case included.
///
/// # Example
///
/// ```
/// use iana_ports::contact::Uri;
/// use iana_ports::lookup_contact;
///
/// let email = Uri::from_text("mailto:rmmeli%25winvmd@vnet.ibm.com").email().unwrap();
/// assert_eq!(email.to_string(), "rmmeli%winvmd@vnet.ibm.com");
/// assert_eq!(email.domain(), "vnet.ibm.com");
/// assert_eq!(lookup_contact("Roger_Meli").unwrap().email(), Some(email));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email<'a> {
    local_part: LocalPart<'a>,
    domain: &'a str,
}

impl<'a> Email<'a> {
    /// The address in what follows `mailto:`.
    pub(crate) fn of_mailto(text: &'a str) -> Option<Self> {
        // Header fields may follow a question mark (RFC 6068 section 2).
        let address = text.split('?').next()?.trim();
        let address = address.strip_suffix('>').unwrap_or(address);

        let mut parts = address.split(['&', '@']);
        let (Some(local_part), Some(domain), None) = (parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let domain = domain.strip_suffix('.').unwrap_or(domain);
        Self::of_parts(LocalPart::of_mailto(local_part), domain)
    }

    /// The address that is written as it displays: nothing is an escape, and
    /// `&` and `?` are characters of the local part.
    #[cfg(feature = "serde")]
    pub(crate) fn of_text(text: &'a str) -> Option<Self> {
        let (local_part, domain) = text.split_once('@')?;
        Self::of_parts(LocalPart::plain(local_part), domain)
    }

    fn of_parts(local_part: LocalPart<'a>, domain: &'a str) -> Option<Self> {
        (local_part.is_dot_string() && is_domain(domain)).then_some(Self { local_part, domain })
    }

    /// What stands before the `@`.
    ///
    /// ```
    /// let uri = iana_ports::contact::Uri::from_text("mailto:other!bill&uunet.uu.net");
    /// assert_eq!(uri.email().unwrap().local_part(), "other!bill");
    /// ```
    #[must_use]
    pub const fn local_part(self) -> LocalPart<'a> {
        self.local_part
    }

    /// What stands after the `@`.
    ///
    /// ```
    /// let uri = iana_ports::contact::Uri::from_text("mailto:kenta.kambara&hpe.com");
    /// assert_eq!(uri.email().unwrap().domain(), "hpe.com");
    /// ```
    #[must_use]
    pub const fn domain(self) -> &'a str {
        self.domain
    }
}

impl fmt::Display for Email<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| write!(out, "{}@{}", self.local_part, self.domain))
    }
}

debug_as_display!(Email<'_>);
compare_with_str!(Email<'_>, |email, text| {
    let domain = email.domain.bytes();
    email.local_part.bytes().chain(iter::once(b'@')).chain(domain).eq(text.bytes())
});

/// Whether `text` is a fully qualified domain name.
fn is_domain(text: &str) -> bool {
    text.contains('.') && text.split('.').all(is_label)
}

/// Whether `text` is a Sub-domain of RFC 5321 section 4.1.2.
fn is_label(text: &str) -> bool {
    let ends_in_hyphen = text.starts_with('-') || text.ends_with('-');
    !text.is_empty()
        && !ends_in_hyphen
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::Email;

    fn email(text: &str) -> Option<String> {
        Email::of_mailto(text).map(|email| email.to_string())
    }

    #[test]
    fn one_at_sign() {
        for text in [
            "a&b.example",
            "a@b.example",
            " a@b.example\r",
            "a@b.example>",
            "a@b.example.",
            "a@b.example.>",
        ] {
            assert_eq!(email(text).unwrap(), "a@b.example", "{text:?}");
        }
        assert_eq!(email("a&b.example?subject=a@b").unwrap(), "a@b.example");
        assert_eq!(email("a%26b@c.example").unwrap(), "a&b@c.example");
        for text in [
            "",
            "&",
            "@",
            "a",
            "a.b",
            "a&b@c.example",
            "a@b&c.example",
            "a@b@c.example",
            "a&b&c.example",
        ] {
            assert_eq!(email(text), None, "{text:?}");
        }
    }

    #[test]
    fn both_sides_are_checked() {
        for text in [
            "@b.example",
            "a b@c.example",
            "a@b",
            "a@b.",
            "a@.b",
            "a@b..c",
            "a@-b.c",
            "a@b-.c",
            "a@b_c.d",
            "a@b.c>>",
            "a@b.c..",
            "<a@b.c>",
            "a@b.é",
            "a@b%2ec.d",
            "a@b.c, d@e.f",
            "a@[127.0.0.1]",
            "a@b.c/d",
        ] {
            assert_eq!(email(text), None, "{text:?}");
        }
    }

    #[test]
    fn compares_exactly() {
        let email = Email::of_mailto("A%25a&b.Example").unwrap();
        assert_eq!(email, "A%a@b.Example");
        assert_eq!("A%a@b.Example", email);
        assert_eq!(&email, "A%a@b.Example");
        assert_eq!("A%a@b.Example", &email);
        assert_ne!(email, "a%a@b.Example");
        assert_ne!(email, "A%a@b.example");
        assert_ne!(email, "A%a@b.Example ");
        assert_eq!(Email::of_mailto("%41%a@b.Example"), Some(email));
        assert_eq!((email.local_part(), email.domain()), (email.local_part, "b.Example"));
        assert_eq!(format!("{email:?}"), "A%a@b.Example");
    }

    #[test]
    fn any_text_is_read_without_a_panic() {
        let characters: Vec<char> = "ab&@%2..>? !é\u{1f600}".chars().collect();
        let mut random = crate::test_random::Random(0x9e37_79b9_7f4a_7c15);
        for _ in 0..50_000 {
            let text: String = random
                .number()
                .to_be_bytes()
                .iter()
                .map(|&byte| characters[usize::from(byte) % characters.len()])
                .collect();
            if let Some(email) = email(&text) {
                assert!(email.is_ascii() && email.matches('@').count() == 1, "{text:?}");
            }
        }
    }
}
