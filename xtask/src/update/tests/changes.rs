//! What counts as added, removed and changed.

use super::super::changes::{Changes, of_contacts, of_services};
use super::super::tables::Tables;

/// A table of rows that have a name, port, transport and description.
fn services(rows: &[[&str; 4]]) -> Tables {
    let row = |cells: &[&str; 4]| {
        core::array::from_fn(|index| cells.get(index).copied().unwrap_or_default().to_owned())
    };
    Tables { services: rows.iter().map(row).collect(), ..Tables::default() }
}

#[test]
fn rows_are_told_apart_by_name_port_and_transport() {
    let before = services(&[
        ["a", "1", "tcp", "x"],
        ["a", "1", "udp", "x"],
        ["", "2-9", "", "Unassigned"],
        ["b", "", "tcp", "x"],
        ["c", "", "", "x"],
    ]);
    let after = services(&[
        ["a", "1", "tcp", "y"],
        ["", "2", "udp", "Reserved"],
        ["", "3-9", "", "Unassigned"],
        ["b", "", "udp", "x"],
        ["c", "", "", "x"],
        ["d", "5-6", "", "x"],
    ]);
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let expected = Changes {
        added: names(&["2/udp", "3-9", "b (udp)", "d (5-6)"]),
        removed: names(&["a (1/udp)", "2-9", "b (tcp)"]),
        changed: names(&["a (1/tcp)"]),
    };
    assert_eq!(of_services(&before, &after), expected);
    assert_eq!(expected.counted("row"), "4 rows added, 3 removed, 1 changed");
    assert!(of_contacts(&before, &after).is_empty());
    assert_eq!(Changes::default().counted("contact"), "no contacts changed");
}

#[test]
fn rows_of_one_name_are_compared_with_their_equals() {
    let [x, y, z] = ["x", "y", "z"].map(|text| ["rdp", "", "", text]);
    let count = |before: &[[&str; 4]], after: &[[&str; 4]]| {
        of_services(&services(before), &services(after)).counted("row")
    };
    assert_eq!(count(&[x, y], &[y, x]), "no rows changed");
    assert_eq!(count(&[x, y], &[y]), "1 row removed");
    assert_eq!(count(&[x], &[x, x]), "1 row added");
    assert_eq!(count(&[x, y], &[z, x]), "1 row changed");
}

#[test]
fn a_long_list_is_cut() {
    let row = |port: &u16| ["a".to_owned(), port.to_string(), "tcp".to_owned()];
    let rows = |ports: &[u16]| Tables {
        services: ports
            .iter()
            .map(|port| {
                let mut cells = row(port).into_iter();
                core::array::from_fn(|_| cells.next().unwrap_or_default())
            })
            .collect(),
        ..Tables::default()
    };
    let ports: Vec<u16> = (1..=1007).collect();
    let listed = of_services(&rows(&ports[..2]), &rows(&ports)).listed();
    let expected =
        "  added: a (3/tcp), a (4/tcp), a (5/tcp), a (6/tcp), a (7/tcp) and 1,000 more\n";
    assert_eq!(listed, expected);
    let listed = of_services(&rows(&ports[..5]), &Tables::default()).listed();
    assert_eq!(listed, "  removed: a (1/tcp), a (2/tcp), a (3/tcp), a (4/tcp), a (5/tcp)\n");
}
