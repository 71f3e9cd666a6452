//! The layout of the command's answers, on texts that the registry does not
//! have.

#[allow(dead_code, reason = "the command uses more of it")]
#[path = "../../../src/command/page.rs"]
mod page;

use clap::builder::styling::Style;
use page::{Block, COLUMNS, Fields, Look, NOTES};

const LOOK: Look = Look { width: 100, title: Style::new(), label: Style::new() };

/// What a block with one text writes.
fn page(title: &str, text: &str) -> String {
    let mut block = Block { title: title.to_owned(), fields: Fields::default() };
    block.fields.add_lines("Label", text.split('\n').map(str::to_owned));
    let mut out = Vec::new();
    block.write(&mut out, &LOOK).expect("a vector takes everything");
    String::from_utf8(out).expect("what is written is UTF-8")
}

#[test]
fn no_control_character_reaches_the_terminal() {
    assert_eq!(page("a\u{7}\nb", ""), "a\\u{7}\\u{a}b\n");
    assert_eq!(
        page("a", "\u{1b}[2J\r\nb\tc\u{9b}\u{202e}é"),
        "a\n  Label  \\u{1b}[2J\n         b\\u{9}c\\u{9b}\\u{202e}é\n"
    );
}

#[test]
fn long_lines_break_at_blanks() {
    let words = |count: usize| vec!["wörd"; count].join(" ");
    let blanks = " ".repeat(9);
    // 100 characters a line, 9 of which are taken: 18 words and their blanks.
    assert_eq!(page("a", &words(18)), format!("a\n  Label  {}\n", words(18)));
    assert_eq!(page("a", &words(19)), format!("a\n  Label  {}\n{blanks}wörd\n", words(18)));
    assert_eq!(
        page("a", &format!("b\n\n{}", words(20))),
        format!("a\n  Label\n    b\n\n    {}\n      wörd\n", words(19))
    );
    let list = format!("b{COLUMNS}{}", words(19));
    assert_eq!(
        page("a", &list),
        format!("a\n  Label  b{COLUMNS}{}\n{blanks}   wörd wörd\n", words(17))
    );
    let url = "x".repeat(120);
    assert_eq!(page("a", &url), format!("a\n  Label  {url}\n"));
    assert_eq!(
        page("a", &format!("b {url} c")),
        format!("a\n  Label  b\n{blanks}{url}\n{blanks}c\n")
    );
}

#[test]
fn notes_lose_the_breaks_of_lines_that_do_not_fit() {
    let notes = |text: &str, width| {
        let mut block = Block { title: "a".to_owned(), fields: Fields::default() };
        block.fields.add(NOTES, text);
        let mut out = Vec::new();
        block.write(&mut out, &Look { width, ..LOOK }).expect("a vector takes everything");
        String::from_utf8(out).expect("what is written is UTF-8")
    };
    let full = vec!["word"; 14].join(" ");
    let text = format!("{full}\n{full}\nend\n* item\nlast");
    let kept =
        format!("a\n  Assignment Notes\n    {full}\n    {full}\n    end\n    * item\n    last\n");
    assert_eq!(notes(&text, 80), kept);
    let joined = notes(&text, 60);
    let lines: Vec<&str> = joined.lines().map(str::trim).collect();
    assert!(joined.lines().all(|line| line.len() <= 60), "{joined}");
    assert_eq!(lines[2..].join(" "), text.replace('\n', " "));
    assert_eq!(&lines[lines.len() - 2..], ["* item", "last"]);
    assert!(lines[lines.len() - 3].ends_with("word end"), "{joined}");
}

#[test]
fn styles_are_around_titles_and_labels() {
    let mut block = Block { title: "b".to_owned(), fields: Fields::default() };
    block.fields.add("Label", "text");
    let mut out = Vec::new();
    let look = Look { title: Style::new().bold(), label: Style::new().italic(), ..LOOK };
    block.write(&mut out, &look).expect("a vector takes everything");
    assert_eq!(out, b"\x1b[1mb\x1b[0m\n  \x1b[3mLabel\x1b[0m  text\n");
}
