//! The text that an error quotes: a bounded copy.

use core::{fmt, str};

use crate::text::text_traits::{compare_with_str, display_str};

/// A piece of text as an error quotes it: a copy of its first 63 bytes, so that
/// the error outlives the text that was parsed.
///
/// ```
/// use iana_ports::port_spec::{Fixed, ParsePortSpecError};
///
/// let error = Fixed::<1>::parse("22,htps").unwrap_err();
/// let ParsePortSpecError::UnknownName { item, .. } = error else { panic!("{error}") };
/// assert_eq!(item.as_str(), "htps");
/// ```
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Quoted {
    bytes: [u8; Self::MAX_LEN],
    len: usize,
}

impl Quoted {
    /// The bytes of the longest label of DNS (RFC 1035 section 2.3.4).
    const MAX_LEN: usize = 63;

    /// A longer text loses its end, at the boundary of a character.
    pub(crate) fn new(text: &str) -> Self {
        let mut quoted = Self { bytes: [0; Self::MAX_LEN], len: 0 };
        for character in text.chars() {
            let end = quoted.len + character.len_utf8();
            let Some(free) = quoted.bytes.get_mut(quoted.len..end) else { break };
            character.encode_utf8(free);
            quoted.len = end;
        }
        quoted
    }

    /// The text as it was written, or what of it fits into 63 bytes.
    ///
    /// ```
    /// use iana_ports::dns_sd::{ServiceLabel, ParseServiceLabelError};
    ///
    /// let error = ServiceLabel::parse("_https").unwrap_err();
    /// let ParseServiceLabelError::MissingTransport { name, .. } = error else { panic!("{error}") };
    /// assert_eq!(name.as_str(), "_https");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|text| str::from_utf8(text).ok()).unwrap_or_default()
    }
}

display_str!(Quoted);
compare_with_str!(Quoted, |quoted, text| quoted.as_str() == text);

impl fmt::Debug for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::Quoted;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(Quoted::new(&"é".repeat(32)).as_str(), "é".repeat(31));
        assert_eq!(Quoted::new(&"a".repeat(63)).as_str(), "a".repeat(63));
        assert_eq!(Quoted::new(&"a".repeat(64)).as_str(), "a".repeat(63));
        assert_eq!(Quoted::new("").as_str(), "");
    }

    #[test]
    fn is_its_text() {
        let quoted = Quoted::new("htps");
        assert_eq!(quoted, "htps");
        assert_eq!("htps", quoted);
        assert!(*"htps" == quoted);
        assert_ne!(quoted, "HTPS");
        assert_eq!(quoted.as_ref(), quoted.as_str());
    }

    #[test]
    fn debug_has_quotation_marks_and_display_a_width() {
        assert_eq!(format!("{0:?} {0:>5}", Quoted::new("a\"b")), r#""a\"b"   a"b"#);
    }
}
