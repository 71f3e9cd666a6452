//! A reader of RFC 4180 text.

/// The records of `text`, the header record included.
pub(crate) fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(core::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                record.push(core::mem::take(&mut cell));
                records.push(core::mem::take(&mut record));
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !record.is_empty() {
        record.push(cell);
        records.push(record);
    }
    assert!(!quoted, "the text ends inside quotes");
    records
}

#[test]
fn cells_may_be_empty_and_may_hold_commas_quotes_and_newlines() {
    let text = "a,b,c\r\n\"1,2\",\"say \"\"no\"\"\",\"x\ny\"\n,\"\",\"\"\"\"\nü,,last";
    let expected =
        [["a", "b", "c"], ["1,2", "say \"no\"", "x\ny"], ["", "", "\""], ["ü", "", "last"]];
    assert_eq!(records(text), expected);
    assert!(records("").is_empty());
}
