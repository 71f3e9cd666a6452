//! Rows that differ only in their transport become one entry, and the order
//! of the registry can be told from the entries.

use super::model::with_model;
use crate::compile::model::{Entry, Model, bit};
use crate::test_random::Random;
use crate::values::transport::Transport::{self, Dccp, Sctp, Tcp, Udp};

/// The name of an entry, its transports, and whether its records alternate
/// with those of the next.
type Merged<'m> = (&'m str, Vec<Transport>, bool);

/// A merged entry, as the tests write it.
type Expected<'m> = (&'m str, &'m [Transport], bool);

fn transports(entry: &Entry<'_>) -> Vec<Transport> {
    Transport::ALL.iter().copied().filter(|one| entry.transports & bit(*one) != 0).collect()
}

#[track_caller]
fn assert_merged(model: &Model<'_>, expected: &[Expected<'_>], shown: &str) {
    let expected: Vec<Merged<'_>> =
        expected.iter().map(|(name, transports, is)| (*name, transports.to_vec(), *is)).collect();
    assert_eq!(merged(model), expected, "{shown}");
}

fn merged<'m>(model: &'m Model<'_>) -> Vec<Merged<'m>> {
    let of = |entry: &'m Entry<'_>| (entry.row.name, transports(entry), entry.interleaved);
    model.entries.iter().map(of).collect()
}

/// The records, as the order of the entries gives them.
fn records<'m>(model: &'m Model<'_>) -> Vec<(&'m Entry<'m>, Option<Transport>)> {
    let mut records = Vec::new();
    let mut rest = &model.entries[..];
    while !rest.is_empty() {
        let width = rest.iter().take_while(|entry| entry.interleaved).count() + 1;
        let (block, after) = rest.split_at(width);
        rest = after;
        if let [entry @ Entry { transports: 0, .. }] = block {
            records.push((entry, None));
        }
        for &transport in Transport::ALL {
            let on = block.iter().filter(|entry| entry.transports & bit(transport) != 0);
            records.extend(on.map(|entry| (entry, Some(transport))));
        }
    }
    records
}

#[test]
fn rows_that_differ_only_in_transport_are_one_entry() {
    with_model(
        "a,1,tcp,A,[Ann],[Bob],2001-02,2003-04,[RFC1],5,used,noted\n\
         a,1,udp,A,[Ann],[Bob],2001-02,2003-04,[RFC1],5,used,noted\n\
         a,1,sctp,A,[Ann],[Bob],2001-02,2003-04,[RFC1],5,used,noted\n\
         a,1,dccp,A,[Ann],[Bob],2001-02,2003-04,[RFC1],5,used,noted\n",
        |model| {
            assert_merged(model, &[("a", &[Tcp, Udp, Sctp, Dccp], false)], "");
            let entry = &model.entries[0];
            assert_eq!((entry.row.ports, entry.description), (Some((1, 1)), "A"));
            assert_eq!(
                (&model.lists[entry.assignees][..], &model.lists[entry.contacts][..]),
                (&[0][..], &[1][..])
            );
            assert_eq!(entry.row.registered.unwrap().to_string(), "2001-02");
            assert_eq!(entry.row.modified.unwrap().to_string(), "2003-04");
            assert_eq!(entry.row.service_code, Some(5));
            assert_eq!((entry.row.references(), entry.row.unauthorized_use()), ("[RFC1]", "used"));
            assert_eq!((entry.row.description(), entry.row.notes()), ("A", "noted"));
            assert_eq!((model.records, model.services), (4, 4));
        },
    );
}

#[test]
fn rows_that_differ_elsewhere_are_two() {
    let row = "a,1,tcp,A,[Ann],[Bob],2001-02,2003-04,[RFC1],5,used,noted";
    for (cell, other) in [
        ("a,", "A,"),
        (",1,", ",2,"),
        (",1,", ",1-2,"),
        (",1,", ",,"),
        (",A,", ",,"),
        ("[Ann]", "[Bob]"),
        ("[Ann]", "[Ann][Bob]"),
        ("[Bob]", ""),
        ("2001-02", "2001-02-01"),
        ("2003-04", ""),
        ("[RFC1]", ""),
        (",5,", ",,"),
        ("used", ""),
        ("noted", "Noted"),
    ] {
        let second = row.replacen(cell, other, 1).replace("tcp", "udp");
        with_model(&format!("{row}\n{second}\n"), |model| {
            assert_eq!(model.entries.len(), 2, "{second}");
            assert!(!model.entries[0].interleaved, "{second}");
        });
    }
}

#[test]
fn services_that_alternate_are_interleaved() {
    with_model(
        "a,1,tcp,,,,,,,,,\nb,1,tcp,,,,,,,,,\na,1,udp,,,,,,,,,\nb,1,udp,,,,,,,,,\n\
         c,2,tcp,,,,,,,,,\nd,2,tcp,,,,,,,,,\ne,2,tcp,,,,,,,,,\n\
         c,2,udp,,,,,,,,,\ne,2,udp,,,,,,,,,\nc,2,sctp,,,,,,,,,\nd,2,sctp,,,,,,,,,\n",
        |model| {
            assert_merged(
                model,
                &[
                    ("a", &[Tcp, Udp], true),
                    ("b", &[Tcp, Udp], false),
                    ("c", &[Tcp, Udp, Sctp], true),
                    ("d", &[Tcp, Sctp], true),
                    ("e", &[Tcp, Udp], false),
                ],
                "",
            );
        },
    );
}

#[test]
fn rows_in_odd_orders() {
    let cases: &[(&str, &[Expected<'_>])] = &[
        ("a/udp a/tcp", &[("a", &[Udp], false), ("a", &[Tcp], false)]),
        ("a/tcp a/sctp a/udp", &[("a", &[Tcp, Sctp], false), ("a", &[Udp], false)]),
        ("a/tcp a/tcp", &[("a", &[Tcp], false), ("a", &[Tcp], false)]),
        // Rows of one name are not interleaved: an alias among them comes last.
        ("a/tcp A/tcp a/udp", &[("a", &[Tcp], false), ("A", &[Tcp], false), ("a", &[Udp], false)]),
        ("a/tcp a/tcp a/udp", &[("a", &[Tcp], false), ("a", &[Tcp, Udp], false)]),
        ("/tcp /tcp /udp", &[("", &[Tcp, Udp], true), ("", &[Tcp], false)]),
        ("a/tcp a/udp a/udp", &[("a", &[Tcp, Udp], false), ("a", &[Udp], false)]),
        ("a/ a/", &[("a", &[], false), ("a", &[], false)]),
        ("a/tcp a/ a/udp", &[("a", &[Tcp], false), ("a", &[], false), ("a", &[Udp], false)]),
        (
            "a/tcp b/tcp b/udp a/udp",
            &[("a", &[Tcp], false), ("b", &[Tcp, Udp], false), ("a", &[Udp], false)],
        ),
        ("a/tcp b/udp a/udp", &[("a", &[Tcp], false), ("b", &[Udp], false), ("a", &[Udp], false)]),
        (
            "a/tcp b/tcp a/udp c/udp",
            &[("a", &[Tcp, Udp], true), ("b", &[Tcp], false), ("c", &[Udp], false)],
        ),
    ];
    for (order, expected) in cases {
        let row = |row: &str| {
            let (name, transport) = row.split_once('/').unwrap();
            format!("{name},1,{transport},,,,,,,,,\n")
        };
        let rows: String = order.split(' ').map(row).collect();
        with_model(&rows, |model| assert_merged(model, expected, order));
    }
}

#[test]
fn nine_services_that_alternate_are_not_interleaved() {
    let rows = |transport: &str| -> String {
        (0..9).map(|number| format!("a{number},1,{transport},,,,,,,,,\n")).collect()
    };
    with_model(&(rows("tcp") + &rows("udp")), |model| assert_eq!(model.entries.len(), 18));
}

#[test]
fn any_rows_keep_their_order_and_columns() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..2_000 {
        let services = 1 + random.below(4);
        let mut rows = String::new();
        let mut expected = Vec::new();
        for _ in 0..random.below(24) + 1 {
            let name = ["", "a", "b", "c"][random.below(services)];
            let transport = ["tcp", "udp", "tcp", "udp", "sctp", ""][random.below(6)];
            let description = ["", "", "", "", "A"][random.below(5)];
            rows += &format!("{name},1,{transport},{description},,,,,,,,\n");
            expected.push((name, transport, description));
        }
        with_model(&rows, |model| {
            let found: Vec<_> = records(model)
                .into_iter()
                .map(|(entry, transport)| {
                    (entry.row.name, transport.map_or("", Transport::as_str), entry.description)
                })
                .collect();
            assert_eq!(found, expected, "{rows}");
        });
    }
}
