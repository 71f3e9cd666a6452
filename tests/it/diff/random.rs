//! Random small registries, and a part of the real one with changes.

use super::model;
use super::{Person, Row, contacts_of, registry, row, rows_of};
use crate::oracle::csv;
use crate::oracle::random::Random;

const HANDLES: [&str; 5] = ["", "[a]", "[b]", "[B][a]", "[c]"];

/// A row out of so few that many meet.
fn random_row(random: &mut Random) -> Row {
    let name = random.one(&["", "", "x", "X", "y", "z"]);
    let mut ports = random.one(&["1", "2", "1-3", "3-4", "2-6", "5"]);
    if !name.is_empty() {
        ports = random.one(&["", ports]);
    }
    let mut row = row([name, ports, random.one(&["", "tcp", "udp"]), random.one(&["", "d", "e"])]);
    random.one(&HANDLES).clone_into(&mut row[4]);
    random.one(&HANDLES).clone_into(&mut row[5]);
    row
}

fn random_people(random: &mut Random) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for handle in ["a", "A", "b", "B", "c", "d"] {
        if random.below(2) == 0 {
            let cells = [
                handle,
                random.one(&["", "N", "M"]),
                random.one(&["", "O"]),
                random.one(&["", "mailto:u&e.example", "tel:1"]),
                "",
            ];
            let place = random.below(people.len() + 1);
            people.insert(place, super::person(cells));
        }
    }
    people
}

#[test]
fn random_registries() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut changed, mut renamings, mut reordered) = (0, 0, 0);
    for _ in 0..1_000 {
        let count = random.below(9);
        let old: Vec<Row> = (0..count).map(|_| random_row(&mut random)).collect();
        let mut new = old.clone();
        for _ in 0..random.below(5) {
            match (random.below(3), new.len()) {
                (0, length) => new.insert(random.below(length + 1), random_row(&mut random)),
                (_, 0) => {}
                (1, length) => _ = new.remove(random.below(length)),
                (_, length) => {
                    let (place, cells) = (random.below(length), random_row(&mut random));
                    let column = random.below(6);
                    new[place][column].clone_from(&cells[column]);
                    if new[place][0].is_empty() && new[place][1].is_empty() {
                        new.remove(place);
                    }
                }
            }
        }
        let (old_people, new_people) = (random_people(&mut random), random_people(&mut random));
        let (older, newer) = (registry(&old, &old_people), registry(&new, &new_people));
        let diff = older.diff(&newer);
        let (people, people_reordered, renamed) =
            model::contacts((&old_people, &old), (&new_people, &new));
        let (rows, rows_reordered) = model::rows(&old, &new, &renamed);
        let shown = format!("{old:?}\n{new:?}\n{old_people:?}\n{new_people:?}\n{diff}");
        assert_eq!(contacts_of(&diff), people, "{shown}");
        assert_eq!(rows_of(&diff), rows, "{shown}");
        let orders = (diff.records().is_reordered(), diff.contacts().is_reordered());
        assert_eq!(orders, (rows_reordered, people_reordered), "{shown}");
        let nothing = rows.is_empty() && people.is_empty() && !rows_reordered && !people_reordered;
        assert_eq!(diff.is_empty(), nothing, "{shown}");
        changed += diff.records().changed();
        renamings += renamed.len();
        reordered += usize::from(rows_reordered);
    }
    // The cases are there.
    assert!(changed > 150 && renamings > 30 && reordered > 3, "{changed} {renamings} {reordered}");
}

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
