//! Names and handles compared and hashed without ASCII case: RFC 6335 section
//! 5.1 compares service names so.

/// Odd, with as many ones as zeros; the fractional digits of pi.
const K0: u64 = 0x243f_6a88_85a3_08d3;
const K1: u64 = 0x1319_8a2e_0370_7345;

/// A hash of `text` that ignores ASCII case.
#[inline]
pub(crate) const fn hash(text: &[u8], seed: u64) -> u64 {
    let mut state = seed;
    let mut rest = text;
    while rest.len() > 16 {
        let (eight, after) = rest.split_at(8);
        state = mix(lower(words(eight).0) ^ state, K0);
        rest = after;
    }
    let (a, b) = words(rest);
    mix(lower(a) ^ state, lower(b) ^ K1 ^ (text.len() as u64) << 56)
}

/// Whether two texts are the same but for ASCII case.
#[inline]
pub(crate) const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (mut a, mut b) = (a, b);
    while a.len() > 16 {
        let ((eight_a, after_a), (eight_b, after_b)) = (a.split_at(8), b.split_at(8));
        if !alike(words(eight_a), words(eight_b)) {
            return false;
        }
        (a, b) = (after_a, after_b);
    }
    alike(words(a), words(b))
}

#[inline]
const fn alike(a: (u64, u64), b: (u64, u64)) -> bool {
    // Most look-ups spell a name as the registry does.
    (a.0 ^ b.0) | (a.1 ^ b.1) == 0 || (lower(a.0) == lower(b.0) && lower(a.1) == lower(b.1))
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

/// Eight bytes with their ASCII upper-case letters made lower, at once.
#[inline]
pub(crate) const fn lower(eight: u64) -> u64 {
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
    use super::{hash, lower, same};

    #[test]
    fn eight_bytes_are_lowered_as_one_by_one() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                for around in [0, b'a', b'Z', 0x80, 0xff] {
                    let mut bytes = [around; 8];
                    bytes[place] = byte;
                    let expected = bytes.map(|byte| byte.to_ascii_lowercase());
                    assert_eq!(lower(u64::from_le_bytes(bytes)).to_le_bytes(), expected);
                }
            }
        }
    }

    #[test]
    fn case_does_not_matter_and_every_byte_does() {
        for length in 0..40 {
            let text: Vec<u8> = (0..length).map(|i| b'a' + i % 26).collect();
            let seed = 0x9e37_79b9_7f4a_7c15;
            assert_eq!(hash(&text, seed), hash(&text.to_ascii_uppercase(), seed));
            assert!(same(&text, &text.to_ascii_uppercase()));
            for place in 0..text.len() {
                let mut other = text.clone();
                other[place] ^= 1;
                assert_ne!(hash(&text, seed), hash(&other, seed), "byte {place} of {length}");
                assert!(!same(&text, &other), "byte {place} of {length}");
            }
            let longer = [&text[..], b"a"].concat();
            assert_ne!(hash(&text, seed), hash(&longer, seed));
            assert!(!same(&text, &longer));
        }
    }
}
