//! A part of the registry with changes.

use super::cells::random_row;
use super::model;
use super::{Person, Row, contacts_of, registry, rows_of};
use crate::oracle::csv;
use crate::oracle::random::Random;

/// The first rows of a file under `registry/`.
fn table<const COLUMNS: usize>(file: &str) -> Vec<[String; COLUMNS]> {
    let path = format!("{}/registry/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the file is there");
    csv::records(&text)
        .into_iter()
        .skip(1)
        .take(600)
        .map(|row| row.try_into().expect("the columns"))
        .collect()
}

#[test]
fn a_part_of_the_registry_with_changes() {
    // Descriptions lose the sentence that announces an alias.
    let mut old: Vec<Row> = table("service-names-port-numbers.csv");
    old.retain(|row| !row[11].contains("alias") && !row[3].contains("IANA assigned"));
    let old_people: Vec<Person> = table("contacts.csv");
    let (mut new, mut new_people) = (old.clone(), old_people.clone());
    let mut random = Random(7);
    for change in 0..120 {
        let place = random.below(new.len());
        match change % 6 {
            0 => _ = new.remove(place),
            1 => new[place][3].push_str(" (changed)"),
            2 => new[place][0].make_ascii_uppercase(),
            3 => new[place][1] = random.below(49_152).to_string(),
            4 => new[place][2] = random.one(&["", "tcp", "udp", "sctp"]).to_owned(),
            _ => new.insert(place, random_row(&mut random)),
        }
        let place = random.below(new_people.len());
        match change % 3 {
            0 => _ = new_people.remove(place),
            1 => new_people[place][0].push_str("_new"),
            _ => new_people[place][2].push_str(" Ltd."),
        }
    }
    // A row that lost its name needs a port.
    new.retain(|row| !(row[0].is_empty() && row[1].is_empty()));
    let (older, newer) = (registry(&old, &old_people), registry(&new, &new_people));
    let diff = older.diff(&newer);
    let (people, _, renamed) = model::contacts((&old_people, &old), (&new_people, &new));
    let (rows, _) = model::rows(&old, &new, &renamed);
    assert_eq!(contacts_of(&diff), people);
    assert_eq!(rows_of(&diff), rows);
    assert!(renamed.len() > 10 && rows.len() > 100, "{} {}", renamed.len(), rows.len());
}
