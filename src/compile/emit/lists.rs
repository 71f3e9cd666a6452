//! List cells: an interner of lists of indices.

use alloc::vec::Vec;

use crate::compile::bytes::{low16, put16};
use crate::compile::error::RegistryError;
use crate::compile::pool::interner::Interner;
use crate::tables::NONE;

/// Lists of indices, each stored once.
pub(super) struct Lists {
    indices: usize,
    lists: Interner<Vec<u16>>,
    /// The position of each interned list.
    places: Vec<usize>,
    numbers: Vec<u8>,
}

impl Lists {
    /// No lists yet; their members are below `indices`.
    pub(super) fn new(indices: usize) -> Self {
        Self { indices, lists: Interner::default(), places: Vec::new(), numbers: Vec::new() }
    }

    /// The cell of a list. A cell that is too large becomes an error of
    /// [`table`](Self::table).
    pub(super) fn cell(&mut self, list: &[u16]) -> u16 {
        match list {
            [] => NONE,
            [one] => *one,
            _ => {
                let number = self.lists.intern(list.to_vec());
                if number == self.places.len() {
                    self.places.push(self.indices + self.numbers.len() / 2);
                    put16(&mut self.numbers, low16(list.len()));
                    list.iter().for_each(|index| put16(&mut self.numbers, *index));
                }
                u16::try_from(self.places[number]).unwrap_or(NONE)
            }
        }
    }

    pub(super) fn table(self, what: &str) -> Result<Vec<u8>, RegistryError> {
        let numbers = self.indices + self.numbers.len() / 2;
        if numbers < usize::from(NONE) {
            Ok(self.numbers)
        } else {
            Err(RegistryError::too_large(&format!("at most {} {what}, found {numbers}", NONE - 1)))
        }
    }
}
