//! DCCP service codes as characters.

use core::fmt;

/// The one to four ASCII characters that a
/// [`ServiceCode`](crate::service_code::ServiceCode) spells (RFC 4340, Section
/// 8.1.2), as in the column "ASCII" of IANA's Service Codes registry.
///
/// ```
/// use iana_ports::service_code::ServiceCode;
///
/// let discard = ServiceCode::new(1145656131).ascii().unwrap();
/// assert_eq!(discard.as_str(), "DISC");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AsciiServiceCode {
    bytes: [u8; 4],
    /// What comes after is padding.
    length: usize,
}

impl AsciiServiceCode {
    /// What four bytes spell, if each may stand in a text.
    pub(super) fn of_bytes(bytes: [u8; 4]) -> Option<Self> {
        let length = bytes.iter().rposition(|&byte| byte != b' ')? + 1;
        bytes[..length]
            .iter()
            .all(|&byte| Self::may_hold(char::from(byte)))
            .then_some(Self { bytes, length })
    }

    /// Whether RFC 4340 allows the character after `SC:`.
    pub(super) const fn may_hold(character: char) -> bool {
        character.is_ascii_alphanumeric()
            || matches!(character, '-' | '_' | '+' | '.' | '*' | '/' | '?' | '@')
    }

    /// The characters, without the padding.
    ///
    /// ```
    /// use iana_ports::service_code::ServiceCode;
    ///
    /// assert_eq!(ServiceCode::new(1885957735).ascii().unwrap().as_str(), "ping");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl fmt::Display for AsciiServiceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for AsciiServiceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl AsRef<str> for AsciiServiceCode {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for AsciiServiceCode {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == text
    }
}

impl PartialEq<&str> for AsciiServiceCode {
    fn eq(&self, text: &&str) -> bool {
        self == *text
    }
}

impl PartialEq<AsciiServiceCode> for str {
    fn eq(&self, code: &AsciiServiceCode) -> bool {
        code == self
    }
}

impl PartialEq<AsciiServiceCode> for &str {
    fn eq(&self, code: &AsciiServiceCode) -> bool {
        code == *self
    }
}

#[cfg(test)]
mod tests {
    use super::AsciiServiceCode;

    #[test]
    fn the_characters_of_the_rfc() {
        for character in '\0'..='\u{250}' {
            let allowed =
                matches!(u32::from(character), 42 | 43 | 45..=57 | 63..=90 | 95 | 97..=122);
            assert_eq!(AsciiServiceCode::may_hold(character), allowed, "{character:?}");
        }
    }

    #[test]
    fn spaces_pad_on_the_right_only() {
        let text = |bytes| AsciiServiceCode::of_bytes(bytes).map(|ascii| ascii.to_string());
        assert_eq!(text(*b"A   ").unwrap(), "A");
        for bytes in [*b"    ", *b"  A ", *b"A B ", *b"ABC\n", *b"ABC\0", *b"\0ABC", *b"AB\xc3\xa9"]
        {
            assert_eq!(text(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn is_its_text() {
        let ascii = AsciiServiceCode::of_bytes(*b"LTP ").unwrap();
        assert_eq!(ascii, "LTP");
        assert_eq!("LTP", ascii);
        assert_eq!(&ascii, "LTP");
        assert_eq!("LTP", &ascii);
        assert_ne!(ascii, "LTP ");
        assert_eq!(ascii.as_ref(), ascii.as_str());
        assert_eq!(format!("[{ascii:<4}] {ascii:?}"), "[LTP ] \"LTP\"");
    }
}
