//! What the tier `details` adds: texts of rows.

use super::limits::rows;
use super::model::{ALIAS, REPLACEMENT, names, on, with_model};
use super::{Files, Packing};
use crate::tables::owned;
use crate::values::transport::Transport::{Sctp, Tcp, Udp};

#[test]
fn pairs_of_alias_and_canonical_alternate() {
    let rows = format!(
        "a-b,1,tcp,{REPLACEMENT},,,,,,,,\na_b,1,tcp,A,,,,,,,,{ALIAS}\n\
         a-b,1,udp,{REPLACEMENT},,,,,,,,\na_b,1,udp,A,,,,,,,,{ALIAS}\n"
    );
    with_model(&rows, |model| {
        assert_eq!(model.aliases, [(1, 0)]);
        assert!(model.entries[0].interleaved);
        assert_eq!(model.entries[0].description, "");
        assert_eq!(model.entries[1].row.notes(), "Historic\nThis entry is an alias to \"a-b\".");
        assert_eq!(on(model, 1, Tcp), [0, 1]);
        assert_eq!(on(model, 1, Udp), [0, 1]);
        assert_eq!(on(model, 1, Sctp), []);
        assert_eq!(names(model), [("a-b", vec![0]), ("a_b", vec![1])]);
    });
}

#[test]
fn the_sentence_leaves_the_end_of_a_description() {
    let sentence = "IANA assigned this well-formed service name as a replacement for \"\"a_b\"\".";
    let in_lines = sentence.replace(" as a ", "\n    as a  ");
    for (description, expected, announcement) in [
        (format!("One {sentence}"), "One", None),
        (sentence.to_owned(), "", None),
        (format!("One\r\n{sentence}"), "One", Some(format!("\r\n{sentence}"))),
        (format!(" {sentence}"), "", Some(format!(" {sentence}"))),
        (format!("One  {sentence}"), "One", Some(format!("  {sentence}"))),
        (format!("One.{sentence}\n"), "One.", Some(format!("{sentence}\n"))),
        (format!("One {in_lines}"), "One", Some(format!(" {in_lines}"))),
        (format!("{sentence} {sentence}"), sentence, None),
        (format!("{sentence} Two "), &format!("{sentence} Two "), Some(String::new())),
        ("One ".to_owned(), "One ", Some(String::new())),
        (sentence.replace("a_b", "b_c"), &sentence.replace("a_b", "b_c"), Some(String::new())),
        (sentence.replace("a_b", "A_B"), &sentence.replace("a_b", "A_B"), Some(String::new())),
    ] {
        let rows = format!("a-b,1,tcp,\"{description}\",,,,,,,,\na_b,1,tcp,,,,,,,,,{ALIAS}\n");
        with_model(&rows, |model| {
            let unquoted = |text: &str| text.replace("\"\"", "\"");
            assert_eq!(model.entries[0].description, unquoted(expected), "{description:?}");
            let announcement = announcement.as_deref().map(unquoted);
            let announcements: Vec<_> = model.announcements.clone();
            assert_eq!(
                announcements,
                announcement.as_deref().iter().map(|text| (1, *text)).collect::<Vec<_>>(),
                "{description:?}"
            );
        });
    }
}

#[test]
fn several_aliases_are_announced_in_any_order() {
    let replaces = |name: &str| {
        format!("IANA assigned this well-formed service name as a replacement for \"{name}\".")
    };
    let [a, b, c] = ["a_b", "a.b", "a/b"].map(replaces);
    for (description, expected, announcements) in [
        (format!("One {c} {b} {a}"), "One", vec![]),
        (format!("{c} {b} {a}"), "", vec![]),
        (format!("One {c} {a}"), "One", vec![(2, String::new())]),
        (
            format!("One {a}\n{b} {c}"),
            "One",
            vec![(1, String::new()), (2, String::new()), (3, format!(" {a}\n{b} {c}"))],
        ),
        (format!("One {a} {a}"), &format!("One {a}"), vec![(2, String::new()), (3, String::new())]),
        (
            format!("One {a} {b}"),
            "One",
            vec![(1, String::new()), (2, String::new()), (3, format!(" {a} {b}"))],
        ),
    ] {
        let quoted = description.replace('"', "\"\"");
        let rows = format!(
            "a-b,1,tcp,\"{quoted}\",,,,,,,,\na_b,1,tcp,,,,,,,,,{ALIAS}\n\
             a.b,1,tcp,,,,,,,,,{ALIAS}\na/b,1,tcp,,,,,,,,,{ALIAS}\n"
        );
        with_model(&rows, |model| {
            assert_eq!(model.entries[0].description, expected, "{description:?}");
            let found: Vec<_> = model
                .announcements
                .iter()
                .map(|(alias, text)| (*alias, (*text).to_owned()))
                .collect();
            assert_eq!(found, announcements, "{description:?}");
        });
    }
}

#[test]
fn texts_without_repeats() {
    let mut random = crate::test_random::Random(1);
    let mut text = || -> String {
        (0..60_000).map(|_| char::from(b'0' + random.below(10).to_le_bytes()[0])).collect()
    };
    let texts: Vec<String> = (0..20).map(|_| text()).collect();
    let row = |number: usize| format!("a,{number},tcp,{},,,,,,,,", texts[number - 1]);
    // The last is inside the first, and beyond what is known of the others.
    let inside = format!("a,99,tcp,{},,,,,,,,\n", &texts[19][1000..59_000]);
    let files = Files::services(rows(20, row) + &inside);
    let tables = files.packed(Packing::TIGHT).unwrap().details;
    assert!(tables.text.len() >= 20 * 60_000);
    let tables = owned::DetailTables::from(tables);
    let details = tables.view();
    for (entry, text) in (1..).zip(&texts) {
        assert_eq!(details.text(details.descriptions.get(entry)), text);
    }
    assert_eq!(details.text(details.descriptions.get(21)), &texts[19][1000..59_000]);
}

#[test]
fn text_is_kept_as_it_is() {
    let tables =
        Files::services("a,1,tcp,\" \"\"A\"\"\r\n\u{1b}, é\n\",,,,,,,,\n").compile().unwrap();
    let files = tables.files();
    let (_, text) = files.iter().find(|(file, _)| *file == "details.text").unwrap();
    assert_eq!(
        core::str::from_utf8(text).unwrap(),
        "The Secure Shell[RFC4251] \"A\"\r\n\u{1b}, é\n"
    );
}

#[test]
fn too_much_text() {
    let text = "x".repeat(65_000);
    Files::services(rows(260, |number| format!("a,{number},tcp,{number:03}{text},,,,,,,,")))
        .assert_error("registry: expected less than 16 MiB of different texts");
}
