//! The wordings by which notes and descriptions name aliases (RFC 6335 section
//! 10.1).

use alloc::format;
use alloc::string::String;

use crate::text::phrase::{REPLACEMENT, each_after, quoted};

/// The service name that a note says its row is an alias to.
pub(super) fn alias_of(note: &str) -> Option<&str> {
    each_after(note, "This entry is an alias to").find_map(|rest| quoted(rest.trim_start()))
}

/// The note of a row that is an alias: what [`alias_of`] reads.
pub(crate) fn alias_to(name: &str) -> String {
    format!("This entry is an alias to \"{name}\".")
}

/// Splits the last sentence off a description if it is that of [`Replacement`]:
/// what stands before it, without blanks and line ends at its end, and the
/// alias. IANA's CSV has line ends where its XML has blanks.
pub(crate) fn split_replacement(description: &str) -> Option<(&str, &str)> {
    let (sentence, alias) = description.trim_end().strip_suffix("\".")?.rsplit_once('"')?;
    let mut words = REPLACEMENT.rsplit(' ');
    let before = words.try_fold(sentence, |rest, word| rest.trim_end().strip_suffix(word))?;
    Some((before.trim_end(), alias))
}

#[cfg(test)]
mod tests {
    use super::{alias_of, alias_to};

    #[test]
    fn aliases() {
        // `whois++` (63/tcp)
        let note = "This entry is an alias to \"whoispp\".\n\
                    This entry is now historic, not usable for use with many\n\
                    common service discovery mechanisms.";
        assert_eq!(alias_of(note), Some("whoispp"));
        assert_eq!(alias_of(&alias_to("whoispp")), Some("whoispp"));
        assert_eq!(alias_of("a\nTHIS entry\tis an alias to\n\"b\"."), Some("b"));
        assert_eq!(alias_of("This entry is an alias to \"b"), None);
        assert_eq!(alias_of("This entry is an alias to b."), None);
        assert_eq!(alias_of("Defined TXT keys: instance, cgi-alias"), None);
    }

    #[test]
    fn any_text_is_read_without_panic() {
        let words = ["This entry", " is an", " alias", " to", "é", "\n", "\"", "."];
        crate::test_random::texts(&words, |text| {
            assert!(alias_of(text).is_none_or(|name| text.contains(name)), "{text:?}");
        });
    }
}
