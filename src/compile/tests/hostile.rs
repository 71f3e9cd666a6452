//! Registries made to cost time or memory. What takes a moment took minutes,
//! or gigabytes, where rows were compared with rows.

use super::limits::rows;
use super::{CONTACTS_HEADER, Files, PREFERRED_HEADER};
use crate::tables::{NONE, owned};
use crate::test_random::Random;
use crate::text::steps;
use crate::values::transport::Transport;

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
        "services.csv:259: Service Name: {:?}: expected at most 256 names or handles \
         that only the bit of ASCII case tells apart, as it does this one and {:?}",
        bits(257, ['a', 'A']),
        bits(256, ['a', 'A'])
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
    Files::services(rows(257, named)).assert_error(&format!(
        "services.csv:259: Service Name: {:?}: expected at most 256 names or handles \
         that only the bit of ASCII case tells apart, as it does this one and {:?}",
        name(257),
        name(256)
    ));
}

/// A row of a crowd of one name, or of none, with ports and transports of every
/// kind; the number makes it differ from all others.
fn in_disorder(random: &mut Random, name: &str, number: usize) -> String {
    let transport = ["", "tcp", "udp", "sctp", "dccp"][random.below(5)];
    let (first, more) = (random.below(300), [0, 1, 5, 100][random.below(4)]);
    let ports = match random.below(10) {
        0 if !name.is_empty() => String::new(),
        1 => format!("{first}-{first}"),
        _ => format!("{first}-{}", first + more),
    };
    let description = ["", "Unassigned "][random.below(2)];
    format!("{name},{ports},{transport},{description}{number},,,,,,,,")
}

/// What layers ask of 32,000 rows for each of as many, and `lookup_name` too.
#[test]
fn a_crowd_of_one_name_is_not_gone_through() {
    for count in [50, 400] {
        let mut random = Random(0x9e37_79b9_7f4a_7c15 + count as u64);
        let rows = rows(count, |number| in_disorder(&mut random, "crowd", number));
        let tables = Files::services(rows).compile().unwrap();
        let tables = owned::NameTables::from(tables.names);
        let names = tables.view();
        let members = names.named("CROWD");
        let entries: Vec<u16> = (0..members.len()).map(|index| members.get(index)).collect();
        let on: Vec<Option<Transport>> =
            Transport::ALL.iter().copied().map(Some).chain([None]).collect();
        for transport in &on {
            let covers = |entry: &u16| match transport {
                Some(transport) => names.covers(*entry, *transport),
                None => names.transport(*entry, Transport::Tcp).is_none(),
            };
            let there: Vec<u16> = entries.iter().copied().filter(covers).collect();
            if let Some(on) = transport {
                let first = there.first().copied().unwrap_or(NONE);
                assert_eq!(names.primary_named("crowd", *on), first);
            }
            let portless = there.iter().any(|entry| names.port(*entry).is_none());
            assert_eq!(names.has_one_on(members, None, *transport), portless);
            for _ in 0..2_000 {
                let first = u16::try_from(random.below(420)).unwrap();
                let last = first + [0, 1, 4, 90][random.below(4)];
                let is_around = |entry: &u16| {
                    let (start, end) = names.span(*entry);
                    names.port(*entry).is_some() && start <= first && last <= end
                };
                let expected = there.iter().any(is_around);
                assert_eq!(names.has_one_on(members, Some((first, last)), *transport), expected);
            }
        }
    }
}

#[test]
fn steps_in_a_crowd_of_one_name() {
    // None of them has what is asked for: each was looked at, for each row below.
    for row in ["crowd,1-3,tcp", "crowd,,udp", "crowd,1-2,udp", "crowd,2-3,"] {
        let rows = rows(10_000, |number| format!("{row},{number},,,,,,,,"));
        let tables = Files::services(rows).compile().unwrap();
        let tables = owned::NameTables::from(tables.names);
        let names = tables.view();
        let members = names.named("crowd");
        for (ports, on) in
            [(Some((1, 3)), None), (Some((1, 3)), Some(Transport::Sctp)), (None, None)]
        {
            let (steps, is_there) = steps::count(|| names.has_one_on(members, ports, on));
            assert!(!is_there && steps < 60, "{row}: {steps}");
        }
    }
}

/// What `status`, and so `free_ports`, asks for each port.
#[test]
fn a_crowd_of_nameless_rows_is_not_gone_through() {
    for count in [300, 2_000] {
        let mut random = Random(0x2545_f491_4f6c_dd1d + count as u64);
        let rows = rows(count, |number| in_disorder(&mut random, "", number));
        let tables = Files::services(rows).compile().unwrap();
        // One per port and transport at most, whatever the number of rows.
        let changes = tables.names.nameless_changes.len() / 4;
        assert_eq!((changes > 0, changes < 4 * 420), (count > 1_000, true));
        let tables = owned::NameTables::from(tables.names);
        let names = tables.view();
        // Of those that start last the shortest, and of these the first.
        let order = |entry: &u16| {
            let (first, last) = names.span(*entry);
            (first, !last, !*entry)
        };
        for &transport in Transport::ALL {
            for port in 0..420 {
                let is_there = |entry: &u16| {
                    let (first, last) = names.span(*entry);
                    first <= port && port <= last
                };
                let all = (0..names.nameless.len()).map(|place| names.nameless.get(place));
                let there: Vec<u16> = all.filter(is_there).collect();
                let on = there.iter().copied().filter(|entry| names.covers(*entry, transport));
                let expected = on.max_by_key(order).unwrap_or(NONE);
                let found = names.first_nameless(port, transport);
                let found =
                    found.unwrap_or_else(|| names.first_nameless_of_several(port, transport));
                assert_eq!(found, expected, "{port}/{transport}");
                let (first, last) = (port, port + 5);
                let reaches = |entry: &u16| names.span(*entry).1 >= last;
                let expected = there
                    .iter()
                    .filter(|entry| reaches(entry))
                    .any(|entry| names.covers(*entry, transport));
                let (steps, found) =
                    steps::count(|| names.has_nameless_on((first, last), Some(transport)));
                assert_eq!(found, expected);
                assert!(steps <= 512, "{steps}");
            }
        }
    }
}
