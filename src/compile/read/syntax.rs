//! Checks CSV quoting and column counts before the `csv` crate, which is more
//! lenient, sees the bytes.

use alloc::string::String;

use crate::compile::error::RegistryError;
use crate::compile::read::CsvFile;

/// Checks the quotes of a file, and that no row has too many columns; gives
/// its bytes, up to where the header is known to be wrong.
///
/// RFC 4180 section 2: a quote opens a cell at its very start, is doubled
/// inside it and closes it at its very end. The `csv` crate reads on in all
/// other cases, which would shift or swallow rows. It takes rows of any width,
/// too, at sixteen bytes of memory for each cell.
pub(in crate::compile) fn check(
    source: CsvFile<'_>,
    columns: usize,
) -> Result<&[u8], RegistryError> {
    let bytes = source.bytes;
    let mut at = At::CellStart;
    let (mut line, mut opened, mut cell) = (1, 1, 0);
    let mut row = Row { start: 0, line: 1, commas: 0, is_header: true };
    for (index, &byte) in bytes.iter().enumerate() {
        at = match (at, byte) {
            (At::CellStart, b'"') => {
                (opened, cell) = (line, index);
                At::Quoted
            }
            (At::Quoted, b'"') => At::AfterQuote,
            (At::AfterQuote, b'"') | (At::Quoted, _) => At::Quoted,
            (_, b',') => {
                row.commas += 1;
                // The header has a column too many: the rest does not matter.
                if row.is_header && row.commas > columns {
                    return Ok(&bytes[..index]);
                }
                cell = index + 1;
                At::CellStart
            }
            (_, b'\n' | b'\r') => {
                row.check(source, index, columns)?;
                let is_header = row.is_header && index == row.start;
                let line = line + u64::from(byte == b'\n');
                row = Row { start: index + 1, line, commas: 0, is_header };
                cell = index + 1;
                At::CellStart
            }
            (At::Bare, b'"') => {
                let expected = "no quote inside a cell that does not start with one";
                return Err(error(source, line, cell, expected));
            }
            (At::CellStart | At::Bare, _) => At::Bare,
            (At::AfterQuote, _) => {
                // The quote that is wrong may be the one that opened the cell.
                let expected = format!("the quote on line {line} that closes this cell to end it");
                return Err(error(source, opened, cell, &expected));
            }
        };
        line += u64::from(byte == b'\n');
    }
    if at == At::Quoted {
        return Err(error(source, opened, cell, "a closing quote before the end of the file"));
    }
    row.check(source, bytes.len(), columns)?;
    Ok(bytes)
}

/// The state of the lexer: what the next byte follows.
#[derive(PartialEq)]
enum At {
    CellStart,
    Bare,
    Quoted,
    AfterQuote,
}

/// The row that is being read.
struct Row {
    start: usize,
    line: u64,
    commas: usize,
    /// Whether it is the header: the first row that is not blank.
    is_header: bool,
}

impl Row {
    /// Checks that a row which ends here, and is no header, has no column too
    /// many.
    fn check(&self, source: CsvFile<'_>, end: usize, columns: usize) -> Result<(), RegistryError> {
        if self.is_header || self.commas < columns {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&source.bytes[self.start..end]);
        let message = format!("{columns} columns in this row, found {}", self.commas + 1);
        Err(RegistryError::of_line(source.file, self.line, &text, message))
    }
}

/// An error that quotes a line from where its cell starts.
fn error(source: CsvFile<'_>, line: u64, start: usize, expected: &str) -> RegistryError {
    let text = source.bytes[start..].split(|&byte| byte == b'\n').next().unwrap_or_default();
    RegistryError::of_line(source.file, line, String::from_utf8_lossy(text).trim_end(), expected)
}
