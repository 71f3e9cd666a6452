//! Cells of CSV (RFC 4180).

use core::fmt::{self, Display, Formatter, Write};

use crate::text::escape::escaped;
use crate::text::joined::joined;

/// A cell, quoted where RFC 4180 section 2 asks for it: around a comma, a quote
/// or a line end.
pub(crate) struct Cell<T>(pub(crate) T);

impl<T: Display> Display for Cell<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut finder = SpecialFinder { found: false };
        write!(finder, "{}", self.0)?;
        if finder.found {
            f.write_char('"')?;
            escaped(f, &self.0, |c| c == '"', |f, _| f.write_str("\"\""))?;
            f.write_char('"')
        } else {
            write!(f, "{}", self.0)
        }
    }
}

/// Writes a line of cells, with a comma between them.
pub(crate) fn line<const COLUMNS: usize>(
    f: &mut Formatter<'_>,
    cells: [impl Display; COLUMNS],
) -> fmt::Result {
    joined(f, ["", ","], cells, |f, cell| Cell(cell).fmt(f))?;
    f.write_char('\n')
}

/// A writer that only notes whether the text has a character that needs quotes.
struct SpecialFinder {
    found: bool,
}

impl Write for SpecialFinder {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.found |= text.contains([',', '"', '\n', '\r']);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Cell;

    #[test]
    fn quotes_where_they_are_needed() {
        for (text, cell) in [
            ("", ""),
            ("plain; it's \\ =1+2 @a", "plain; it's \\ =1+2 @a"),
            (" blanks ", " blanks "),
            ("a,b", "\"a,b\""),
            ("\"", "\"\"\"\""),
            ("say \"no\" and \"\"", "\"say \"\"no\"\" and \"\"\"\"\""),
            ("a\nb", "\"a\nb\""),
            ("a\rb", "\"a\rb\""),
            ("é\u{2028}", "é\u{2028}"),
        ] {
            assert_eq!(Cell(text).to_string(), cell, "{text:?}");
            // Written in two pieces, split at every character.
            for (at, _) in text.char_indices() {
                let (start, end) = text.split_at(at);
                assert_eq!(Cell(format_args!("{start}{end}")).to_string(), cell, "{text:?}");
            }
        }
    }

    /// The `csv` crate writes quotes where they are needed, and reads ours.
    #[test]
    fn another_writer_and_reader_agree() {
        crate::test_random::texts(&["a", ",", "\"", "\n", "\r", " ", "é", "="], |text| {
            let ours = format!("{},{}\n", Cell("x"), Cell(text));
            let mut theirs = csv::WriterBuilder::new().from_writer(Vec::new());
            theirs.write_record(["x", text]).unwrap();
            assert_eq!(theirs.into_inner().unwrap(), ours.as_bytes(), "{text:?}");
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).from_reader(ours.as_bytes());
            assert_eq!(&reader.records().next().unwrap().unwrap()[1], text);
        });
    }
}
