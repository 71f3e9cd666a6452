//! Phrase matching over the prose of "Assignment Notes" cells: aliases,
//! history, dates.
//!
//! The column is free text. These functions know the wordings that the registry
//! repeats, in any case and with any blanks or line ends between the words.
//! What they do not know is `None`.

use crate::text::phrase::{each_after, quoted, strip_phrase};
use crate::values::date::Date;

// Lists of words are one text each, `|` between them: a list of pointers to
// texts would be relocated in every program.

/// What stands before the date on which an assignment ended.
const ENDED: &str = "De-assigned|De-registered|removed";

/// What stands before the former holder of a port number, or before a service's
/// former name.
const FORMER: &str = ", previously|previously assigned to|previously assigned by IANA for|\
    previously assigned under the name|first assigned to|Formerly was|Formerly listed as|\
    Historic usage was";

/// Delimiters that end an unquoted name before the end of the note.
const NAME_ENDS: &str = ",|;|. | (| but | by |\r|\n";

const MONTHS: &str = "January|February|March|April|May|June|July|August|September|October|\
    November|December";

/// When an assignment of the row's port number or service name ended.
///
/// The registry writes that the entry was "De-assigned", "De-registered" or
/// "removed". A row that is assigned again may keep the note: then it speaks of
/// the assignment before this one.
pub(crate) fn deassigned(note: &str) -> Option<Date> {
    ENDED.split('|').flat_map(|phrase| each_after(note, phrase)).find_map(leading_date)
}

/// What the row's port number was assigned to before, or its service was listed
/// as.
pub(crate) fn formerly(note: &str) -> Option<&str> {
    let rest = FORMER.split('|').find_map(|phrase| each_after(note, phrase).next())?.trim();
    let name = quoted(rest).unwrap_or_else(|| {
        let end = NAME_ENDS.split('|').filter_map(|end| rest.find(end)).min();
        rest[..end.unwrap_or(rest.len())].trim_end_matches('.')
    });
    (!name.is_empty()).then_some(name)
}

/// Whether the registry says that "This entry is now historic".
///
/// Each alias with a service name that breaks RFC 6335 section 5.1 says so.
pub(crate) fn is_historic(note: &str) -> bool {
    each_after(note, "This entry is now historic").next().is_some()
}

/// Reads `2012-03-09`, `2004-2-6` or `08 June 2001`, with or without "on"
/// before it.
fn leading_date(text: &str) -> Option<Date> {
    // No field is longer. What goes on for long must not be read after each phrase
    // in it.
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
        // 2/tcp
        assert_eq!(
            date("De-assigned on 2025-02-13, previously compressnet by [Bernie_Volz]"),
            Date::new(2025, 2, Some(13))
        );
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
        // 831/tcp
        let note = "Previously assigned to NETCONF over BEEP but released by [RFC9900]";
        assert_eq!(formerly(note), Some("NETCONF over BEEP"));
        assert_eq!(formerly("formerly  WAS\nX Y. Z"), Some("X Y"));
        assert_eq!(formerly("Formerly was v1.2."), Some("v1.2"));
        assert_eq!(formerly("Formerly was \"a, b\" (c)"), Some("a, b"));
        for nothing in ["Formerly was", "Formerly was .", "previously", "Formerly was \"\""] {
            assert_eq!(formerly(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn historic() {
        assert!(is_historic("This entry is an alias to \"b\".\nThis entry is\nnow historic, not"));
        assert!(!is_historic("Historic usage was acms. De-Assigned on 2020-12-29"));
    }

    #[test]
    fn any_text_is_read_without_panic() {
        let words = ["removed ", "on ", "2", "-", "é", "\n", "\"", "Formerly was ", "June ", "."];
        crate::test_random::texts(&words, |text| {
            let _ = (deassigned(text), is_historic(text));
            assert!(formerly(text).is_none_or(|name| text.contains(name)), "{text:?}");
        });
    }
}
