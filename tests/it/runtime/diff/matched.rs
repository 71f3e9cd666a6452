//! Which rows are the same.

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

#[test]
fn a_range_of_one_port_is_that_port() {
    assert_changes(&[["a", "80-80", "tcp", ""]], &[["a", "80", "tcp", ""]], &[]);
}

#[test]
fn the_sentence_that_announces_an_alias_is_in_no_description() {
    let sentence = "IANA assigned this well-formed service name as a replacement for \"b_c\".";
    let file = |rows: &str| {
        let header = "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,\
            Registration Date,Modification Date,Reference,Service Code,\
            Unauthorized Use Reported,Assignment Notes\n";
        iana_ports::Registry::from_csv(format!("{header}{rows}").as_bytes()).unwrap()
    };
    let old = file("b-c,7,tcp,B,,,,,,,,\n");
    let new = file(&format!(
        "b-c,7,tcp,\"B {}\",,,,,,,,\nb_c,7,tcp,B,,,,,,,,\"This entry is an alias to \"\"b-c\"\".\"\n",
        sentence.replace('"', "\"\"")
    ));
    let diff = old.diff(&new);
    assert_eq!(rows_of(&diff), [Line::Added("b_c (7/tcp)".to_owned())]);
}
