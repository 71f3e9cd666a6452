//! The syntax of a service name, RFC 6335 section 5.1.

use thiserror::Error;

use crate::text::text_traits::text_without_case;

/// A service name whose syntax was checked against [RFC 6335 section 5.1].
///
/// A name has 1 to 15 characters, all of them ASCII letters, digits or hyphens,
/// at least one of them a letter; no hyphen begins or ends it, and no two
/// hyphens are adjacent. Such a name need not be registered, and 97 names of
/// the registry are older than the syntax and break it: `whois++`, `914c/g`,
/// `dec_dlm`.
///
/// Names are equal, ordered and hashed without ASCII case;
/// [`Display`](core::fmt::Display) keeps the spelling.
///
/// ```
/// use iana_ports::service_name::{ServiceName, ParseServiceNameError};
///
/// let name = ServiceName::parse("EtherNet-IP-1")?;
/// assert_eq!(name, ServiceName::parse("ethernet-ip-1")?);
/// assert_eq!(name.to_string(), "EtherNet-IP-1");
/// # Ok::<(), ParseServiceNameError>(())
/// ```
///
/// [RFC 6335 section 5.1]: https://www.rfc-editor.org/rfc/rfc6335#section-5.1
#[derive(Clone, Copy, Debug)]
pub struct ServiceName<'a>(&'a str);

impl<'a> ServiceName<'a> {
    /// The most characters that a service name has.
    ///
    /// ```
    /// use iana_ports::service_name::ServiceName;
    ///
    /// assert_eq!(ServiceName::parse("afs3-fileserver")?.as_str().len(), ServiceName::MAX_LEN);
    /// # Ok::<(), iana_ports::service_name::ParseServiceNameError>(())
    /// ```
    pub const MAX_LEN: usize = 15;

    /// Checks the syntax of a name.
    ///
    /// ```
    /// use iana_ports::service_name::ServiceName;
    ///
    /// const IPP: ServiceName<'static> = match ServiceName::parse("ipp") {
    ///     Ok(name) => name,
    ///     Err(_) => panic!("a service name"),
    /// };
    /// assert_eq!(IPP, "ipp");
    ///
    /// let error = ServiceName::parse("914c/g").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "character '/' at byte 4 of a service name, expected an ASCII letter, digit or hyphen",
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// The first rule that the name breaks, in the order of the variants of
    /// [`ParseServiceNameError`].
    pub const fn parse(name: &'a str) -> Result<Self, ParseServiceNameError> {
        let bytes = name.as_bytes();
        let length = bytes.len();
        if length == 0 {
            return Err(ParseServiceNameError::Empty);
        }

        let mut has_letter = false;
        let mut adjacent_hyphens = None;
        let mut position = 0;
        while position < length {
            match bytes[position] {
                b'a'..=b'z' | b'A'..=b'Z' => has_letter = true,
                b'0'..=b'9' => {}
                b'-' => {
                    if position > 0 && bytes[position - 1] == b'-' && adjacent_hyphens.is_none() {
                        adjacent_hyphens = Some(position - 1);
                    }
                }
                _ => {
                    let character = char_at(bytes, position);
                    return Err(ParseServiceNameError::BadCharacter { character, position });
                }
            }
            position += 1;
        }

        if length > Self::MAX_LEN {
            return Err(ParseServiceNameError::TooLong { length });
        }
        if bytes[0] == b'-' {
            return Err(ParseServiceNameError::LeadingHyphen);
        }
        if bytes[length - 1] == b'-' {
            return Err(ParseServiceNameError::TrailingHyphen { position: length - 1 });
        }
        if let Some(position) = adjacent_hyphens {
            return Err(ParseServiceNameError::AdjacentHyphens { position });
        }
        if !has_letter {
            return Err(ParseServiceNameError::NoLetter { length });
        }
        Ok(Self(name))
    }

    /// Every rule that a name breaks, in the order of the variants of
    /// [`ParseServiceNameError`]; none, if [`parse`](Self::parse) takes it.
    ///
    /// Each character that is not allowed is told, any other rule once: who
    /// forgives one rule does not forgive the others with it.
    ///
    /// ```
    /// use iana_ports::service_name::ServiceName;
    ///
    /// let broken = ServiceName::broken_rules("-1234_567890123456");
    /// assert!(broken.map(|rule| rule.to_string()).eq([
    ///     "character '_' at byte 5 of a service name, expected an ASCII letter, digit or hyphen",
    ///     "service name of 18 characters, expected at most 15",
    ///     "character '-' at byte 0 of a service name, expected a letter or digit at its beginning",
    ///     "service name of 18 characters without a letter, expected at least one",
    /// ]));
    /// ```
    pub fn broken_rules(name: &str) -> impl Iterator<Item = ParseServiceNameError> + Clone {
        use ParseServiceNameError as Rule;
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let bad = name.char_indices().filter(move |(_, c)| !is_allowed(*c));
        let length = name.chars().count();
        let last = name.len().wrapping_sub(1);
        let others = [
            (length > Self::MAX_LEN).then_some(Rule::TooLong { length }),
            name.starts_with('-').then_some(Rule::LeadingHyphen),
            name.ends_with('-').then_some(Rule::TrailingHyphen { position: last }),
            name.find("--").map(|position| Rule::AdjacentHyphens { position }),
            (length > 0 && !name.bytes().any(|byte| byte.is_ascii_alphabetic()))
                .then_some(Rule::NoLetter { length }),
        ];
        (length == 0)
            .then_some(Rule::Empty)
            .into_iter()
            .chain(bad.map(|(position, character)| Rule::BadCharacter { character, position }))
            .chain(others.into_iter().flatten())
    }

    /// The name as it was spelled.
    ///
    /// ```
    /// use iana_ports::service_name::ServiceName;
    ///
    /// assert_eq!(ServiceName::parse("3Com-nsd")?.as_str(), "3Com-nsd");
    /// # Ok::<(), iana_ports::service_name::ParseServiceNameError>(())
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }
}

text_without_case!(ServiceName);

impl<'a> TryFrom<&'a str> for ServiceName<'a> {
    type Error = ParseServiceNameError;

    fn try_from(name: &'a str) -> Result<Self, ParseServiceNameError> {
        Self::parse(name)
    }
}

/// The character that begins at `position` of well-formed UTF-8; `str::chars`
/// is not `const`.
const fn char_at(text: &[u8], position: usize) -> char {
    let lead = text[position] as u32;
    let (mut code, length) = match lead {
        0..0x80 => (lead, 1),
        0x80..0xe0 => (lead & 0x1f, 2),
        0xe0..0xf0 => (lead & 0x0f, 3),
        _ => (lead & 0x07, 4),
    };
    let mut i = 1;
    while i < length && position + i < text.len() {
        code = code << 6 | (text[position + i] & 0x3f) as u32;
        i += 1;
    }
    match char::from_u32(code) {
        Some(character) => character,
        None => char::REPLACEMENT_CHARACTER,
    }
}

/// The rule of [RFC 6335 section 5.1] that a name breaks.
///
/// ```
/// use iana_ports::service_name::{ServiceName, ParseServiceNameError};
///
/// let error = ServiceName::parse("androidtvremote2").unwrap_err();
/// assert!(matches!(error, ParseServiceNameError::TooLong { length: 16, .. }));
/// assert_eq!(error.to_string(), "service name of 16 characters, expected at most 15");
/// ```
///
/// [RFC 6335 section 5.1]: https://www.rfc-editor.org/rfc/rfc6335#section-5.1
#[derive(Clone, Copy, Eq, Error, Hash, PartialEq)]
#[non_exhaustive]
pub enum ParseServiceNameError {
    /// The name is empty.
    #[error("empty service name, expected 1 to {} characters", ServiceName::MAX_LEN)]
    Empty,
    /// A character is neither an ASCII letter nor a digit nor a hyphen.
    #[error(
        "character {character:?} at byte {position} of a service name, expected an ASCII letter, digit or hyphen"
    )]
    #[non_exhaustive]
    BadCharacter {
        /// The first such character.
        character: char,
        /// The byte of the name at which it begins, from 0.
        position: usize,
    },
    /// The name has more than 15 characters.
    #[error("service name of {length} characters, expected at most {}", ServiceName::MAX_LEN)]
    #[non_exhaustive]
    TooLong {
        /// The number of its characters.
        length: usize,
    },
    /// The name begins with a hyphen.
    #[error(
        "character '-' at byte 0 of a service name, expected a letter or digit at its beginning"
    )]
    LeadingHyphen,
    /// The name ends with a hyphen.
    #[error(
        "character '-' at byte {position} of a service name, expected a letter or digit at its end"
    )]
    #[non_exhaustive]
    TrailingHyphen {
        /// The byte of the name that is the hyphen, from 0.
        position: usize,
    },
    /// Two hyphens are adjacent.
    #[error("\"--\" at byte {position} of a service name, expected no two adjacent hyphens")]
    #[non_exhaustive]
    AdjacentHyphens {
        /// The byte of the name that is the first of the two, from 0.
        position: usize,
    },
    /// The name has no letter; without this rule a name could be taken for a
    /// port number.
    #[error("service name of {length} characters without a letter, expected at least one")]
    #[non_exhaustive]
    NoLetter {
        /// The number of its characters.
        length: usize,
    },
}

crate::text::text_traits::debug_as_display!(ParseServiceNameError);

#[cfg(test)]
mod tests;
