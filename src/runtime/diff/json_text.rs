//! Strings of JSON.

use core::fmt::{self, Display, Formatter, Write};

use super::printable::is_printable;

/// A string of JSON: what a type displays, escaped as RFC 8259 section 7 says,
/// and so is what a terminal would not show.
pub(super) struct Text<T>(pub(super) T);

impl<T: Display> Display for Text<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        write!(Escaping(f), "{}", self.0)?;
        f.write_char('"')
    }
}

struct Escaping<'a, 'f>(&'a mut Formatter<'f>);

impl Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let special = |c| matches!(c, '"' | '\\') || !is_printable(c);
        text.split_inclusive(special).try_for_each(|piece| {
            let Some(last) = piece.chars().next_back().filter(|&c| special(c)) else {
                return self.0.write_str(piece);
            };
            self.0.write_str(piece.strip_suffix(last).unwrap_or(piece))?;
            match last {
                '"' | '\\' => write!(self.0, "\\{last}"),
                '\n' => self.0.write_str("\\n"),
                // A character outside the Basic Multilingual Plane is two code units.
                other => other
                    .encode_utf16(&mut [0; 2])
                    .iter()
                    .try_for_each(|unit| write!(self.0, "\\u{unit:04x}")),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn escapes() {
        for (text, json) in [
            ("", r#""""#),
            ("say \"no\"\r\n", r#""say \"no\"\u000d\n""#),
            ("\u{1b}\u{9b}é", r#""\u001b\u009bé""#),
            ("\u{e0001}", r#""\udb40\udc01""#),
        ] {
            assert_eq!(Text(text).to_string(), json);
        }
    }
}
