//! Documents that are drawn by chance, the same at each run.

use core::cell::Cell;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, any, proptest};
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::super::property::check;
use super::REGISTRY;

/// What a record may have one of, by element.
const OF_RECORD: [&[&str]; 8] = [
    &["<name>a</name>", "<name> B-c\n</name>", "", "<name/>", "<name>é&#13;</name>"],
    &["<protocol>tcp</protocol>", "", "<protocol>udp</protocol>", "<protocol> Tcp </protocol>"],
    &[
        "<number>1</number>",
        "<number>7-9</number>",
        "<number>7-7</number>",
        "<number> 080</number>",
    ],
    &[
        "",
        "<description>Reserved</description>",
        "<description>x<br/><br/>\nIANA assigned this well-formed service name as a replacement \
         for \"a_b\".</description>",
        "<description>a &amp; \"b\", <xref type=\"rfc\" data=\"rfc1\"/> <!-- no --></description>",
    ],
    &[
        "",
        "<note>This entry is an alias to \"a\".</note>",
        "<note>a\n\n b<paragraph>c\nd</paragraph>e<![CDATA[ <f> ]]></note>",
        "<note>Defined TXT keys: a=1&#9;b=2 <xref type=\"note\" data=\"1\"/></note>",
    ],
    &["", "", "<sc>1145656131</sc>", "<sc>x</sc>"],
    &["", "<unauthorized>on port 7</unauthorized>"],
    &["", "<assignee><xref type=\"person\" data=\"Ann\"/></assignee>", "<assignee/>"],
];

/// What it may have several of.
const XREFS: &[&str] = &[
    "<xref type=\"person\" data=\"Ann\"/>",
    "<xref type=\"person\" data=\" Bob&#10;B\"/>",
    "<xref type=\"person\" data=\"a]\"/>",
    "<xref type=\"rfc\" data=\"rfc1\" section=\"2\"/>",
    "<xref type=\"text\">ISO, \"x\"</xref>",
    "<xref type=\"draft\" data=\"draft-a\">[a]</xref>",
    "<xref type=\"uri\" data=\"http://a\"/>",
];

const DATES: &[&str] = &["2001-02-03", "2026-08", "", "x", " 2001-02-03"];

const OF_PERSON: [&[&str]; 4] = [
    &["<name>Ann Other</name>", "", "<name/>"],
    &["", "<org>O, \"P\"</org>"],
    &["<uri>mailto:a&amp;b.example</uri>", "<uri>tel:1</uri><uri>x</uri>", "", "<uri/>"],
    &["", "<updated>2001-02</updated>", "<updated>2026-08-17</updated>", "<updated>1</updated>"],
];

const HANDLES: [&str; 5] = ["Ann", " ann", "C D", "é", "E"];

/// One of each.
fn one_of_each<const COUNT: usize>(
    kinds: [&'static [&'static str]; COUNT],
) -> impl Strategy<Value = String> {
    kinds.map(select).prop_map(|elements| elements.concat())
}

/// A document with what IANA's has, of which most is right.
fn document() -> impl Strategy<Value = String> {
    let record =
        (one_of_each(OF_RECORD), vec(select(XREFS), 0..2), option::weighted(0.2, select(DATES)))
            .prop_map(|(elements, xrefs, date)| {
                let date = date.map(|date| format!(" date=\"{date}\"")).unwrap_or_default();
                format!("<record{date}>{elements}{}</record>\n", xrefs.concat())
            });
    (vec(record, 1..3), vec(one_of_each(OF_PERSON), 1..=HANDLES.len())).prop_map(
        |(records, people)| {
            let person = |(handle, elements): (&str, String)| {
                format!("<person id=\"{handle}\">{elements}</person>\n")
            };
            let people: String = HANDLES.into_iter().zip(people).map(person).collect();
            format!(
                "<registry xmlns=\"http://www.iana.org/assignments\" \
                 id=\"service-names-port-numbers\">\n<title>T</title>\
                 <updated>2026-08-17</updated>\n{}<people>{people}</people></registry>",
                records.concat(),
            )
        },
    )
}

fn config(cases: u32) -> Config {
    let rng_seed = RngSeed::Fixed(0x1a7a_6335);
    Config { cases, rng_seed, failure_persistence: None, ..Config::default() }
}

#[test]
fn documents() {
    let loaded = Cell::new(0);
    let result = TestRunner::new(config(256)).run(&document(), |text| {
        loaded.set(loaded.get() + usize::from(check(&text)));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    assert!((32..224).contains(&loaded.get()), "{} of 256 loaded", loaded.get());
}

proptest! {
    #![proptest_config(config(64))]

    /// The document of the tests, with a few places changed.
    #[test]
    fn a_changed_document(
        changes in vec(
            (
                any::<Index>(),
                select(&["<", ">", "/", "\"", "&", "&#1;", "é", "<note/>", "]", "\n", "0", " "][..]),
                any::<bool>(),
            ),
            0..3,
        ),
    ) {
        let mut text = REGISTRY.to_owned();
        for (place, new, replaces) in changes {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = *place.get(&places);
            let end = at + text[at..].chars().next().filter(|_| replaces).map_or(0, char::len_utf8);
            text.replace_range(at..end, new);
        }
        check(&text);
    }
}
