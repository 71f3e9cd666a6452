//! A filter before the search: two neighbours of a term, looked for in the
//! pools of text at once.
//!
//! The pools hold the texts of all rows, each once. Where two letters that a
//! term has next to each other are in no block of a text, the text has not the
//! term. To look for two bytes takes a few instructions for sixteen bytes of
//! the pool, and leaves a few rows of a hundred to read.

use super::fields::Fields;
use super::query::{Query, Term, case_bit, is_separator};
use crate::find::block_set::BlockSet;

/// The words of the bits of a filter: the pools of the bundled registry have
/// fewer blocks than these have bits.
const BLOCKS: usize = 192;
/// The base-2 logarithm of the least bytes of a block.
const BLOCK_BITS: u32 = 4;
/// The bytes of the names that tell which neighbours are rare.
const SAMPLE: usize = 8192;

/// The blocks of the pools in which a term may be, and those contacts whose
/// organizations fit it.
pub(super) struct Filter {
    names: BlockSet<BLOCKS>,
    #[cfg(feature = "details")]
    details: BlockSet<BLOCKS>,
    #[cfg(feature = "contacts")]
    contacts: BlockSet<BLOCKS>,
    /// Whether there are some.
    #[cfg(feature = "contacts")]
    has_contacts: bool,
}

impl Filter {
    /// Of the term whose neighbours are the rarest; none of a query without
    /// terms.
    pub(super) fn new(fields: &Fields<'_>, query: Query<'_>) -> Option<Self> {
        let pool = fields.names.bytes;
        let terms = query.terms().map(|term| (Neighbours::of(term, pool).1, term));
        let (_, term) = terms.min_by_key(|(blocks, _)| *blocks)?;
        let mut filter = Self {
            names: BlockSet::below(pool.len(), BLOCK_BITS),
            #[cfg(feature = "details")]
            details: BlockSet::below(fields.details.text.len(), BLOCK_BITS),
            #[cfg(feature = "contacts")]
            contacts: BlockSet::below(fields.people.len(), 0),
            #[cfg(feature = "contacts")]
            has_contacts: false,
        };
        for term in term.related().chain([term]) {
            let (neighbours, _) = Neighbours::of(term, pool);
            neighbours.mark(pool, &mut filter.names);
            #[cfg(feature = "details")]
            neighbours.mark(fields.details.bytes, &mut filter.details);
            #[cfg(feature = "contacts")]
            filter.mark_contacts(fields, term);
        }
        Some(filter)
    }

    #[cfg(feature = "contacts")]
    #[allow(clippy::cast_possible_truncation, reason = "an index of contacts has 16 bits")]
    fn mark_contacts(&mut self, fields: &Fields<'_>, term: Term<'_>) {
        for contact in 0..fields.people.len() as u16 {
            if term.fit(fields.people.organization(contact)).is_some() {
                self.contacts.insert(contact.into());
                self.has_contacts = true;
            }
        }
    }

    /// Whether a named entry may fit the term.
    #[inline]
    pub(super) fn passes(&self, fields: &Fields<'_>, entry: u16) -> bool {
        if !fields.names.is_named(entry) {
            return false;
        }
        if self.names.has_some(fields.names.name_span(entry)) {
            return true;
        }
        #[cfg(feature = "details")]
        if self.details.has_some(fields.details.description_span(entry)) {
            return true;
        }
        #[cfg(feature = "contacts")]
        if self.has_contacts {
            return fields.contacts(entry).any(|contact| self.contacts.has(contact.into()));
        }
        false
    }
}

/// Two letters that are next to each other in a term, in lower case, or one
/// letter that is alone.
#[derive(Clone, Copy)]
struct Neighbours {
    first: u8,
    second: Option<u8>,
}

impl Neighbours {
    /// Those of a term that the fewest blocks of a sample have, and how many.
    fn of(term: Term<'_>, pool: &[u8]) -> (Self, u32) {
        let sample = pool.get(..SAMPLE).unwrap_or(pool);
        let letters = term.text.bytes().filter(|byte| !is_separator(*byte));
        let letters = letters.map(|byte| byte.to_ascii_lowercase());
        let pairs = letters.clone().zip(letters.clone().skip(1));
        let pairs = pairs.map(|(first, second)| Self { first, second: Some(second) });
        let counted = pairs.map(|pair| {
            let mut blocks = BlockSet::below(sample.len(), BLOCK_BITS);
            pair.mark(sample, &mut blocks);
            (pair, blocks.blocks())
        });
        let alone = Self { first: letters.clone().next().unwrap_or(0), second: None };
        counted.min_by_key(|(_, blocks)| *blocks).unwrap_or((alone, u32::MAX))
    }

    /// Adds the blocks of a pool in which both letters begin, next to each
    /// other or around one byte.
    fn mark(self, pool: &[u8], blocks: &mut BlockSet<BLOCKS>) {
        /// The bytes of a step, of a fixed number, which the compiler makes
        /// vectors of.
        const STEP: usize = 64;
        let (first, second) = (self.first, self.second.unwrap_or(0));
        let (of_first, of_second) = (case_bit(first), case_bit(second));
        let is_alone = self.second.is_none();
        let mut start = 0;
        while let Some(bytes) = pool[start..].first_chunk::<{ STEP + 2 }>() {
            let mut found = [false; STEP];
            let mut is_found = false;
            for (place, found) in found.iter_mut().enumerate() {
                let is_second = (bytes[place + 1] | of_second == second)
                    | (bytes[place + 2] | of_second == second);
                *found = (bytes[place] | of_first == first) & (is_second | is_alone);
                is_found |= *found;
            }
            if is_found {
                let places = found.iter().enumerate().filter(|(_, found)| **found);
                places.for_each(|(place, _)| blocks.insert(start + place));
            }
            start += STEP;
        }
        (start..pool.len()).for_each(|place| blocks.insert(place));
    }
}
