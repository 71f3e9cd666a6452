extern crate std;

use super::*;
use crate::test_random::texts;
use crate::text::steps;
use std::string::String;
use std::{format, vec::Vec};

fn keys(list: &str) -> Vec<(String, Option<String>)> {
    let note = format!("Defined TXT keys: {list}");
    let owned = |key: TxtKey<'_>| (key.name().into(), key.value_hint().map(String::from));
    TxtKeys::parse(&note).unwrap().iter().map(owned).collect()
}

#[track_caller]
fn assert_keys(list: &str, expected: &[(&str, &str)]) {
    let found = keys(list);
    let found = found.iter().map(|(name, hint)| (&**name, hint.as_deref().unwrap_or("")));
    assert_eq!(found.collect::<Vec<_>>(), expected, "{list}");
}

#[test]
fn the_words_before_the_list() {
    for note in [
        "Defined TXT keys: a=1",
        "defined txt KEYS a=1",
        "Defined TXT keys:a=1\n",
        ". Defined TXT keys: a=1",
        "An extension of http. Defined\nTXT keys: a=1",
    ] {
        let keys = TxtKeys::parse(note).unwrap();
        assert_eq!((keys.text(), keys.len()), ("a=1", 1), "{note}");
    }
    for note in ["", "TXT keys: a", "Defined keys: a", "alias", "Defined TXT"] {
        assert_eq!(TxtKeys::parse(note), None, "{note}");
    }
}

#[test]
fn none() {
    for text in
        ["", "0", "None", "NONE", "none.", "None at present", "None. A protocol", "None\nIt."]
    {
        let note = format!("Defined TXT keys: {text}");
        let keys = TxtKeys::parse(&note).unwrap();
        assert!(keys.is_none(), "{text}");
        assert_eq!((keys.text(), keys.len()), (text, 0));
    }
    for text in ["nonesuch", "none, a", "none=1", "Proprietary", "TBD"] {
        let note = format!("Defined TXT keys: {text}");
        assert!(!TxtKeys::parse(&note).unwrap().is_none(), "{text}");
    }
    assert_keys("None\npath=<a path>", &[("path", "a path")]);
}

#[test]
fn assignments() {
    assert_keys("u=<a b> p=<c>\nq = 1", &[("u", "a b"), ("p", "c")]);
    assert_keys("a\n\nb=<c d> remark", &[("a", ""), ("b", "c d")]);
    assert_keys("a=<1> (all optional)", &[("a", "1")]);
    assert_keys("a=b c", &[("a", "b c")]);
    assert_keys("a == the b", &[("a", "the b")]);
    assert_keys("a. x=<1>\nb. y=<2>", &[("x", "1"), ("y", "2")]);
    assert_keys("=1", &[]);
    assert_keys("see=1", &[]);
    assert_keys("é=1", &[]);
}

#[test]
fn separated() {
    assert_keys("a, B c,\nd=1, e=<f, g>", &[("a", ""), ("B c", ""), ("d", "1"), ("e", "f, g")]);
    assert_keys("a=b; c=d, e", &[("a", "b"), ("c", "d, e")]);
    assert_keys("D (device type), S (port))", &[("D", "device type"), ("S", "port")]);
    assert_keys("a, (others not documented)", &[("a", "")]);
    assert_keys("MAC=, *IDN?", &[("MAC", ""), ("*IDN?", "")]);
    assert_keys("a;", &[("a", "")]);
    assert_keys("a=1 b=2, c=3", &[]);
    assert_keys("a, ..., b", &[]);
    assert_keys("D (device): 1, 2", &[]);
    assert_keys("a, eg b", &[]);
    assert_keys("None, but a=1", &[]);
    assert_keys("index.html", &[]);
}

#[test]
fn words() {
    assert_keys("- a\n- b", &[("a", ""), ("b", "")]);
    assert_keys("a 1st (all optional)", &[("a", ""), ("1st", "")]);
    assert_keys("a b. A sentence.", &[("a", ""), ("b", "")]);
    assert_keys("a b. A sentence, or two: c=d.", &[("a", ""), ("b", "")]);
    assert_keys("Version", &[("Version", "")]);
    for prose in [
        "An ordinary sentence",
        "a and b",
        "a.",
        "http://a",
        "[RFC1]",
        "<a>",
        "\"a\"",
        "_a._tcp",
        "...",
        "TBD",
    ] {
        assert_keys(prose, &[]);
    }
}

#[test]
fn described() {
    assert_keys("a: b, c.\n\nd: e=f", &[("a", "b, c."), ("d", "e=f")]);
    assert_keys("a: (b) c\nd: (e\nf: <g> h", &[("a", "(b) c"), ("d", "(e"), ("f", "<g> h")]);
    assert_keys("a: b\nc d\n\ne: f\n  g h.", &[("a", "b\nc d"), ("e", "f\n  g h.")]);
    assert_keys("\"a\": b; c d;\n(e)\r\n; \"f\": g", &[("a", "b; c d;\n(e)"), ("f", "g")]);
    assert_keys("a: b, c: d;e: f", &[("a", "b, c: d;e: f")]);
    // A word alone on a line may be a key that is not described.
    assert_keys("a: b\nc", &[]);
    assert_keys("a b: c", &[]);
    assert_keys("a:", &[]);
    assert_keys("\"a: b", &[]);
}

#[test]
fn lines() {
    let list = "a=1\nb= one of \"c\", \"d\" or e\n(f g)\n  h= i; j k, l\nm n";
    let hints = ["1", "one of \"c\", \"d\" or e\n(f g)", "i; j k, l\nm n"];
    assert_keys(list, &[("a", hints[0]), ("b", hints[1]), ("h", hints[2])]);
    assert_keys("a=b c\nd e", &[("a", "b c\nd e")]);
    // A word after a comma may be a key, and so may one alone on a line.
    assert_keys("a= b c, d\ne= f g", &[]);
    assert_keys("a= b, c d\ne\nf= g", &[]);
    assert_keys("a= b, c=d e=f", &[]);
    // What stands before a key on its line is no value of the key before.
    assert_keys("a=b\nc d=e[, e]\nf=g", &[("a", "b"), ("d", "e[, e]"), ("f", "g")]);
}

#[test]
fn glossed() {
    let list =
        "a  b | c\n\n d e, 'f', '+'\n(optional)\n\nAll of these are optional.\nMore may come.";
    assert_keys(list, &[("a", "b | c"), ("d", "e, 'f', '+'")]);
    assert_keys(
        "a The b to use (optional)\nID The c",
        &[("a", "The b to use (optional)"), ("ID", "The c")],
    );
    for prose in [
        "a the b to use",
        "Keys are those that\nare described elsewhere",
        "keys are those that\nwe describe elsewhere.",
        "a the b to\nuse",
        "a the b\nc = d",
        "a the b\nC the d, and more.\ne (f)",
    ] {
        assert_keys(prose, &[]);
    }
}

#[test]
fn headings() {
    assert_keys("a=<b>\nc=<d>\nExample:\na=1\nc=2", &[("a", "b"), ("c", "d")]);
    let values = "Valid values:\nThe Versions (A): 1.1\nOther Versions (B): 2.7, 3.0, 4.0\n";
    assert_keys(
        &format!("{values}Possible keys (with A):\r\n a=A\n b=B"),
        &[("a", "A"), ("b", "B")],
    );
    assert_keys(values, &[]);
    assert_keys("Example:", &[]);
    // No key is lost where a heading stands between them.
    assert_keys("a=<b>\nOptional keys:\nc=<d>", &[("a", "b"), ("c", "d")]);
    assert_keys("Keys:\na, b\nOptional keys:\nc, d", &[]);
    assert_keys("Keys:\na, b\nExamples:\na, b", &[("a", ""), ("b", "")]);
    // No heading begins so: the word may be a key.
    assert_keys("a=1\nb:\nc=2", &[("a", "1\nb:"), ("c", "2")]);
}

/// Reading on from each of these would be quadratic.
#[test]
fn a_long_text_is_read_in_linear_time() {
    for part in [
        "\n", " ", ";", "; ", "; a: ", "a: b\n", "a:\n", "A:\n", "a=", "a= b\n", "a=b ", "a, ",
        "(", "<\n", "a b\n", "\r\n\t",
    ] {
        for before in ["", "a=b "] {
            let note = format!("Defined TXT keys: {before}{}z", part.repeat(8_000));
            let (parsing, keys) = steps::count(|| TxtKeys::parse(&note).unwrap());
            // Each form reads each byte three times at most, for its own parts too.
            assert!(parsing < 30 * note.len(), "{before:?} {part:?}: {parsing}");
            let (walking, count) = steps::count(|| keys.iter().count());
            assert_eq!(count, keys.len(), "{before:?} {part:?}");
            assert!(walking < 5 * note.len(), "{before:?} {part:?}: {walking}");
            // Half of the keys are half of the text.
            let (half, _) = steps::count(|| keys.iter().nth(keys.len() / 2));
            assert!(half <= walking && steps::count(|| keys.len()).0 == 0);
        }
    }
}

#[test]
fn stays_at_its_end() {
    let mut keys = TxtKeys::parse("Defined TXT keys: a=1, b=2, c=3").unwrap().into_iter();
    assert_eq!((keys.next().unwrap().name(), keys.size_hint()), ("a", (2, Some(2))));
    assert_eq!(keys.clone().last().unwrap().name(), "c");
    assert_eq!(keys.by_ref().count(), 2);
    assert_eq!((keys.next(), keys.next()), (None, None));
}

#[test]
fn any_text_is_read_without_panic() {
    let words = [
        "a", "=", "<", ">", "(", ")", " ", "\n", ",", ";", ": ", "é", "None", ". ", "-", ":", "\"",
        "A", "\r",
    ];
    texts(&words, |list| {
        let note = format!("Defined TXT keys: {list}");
        let keys = TxtKeys::parse(&note).unwrap();
        assert_eq!(keys.iter().count(), keys.len(), "{list:?}");
        for key in keys {
            assert!(key.name().bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'='));
            assert!(!key.name().is_empty() && key.value_hint() != Some(""));
        }
    });
}
