//! Files of the repository that are written here, and compared in CI.

use std::fs;

use crate::cmd::root;

/// Reads a file, by its path in the repository.
pub(crate) fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// Writes a file, unless it says so already.
pub(crate) fn write(path: &str, text: &str) -> Result<(), String> {
    if read(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    eprintln!("xtask: writes {path}");
    fs::write(root().join(path), text).map_err(|error| format!("{path}: {error}"))
}

/// A text of `Cargo.toml`, in its first table that has it.
pub(crate) fn of_manifest(key: &str) -> Result<String, String> {
    let manifest = read("Cargo.toml")?;
    manifest
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.toml: expected a text of the key {key}"))
}

/// A text with what stands between two marker lines exchanged.
pub(crate) fn with_section(text: &str, marker: &str, section: &str) -> Result<String, String> {
    let (start, end) = (format!("<!-- {marker} -->\n"), format!("<!-- end of {marker} -->"));
    let expected = || format!("expected {:?} and {end:?}", start.trim_end());
    let (before, rest) = text.split_once(&start).ok_or_else(expected)?;
    let (_, after) = rest.split_once(&end).ok_or_else(expected)?;
    Ok(format!("{before}{start}\n{}\n\n{end}{after}", section.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::with_section;

    #[test]
    fn a_section_is_exchanged_and_stays() {
        let text = "a\n<!-- x -->\nold\n<!-- end of x -->\nb\n";
        let new = with_section(text, "x", "new\n").unwrap();
        assert_eq!(new, "a\n<!-- x -->\n\nnew\n\n<!-- end of x -->\nb\n");
        assert_eq!(with_section(&new, "x", "new"), Ok(new.clone()));
        let error = with_section("a", "x", "").unwrap_err();
        assert_eq!(error, r#"expected "<!-- x -->" and "<!-- end of x -->""#);
    }
}
