//! Substring search: a growing text with an index of its 4-grams.

use alloc::string::String;
use alloc::vec::Vec;
use core::iter::successors;

use crate::compile::pool::interner::Interner;

/// A text and an inverted index of its 4-grams, of as much of the text as is
/// worth the memory.
#[derive(Default)]
pub(in crate::compile) struct SubstringIndex {
    pub(in crate::compile) text: String,
    four_grams: Interner<u32>,
    /// The posting list of each 4-gram, by its interned number.
    places: Vec<Places>,
    /// The posting lists, linked: for each position the next one of the same
    /// 4-gram; 0 for none.
    next: Vec<usize>,
}

/// Head and length of the posting list of a 4-gram.
#[derive(Clone, Copy)]
struct Places {
    first: usize,
    last: usize,
    count: usize,
}

impl SubstringIndex {
    /// Maximum length of a posting list, and so of positions tried for a text.
    const TRIES: usize = 64;
    /// Number of bytes that are indexed, several times the bundled text. A
    /// position of a text without repeats costs 60 bytes, which would be a
    /// gigabyte for 16 MiB.
    const KNOWN: usize = 1 << 20;

    /// An empty text with room for `bytes` bytes.
    pub(in crate::compile) fn with_capacity(bytes: usize) -> Self {
        // In a text of words each 4-gram occurs several times.
        let four_grams = Interner::with_capacity(bytes.min(Self::KNOWN) / 4);
        Self { text: String::with_capacity(bytes), four_grams, ..Self::default() }
    }

    /// Appends a text and returns its offset.
    pub(in crate::compile) fn push(&mut self, text: &str) -> usize {
        let place = self.text.len();
        self.text.push_str(text);
        let end = self.text.len().saturating_sub(3).min(Self::KNOWN);
        for start in self.next.len()..end {
            self.next.push(0);
            let Some(four) = self.text.as_bytes()[start..].first_chunk() else { break };
            let number = self.four_grams.intern(u32::from_le_bytes(*four));
            match self.places.get_mut(number) {
                None => self.places.push(Places { first: start, last: start, count: 1 }),
                Some(Places { last, count, .. }) if *count < Self::TRIES => {
                    self.next[*last] = start;
                    (*last, *count) = (start, *count + 1);
                }
                Some(_) => {}
            }
        }
        place
    }

    /// The offset of a text of four bytes or more, if it is found.
    pub(in crate::compile) fn find(&self, text: &str) -> Option<usize> {
        // The rarest 4-gram of the text has the fewest positions to try.
        let mut rarest: Option<(usize, Places)> = None;
        for (at, four) in text.as_bytes().windows(4).enumerate() {
            let number = self.four_grams.get(&u32::from_le_bytes(*four.first_chunk()?))?;
            let places = self.places[number];
            if rarest.is_none_or(|(_, fewest)| places.count < fewest.count) {
                rarest = Some((at, places));
            }
        }
        let (at, Places { first, .. }) = rarest?;
        let next = |place: &usize| Some(self.next[*place]).filter(|next| *next > 0);
        let mut starts = successors(Some(first), next).filter_map(|place| place.checked_sub(at));
        // A match is at a character boundary: both texts start with the first
        // byte of a character.
        starts.find(|start| self.text.as_bytes()[*start..].starts_with(text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::SubstringIndex;

    #[test]
    fn a_text_is_found_wherever_it_stands() {
        let mut pieces = SubstringIndex::default();
        assert_eq!(pieces.find("snmp"), None);
        for text in ["snmpdtls", "-", "trap", "s", "nmp", "sn"] {
            assert_eq!(pieces.push(text), pieces.text.len() - text.len());
        }
        let text = pieces.text.clone();
        for start in 0..text.len() {
            for end in start + 4..=text.len() {
                let part = &text[start..end];
                assert_eq!(pieces.find(part), text.find(part), "{part:?}");
            }
        }
        for other in ["", "snm", "snmx", "snmpdtls-trapx", "apsnmpx", "nmpx"] {
            assert_eq!(pieces.find(other), None, "{other:?}");
        }
    }

    #[test]
    fn of_many_places_only_the_first_are_tried() {
        for (times, is_found) in [(SubstringIndex::TRIES - 1, true), (SubstringIndex::TRIES, false)]
        {
            let mut pieces = SubstringIndex::default();
            pieces.push(&"abcd-".repeat(times));
            pieces.push(&"-bcde".repeat(times));
            let place = pieces.push("abcde");
            assert_eq!(pieces.find("abcde"), is_found.then_some(place), "{times} times");
            assert_eq!(pieces.find("d--bcd"), Some(5 * times - 2));
        }
    }

    #[test]
    fn what_stands_beyond_the_known_places_is_not_found() {
        let mut pieces = SubstringIndex::default();
        pieces.push(&"-".repeat(SubstringIndex::KNOWN - 1));
        pieces.push("abcde");
        assert_eq!(pieces.find("-abc"), Some(SubstringIndex::KNOWN - 2));
        assert_eq!(pieces.find("abcd"), Some(SubstringIndex::KNOWN - 1));
        assert_eq!(pieces.find("bcde"), None);
    }
}
