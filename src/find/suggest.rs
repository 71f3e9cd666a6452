//! Names that are nearly what was typed.

use core::convert::identity;
use core::iter::Flatten;
use core::{array, fmt};

#[cfg(feature = "customary")]
use crate::facts::CustomaryName;
use crate::find::names_of;
use crate::registry::lookup::Lookup;
use crate::registry::service::Service;
use crate::registry::{BUNDLED, Registry};
use crate::values::iterator_traits::iterator_traits;

/// The most names that are suggested.
const MOST: usize = 5;

/// Registered names that are nearly a text, the best first: "did you mean".
///
/// A name is near if few letters differ, or if it begins with the text. Letters
/// that are exchanged, missing or doubled count less than others, hyphens least,
/// and ASCII case not at all. Of equally near names those with the lower port
/// come first, which more people know. There are up to five, each the primary
/// service of its name; a name that is the text is one of them.
///
/// It looks at every name and takes no heap. With the feature `customary` the
/// names that people use are among them.
///
/// ```
/// let names = |text| iana_ports::suggest(text).map(|service| service.name()).collect::<Vec<_>>();
/// assert_eq!(names("htps")[0], "https");
/// assert_eq!(names("httpalt")[0], "http-alt");
/// assert_eq!(names("KERBROS")[0], "kerberos");
/// assert_eq!(names("postg")[0], "postgresql");
/// assert!(names("no-such-service").is_empty());
/// ```
#[must_use]
pub fn suggest(text: &str) -> Suggestions<'static> {
    let names = names_of(&BUNDLED);
    #[cfg(feature = "customary")]
    let names = names.chain(names_of(crate::facts::customary()));
    Suggestions::of(names, identity, text)
}

impl Registry {
    /// Names that are nearly a text: see [`suggest`](crate::suggest()).
    #[must_use]
    pub fn suggest(&self, text: &str) -> Suggestions<'_> {
        Suggestions::of(names_of(self), identity, text)
    }
}

/// Services whose names are nearly a text, the best first: see
/// [`suggest`](crate::suggest()).
///
/// ```
/// let mut found = iana_ports::suggest("telent");
/// assert_eq!(found.next().unwrap().to_string(), "telnet (23/tcp)");
/// ```
#[derive(Clone)]
pub struct Suggestions<'r> {
    left: Flatten<array::IntoIter<Option<Service<'r>>, MOST>>,
}

impl<'r> Suggestions<'r> {
    /// Of the names that a registry or layers show.
    pub(crate) fn among<L: Lookup>(lookup: &'r L, text: &str) -> Self {
        let primary = |service: Service<'r>| lookup.services_named(service.name()).next();
        Self::of(lookup.services(), |service| primary(service).unwrap_or(service), text)
    }

    /// The one that a parser tells: what a customary name stands for, else the
    /// nearest.
    pub(crate) fn best<L: Lookup>(lookup: &'r L, text: &str) -> Option<Service<'r>> {
        #[cfg(feature = "customary")]
        for registered in CustomaryName::named(text).filter_map(CustomaryName::registered) {
            if let Some(service) = lookup.services_named(registered.name()).next() {
                return Some(service);
            }
        }
        Self::among(lookup, text).next()
    }

    /// Of services that have every name; `primary` gives the primary service of
    /// the name of one.
    fn of(
        services: impl Iterator<Item = Service<'r>>,
        primary: impl Fn(Service<'r>) -> Service<'r>,
        text: &str,
    ) -> Self {
        let pattern = Pattern::new(text);
        let mut best: [Option<Rank<'r>>; MOST] = [None; MOST];
        let mut last = "";
        for service in services {
            let name = service.name();
            // The rows of a name are next to each other, mostly.
            if core::mem::replace(&mut last, name) == name {
                continue;
            }
            let worst = best[MOST - 1].map_or(u16::MAX, |(cost, ..)| cost);
            let Some(cost) = pattern.cost(name, worst) else { continue };
            let found = rank(cost, primary(service));
            let is_known = best.iter().flatten().any(|(.., known)| known.name() == found.2.name());
            let place = best.iter().position(|held| held.is_none_or(|held| found < held));
            if let (Some(place), false) = (place, is_known) {
                best[place..].rotate_right(1);
                best[place] = Some(found);
            }
        }
        Self { left: best.map(|found| found.map(|(.., service)| service)).into_iter().flatten() }
    }
}

impl<'r> Iterator for Suggestions<'r> {
    type Item = Service<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
}

iterator_traits!(Suggestions<'_>);

/// The cost, the port, and the row, of which IANA's come first; a name without a
/// port comes after those with one.
type Rank<'r> = (u16, u32, Service<'r>);

fn rank(cost: u16, service: Service<'_>) -> Rank<'_> {
    (cost, service.port().map_or(u32::MAX, u32::from), service)
}

/// The cost of a hyphen that only one of the texts has.
const HYPHEN: u16 = 1;
/// The cost of the slips that are made most: neighbours exchanged, a letter
/// missing, or typed twice.
const SLIP: u16 = 2;
/// The cost of any other letter.
const OTHER: u16 = 3;
/// The cost of a name that goes on after the text: more than one edit, less than
/// two.
const LONGER: u16 = 4;

/// The letters of the longest text that a name can come near: the bits of a
/// machine word.
const LETTERS: usize = 64;

/// A separator within a name, which people leave out or write otherwise.
const fn is_hyphen(byte: u8) -> bool {
    matches!(byte, b'-' | b'_' | b' ')
}

/// A byte without its ASCII case; a hyphen, whichever separator it is.
const fn folded(byte: u8) -> u8 {
    if is_hyphen(byte) { b'-' } else { byte.to_ascii_lowercase() }
}

/// The folded bytes of a text, without hyphens.
fn letters(text: &str) -> impl Iterator<Item = u8> + Clone {
    text.bytes().filter(|byte| !is_hyphen(*byte)).map(folded)
}

/// A text that names are compared with.
///
/// The distance of the letters, as bits, tells in a few instructions that most
/// names are far; only for the others the costs are worked out.
struct Pattern<'t> {
    text: &'t str,
    /// For each byte, where it stands among the letters.
    places: [u64; 256],
    length: usize,
    /// The edits that are few: of `n` letters `n / 3`, one at least and three at
    /// most.
    limit: usize,
}

impl<'t> Pattern<'t> {
    fn new(text: &'t str) -> Self {
        let mut places = [0; 256];
        let length = letters(text).take(LETTERS + 1).count();
        for (index, byte) in letters(text).take(LETTERS).enumerate() {
            places[usize::from(byte)] |= 1 << index;
        }
        // No name comes near a longer text.
        let length = if length <= LETTERS && text.len() <= 2 * LETTERS { length } else { 0 };
        Self { text, places, length, limit: (length / 3).clamp(1, 3) }
    }

    /// What it costs to make a name of the text, if that is near and costs no
    /// more than `worst`.
    fn cost(&self, name: &str, worst: u16) -> Option<u16> {
        if self.length == 0 {
            return None;
        }
        let begins = self.length > 1 && letters(name).take(self.length).eq(letters(self.text));
        // A name has at most as many letters as bytes.
        let may_be_near = name.len() + self.limit >= self.length;
        let cost = if may_be_near && self.edits(name) <= self.limit {
            self.weighted(name).min(if begins { LONGER } else { u16::MAX })
        } else if begins {
            LONGER
        } else {
            return None;
        };
        (cost <= worst).then_some(cost)
    }

    /// The distance of a name, by Hyyrö's bit-parallel form of the table
    /// ("A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit
    /// Distances", 2003): a column of the table is a step on words.
    fn edits(&self, name: &str) -> usize {
        let Some(top) = self.length.checked_sub(1) else { return name.len() };
        // The vertical differences of +1 and -1, and the zero diagonals.
        let (mut more, mut less, mut zero, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
        let mut edits = self.length;
        for byte in letters(name) {
            let here = self.places[usize::from(byte)];
            let exchanged = ((!zero & here) << 1) & before;
            zero = ((here & more).wrapping_add(more) ^ more) | here | less | exchanged;
            let (up, down) = (less | !(zero | more), zero & more);
            edits += usize::from(up >> top & 1 == 1);
            edits -= usize::from(down >> top & 1 == 1);
            let (up, down) = (up << 1 | 1, down << 1);
            (more, less, before) = (down | !(zero | up), up & zero, here);
        }
        edits
    }

    /// What it costs to make a name of the text: the table of the edits, of
    /// which three rows are enough.
    fn weighted(&self, name: &str) -> u16 {
        let text = self.text.as_bytes();
        let absent = |byte| if is_hyphen(byte) { HYPHEN } else { SLIP };
        // The rows of a letter of the name and of the one before.
        let [mut row, mut above] = [[0_u16; 2 * LETTERS + 1]; 2];
        let (mut letter_before, mut is_first) = (0, true);
        // The row of no letter yet, then one for each.
        for letter in core::iter::once(0).chain(name.bytes()) {
            let before = core::mem::replace(&mut above, row);
            row[0] = if is_first { 0 } else { above[0] + absent(letter) };
            for (place, &typed) in text.iter().enumerate() {
                let typed_before = place.checked_sub(1).map(|before| text[before]);
                let is_double = typed_before.is_some_and(|before| folded(before) == folded(typed));
                let extra = match typed {
                    hyphen if is_hyphen(hyphen) => HYPHEN,
                    _ if is_double => SLIP,
                    _ => OTHER,
                };
                let mut cost = row[place] + extra;
                if !is_first {
                    let changed = match (folded(letter) == folded(typed), letter == typed) {
                        (true, _) if !is_hyphen(letter) => 0,
                        (true, is_same) => u16::from(!is_same) * HYPHEN,
                        (false, _) => OTHER,
                    };
                    cost = cost.min(above[place] + changed).min(above[place + 1] + absent(letter));
                    let is_exchanged = typed_before.map(folded) == Some(folded(letter))
                        && letter_before == folded(typed);
                    if is_exchanged && letter_before != folded(letter) {
                        cost = cost.min(before[place - 1] + SLIP);
                    }
                }
                row[place + 1] = cost;
            }
            letter_before = if is_first { 0 } else { folded(letter) };
            is_first = false;
        }
        row[text.len()]
    }
}

/// What an error expects instead of an unknown name: one of the registry, and
/// the nearest if there is one.
#[derive(Clone, Copy)]
pub(crate) struct Expected<'a>(pub(crate) Option<&'a str>);

impl fmt::Display for Expected<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(name) => write!(f, "expected a registered name; did you mean {name:?}?"),
            None => f.write_str("expected a registered name such as \"https\""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pattern, is_hyphen};
    use crate::test_random::Random;

    /// The table of optimal string alignment, cell by cell.
    fn distance(a: &str, b: &str) -> usize {
        let letters = |text: &str| text.replace('-', "").to_ascii_lowercase().into_bytes();
        let (a, b) = (letters(a), letters(b));
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (0, _) | (_, 0) => i + j,
                    _ => {
                        let changed = usize::from(a[i - 1] != b[j - 1]);
                        let least = (table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        least.min(table[i - 1][j - 1] + changed)
                    }
                };
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    table[i][j] = table[i][j].min(table[i - 2][j - 2] + 1);
                }
            }
        }
        table[a.len()][b.len()]
    }

    #[test]
    fn bits_are_the_table() {
        let mut random = Random(0x2545_f491_4f6c_dd1d);
        let mut text = |length| -> String {
            (0..1 + random.below(length)).map(|_| random.one(&["a", "b", "C", "c", "-"])).collect()
        };
        for turn in 0..5_000 {
            let (a, b) = if turn % 50 == 0 { (text(64), text(80)) } else { (text(9), text(9)) };
            if a.bytes().all(is_hyphen) {
                continue;
            }
            assert_eq!(Pattern::new(&a).edits(&b), distance(&a, &b), "{a} {b}");
        }
    }
}
