//! The flat tables against `registry/`, both read by the `csv` crate.

use iana_ports::export::{FlatContact, FlatContactsCsv};
use iana_ports::registry;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A table: the cells of its lines, the header first.
type Table = Vec<Vec<String>>;

static CONTACTS: LazyLock<String> = LazyLock::new(|| FlatContactsCsv::new(registry()).to_string());

/// The records of a text, of which each has as many cells as the first.
fn table(text: &str) -> Table {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a record of the same length"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

/// The rows of a file of `registry/`.
fn rows(file: &str) -> Table {
    let path = format!("{}/registry/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    table(&text).split_off(1)
}

/// A text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first day of a date.
fn day(date: &str) -> String {
    if date.len() == "2005-02".len() { format!("{date}-01") } else { date.to_owned() }
}

/// Asserts that whatever reads line by line, or takes cells for formulas, reads
/// the table as others do.
fn assert_lines(text: &str) {
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
    let table = table(text);
    assert_eq!(text.lines().count(), table.len());
    for cell in table.iter().flatten() {
        assert!(!cell.contains(|c: char| c.is_control()), "{cell:?}");
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        assert_eq!(cell.trim(), cell);
    }
}

#[test]
fn every_contact() {
    assert_lines(&CONTACTS);
    let flat = table(&CONTACTS);
    assert_eq!(flat[0], FlatContactsCsv::COLUMNS);
    let listed = rows("contacts.csv");
    let by_handle: HashMap<&str, &[String]> =
        listed.iter().map(|row| (row[0].as_str(), &row[..])).collect();
    let (mut mails, mut unlisted) = (0, 0);
    for contact in &flat[1..] {
        let Some(row) = by_handle.get(contact[0].as_str()) else {
            assert!(contact[1..].iter().all(String::is_empty), "{contact:?}");
            unlisted += 1;
            continue;
        };
        // No separator in a value: it is split as it was joined.
        assert!(!row[3].contains('|'), "{row:?}");
        let uris: Vec<&str> = row[3].lines().collect();
        let expected = [&row[0], &line(&row[1]), &line(&row[2]), &uris.join("|")];
        assert_eq!(contact[..4], expected.map(String::as_str));
        assert_eq!(contact[5..], [row[4].clone(), day(&row[4])]);
        // Of a URI that breaks a rule, `tests/it/columns/` says what the address is.
        let handle = iana_ports::lookup_contact(&contact[0]).expect("a handle");
        let email = handle.email().map(|email| email.to_string());
        assert_eq!(contact[4], email.unwrap_or_default());
        let plain = uris.first().map(|uri| uri.replace("mailto:", "").replace('&', "@"));
        mails += usize::from(plain.as_ref() == Some(&contact[4]));
    }
    assert_eq!(listed.len() + unlisted, flat.len() - 1);
    assert!(mails > 5_000, "{mails}");
}

#[cfg(feature = "serde")]
#[test]
fn contacts_as_the_csv_crate_writes_them() {
    let mut file = csv::Writer::from_writer(Vec::new());
    iana_ports::contacts().for_each(|contact| file.serialize(FlatContact::from(contact)).unwrap());
    assert!(file.into_inner().unwrap() == CONTACTS.as_bytes());
}

#[test]
fn a_contact_is_its_line() {
    let mut lines = CONTACTS.lines().skip(1);
    assert!(
        iana_ports::contacts().all(|contact| {
            lines.next() == Some(FlatContact::from(contact).to_string().as_str())
        })
    );
}

#[cfg(feature = "details")]
mod of_services {
    use super::{Table, assert_lines, day, line, rows, table};
    use iana_ports::export::{EnrichmentCsv, FlatCsv, FlatRow};
    use iana_ports::{Transport, registry};
    use std::collections::HashMap;
    use std::sync::LazyLock;

    static TEXT: LazyLock<String> = LazyLock::new(|| FlatCsv::new(registry()).to_string());
    static TABLE: LazyLock<Table> = LazyLock::new(|| table(&TEXT));

    /// The items of a cell `[A][B]`.
    fn items(cell: &str) -> String {
        assert!(!cell.contains('|'), "{cell}: the separator");
        let inner = cell.strip_prefix('[').and_then(|cell| cell.strip_suffix(']'));
        line(inner.unwrap_or("")).replace("][", "|")
    }

    #[test]
    fn every_row() {
        assert_lines(&TEXT);
        assert_eq!(TABLE[0], FlatCsv::COLUMNS);
        let registry = rows("service-names-port-numbers.csv");
        assert_eq!(registry.len(), TABLE.len() - 1);
        for ((row, flat), record) in registry.iter().zip(&TABLE[1..]).zip(iana_ports::records()) {
            let [name, ports, transport, description, assignee, contact, registered, modified, ..] =
                &row[..]
            else {
                panic!("{row:?}")
            };
            let (first, last) = ports.split_once('-').unwrap_or((ports, ports));
            let number = match transport.as_str() {
                "tcp" => "6",
                "udp" => "17",
                "sctp" => "132",
                "dccp" => "33",
                _ => "",
            };
            let status = match (name.is_empty(), description.to_lowercase()) {
                (false, _) => "Assigned",
                (true, description) if description.contains("unassigned") => "Unassigned",
                (true, _) => "Reserved",
            };
            let announcement = "IANA assigned this well-formed service name as a replacement for";
            let description = line(description.split(announcement).next().unwrap());
            // What a reference is of `[RFC9110]`, `tests/it/columns/` says.
            assert!(!row[8].contains('|'), "{row:?}");
            let references: Vec<_> = record.references().map(|text| text.to_string()).collect();
            let expected = [
                name,
                first,
                last,
                transport,
                number,
                status,
                &description,
                &items(assignee),
                &items(contact),
                registered,
                modified,
                &references.join("|"),
                &row[9],
                &line(&row[10]),
                &line(&row[11]),
                &day(registered),
                &day(modified),
            ];
            assert_eq!(flat[..], expected);
        }
    }

    #[test]
    fn one_type_a_column() {
        for row in &TABLE[1..] {
            for (column, cell) in
                FlatCsv::COLUMNS.iter().zip(row).filter(|(_, cell)| !cell.is_empty())
            {
                let is_of_type = match *column {
                    "first_port" | "last_port" => cell.parse::<u16>().is_ok(),
                    "protocol_number" => cell.parse::<u8>().is_ok(),
                    "service_code" => cell.parse::<u32>().is_ok(),
                    day if day.ends_with("_day") => {
                        cell.parse::<iana_ports::Date>().unwrap().days_since_epoch().is_some()
                    }
                    // Some engines take these for no value; IANA has an `n/a` of its own.
                    "references" => true,
                    _ => !["null", "nan", "na", "n/a", "none"].contains(&&*cell.to_lowercase()),
                };
                assert!(is_of_type, "{column}: {cell}");
            }
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn as_the_csv_crate_writes_it() {
        let mut file = csv::Writer::from_writer(Vec::new());
        iana_ports::records().for_each(|record| file.serialize(FlatRow::from(record)).unwrap());
        assert!(file.into_inner().unwrap() == TEXT.as_bytes());
        // Nothing is nested, and a number is one.
        for record in iana_ports::records() {
            let value = serde_json::to_value(FlatRow::from(record)).unwrap();
            let fields = value.as_object().unwrap();
            assert_eq!(fields.len(), FlatCsv::COLUMNS.len());
            assert!(!fields.values().any(|value| value.is_array() || value.is_object()));
            assert_eq!(value["first_port"].as_u64(), record.port().map(u64::from));
        }
    }

    #[test]
    fn a_row_is_its_line() {
        let mut lines = TEXT.lines().skip(1);
        let is_next = |row: FlatRow<'_>| lines.next() == Some(row.to_string().as_str());
        assert!(iana_ports::records().map(FlatRow::from).all(is_next));
        let ssh = iana_ports::lookup_port(22, Transport::Tcp).unwrap();
        assert_eq!(FlatRow::from(ssh), FlatRow::from(ssh.record()));
    }

    /// The documented join: of every key the row of its primary service, once.
    #[test]
    fn the_row_of_a_name_and_a_port() {
        let mut named: HashMap<&str, Vec<&[String]>> = HashMap::new();
        for row in &TABLE[1..] {
            named.entry(&row[0]).or_default().push(row);
        }
        let enrichment = table(&EnrichmentCsv::new(registry()).to_string());
        for key in &enrichment[1..] {
            let number = |cell: &str| cell.parse::<u16>().ok();
            let port = number(&key[2]).expect("a port");
            let holds = |row: &&&[String]| {
                let ports = number(&row[1]).zip(number(&row[2]));
                ports.is_some_and(|(first, last)| (first..=last).contains(&port))
                    && (row[3] == key[3] || row[3].is_empty())
            };
            let rows: Vec<_> = named[&*key[1]].iter().filter(holds).collect();
            assert!(matches!(rows[..], [row] if row[6] == key[5]), "{key:?}: {rows:?}");
        }
    }

    /// A registry of one's own may hold whatever CSV can.
    #[cfg(feature = "runtime")]
    #[test]
    fn separators_and_line_ends_in_values() {
        let header = iana_ports::export::ServicesCsv::COLUMNS.join(",");
        let row =
            "x,1,tcp,\"a|b\r\n c\td\",[A|B][C],,2005-02,2011-02-30,\"[RFC1][a|\nb]\",,,\"\"\"\n";
        let row = row.replace("\"\"\"\n", "\"say \"\"no\"\"\n\"\n");
        let own = iana_ports::Registry::from_csv(format!("{header}\n{row}").as_bytes()).unwrap();
        let text = FlatCsv::new(&own).to_string();
        assert_lines(&text);
        let expected = [
            "x",
            "1",
            "1",
            "tcp",
            "6",
            "Assigned",
            "a|b c d",
            r"A\u{7c}B|C",
            "",
            "2005-02",
            "2011-02-30",
            &table(&text)[1][11],
            "",
            "",
            "say \"no\"",
            "2005-02-01",
            "",
        ];
        assert_eq!(table(&text)[1], expected);
        assert_eq!(table(&text)[1][11].split('|').count(), 2);
    }
}
