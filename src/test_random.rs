//! Disordered texts for tests.

/// Texts made of `words` in every kind of disorder, the same at each run.
pub(crate) fn texts(words: &[&str], mut check: impl FnMut(&str)) {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % 1_000_003).unwrap() % below
    };
    for _ in 0..20_000 {
        let len = random(16);
        let text: String = (0..len).map(|_| words[random(words.len())]).collect();
        check(&text);
    }
}
