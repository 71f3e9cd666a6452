//! The addresses of references.

use core::fmt;

use super::{Reference, draft_stem, is_section};
use crate::text::text_traits::debug_as_display;

/// The address of a [`Reference`], from [`Reference::url`]. It is written by
/// its `Display`.
///
/// ```
/// use iana_ports::reference::Reference;
///
/// let url = Reference::from_text("draft-zubov-snif-05, Section 4.3").url().unwrap();
/// assert_eq!(url.to_string(), "https://datatracker.ietf.org/doc/html/draft-zubov-snif-05#section-4.3");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReferenceUrl<'a> {
    /// Never a text.
    pub(super) document: Reference<'a>,
}

impl fmt::Display for ReferenceUrl<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let section = match self.document {
            Reference::Uri(text) | Reference::Text(text) => return f.pad(text),
            Reference::Rfc { number, section } => {
                write!(f, "https://www.rfc-editor.org/rfc/rfc{number}")?;
                section
            }
            Reference::InternetDraft { name, section } => {
                let stem = draft_stem(name).unwrap_or(name);
                write!(f, "https://datatracker.ietf.org/doc/html/draft-{stem}")?;
                section
            }
        };
        match section {
            // Whoever builds a `Reference` by hand may put anything here.
            Some(section) if !is_section(section) => Ok(()),
            Some(section) if section.starts_with(|c: char| c.is_ascii_digit()) => {
                write!(f, "#section-{section}")
            }
            Some(section) => write!(f, "#appendix-{section}"),
            None => Ok(()),
        }
    }
}

debug_as_display!(ReferenceUrl<'_>);

#[cfg(test)]
mod tests {
    use super::Reference::{self, InternetDraft, Text};

    #[test]
    fn urls() {
        for (text, url) in [
            ("RFC854", "https://www.rfc-editor.org/rfc/rfc854"),
            ("RFC9110, Section A", "https://www.rfc-editor.org/rfc/rfc9110#appendix-A"),
            (
                "RFC-ietf-a-01, Section 12",
                "https://datatracker.ietf.org/doc/html/draft-ietf-a-01#section-12",
            ),
            ("http://a/#b", "http://a/#b"),
        ] {
            let url_of_text = Reference::from_text(text).url().unwrap();
            assert_eq!(
                (url_of_text.to_string(), format!("{url_of_text:?}")),
                (url.to_owned(), url.to_owned())
            );
        }
        assert_eq!(Text("a").url(), None);
        let by_hand = InternetDraft { name: "a", section: Some("one and two") };
        assert_eq!(by_hand.to_string(), "a, Section one and two");
        assert_eq!(
            by_hand.url().unwrap().to_string(),
            "https://datatracker.ietf.org/doc/html/draft-a"
        );
    }
}
