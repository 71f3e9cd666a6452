//! A parser of the forms in which notes list TXT keys.

use super::TxtKey;
use crate::text::phrase::strip_ignore_case;
use crate::text::steps;

/// How a list of keys is written. It is the first form in which every item of
/// the text reads as a key; a text that reads so in none of them is prose, and
/// has no keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// `td: Absolute pathname of the Thing Description`, or `"td": …`, each on
    /// a line of its own or after a semicolon. Lines that do not begin with
    /// a key go on with the description.
    Described,
    /// `D (device type), S (https port), Machine ID`, and the same with
    /// semicolons.
    Separated(char),
    /// `mode= one of "normal", "safe" or "recovery"`, each on a line of its
    /// own. Lines that do not begin with a key go on with the value.
    Lines,
    /// `txtvers=1 path=<context path>`, on one line or many.
    Assigned,
    /// `txtvers protovers path`, or a bulleted list.
    Words,
    /// `iface The network interface the server is on`, a line each.
    Glossed,
}

/// The forms, in the order in which they are tried: a later one reads what an
/// earlier one should.
const FORMS: [Form; 7] = [
    Form::Described,
    Form::Separated(';'),
    Form::Separated(','),
    Form::Lines,
    Form::Assigned,
    Form::Words,
    Form::Glossed,
];

/// What an item of a list may be.
enum Item<'a> {
    Key(TxtKey<'a>),
    /// A blank, a bullet, a remark in brackets or a sentence after the list.
    Remark,
    Prose,
}

/// Words that are not the name of a key, nor in it: a text with one where a key
/// should be is prose.
const PROSE: &str = "and any are as at be by contact e.g. eg for from i.e. if in is none of on \
                     private proprietary see tbd the to varies where will with";

/// What is read in prose.
const NO_LIST: (Form, &str, usize) = (Form::Words, "", 0);

/// The list of keys in `text`: its form, the part of the text that it is, and
/// its length.
///
/// Headings may divide a text. What is below "Example:" has the keys once more,
/// and is left out. If the rest is no list as a whole, one of its parts may be:
/// if two are, it is not clear which.
pub(super) fn find(text: &str) -> (Form, &str, usize) {
    let (text, _) = split_at_line(text, is_example);
    let mut found = whole(text);
    let mut rest = if found.2 > 0 { "" } else { text };
    while !rest.is_empty() {
        let (part, after) = split_at_line(rest, is_heading);
        let list = whole(part);
        if found.2 > 0 && list.2 > 0 {
            return NO_LIST;
        }
        (found, rest) = (if list.2 > 0 { list } else { found }, after);
    }
    found
}

/// The list that a text is as a whole.
fn whole(text: &str) -> (Form, &str, usize) {
    for form in FORMS {
        let list = form.list(text);
        let len = form.count(list);
        if len > 0 {
            return (form, list, len);
        }
    }
    NO_LIST
}

/// The text before and after the first line that is one in question.
fn split_at_line(text: &str, is: fn(&str) -> bool) -> (&str, &str) {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let start = end;
        end += line.len();
        if is(line.trim()) {
            return (&text[..start], &text[end..]);
        }
    }
    (text, "")
}

/// A line such as "Possible TXT records defined and their values:".
fn is_heading(line: &str) -> bool {
    starts_upper(line) && line.ends_with(':')
}

fn is_example(line: &str) -> bool {
    is_heading(line) && strip_ignore_case(line, "example").is_some()
}

impl Form {
    /// The part of `text` that may be a list of this form.
    fn list(self, text: &str) -> &str {
        let text = text.trim();
        match self {
            // A sentence may follow, and a capital begins one. A single word is taken as it is.
            Self::Words => {
                let list = text.split_once(". ").map_or(text, |(list, _)| list);
                if starts_upper(list) && list.contains(' ') { "" } else { list }
            }
            Self::Separated(separator) if !has_separator(text, separator) => "",
            Self::Glossed if starts_upper(text) || !text.contains('\n') => "",
            _ => text,
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

    /// Splits off the first item. What is in brackets does not end one, but in
    /// the forms that are prose.
    fn split(self, list: &str) -> (&str, &str) {
        let is_prose = matches!(self, Self::Described | Self::Glossed);
        let (mut depth, mut before) = (0_usize, ' ');
        for (at, c) in list.char_indices() {
            steps::add(1);
            match c {
                '(' | '<' | '[' | '{' => depth += 1,
                ')' | '>' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let rest = &list[at + c.len_utf8()..];
            let ends = match self {
                _ if depth > 0 && !is_prose => false,
                Self::Described => {
                    (c == '\n' || c.is_whitespace() && before == ';')
                        && described_name(without_indent(rest)).is_some()
                }
                Self::Separated(separator) => c == separator,
                Self::Lines => c == '\n' && starts_assignment(without_indent(rest)),
                Self::Assigned => c.is_whitespace() && starts_assignment(rest),
                Self::Words => c.is_whitespace(),
                Self::Glossed => c == '\n',
            };
            if ends {
                return (&list[..at], rest);
            }
            before = c;
        }
        (list, "")
    }

    fn read(self, item: &str) -> Item<'_> {
        steps::add(item.len());
        let item = item.trim();
        if item.is_empty() || item.starts_with('(') || is_bullet(item) {
            return Item::Remark;
        }
        let key = match self {
            Self::Described => described(item),
            Self::Separated(_) => separated(item),
            Self::Lines => on_its_lines(item),
            Self::Assigned => assigned(item),
            Self::Words => word(item),
            Self::Glossed if starts_upper(item) && item.ends_with('.') => return Item::Remark,
            Self::Glossed => glossed(item),
        };
        key.map_or(Item::Prose, |(name, hint)| {
            Item::Key(TxtKey { name, value_hint: (!hint.is_empty()).then_some(hint) })
        })
    }
}

// The name of a key and what is said of its value, where an item of each form
// is one.

fn described(item: &str) -> Option<(&str, &str)> {
    let name = described_name(item)?;
    let (_, hint) = split_word(item);
    let hint = hint.trim_end_matches(';').trim();
    (!hint.is_empty() && !has_word_after(hint, &['\n'])).then_some((name, hint))
}

fn separated(item: &str) -> Option<(&str, &str)> {
    let (name, hint) = split_name(item);
    let is_remark = !hint.starts_with('(') || hint.ends_with(')');
    (is_name(name) && is_remark && is_one_value(hint)).then(|| (name, value(hint)))
}

fn on_its_lines(item: &str) -> Option<(&str, &str)> {
    let (name, hint) = split_name(item);
    let is_value = hint.starts_with('=') && is_one_value(hint);
    let is_key = is_word(name) && is_value && !has_word_after(hint, &['\n', ';', ',']);
    is_key.then(|| (name, value(hint)))
}

fn assigned(item: &str) -> Option<(&str, &str)> {
    let (name, hint) = split_name(item);
    // With commas as well it is not clear what is separated.
    let is_key = is_word(name) && ![';', ','].into_iter().any(|by| has_separator(item, by));
    // What stands on the next line belongs to the key there, as the bullet in
    // `a=1\nb. c=2` does.
    is_key.then(|| (name, value(hint).split('\n').next().unwrap_or("").trim_end()))
}

fn word(item: &str) -> Option<(&str, &str)> {
    let (name, hint) = split_name(item);
    (is_word(name) && !hint.starts_with('=')).then(|| (name, value(hint)))
}

fn glossed(item: &str) -> Option<(&str, &str)> {
    let (name, gloss) = split_word(item);
    let is_gloss = gloss.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric())
        && !gloss.ends_with('.');
    (is_word(name) && is_gloss).then_some((name, gloss))
}

/// The first word, and what stands after it.
fn split_word(text: &str) -> (&str, &str) {
    let (word, rest) = text.split_at(first_word(text).len());
    (word, rest.trim_start())
}

/// What stands before a value or a remark, and that.
fn split_name(item: &str) -> (&str, &str) {
    let end = item.bytes().position(|byte| matches!(byte, b'=' | b'('));
    let (name, hint) = item.split_at(end.unwrap_or(item.len()));
    (name.trim_end(), hint)
}

/// The name if `text` begins with `td: ` or `"td": `.
fn described_name(text: &str) -> Option<&str> {
    let word = first_word(text);
    let name = word.strip_suffix(':').filter(|_| text[word.len()..].starts_with(' '))?;
    let quoted = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
    Some(quoted.unwrap_or(name)).filter(|name| is_word(name))
}

/// Whether `text` begins with `name=`.
fn starts_assignment(text: &str) -> bool {
    first_word(text).split_once('=').is_some_and(|(name, _)| is_word(name))
}

/// The word that `text` begins with; none where another blank comes first. A
/// run of blanks is read once so, and not from each of them.
fn first_word(text: &str) -> &str {
    let word = text.split(char::is_whitespace).next().unwrap_or_default();
    steps::add(word.len());
    word
}

/// A line without its indent. Line ends stay, so that a run of them is read
/// once.
fn without_indent(text: &str) -> &str {
    text.trim_start_matches([' ', '\t'])
}

/// Whether no other assignment is in what is said of a value.
fn is_one_value(hint: &str) -> bool {
    Form::Assigned.split(hint).1.is_empty()
}

fn has_separator(text: &str, separator: char) -> bool {
    Form::Separated(separator).split(text).0.len() < text.len()
}

/// Whether a word that may be another key stands alone after one of these.
fn has_word_after(hint: &str, separators: &[char]) -> bool {
    separators.iter().any(|by| hint.split(*by).skip(1).any(|part| is_word(part.trim())))
}

/// `-`, `*`, `a.` or `1)` before an item.
fn is_bullet(item: &str) -> bool {
    matches!(item.as_bytes(), [b'-' | b'*'] | [_, b'.' | b')'])
}

fn starts_upper(text: &str) -> bool {
    text.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase())
}

fn is_word(name: &str) -> bool {
    is_name(name) && !name.contains(' ')
}

/// Whether `name` is a key by RFC 6763 section 6.4, which allows all printable
/// US-ASCII but "=", and is no prose: links, file names, labels such as
/// `_hub._tcp`, quotations and sentences are not names.
fn is_name(name: &str) -> bool {
    let is_allowed = |byte| matches!(byte, b' '..=b'~') && !br#"=()<>[]{}"':/,;"#.contains(&byte);
    let is_prose = |word: &str| PROSE.split(' ').any(|prose| prose.eq_ignore_ascii_case(word));
    name.bytes().all(is_allowed)
        && name.bytes().any(|byte| byte.is_ascii_alphanumeric())
        && ![".", ".html"].iter().any(|end| name.ends_with(end))
        && !(name.starts_with('_') && name.contains('.'))
        && !name.split(' ').any(is_prose)
}

/// What is said of the value in `(device type)`, `=1` or `=<context path>`.
fn value(hint: &str) -> &str {
    if let Some(remark) = hint.strip_prefix('(') {
        return remark.trim_end_matches(')').trim();
    }
    let value = hint.trim_start_matches('=').trim_start();
    // What comes after the bracket is a remark.
    let bracketed = value.strip_prefix('<').and_then(|inside| inside.split_once('>'));
    bracketed.map_or(value, |(inside, _)| inside).trim()
}
