//! First stage, lexing: the bytes of a CSV file to cells that know their file,
//! line and column.

mod syntax;

use alloc::string::String;
use alloc::vec::Vec;

use crate::compile::error::RegistryError;
use crate::compile::limits::Limits;

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
    /// Each row, and the line it starts on.
    rows: Vec<(u64, csv::StringRecord)>,
    /// Whether a newline in a cell is also one in the file.
    spans_lines: bool,
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

    /// A part of the cell's text, at the same place.
    pub(crate) fn with(self, text: &'t str) -> Self {
        Self { text, ..self }
    }
}

impl<'a, const COLUMNS: usize> Table<'a, COLUMNS> {
    /// An empty table, for rows that do not come from a CSV file.
    pub(crate) fn new(file: &'a str, header: [&'static str; COLUMNS], limits: Limits) -> Self {
        Self { file, header, limits, rows: Vec::new(), spans_lines: false }
    }

    /// Reads a file that has exactly the columns of `header`, by these names or
    /// by former ones.
    pub(crate) fn read(
        source: CsvFile<'a>,
        header: [&'static str; COLUMNS],
        limits: Limits,
    ) -> Result<Self, RegistryError> {
        let CsvFile { file, bytes } = source;
        const MARK: &str = "\u{feff}";
        let bytes = bytes.strip_prefix(MARK.as_bytes()).unwrap_or(bytes);
        if bytes.starts_with(MARK.as_bytes()) {
            // A second byte order mark, which the `csv` crate would strip as
            // well.
            return Err(RegistryError::of_line(file, 1, MARK, "no second byte order mark"));
        }
        let bytes = syntax::check(CsvFile { file, bytes }, COLUMNS)?;
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let mut table = Self { spans_lines: true, ..Self::new(file, header, limits) };
        let mut has_header = false;
        for record in reader.byte_records() {
            // The only error: reading is from memory, and the number of columns
            // is free.
            let record =
                record.map_err(|error| RegistryError::of_file(file, format!("CSV ({error})")))?;
            let line = record.position().map_or(1, |position| first_line(bytes, position));
            let record = csv::StringRecord::from_byte_record(record).map_err(|error| {
                let field = error.utf8_error().field();
                let record = error.into_byte_record();
                let before: u64 = record.iter().take(field).map(newlines).sum();
                let cell = record.get(field).unwrap_or_default();
                Cell {
                    text: &String::from_utf8_lossy(cell),
                    file,
                    line: line + before,
                    column: header.get(field).copied().unwrap_or("a further column"),
                }
                .error("UTF-8")
            })?;
            if !has_header {
                check_header(file, line, &record, &header)?;
                has_header = true;
                continue;
            }
            if record.len() != COLUMNS {
                let message = format!("{COLUMNS} columns in this row, found {}", record.len());
                return Err(RegistryError::of_line(file, line, &joined(&record), message));
            }
            table.push(line, record)?;
        }
        if has_header {
            Ok(table)
        } else {
            Err(RegistryError::of_file(file, format!("a header: {}", header.join(","))))
        }
    }

    /// Appends a row that has as many cells as there are columns.
    pub(crate) fn push(
        &mut self,
        line: u64,
        record: csv::StringRecord,
    ) -> Result<(), RegistryError> {
        // Cheap check first: no cell is longer than its row.
        if record.as_slice().len() > self.limits.longest_field() {
            self.cells(line, &record).into_iter().try_for_each(|cell| self.check_length(cell))?;
        }
        self.add(line, record)
    }

    /// Appends a row whose cells have been checked to be no longer than a
    /// field may be, as far as they come from outside.
    pub(crate) fn add(&mut self, line: u64, row: csv::StringRecord) -> Result<(), RegistryError> {
        let most = self.most_rows();
        if self.rows.len() >= most {
            return Err(self.cells(line, &row)[0].error(format!("at most {most} rows")));
        }
        self.rows.push((line, row));
        Ok(())
    }

    /// Maximum number of rows.
    pub(crate) fn most_rows(&self) -> usize {
        self.limits.most_rows()
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
        self.check_length(cell)?;
        Ok(cell)
    }

    fn check_length(&self, cell: Cell<'_>) -> Result<(), RegistryError> {
        let longest = self.limits.longest_field();
        if cell.text.len() > longest {
            return Err(cell.error(format!("at most {longest} bytes")));
        }
        Ok(())
    }

    /// The cells of each row.
    pub(crate) fn rows(&self) -> impl Iterator<Item = [Cell<'_>; COLUMNS]> {
        self.rows.iter().map(|(line, record)| self.cells(*line, record))
    }

    /// The cells of a row that starts on a line.
    fn cells<'t>(&'t self, mut line: u64, record: &'t csv::StringRecord) -> [Cell<'t>; COLUMNS] {
        let spans_lines = self.spans_lines && record.as_slice().contains('\n');
        core::array::from_fn(|index| {
            let text = record.get(index).unwrap_or_default();
            let cell = Cell { text, file: self.file, line, column: self.header[index] };
            if spans_lines {
                line += newlines(text.as_bytes());
            }
            cell
        })
    }
}

/// The line where a row starts. Its position is that of the end of the row
/// before: behind it may be the `\n` of a `\r\n`, and blank lines.
fn first_line(bytes: &[u8], position: &csv::Position) -> u64 {
    let from = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let blank = |byte: &&u8| matches!(byte, b'\r' | b'\n');
    let skipped = bytes.iter().skip(from).take_while(blank).filter(|&&byte| byte == b'\n');
    position.line() + skipped.count() as u64
}

/// The cells of a row joined as CSV writes them, for an error that quotes it.
fn joined(row: &csv::StringRecord) -> String {
    row.iter().collect::<Vec<_>>().join(",")
}

/// The number of line ends in a cell.
fn newlines(cell: &[u8]) -> u64 {
    cell.iter().filter(|&&byte| byte == b'\n').count() as u64
}

fn check_header(
    file: &str,
    line: u64,
    found: &csv::StringRecord,
    expected: &[&str],
) -> Result<(), RegistryError> {
    for (index, name) in expected.iter().enumerate() {
        match found.get(index) {
            Some(cell) if cell == *name || FORMER_COLUMNS.contains(&(cell, *name)) => {}
            Some(cell) => {
                let message = format!("{name:?} as the name of column {}", index + 1);
                return Err(RegistryError::of_line(file, line, cell, message));
            }
            None => {
                let message = format!("a column {name:?} after these {}", found.len());
                return Err(RegistryError::of_line(file, line, &joined(found), message));
            }
        }
    }
    match found.get(expected.len()) {
        Some(cell) => Err(RegistryError::of_line(
            file,
            line,
            cell,
            format!("no column after the first {}", expected.len()),
        )),
        None => Ok(()),
    }
}
