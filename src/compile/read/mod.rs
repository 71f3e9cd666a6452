//! First stage, lexing: the bytes of a CSV file to cells that know their file,
//! line and column.

mod lexer;

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::compile::error::RegistryError;
use crate::compile::limits::Limits;
use crate::compile::read::lexer::{Lexer, Row};

/// Former names of columns, each with its present name: files of 2017 and 2018
/// still have them.
const FORMER_COLUMNS: [(&str, &str); 1] =
    [("Known Unauthorized Uses", "Unauthorized Use Reported")];

/// A CSV file: its name, for errors, and its bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CsvFile<'a> {
    pub(crate) file: &'a str,
    pub(crate) bytes: &'a [u8],
}

/// The rows of a CSV file, without its header; or rows in that form.
#[derive(Debug)]
pub(crate) struct Table<'a, const COLUMNS: usize> {
    file: &'a str,
    header: [&'static str; COLUMNS],
    limits: Limits,
    /// The texts of all cells, one after the other.
    text: String,
    /// The rows: their places in the file and in the text.
    rows: Vec<Place<COLUMNS>>,
    /// Whether a newline in a cell is also one in the file.
    spans_lines: bool,
}

/// The place of a row: its line, where its text starts, and where, from there,
/// each of its cells ends. [`Limits`] keeps a cell below 64 KiB.
#[derive(Debug)]
struct Place<const COLUMNS: usize> {
    line: u64,
    start: usize,
    ends: [u32; COLUMNS],
    /// Whether a cell may start below the line of the row.
    spans_lines: bool,
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cells<'t, const COLUMNS: usize> {
    table: &'t Table<'t, COLUMNS>,
    place: &'t Place<COLUMNS>,
}

impl<'t, const COLUMNS: usize> Cells<'t, COLUMNS> {
    /// All cells, in the order of the columns.
    pub(crate) fn all(self) -> [Cell<'t>; COLUMNS] {
        core::array::from_fn(|column| self.cell(column))
    }

    /// The cell of a column.
    #[inline]
    pub(crate) fn cell(self, column: usize) -> Cell<'t> {
        let Table { file, header, .. } = self.table;
        let line = self.place.line + if self.place.spans_lines { self.below(column) } else { 0 };
        Cell { text: self.text(column), file, line, column: header[column] }
    }

    /// Number of line ends before the cell of a column.
    #[cold]
    fn below(self, column: usize) -> u64 {
        newlines(&self.table.text.as_bytes()[self.place.start..self.span(column).start])
    }

    /// The text of a cell.
    pub(crate) fn text(self, column: usize) -> &'t str {
        &self.table.text[self.span(column)]
    }

    fn span(self, column: usize) -> Range<usize> {
        let Place { start, ends, .. } = self.place;
        let before = column.checked_sub(1).map_or(0, |before| ends[before]);
        start + before as usize..start + ends[column] as usize
    }
}

/// One cell and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell<'t> {
    pub(crate) text: &'t str,
    file: &'t str,
    line: u64,
    column: &'static str,
}

impl<'t> Cell<'t> {
    /// An error that quotes this cell.
    pub(crate) fn error(self, expected: impl Into<String>) -> RegistryError {
        RegistryError::of_cell((self.file, self.line, self.column), self.text, expected)
    }

    /// A cell of no file.
    #[cfg(test)]
    pub(crate) fn of_test(text: &'t str) -> Self {
        Self { text, file: "test", line: 1, column: "test" }
    }

    /// A part of the cell's text, at the same place.
    pub(crate) fn with(self, text: &'t str) -> Self {
        Self { text, ..self }
    }
}

impl<'a, const COLUMNS: usize> Table<'a, COLUMNS> {
    /// An empty table, for rows that do not come from a CSV file.
    pub(crate) fn new(file: &'a str, header: [&'static str; COLUMNS], limits: Limits) -> Self {
        Self { file, header, limits, text: String::new(), rows: Vec::new(), spans_lines: false }
    }

    /// Reads a file that has exactly the columns of `header`, by these names or
    /// by former ones.
    pub(crate) fn read(
        source: CsvFile<'a>,
        header: [&'static str; COLUMNS],
        limits: Limits,
    ) -> Result<Self, RegistryError> {
        let mut table = Self { spans_lines: true, ..Self::new(source.file, header, limits) };
        read_rows(source, &header, &mut |row| {
            let mut cells = [""; COLUMNS];
            row.cells().zip(&mut cells).for_each(|(text, cell)| *cell = text);
            table.push(row.line, &cells)
        })?;
        Ok(table)
    }

    /// Appends a row.
    pub(crate) fn push(
        &mut self,
        line: u64,
        row: &[impl AsRef<str>; COLUMNS],
    ) -> Result<(), RegistryError> {
        let mut below = line;
        for (column, text) in row.iter().map(AsRef::as_ref).enumerate() {
            self.cell(below, column, text)?;
            below += if self.spans_lines { newlines(text.as_bytes()) } else { 0 };
        }
        self.append(line, row, below > line)
    }

    /// Appends a row whose cells have been checked to be no longer than a
    /// field may be, as far as they come from outside.
    pub(crate) fn add(
        &mut self,
        line: u64,
        row: &[impl AsRef<str>; COLUMNS],
    ) -> Result<(), RegistryError> {
        self.append(line, row, false)
    }

    fn append(
        &mut self,
        line: u64,
        row: &[impl AsRef<str>; COLUMNS],
        spans_lines: bool,
    ) -> Result<(), RegistryError> {
        let most = self.most_rows();
        if self.rows.len() >= most {
            let (text, column) = (row[0].as_ref(), self.header[0]);
            let first = Cell { text, file: self.file, line, column };
            return Err(first.error(format!("at most {most} rows")));
        }
        let start = self.text.len();
        let ends = row.each_ref().map(|cell| {
            // Most cells are empty, which a copy need not find out.
            if !cell.as_ref().is_empty() {
                self.text.push_str(cell.as_ref());
            }
            // In range: a row has twelve cells.
            u32::try_from(self.text.len() - start).unwrap_or(u32::MAX)
        });
        self.rows.push(Place { line, start, ends, spans_lines });
        Ok(())
    }

    /// Maximum number of rows.
    pub(crate) fn most_rows(&self) -> usize {
        self.limits.rows.into()
    }

    /// A cell of a row to be added, if its length is within the limit.
    pub(crate) fn cell<'t>(
        &self,
        line: u64,
        column: usize,
        text: &'t str,
    ) -> Result<Cell<'t>, RegistryError>
    where
        'a: 't,
    {
        let cell = Cell { text, file: self.file, line, column: self.header[column] };
        let longest = usize::from(self.limits.field);
        if text.len() > longest {
            return Err(cell.error(format!("at most {longest} bytes")));
        }
        Ok(cell)
    }

    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = Cells<'_, COLUMNS>> {
        self.rows.iter().map(|place| Cells { table: self, place })
    }
}

/// The number of line ends in a cell.
fn newlines(cell: &[u8]) -> u64 {
    cell.iter().filter(|&&byte| byte == b'\n').count() as u64
}

/// Hands over the rows of a file below its header. One function for all tables,
/// as the code of each width of rows would be the same.
fn read_rows(
    source: CsvFile<'_>,
    header: &[&'static str],
    push: &mut dyn FnMut(&Row) -> Result<(), RegistryError>,
) -> Result<(), RegistryError> {
    let CsvFile { file, bytes } = source;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut lexer = Lexer::new(CsvFile { file, bytes });
    let mut row = Row::default();
    if !lexer.next(&mut row, header, true)? {
        return Err(RegistryError::of_file(file, format!("a header: {}", header.join(","))));
    }
    check_header(file, &row, header)?;
    while lexer.next(&mut row, header, false)? {
        let (columns, found) = (header.len(), row.cells().count());
        if found != columns {
            let message = format!("{columns} columns in this row, found {found}");
            return Err(RegistryError::of_line(file, row.line, &row.joined(), message));
        }
        push(&row)?;
    }
    Ok(())
}

fn check_header(file: &str, found: &Row, expected: &[&str]) -> Result<(), RegistryError> {
    let wrong = |text: &str, message| Err(RegistryError::of_line(file, found.line, text, message));
    let mut cells = found.cells();
    for (index, name) in expected.iter().enumerate() {
        match cells.next() {
            Some(cell) if cell == *name || FORMER_COLUMNS.contains(&(cell, *name)) => {}
            Some(cell) => {
                return wrong(cell, format!("{name:?} as the name of column {}", index + 1));
            }
            None => {
                return wrong(&found.joined(), format!("a column {name:?} after these {index}"));
            }
        }
    }
    match cells.next() {
        Some(cell) => wrong(cell, format!("no column after the first {}", expected.len())),
        None => Ok(()),
    }
}
