//! What the prose of an "Assignment Notes" cell says about its row.
//!
//! The column is free text. These functions know the wordings that the registry repeats, in any
//! case and with any blanks or line ends between the words. What they do not know is `None`.

use core::fmt;

use crate::text::ascii_case::strip_ignore_case;
use crate::values::date::Date;

// Lists of words are one text each, `|` between them: a list of pointers to
// texts would be relocated in every program.

/// What stands before the date on which an assignment ended.
const ENDED: &str = "De-assigned|De-registered|removed";

/// What stands before the former holder of a port number, or before a service's former name.
const FORMER: &str = ", previously|previously assigned to|previously assigned by IANA for|\
    previously assigned under the name|first assigned to|Formerly was|Formerly listed as|\
    Historic usage was";

/// What stands after an unquoted name, sooner than the end of the note.
const NAME_ENDS: &str = ",|;|. | (| but | by |\r|\n";

const MONTHS: &str = "January|February|March|April|May|June|July|August|September|October|\
    November|December";

/// When an assignment of the row's port number or service name ended.
///
/// The registry writes that the entry was "De-assigned", "De-registered" or "removed". A row that
/// is assigned again may keep the note: then it speaks of the assignment before this one.
///
/// ```
/// use iana_ports::{Date, note};
///
/// // 2/tcp
/// let note = "De-assigned on 2025-02-13, previously compressnet by [Bernie_Volz]";
/// assert_eq!(note::deassigned(note), Date::new(2025, 2, Some(13)));
/// ```
#[must_use]
pub fn deassigned(note: &str) -> Option<Date> {
    ENDED.split('|').flat_map(|phrase| each_after(note, phrase)).find_map(leading_date)
}

/// What the row's port number was assigned to before, or its service was listed as.
///
/// ```
/// use iana_ports::note;
///
/// // 831/tcp
/// let note = "Previously assigned to NETCONF over BEEP but released by [RFC9900]";
/// assert_eq!(note::formerly(note), Some("NETCONF over BEEP"));
/// ```
#[must_use]
pub fn formerly(note: &str) -> Option<&str> {
    let rest = FORMER.split('|').find_map(|phrase| each_after(note, phrase).next())?.trim();
    let name = quoted(rest).unwrap_or_else(|| {
        let end = NAME_ENDS.split('|').filter_map(|end| rest.find(end)).min();
        rest[..end.unwrap_or(rest.len())].trim_end_matches('.')
    });
    (!name.is_empty()).then_some(name)
}

/// The service name that the row is an alias to (RFC 6335 section 10.1).
///
/// ```
/// use iana_ports::note;
///
/// // `whois++` (63/tcp)
/// let note = "This entry is an alias to \"whoispp\".\n\
///             This entry is now historic, not usable for use with many\n\
///             common service discovery mechanisms.";
/// assert_eq!(note::alias_of(note), Some("whoispp"));
/// assert!(note::is_historic(note));
/// ```
#[must_use]
pub fn alias_of(note: &str) -> Option<&str> {
    each_after(note, "This entry is an alias to").find_map(|rest| quoted(rest.trim_start()))
}

/// The note of a row that is an alias: what [`alias_of`] reads.
#[cfg(feature = "runtime")]
pub(crate) fn alias_to(name: &str) -> String {
    format!("This entry is an alias to \"{name}\".")
}

/// Whether the registry says that "This entry is now historic".
///
/// Each alias with a service name that breaks RFC 6335 section 5.1 says so. See [`alias_of`] for
/// an example.
#[must_use]
pub fn is_historic(note: &str) -> bool {
    each_after(note, "This entry is now historic").next().is_some()
}

/// The sentence by which the description of a service announces that its name replaces another,
/// the alias.
#[allow(dead_code, reason = "only a build with descriptions has a place for it")]
pub(crate) struct Replacement<'a>(pub(crate) &'a str);

/// The sentence of [`Replacement`] up to the name.
const REPLACEMENT: &str = "IANA assigned this well-formed service name as a replacement for";

impl fmt::Display for Replacement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{REPLACEMENT} \"{}\".", self.0)
    }
}

/// Splits the last sentence off a description if it is that of [`Replacement`]:
/// what stands before it, without blanks and line ends at its end, and the
/// alias. IANA's CSV has line ends where its XML has blanks.
#[allow(dead_code, reason = "only the compiler of the registry reads it")]
pub(crate) fn split_replacement(description: &str) -> Option<(&str, &str)> {
    let (sentence, alias) = description.trim_end().strip_suffix("\".")?.rsplit_once('"')?;
    let mut words = REPLACEMENT.rsplit(' ');
    let before = words.try_fold(sentence, |rest, word| rest.trim_end().strip_suffix(word))?;
    Some((before.trim_end(), alias))
}

/// The texts after each place where `phrase` stands.
pub(crate) fn each_after<'a>(text: &'a str, phrase: &str) -> impl Iterator<Item = &'a str> {
    // Nearly no place begins with the same byte; one inside a character is none.
    let is_first =
        |byte: u8| phrase.as_bytes().first().is_some_and(|first| first.eq_ignore_ascii_case(&byte));
    let places = text.bytes().enumerate().filter(move |(_, byte)| is_first(*byte));
    places.filter_map(move |(at, _)| strip_phrase(text.get(at..)?, phrase))
}

/// Takes `phrase` off the front of `text`, in any case and with any blanks between its words.
fn strip_phrase<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let mut words = phrase.split(' ');
    let text = strip_ignore_case(text, words.next()?)?;
    words.try_fold(text, |rest, word| strip_ignore_case(rest.trim_start(), word))
}

/// The text between the quotation mark which begins `text` and the next.
fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.split_once('"').map(|(inside, _)| inside)
}

/// Reads `2012-03-09`, `2004-2-6` or `08 June 2001`, with or without "on" before it.
fn leading_date(text: &str) -> Option<Date> {
    // No field is longer. What goes on for long must not be read after each phrase in it.
    const LONGEST: usize = "September".len();
    let text = text.trim_start();
    let text = strip_phrase(text, "on").unwrap_or(text).trim_start();
    let mut rest = text;
    let mut field = || {
        let bytes = rest.bytes().take(LONGEST + 1);
        let length = bytes.take_while(u8::is_ascii_alphanumeric).count();
        let (field, after) = rest.split_at(length);
        rest = after.strip_prefix(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after);
        (length <= LONGEST).then_some(field)
    };
    let (first, second, third) = (field()?, field()?, field()?);
    if let Some(month) = MONTHS.split('|').position(|month| month.eq_ignore_ascii_case(second)) {
        let month = u8::try_from(month + 1).ok()?;
        return Date::new(third.parse().ok()?, month, Some(first.parse().ok()?));
    }
    Date::new(first.parse().ok()?, second.parse().ok()?, Some(third.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let date = |text| deassigned(text);
        assert_eq!(date("De-registered 08 June 2001"), Date::new(2001, 6, Some(8)));
        assert_eq!(date("(Removed 2004-2-6)"), Date::new(2004, 2, Some(6)));
        assert_eq!(
            date("THIS ENTRY IS BEING REMOVED ON\n2012-03-09."),
            Date::new(2012, 3, Some(9))
        );
        assert_eq!(date("removed, then removed on 2012-03-09"), Date::new(2012, 3, Some(9)));
        for not_a_date in ["Removed", "removed on", "removed on 2012-13-40", "removed on 2012-03"] {
            assert_eq!(date(not_a_date), None, "{not_a_date}");
        }
    }

    /// Reading on after each phrase would take minutes.
    #[test]
    fn a_long_text_is_read_in_time() {
        let text = "removed".repeat(50_000);
        assert_eq!(deassigned(&text), None);
        assert_eq!(deassigned(&format!("{text} 2012-03-09")), Date::new(2012, 3, Some(9)));
        assert_eq!(deassigned("removed 2012-03-0000000009"), None);
    }

    #[test]
    fn dates_of_something_else() {
        for other in ["Deprecated June 2004", "Modified: 21 January 2010", "2012-03-09"] {
            assert_eq!(deassigned(other), None, "{other}");
        }
    }

    #[test]
    fn former_names() {
        assert_eq!(formerly("formerly  WAS\nX Y. Z"), Some("X Y"));
        assert_eq!(formerly("Formerly was v1.2."), Some("v1.2"));
        assert_eq!(formerly("Formerly was \"a, b\" (c)"), Some("a, b"));
        for nothing in ["Formerly was", "Formerly was .", "previously", "Formerly was \"\""] {
            assert_eq!(formerly(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn aliases() {
        assert_eq!(alias_of("a\nTHIS entry\tis an alias to\n\"b\"."), Some("b"));
        assert_eq!(alias_of("This entry is an alias to \"b"), None);
        assert_eq!(alias_of("This entry is an alias to b."), None);
        assert_eq!(alias_of("Defined TXT keys: instance, cgi-alias"), None);
        assert!(!is_historic("Historic usage was acms. De-Assigned on 2020-12-29"));
    }

    #[test]
    fn any_text_is_read_without_panic() {
        let words = ["removed ", "on ", "2", "-", "é", "\n", "\"", "Formerly was ", "June ", "."];
        crate::test_random::texts(&words, |text| {
            let _ = (deassigned(text), formerly(text), alias_of(text), is_historic(text));
        });
    }
}
