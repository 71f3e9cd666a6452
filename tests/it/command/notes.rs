//! What answers show of assignment notes.

use std::collections::BTreeMap;

use iana_ports::services;

use super::lookup;

/// Whether a label has a text in the answer to a question.
#[track_caller]
fn assert_shows(argument: &str, label: &str, text: &str) {
    let out = lookup(&[argument]).out;
    let line = out.lines().filter_map(|line| line.trim_start().strip_prefix(label));
    let texts: Vec<&str> = line.map(str::trim).collect();
    assert!(texts.contains(&text), "{label}: {texts:?}");
}

#[test]
fn txt_keys() {
    assert_shows("airplay", "TXT Keys", "am, cn, et, ft, fv, md, pk, pw, sf, tp, vn, vs");
    assert_shows("ssh/tcp", "TXT Keys", "u  username");
    assert_shows("core-rd-tls", "TXT Keys", "none");
    assert_shows("ipp/tcp", "TXT Keys", "See BonjourPrinting.pdf.");
    for argument in ["airplay", "ssh/tcp", "core-rd-tls", "ipp/tcp"] {
        assert!(!lookup(&[argument]).out.contains("Assignment Notes"), "{argument}");
    }
    // A literal value is not told from what stands for one.
    assert_shows("oca", "TXT Keys", "txtvers    1");
    assert_shows("oca", "Assignment Notes", "Defined TXT keys: txtvers=1 protovers=x");
}

#[test]
fn what_was_before() {
    assert_shows("2083/tcp", "Formerly", "RadSec");
    assert_shows("359/udp", "De-assigned", "2023-11-16");
    assert_shows("3001/tcp", "Earlier Assignment", "ended 2006-05-25");
    let rest = "New contact added for port 2222 on 2008-02-01";
    assert_shows("EtherNet/IP-1", "Assignment Notes", rest);
}

/// What need not be shown as it is written, for a label says it.
const SAID_BY_LABELS: &str = "Defined TXT keys none This entry is an alias to is now historic \
                              not usable for use with many common service discovery mechanisms";

#[test]
fn no_word_of_a_note_is_lost() {
    let mut names: Vec<&str> =
        services().filter(|row| row.notes().is_some()).map(|row| row.name()).collect();
    names.dedup();
    let answer = lookup(&names);
    assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)));

    let mut shown: BTreeMap<&str, String> = BTreeMap::new();
    let mut name = "";
    for line in answer.out.lines() {
        if !line.starts_with(' ') && !line.is_empty() {
            name = line.split(' ').next().unwrap_or_default();
        }
        shown.entry(name).or_default().push_str(line);
    }
    let words = |text| str::split(text, |c: char| !c.is_alphanumeric());
    for service in services() {
        for word in words(service.notes().unwrap_or_default()).filter(|word| !word.is_empty()) {
            let is_shown = shown.get(service.name()).is_some_and(|text| text.contains(word));
            let is_said = words(SAID_BY_LABELS).any(|said| said.eq_ignore_ascii_case(word));
            assert!(is_shown || is_said, "{service}: {word:?} of {:?}", service.notes());
        }
    }
}
