//! Organizations: the spellings and mail domains of each on one line.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use crate::compile::{CsvFile, Limits, RegistryError, Table};

/// The columns of `organizations.csv`.
pub(crate) const COLUMNS: [&str; 3] = ["Spelling", "Organization", "Reason"];

/// Compiles `organizations.csv`: a line for each organization, sorted without
/// ASCII case, with its name, its other spellings and its mail domains, which
/// begin with `@`, and tabs between.
pub(crate) fn compile(source: CsvFile<'_>, limits: Limits) -> Result<String, RegistryError> {
    let table = Table::read(source, COLUMNS, limits)?;
    let mut seen = BTreeSet::new();
    let mut lines: BTreeMap<(String, &str), Vec<&str>> = BTreeMap::new();
    for cells in table.rows().map(|row| row.all()) {
        if let Some(wrong) =
            cells.iter().find(|cell| cell.text.is_empty() || cell.text.contains(['\t', '\n']))
        {
            return Err(wrong.error("a text on one line, without tabs"));
        }
        let [spelling, organization, _reason] = cells.map(|cell| cell.text);
        if !seen.insert(spelling.to_ascii_lowercase()) {
            return Err(cells[0].error("one line of a spelling"));
        }
        let others = lines.entry((organization.to_ascii_lowercase(), organization)).or_default();
        if spelling != organization {
            others.push(spelling);
        }
    }
    let mut text = String::new();
    for ((_, name), others) in lines {
        text.push_str(name);
        for other in others {
            text.push('\t');
            text.push_str(other);
        }
        text.push('\n');
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, compile};
    use crate::compile::{CsvFile, Limits, RegistryError};

    fn compiled(lines: &str) -> Result<String, RegistryError> {
        let bytes = format!("{}\n{lines}\n", COLUMNS.join(","));
        let source = CsvFile { file: "organizations.csv", bytes: bytes.as_bytes() };
        compile(source, Limits::new())
    }

    #[test]
    fn an_organization_is_one_line() {
        let lines = "zeta,Zeta Inc.,Why\n@b.example,beta,Why\nAlpha,Alpha,Why\n\
                     BETA Ltd,beta,Why\n@z.example,Zeta Inc.,Why";
        let expected = "Alpha\nbeta\t@b.example\tBETA Ltd\nZeta Inc.\tzeta\t@z.example\n";
        assert_eq!(compiled(lines).unwrap(), expected);
    }

    #[test]
    fn what_is_empty_or_twice_is_refused() {
        let text = "expected a text on one line, without tabs";
        for (lines, expected) in [
            (",A,Why", format!("2: Spelling: \"\": {text}")),
            ("a,A,Why\nb,,Why", format!("3: Organization: \"\": {text}")),
            ("a,A,", format!("2: Reason: \"\": {text}")),
            ("a\tb,A,Why", format!("2: Spelling: \"a\\tb\": {text}")),
            ("a,\"A\nB\",Why", format!("2: Organization: \"A\\nB\": {text}")),
            ("a,A,Why\nA,B,Why", "3: Spelling: \"A\": expected one line of a spelling".to_owned()),
        ] {
            let error = compiled(lines).unwrap_err().to_string();
            assert_eq!(error, format!("organizations.csv:{expected}"));
        }
    }
}
