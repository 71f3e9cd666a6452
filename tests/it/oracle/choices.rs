//! Choices that bytes make: those of a fuzzer, or of a property test.

use super::random::Random;

/// What chooses among some things.
pub(crate) trait Choose {
    /// A number below `limit`.
    fn below(&mut self, limit: usize) -> usize;

    /// A port below `limit`.
    fn port(&mut self, limit: u16) -> u16 {
        u16::try_from(self.below(limit.into())).expect("it is below")
    }

    /// One of `items`.
    fn one<'t, T: ?Sized>(&mut self, items: &[&'t T]) -> &'t T {
        items[self.below(items.len())]
    }
}

impl Choose for Random {
    fn below(&mut self, limit: usize) -> usize {
        Self::below(self, limit)
    }
}

/// The bytes that are left. Each chooses once, and where there is none the
/// first thing is chosen: fewer bytes are a simpler case.
pub(crate) struct Choices<'b>(pub(crate) &'b [u8]);

impl Choices<'_> {
    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }
}

impl Choose for Choices<'_> {
    fn below(&mut self, limit: usize) -> usize {
        let first = self.byte();
        if limit <= 256 { first % limit } else { (first << 8 | self.byte()) % limit }
    }
}
