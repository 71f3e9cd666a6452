//! Registered names that are nearly what was typed, for the errors of parsers.

use core::fmt;

use crate::registry::lookup::Lookup;
use crate::registry::service::Service;

/// The most names that are suggested.
const MOST: usize = 3;

/// The registered names nearest to a text, the best first: up to three, fewer
/// edits before more, then those with the lower port, which more people know.
///
/// It looks at every name and takes no heap. Of a text of `n` bytes, a name
/// within `n / 3` edits is near, one edit at least and three at most.
pub(crate) fn suggest<'a, L: Lookup>(
    names: &'a L,
    typed: &str,
) -> impl Iterator<Item = &'a str> + use<'a, L> {
    let pattern = Pattern::new(typed);
    let mut best: [Option<(Rank, &'a str)>; MOST] = [None; MOST];
    let mut last = "";
    // The rows of a name are next to each other, mostly.
    for service in names.services() {
        let name = service.name();
        if core::mem::replace(&mut last, name) == name {
            continue;
        }
        let worst = best[MOST - 1].map_or(pattern.limit, |(rank, _)| rank.0);
        let is_far = name.len().abs_diff(pattern.length) > worst;
        let Some(edits) = (!is_far).then(|| pattern.edits(name)).filter(|&edits| edits <= worst)
        else {
            continue;
        };
        let found = (rank(edits, service), name);
        let is_known = best.iter().flatten().any(|(_, known)| *known == name);
        let place = best.iter().position(|held| held.is_none_or(|(rank, _)| found.0 < rank));
        if let (Some(place), false) = (place, is_known) {
            best[place..].rotate_right(1);
            best[place] = Some(found);
        }
    }
    best.into_iter().flatten().map(|(_, name)| name)
}

/// The edits, and the port; a name without a port comes after those with one.
type Rank = (usize, u32);

fn rank(edits: usize, service: Service<'_>) -> Rank {
    (edits, service.port().map_or(u32::MAX, u32::from))
}

/// A text as the bits of optimal string alignment: insertions, deletions,
/// substitutions and exchanges of neighbours, without ASCII case.
struct Pattern {
    /// For each byte, where it stands in the text.
    places: [u64; 256],
    length: usize,
    /// The edits that are few.
    limit: usize,
}

impl Pattern {
    fn new(text: &str) -> Self {
        let mut places = [0; 256];
        // No name comes near a text that is longer than a machine word.
        let length = if text.len() <= 64 { text.len() } else { usize::MAX };
        for (index, byte) in text.bytes().take(64).enumerate() {
            places[usize::from(byte.to_ascii_lowercase())] |= 1 << index;
        }
        Self { places, length, limit: (text.len() / 3).clamp(1, 3) }
    }

    /// The distance of a name, by Hyyrö's bit-parallel form of the table
    /// ("A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit
    /// Distances", 2003): a column of the table is a step on words.
    fn edits(&self, name: &str) -> usize {
        let Some(top) = self.length.checked_sub(1) else { return name.len() };
        // The vertical differences of +1 and -1, and the zero diagonals.
        let (mut more, mut less, mut zero, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
        let mut edits = self.length;
        for byte in name.bytes() {
            let here = self.places[usize::from(byte.to_ascii_lowercase())];
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
    use super::{Pattern, suggest};
    use crate::lookups::registry;
    use crate::test_random::Random;

    fn suggested(typed: &str) -> Vec<&'static str> {
        suggest(registry(), typed).collect()
    }

    #[test]
    fn what_people_mistype() {
        for (typed, best) in [
            ("htps", "https"),
            ("HTPPS", "https"),
            ("sssh", "ssh"),
            ("shh", "ssh"),
            ("telent", "telnet"),
            ("postgrsql", "postgresql"),
            ("domian", "domain"),
            ("ldap3", "ldap"),
            ("snmptrapp", "snmptrap"),
            ("kerbros", "kerberos"),
        ] {
            assert_eq!(suggested(typed)[0], best, "{:?}", suggested(typed));
            assert!(suggested(typed).len() <= 3);
        }
        for far in ["", "no-such-service", "zzzzzz", &"a".repeat(65), &"é".repeat(1000)] {
            assert_eq!(suggested(far), [""; 0], "{far}");
        }
    }

    /// Few edits before more, and each name once.
    #[test]
    fn the_best_come_first() {
        for typed in ["htp", "imapp", "x1l", "rtsps-", "mysqll"] {
            let edits: Vec<_> = suggested(typed).iter().map(|name| distance(typed, name)).collect();
            assert!(edits.is_sorted(), "{typed}: {edits:?}");
            let nearest = registry().services().map(|row| distance(typed, row.name())).min();
            assert_eq!(edits.first().copied(), nearest.filter(|&edits| edits <= 2), "{typed}");
            let mut names = suggested(typed);
            names.dedup();
            assert_eq!(names.len(), edits.len());
        }
    }

    /// The table of optimal string alignment, cell by cell.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b) = (a.to_ascii_lowercase().into_bytes(), b.to_ascii_lowercase().into_bytes());
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
            assert_eq!(Pattern::new(&a).edits(&b), distance(&a, &b), "{a} {b}");
        }
    }
}
