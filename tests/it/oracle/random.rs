//! Xorshift64* for tests: numbers and texts in disorder, the same at each run.

/// Xorshift64* by Vigna.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// The next number of the sequence, which begins again after 2^64 - 1 of
    /// them.
    pub(crate) fn number(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `limit`, of the upper half: the lower bits are less
    /// disordered.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.number() >> 32).expect("32 bits") % limit
    }

    /// One of `items`.
    pub(crate) fn one<'t, T: ?Sized>(&mut self, items: &[&'t T]) -> &'t T {
        items[self.below(items.len())]
    }
}

/// 5,000 texts made of `words` in every kind of disorder.
pub(crate) fn texts(words: &[&str], mut check: impl FnMut(&str)) {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for _ in 0..5_000 {
        let text: String = (0..random.below(16)).map(|_| random.one(words)).collect();
        check(&text);
    }
}
