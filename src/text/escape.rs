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

/// What a type displays, with control characters and others that cannot be
/// seen or that change how text is shown escaped as Rust does: a name out of a
/// registry may be anything.
pub(crate) struct Printable<T>(pub(crate) T);

impl<T: Display> Display for Printable<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        escaped(f, &self.0, |c| !is_printable(c), |f, c| write!(f, "{}", c.escape_debug()))
    }
}

/// Whether a character is shown as it is.
fn is_printable(c: char) -> bool {
    // Quotes and the backslash are escaped in Rust's literals only.
    matches!(c, '"' | '\'' | '\\') || c.escape_debug().len() == 1
}

#[cfg(test)]
mod tests {
    use super::Printable;

    #[test]
    fn only_what_can_be_seen_is_written() {
        for (text, shown) in [
            ("", ""),
            ("FORTÉ \"Vision\" 'a' \\n √´", "FORTÉ \"Vision\" 'a' \\n √´"),
            ("a\u{1b}[31m\0\u{9b}b", r"a\u{1b}[31m\0\u{9b}b"),
            ("\u{202e}\u{feff}\u{2028}\r\n\t", r"\u{202e}\u{feff}\u{2028}\r\n\t"),
        ] {
            assert_eq!(Printable(text).to_string(), shown);
        }
        for c in '\0'..=char::MAX {
            let shown = Printable(c).to_string();
            assert!(!shown.contains(char::is_control), "{c:?}");
        }
    }
}
