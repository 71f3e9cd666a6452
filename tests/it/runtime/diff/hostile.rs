//! As many rows as a registry can have, made to be compared with each other.

use core::time::Duration;
use std::time::Instant;

use iana_ports::Registry;
use iana_ports::Transport::{Tcp, Udp};
use iana_ports::diff::Diff;
use iana_ports::load::{NewContact, NewRecord};

/// A registry takes as many entries that share a name, and a row for each transport of them.
const MOST: usize = 32_766;

fn build(entries: impl Iterator<Item = NewRecord>) -> Registry {
    entries
        .fold(Registry::builder(), |builder, entry| builder.record(entry))
        .build()
        .expect("it compiles")
}

/// Comparing each row with each other would take minutes.
#[track_caller]
fn diff<'r>(old: &'r Registry, new: &'r Registry) -> Diff<'r> {
    let start = Instant::now();
    let diff = old.diff(new);
    let length = diff.to_string().len() + diff.json().to_string().len();
    let time = start.elapsed();
    assert!(time < Duration::from_secs(60), "{time:?} for {length} bytes");
    diff
}

#[test]
fn rows_of_one_name() {
    let both =
        |n: usize| NewRecord::service("a").transport(Tcp).transport(Udp).description(n.to_string());
    let old = build((0..MOST).map(both));
    let new = build((MOST..2 * MOST).map(both));
    let rows = diff(&old, &new);
    assert_eq!((rows.records().changed(), rows.records().as_slice().len()), (2 * MOST, 2 * MOST));
    let (first, last) = (rows.records().as_slice()[0], rows.records().as_slice()[2 * MOST - 1]);
    assert_eq!((first.before().unwrap().description(), first.row().description()), ("0", "32766"));
    assert_eq!(
        (last.before().unwrap().description(), last.row().description()),
        ("32765", "65531")
    );
}

#[test]
fn rows_in_reverse() {
    let (old, new) = (
        build((0..MOST).map(|n| NewRecord::service("a").description(n.to_string()))),
        build((0..MOST).rev().map(|n| NewRecord::service("a").description(n.to_string()))),
    );
    let diff = diff(&old, &new);
    assert!(diff.records().as_slice().is_empty() && diff.records().is_reordered());
}

#[test]
fn spans_that_all_meet() {
    let spans =
        |first: u16| build((0..32_000).map(move |n| NewRecord::reserved(first + n..=65_535 - n)));
    let (old, new) = (spans(0), spans(1));
    let diff = diff(&old, &new);
    assert_eq!((diff.records().added(), diff.records().removed()), (32_000, 32_000));
}

#[test]
fn contacts_that_all_agree() {
    let contacts = |mark: &str| {
        let contact = |n: usize| NewContact::new(format!("{mark}{n}")).name("N").uri("tel:1");
        (0..MOST).fold(Registry::builder(), |all, n| all.contact(contact(n))).build().unwrap()
    };
    let (old, new) = (contacts("a"), contacts("b"));
    let diff = diff(&old, &new);
    assert_eq!((diff.contacts().added(), diff.contacts().removed()), (MOST, MOST));
}
