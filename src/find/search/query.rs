//! What was asked for: terms, and how well a text fits one.

/// How well a text fits a term, the best first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Fit {
    /// It has the term as a word.
    Word,
    /// A word of it begins with the term.
    Start,
    /// It has the term somewhere.
    Inside,
}

/// A query: terms, of which a service has to fit every one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Query<'q> {
    text: &'q str,
}

/// A term of a query: what stands between blanks, without a `*` at its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term<'q> {
    pub(super) text: &'q str,
    /// Whether there was a `*`: words begin with the term.
    is_start: bool,
}

/// Words that mean what others do in the registry, each with the reason. They
/// are the words of one thing in the titles of RFCs, or what names of services
/// make of a word; everything that a program is called is a name, and belongs
/// into a registry.
const RELATED: [(&str, &str); 5] = [
    // RFC 6409, "Message Submission for Mail", and RFC 5322.
    ("mail", "message"),
    ("email", "message"),
    ("e-mail", "message"),
    // `ipsec`, `dnssec`, `cloudsec`, `secure`.
    ("secure", "sec"),
    ("security", "sec"),
];

impl<'q> Query<'q> {
    pub(super) const fn new(text: &'q str) -> Self {
        // A `*` after the last word is that of the last term.
        Self { text: text.trim_ascii() }
    }

    /// The whole as one pattern, which names are compared with.
    pub(super) fn whole(self) -> &'q str {
        self.text.trim_end_matches('*')
    }

    /// The whole as one term, if it has several.
    pub(super) fn phrase(self) -> Option<Term<'q>> {
        let text = self.whole();
        let is_start = text.len() < self.text.len();
        self.terms().nth(1).is_some().then_some(Term { text, is_start })
    }

    pub(super) fn terms(self) -> impl Iterator<Item = Term<'q>> + Clone {
        self.text.split_ascii_whitespace().filter_map(|text| {
            let bare = text.trim_end_matches('*');
            let is_empty = bare.bytes().all(is_separator);
            (!is_empty).then_some(Term { text: bare, is_start: bare.len() < text.len() })
        })
    }
}

impl<'q> Term<'q> {
    /// The words that mean what the term does.
    pub(super) fn related(self) -> impl Iterator<Item = Self> {
        let is_it = move |word: &str| word.eq_ignore_ascii_case(self.text);
        let related = RELATED.iter().filter(move |(word, _)| is_it(word));
        related.map(|(_, other)| Term { text: other, is_start: false })
    }

    /// The best fit of a text.
    pub(super) fn fit(self, text: &str) -> Option<Fit> {
        let bytes = text.as_bytes();
        let first = self.text.bytes().find(|byte| !is_separator(*byte))?.to_ascii_lowercase();
        let case = case_bit(first);
        let mut best = None;
        for (start, byte) in bytes.iter().enumerate() {
            if byte | case != first {
                continue;
            }
            let Some(end) = match_at(self.text, bytes, start) else { continue };
            let begins = start == 0 || !is_of_word(bytes[start - 1]);
            let ends = bytes.get(end).is_none_or(|byte| !is_of_word(*byte));
            let fit = match (begins, ends) {
                (true, true) => return Some(Fit::Word),
                (true, false) => Fit::Start,
                _ if self.is_start => continue,
                _ => Fit::Inside,
            };
            best = Some(best.map_or(fit, |best: Fit| best.min(fit)));
        }
        best
    }
}

/// What stands for a hyphen, or is left out in its place.
pub(super) const fn is_separator(byte: u8) -> bool {
    is_hyphen(byte) || byte.is_ascii_whitespace()
}

const fn is_hyphen(byte: u8) -> bool {
    matches!(byte, b'-' | b'_')
}

/// Whether a word goes on with a byte: a letter, a digit, or a part of a
/// character that is not ASCII.
const fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// The bit that a lower-case letter has and its upper case has not; none for
/// another byte.
pub(super) const fn case_bit(letter: u8) -> u8 {
    if letter.is_ascii_lowercase() { 0x20 } else { 0 }
}

/// Where a pattern ends that a text has at `start`. ASCII case does not matter;
/// a separator of the pattern is one of the text or nothing, and a hyphen of the
/// text may stand between any two letters. So neighbours of the pattern are at
/// most two bytes apart in the text.
pub(super) fn match_at(pattern: &str, text: &[u8], start: usize) -> Option<usize> {
    let (mut at, mut may_skip) = (start, false);
    for wanted in pattern.bytes() {
        let found = text.get(at).copied();
        if is_separator(wanted) {
            at += usize::from(may_skip && found.is_some_and(is_separator));
            may_skip = false;
            continue;
        }
        at += usize::from(may_skip && found.is_some_and(is_hyphen));
        if !text.get(at)?.eq_ignore_ascii_case(&wanted) {
            return None;
        }
        (at, may_skip) = (at + 1, true);
    }
    Some(at)
}
