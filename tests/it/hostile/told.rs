//! Errors that say where.

use iana_ports::load::LoadError;

use super::columns;

/// The columns of the other tables that an error may name.
const OTHER_COLUMNS: [&str; 3] = ["Reason", "Field", "Value"];

/// Checks that an error names one of these files, a line in it on which the
/// value that it quotes begins, and a column; and shows on one line.
#[track_caller]
pub(crate) fn assert_told(error: &LoadError, files: &[(&str, &[u8])]) {
    let shown = error.to_string();
    assert!(!shown.contains(char::is_control), "{shown:?}");
    let LoadError::Compile(error) = error else { panic!("{shown}") };
    assert!(!error.expected().is_empty(), "{shown}");
    if error.file() == "registry" {
        assert_eq!((error.line(), error.value()), (None, None), "{shown}");
        return;
    }
    let (_, bytes) = files
        .iter()
        .find(|(name, _)| error.file().ends_with(name))
        .unwrap_or_else(|| panic!("{shown} is of no file"));
    assert_eq!(error.line().is_some(), error.value().is_some(), "{shown}");
    let Some(line) = error.line() else { return };
    let skipped = usize::try_from(line - 1).expect("lines are few");
    // A cell is quoted without the quotation marks that may be around and inside
    // it.
    let text = String::from_utf8_lossy(bytes).replace('"', "");
    let on_line = text
        .split('\n')
        .nth(skipped)
        .unwrap_or_else(|| panic!("{shown}: line {line} of {}", text.split('\n').count()));
    let value = error.value().unwrap_or_default().replace('"', "");
    let begin = value.split('\n').next().unwrap_or_default().trim_end_matches('\r');
    assert!(on_line.contains(begin), "{shown}: the line is {on_line:?}");
    if let Some(column) = error.column() {
        let mut columns = columns::ROW.iter().chain(&columns::PERSON).chain(&OTHER_COLUMNS);
        assert!(columns.any(|name| *name == column) || column == "a further column", "{shown}");
        assert!(shown.contains(&format!(": {column}: ")), "{shown}");
    }
}
