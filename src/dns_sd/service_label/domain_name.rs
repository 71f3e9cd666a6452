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
        let text = unescaped_dot(rest).map_or(rest, |dot| &rest[..dot]);
        let label = Label { text, position };
        position += text.len() + 1;
        Some(label)
    })
}

/// A domain name without its last label, if it has others, and its last label.
pub(super) fn split_last(name: &str) -> (Option<&str>, &str) {
    let position = labels(name).last().map_or(0, |label| label.position);
    let (before, last) = name.split_at(position);
    (before.strip_suffix('.'), last)
}

/// Whether DNS can carry the name (RFC 1035 section 2.3.4).
pub(super) fn check(name: &str) -> Result<(), ParseServiceLabelError> {
    if name.is_empty() {
        return Err(ParseServiceLabelError::Empty);
    }
    let mut on_the_wire = 1; // the root
    for label in labels(name) {
        let position = label.position;
        let length = label.octets().try_fold(0, |length, octet| octet.map(|_| length + 1))?;
        match length {
            0 => return Err(ParseServiceLabelError::EmptyLabel { position }),
            1..=63 => on_the_wire += 1 + length,
            _ => return Err(ParseServiceLabelError::LabelTooLong { position, length }),
        }
    }
    if on_the_wire > 255 {
        return Err(ParseServiceLabelError::NameTooLong { length: on_the_wire });
    }
    Ok(())
}

impl<'a> Label<'a> {
    /// The octets that the label stands for, each with the position at which it
    /// is written.
    pub(super) fn octets(
        self,
    ) -> impl Iterator<Item = Result<(usize, u8), ParseServiceLabelError>> + 'a {
        let mut rest = self.text.as_bytes();
        iter::from_fn(move || {
            let position = self.position + self.text.len() - rest.len();
            let octet;
            (octet, rest) = match *rest {
                [] => return None,
                [b'\\', b'0'..=b'9', ..] => (decimal(rest), rest.get(4..).unwrap_or_default()),
                [b'\\', ref after @ ..] => {
                    (after.first().copied(), after.get(1..).unwrap_or_default())
                }
                [plain, ref after @ ..] => (Some(plain), after),
            };
            Some(
                octet
                    .map(|octet| (position, octet))
                    .ok_or(ParseServiceLabelError::BadEscape { position }),
            )
        })
    }
}

/// The octet that `\DDD` stands for.
fn decimal(escape: &[u8]) -> Option<u8> {
    str::from_utf8(escape.get(1..4)?).ok()?.parse().ok()
}

fn unescaped_dot(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let found = byte == b'.' && !escaped;
        escaped = byte == b'\\' && !escaped;
        found
    })
}
