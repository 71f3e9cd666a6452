//! Tables: rows of CSV, and lines of services(5).

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, any, proptest};
use proptest::sample::{Index, select};

use super::{config, mutated};
use crate::properties::{csv, diff, exports, services_file};

/// What may stand in each column of a table of services.
const COLUMNS: [&[&str]; 12] = [
    &["", "a", "A", "b", "a-b", "a_b", "é", "a\"b", "http", "\u{202e}txt", "=1+1", "d#e", "f g"],
    &["", "1", "1", "2", "1-3", "2-5", "0", "80", "65535", "2-2", "49151-49153"],
    &["", "tcp", "tcp", "udp", "sctp", "DCCP"],
    &[
        "",
        "Reserved",
        "UNASSIGNED \u{0}\u{1b}[31m",
        "two\nlines",
        "a\r\nb ",
        "IANA assigned this well-formed service name as a replacement for \"a_b\".",
        "one IANA assigned this well-formed service name as a replacement for \"A_B\".",
    ],
    &["", "[Ann]", "[ann][Ann]", "[é]", "[Ann][Bob][Ann]", "[x y]"],
    &["", "[Ann]", "[ann][Ann]", "[é]", "[Ann][Bob][Ann]", "[\"]"],
    &["", "2001-02", "2026-08-17"],
    &["", "2000-12-31"],
    &["", "[RFC6335]", "[RFC1, Section A][draft-x]", "[ ][\n]", "[http://a/\u{7}][é]"],
    &["", "0", "4294967294", "1145656131"],
    &["", "on port 1, 2 and 9-8", "ports 0-65535 \u{0}", "port -"],
    &[
        "",
        "This entry is an alias to \"a-b\".",
        "this ENTRY is an alias to\n\"A\".",
        "Defined TXT keys: a=1 b=<c> (d)",
        "Defined TXT keys: p: q\nr: s\n",
        "\"",
        "De-assigned on 2001-02-03, previously \u{1}x",
        "removed removed 8 June 2001 Formerly was \"\u{85}\"",
    ],
];

/// A line of a table.
fn line(cells: &[&str]) -> String {
    let quoted = |cell: &&str| match cell.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => (*cell).to_owned(),
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n"
}

/// A row with few cells, so that many are alike.
fn row() -> impl Strategy<Value = String> {
    let others = vec((3..COLUMNS.len(), any::<Index>()), 0..4);
    (select(COLUMNS[0]), select(COLUMNS[1]), select(COLUMNS[2]), others).prop_map(
        |(name, ports, transport, others)| {
            let ports = if name.is_empty() && ports.is_empty() { "7" } else { ports };
            let mut cells = [""; COLUMNS.len()];
            cells[..3].copy_from_slice(&[name, ports, transport]);
            for (column, cell) in others {
                cells[column] = COLUMNS[column][cell.index(COLUMNS[column].len())];
            }
            line(&cells)
        },
    )
}

fn rows() -> impl Strategy<Value = Vec<String>> {
    vec(row(), 0..8)
}

fn people() -> impl Strategy<Value = Vec<String>> {
    const TEXTS: &[&str] = &["", "", "Ann Other", "\u{0}\n", "é\u{301}", "\"", "=1+1"];
    const URIS: &[&str] = &[
        "",
        "mailto:a&b.example",
        "mailto:a%40b@c.example>",
        "tel:+1\nmailto:",
        "\u{1}x\n \n",
        "http://a\nmailto:b&c.d\r\n",
        ":",
    ];
    const HANDLES: [&str; 4] = ["Ann", "ann", "é", "x y"];
    let cells = (select(TEXTS), select(TEXTS), select(URIS), select(COLUMNS[6]));
    vec(cells, 0..HANDLES.len()).prop_map(|people| {
        let row = |(handle, (name, organization, uris, date)): (&str, _)| {
            line(&[handle, name, organization, uris, date])
        };
        HANDLES.into_iter().zip(people).map(row).collect()
    })
}

/// A line of services(5), nearly always of a service.
fn service() -> impl Strategy<Value = String> {
    const NAMES: &[&str] = &["a", "b", "http", "A", "x\"y", "é", "", "#"];
    const KEYS: &[&str] = &["80/tcp", "1/udp", "1/TCP", "9/sctp", "7/ddp", "0/tcp", "65535/dccp"];
    const REST: &[&str] =
        &["a", "A", "b", "é", "80/tcp", "# ", "\"", "This entry is an alias to \"a\".", "\u{b}"];
    let blanks = || select(&[" ", "\t", "  "][..]);
    let rest = vec((blanks(), select(REST)), 0..4);
    let end = select(&["\n", "\r\n", ""][..]);
    (select(NAMES), blanks(), select(KEYS), rest, end).prop_map(|(name, blank, key, rest, end)| {
        let rest: String = rest.into_iter().flat_map(|(blank, word)| [blank, word]).collect();
        [name, blank, key, &rest, end].concat()
    })
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn csv_files(bytes in mutated(rows().prop_map(|rows| rows.concat()))) {
        csv::check(&bytes);
    }

    #[test]
    fn services_files(bytes in mutated(vec(service(), 0..10).prop_map(|lines| lines.concat()))) {
        services_file::check(&bytes);
    }

    #[test]
    fn exported(
        bytes in mutated(
            (rows(), people()).prop_map(|(rows, people)| rows.concat() + "---\n" + &people.concat()),
        ),
    ) {
        exports::check(&bytes);
    }

    /// Tables with rows that are exchanged, left out and added.
    #[test]
    fn diffs(old in rows(), changes in vec((any::<Index>(), option::of(row())), 0..4)) {
        let mut new = old.clone();
        for (place, row) in changes {
            let place = place.index(new.len() + 1);
            new.splice(place..(place + 1).min(new.len()), row);
        }
        diff::check((old.concat() + "---\n" + &new.concat()).as_bytes());
    }
}
