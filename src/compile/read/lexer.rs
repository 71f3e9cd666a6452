//! A lexer of CSV (RFC 4180): rows of cells, without their quotes.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::compile::error::RegistryError;
use crate::compile::read::{CsvFile, newlines};

/// The rest of a file.
///
/// RFC 4180 section 2: a quote opens a cell at its very start, is doubled
/// inside it and closes it at its very end. Readers that are more lenient read
/// on in all other cases, which would shift or swallow rows.
pub(super) struct Lexer<'a> {
    source: CsvFile<'a>,
    at: usize,
    line: u64,
}

/// The cells of a row: their text, and where each ends.
#[derive(Default)]
pub(super) struct Row {
    text: String,
    ends: Vec<usize>,
    /// The line that the row starts on.
    pub(super) line: u64,
}

impl Row {
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        spans(&self.ends).map(|span| &self.text[span])
    }

    /// The cells joined as CSV writes them, for an error that quotes the row.
    pub(super) fn joined(&self) -> String {
        self.cells().collect::<Vec<_>>().join(",")
    }

    /// Takes the bytes of the cells; gives the index of the first cell that is
    /// not UTF-8, and the bytes back.
    fn take(&mut self, bytes: Vec<u8>) -> Result<(), (usize, Vec<u8>)> {
        match String::from_utf8(bytes) {
            // The parts of a character may stand in two cells.
            Ok(text) if self.ends.iter().all(|end| text.is_char_boundary(*end)) => {
                self.text = text;
                Ok(())
            }
            other => {
                let bytes = other.map_or_else(|error| error.into_bytes(), String::into_bytes);
                let is_wrong = |span| core::str::from_utf8(&bytes[span]).is_err();
                Err((spans(&self.ends).position(is_wrong).unwrap_or_default(), bytes))
            }
        }
    }
}

/// The span of each cell.
fn spans(ends: &[usize]) -> impl Iterator<Item = Range<usize>> {
    let starts = core::iter::once(&0).chain(ends);
    starts.zip(ends).map(|(start, end)| *start..*end)
}

impl<'a> Lexer<'a> {
    pub(super) fn new(source: CsvFile<'a>) -> Self {
        Self { source, at: 0, line: 1 }
    }

    /// Reads the next row that is not blank, if there is one, of the columns of
    /// `header`. Of a header that is wider no more is read than tells.
    pub(super) fn next(
        &mut self,
        row: &mut Row,
        header: &[&'static str],
        is_header: bool,
    ) -> Result<bool, RegistryError> {
        while let Some(byte @ (b'\r' | b'\n')) = self.byte() {
            self.line += u64::from(byte == b'\n');
            self.at += 1;
        }
        if self.byte().is_none() {
            return Ok(false);
        }
        let (file, start) = (self.source.file, self.at);
        row.line = self.line;
        row.ends.clear();
        let mut bytes = core::mem::take(&mut row.text).into_bytes();
        bytes.clear();
        let mut width = 0;
        // Columns of a header are those in question.
        let named = if is_header { &[] } else { header };
        loop {
            self.cell(&mut bytes, named.get(width).copied())?;
            width += 1;
            if width <= header.len() + 1 {
                row.ends.push(bytes.len());
            }
            if self.byte() != Some(b',') || (is_header && width > header.len()) {
                break;
            }
            self.at += 1;
        }
        if width > header.len() && !is_header {
            let text = String::from_utf8_lossy(&self.source.bytes[start..self.at]);
            let message = format!("{} columns in this row, found {width}", header.len());
            return Err(RegistryError::of_line(file, row.line, &text, message));
        }
        row.take(bytes).map(|()| true).map_err(|(index, bytes)| {
            let column = header.get(index).copied().unwrap_or("a further column");
            let span = spans(&row.ends).nth(index).unwrap_or_default();
            let line = row.line + newlines(&bytes[..span.start]);
            let cell = String::from_utf8_lossy(&bytes[span]);
            RegistryError::of_cell((file, line, column), &cell, "UTF-8")
        })
    }

    /// Reads the cell of a column, up to what ends it.
    fn cell(
        &mut self,
        cells: &mut Vec<u8>,
        column: Option<&'static str>,
    ) -> Result<(), RegistryError> {
        let (start, opened) = (self.at, self.line);
        if self.byte() != Some(b'"') {
            let rest = &self.source.bytes[start..];
            let is_end = |byte: &u8| matches!(byte, b',' | b'"' | b'\r' | b'\n');
            let length = rest.iter().position(is_end).unwrap_or(rest.len());
            cells.extend(&rest[..length]);
            self.at += length;
            if self.byte() == Some(b'"') {
                let expected = "no quote inside a cell that does not start with one";
                return Err(self.error((opened, column), start, expected));
            }
            return Ok(());
        }
        loop {
            self.at += 1;
            let rest = &self.source.bytes[self.at..];
            let Some(length) = rest.iter().position(|byte| *byte == b'"') else {
                let expected = "a closing quote before the end of the file";
                return Err(self.error((opened, column), start, expected));
            };
            cells.extend(&rest[..length]);
            self.line += newlines(&rest[..length]);
            self.at += length + 1;
            match self.byte() {
                Some(quote @ b'"') => cells.push(quote),
                None | Some(b',' | b'\r' | b'\n') => return Ok(()),
                Some(_) => {
                    // The quote that is wrong may be the one that opened the
                    // cell.
                    let line = self.line;
                    let expected =
                        format!("the quote on line {line} that closes this cell to end it");
                    return Err(self.error((opened, column), start, &expected));
                }
            }
        }
    }

    /// The next byte.
    fn byte(&self) -> Option<u8> {
        self.source.bytes.get(self.at).copied()
    }

    /// An error that quotes a line from where its cell starts.
    fn error(
        &self,
        (line, column): (u64, Option<&'static str>),
        start: usize,
        expected: &str,
    ) -> RegistryError {
        let CsvFile { file, bytes } = self.source;
        let text = bytes[start..].split(|&byte| byte == b'\n').next().unwrap_or_default();
        let text = String::from_utf8_lossy(text);
        match column {
            Some(column) => RegistryError::of_cell((file, line, column), text.trim_end(), expected),
            None => RegistryError::of_line(file, line, text.trim_end(), expected),
        }
    }
}
