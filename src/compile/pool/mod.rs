//! String pool. A loose pool is an interner: each text is stored once, where it
//! first came. In a tight one a text that is a substring of another is stored
//! inside it, and the others are merged where the end of one is the start of
//! the next (greedy superstring).

pub(in crate::compile) mod folded;
pub(in crate::compile) mod hasher;
pub(in crate::compile) mod interner;
mod substrings;
pub(in crate::compile) mod superstring;

use alloc::string::String;
use alloc::vec::Vec;

use crate::compile::bytes::{put16, put24};
use crate::compile::error::RegistryError;
use crate::compile::pool::interner::Interner;
use crate::compile::pool::substrings::SubstringIndex;
use crate::compile::pool::superstring::greedy_superstring;
use crate::tables::{LENGTH_BITS, NAME_OFFSETS, OFFSETS, OVERFLOW, PADDING, TAG_BITS, name_tag};

/// Takes different pages, and the lengths that an overlap may have.
type Merge = fn(&[&[u16]], &[usize]) -> Vec<(usize, usize)>;

/// Packing: what a registry spends on small tables. Their answers are the same.
///
/// It is functions, so that a program has the code of the one that it uses.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Packing {
    pool: for<'t> fn(&mut dyn Iterator<Item = &'t str>) -> Pool<'t>,
    /// The order of different pages, each with its overlap with the one before.
    pub(in crate::compile) pages: Merge,
    /// Whether pages start anywhere, as far as there is room for their numbers.
    pub(in crate::compile) is_tight: bool,
}

#[allow(dead_code, reason = "`build.rs` packs tightly, the library loosely")]
impl Packing {
    /// Texts and pages are stored once each. Compiling takes a third of the
    /// time, which is what counts at run time.
    pub(crate) const LOOSE: Self = Self {
        pool: |_| Pool::default(),
        pages: |pages, _| (0..pages.len()).map(|page| (page, 0)).collect(),
        is_tight: false,
    };
    /// Texts and pages overlap, for tables that are compiled in.
    pub(crate) const TIGHT: Self = Self {
        pool: |texts| Pool::tight(texts.collect()),
        pages: |pages, lengths| greedy_superstring(pages, lengths.iter().copied()),
        is_tight: true,
    };
}

/// The pool of a tier, and the cells that point into it.
#[derive(Debug, Default)]
pub(crate) struct Pool<'t> {
    text: String,
    texts: Interner<&'t str>,
    /// The offset of each interned text.
    offsets: Vec<usize>,
    /// The length of all interned texts together.
    length: usize,
    long_places: Interner<&'t str>,
    overflow_texts: Vec<u8>,
    overflow_lengths: Vec<u8>,
}

/// The text, and the offsets and lengths of the overflow texts.
pub(crate) type PoolTables = (String, Vec<u8>, Vec<u8>);

/// Maximum overlap to look for, in bytes.
const LONGEST_OVERLAP: usize = 12;

impl<'t> Pool<'t> {
    /// A pool for these texts.
    pub(crate) fn new(packing: Packing, texts: impl IntoIterator<Item = &'t str>) -> Self {
        (packing.pool)(&mut texts.into_iter())
    }

    /// The pool of these texts, packed. The result does not depend on their
    /// order.
    fn tight(mut texts: Vec<&'t str>) -> Self {
        texts.retain(|text| !text.is_empty());
        texts.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        texts.dedup();
        let length = texts.iter().map(|text| text.len()).sum();
        let mut pieces = SubstringIndex::with_capacity(length);
        let (inside, whole): (Vec<&str>, Vec<&str>) = texts.iter().partition(|text| {
            let is_inside = pieces.find(text).is_some();
            if !is_inside {
                pieces.push(text);
            }
            is_inside
        });
        // Freed before the index of the final text is built: both may take much
        // memory.
        let length = pieces.text.len();
        drop(pieces);
        let mut pieces = SubstringIndex::with_capacity(length);
        let mut pool = Self { texts: Interner::with_capacity(texts.len()), ..Self::default() };
        let bytes: Vec<&[u8]> = whole.iter().map(|text| text.as_bytes()).collect();
        for (index, overlap) in greedy_superstring(&bytes, (1..=LONGEST_OVERLAP).rev()) {
            let text = whole[index];
            let offset = pieces.text.len() - overlap;
            pieces.push(&text[overlap..]);
            pool.place(text, offset);
        }
        for text in inside {
            // The text is a substring of one of the merged texts, wherever
            // these are now.
            let offset = pieces.find(text).unwrap_or_else(|| pieces.push(text));
            pool.place(text, offset);
        }
        pool.text = pieces.text;
        pool
    }

    /// Interns a text that is in the pool.
    fn place(&mut self, text: &'t str, offset: usize) {
        self.texts.intern(text);
        self.offsets.push(offset);
        self.length += text.len();
    }

    /// Appends a text, which nothing else will ask for or which is interned.
    fn append(&mut self, text: &str) -> usize {
        let offset = self.text.len();
        self.text.push_str(text);
        self.length += text.len();
        offset
    }

    /// The cell of a text, which a loose pool takes.
    pub(crate) fn cell(&mut self, text: &'t str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        let number = self.texts.intern(text);
        if number == self.offsets.len() {
            let offset = self.append(text);
            self.offsets.push(offset);
        }
        let offset = self.offsets[number];
        match u32::try_from(text.len()) {
            Ok(length) if length < OVERFLOW && offset < OFFSETS => {
                low24(offset) << LENGTH_BITS | length
            }
            _ => self.overflow_place(text, offset) << LENGTH_BITS | OVERFLOW,
        }
    }

    /// The cell of a name whose hash has this fingerprint; without one, an
    /// overflow. Names are asked for once each, so that a loose pool need not
    /// intern them.
    pub(crate) fn name_cell(&mut self, name: &'t str, fingerprint: Option<u8>) -> u32 {
        let offset = if self.offsets.is_empty() {
            self.append(name)
        } else {
            self.texts.get(&name).map_or(0, |number| self.offsets[number])
        };
        match fingerprint {
            Some(fingerprint) if name_tag(name.len(), 0) != 0 && offset < NAME_OFFSETS => {
                low24(offset) << TAG_BITS | name_tag(name.len(), fingerprint)
            }
            _ => self.overflow_place(name, offset) << TAG_BITS,
        }
    }

    /// The index of a text that does not fit a cell among the overflow texts.
    fn overflow_place(&mut self, text: &'t str, offset: usize) -> u32 {
        let place = self.long_places.intern(text);
        if 3 * place == self.overflow_texts.len() {
            put24(&mut self.overflow_texts, low24(offset));
            // In range: cells have been checked to be no longer.
            put16(&mut self.overflow_lengths, u16::try_from(text.len()).unwrap_or(u16::MAX));
        }
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    /// The tables of a pool whose texts are compared with keys.
    pub(crate) fn into_tables_of_keys(mut self) -> Result<PoolTables, RegistryError> {
        self.text.extend([' '; PADDING]);
        self.into_tables()
    }

    pub(crate) fn into_tables(self) -> Result<PoolTables, RegistryError> {
        if self.length >= 1 << 24 {
            return Err(RegistryError::too_large("less than 16 MiB of different texts"));
        }
        Ok((self.text, self.overflow_texts, self.overflow_lengths))
    }
}

/// An offset in 24 bits, which `into_tables` checks that all are below.
fn low24(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(0)
}

#[cfg(any(feature = "details", feature = "contacts"))]
#[cfg(test)]
mod tests {
    use super::{Packing, Pool};
    use crate::tables::{NAME_OFFSETS, OFFSETS, OVERFLOW, OverflowTexts, Texts, U16s, U24s};

    fn overflow_texts<'a>(pool: &'a Pool<'_>) -> OverflowTexts<'a> {
        OverflowTexts {
            offsets: U24s::new(&pool.overflow_texts),
            lengths: U16s::new(&pool.overflow_lengths),
        }
    }

    /// The text that a pool gives for a cell.
    fn text(pool: &Pool<'_>, cell: u32) -> String {
        Texts { pool: &pool.text, overflow: overflow_texts(pool) }.text(cell).to_owned()
    }

    fn tight<'t>(texts: impl IntoIterator<Item = &'t str>) -> Pool<'t> {
        Pool::new(Packing::TIGHT, texts)
    }

    /// The packed text, after checking that every text is found.
    #[track_caller]
    fn check(texts: &[&str]) -> String {
        let [loose, tight] = [Packing::LOOSE, Packing::TIGHT].map(|packing| {
            let mut pool = Pool::new(packing, texts.iter().copied());
            for wanted in texts {
                let cell = pool.cell(wanted);
                assert_eq!(text(&pool, cell), *wanted);
                assert_eq!(pool.cell(wanted), cell, "{wanted:?} twice");
            }
            let empty = pool.cell("");
            assert_eq!(text(&pool, empty), "");
            pool.into_tables().unwrap().0
        });
        let mut different = texts.to_vec();
        different.sort_unstable();
        different.dedup();
        assert_eq!(loose.len(), different.concat().len());
        let reversed = self::tight(texts.iter().rev().copied());
        assert_eq!(reversed.text, tight);
        tight
    }

    #[test]
    fn a_text_inside_another_or_over_its_end_is_not_kept_again() {
        assert_eq!(check(&[]), "");
        assert_eq!(check(&["", "", "a"]), "a");
        assert_eq!(check(&["snmpdtls-trap", "snmp", "dtls", "snmpdtls"]), "snmpdtls-trap");
        assert_eq!(check(&["abcdef", "defghi", "ghiabc"]).len(), 12);
        assert_eq!(check(&["aba", "bab"]).len(), 4);
        assert_eq!(check(&["FORTÉ", "É Vision"]), "FORTÉ Vision");
        // The byte that these share is not a whole character.
        assert_eq!(check(&["xÃ", "\u{83}y"]).len(), 6);
        check(&["x", "y", "xy", "yx", "xxxx", "xxxxx", "yxxxx"]);
    }

    #[test]
    fn a_long_text_keeps_its_length_apart() {
        let long = "x".repeat(63);
        let mut pool = tight([&long[..], &long[1..]]);
        assert_eq!((pool.cell(&long), pool.cell(&long[1..])), (OVERFLOW, 62));
        assert_eq!((pool.cell(&long), pool.text.len()), (OVERFLOW, 63));
        assert_eq!((pool.overflow_texts, pool.overflow_lengths), (vec![0, 0, 0], vec![63, 0]));
    }

    #[test]
    fn a_text_far_into_the_pool_keeps_its_offset_apart() {
        let texts: Vec<String> = (100_000..140_000).map(|number| format!("<{number}>")).collect();
        let mut pool = tight(texts.iter().map(String::as_str));
        assert!(pool.text.len() > OFFSETS);
        for wanted in &texts {
            let cell = pool.cell(wanted);
            assert_eq!(text(&pool, cell), *wanted);
        }
        let apart = texts
            .iter()
            .filter(|text| pool.offsets[pool.texts.get(&&text[..]).unwrap()] >= OFFSETS)
            .count();
        assert!(apart > 0 && apart < texts.len());
        assert_eq!(pool.overflow_texts.len(), 3 * apart);
    }

    #[test]
    fn a_name_that_a_cell_cannot_hold_is_a_long_text() {
        let mut names: Vec<String> =
            (100_000..110_000).map(|number| format!("<{number}>")).collect();
        names.extend(["a".repeat(15), "b".repeat(16), "c".repeat(300)]);
        let mut pool = tight(names.iter().map(String::as_str));
        assert!(pool.text.len() > NAME_OFFSETS);
        let mut long = 0;
        for name in &names {
            let cell = pool.name_cell(name, Some(0xb7));
            let offset = pool.offsets[pool.texts.get(&&name[..]).unwrap()];
            let is_long = name.len() > 15 || offset >= NAME_OFFSETS;
            long += usize::from(is_long);
            assert_eq!(cell & 15 == 0, is_long, "{name}");
            let bits = if is_long { 0 } else { 0xb };
            assert_eq!(cell >> 4 & 15, bits, "{name}: the high four bits of the fingerprint");
            assert_eq!(overflow_texts(&pool).name_span(cell), (offset, name.len()));
        }
        assert!(long > 2 && long < names.len());
        assert_eq!(pool.overflow_texts.len(), 3 * long);
        // So is one without a fingerprint.
        let cell = pool.name_cell(&names[0], None);
        assert_eq!(cell & 255, 0);
        assert_eq!(overflow_texts(&pool).name_span(cell).1, 8);
    }

    #[test]
    fn disordered_texts_are_all_there() {
        let words = ["a", "ab", "ba", "é", "abcab", "\u{83}", "-", "cab"];
        let mut texts = Vec::new();
        crate::test_random::texts(&words, |text| {
            if texts.len() < 3_000 {
                texts.push(text.to_owned());
            }
        });
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        check(&texts);
    }
}
