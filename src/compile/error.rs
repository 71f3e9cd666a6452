//! What can be wrong with the tables of a registry, and where.

use std::fmt;

/// A place in a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The name of the file.
    pub(crate) file: String,
    /// The line, from 1; `None` for the file as a whole.
    pub(crate) line: Option<u64>,
    /// The name of the column, where one is meant.
    pub(crate) column: Option<&'static str>,
}

/// A registry that cannot be compiled.
///
/// Displays as `file:line: column: "value": expected …`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {}expected {expected}", Quoted(.value.as_deref()))]
pub(crate) struct CompileError {
    pub(crate) place: Place,
    /// The offending text, where there is one.
    pub(crate) value: Option<String>,
    pub(crate) expected: String,
}

impl CompileError {
    /// An error of a file as a whole.
    pub(crate) fn of_file(file: &str, expected: impl Into<String>) -> Self {
        let place = Place { file: file.to_owned(), line: None, column: None };
        Self { place, value: None, expected: expected.into() }
    }

    /// An error of a line as a whole.
    pub(crate) fn of_line(file: &str, line: u64, value: &str, expected: impl Into<String>) -> Self {
        let place = Place { file: file.to_owned(), line: Some(line), column: None };
        Self { place, value: Some(value.to_owned()), expected: expected.into() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ": {column}")?;
        }
        Ok(())
    }
}

/// A value in quotes, escaped, and cut if it is long: it may be anything.
struct Quoted<'a>(Option<&'a str>);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LONGEST: usize = 80;
        let Some(value) = self.0 else { return Ok(()) };
        match value.char_indices().nth(LONGEST) {
            None => write!(f, "{value:?}: "),
            Some((end, _)) => write!(f, "{:?}… ({} bytes): ", &value[..end], value.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CompileError;

    #[test]
    fn a_long_value_is_cut_and_escaped() {
        let error = CompileError::of_line("a.csv", 7, &"\u{1b}é".repeat(100), "less");
        let shown = "\\u{1b}é".repeat(40);
        assert_eq!(error.to_string(), format!("a.csv:7: \"{shown}\"… (300 bytes): expected less"));
        assert_eq!(CompileError::of_file("a.csv", "more").to_string(), "a.csv: expected more");
    }
}
