//! Forms of CSV that mean the same.

use super::Files;
use crate::tables::owned;

/// Multi-line cells, quotes, and an alias.
fn files() -> Files {
    let mut files = Files::services(concat!(
        "a_b,7,udp,\"of \"\"a\"\", b\n  and c\",[Ann][Bob],[Ann],,,,,,",
        "\"This entry is an alias to \"\"a-b\"\".\n\"\n",
        "a-b,7,udp,\"IANA assigned this well-formed service name as a replacement for \"\"a_b\"\".\"",
        ",,,,,,,,\n",
    ));
    files.contacts.extend(b"Bob,,,\"mailto:a&b.example\ntel:+1\",\n");
    files
}

/// The same change to every file.
fn changed(files: &Files, change: impl Fn(&str) -> String) -> Files {
    let change = |bytes: &[u8]| change(core::str::from_utf8(bytes).unwrap()).into_bytes();
    Files {
        services: change(&files.services),
        contacts: change(&files.contacts),
        preferred: change(&files.preferred),
        edition: change(&files.edition),
    }
}

/// As IANA writes: rows end with `\r\n`, lines inside a cell with `\n`.
fn crlf(text: &str) -> String {
    let mut quoted = false;
    let line_end = |char| match char {
        '\n' if !quoted => "\r\n".to_owned(),
        _ => {
            quoted ^= char == '"';
            char.to_string()
        }
    };
    text.chars().map(line_end).collect()
}

#[test]
fn a_byte_order_mark() {
    files().assert_same_tables(&changed(&files(), |text| format!("\u{feff}{text}")));
}

#[test]
fn line_ends() {
    files().assert_same_tables(&changed(&files(), crlf));
    files().assert_same_tables(&changed(&files(), |text| text.trim_end().to_owned()));
    files().assert_same_tables(&changed(&files(), |text| crlf(text).trim_end().to_owned()));
}

#[test]
fn blank_lines() {
    files().assert_same_tables(&changed(&files(), |text| format!("\n\r\n{text}\n\n\r\n")));
    let services = Files::services("\n\r\na,1,tcp,,,,,,,,,\n\n");
    services.assert_same_tables(&Files::services("a,1,tcp,,,,,,,,,\n"));
}

#[test]
fn a_header_in_quotes() {
    let quoted = changed(&files(), |text| {
        let (header, rows) = text.split_once('\n').unwrap();
        format!("\u{feff}\"{}\"\r\n{rows}", header.replace(',', "\",\""))
    });
    files().assert_same_tables(&quoted);
}

#[test]
fn more_quotes_than_needed() {
    let bare = Files::services("a,1,tcp,A,,,,,,,,\n");
    let quoted = Files::services("\"a\",\"1\",\"tcp\",\"A\",\"\",,,,,,,\"\"\n");
    bare.assert_same_tables(&quoted);
}

#[test]
fn handles_in_brackets() {
    let bare = Files::contacts("Bob,Bob,,,\n");
    bare.assert_same_tables(&Files::contacts("[Bob],Bob,,,\n"));
}

#[test]
fn transports_in_any_case() {
    let lower = Files::services("a,1,tcp,,,,,,,,,\na,1,dccp,,,,,,,,,\n");
    lower.assert_same_tables(&Files::services("a,1,TCP,,,,,,,,,\na,1,Dccp,,,,,,,,,\n"));
}

#[test]
fn a_range_of_one_port_is_that_port_and_stays_as_it_is_written() {
    let tables = |cell| Files::services(format!("a,{cell},tcp,,,,,,,,,\n")).compile().unwrap();
    let (port, range) = (tables("80"), tables("80-80"));
    let differ = |(port, range): ((&'static str, _), (_, _))| (port.1 != range.1).then_some(port.0);
    let changed: Vec<_> = port.files().into_iter().zip(range.files()).filter_map(differ).collect();
    assert_eq!(changed, ["names.entry_flags", "names.range_entries", "names.range_ends"]);
    let (range, port) = (owned::NameTables::from(range.names), owned::NameTables::from(port.names));
    let names = range.view();
    assert!(names.is_range(1) && !port.view().is_range(1));
    assert_eq!((names.port(1), names.span(1)), (Some(80), (80, 80)));
}

#[test]
fn a_preferred_service_in_any_case() {
    let mut files = Files::valid();
    files.preferred = super::PREFERRED_HEADER.to_owned().into_bytes();
    files.preferred.extend(b"\nSSH,22,TCP,why\n");
    files.assert_same_tables(&Files::valid());
}

#[test]
fn nothing_but_nameless_rows_and_a_service() {
    let mut files = Files::services(",23,tcp,Reserved,,,,,,,,\n,24-65535,,Unassigned,,,,,,,,\n");
    files.compile().unwrap();
    files.contacts.extend(b"Bob,,,,\n");
    files.compile().unwrap();
}
