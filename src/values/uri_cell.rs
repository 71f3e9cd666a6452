//! Compression of "Contact URI" cells: the stored form leaves out the scheme
//! that nearly all lines have, and blank lines.

use core::fmt::{self, Display, Formatter, Write};

/// Marks a line that is stored verbatim. Other lines are stored without their
/// `mailto:`.
const VERBATIM: char = '\u{1}';

const MAILTO: &str = "mailto:";

/// A cell in its stored form. Blank lines are left out: they say nothing, and
/// each would be two bytes in the place of one.
pub(crate) struct StoredUris<'a>(pub(crate) &'a str);

impl Display for StoredUris<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let lines = self.0.split('\n').filter(|line| !line.trim().is_empty());
        lines.enumerate().try_for_each(|(index, line)| {
            if index > 0 {
                f.write_char('\n')?;
            }
            match line.strip_prefix(MAILTO) {
                Some(rest) if !rest.is_empty() && !rest.starts_with(VERBATIM) => f.write_str(rest),
                _ => {
                    f.write_char(VERBATIM)?;
                    f.write_str(line)
                }
            }
        })
    }
}

/// A line of a stored cell: what was left out, and what is there.
pub(crate) fn stored_line(line: &str) -> (&'static str, &str) {
    line.strip_prefix(VERBATIM).map_or((MAILTO, line), |line| ("", line))
}

#[cfg(test)]
mod tests {
    use super::StoredUris;

    #[test]
    fn every_line_can_be_told_again() {
        for (cell, stored) in [
            ("", ""),
            ("mailto:a&b\nmailto:c", "a&b\nc"),
            ("tel:1\nmailto:", "\u{1}tel:1\n\u{1}mailto:"),
            ("mailto:\u{1}x\nMAILTO:x", "\u{1}mailto:\u{1}x\n\u{1}MAILTO:x"),
        ] {
            assert_eq!(StoredUris(cell).to_string(), stored);
        }
    }

    #[test]
    fn blank_lines_are_not_stored() {
        let cell = "\n\r\n \ntel:1\n\n\nmailto:a&b\n\t";
        assert_eq!(StoredUris(cell).to_string(), "\u{1}tel:1\na&b");
        assert_eq!(StoredUris(&"\n".repeat(930)).to_string().capacity(), 0);
    }
}
