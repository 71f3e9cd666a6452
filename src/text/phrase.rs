//! Phrases in prose, in any ASCII case and with any blanks between their words.

use core::fmt;

/// `str::strip_prefix`, ignoring ASCII case.
pub(crate) fn strip_ignore_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// The texts after each place where `phrase` stands.
pub(crate) fn each_after<'a>(text: &'a str, phrase: &str) -> impl Iterator<Item = &'a str> {
    // Nearly no place begins with the same byte; one inside a character is none.
    let is_first =
        |byte: u8| phrase.as_bytes().first().is_some_and(|first| first.eq_ignore_ascii_case(&byte));
    let places = text.bytes().enumerate().filter(move |(_, byte)| is_first(*byte));
    places.filter_map(move |(at, _)| strip_phrase(text.get(at..)?, phrase))
}

/// Takes `phrase` off the front of `text`, in any case and with any blanks
/// between its words.
pub(crate) fn strip_phrase<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let mut words = phrase.split(' ');
    let text = strip_ignore_case(text, words.next()?)?;
    words.try_fold(text, |rest, word| strip_ignore_case(rest.trim_start(), word))
}

/// The text between the quotation mark which begins `text` and the next.
pub(crate) fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.split_once('"').map(|(inside, _)| inside)
}

/// A handle or a reference without the brackets around it, if it has them.
pub(crate) fn bare(part: &str) -> &str {
    part.strip_prefix('[').and_then(|part| part.strip_suffix(']')).unwrap_or(part)
}

/// The sentence by which the description of a service announces that its name
/// replaces another, the alias.
pub(crate) struct Replacement<'a>(pub(crate) &'a str);

/// The sentence of [`Replacement`] up to the name.
pub(crate) const REPLACEMENT: &str =
    "IANA assigned this well-formed service name as a replacement for";

impl fmt::Display for Replacement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{REPLACEMENT} \"{}\".", self.0)
    }
}
