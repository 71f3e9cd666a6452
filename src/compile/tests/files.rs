//! What is wrong with a file as CSV.

use super::{CONTACTS_HEADER, EDITION_HEADER, Files, PREFERRED_HEADER, SERVICES_HEADER};

/// The files of the valid registry, each replaced by what `file` makes of its
/// name and its header.
fn each_replaced(file: impl Fn(&str, &str) -> (Vec<u8>, String)) {
    let mut files = Files::valid();
    let expected;
    (files.services, expected) = file("services.csv", SERVICES_HEADER);
    files.assert_error(&expected);
    let mut files = Files::valid();
    let expected;
    (files.contacts, expected) = file("contacts.csv", CONTACTS_HEADER);
    files.assert_error(&expected);
    let mut files = Files::valid();
    let expected;
    (files.preferred, expected) = file("preferred.csv", PREFERRED_HEADER);
    files.assert_error(&expected);
    let mut files = Files::valid();
    let expected;
    (files.edition, expected) = file("edition.csv", EDITION_HEADER);
    files.assert_error(&expected);
}

#[test]
fn a_file_without_a_header() {
    for empty in ["", "\u{feff}", "\n", "\r\n\r\n"] {
        each_replaced(|file, header| {
            (empty.into(), format!("{file}: expected a header: {header}"))
        });
    }
}

#[test]
fn a_file_without_rows() {
    for end in ["", "\n", "\r\n\r\n"] {
        let file = |header: &str| format!("{header}{end}").into_bytes();
        let (services, contacts) = (file(SERVICES_HEADER), file(CONTACTS_HEADER));
        let preferred = file(PREFERRED_HEADER);
        let edition = Files::valid().edition;
        Files { services, contacts, preferred, edition }.compile().unwrap();
        Files { edition: file(EDITION_HEADER), ..Files::valid() }
            .assert_error("edition.csv: expected a row \"Last Updated\"");
    }
}

#[test]
fn a_column_is_missing() {
    let mut files = Files::valid();
    files.services = SERVICES_HEADER.replace("Transport Protocol,", "").into();
    files.assert_error(
        "services.csv:1: \"Description\": expected \"Transport Protocol\" as the name of column 3",
    );
    files.services = SERVICES_HEADER.replace(",Assignment Notes", "").into();
    files.assert_error(
        "services.csv:1: \"Service Name,Port Number,Transport Protocol,Description,Assignee,\
         Contact,Registr\"… (157 bytes): expected a column \"Assignment Notes\" after these 11",
    );
    files = Files::valid();
    files.edition = "Field\nLast Updated\n".into();
    files.assert_error("edition.csv:1: \"Field\": expected a column \"Value\" after these 1");
}

#[test]
fn a_column_has_another_name() {
    let mut files = Files::valid();
    files.contacts = CONTACTS_HEADER.replace("Contact URI", "URI").into();
    files.assert_error("contacts.csv:1: \"URI\": expected \"Contact URI\" as the name of column 4");
    files.contacts = CONTACTS_HEADER.replace("ID", "id").into();
    files.assert_error("contacts.csv:1: \"id\": expected \"ID\" as the name of column 1");
}

#[test]
fn a_column_has_a_former_name() {
    let valid = Files::valid();
    let former = |files: &Files, at: usize| {
        let names = SERVICES_HEADER.split(',').enumerate().map(|(index, name)| match index {
            _ if index == at => "Known Unauthorized Uses",
            _ => name,
        });
        let header = names.collect::<Vec<_>>().join(",");
        let services = String::from_utf8(files.services.clone()).unwrap();
        Files { services: services.replace(SERVICES_HEADER, &header).into(), ..files.clone() }
    };
    former(&valid, 10).assert_same_tables(&valid);
    // Cells are told by the name that the column has now.
    let long = format!("a,1,tcp,,,,,,,,{},\n", "x".repeat(70_000));
    let error = former(&Files::services(long), 10).compile().unwrap_err();
    assert_eq!(error.column(), Some("Unauthorized Use Reported"));
    // In another place, and in another table, it is as wrong as any name.
    former(&valid, 9).assert_error(
        "services.csv:1: \"Known Unauthorized Uses\": \
         expected \"Service Code\" as the name of column 10",
    );
    let mut files = Files::valid();
    files.services = SERVICES_HEADER.replace("Use Reported", "Uses").into();
    files.assert_error(
        "services.csv:1: \"Unauthorized Uses\": \
         expected \"Unauthorized Use Reported\" as the name of column 11",
    );
    files = Files::valid();
    files.contacts = CONTACTS_HEADER.replace("Name", "Known Unauthorized Uses").into();
    files.assert_error(
        "contacts.csv:1: \"Known Unauthorized Uses\": expected \"Name\" as the name of column 2",
    );
}

#[test]
fn a_column_is_new() {
    let mut files = Files::valid();
    files.preferred = format!("{PREFERRED_HEADER},Since\n").into();
    files.assert_error("preferred.csv:1: \"Since\": expected no column after the first 4");
    files.preferred = format!("{PREFERRED_HEADER},\n").into();
    files.assert_error("preferred.csv:1: \"\": expected no column after the first 4");
}

#[test]
fn a_row_has_another_number_of_columns() {
    Files::services(",0,tcp,Reserved,,,,,,,,,\n").assert_error(
        "services.csv:3: \",0,tcp,Reserved,,,,,,,,,\": expected 12 columns in this row, found 13",
    );
    Files::contacts("Bob,Bob\n")
        .assert_error("contacts.csv:3: \"Bob,Bob\": expected 5 columns in this row, found 2");
    Files::contacts("\"B\n,o\nb\",,,,\nBob,\"B\n\n,\",,,,\r,\n").assert_error(
        "contacts.csv:6: \"Bob,\\\"B\\n\\n,\\\",,,,\": expected 5 columns in this row, found 6",
    );
    Files::contacts("Bob,,,,,")
        .assert_error("contacts.csv:3: \"Bob,,,,,\": expected 5 columns in this row, found 6");
    Files::contacts("Bob,\"B\no\nb\",,,\n \n")
        .assert_error("contacts.csv:6: \" \": expected 5 columns in this row, found 1");
}

#[test]
fn a_quote_inside_a_bare_cell() {
    Files::services("a,1,tcp,the \"a\",,,,,,,,\r\n").assert_error(
        "services.csv:3: Description: \"the \\\"a\\\",,,,,,,,\": \
         expected no quote inside a cell that does not start with one",
    );
    let mut files = Files::valid();
    files.edition = "\u{feff}Fie\"ld,Value".into();
    files.assert_error(
        "edition.csv:1: \"Fie\\\"ld,Value\": \
         expected no quote inside a cell that does not start with one",
    );
}

#[test]
fn a_text_after_a_closing_quote() {
    Files::services("a,1,tcp,\"one\ntwo\",,,,,,,,\nb,2,tcp,\"the \"b\" one\",,,,,,,,\n")
        .assert_error(
            "services.csv:5: Description: \"\\\"the \\\"b\\\" one\\\",,,,,,,,\": \
         expected the quote on line 5 that closes this cell to end it",
        );
    // The quote that opens "two" closes what was left open above.
    Files::services("a,1,tcp,\"one,,,,,,,,\nb,2,tcp,\"two\",,,,,,,,\n").assert_error(
        "services.csv:3: Description: \"\\\"one,,,,,,,,\": \
         expected the quote on line 4 that closes this cell to end it",
    );
}

#[test]
fn an_open_quote() {
    Files::services("a,1,tcp,\"one\ntwo\",,,,,,,,\nb,2,tcp,\"two\n,,,,,,,,\nc,,,,,,,,,,,\n")
        .assert_error(
            "services.csv:5: Description: \"\\\"two\": expected a closing quote before the end of the file",
        );
    Files::services("\"").assert_error(
        "services.csv:3: Service Name: \"\\\"\": expected a closing quote before the end of the file",
    );
}

#[test]
fn bytes_that_are_not_utf_8() {
    Files::services(b"a,1,tcp,caf\xe9,,,,,,,,\n")
        .assert_error("services.csv:3: Description: \"caf\u{fffd}\": expected UTF-8");
    Files::services(b"a,1,tcp,\"one\ntwo\r\nthree\",,,,,,,,\"\n\xff\"\nb,2,tcp,,,,,,,,,\n")
        .assert_error("services.csv:5: Assignment Notes: \"\\n\u{fffd}\": expected UTF-8");
    Files::services(b"a,1,tcp,,,,,,,,,,,\xff\n").assert_error(
        "services.csv:3: \"a,1,tcp,,,,,,,,,,,\u{fffd}\": \
         expected 12 columns in this row, found 14",
    );
    let mut files = Files::valid();
    files.edition = b"Field,Value,\xff\n".into();
    files.assert_error("edition.csv:1: a further column: \"\u{fffd}\": expected UTF-8");
    let mut files = Files::valid();
    files.contacts = b"ID,Name\xff\n".into();
    files.assert_error("contacts.csv:1: Name: \"Name\u{fffd}\": expected UTF-8");
}

#[test]
fn lines_are_those_of_an_editor() {
    let rows = "a,1,tcp,\"one\ntwo\",,,,,,,,\n\n\nb,2,tcp,,,,,,,,,\nc,x,tcp,,,,,,,,,\n";
    let expected = "services.csv:8: Port Number: \"x\": \
        expected a port of 0-65535 or a range of them, such as 6000-6063";
    let files = Files::services(rows);
    files.assert_error(expected);
    let text = String::from_utf8(files.services.clone()).unwrap();
    for text in [text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
        Files { services: text.into(), ..files.clone() }.assert_error(expected);
    }
    let late = format!("\n\r\n{}", text.replace('\n', "\r\n"));
    Files { services: late.into(), ..files }.assert_error(&expected.replace(":8:", ":10:"));
    // A cell stands where it starts, which may be below the start of its row.
    Files::services("a,1,tcp,\"one\r\ntwo\nthree\",,,,,,,,\n").compile().unwrap();
    Files::services("a,1,tcp,\"one\r\ntwo\nthree\",,,2012-13,,,,,\n").assert_error(
        "services.csv:5: Registration Date: \"2012-13\": \
         expected a date written YYYY-MM or YYYY-MM-DD, with months 01-12 and days 01-31",
    );
}
