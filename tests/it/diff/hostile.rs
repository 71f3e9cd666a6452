//! Many rows, made to be compared with each other.
//!
//! That the comparisons grow as `n log n` is counted beside the code, in
//! `src/diff/tests.rs`.

use iana_ports::Registry;
use iana_ports::Transport::{Tcp, Udp};
use iana_ports::diff::Diff;
use iana_ports::load::{NewContact, NewRecord};

/// A quarter of the entries that share a name which a registry takes.
const MANY: usize = 8_192;

fn build(entries: impl Iterator<Item = NewRecord>) -> Registry {
    entries
        .fold(Registry::builder(), |builder, entry| builder.record(entry))
        .build()
        .expect("it compiles")
}

#[track_caller]
fn diff<'r>(old: &'r Registry, new: &'r Registry) -> Diff<'r> {
    let diff = old.diff(new);
    assert!(diff.to_string().lines().count() > 2 && diff.json().to_string().lines().count() > 2);
    diff
}

#[test]
fn rows_of_one_name() {
    let both =
        |n: usize| NewRecord::service("a").transport(Tcp).transport(Udp).description(n.to_string());
    let old = build((0..MANY).map(both));
    let new = build((MANY..2 * MANY).map(both));
    let rows = diff(&old, &new);
    assert_eq!((rows.records().changed(), rows.records().as_slice().len()), (2 * MANY, 2 * MANY));
    let (first, last) = (rows.records().as_slice()[0], rows.records().as_slice()[2 * MANY - 1]);
    assert_eq!((first.before().unwrap().description(), first.row().description()), ("0", "8192"));
    assert_eq!((last.before().unwrap().description(), last.row().description()), ("8191", "16383"));
}

#[test]
fn rows_in_reverse() {
    let (old, new) = (
        build((0..MANY).map(|n| NewRecord::service("a").description(n.to_string()))),
        build((0..MANY).rev().map(|n| NewRecord::service("a").description(n.to_string()))),
    );
    let diff = diff(&old, &new);
    assert!(diff.records().as_slice().is_empty() && diff.records().is_reordered());
}

#[test]
fn spans_that_all_meet() {
    let spans =
        |first: u16| build((0..8_000).map(move |n| NewRecord::reserved(first + n..=65_535 - n)));
    let (old, new) = (spans(0), spans(1));
    let diff = diff(&old, &new);
    assert_eq!((diff.records().added(), diff.records().removed()), (8_000, 8_000));
}

#[test]
fn contacts_that_all_agree() {
    let contacts = |mark: &str| {
        let contact = |n: usize| NewContact::new(format!("{mark}{n}")).name("N").uri("tel:1");
        (0..MANY).fold(Registry::builder(), |all, n| all.contact(contact(n))).build().unwrap()
    };
    let (old, new) = (contacts("a"), contacts("b"));
    let diff = diff(&old, &new);
    assert_eq!((diff.contacts().added(), diff.contacts().removed()), (MANY, MANY));
}
