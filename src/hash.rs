//! Names and handles as keys: hashed and compared without ASCII case, as RFC
//! 6335 section 5.1 compares service names.

/// The fractional digits of pi, which nobody chose.
const K0: u64 = 0x243f_6a88_85a3_08d3;
const K1: u64 = 0x1319_8a2e_0370_7345;

/// A text to look up.
///
/// Its last sixteen bytes, or all of a shorter text, are kept as two words
/// that may overlap: nearly every name and most handles are no longer.
#[derive(Clone, Copy)]
pub(crate) struct Key<'a> {
    text: &'a [u8],
    end: (u64, u64),
}

impl<'a> Key<'a> {
    #[inline]
    pub(crate) const fn new(text: &'a [u8]) -> Self {
        let end = match text.last_chunk::<16>() {
            Some(sixteen) => words(sixteen),
            None => words(text),
        };
        Self { text, end }
    }

    /// A hash that is the same for every spelling.
    #[inline]
    pub(crate) const fn hash(self, seed: u64) -> u64 {
        let (mut state, mut rest) = (seed, self.text);
        while let Some((sixteen, after)) = first_of_more(rest) {
            state = mix(fold(sixteen.0) ^ state, fold(sixteen.1) ^ K0);
            rest = after;
        }
        let (first, last) = self.end;
        mix(fold(first) ^ state, fold(last) ^ K1 ^ (self.text.len() as u64) << 56)
    }

    /// Whether the key is spelled as `text`.
    #[inline]
    pub(crate) const fn is(self, text: &[u8]) -> bool {
        if self.text.len() != text.len() {
            return false;
        }
        let (a, b) = (self.end, Key::new(text).end);
        if (a.0 ^ b.0) | (a.1 ^ b.1) != 0 {
            return false;
        }
        let mut rest = (self.text, text);
        while let (Some((a, after_a)), Some((b, after_b))) =
            (first_of_more(rest.0), first_of_more(rest.1))
        {
            if (a.0 ^ b.0) | (a.1 ^ b.1) != 0 {
                return false;
            }
            rest = (after_a, after_b);
        }
        true
    }

    /// Whether the key is `text` in any case.
    #[inline]
    pub(crate) const fn is_in_any_case(self, text: &[u8]) -> bool {
        if self.text.len() != text.len() {
            return false;
        }
        let mut rest = (self.text, text);
        while let (Some((a, after_a)), Some((b, after_b))) =
            (first_of_more(rest.0), first_of_more(rest.1))
        {
            if lower(a.0) != lower(b.0) || lower(a.1) != lower(b.1) {
                return false;
            }
            rest = (after_a, after_b);
        }
        let (a, b) = (self.end, Key::new(text).end);
        lower(a.0) == lower(b.0) && lower(a.1) == lower(b.1)
    }
}

/// Eight bits of a hash that [`slot`](crate::tables) makes nothing of: a key
/// with another mark than the text in its slot is not that text.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "masked to eight bits")]
pub(crate) const fn mark(hash: u64) -> u32 {
    (hash & 0xff) as u32
}

/// The first sixteen bytes of a longer text, as two words, and the rest.
#[inline]
const fn first_of_more(text: &[u8]) -> Option<((u64, u64), &[u8])> {
    match text.split_first_chunk::<16>() {
        Some((sixteen, rest)) if !rest.is_empty() => Some((words(sixteen), rest)),
        _ => None,
    }
}

/// The first and the last bytes: together they hold every byte of up to 16.
#[inline]
const fn words(text: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        (u32::from_le_bytes(*first) as u64, u32::from_le_bytes(*last) as u64)
    } else if let ([first, ..], [.., last]) = (text, text) {
        (*first as u64 | (text[text.len() / 2] as u64) << 8, *last as u64)
    } else {
        (0, 0)
    }
}

/// The two halves of a 128-bit product, folded together.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "takes the two halves apart")]
const fn mix(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    product as u64 ^ (product >> 64) as u64
}

/// A byte with the bit of ASCII case set. More than letters become alike by
/// it (`@` and `` ` ``, the bytes of `É` and `é`): such texts share a slot.
#[inline]
pub(crate) const fn fold_byte(byte: u8) -> u8 {
    byte | 0x20
}

/// [`fold_byte`], of eight bytes at once.
#[inline]
const fn fold(eight: u64) -> u64 {
    eight | u64::from_ne_bytes([fold_byte(0); 8])
}

/// Eight bytes with their ASCII upper-case letters made lower, at once.
#[inline]
const fn lower(eight: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    let low7 = eight & (0x7f * ONES);
    // Bit 7 of each byte: at least 'A', and more than 'Z'.
    let from_a = low7 + (0x80 - b'A' as u64) * ONES;
    let past_z = low7 + (0x7f - b'Z' as u64) * ONES;
    let upper = (from_a ^ past_z) & !eight & (0x80 * ONES);
    eight | upper >> 2
}

#[cfg(test)]
mod tests {
    use super::{Key, fold, fold_byte, lower};

    #[test]
    fn eight_bytes_are_lowered_and_folded_as_one_by_one() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                for around in [0, b'a', b'Z', 0x80, 0xff] {
                    let mut bytes = [around; 8];
                    bytes[place] = byte;
                    let eight = u64::from_le_bytes(bytes);
                    let expected = bytes.map(|byte| byte.to_ascii_lowercase());
                    assert_eq!(lower(eight).to_le_bytes(), expected);
                    assert_eq!(fold(eight).to_le_bytes(), bytes.map(fold_byte));
                }
            }
        }
    }

    #[test]
    fn case_does_not_matter_and_every_byte_does() {
        for length in 0..70 {
            let text: Vec<u8> = (0..length).map(|i| b'a' + i % 26).collect();
            let seed = 0x9e37_79b9_7f4a_7c15;
            let (key, upper) = (Key::new(&text), text.to_ascii_uppercase());
            assert_eq!(key.hash(seed), Key::new(&upper).hash(seed));
            assert!(key.is(&text) && key.is_in_any_case(&text) && key.is_in_any_case(&upper));
            assert_eq!(key.is(&upper), text.is_empty());
            for place in 0..text.len() {
                let mut other = text.clone();
                other[place] ^= 1;
                assert_ne!(key.hash(seed), Key::new(&other).hash(seed), "byte {place} of {length}");
                assert!(!key.is(&other) && !key.is_in_any_case(&other), "byte {place} of {length}");
            }
            let longer = [&text[..], b"a"].concat();
            assert_ne!(key.hash(seed), Key::new(&longer).hash(seed));
            assert!(!key.is(&longer) && !key.is_in_any_case(&longer));
        }
        // Bytes that only folding makes alike.
        let key = Key::new("É@".as_bytes());
        assert_eq!(key.hash(1), Key::new("é`".as_bytes()).hash(1));
        assert!(!key.is_in_any_case("é@".as_bytes()) && !key.is_in_any_case("É`".as_bytes()));
    }
}
