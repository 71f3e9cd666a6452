//! Errors of reading and compiling a registry, with the place of the mistake.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use std::fmt;
use std::io;

use crate::text::text_traits::debug_as_display;

/// A registry that cannot be compiled: what is wrong, and where.
///
/// Displays as `file:line: column: "value": expected …`. The value is escaped,
/// and cut if it is long: it may be anything.
///
/// # Example
///
/// ```
/// use iana_ports::load::LoadError;
/// use iana_ports::Registry;
///
/// let error = Registry::from_services_file("http 80/tcp\nhttps 443443/tcp\n".as_bytes());
/// let Err(LoadError::Compile(error)) = error else { panic!("the port is too large") };
/// assert_eq!((error.file(), error.line(), error.column()), ("services", Some(2), Some("Port Number")));
/// assert_eq!(error.value(), Some("443443"));
/// assert_eq!(
///     error.to_string(),
///     "services:2: Port Number: \"443443\": \
///      expected a port of 0-65535 or a range of them, such as 6000-6063",
/// );
/// ```
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}expected {expected}", Place(self), Quoted(.value.as_deref()))]
pub struct RegistryError {
    file: String,
    line: Option<u64>,
    column: Option<&'static str>,
    value: Option<String>,
    expected: String,
}

impl RegistryError {
    /// An error of a file as a whole.
    pub(crate) fn of_file(file: &str, expected: impl Into<String>) -> Self {
        let (file, expected) = (file.to_owned(), expected.into());
        Self { file, line: None, column: None, value: None, expected }
    }

    /// An error of a line as a whole.
    pub(crate) fn of_line(file: &str, line: u64, value: &str, expected: impl Into<String>) -> Self {
        let (line, value) = (Some(line), Some(value.to_owned()));
        Self { line, value, ..Self::of_file(file, expected) }
    }

    /// An error of a cell.
    pub(crate) fn of_cell(
        (file, line, column): (&str, u64, &'static str),
        value: &str,
        expected: impl Into<String>,
    ) -> Self {
        Self { column: Some(column), ..Self::of_line(file, line, value, expected) }
    }

    /// A registry that the tables cannot hold.
    pub(crate) fn too_large(expected: &str) -> Self {
        Self::of_file("registry", expected)
    }

    /// A copy with another expectation, at the same place and with the same
    /// value.
    pub(crate) fn instead(self, expected: impl Into<String>) -> Self {
        Self { expected: expected.into(), ..self }
    }

    /// The file name as given to [`Loader::name`](crate::load::Loader::name);
    /// `CSV` or `services` for unnamed readers; `builder`, `builder contact` or
    /// `builder hidden` for a builder; `registry` for the registry as a whole.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, from 1, or the number of a hand-made entry; `None` for the
    /// file as a whole.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        self.line
    }

    /// The name of the column, where one is meant.
    #[must_use]
    pub fn column(&self) -> Option<&'static str> {
        self.column
    }

    /// The offending text, whole, where there is one.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// What was expected instead.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.expected
    }
}

/// The lines that a load left out, and why.
pub(crate) type Skipped = Vec<RegistryError>;

/// A registry that cannot be loaded.
///
/// # Example
///
/// ```
/// use iana_ports::load::LoadError;
/// use iana_ports::Registry;
///
/// let error = Registry::from_dir("no/such/directory").unwrap_err();
/// assert!(matches!(error, LoadError::Read { .. }));
/// ```
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// A file cannot be read.
    // In `Display`, therefore not `#[source]`: reporters that print the chain
    // would show it twice.
    #[error("{file}: {error}")]
    #[non_exhaustive]
    Read {
        /// The name of the file.
        file: String,
        /// Why not.
        error: io::Error,
    },
    /// The bytes are not those of a registry.
    #[error(transparent)]
    Compile(#[from] RegistryError),
}

/// The place of an error, written as compilers write it: `file:line: column: `.
struct Place<'a>(&'a RegistryError);

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.file)?;
        if let Some(line) = self.0.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.0.column {
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

// `main` shows the error that it returns by its `Debug`.
debug_as_display!(RegistryError);
debug_as_display!(LoadError);

#[cfg(test)]
mod tests {
    use super::RegistryError;

    #[test]
    fn a_long_value_is_cut_and_escaped() {
        let error = RegistryError::of_line("a.csv", 7, &"\u{1b}é".repeat(100), "less");
        let shown = "\\u{1b}é".repeat(40);
        assert_eq!(error.to_string(), format!("a.csv:7: \"{shown}\"… (300 bytes): expected less"));
        assert_eq!(RegistryError::of_file("a.csv", "more").to_string(), "a.csv: expected more");
    }
}
