//! Numbers that are the same in every run.

/// A xorshift generator of a fixed seed.
#[derive(Debug)]
pub struct Random(u64);

impl Default for Random {
    fn default() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }
}

impl Random {
    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// The next number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.number() % end as u64) as usize
    }

    /// Any member of a slice.
    pub fn pick<T: Copy>(&mut self, members: &[T]) -> T {
        members[self.below(members.len())]
    }

    /// Puts a slice into another order.
    pub fn shuffle<T>(&mut self, members: &mut [T]) {
        for end in (1..members.len()).rev() {
            members.swap(end, self.below(end + 1));
        }
    }
}
