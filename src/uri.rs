//! Contact URIs.

use core::fmt;

use crate::Email;

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
/// use iana_ports::{Uri, UriKind, lookup_contact};
///
/// let uri = Uri::new("mailto:kenta.kambara&hpe.com");
/// assert_eq!(uri.kind(), UriKind::Mail);
/// assert_eq!(uri.email().unwrap(), "kenta.kambara@hpe.com");
/// # #[cfg(feature = "contacts")]
/// assert_eq!(lookup_contact("Kenta_Kambara").unwrap().uris().next(), Some(uri));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uri<'a>(&'a str);

impl<'a> Uri<'a> {
    /// The URI of a text, which is not checked.
    ///
    /// ```
    /// use iana_ports::Uri;
    ///
    /// assert_eq!(Uri::new("tel:+1-604-681-4549").as_str(), "tel:+1-604-681-4549");
    /// ```
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// The text, as in the registry.
    ///
    /// ```
    /// use iana_ports::Uri;
    ///
    /// // This is the whole contact of `[SAP_2]`.
    /// let uri = Uri::new("mailto:Giriraj Harapanahalli");
    /// assert_eq!(uri.as_str(), "mailto:Giriraj Harapanahalli");
    /// assert_eq!(uri.email(), None);
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }

    /// What the URI leads to, by its scheme in any ASCII case (RFC 3986,
    /// Section 3.1).
    ///
    /// ```
    /// use iana_ports::{Uri, UriKind};
    ///
    /// assert_eq!(Uri::new("tel:+1-604-681-4549").kind(), UriKind::Telephone);
    /// assert_eq!(Uri::new("http://xippix.com").kind(), UriKind::Web);
    /// ```
    #[must_use]
    pub fn kind(self) -> UriKind {
        if self.after("mailto").is_some() {
            UriKind::Mail
        } else if self.after("tel").is_some() {
            UriKind::Telephone
        } else if self.after("http").or(self.after("https")).is_some() {
            UriKind::Web
        } else {
            UriKind::Other
        }
    }

    /// The address of a `mailto:` URI; `None` if the URI is not of that
    /// scheme or what it holds is no address. [`Email`] has the rules.
    ///
    /// ```
    /// use iana_ports::Uri;
    ///
    /// assert_eq!(Uri::new("mailto:anthurbe@cisco.com>").email().unwrap(), "anthurbe@cisco.com");
    /// assert_eq!(Uri::new("tel:+1-604-681-4549").email(), None);
    /// ```
    #[must_use]
    pub fn email(self) -> Option<Email<'a>> {
        self.after("mailto").and_then(Email::of_mailto)
    }

    /// What follows `scheme` and its colon, if the URI begins with them.
    fn after(self, scheme: &str) -> Option<&'a str> {
        let (own, rest) = self.0.split_once(':')?;
        own.eq_ignore_ascii_case(scheme).then_some(rest)
    }
}

impl fmt::Display for Uri<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl AsRef<str> for Uri<'_> {
    fn as_ref(&self) -> &str {
        self.0
    }
}

impl<'a> From<&'a str> for Uri<'a> {
    fn from(text: &'a str) -> Self {
        Self(text)
    }
}

impl<'a> From<Uri<'a>> for &'a str {
    fn from(uri: Uri<'a>) -> Self {
        uri.0
    }
}

impl PartialEq<str> for Uri<'_> {
    fn eq(&self, text: &str) -> bool {
        self.0 == text
    }
}

impl PartialEq<&str> for Uri<'_> {
    fn eq(&self, text: &&str) -> bool {
        self.0 == *text
    }
}

impl PartialEq<Uri<'_>> for str {
    fn eq(&self, uri: &Uri<'_>) -> bool {
        self == uri.0
    }
}

impl PartialEq<Uri<'_>> for &str {
    fn eq(&self, uri: &Uri<'_>) -> bool {
        *self == uri.0
    }
}

/// What a [`Uri`] leads to.
///
/// The registry may come to use other schemes, hence `#[non_exhaustive]`.
///
/// ```
/// use iana_ports::{Uri, UriKind};
///
/// assert_eq!(Uri::new("http://www.insidersoftware.com").kind(), UriKind::Web);
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
            assert_eq!(Uri::new(text).kind(), kind, "{text:?}");
        }
    }

    #[test]
    fn only_mailto_has_an_address() {
        assert_eq!(Uri::new("MAILTO:a&b.example").email().unwrap(), "a@b.example");
        for text in ["a&b.example", "sip:a@b.example", "http://a@b.example", "", "mailto:"] {
            assert_eq!(Uri::new(text).email(), None, "{text:?}");
        }
    }

    #[test]
    fn is_its_text() {
        let uri = Uri::from("tel:+1");
        assert_eq!(uri, "tel:+1");
        assert_eq!("tel:+1", uri);
        assert_eq!(&uri, "tel:+1");
        assert_eq!("tel:+1", &uri);
        assert_eq!((uri.as_ref(), <&str>::from(uri)), ("tel:+1", "tel:+1"));
        assert_eq!(format!("[{uri:>8}]"), "[  tel:+1]");
        assert_eq!(format!("{uri:?}"), "Uri(\"tel:+1\")");
    }
}
