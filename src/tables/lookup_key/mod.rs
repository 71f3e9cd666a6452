//! Names and handles as keys: hashed and compared without ASCII case, as RFC
//! 6335 section 5.1 compares service names.

/// Digits of pi, so that the constants are visibly not chosen.
const K0: u64 = 0x243f_6a88_85a3_08d3;
const K1: u64 = 0x1319_8a2e_0370_7345;
/// The factor of a length: odd, so that different lengths have different
/// multiples.
const K2: u64 = 0xa409_3822_299f_31d1;

/// A text to look up.
#[derive(Clone, Copy)]
pub(crate) struct LookupKey<'a> {
    text: &'a [u8],
    /// The last sixteen bytes as [`end`] takes them.
    end: (u64, u64),
}

impl<'a> LookupKey<'a> {
    #[inline]
    pub(crate) const fn new(text: &'a [u8]) -> Self {
        Self { text, end: end(text) }
    }

    /// Case-folding hash: the same for every spelling.
    #[inline]
    pub(crate) const fn hash(self, seed: u64) -> u64 {
        let length = self.text.len();
        let state = if length > 16 { hash_front(self.text, seed) } else { seed };
        // The length comes last, off the chain of products. Texts of different
        // lengths may have the same end.
        let length = (length as u64).wrapping_mul(K2);
        mix(fold(self.end.0) ^ state, fold(self.end.1) ^ K1) ^ length
    }

    /// Equality with a text of the same length at an offset of the pool, both
    /// of at most sixteen bytes, ignoring ASCII case.
    #[inline(always)]
    pub(crate) const fn is_short_in_any_case(self, pool: &[u8], offset: usize) -> bool {
        match self.difference(PoolSlice { pool, offset, length: self.text.len() }) {
            Some((first, last)) if self.text.len() <= 16 => {
                first | last == 0 || self.differs_by_case(first, last)
            }
            _ => false,
        }
    }

    /// Whether these differing bits of the end are the case bits of letters
    /// only.
    #[inline]
    const fn differs_by_case(self, first: u64, last: u64) -> bool {
        (first & !case_bits(self.end.0)) | (last & !case_bits(self.end.1)) == 0
    }

    /// Exact equality with a slice of the pool.
    #[inline]
    pub(crate) const fn is(self, text: PoolSlice<'_>) -> bool {
        match self.difference(text) {
            Some((0, 0)) => self.text.len() <= 16 || is_front(self.text, text, false),
            _ => false,
        }
    }

    /// Exact equality with a slice of the pool of less than sixteen bytes.
    #[inline(always)]
    #[allow(dead_code, reason = "only handles are spelled so")]
    pub(crate) const fn is_short(self, text: PoolSlice<'_>) -> bool {
        self.text.len() < 16 && matches!(self.difference(text), Some((0, 0)))
    }

    /// Equality with a slice of the pool, ignoring ASCII case.
    #[inline]
    pub(crate) const fn is_in_any_case(self, text: PoolSlice<'_>) -> bool {
        match self.difference(text) {
            Some((first, last)) => {
                self.differs_by_case(first, last)
                    && (self.text.len() <= 16 || is_front(self.text, text, true))
            }
            None => false,
        }
    }

    /// XOR of the ends of the key and of a text of the same length.
    #[inline(always)]
    const fn difference(self, text: PoolSlice<'_>) -> Option<(u64, u64)> {
        let length = self.text.len();
        if length != text.length {
            return None;
        }
        if length >= 16 {
            let Some(sixteen) = text.sixteen(length - 16) else { return None };
            let (first, last) = words(sixteen);
            return Some((first ^ self.end.0, last ^ self.end.1));
        }
        let Some(sixteen) = text.sixteen(0) else { return None };
        let (first, _) = words(sixteen);
        if length < 8 {
            // The bytes after a short text belong to another text.
            return Some(((first ^ self.end.0) & ((1 << (8 * length)) - 1), 0));
        }
        match sixteen.split_at(length - 8).1.first_chunk() {
            Some(last) => Some((first ^ self.end.0, u64::from_le_bytes(*last) ^ self.end.1)),
            None => None,
        }
    }
}

/// Slice of a pool of keys, which has [`PADDING`](crate::tables::PADDING) bytes
/// after its last text.
#[derive(Clone, Copy)]
pub(crate) struct PoolSlice<'a> {
    pub(crate) pool: &'a [u8],
    pub(crate) offset: usize,
    pub(crate) length: usize,
}

impl<'a> PoolSlice<'a> {
    /// Sixteen bytes from `start` of the text.
    #[inline(always)]
    const fn sixteen(self, start: usize) -> Option<&'a [u8; 16]> {
        let offset = self.offset.wrapping_add(start);
        // One comparison covers all sixteen bytes, so that the compiler drops
        // its own bounds checks.
        if self.pool.len() > 15 && offset < self.pool.len() - 15 {
            self.pool.split_at(offset).1.first_chunk()
        } else {
            None
        }
    }
}

/// The hash of all but the last sixteen bytes.
#[inline]
const fn hash_front(text: &[u8], seed: u64) -> u64 {
    match first_of_more(text) {
        Some((sixteen, rest)) => {
            let state = mix(fold(sixteen.0) ^ seed, fold(sixteen.1) ^ K0);
            if rest.len() > 16 { hash_rest(rest, state) } else { state }
        }
        None => seed,
    }
}

/// The hash of what is between the first sixteen and the last sixteen bytes.
#[cold]
const fn hash_rest(mut rest: &[u8], mut state: u64) -> u64 {
    while let Some((sixteen, after)) = first_of_more(rest) {
        state = mix(fold(sixteen.0) ^ state, fold(sixteen.1) ^ K0);
        rest = after;
    }
    state
}

/// Equality of two texts of one length before their last sixteen bytes, exactly
/// or ignoring case.
#[inline]
const fn is_front(key: &[u8], text: PoolSlice<'_>, in_any_case: bool) -> bool {
    match (first_of_more(key), text.sixteen(0)) {
        (Some((a, rest)), Some(b)) => {
            alike(a, words(b), in_any_case)
                && (rest.len() <= 16 || is_rest(rest, text.pool, text.offset, in_any_case))
        }
        _ => false,
    }
}

/// Equality of long texts between their first sixteen and their last sixteen
/// bytes.
#[cold]
const fn is_rest(mut rest: &[u8], pool: &[u8], offset: usize, in_any_case: bool) -> bool {
    let text = PoolSlice { pool, offset, length: rest.len() };
    let mut start = 16;
    while let Some((a, after)) = first_of_more(rest) {
        match text.sixteen(start) {
            Some(b) if alike(a, words(b), in_any_case) => (start, rest) = (start + 16, after),
            _ => return false,
        }
    }
    true
}

#[inline]
const fn alike(a: (u64, u64), b: (u64, u64), in_any_case: bool) -> bool {
    let mut difference = (a.0 ^ b.0, a.1 ^ b.1);
    if in_any_case {
        difference = (difference.0 & !case_bits(a.0), difference.1 & !case_bits(a.1));
    }
    difference.0 | difference.1 == 0
}

/// The first sixteen bytes of a longer text, as two words, and the rest.
#[inline]
pub(crate) const fn first_of_more(text: &[u8]) -> Option<((u64, u64), &[u8])> {
    match text.split_first_chunk() {
        Some((sixteen, rest)) if !rest.is_empty() => Some((words(sixteen), rest)),
        _ => None,
    }
}

#[inline]
const fn words(sixteen: &[u8; 16]) -> (u64, u64) {
    halves(u128::from_le_bytes(*sixteen))
}

#[inline]
#[allow(clippy::cast_possible_truncation, reason = "takes the two halves apart")]
const fn halves(bits: u128) -> (u64, u64) {
    (bits as u64, (bits >> 64) as u64)
}

/// The last sixteen bytes as two words. Of a text of fewer, these are the first
/// eight and the last eight, which overlap; of one of less than eight, the text
/// padded with zeros, and nothing.
#[inline]
pub(crate) const fn end(text: &[u8]) -> (u64, u64) {
    let length = text.len();
    if let Some(sixteen) = text.last_chunk() {
        words(sixteen)
    } else if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        let last = (u32::from_le_bytes(*last) as u64) << (8 * (length - 4));
        (u32::from_le_bytes(*first) as u64 | last, 0)
    } else if let ([first, ..], [.., last]) = (text, text) {
        let middle = (text[length / 2] as u64) << (8 * (length / 2));
        (*first as u64 | middle | (*last as u64) << (8 * (length - 1)), 0)
    } else {
        (0, 0)
    }
}

/// The fingerprint of a hash: eight bits that [`slot`](crate::tables) does not
/// use. A key with another fingerprint than the text in its slot is another
/// text.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "masked to eight bits")]
pub(crate) const fn fingerprint(hash: u64) -> u8 {
    (hash & 0xff) as u8
}

/// Folded multiply: the two halves of a 128-bit product, XORed.
#[inline]
pub(crate) const fn mix(a: u64, b: u64) -> u64 {
    let (low, high) = halves(a as u128 * b as u128);
    low ^ high
}

/// A byte with the bit of ASCII case set. More than letters become alike by
/// it (`@` and `` ` ``, the bytes of `É` and `é`): such texts share a slot.
#[inline]
pub(crate) const fn fold_byte(byte: u8) -> u8 {
    byte | 0x20
}

/// [`fold_byte`] of eight bytes at once (SWAR).
#[inline]
const fn fold(eight: u64) -> u64 {
    eight | u64::from_ne_bytes([fold_byte(0); 8])
}

/// Case bits of the ASCII letters among eight bytes (SWAR).
#[inline]
const fn case_bits(eight: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    let low7 = fold(eight) & (0x7f * ONES);
    // Bit 7 of each byte: at least 'a', and more than 'z'.
    let from_a = low7 + (0x80 - b'a' as u64) * ONES;
    let past_z = low7 + (0x7f - b'z' as u64) * ONES;
    ((from_a ^ past_z) & !eight & (0x80 * ONES)) >> 2
}

// The build script reaches this file by path too.
#[cfg(test)]
mod tests;
