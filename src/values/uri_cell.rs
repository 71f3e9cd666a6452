//! Compression of "Contact URI" cells: the stored form leaves out the scheme
//! that nearly all lines have.

use core::fmt::{self, Display, Formatter};

/// Marks a line that is stored verbatim. Other lines are stored without their
/// `mailto:`.
const VERBATIM: char = '\u{1}';

const MAILTO: &str = "mailto:";

/// A cell in its stored form.
pub(crate) struct StoredUris<'a>(pub(crate) &'a str);

impl Display for StoredUris<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        self.0.split('\n').enumerate().try_for_each(|(index, line)| {
            let end = if index == 0 { "" } else { "\n" };
            match line.strip_prefix(MAILTO) {
                Some(rest) if !rest.is_empty() && !rest.starts_with(VERBATIM) => {
                    write!(f, "{end}{rest}")
                }
                _ => write!(f, "{end}{VERBATIM}{line}"),
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
            ("tel:1\n\nmailto:", "\u{1}tel:1\n\u{1}\n\u{1}mailto:"),
            ("mailto:\u{1}x\nMAILTO:x", "\u{1}mailto:\u{1}x\n\u{1}MAILTO:x"),
        ] {
            assert_eq!(StoredUris(cell).to_string(), stored);
        }
    }
}
