//! The key of a flow in a JSON object: which members it is, and what they say.

use core::str;

use serde_json::value::RawValue;

use crate::Failure;
use crate::arguments::Arguments;
use crate::ends::Ends;
use crate::json::text;
use crate::known::{ADDED, KEY, OPTIONS};
use crate::members::read;

/// An object, and what its members say.
pub(crate) struct Read<'l> {
    pub(crate) object: &'l str,
    pub(crate) has_members: bool,
    pub(crate) ends: Result<Option<Ends>, String>,
}

/// The names of the members that are the key of a flow.
pub(crate) struct Key<'a> {
    arguments: &'a Arguments,
    /// For each part of the key the names that it may have, the best first.
    names: [Vec<&'a str>; 3],
    /// Which parts some object had, and whether one had all.
    is_seen: [bool; 3],
    is_settled: bool,
    /// The names once they are settled, if all are of members of the object itself.
    flat: Option<[&'a str; 3]>,
    objects: u64,
    /// A Bloom filter of the names that are looked for, since most members are
    /// others.
    filter: u64,
}

/// What a member is: a part of the key by one of its names, or an object that
/// may hold such.
#[derive(Clone, Copy)]
enum Wanted<'a> {
    Part(usize, usize),
    Within(&'a str),
    Added(&'static str),
}

/// The values of an object that are wanted, with the ranks of their names.
#[derive(Default)]
struct Found<'l> {
    key: [Option<(usize, &'l RawValue)>; 3],
    /// Whether an object within was looked into.
    is_deep: bool,
    added: Option<&'static str>,
}

/// The bit of a name, by its length and its last letter in either case.
#[inline]
fn bit(name: &str) -> u64 {
    let last = name.as_bytes().last().map_or(0, |byte| usize::from(byte | 0x20));
    1 << ((5 * name.len() + last) % 64)
}

/// The bits of names, up to their end or to a point.
fn bits(names: &[Vec<&str>; 3]) -> u64 {
    let names = || names.iter().flatten().chain(&ADDED);
    let parts = names().flat_map(|name| name.match_indices('.').map(|(at, _)| &name[..at]));
    names().copied().chain(parts).fold(0, |bits, name| bits | bit(name))
}

impl<'a> Key<'a> {
    pub(crate) fn new(arguments: &'a Arguments) -> Self {
        let mut names = KEY.map(|(_, known)| known.to_vec());
        for (part, named) in arguments.columns().into_iter().enumerate() {
            if let Some(named) = named {
                names[part] = vec![named];
            }
        }
        let filter = bits(&names);
        let (is_seen, is_settled) = ([false; 3], false);
        Self { arguments, names, is_seen, is_settled, flat: None, objects: 0, filter }
    }

    pub(crate) fn read<'l>(&mut self, line: &'l [u8], is_named: bool) -> Result<Read<'l>, String> {
        let object = str::from_utf8(line)
            .map_err(|error| format!("column {}: invalid UTF-8", error.valid_up_to() + 1))?
            .trim_ascii();
        let mut found = Found::default();
        let has_members = if is_named {
            self.find(object, "", &mut found)
        } else {
            read(object, |_| None::<()>, |(), _| ())
        };
        let has_members = has_members.map_err(|error| told(&error))?;
        if let Some(name) = found.added {
            return Err(format!("the member {name:?} is there already"));
        }
        self.objects += 1;
        // By the names that were found, before others are given up.
        let ends = self.ends(&found);
        self.settle(&found);
        Ok(Read { object, has_members, ends })
    }

    /// Finds the members of an object, or of one within it whose name, with a
    /// point behind it, is the prefix.
    fn find<'l>(
        &self,
        object: &'l str,
        prefix: &str,
        found: &mut Found<'l>,
    ) -> Result<bool, serde_json::Error> {
        let mut within = Vec::new();
        let wants = |name: &str| self.wanted(name, prefix);
        let has_members = read(object, wants, |wanted, value| match wanted {
            Wanted::Part(part, rank) => {
                // The last of one name counts, as for most readers of JSON.
                if found.key[part].is_none_or(|(before, _)| rank <= before) {
                    found.key[part] = Some((rank, value));
                }
            }
            Wanted::Within(name) if value.get().starts_with('{') => within.push((name, value)),
            Wanted::Within(_) => {}
            Wanted::Added(name) => found.added = Some(name),
        })?;
        for (name, value) in within {
            found.is_deep = true;
            self.find(value.get(), &format!("{prefix}{name}."), found)?;
        }
        Ok(has_members)
    }

    #[inline]
    fn wanted(&self, name: &str, prefix: &str) -> Option<Wanted<'a>> {
        if prefix.is_empty() && self.filter & bit(name) == 0 {
            return None;
        }
        if let Some(flat) = &self.flat {
            if let Some(part) = (0..3).find(|&part| self.is_same(part, flat[part], name)) {
                return Some(Wanted::Part(part, 0));
            }
            return ADDED.into_iter().find(|added| *added == name).map(Wanted::Added);
        }
        let mut within = None;
        for (part, names) in self.names.iter().enumerate() {
            for (rank, full) in names.iter().enumerate() {
                let Some(full) = full.strip_prefix(prefix) else { continue };
                if self.is_same(part, full, name) {
                    return Some(Wanted::Part(part, rank));
                }
                if full.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')) {
                    within = Some(Wanted::Within(&full[..name.len()]));
                }
            }
        }
        if prefix.is_empty() {
            if let Some(added) = ADDED.into_iter().find(|added| *added == name) {
                return Some(Wanted::Added(added));
            }
        }
        within
    }

    /// Whether a name of a part, or the rest of it, is that of a member. Case does
    /// not matter where nobody named it.
    #[inline]
    fn is_same(&self, part: usize, full: &str, name: &str) -> bool {
        full == name || full.eq_ignore_ascii_case(name) && self.arguments.columns()[part].is_none()
    }

    /// Once an object has all parts, their names are those of every object.
    fn settle(&mut self, found: &Found<'_>) {
        if self.is_settled {
            return;
        }
        for (part, found) in found.key.iter().enumerate() {
            self.is_seen[part] |= found.is_some();
        }
        if let [Some(source), Some(destination), Some(protocol)] = found.key {
            self.is_settled = true;
            let ranks = [source.0, destination.0, protocol.0];
            for (names, rank) in self.names.iter_mut().zip(ranks) {
                *names = vec![names[rank]];
            }
            self.filter = bits(&self.names);
            if !found.is_deep {
                self.flat = Some([0, 1, 2].map(|part| self.names[part][0]));
            }
        }
    }

    fn ends(&self, found: &Found<'_>) -> Result<Option<Ends>, String> {
        let texts = found.key.map(|found| found.map_or("".into(), |(_, value)| text(value)));
        let [source, destination, protocol] = &texts;
        Ends::read([source.as_bytes(), destination.as_bytes(), protocol.as_bytes()]).map_err(
            |malformed| {
                let part = malformed.part;
                let rank = found.key[part].map_or(0, |(rank, _)| rank);
                let value = found.key[part].map_or("", |(_, value)| value.get());
                let text = if value.starts_with('"') { &texts[part] } else { value };
                malformed.told(self.names[part][rank], text.as_bytes())
            },
        )
    }

    /// Refuses names that no object had: they are misspelled.
    pub(crate) fn check(&self, name: &str) -> Result<(), Failure> {
        let missing = self.is_seen.iter().position(|is_seen| !is_seen);
        let Some(part) = missing.filter(|_| self.objects > 0) else { return Ok(()) };
        let why = match self.arguments.columns()[part] {
            Some(named) => format!("no record has the member {named:?}"),
            None => {
                let (what, option) = (KEY[part].0, OPTIONS[part]);
                format!("no record has a known member of the {what}, expected {option}")
            }
        };
        Err(Failure::Refused(format!("{name}: {why}")))
    }
}

/// An error of the parser, with its column and without the line, which is always
/// the first.
fn told(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.split(" at line ").next().unwrap_or_default();
    format!("column {}: expected a JSON object: {text}", error.column())
}
