//! The little of JSON that is read here: the first value of a key, in what
//! cargo and criterion write.

/// The first string of a key. Paths with escapes are not expected.
pub(crate) fn string(json: &str, key: &str) -> Result<String, String> {
    let (value, _) = after(json, key)?
        .strip_prefix('"')
        .and_then(|rest| rest.split_once('"'))
        .ok_or_else(|| format!("expected a string for {key:?}"))?;
    Ok(value.replace(r"\\", r"\"))
}

/// The first number of a key.
pub(crate) fn number(json: &str, key: &str) -> Result<f64, String> {
    let rest = after(json, key)?;
    let end = rest.find([',', '}']).unwrap_or(rest.len());
    let value = &rest[..end];
    value.trim().parse().map_err(|_| format!("expected a number for {key:?}, found {value:?}"))
}

/// What follows the first occurrence of a key.
pub(crate) fn after<'a>(json: &'a str, key: &str) -> Result<&'a str, String> {
    json.split_once(&format!("\"{key}\":"))
        .map(|(_, rest)| rest.trim_start())
        .ok_or_else(|| format!("expected the key {key:?}"))
}

#[cfg(test)]
mod tests {
    use super::{after, number, string};

    #[test]
    fn values_are_found_by_key() {
        let json = r#"{"mean":{"point":1.5},"median":{"point": 2.25,"x":3},"out_dir":"C:\\a"}"#;
        assert_eq!(number(json, "point"), Ok(1.5));
        assert_eq!(number(after(json, "median").unwrap(), "point"), Ok(2.25));
        assert_eq!(string(json, "out_dir").unwrap(), r"C:\a");
        assert_eq!(string(json, "in_dir").unwrap_err(), r#"expected the key "in_dir""#);
        let error = r#"expected a number for "out_dir", found "\"C:\\\\a\"""#;
        assert_eq!(number(json, "out_dir").unwrap_err(), error);
    }
}
