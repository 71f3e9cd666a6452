//! Contact URIs.

use core::fmt;

use crate::text::pad::pad_display;
use crate::text::text_traits::compare_with_str;
use crate::values::contact::Email;
use crate::values::word::word;

/// One URI of a contact, from the column "Contact URI" of the registry's
/// Contact Information table, with the text as IANA has it.
///
/// Nearly all are `mailto:` URIs, written with `&` for `@`:
/// [`email`](Self::email) reads the address. A few are broken; their text is
/// always here.
///
/// # Example
///
/// ```
/// use iana_ports::contact::{Uri, UriKind};
/// use iana_ports::lookup_contact;
///
/// let uri = Uri::from_text("mailto:kenta.kambara&hpe.com");
/// assert_eq!(uri.kind(), UriKind::Mail);
/// assert_eq!(uri.email().unwrap(), "kenta.kambara@hpe.com");
/// assert_eq!(lookup_contact("Kenta_Kambara").unwrap().uris().next(), Some(uri));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uri<'a> {
    /// Whether `mailto:` stands before `text`, which the tables leave out.
    is_mailto: bool,
    text: &'a str,
}

const MAILTO: &str = "mailto:";

impl<'a> Uri<'a> {
    /// The URI of a text, which is not checked.
    ///
    /// ```
    /// use iana_ports::contact::Uri;
    ///
    /// assert_eq!(Uri::from_text("tel:+1-604-681-4549"), "tel:+1-604-681-4549");
    /// ```
    #[must_use]
    pub fn from_text(text: &'a str) -> Self {
        match text.strip_prefix(MAILTO) {
            Some(rest) => Self::mailto(rest),
            None => Self { is_mailto: false, text },
        }
    }

    /// The URI that has `mailto:` before a text.
    pub(crate) const fn mailto(text: &'a str) -> Self {
        Self { is_mailto: true, text }
    }

    /// The scheme, as it is spelled; empty if there is no colon.
    ///
    /// ```
    /// use iana_ports::contact::Uri;
    ///
    /// assert_eq!(Uri::from_text("http://xippix.com").scheme(), "http");
    /// ```
    #[must_use]
    pub fn scheme(self) -> &'a str {
        self.split().0
    }

    /// What follows the scheme and its colon; everything if there is no colon.
    ///
    /// ```
    /// use iana_ports::contact::Uri;
    ///
    /// // This is the whole contact of `[SAP_2]`.
    /// let uri = Uri::from_text("mailto:Giriraj Harapanahalli");
    /// assert_eq!(uri.after_scheme(), "Giriraj Harapanahalli");
    /// assert_eq!(uri.email(), None);
    /// ```
    #[must_use]
    pub fn after_scheme(self) -> &'a str {
        self.split().1
    }

    /// The scheme, and what follows its colon.
    fn split(self) -> (&'a str, &'a str) {
        if self.is_mailto {
            return ("mailto", self.text);
        }
        self.text.split_once(':').unwrap_or(("", self.text))
    }

    /// What the URI leads to, by its scheme in any ASCII case (RFC 3986
    /// section 3.1).
    ///
    /// ```
    /// use iana_ports::contact::{Uri, UriKind};
    ///
    /// assert_eq!(Uri::from_text("tel:+1-604-681-4549").kind(), UriKind::Telephone);
    /// assert_eq!(Uri::from_text("http://xippix.com").kind(), UriKind::Web);
    /// ```
    #[must_use]
    pub fn kind(self) -> UriKind {
        let is = |scheme: &str| self.scheme().eq_ignore_ascii_case(scheme);
        if is("mailto") {
            UriKind::Mail
        } else if is("tel") {
            UriKind::Telephone
        } else if is("http") || is("https") {
            UriKind::Web
        } else {
            UriKind::Other
        }
    }

    /// The address of a `mailto:` URI; `None` if the URI is not of that
    /// scheme or what it holds is no address. [`Email`] has the rules.
    ///
    /// ```
    /// use iana_ports::contact::Uri;
    ///
    /// assert_eq!(Uri::from_text("mailto:anthurbe@cisco.com>").email().unwrap(), "anthurbe@cisco.com");
    /// assert_eq!(Uri::from_text("tel:+1-604-681-4549").email(), None);
    /// ```
    #[must_use]
    pub fn email(self) -> Option<Email<'a>> {
        if self.kind() == UriKind::Mail { Email::of_mailto(self.after_scheme()) } else { None }
    }
}

/// The text, as in the registry.
impl fmt::Display for Uri<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.is_mailto { MAILTO } else { "" };
        pad_display(f, |out| write!(out, "{scheme}{}", self.text))
    }
}

impl fmt::Debug for Uri<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Uri({self})")
    }
}

impl<'a> From<&'a str> for Uri<'a> {
    fn from(text: &'a str) -> Self {
        Self::from_text(text)
    }
}

compare_with_str!(Uri<'_>, |uri, text| *uri == Uri::from_text(text));

/// What a [`Uri`] leads to.
///
/// The registry may come to use other schemes, hence `#[non_exhaustive]`.
///
/// ```
/// use iana_ports::contact::{Uri, UriKind};
///
/// assert_eq!(Uri::from_text("http://www.insidersoftware.com").kind(), UriKind::Web);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum UriKind {
    /// `mailto:` (RFC 6068): a mailbox, see [`Uri::email`].
    Mail,
    /// `tel:` (RFC 3966): a telephone number.
    Telephone,
    /// `http:` or `https:` (RFC 9110): a web page.
    Web,
    /// Any other scheme, or none.
    Other,
}

word! {
    UriKind,
    /// The kind as a word.
    ///
    /// ```
    /// use iana_ports::contact::UriKind;
    ///
    /// assert_eq!(UriKind::Telephone.as_str(), "telephone");
    /// ```
    as_str { Mail: "mail", Telephone: "telephone", Web: "web", Other: "other" }
    /// A text that is no [`UriKind`].
    ///
    /// ```
    /// use iana_ports::contact::UriKind;
    ///
    /// assert_eq!("web".parse(), Ok(UriKind::Web));
    /// let error = "mailto".parse::<UriKind>().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "unknown kind of URI \"mailto\", expected mail, telephone, web or other",
    /// );
    /// ```
    ParseUriKindError: "unknown kind of URI {found:?}, expected mail, telephone, web or other"
}

#[cfg(test)]
mod tests {
    use super::{Uri, UriKind};

    #[test]
    fn kinds_by_scheme_in_any_case() {
        for (text, kind) in [
            ("mailto:a&b.example", UriKind::Mail),
            ("MailTo:", UriKind::Mail),
            ("TEL:+1", UriKind::Telephone),
            ("http://a", UriKind::Web),
            ("HTTPS://a", UriKind::Web),
            ("sip:a@b", UriKind::Other),
            ("mailto", UriKind::Other),
            (" mailto:a", UriKind::Other),
            ("telnet:a", UriKind::Other),
            ("ма:il", UriKind::Other),
            (":", UriKind::Other),
            ("", UriKind::Other),
        ] {
            assert_eq!(Uri::from_text(text).kind(), kind, "{text:?}");
        }
    }

    #[test]
    fn only_mailto_has_an_address() {
        assert_eq!(Uri::from_text("MAILTO:a&b.example").email().unwrap(), "a@b.example");
        for text in ["a&b.example", "sip:a@b.example", "http://a@b.example", "", "mailto:"] {
            assert_eq!(Uri::from_text(text).email(), None, "{text:?}");
        }
    }

    #[test]
    fn is_its_text() {
        let uri = Uri::from("tel:+1");
        assert_eq!(uri, "tel:+1");
        assert_eq!("tel:+1", uri);
        assert_eq!(&uri, "tel:+1");
        assert_eq!("tel:+1", &uri);
        assert_eq!(format!("{uri:?}"), "Uri(tel:+1)");
        for (text, scheme, rest) in [
            ("mailto:a&b", "mailto", "a&b"),
            ("mailto:", "mailto", ""),
            ("MAILTO:a", "MAILTO", "a"),
            ("tel:+1:2", "tel", "+1:2"),
            ("no scheme", "", "no scheme"),
            ("", "", ""),
        ] {
            let uri = Uri::from_text(text);
            assert_eq!(
                (uri.to_string().as_str(), uri.scheme(), uri.after_scheme()),
                (text, scheme, rest)
            );
            assert_eq!(uri, text);
            assert_eq!(text, uri);
            assert_ne!(uri, "mailto:other");
        }
    }
}
