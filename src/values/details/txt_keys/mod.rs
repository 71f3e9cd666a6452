//! The TXT record keys (RFC 6763 section 6) that an "Assignment Notes" cell
//! defines.

mod list;

use crate::text::phrase::{each_after, strip_ignore_case};
use crate::values::iterator_traits::iterator_traits;
use list::Form;

/// The TXT record keys (RFC 6763 section 6) of a service, as its "Assignment
/// Notes" define them.
///
/// A note either says nothing of TXT keys, and then there is no `TxtKeys`; or
/// says that there are none ([`is_none`](Self::is_none)); or lists them
/// ([`iter`](Self::iter)); or has some [`text`](Self::text) which is not a list
/// of keys, such as a link or "Proprietary".
///
/// The registry's word is taken for it: where it names one key `AGMA`, that is
/// a key.
///
/// The registry has no syntax for a list of keys. These forms are read, on any
/// number of lines, and a text is a list only if all of it reads so in one of
/// them:
///
/// | form | as in |
/// |---|---|
/// | keys between commas or semicolons | `txtvers=1, Machine ID, D (device type)` |
/// | assignments, between blanks or each on a line | `u=<username> p=<password>` |
/// | words, or a bulleted list of them | `product version bus` |
/// | a key, a colon and a description, on lines or between semicolons | `td: Absolute pathname of ...` |
/// | a key, blanks and a description, each on a line | `iface  The network interface ...` |
///
/// What stands below a line "Example:" is left out. Other lines of that kind
/// are headings: where the text is no list as a whole, the one part between
/// headings that is a list has the keys.
///
/// ```
/// use iana_ports::{Transport::Tcp, lookup_name};
///
/// let txt_keys = |name| lookup_name(name, Tcp).unwrap().txt_keys();
/// // "Defined TXT keys: u=<username> p=<password> path=<path>"
/// let keys = txt_keys("ftp").unwrap();
/// assert!(keys.iter().map(|key| key.name()).eq(["u", "p", "path"]));
/// assert_eq!(keys.iter().next().unwrap().value_hint(), Some("username"));
///
/// // "Defined TXT keys: None"
/// assert!(txt_keys("core-rd-tls").unwrap().is_none());
///
/// // "Defined TXT keys: Proprietary"
/// let keys = txt_keys("mxim-ice").unwrap();
/// assert_eq!((keys.len(), keys.text()), (0, "Proprietary"));
///
/// assert_eq!(txt_keys("domain"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TxtKeys<'a> {
    text: &'a str,
    /// What the keys are read from.
    list: &'a str,
    form: Form,
    len: usize,
    is_none: bool,
}

impl<'a> TxtKeys<'a> {
    /// Reads an "Assignment Notes" cell; `None` if it does not have the words
    /// "Defined TXT keys".
    pub(crate) fn parse(note: &'a str) -> Option<Self> {
        let text = each_after(note, "Defined TXT keys").next()?.trim_start();
        let text = text.strip_prefix(':').unwrap_or(text).trim();
        let none = after_none(text);
        // Some notes have "None" and go on to define keys all the same.
        let (form, list, len) = list::find(match none {
            Some(rest) if !rest.contains('=') => "",
            Some(rest) => rest,
            None => text,
        });
        Some(Self { text, list, form, len, is_none: none.is_some() && len == 0 })
    }

    /// What stands after "Defined TXT keys:", whether or not it is a list.
    #[must_use]
    pub const fn text(self) -> &'a str {
        self.text
    }

    /// Whether the note says that there are no keys: "None", or nothing after
    /// the colon.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.is_none
    }

    /// The number of keys.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let keys = lookup_port(21, Tcp).unwrap().txt_keys().unwrap();
    /// assert_eq!((keys.len(), keys.is_empty()), (3, false));
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        self.len
    }

    /// Whether there are no keys: none is defined ([`is_none`](Self::is_none)),
    /// or the text is not a list.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The keys, in the order of the note; empty when there are none or the
    /// text is not a list.
    #[must_use]
    pub const fn iter(self) -> TxtKeyIter<'a> {
        TxtKeyIter { rest: self.list, form: self.form, len: self.len }
    }
}

impl<'a> IntoIterator for TxtKeys<'a> {
    type Item = TxtKey<'a>;
    type IntoIter = TxtKeyIter<'a>;

    fn into_iter(self) -> TxtKeyIter<'a> {
        self.iter()
    }
}

/// If `text` says that there are no keys, what it says after that.
fn after_none(text: &str) -> Option<&str> {
    if matches!(text, "" | "0") {
        return Some("");
    }
    let rest = "none|there is no|there are no"
        .split('|')
        .find_map(|none| strip_ignore_case(text, none))?;
    // Not a key that begins with "none", nor the first key of a list.
    rest.is_empty().then_some(rest).or_else(|| rest.strip_prefix(['.', ' ', '\r', '\n']))
}

/// A TXT record key (RFC 6763 section 6.4) that a service defines.
///
/// ```
/// use iana_ports::{Transport::Tcp, lookup_name};
///
/// // "Defined TXT keys: txtvers=1 protovers=x"
/// let keys = lookup_name("oca", Tcp).unwrap().txt_keys().unwrap();
/// let key = keys.iter().nth(1).unwrap();
/// assert_eq!(key.name(), "protovers");
/// assert_eq!(key.value_hint(), Some("x"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TxtKey<'a> {
    name: &'a str,
    value_hint: Option<&'a str>,
}

impl<'a> TxtKey<'a> {
    /// The key itself, what stands before the "=" in a TXT record: printable
    /// US-ASCII.
    #[must_use]
    pub const fn name(self) -> &'a str {
        self.name
    }

    /// What the note says of the value: `context path` for `path=<context
    /// path>`, `1` for `txtvers=1`.
    #[must_use]
    pub const fn value_hint(self) -> Option<&'a str> {
        self.value_hint
    }
}

/// The keys of a [`TxtKeys`].
#[derive(Clone)]
pub struct TxtKeyIter<'a> {
    rest: &'a str,
    form: Form,
    len: usize,
}

impl<'a> Iterator for TxtKeyIter<'a> {
    type Item = TxtKey<'a>;

    fn next(&mut self) -> Option<TxtKey<'a>> {
        self.len = self.len.checked_sub(1)?;
        self.form.next_key(&mut self.rest)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.len, Some(self.len))
    }
}

iterator_traits!(TxtKeyIter<'_>);

#[cfg(test)]
mod tests;
