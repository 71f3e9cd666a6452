//! Values of JSON (RFC 8259).

use core::fmt::{self, Display, Formatter, Write};

use crate::text::escape::escaped;
use crate::text::joined::joined;

/// A string: what a type displays, escaped as section 7 says.
pub(crate) struct Text<T>(pub(crate) T);

impl<T: Display> Display for Text<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let special = |c| matches!(c, '"' | '\\' | '\0'..='\u{1f}');
        f.write_char('"')?;
        escaped(f, &self.0, special, |f, c| match c {
            '"' => f.write_str("\\\""),
            '\\' => f.write_str("\\\\"),
            '\u{8}' => f.write_str("\\b"),
            '\t' => f.write_str("\\t"),
            '\n' => f.write_str("\\n"),
            '\u{c}' => f.write_str("\\f"),
            '\r' => f.write_str("\\r"),
            control => write!(f, "\\u{:04x}", u32::from(control)),
        })?;
        f.write_char('"')
    }
}

/// A value, or `null`.
pub(crate) struct OrNull<T>(pub(crate) Option<T>);

impl<T: Display> Display for OrNull<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(value) => write!(f, "{value}"),
            None => f.write_str("null"),
        }
    }
}

/// An array of values.
pub(crate) struct Array<I>(pub(crate) I);

impl<I: Iterator<Item: Display> + Clone> Display for Array<I> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('[')?;
        joined(f, ["", ","], self.0.clone(), |f, value| write!(f, "{value}"))?;
        f.write_char(']')
    }
}

#[cfg(test)]
mod tests {
    use super::{Array, OrNull, Text};

    /// RFC 8259 section 7: what has to be escaped, in the short form where
    /// there is one.
    const ESCAPES: &str = r#"\u0000 \u0001 \u0002 \u0003 \u0004 \u0005 \u0006 \u0007 \b \t \n \u000b
        \f \r \u000e \u000f \u0010 \u0011 \u0012 \u0013 \u0014 \u0015 \u0016 \u0017 \u0018 \u0019
        \u001a \u001b \u001c \u001d \u001e \u001f"#;

    #[test]
    fn every_character() {
        let mut escapes = ESCAPES.split_whitespace();
        for c in '\0'..=char::MAX {
            let expected = match c {
                '"' => r#"\""#.to_owned(),
                '\\' => r"\\".to_owned(),
                '\0'..='\x1f' => escapes.next().unwrap().to_owned(),
                c => c.to_string(),
            };
            assert_eq!(Text(c).to_string(), format!("\"{expected}\""), "{c:?}");
            let thrice = format!("\"{expected}{expected}é{expected}\"");
            assert_eq!(Text(format_args!("{c}{c}é{c}")).to_string(), thrice, "{c:?}");
        }
        assert_eq!(escapes.next(), None);
    }

    #[test]
    fn texts() {
        for (text, json) in [
            ("", r#""""#),
            ("say \"no\"\r\n", r#""say \"no\"\r\n""#),
            ("\\\\server\\n", r#""\\\\server\\n""#),
            ("\u{7f}\u{2028}é", "\"\u{7f}\u{2028}é\""),
        ] {
            assert_eq!(Text(text).to_string(), json, "{text:?}");
            assert_eq!(Text(String::from(text)).to_string(), json, "{text:?}");
        }
    }

    #[test]
    fn null_and_numbers() {
        assert_eq!(OrNull(Some(443)).to_string(), "443");
        assert_eq!(OrNull::<u16>(None).to_string(), "null");
    }

    #[test]
    fn arrays() {
        let array = |texts: &[&str]| Array(texts.iter().map(Text)).to_string();
        assert_eq!(array(&[]), "[]");
        assert_eq!(array(&["a"]), r#"["a"]"#);
        assert_eq!(array(&["a", "\"", ""]), r#"["a","\"",""]"#);
    }
}
