//! What is wrong with a cell.

use super::Files;
use crate::columns::ServiceColumns;

/// That `value` in `column` of a service on line 3 is this error.
#[track_caller]
fn assert_service_error(column: &str, value: &str, expected: &str) {
    let cells = ServiceColumns::NAMES.map(|name| match name {
        _ if name == column => value,
        "Service Name" => "a",
        _ => "",
    });
    let quoted = cells.map(|cell| format!("\"{cell}\""));
    let expected = format!("services.csv:3: {column}: {value:?}: expected {expected}");
    Files::services(quoted.join(",")).assert_error(&expected);
}

#[test]
fn ports() {
    Files::services("a,65536,tcp,,,,,,,,,\n").assert_error(
        "services.csv:3: Port Number: \"65536\": \
         expected a port of 0-65535 or a range of them, such as 6000-6063",
    );
    for port in [
        "x",
        "+80",
        "-9",
        "80-",
        "-",
        "--",
        "1-2-3",
        " 80",
        "80 ",
        "8O",
        "80,81",
        "99999999999999",
        "1-65536",
        "1 - 2",
        "1\u{2013}2",
        "0x50",
        "080",
        "00",
        "1-02",
        "\u{663}",
    ] {
        let expected = "a port of 0-65535 or a range of them, such as 6000-6063";
        assert_service_error("Port Number", port, expected);
    }
    for range in ["2-1", "65535-0"] {
        let expected = "a range of ports whose first is not above its last";
        assert_service_error("Port Number", range, expected);
    }
}

#[test]
fn a_row_without_name_and_port() {
    for row in [",,,,,,,,,,,\n", ",,tcp,Reserved,,,,,,,,\n"] {
        Files::services(row).assert_error(
            "services.csv:3: Port Number: \"\": \
             expected a port number in a row without a service name",
        );
    }
}

#[test]
fn transports() {
    for transport in ["icmp", "tcp/udp", "tcp ", "6"] {
        assert_service_error("Transport Protocol", transport, "tcp, udp, sctp, dccp or nothing");
    }
}

#[test]
fn dates() {
    for column in ["Registration Date", "Modification Date"] {
        for date in [
            "2012-2-3",
            "2012-13",
            "2012-00",
            "2012-01-00",
            "2012-01-32",
            "2012",
            "2012/01/02",
            "12-01-02",
            "2012-01-",
            " 2012-01",
            "2012-01-02T00:00",
            "+012-01",
            "3 May 2012",
        ] {
            assert_service_error(
                column,
                date,
                "a date written YYYY-MM or YYYY-MM-DD, with months 01-12 and days 01-31",
            );
        }
        for date in ["1969-12-31", "2098-01", "0000-01", "9999-12-31"] {
            assert_service_error(column, date, "a date from 1970 to 2097");
        }
    }
    Files::contacts("Bob,,,,2012-2-3\n").assert_error(
        "contacts.csv:3: Last Updated: \"2012-2-3\": \
         expected a date written YYYY-MM or YYYY-MM-DD, with months 01-12 and days 01-31",
    );
    Files::contacts("Bob,,,,2098-01\n").assert_error(
        "contacts.csv:3: Last Updated: \"2098-01\": expected a date from 1970 to 2097",
    );
    Files::services("a,1,tcp,,,,1970-01,2097-12-31,,,,\n").compile().unwrap();
}

#[test]
fn lists_in_brackets() {
    const NO_LISTS: [&str; 14] = [
        "[A][B", "A][B]", "A", "[]", "[A][]", "[][A]", "[A]x[B]", "[A] [B]", "[[A]]", "[A]]", "[",
        "]", "[A],[B]", "[A]\n",
    ];
    for list in NO_LISTS {
        for column in ["Assignee", "Contact"] {
            let expected = "contact handles in brackets, such as [Jon_Postel][IESG]";
            assert_service_error(column, list, expected);
        }
        let expected = "references in brackets, such as [RFC6335][RFC7605]";
        assert_service_error("Reference", list, expected);
    }
}

#[test]
fn service_codes() {
    for code in ["4294967295", "4294967296", "x", "+1", "01", "-1", "DISC", "1 "] {
        assert_service_error("Service Code", code, "a service code of 0-4294967294");
    }
    Files::services("a,1,dccp,,,,,,,4294967294,,\n").compile().unwrap();
}

#[test]
fn names_and_handles() {
    let long = "x".repeat(255);
    let in_brackets = format!("[Ann][{long}]");
    let shown = format!("\"{}\"… (255 bytes)", &long[..80]);
    for (file, place) in [
        (Files::services(format!("{long},1,tcp,,,,,,,,,\n")), "services.csv:3: Service Name"),
        (Files::services(format!("a,1,tcp,,{in_brackets},,,,,,,\n")), "services.csv:3: Assignee"),
        (Files::services(format!("a,1,tcp,,,{in_brackets},,,,,,\n")), "services.csv:3: Contact"),
        (Files::contacts(format!("{long},,,,\n")), "contacts.csv:3: ID"),
    ] {
        file.assert_error(&format!("{place}: {shown}: expected at most 254 bytes"));
    }
    Files::services(format!("{},1,tcp,,[{0}],,,,,,,\n", &long[1..])).compile().unwrap();

    for control in ["\0", "\t", "\n", "\u{1b}[0m", "\u{7f}", "\u{85}"] {
        let name = format!("a{control}b");
        assert_service_error("Service Name", &name, "no control characters");
    }
    Files::services("a,1,tcp,,[Ann][B\tb],,,,,,,\n")
        .assert_error("services.csv:3: Assignee: \"B\\tb\": expected no control characters");
    Files::services("a,1,tcp,,,\"[B\nb]\",,,,,,\n")
        .assert_error("services.csv:3: Contact: \"B\\nb\": expected no control characters");
    Files::contacts("B\u{1b}b,,,,\n")
        .assert_error("contacts.csv:3: ID: \"B\\u{1b}b\": expected no control characters");
}

#[test]
fn handles_of_contacts() {
    for handle in ["", "[]", "[A", "A]", "[A][B]", "A[1]"] {
        Files::contacts(format!("{handle},,,,\n")).assert_error(&format!(
            "contacts.csv:3: ID: {handle:?}: expected a contact handle, such as Jon_Postel"
        ));
    }
    for handle in ["Ann", "[Ann]"] {
        Files::contacts(format!("Bob,,,,\n{handle},,,,\n"))
            .assert_error("contacts.csv:4: ID: \"Ann\": expected a handle that no row before has");
    }
    Files::contacts("ann,,,,\n").compile().unwrap();
}

#[test]
fn preferred_services() {
    for (row, column, value, expected) in [
        (
            "telnet,23,tcp,why",
            "Service Name",
            "telnet",
            "a service of this name, port and transport",
        ),
        ("ssh,23,tcp,why", "Service Name", "ssh", "a service of this name, port and transport"),
        ("ssh,22,udp,why", "Service Name", "ssh", "a service of this name, port and transport"),
        ("ssh,22,,why", "Service Name", "ssh", "a service of this name, port and transport"),
        ("ssh,,tcp,why", "Service Name", "ssh", "a service of this name, port and transport"),
        ("ssh,22,tcp,why", "Service Name", "ssh", "a service that no row before prefers"),
        ("SSH,22,TCP,why", "Service Name", "SSH", "a service that no row before prefers"),
        ("ssh,22,tcp,", "Reason", "", "the reason why this row is preferred"),
        (",22,tcp,why", "Service Name", "", "a service name"),
        (
            "ssh,22x,tcp,why",
            "Port Number",
            "22x",
            "a port of 0-65535 or a range of them, such as 6000-6063",
        ),
        ("ssh,22,ssl,why", "Transport Protocol", "ssl", "tcp, udp, sctp, dccp or nothing"),
    ] {
        Files::preferred(row)
            .assert_error(&format!("preferred.csv:3: {column}: {value:?}: expected {expected}"));
    }
}

#[test]
fn the_date_of_the_edition() {
    Files::edition("Title,Ports\nlast updated,2026-08-17\n")
        .assert_error("edition.csv: expected a row \"Last Updated\"");
    Files::edition("Last Updated,2026-08-17\nTitle,\nLast Updated,2026-08-18\n")
        .assert_error("edition.csv:4: Field: \"Last Updated\": expected one row of this field");
    for date in ["", "2026", "yesterday"] {
        Files::edition(&format!("Title,Ports\nLast Updated,{date}\n")).assert_error(&format!(
            "edition.csv:3: Value: {date:?}: expected a date written YYYY-MM or YYYY-MM-DD, with months 01-12 and days 01-31"
        ));
    }
    Files::edition("Last Updated,1969-12-31\n")
        .assert_error("edition.csv:2: Value: \"1969-12-31\": expected a date from 1970 to 2097");
}

#[test]
fn values_are_quoted_and_escaped_and_cut() {
    Files::services(format!("a,1,tcp,,,,,,\"\u{1b}]\"\"\n\u{202e}é{}\",,,\n", "x".repeat(80)))
        .assert_error(&format!(
            "services.csv:3: Reference: \"\\u{{1b}}]\\\"\\n\\u{{202e}}é{}\"… (89 bytes): \
             expected references in brackets, such as [RFC6335][RFC7605]",
            "x".repeat(74)
        ));
}

#[test]
fn names_and_handles_with_blanks_at_an_end() {
    for name in [" ", " x", "x ", "\u{a0}x"] {
        assert_service_error("Service Name", name, "no blanks at either end");
    }
    Files::services("Apple Remote Desktop,1,tcp,,,,,,,,,\n").compile().unwrap();
    Files::contacts("\"Ann \",,,,\n")
        .assert_error("contacts.csv:3: ID: \"Ann \": expected no blanks at either end");
}
