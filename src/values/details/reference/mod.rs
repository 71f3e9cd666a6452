//! The documents that a row refers to.

use core::fmt;

mod list;
mod url;

pub use list::References;
pub use url::ReferenceUrl;

use crate::text::pad::pad_display;
use crate::text::phrase::strip_ignore_case;

/// A document that defines an assignment, from the column "Reference".
///
/// `Display` writes it as a person would: `RFC 6353`, `RFC 8765, Section 6.1`,
/// `draft-zubov-snif-05, Section 4.3`; a URI and a text as they are.
///
/// New kinds of document may get a variant, hence `#[non_exhaustive]`.
///
/// # Example
///
/// ```
/// use iana_ports::reference::Reference;
/// use iana_ports::{Transport::Tcp, lookup_name};
///
/// let reference = Reference::from_text("RFC8765, Section 6.1");
/// assert_eq!(reference, Reference::Rfc { number: 8765, section: Some("6.1") });
/// assert_eq!(reference.to_string(), "RFC 8765, Section 6.1");
/// assert_eq!(reference.url().unwrap().to_string(), "https://www.rfc-editor.org/rfc/rfc8765#section-6.1");
/// assert_eq!(lookup_name("dns-push-tls", Tcp).unwrap().references().next(), Some(reference));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reference<'a> {
    /// An RFC.
    Rfc {
        /// Its number: 6353.
        number: u32,
        /// The section that is meant, if one is: `6.1`.
        section: Option<&'a str>,
    },
    /// An Internet-Draft.
    InternetDraft {
        /// Its name as the registry writes it: `draft-zubov-snif-05`.
        ///
        /// IANA writes `RFC-ietf-dnssd-srp-25` for the draft
        /// `draft-ietf-dnssd-srp-25` once it is approved and waits for its RFC
        /// number. The name stays as written; [`Reference::url`] leads to the
        /// draft.
        name: &'a str,
        /// The section that is meant, if one is: `4.3`.
        section: Option<&'a str>,
    },
    /// A URI: `https://xahau.network`.
    Uri(&'a str),
    /// Anything else: `ITU-T X.510 / ISO/IEC 9584-11`, `n/a`.
    Text(&'a str),
}

impl<'a> Reference<'a> {
    /// Reads a reference, without the brackets that the registry puts around
    /// it. What it does not recognise is a [`Text`](Self::Text).
    ///
    /// ```
    /// use iana_ports::reference::Reference;
    ///
    /// assert_eq!(Reference::from_text("RFC6353"), Reference::Rfc { number: 6353, section: None });
    /// assert_eq!(Reference::from_text("rfc 6353"), Reference::from_text("RFC6353"));
    /// assert_eq!(Reference::from_text("TR-352"), Reference::Text("TR-352"));
    /// ```
    #[must_use]
    pub fn from_text(text: &'a str) -> Self {
        let trimmed = text.trim();
        rfc(trimmed)
            .or_else(|| internet_draft(trimmed))
            .or_else(|| is_uri(trimmed).then_some(Self::Uri(trimmed)))
            .unwrap_or(Self::Text(text))
    }

    /// Where to read the document: an RFC at the RFC Editor, a draft at the
    /// IETF Datatracker, a URI at itself; `None` for a text.
    ///
    /// ```
    /// use iana_ports::reference::Reference;
    ///
    /// let draft = Reference::from_text("RFC-ietf-regext-epp-quic-12");
    /// assert_eq!(
    ///     draft.url().unwrap().to_string(),
    ///     "https://datatracker.ietf.org/doc/html/draft-ietf-regext-epp-quic-12",
    /// );
    /// assert_eq!(Reference::from_text("n/a").url(), None);
    /// ```
    #[must_use]
    pub const fn url(self) -> Option<ReferenceUrl<'a>> {
        match self {
            Self::Text(_) => None,
            document => Some(ReferenceUrl { document }),
        }
    }
}

/// `RFC6353`, `RFC 6353`, `RFC-6353`, with or without a section.
fn rfc(text: &str) -> Option<Reference<'_>> {
    let text = strip_ignore_case(text, "RFC")?;
    let text = text.strip_prefix([' ', '-']).unwrap_or(text);
    let (number, tail) = split_where(text, |c| !c.is_ascii_digit());
    Some(Reference::Rfc { number: number.parse().ok()?, section: section(tail)? })
}

/// `draft-zubov-snif-05` or `RFC-ietf-dnssd-srp-25`, with or without a section.
fn internet_draft(text: &str) -> Option<Reference<'_>> {
    let (name, tail) = split_where(text, |c| c == ',' || c.is_whitespace());
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '+');
    let stem = draft_stem(name)?;
    if stem.is_empty() || !stem.chars().all(is_name) {
        return None;
    }
    Some(Reference::InternetDraft { name, section: section(tail)? })
}

/// The name of a draft without its first word.
fn draft_stem(name: &str) -> Option<&str> {
    strip_ignore_case(name, "draft-").or_else(|| strip_ignore_case(name, "RFC-"))
}

/// What a reference says after its document: nothing, or `, Section 6.1`.
/// `None` if it says something else.
fn section(tail: &str) -> Option<Option<&str>> {
    if tail.is_empty() {
        return Some(None);
    }
    let words = tail.trim_start_matches([',', ' ']);
    let number = strip_ignore_case(words, "Section ")?.trim_start();
    (words.len() < tail.len() && is_section(number)).then_some(Some(number))
}

/// Whether `text` numbers a section (`6.1`) or an appendix (`A`, `B.2`).
fn is_section(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = text.split('.');
    let first = parts.next().unwrap_or_default();
    (is_number(first) || matches!(first.as_bytes(), [b'A'..=b'Z'])) && parts.all(is_number)
}

/// Whether `text` is an address: a scheme and `://` (RFC 3986 section 3),
/// and no blank.
fn is_uri(text: &str) -> bool {
    let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    text.split_once("://").is_some_and(|(scheme, rest)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(is_scheme)
            && !rest.is_empty()
            && !rest.contains(char::is_whitespace)
    })
}

/// Splits before the first character that is `other`.
fn split_where(text: &str, other: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(other).unwrap_or(text.len()))
}

impl fmt::Display for Reference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| {
            let section = match *self {
                Self::Uri(text) | Self::Text(text) => return out.write_str(text),
                Self::Rfc { number, section } => {
                    write!(out, "RFC {number}")?;
                    section
                }
                Self::InternetDraft { name, section } => {
                    out.write_str(name)?;
                    section
                }
            };
            section.map_or(Ok(()), |section| write!(out, ", Section {section}"))
        })
    }
}

impl<'a> From<&'a str> for Reference<'a> {
    /// [`Reference::from_text`].
    fn from(text: &'a str) -> Self {
        Self::from_text(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Reference::{self, InternetDraft, Rfc, Text, Uri};

    #[test]
    fn rfcs() {
        for text in [
            "RFC8765, Section 6.1",
            "rfc8765,section 6.1",
            "RFC 8765 Section 6.1",
            " RFC-8765, SECTION  6.1 ",
        ] {
            assert_eq!(
                Reference::from_text(text),
                Rfc { number: 8765, section: Some("6.1") },
                "{text:?}"
            );
        }
        assert_eq!(Reference::from("RFC0854"), Rfc { number: 854, section: None });
        for text in [
            "RFC",
            "RFC ",
            "RFC-",
            "RFCWXYZ",
            "RFC  1",
            "RFC+1",
            "RFC6353a",
            "RFC4294967296",
            "RFC1, ",
            "RFC1,",
            "RFC1Section 2",
            "RFC1, Section",
            "RFC1, Section ",
            "RFC1, Section 1.",
            "RFC1, Section .1",
            "RFC1, Sections 1 and 2",
            "RFC1, Section 1 and 2",
            "RFC1, Section b",
            "RFC1, Section AB",
            "RFC1, Errata 2",
            "ＲＦＣ1",
            "RFC１",
            "éRFC1",
        ] {
            assert_eq!(Reference::from_text(text), Text(text));
        }
    }

    #[test]
    fn drafts() {
        for (text, name, section) in [
            ("draft-herbert-gue-02", "draft-herbert-gue-02", None),
            ("Draft-a_b.c+d-00 , section 4", "Draft-a_b.c+d-00", Some("4")),
            ("RFC-ietf-dnssd-srp-25", "RFC-ietf-dnssd-srp-25", None),
            ("rfc-ietf-dnssd-srp-25, Section A.1", "rfc-ietf-dnssd-srp-25", Some("A.1")),
        ] {
            assert_eq!(Reference::from_text(text), InternetDraft { name, section });
        }
        for text in [
            "draft",
            "draft-",
            "draft- a",
            "draft-a b",
            "draft-é",
            "draft-a, Section",
            "drafts-a",
            "draft-a/b",
        ] {
            assert_eq!(Reference::from_text(text), Text(text));
        }
    }

    #[test]
    fn uris_and_texts() {
        for text in ["https://xahau.network", "HTTP://a", "x+y-1.z://b"] {
            assert_eq!(Reference::from_text(text), Uri(text));
        }
        assert_eq!(Reference::from_text(" http://a "), Uri("http://a"));
        for text in [
            "",
            " ",
            "n/a",
            "http:a",
            "http://",
            "://a",
            "1http://a",
            "see http://a",
            "http://a b",
            "a_b://c",
        ] {
            assert_eq!(Reference::from_text(text), Text(text));
        }
    }

    #[test]
    fn what_is_displayed_reads_back() {
        let pieces = ["RFC", "draft-", "7", ", Section ", "4.3", "A", " ", "://", "x", "é"];
        for number in 0..10_usize.pow(5) {
            let text: String =
                (0..5).map(|place| pieces[number / 10_usize.pow(place) % 10]).collect();
            let reference = Reference::from_text(&text);
            assert_eq!(Reference::from_text(&reference.to_string()), reference, "{text:?}");
        }
    }
}
