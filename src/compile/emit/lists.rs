//! Lists of indices.

use std::collections::HashMap;

use super::{low16, put16};
use crate::compile::error::CompileError;
use crate::compile::text::too_large;
use crate::tables::NONE;

/// Lists of indices, each kept once.
pub(super) struct Lists {
    indices: usize,
    places: HashMap<Vec<u16>, usize>,
    numbers: Vec<u8>,
}

impl Lists {
    /// Lists of indices below `indices`.
    pub(super) fn new(indices: usize) -> Self {
        Self { indices, places: HashMap::new(), numbers: Vec::new() }
    }

    /// The cell that stands for a list. A cell that is too large is an error
    /// of [`table`](Self::table).
    pub(super) fn cell(&mut self, list: &[u16]) -> u16 {
        match list {
            [] => NONE,
            [one] => *one,
            _ => {
                let next = self.indices + self.numbers.len() / 2;
                let place = *self.places.entry(list.to_vec()).or_insert(next);
                if place == next {
                    put16(&mut self.numbers, low16(list.len()));
                    list.iter().for_each(|index| put16(&mut self.numbers, *index));
                }
                u16::try_from(place).unwrap_or(NONE)
            }
        }
    }

    pub(super) fn table(self, what: &str) -> Result<Vec<u8>, CompileError> {
        let numbers = self.indices + self.numbers.len() / 2;
        if numbers < usize::from(NONE) {
            Ok(self.numbers)
        } else {
            Err(too_large(&format!("at most {} {what}, found {numbers}", NONE - 1)))
        }
    }
}
