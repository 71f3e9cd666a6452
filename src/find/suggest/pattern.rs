//! The edit distance of names from a text: bit-parallel for all names, weighted
//! for those that are near.

/// The cost of a hyphen that only one of the texts has.
const HYPHEN: u16 = 1;
/// The cost of the slips that are made most: neighbours exchanged, a letter
/// missing, or typed twice.
const SLIP: u16 = 2;
/// The cost of any other letter.
const OTHER: u16 = 3;
/// The cost of a name that goes on after the text: more than one edit, less
/// than two.
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
pub(super) struct Pattern<'t> {
    text: &'t str,
    /// For each byte, where it stands among the letters.
    places: [u64; 256],
    length: usize,
    /// The edits that are few: of `n` letters `n / 3`, one at least and three
    /// at most.
    limit: usize,
}

impl<'t> Pattern<'t> {
    pub(super) fn new(text: &'t str) -> Self {
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
    pub(super) fn cost(&self, name: &str, worst: u16) -> Option<u16> {
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
