//! The forms in which the registry's notes list TXT keys.

use super::TxtKey;

/// How a list of keys is written. It is chosen from the whole text, and unless every item then
/// reads as a key, the text is prose and has no keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// A line each: `td: Absolute pathname of the Thing Description`.
    Described,
    /// `D (device type), S (https port), Machine ID`, and the same with semicolons.
    Separated(char),
    /// `txtvers=1 path=<context path>`, on one line or many.
    Assigned,
    /// `txtvers protovers path`, or a bulleted list.
    Words,
}

/// What an item of a list may be.
enum Item<'a> {
    Key(TxtKey<'a>),
    /// A blank, a bullet or a remark in brackets.
    Remark,
    Prose,
}

/// Words that are not the name of a key, nor in it: a text with one where a key should be is prose.
const PROSE: &str = "and any are as at be by contact e.g. eg for from i.e. if in is none of on \
                     private proprietary see tbd the to varies where will with";

impl Form {
    /// The form of `text`, and the part of it that is the list.
    pub(super) fn of(text: &str) -> (Self, &str) {
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        if lines.all(|line| line.split_once(": ").is_some_and(|(name, _)| is_word(name))) {
            return (Self::Described, text);
        }
        let separator = [';', ','].map(Self::Separated).into_iter().find(|form| {
            let (item, _) = form.split(text);
            item.len() < text.len()
        });
        match separator {
            Some(form) => (form, text),
            None if text.contains('=') => (Self::Assigned, text),
            None => {
                // A sentence may follow, and a capital begins one. A single word is taken as it is.
                let list = text.split_once(". ").map_or(text, |(list, _)| list);
                let sentence = list.contains(' ') && list.starts_with(char::is_uppercase);
                (Self::Words, if sentence { "" } else { list })
            }
        }
    }

    /// The number of keys in `list`: none if any item is not a key.
    pub(super) fn count(self, mut list: &str) -> usize {
        let mut count = 0;
        while !list.is_empty() {
            let (item, rest) = self.split(list);
            match self.read(item) {
                Item::Key(_) => count += 1,
                Item::Remark => {}
                Item::Prose => return 0,
            }
            list = rest;
        }
        count
    }

    /// Takes the next key off the front of `list`.
    pub(super) fn next_key<'a>(self, list: &mut &'a str) -> Option<TxtKey<'a>> {
        while !list.is_empty() {
            let (item, rest) = self.split(list);
            *list = rest;
            if let Item::Key(key) = self.read(item) {
                return Some(key);
            }
        }
        None
    }

    /// Splits off the first item. What is in brackets does not end one, but for a described key.
    fn split(self, list: &str) -> (&str, &str) {
        let mut depth = 0_usize;
        for (at, c) in list.char_indices() {
            match c {
                '(' | '<' | '[' | '{' => depth += 1,
                ')' | '>' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let (item, rest) = (&list[..at], &list[at + c.len_utf8()..]);
            let ends = match self {
                Self::Described => c == '\n',
                _ if depth > 0 => false,
                Self::Separated(separator) => c == separator,
                Self::Assigned => c.is_whitespace() && starts_assignment(rest),
                Self::Words => c.is_whitespace(),
            };
            if ends {
                return (item, rest);
            }
        }
        (list, "")
    }

    fn read(self, item: &str) -> Item<'_> {
        let item = item.trim();
        if item.is_empty() || item.starts_with('(') || is_bullet(item) {
            return Item::Remark;
        }
        let end = match self {
            Self::Described => item.find(": "),
            _ => item.find(['=', '(']),
        };
        let (name, hint) = item.split_at(end.unwrap_or(item.len()));
        let name = name.trim_end();
        let is_valid = match self {
            // Two assignments with no comma between them: it is not clear what is separated.
            Self::Separated(_) => is_name(name) && Self::Assigned.split(hint).1.is_empty(),
            _ => is_word(name),
        };
        if is_valid {
            Item::Key(TxtKey { name, value_hint: value_hint(hint) })
        } else {
            Item::Prose
        }
    }
}

/// Whether `text` begins with `name=`.
fn starts_assignment(text: &str) -> bool {
    let word = text.split(char::is_whitespace).next().unwrap_or_default();
    word.split_once('=').is_some_and(|(name, _)| is_word(name))
}

/// `-`, `*`, `a.` or `1)` before an item.
fn is_bullet(item: &str) -> bool {
    matches!(item.as_bytes(), [b'-' | b'*'] | [_, b'.' | b')'])
}

fn is_word(name: &str) -> bool {
    is_name(name) && !name.contains(' ')
}

/// Whether `name` is a key by RFC 6763 section 6.4, which allows all printable US-ASCII but "=",
/// and is no prose: links, file names, labels such as `_hub._tcp`, quotations and sentences are not
/// names.
fn is_name(name: &str) -> bool {
    let is_allowed = |byte| matches!(byte, b' '..=b'~') && !br#"=()<>[]{}"':/,;"#.contains(&byte);
    let is_prose = |word: &str| PROSE.split(' ').any(|prose| prose.eq_ignore_ascii_case(word));
    name.bytes().all(is_allowed)
        && name.contains(|c: char| c.is_ascii_alphanumeric())
        && ![".", ".html"].iter().any(|end| name.ends_with(end))
        && !(name.starts_with('_') && name.contains('.'))
        && !name.split(' ').any(is_prose)
}

/// What is said of the value in `: a description`, `(device type)`, `=1` or `=<context path>`.
fn value_hint(text: &str) -> Option<&str> {
    let hint = if let Some(description) = text.strip_prefix(": ") {
        description
    } else if let Some(remark) = text.strip_prefix('(') {
        remark.trim_end_matches(')')
    } else {
        let value = text.trim_start_matches('=').trim_start();
        // What comes after the bracket is a remark.
        let bracketed = value.strip_prefix('<').and_then(|inside| inside.split_once('>'));
        bracketed.map_or(value, |(inside, _)| inside)
    };
    let hint = hint.trim();
    (!hint.is_empty()).then_some(hint)
}
