extern crate std;

use core::hash::{BuildHasher, BuildHasherDefault};
use std::collections::{BTreeSet, HashSet, hash_map::DefaultHasher};
use std::string::{String, ToString};
use std::{format, vec, vec::Vec};

use super::{ParseServiceNameError, ServiceName};
use crate::test_random::Random;

fn error(name: &str) -> ParseServiceNameError {
    ServiceName::parse(name).unwrap_err()
}

/// section 5.1 once more, in other words.
fn is_well_formed(name: &str) -> bool {
    (1..=15).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && name.contains(|c: char| c.is_ascii_alphabetic())
        && name.split('-').all(|part| !part.is_empty())
}

#[test]
fn well_formed_names() {
    for name in [
        "http",
        "x",
        "1password",
        "3com-tsmux",
        "EtherNet-IP-1",
        "a-1-b-2-c-3-d-4",
        "exactly-fifteen",
    ] {
        assert_eq!(ServiceName::parse(name).unwrap().as_str(), name);
        assert_eq!(ServiceName::try_from(name).unwrap(), name);
    }
}

#[test]
fn every_rule_has_its_message() {
    for (name, message) in [
        ("", "empty service name, expected 1 to 15 characters"),
        ("androidtvremote2", "service name of 16 characters, expected at most 15"),
        ("a--b", "\"--\" at byte 1 of a service name, expected no two adjacent hyphens"),
        ("a-b---c", "\"--\" at byte 3 of a service name, expected no two adjacent hyphens"),
        ("8080", "service name of 4 characters without a letter, expected at least one"),
        ("1-2", "service name of 3 characters without a letter, expected at least one"),
    ] {
        assert_eq!(error(name).to_string(), message, "{name:?}");
    }
    for (name, character, position, expected) in [
        ("dec_dlm", "'_'", 3, "an ASCII letter, digit or hyphen"),
        ("bad name!", "' '", 3, "an ASCII letter, digit or hyphen"),
        ("a\n", r"'\n'", 1, "an ASCII letter, digit or hyphen"),
        ("mañana", "'ñ'", 2, "an ASCII letter, digit or hyphen"),
        ("ab€", "'€'", 2, "an ASCII letter, digit or hyphen"),
        ("🦀", "'🦀'", 0, "an ASCII letter, digit or hyphen"),
        ("-http", "'-'", 0, "a letter or digit at its beginning"),
        ("http-", "'-'", 4, "a letter or digit at its end"),
    ] {
        let subject = format!("character {character} at byte {position} of a service name");
        assert_eq!(error(name).to_string(), format!("{subject}, expected {expected}"));
    }
}

#[test]
fn the_first_broken_rule_is_named() {
    // 8 characters in 16 bytes are not too long, but they are no letters of a
    // service name.
    assert_eq!(
        error("éééééééé"),
        ParseServiceNameError::BadCharacter { character: 'é', position: 0 }
    );
    assert_eq!(
        error("Apple Remote Desktop (Net Assistant)"),
        ParseServiceNameError::BadCharacter { character: ' ', position: 5 }
    );
    assert_eq!(error("-----------------"), ParseServiceNameError::TooLong { length: 17 });
    assert_eq!(error("-"), ParseServiceNameError::LeadingHyphen);
    assert_eq!(error("1--"), ParseServiceNameError::TrailingHyphen { position: 2 });
    assert_eq!(error("1--2"), ParseServiceNameError::AdjacentHyphens { position: 1 });
}

#[test]
fn a_bad_character_is_quoted_whatever_it_is() {
    for character in (char::MIN..=char::MAX)
        .step_by(7)
        .chain(['\u{7f}', '\u{80}', '\u{7ff}', '\u{800}', '\u{ffff}'])
    {
        let name = format!("a{character}b");
        match ServiceName::parse(&name) {
            Ok(_) => assert!(character.is_ascii_alphanumeric() || character == '-'),
            Err(error) => {
                assert_eq!(error, ParseServiceNameError::BadCharacter { character, position: 1 });
            }
        }
    }
}

#[test]
fn names_compare_without_ascii_case() {
    let (upper, lower) =
        (ServiceName::parse("HTTP-Alt").unwrap(), ServiceName::parse("http-alt").unwrap());
    assert_eq!(upper, lower);
    assert_eq!(upper, "http-ALT");
    assert_eq!("http-ALT", upper);
    assert_eq!(*"http-ALT", upper);
    assert_eq!(upper, *"http-ALT");
    assert_ne!(upper, "http");
    assert_eq!(HashSet::from([upper, lower]).len(), 1);
    assert_eq!(BTreeSet::from([upper, lower]).len(), 1);
    assert!(ServiceName::parse("A").unwrap() < ServiceName::parse("b").unwrap());
    assert!(ServiceName::parse("a").unwrap() < ServiceName::parse("B").unwrap());
    assert!(ServiceName::parse("http").unwrap() < upper);
}

#[test]
fn names_in_a_row_hash_by_their_bounds() {
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let name = |text| ServiceName::parse(text).unwrap();
    assert_ne!(hasher.hash_one([name("ab"), name("c")]), hasher.hash_one([name("a"), name("bc")]));
}

#[test]
fn display_keeps_the_spelling_and_the_width() {
    let name = ServiceName::parse("3Com-nsd").unwrap();
    assert_eq!(format!("{name}|{name:10}|{name:>10}"), "3Com-nsd|3Com-nsd  |  3Com-nsd");
    assert_eq!(format!("{name:?}"), "ServiceName(\"3Com-nsd\")");
    assert_eq!(name.as_ref(), "3Com-nsd");
}

#[test]
fn the_registry_has_97_names_older_than_the_syntax() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/registry/service-names-port-numbers.csv");
    let rows: Vec<_> =
        csv::Reader::from_path(path).unwrap().into_records().collect::<Result<_, _>>().unwrap();
    let names = rows.iter().map(|row| &row[0]).filter(|name| !name.is_empty());
    let older: BTreeSet<&str> = names.filter(|name| ServiceName::parse(name).is_err()).collect();
    assert_eq!(older.len(), 97);
    let without_underscore: Vec<_> = older.into_iter().filter(|name| !name.contains('_')).collect();
    let expected = vec![
        "914c/g",
        "EtherNet/IP-1",
        "EtherNet/IP-2",
        "cl/1",
        "novell-lu6.2",
        "sql*net",
        "whois++",
        "z39.50",
    ];
    assert_eq!(without_underscore, expected);
}

#[test]
fn arbitrary_text_is_judged_by_the_same_rules_and_never_panics() {
    const CHARACTERS: [char; 12] = ['a', 'Z', '0', '9', '-', '-', '_', '.', ' ', 'é', '€', '🦀'];
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for _ in 0..100_000 {
        let mut name = String::new();
        for _ in 0..random.below(18) {
            // Mostly the first five, so that many a name is well-formed.
            let reach = if random.below(32) == 0 { 12 } else { 5 };
            name.push(CHARACTERS[random.below(reach)]);
        }
        match ServiceName::parse(&name) {
            Ok(checked) => assert!(is_well_formed(&name) && checked.as_str() == name, "{name:?}"),
            Err(error) => {
                assert!(!is_well_formed(&name) && !error.to_string().is_empty(), "{name:?}");
            }
        }
    }
}

#[test]
fn the_first_broken_rule_is_the_error() {
    let mut random = Random(0x0123_4567_89ab_cdef);
    let pieces = ["a", "Z", "7", "-", "-", "_", "é", "€", "abcdefgh", "12345678"];
    for _ in 0..50_000 {
        let name: String = (0..random.below(7)).map(|_| random.one(&pieces)).collect();
        let broken: Vec<_> = ServiceName::broken_rules(&name).collect();
        assert_eq!(ServiceName::parse(&name).err(), broken.first().copied(), "{name:?}");
        assert_eq!(broken.is_empty(), is_well_formed(&name), "{name:?}");
        let bad = |c: char| !c.is_ascii_alphanumeric() && c != '-';
        let told = |rule: &&_| matches!(rule, ParseServiceNameError::BadCharacter { .. });
        assert_eq!(broken.iter().filter(told).count(), name.matches(bad).count(), "{name:?}");
    }
}
