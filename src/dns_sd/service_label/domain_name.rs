//! The presentation format of domain names (RFC 1035 section 5.1): labels, dots
//! and escapes.

use core::{iter, str};

use super::ParseServiceLabelError;

/// One label of a domain name, escapes and all.
#[derive(Clone, Copy)]
pub(super) struct Label<'a> {
    pub(super) text: &'a str,
    /// The byte of the domain name at which it begins.
    pub(super) position: usize,
}

/// The labels of a domain name from left to right, without the root's empty
/// one.
pub(super) fn labels(name: &str) -> impl Iterator<Item = Label<'_>> {
    let mut position = 0;
    iter::from_fn(move || {
        let rest = name.get(position..).filter(|rest| !rest.is_empty())?;
        let text = unescaped(rest, b'.').next().map_or(rest, |dot| &rest[..dot]);
        let label = Label { text, position };
        position += text.len() + 1;
        Some(label)
    })
}

/// What stands before the last dot of a text, if it has one, and what stands
/// behind it.
pub(super) fn split_last(text: &str) -> (Option<&str>, &str) {
    match unescaped(text, b'.').last() {
        Some(dot) => (Some(&text[..dot]), &text[dot + 1..]),
        None => (None, text),
    }
}

/// The positions of an ASCII character, where it is not escaped.
pub(super) fn unescaped(text: &str, wanted: u8) -> impl Iterator<Item = usize> + Clone {
    let mut escaped = false;
    let is_found = move |byte| {
        let found = byte == wanted && !escaped;
        escaped = byte == b'\\' && !escaped;
        found
    };
    text.bytes().map(is_found).enumerate().filter_map(|(position, found)| found.then_some(position))
}

/// Whether DNS can carry the name (RFC 1035 section 2.3.4), as far as it can be
/// known: its first bytes, `front`, may be one label whose dots and backslashes
/// are not escaped.
pub(super) fn check(name: &str, front: usize) -> Result<(), ParseServiceLabelError> {
    if name.is_empty() {
        return Err(ParseServiceLabelError::Empty);
    }
    let mut on_the_wire = 1; // the root
    for label in labels(name) {
        on_the_wire += match label.length() {
            Err(ParseServiceLabelError::EmptyLabel { .. }) if label.position < front => 1,
            Err(ParseServiceLabelError::BadEscape { .. }) if label.position < front => {
                1 + label.check_length(label.octets().count())?
            }
            length => 1 + length?,
        };
    }
    if on_the_wire > 255 {
        return Err(ParseServiceLabelError::NameTooLong { length: on_the_wire });
    }
    Ok(())
}

impl<'a> Label<'a> {
    /// The octets that the label stands for, each with the position at which it
    /// is written. A backslash that begins no escape is an error, and what
    /// follows it stands for itself.
    pub(super) fn octets(
        self,
    ) -> impl Iterator<Item = Result<(usize, u8), ParseServiceLabelError>> + Clone + 'a {
        let mut rest = self.text.as_bytes();
        iter::from_fn(move || {
            let position = self.position + self.text.len() - rest.len();
            let (octet, written) = match *rest {
                [] => return None,
                [b'\\', b'0'..=b'9', ..] => (decimal(rest), 4),
                [b'\\', escaped, ..] => (Some(escaped), 2),
                [b'\\'] => (None, 1),
                [plain, ..] => (Some(plain), 1),
            };
            rest = rest.get(if octet.is_some() { written } else { 1 }..).unwrap_or_default();
            Some(
                octet
                    .map(|octet| (position, octet))
                    .ok_or(ParseServiceLabelError::BadEscape { position }),
            )
        })
    }

    /// The number of its octets, 1 to 63.
    pub(super) fn length(self) -> Result<usize, ParseServiceLabelError> {
        let length = self.octets().try_fold(0, |length, octet| octet.map(|_| length + 1))?;
        self.check_length(length)
    }

    fn check_length(self, length: usize) -> Result<usize, ParseServiceLabelError> {
        let position = self.position;
        match length {
            0 => Err(ParseServiceLabelError::EmptyLabel { position }),
            1..=63 => Ok(length),
            _ => Err(ParseServiceLabelError::LabelTooLong { position, length }),
        }
    }
}

/// The octet that `\DDD` stands for.
fn decimal(escape: &[u8]) -> Option<u8> {
    str::from_utf8(escape.get(1..4)?).ok()?.parse().ok()
}
