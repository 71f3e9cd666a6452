//! Which rows are the same.

use iana_ports::diff::Whitespace;

use super::model::Line;
use super::{registry, row, rows_of};

/// The changes between rows of name, ports, transport and description.
#[track_caller]
fn assert_changes(old: &[[&str; 4]], new: &[[&str; 4]], expected: &[&str]) {
    let rows = |rows: &[[&str; 4]]| rows.iter().map(|cells| row(*cells)).collect::<Vec<_>>();
    let (old, new) = (registry(&rows(old), &[]), registry(&rows(new), &[]));
    let shown = |line: Line| match line {
        Line::Added(row) => format!("+ {row}"),
        Line::Removed(row) => format!("- {row}"),
        Line::Changed(row, fields) => {
            let field = |(column, old, new): (&str, String, String)| {
                format!(" {}:{old}>{new}", column.split(' ').next().unwrap_or_default())
            };
            format!("~ {row}{}", fields.into_iter().map(field).collect::<String>())
        }
    };
    let got: Vec<String> = rows_of(&old.diff(&new)).into_iter().map(shown).collect();
    assert_eq!(got, expected);
}

#[test]
fn a_name_in_another_case_is_the_same() {
    assert_changes(
        &[["DMExpress", "32636", "tcp", ""]],
        &[["dmexpress", "32636", "tcp", ""]],
        &["~ dmexpress (32636/tcp) Service:DMExpress>dmexpress"],
    );
}

#[test]
fn other_ports_are_a_change_if_it_is_clear_whose() {
    assert_changes(
        &[["x11", "6000-6063", "tcp", ""], ["x11", "6000-6063", "udp", ""]],
        &[["x11", "6000-6127", "tcp", ""], ["x11", "6000-6063", "udp", ""]],
        &["~ x11 (6000-6127/tcp) Port:6000-6063>6000-6127"],
    );
    assert_changes(&[["a", "", "tcp", ""]], &[["a", "7", "tcp", ""]], &["~ a (7/tcp) Port:>7"]);
    assert_changes(
        &[["a", "1", "tcp", ""]],
        &[["a", "2", "tcp", ""], ["a", "3", "tcp", ""]],
        &["- a (1/tcp)", "+ a (2/tcp)", "+ a (3/tcp)"],
    );
    // One of them stays where it was.
    assert_changes(
        &[["a", "1", "tcp", ""], ["a", "2", "tcp", ""]],
        &[["a", "2", "tcp", ""], ["a", "3", "tcp", ""]],
        &["~ a (3/tcp) Port:1>3"],
    );
}

#[test]
fn another_transport_is_a_change_if_it_is_clear_whose() {
    assert_changes(
        &[["a", "1", "", ""]],
        &[["a", "1", "tcp", ""]],
        &["~ a (1/tcp) Transport:>tcp"],
    );
    assert_changes(
        &[["a", "1", "", ""]],
        &[["a", "1", "tcp", ""], ["a", "1", "udp", ""]],
        &["- a (1)", "+ a (1/tcp)", "+ a (1/udp)"],
    );
}

#[test]
fn another_service_on_a_port_is_no_change_of_a_row() {
    assert_changes(
        &[["a", "1", "tcp", "A"], ["", "2", "tcp", "Unassigned"]],
        &[["b", "1", "tcp", "A"], ["c", "2", "tcp", "Unassigned"]],
        &["- a (1/tcp)", "- Unassigned (2/tcp)", "+ b (1/tcp)", "+ c (2/tcp)"],
    );
}

#[test]
fn a_span_without_a_service_shrinks() {
    assert_changes(
        &[["", "7748-7776", "", "Unassigned"]],
        &[
            ["v", "7748", "tcp", ""],
            ["", "7748", "udp", "Reserved"],
            ["", "7749-7776", "", "Unassigned"],
        ],
        &[
            "+ v (7748/tcp)",
            "+ Reserved (7748/udp)",
            "~ Unassigned (7749-7776) Port:7748-7776>7749-7776",
        ],
    );
    // In two, it is not clear which of them it is.
    assert_changes(
        &[["", "1-9", "", "Unassigned"]],
        &[["", "1-4", "", "Unassigned"], ["v", "5", "", ""], ["", "6-9", "", "Unassigned"]],
        &["- Unassigned (1-9)", "+ Unassigned (1-4)", "+ v (5)", "+ Unassigned (6-9)"],
    );
    assert_changes(
        &[["", "1-4", "", "Unassigned"], ["", "3-9", "", "Unassigned"]],
        &[["", "1-9", "", "Reserved"]],
        &["- Unassigned (1-4)", "- Unassigned (3-9)", "+ Reserved (1-9)"],
    );
    // The one that it shares ports with is neither the first nor the last to begin.
    assert_changes(
        &[["", "10-12", "", "Unassigned"]],
        &[
            ["", "1-2", "", "Unassigned"],
            ["", "5-20", "", "Unassigned"],
            ["", "6-7", "", "Unassigned"],
        ],
        &["+ Unassigned (1-2)", "~ Unassigned (5-20) Port:10-12>5-20", "+ Unassigned (6-7)"],
    );
    // Side by side they share no port.
    assert_changes(
        &[["", "1-4", "", "Unassigned"]],
        &[["", "5-9", "", "Unassigned"]],
        &["- Unassigned (1-4)", "+ Unassigned (5-9)"],
    );
    // On another transport neither.
    assert_changes(
        &[["", "1-4", "tcp", ""]],
        &[["", "2-4", "udp", ""]],
        &["- Reserved (1-4/tcp)", "+ Reserved (2-4/udp)"],
    );
}

#[test]
fn of_several_of_a_name_those_that_agree_go_together() {
    let rdp = |description| ["rdp", "", "", description];
    assert_changes(&[rdp("a"), rdp("b")], &[rdp("b")], &["- rdp"]);
    assert_changes(
        &[rdp("a"), rdp("b"), rdp("c")],
        &[rdp("x"), rdp("b"), rdp("y")],
        &["~ rdp Description:a>x", "~ rdp Description:c>y"],
    );
    assert_changes(&[rdp("a"), rdp("a")], &[rdp("a"), rdp("a"), rdp("a")], &["+ rdp"]);
}

#[test]
fn what_is_removed_stands_where_it_stood() {
    let named = |name| [name, "", "", ""];
    assert_changes(
        &[named("first"), named("a"), named("gone"), named("gone-too"), named("b"), named("last")],
        &[named("new"), named("a"), named("between"), named("b")],
        &["- first", "+ new", "- gone", "- gone-too", "+ between", "- last"],
    );
}

/// The registry of rows of IANA's CSV.
fn file(rows: &str) -> iana_ports::Registry {
    let header = "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,\
        Registration Date,Modification Date,Reference,Service Code,\
        Unauthorized Use Reported,Assignment Notes\n";
    iana_ports::Registry::from_csv(format!("{header}{rows}").as_bytes()).expect("it loads")
}

#[test]
fn a_range_of_one_port_is_the_same_row_in_another_cell() {
    let (range, port) = (file("a,80-80,tcp,,,,,,,,,\n"), file("a,80,tcp,,,,,,,,,\n"));
    let change = |old: &str, new: &str| {
        let field = ("Port Number", old.to_owned(), new.to_owned());
        [Line::Changed("a (80/tcp)".to_owned(), vec![field])]
    };
    assert_eq!(rows_of(&range.diff(&port)), change("80-80", "80"));
    assert_eq!(rows_of(&port.diff(&range)), change("80", "80-80"));
    assert_eq!(rows_of(&range.diff(&range)), []);
}

#[test]
fn the_sentence_that_announces_an_alias_is_in_the_cell() {
    let sentence = "IANA assigned this well-formed service name as a replacement for \"b_c\".";
    let quoted = sentence.replace('"', "\"\"");
    let alias = "b_c,7,tcp,B,,,,,,,,\"This entry is an alias to \"\"b-c\"\".\"\n";
    let plain = "b-c,7,tcp,B,,,,,,,,\n";
    let announced = format!("b-c,7,tcp,\"B {quoted}\",,,,,,,,\n");
    let change = |old: &str, new: &str| {
        let field = ("Description", old.to_owned(), new.to_owned());
        Line::Changed("b-c (7/tcp)".to_owned(), vec![field])
    };
    let with = format!("B {sentence}");

    let (old, new) = (file(plain), file(&format!("{announced}{alias}")));
    let added = Line::Added("b_c (7/tcp)".to_owned());
    assert_eq!(rows_of(&old.diff(&new)), [change("B", &with), added]);
    // The alias stays, and the sentence comes and goes.
    let old = file(&format!("{plain}{alias}"));
    assert_eq!(rows_of(&old.diff(&new)), [change("B", &with)]);
    assert_eq!(rows_of(&new.diff(&old)), [change(&with, "B")]);
    // Without an alias it is a part of the description.
    assert_eq!(rows_of(&file(&announced).diff(&file(plain))), [change(&with, "B")]);
}

#[test]
fn white_space_counts_unless_it_is_collapsed() {
    let old = file(
        "a  b,1,tcp,\" One \r\nTwo\",,,,,,,\"x  y\",\"k=v\r\n\r\nl\"\nc,2,tcp,,,,,,,,,\" \"\n\
         d,3,tcp,One Two,,,,,,,,\n",
    );
    let new = file(
        "A b,1,tcp,One Two,,,,,,,x y,k=v l\nc,2,tcp,,,,,,,,,\nd,3,tcp,\"One\nThree\",,,,,,,,\n",
    );
    let exact = old.diff_with(&new, Whitespace::Exact);
    assert_eq!((exact.records().added(), exact.records().removed()), (1, 1));
    assert_eq!(exact.records().changed(), 2);
    let collapsed = old.diff_with(&new, Whitespace::Collapsed);
    // What else differs is shown as the tables have it.
    let field = |column, old: &str, new: &str| (column, old.to_owned(), new.to_owned());
    assert_eq!(
        rows_of(&collapsed),
        [
            Line::Changed("A b (1/tcp)".to_owned(), vec![field("Service Name", "a  b", "A b")]),
            Line::Changed(
                "d (3/tcp)".to_owned(),
                vec![field("Description", "One Two", "One\nThree")]
            ),
        ]
    );
    // Words are not joined.
    let (apart, joined) = (file("e,,,a b,,,,,,,,\n"), file("e,,,ab,,,,,,,,\n"));
    assert_eq!(apart.diff_with(&joined, Whitespace::Collapsed).records().changed(), 1);
}

#[test]
fn white_space_of_contacts_is_collapsed_too() {
    let contact = |name: &str| {
        let contact = iana_ports::load::NewContact::new("ann").name(name);
        iana_ports::Registry::builder().contact(contact).build().unwrap()
    };
    let (old, new) = (contact("Ann  Lee"), contact("Ann Lee"));
    assert_eq!(old.diff(&new).contacts().changed(), 1);
    assert!(old.diff_with(&new, Whitespace::Collapsed).is_empty());
}
