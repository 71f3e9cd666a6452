//! The enrichment table has one line for each key of a service.

use crate::oracle::csv;
use crate::oracle::model::{MODEL, service};
use iana_ports::{Transport, export, registry};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The table, written once for all tests.
static TEXT: LazyLock<String> =
    LazyLock::new(|| export::EnrichmentCsv::new(registry()).to_string());

#[test]
fn every_key_has_the_primary_service() {
    let records = csv::records(&TEXT);
    let header = ["key", "service_name", "port", "transport", "protocol_number", "description"];
    assert_eq!(records[0], header);
    let mut by_key: HashMap<&str, &[String]> = HashMap::new();
    let mut by_numbers = HashMap::new();
    for record in &records[1..] {
        assert!(by_key.insert(&record[0], &record[1..]).is_none(), "{record:?}");
        let number = |cell: &str| cell.parse::<u16>().expect("a number");
        let numbers = (number(&record[2]), number(&record[4]));
        assert!(by_numbers.insert(numbers, &record[1]).is_none(), "{record:?}");
    }
    let mut found = 0;
    for port in 0..=u16::MAX {
        for &transport in Transport::ALL {
            let primary = MODEL.services_on(port, transport).first();
            let cells = by_key.get(&*format!("{port}/{transport}")).copied();
            let protocol = u16::from(u8::from(transport));
            let Some(&row) = primary else {
                assert_eq!((cells, by_numbers.get(&(port, protocol))), (None, None), "{port}");
                continue;
            };
            let name = &MODEL.rows[row].name;
            let description = service(row).description();
            let expected: [&str; 5] = [
                name,
                &port.to_string(),
                transport.as_str(),
                &protocol.to_string(),
                &description.split_whitespace().collect::<Vec<_>>().join(" "),
            ];
            assert_eq!(cells.unwrap(), expected, "{port}/{transport}");
            assert_eq!(by_numbers[&(port, protocol)], name);
            found += 1;
        }
    }
    assert_eq!(found, records.len() - 1);
}

/// The columns of a text, of the lines that are chosen.
fn columns(text: &str, columns: &[usize], choose: impl Fn(&[String]) -> bool) -> Vec<Vec<String>> {
    let records = csv::records(text).split_off(1);
    let cells = |record: &Vec<String>| columns.iter().map(|&at| record[at].clone()).collect();
    records.iter().filter(|record| choose(record)).map(cells).collect()
}

#[test]
fn one_transport_and_two_columns() {
    let table = export::EnrichmentCsv::new(registry());
    let dictionary = table.two_columns().to_string();
    assert!(dictionary.starts_with("key,service_name\n"));
    assert_eq!(csv::records(&dictionary)[1..], columns(&TEXT, &[0, 1], |_| true));
    for &transport in Transport::ALL {
        let on = |record: &[String]| record[3] == transport.as_str();
        let all = table.transport(transport).to_string();
        assert_eq!(all.lines().next(), TEXT.lines().next());
        assert_eq!(csv::records(&all)[1..], columns(&TEXT, &[0, 1, 2, 3, 4, 5], on));
        let ports = table.transport(transport).two_columns().to_string();
        assert!(ports.starts_with("port,service_name\n"));
        assert_eq!(csv::records(&ports)[1..], columns(&TEXT, &[2, 1], on));
        assert!(csv::records(&ports).len() > 1, "{transport}");
    }
}

/// What reads line by line has the same records.
#[test]
fn every_line_is_a_record() {
    let text = &**TEXT;
    assert_eq!(text.lines().count(), csv::records(text).len());
    for line in text.lines() {
        let cells = &csv::records(line)[0];
        assert_eq!(cells.len(), 6, "{line}");
        assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
        // A spreadsheet takes none of them for a formula.
        assert!(!cells.iter().any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{line}");
    }
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
}
