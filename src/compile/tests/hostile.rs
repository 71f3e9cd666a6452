//! Registries made to cost time or memory. What takes a moment took minutes,
//! or gigabytes, where rows were compared with rows.

use super::limits::rows;
use super::{CONTACTS_HEADER, Files, PREFERRED_HEADER};
use crate::tables::owned;

/// A number as sixteen bytes, each of which is one of two.
pub(super) fn bits(number: usize, [zero, one]: [char; 2]) -> String {
    (0..16).map(|bit| if number >> bit & 1 == 0 { zero } else { one }).collect()
}

#[test]
fn every_spelling_of_a_name() {
    let spelled = |number| format!("{},{number},tcp,,,,,,,,,", bits(number, ['a', 'A']));
    let tables = Files::services(rows(254, spelled)).compile().unwrap();
    let tables = owned::NameTables::from(tables.names);
    let names = tables.view();
    for number in 1..=254 {
        let name = bits(number, ['a', 'A']);
        let entries = names.named(&name);
        assert_eq!((entries.len(), names.name(entries.get(0))), (254, &*name));
    }
    // As the first of them.
    assert_eq!(names.port(names.named(&"A".repeat(16)).get(0)), Some(1));
    // With the four that every test file has.
    Files::services(rows(255, spelled)).assert_error(
        "registry: expected at most 65534 entries and lists of entries \
         that share a name or a port, found 65539",
    );
    Files::services(rows(20_000, spelled)).assert_error(&format!(
        "registry: expected at most 256 names or handles that only the bit of ASCII case \
         tells apart, as it does {:?} and {:?}",
        bits(256, ['a', 'A']),
        bits(257, ['a', 'A'])
    ));
}

#[test]
fn aliases_of_aliases_of_one_name() {
    // Nobody is an alias of a service that is one, nor of one with fewer
    // transports.
    let named = |number: usize| match number % 3 {
        0 => format!("a,1,tcp,{number},,,,,,,,\"This entry is an alias to \"\"z\"\".\""),
        1 => format!("a,1,tcp,{number},,,,,,,,"),
        _ => format!("b,1,,{number},,,,,,,,\"This entry is an alias to \"\"a\"\".\""),
    };
    super::model::with_model(&rows(20_000, named), |model| assert!(model.aliases.is_empty()));
}

#[test]
fn a_preferred_row_for_each_row() {
    let name = |number| format!("{}{number}", "n".repeat(240));
    let row = |number| format!("{},{number},tcp,,,,,,,,,", name(number));
    let preferred = |number| format!("{},{number},tcp,why", name(number));
    let preferred = format!("{PREFERRED_HEADER}\n{}A,1,tcp,why\n", rows(20_000, preferred));
    let files = Files::services(rows(20_000, row));
    Files { preferred: preferred.into(), ..files }.assert_error(
        "preferred.csv:20002: Service Name: \"A\": \
         expected a service of this name, port and transport",
    );
}

#[test]
fn as_many_contacts_as_fit_into_a_file() {
    let handles = |number: usize| {
        let handles = (0..5_000).map(|handle| format!("[{:x}]", number * 5_000 + handle));
        format!("a,{number},tcp,,{},,,,,,,", handles.collect::<String>())
    };
    // Ann and IESG are the others.
    Files::services(rows(20, handles))
        .assert_error("services.csv:16: Assignee: \"11384\": expected at most 65534 contacts");
}

#[test]
fn a_million_columns() {
    let commas = ",".repeat(1_000_000);
    Files::services(format!("{commas}\n")).assert_error(&format!(
        "services.csv:3: \"{}\"… (1000000 bytes): expected 12 columns in this row, found 1000001",
        &commas[..80],
    ));
    // Of a header, no more is read than is wrong.
    let contacts = format!("{CONTACTS_HEADER}{}\"", &commas[..100_000]);
    Files { contacts: contacts.into(), ..Files::valid() }
        .assert_error("contacts.csv:1: \"\": expected no column after the first 5");
    Files { contacts: commas.into(), ..Files::valid() }
        .assert_error("contacts.csv:1: \"\": expected \"ID\" as the name of column 1");
}

#[test]
fn texts_that_only_the_bit_of_case_tells_apart() {
    let name = |number| bits(number, ['`', '@']);
    let named = |number| format!("{},{number},,,,,,,,,,", name(number));
    let tables = Files::services(rows(256, named)).compile().unwrap();
    let tables = owned::NameTables::from(tables.names);
    let names = tables.view();
    for number in 1..=256 {
        let entries = names.named(&name(number));
        assert_eq!((entries.len(), names.port(entries.get(0)).map(usize::from)), (1, Some(number)));
    }
    assert_eq!(names.named(&name(257)).len(), 0);
    let shown = |number| format!("{:?}", name(number));
    Files::services(rows(257, named)).assert_error(&format!(
        "registry: expected at most 256 names or handles that only the bit of ASCII case \
         tells apart, as it does {} and {}",
        shown(256),
        shown(257)
    ));
}
