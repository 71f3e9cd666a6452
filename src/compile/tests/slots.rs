//! Texts that share a slot of the perfect hash are all found.

use super::Files;
use crate::tables::{NONE, owned};

#[test]
fn names_that_folding_makes_alike_are_told_apart() {
    // The bit of ASCII case is all that differs, but not between letters.
    let rows = "A@É,1,tcp,,,,,,,,,\na`é,2,tcp,,,,,,,,,\na`É,3,tcp,,,,,,,,,\nA`é,4,udp,,,,,,,,,\n";
    let tables = Files::services(rows).compile().unwrap();
    let tables = owned::Names::from(tables.names);
    let names = tables.view();
    let port = |name: &str| match names.find(name.as_bytes()) {
        NONE => None,
        cell if usize::from(cell) < names.len() => names.port(cell),
        cell => names.port(names.members(cell).get(0)),
    };
    for (name, expected) in
        [("A@É", 1), ("a@É", 1), ("a`é", 2), ("A`é", 2), ("a`É", 3), ("SSH", 22)]
    {
        assert_eq!(port(name), Some(expected), "{name}");
    }
    for name in ["a@é", "A@é", "a", "", "a`Éx"] {
        assert_eq!(port(name), None, "{name}");
    }
    // Spellings of one name are one name.
    let both = names.members(names.find("a`é".as_bytes()));
    assert_eq!(
        (0..both.len()).map(|index| names.port(both.get(index))).collect::<Vec<_>>(),
        [Some(2), Some(4)]
    );
}

#[test]
fn handles_that_folding_makes_alike_are_told_apart() {
    let tables = Files::contacts("É,,,,\né,,,,\nBOB,,,,\nBob,,,,\n").compile().unwrap();
    let tables = owned::People::from(tables.people);
    let people = tables.view();
    let handle = |handle: &str| match people.find(handle.as_bytes()) {
        NONE => None,
        contact => Some(people.text(people.handles.get(contact.into()))),
    };
    for (asked, found) in
        [("É", "É"), ("[é]", "é"), ("BOB", "BOB"), ("Bob", "Bob"), ("bob", "BOB"), ("ann", "Ann")]
    {
        assert_eq!(handle(asked), Some(found), "{asked}");
    }
    for asked in ["e", "", "[]", "Bo", "[Bob", "Bobb", "ÉÉ"] {
        assert_eq!(handle(asked), None, "{asked}");
    }
}
