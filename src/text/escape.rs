//! Escapes: text in which some characters are written otherwise, piece by piece
//! as `Display` gives it.

use core::fmt::{self, Display, Formatter, Write};

/// Writes a value; for the characters that are `special`, `escape` writes what
/// stands in their place.
pub(crate) fn escaped(
    f: &mut Formatter<'_>,
    value: impl Display,
    special: impl Fn(char) -> bool,
    escape: impl Fn(&mut Formatter<'_>, char) -> fmt::Result,
) -> fmt::Result {
    write!(Escaping { f, special, escape }, "{value}")
}

struct Escaping<'a, 'f, S, E> {
    f: &'a mut Formatter<'f>,
    special: S,
    escape: E,
}

impl<S, E> Write for Escaping<'_, '_, S, E>
where
    S: Fn(char) -> bool,
    E: Fn(&mut Formatter<'_>, char) -> fmt::Result,
{
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.split_inclusive(&self.special).try_for_each(|piece| {
            let Some(last) = piece.chars().next_back().filter(|&c| (self.special)(c)) else {
                return self.f.write_str(piece);
            };
            self.f.write_str(piece.strip_suffix(last).unwrap_or(piece))?;
            (self.escape)(self.f, last)
        })
    }
}
