//! Collapsing of white space and escaping of control characters, so that a text
//! fits on one line.

use core::fmt::{self, Write};

use crate::text::joined::joined;

/// A text on one line: each run of blanks and line ends is one blank, and a
/// control character is written as `\u{1b}`.
pub(crate) struct OneLine<'a>(pub(crate) &'a str);

impl<'a> OneLine<'a> {
    pub(crate) fn words(&self) -> impl Iterator<Item = Word<'a>> + use<'a> {
        self.0.split_whitespace().map(Word)
    }
}

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        joined(f, ["", " "], self.words(), |f, word| word.fmt(f))
    }
}

/// A word: text between white space.
pub(crate) struct Word<'a>(&'a str);

impl fmt::Display for Word<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| {
            if c.is_control() { write!(f, "{}", c.escape_unicode()) } else { f.write_char(c) }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::OneLine;

    #[test]
    fn nothing_ends_the_line() {
        for (text, line) in [
            ("", ""),
            ("\n", ""),
            ("a\r\nb\u{b}\u{c}c\u{85}d\u{2028}e\u{2029}f", "a b c d e f"),
            ("  two   words\t", "two words"),
            ("\u{1b}[31m\u{0}\u{7f}\u{9f}", "\\u{1b}[31m\\u{0}\\u{7f}\\u{9f}"),
            ("# é \"quoted\" \\", "# é \"quoted\" \\"),
        ] {
            assert_eq!(OneLine(text).to_string(), line, "{text:?}");
        }
    }
}
