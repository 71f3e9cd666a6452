//! A list cell, decoded: one index, or a slice of `lists`.

use super::{NONE, U16s};

/// A sequence of indices: consecutive ones, or a list.
#[derive(Clone, Copy, Debug)]
pub(crate) enum IndexList<'r> {
    Range { start: u16, end: u16 },
    List(U16s<'r>),
}

impl<'r> IndexList<'r> {
    /// Decodes a list cell; `count` is the number of indices.
    #[inline]
    pub(crate) const fn of(count: usize, lists: U16s<'r>, cell: u16) -> Self {
        match (cell as usize).checked_sub(count) {
            None => Self::Range { start: cell, end: cell + 1 },
            Some(_) if cell == NONE => Self::NOTHING,
            Some(place) => {
                let length = lists.get(place) as usize;
                Self::List(lists.slice(place + 1, place + 1 + length))
            }
        }
    }

    pub(crate) const NOTHING: Self = Self::Range { start: 0, end: 0 };

    /// The index alone.
    #[inline]
    pub(crate) const fn one(index: u16) -> Self {
        Self::Range { start: index, end: index + 1 }
    }

    #[inline]
    pub(crate) const fn len(self) -> usize {
        match self {
            Self::Range { start, end } => (end - start) as usize,
            Self::List(list) => list.len(),
        }
    }

    /// The index at a position below the length.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "an index has 16 bits")]
    pub(crate) const fn get(self, index: usize) -> u16 {
        match self {
            Self::Range { start, .. } => start + index as u16,
            Self::List(list) => list.get(index),
        }
    }
}
