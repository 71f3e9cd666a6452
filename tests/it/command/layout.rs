//! The layout of the command's answers, on texts that the registry does not
//! have.

#[path = "../../../src/command/page.rs"]
mod page;

use page::{Block, COLUMNS, Fields};

/// What a block with one text writes.
fn page(title: &str, text: &str) -> String {
    let mut block = Block { title: title.to_owned(), fields: Fields::default() };
    block.fields.add_lines("Label", text.split('\n').map(str::to_owned));
    let mut out = Vec::new();
    block.write(&mut out).expect("a vector takes everything");
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
