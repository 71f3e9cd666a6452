//! A set of numbers of a fixed size, without a heap: bits of blocks.

/// A set of numbers below a limit: a bit each, or one for 2, 4, 8, ...
/// neighbours, so that it takes `WORDS` words whatever the limit is.
#[derive(Clone, Debug)]
pub(crate) struct BlockSet<const WORDS: usize> {
    bits: [u64; WORDS],
    /// The base-2 logarithm of the numbers of a bit.
    shift: u32,
}

impl<const WORDS: usize> BlockSet<WORDS> {
    /// The empty set of numbers below `limit`.
    pub(crate) const fn below(limit: usize, mut shift: u32) -> Self {
        while limit >> shift >= WORDS * 64 {
            shift += 1;
        }
        Self { bits: [0; WORDS], shift }
    }

    pub(crate) fn insert(&mut self, number: usize) {
        let block = number >> self.shift;
        if let Some(bits) = self.bits.get_mut(block / 64) {
            *bits |= 1 << (block % 64);
        }
    }

    /// The number of bits that are set.
    pub(crate) fn blocks(&self) -> u32 {
        self.bits.iter().map(|bits| bits.count_ones()).sum()
    }

    /// Takes a number out, where it has a bit of its own.
    pub(crate) fn remove(&mut self, number: usize) {
        match self.bits.get_mut(number / 64) {
            Some(bits) if self.shift == 0 => *bits &= !(1 << (number % 64)),
            _ => {}
        }
    }

    #[cfg(feature = "contacts")]
    pub(crate) fn has(&self, number: usize) -> bool {
        self.has_block(number >> self.shift)
    }

    fn has_block(&self, block: usize) -> bool {
        self.bits.get(block / 64).is_some_and(|bits| bits >> (block % 64) & 1 == 1)
    }

    /// Whether it has one of `length` numbers from `start` on.
    pub(crate) fn has_some(&self, (start, length): (usize, usize)) -> bool {
        let last = (start + length).saturating_sub(1) >> self.shift;
        length > 0 && (start >> self.shift..=last).any(|block| self.has_block(block))
    }

    /// The next number from `number` on that it may have.
    pub(crate) fn next(&self, number: usize) -> Option<usize> {
        let mut block = number >> self.shift;
        if self.has_block(block) {
            return Some(number);
        }
        block += 1;
        while let Some(bits) = self.bits.get(block / 64) {
            match bits >> (block % 64) {
                0 => block = (block / 64 + 1) * 64,
                left => return Some((block + left.trailing_zeros() as usize) << self.shift),
            }
        }
        None
    }
}
