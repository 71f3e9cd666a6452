//! Keys are hashed and compared as byte by byte.

use super::{LookupKey, PoolSlice, case_bits, fold, fold_byte};

#[test]
fn eight_bytes_are_folded_and_known_for_letters_as_one_by_one() {
    for byte in 0..=u8::MAX {
        for place in 0..8 {
            for around in [0, b'a', b'Z', 0x80, 0xff] {
                let mut bytes = [around; 8];
                bytes[place] = byte;
                let eight = u64::from_le_bytes(bytes);
                let letters = bytes.map(|byte| byte.is_ascii_alphabetic());
                let expected = letters.map(|letter| if letter { 0x20 } else { 0 });
                assert_eq!(case_bits(eight).to_le_bytes(), expected);
                assert_eq!(fold(eight).to_le_bytes(), bytes.map(fold_byte));
            }
        }
    }
}

/// Whether a key is a text of the same length in any case, sixteen bytes at
/// most, wherever the text stands.
#[track_caller]
fn compared_short(key: &[u8], text: &[u8]) -> bool {
    let answers = [(0, 0), (1, b'a'), (17, b'Z'), (5, 0xff)].map(|(offset, around)| {
        let pool = [&vec![around; offset][..], text, &[around; 16]].concat();
        LookupKey::new(key).is_short_in_any_case(&pool, offset)
    });
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    answers[0]
}

#[test]
fn a_short_text_is_the_same_in_any_case() {
    for length in 0..=16 {
        let text: Vec<u8> = (0..length).map(|i| b"aZ[0@`\xc9-"[i % 8]).collect();
        assert!(compared_short(&text, &text));
        assert!(compared_short(&text.to_ascii_uppercase(), &text));
        for place in 0..length {
            for bit in 0..8 {
                let mut other = text.clone();
                other[place] ^= 1 << bit;
                let expected = other.eq_ignore_ascii_case(&text);
                assert_eq!(compared_short(&other, &text), expected, "{other:?}, {text:?}");
            }
        }
    }
    // A text that is not in the pool, and one longer than that.
    assert!(!LookupKey::new(b"a").is_short_in_any_case(b"a", 0));
    assert!(!LookupKey::new(&[b'a'; 17]).is_short_in_any_case(&[b'a'; 64], 0));
}

/// Whether a key is a text, as it is spelled and in any case, wherever
/// the text stands.
#[track_caller]
fn compared(key: &[u8], text: &[u8]) -> (bool, bool) {
    let answers = [(0, 0), (1, b'a'), (17, b'Z'), (5, 0xff)].map(|(offset, around)| {
        let mut pool = vec![around; offset];
        pool.extend(text);
        pool.extend([around; 16]);
        let place = PoolSlice { pool: &pool, offset, length: text.len() };
        (LookupKey::new(key).is(place), LookupKey::new(key).is_in_any_case(place))
    });
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    answers[0]
}

#[test]
fn case_does_not_matter_and_every_byte_does() {
    for length in 0..70 {
        let text: Vec<u8> = (0..length).map(|i| b'a' + i % 26).collect();
        let seed = 0x9e37_79b9_7f4a_7c15;
        let hash = |text: &[u8]| LookupKey::new(text).hash(seed);
        let upper = text.to_ascii_uppercase();
        assert_eq!(hash(&text), hash(&upper));
        assert_eq!(compared(&text, &text), (true, true));
        assert_eq!(compared(&text, &upper), (text.is_empty(), true));
        assert_eq!(compared(&upper, &text), (text.is_empty(), true));
        for place in 0..text.len() {
            for bit in [1, 0x40, 0x80] {
                let mut other = text.clone();
                other[place] ^= bit;
                assert_ne!(hash(&text), hash(&other), "byte {place} of {length}");
                assert_eq!(compared(&text, &other), (false, false), "byte {place} of {length}");
                assert_eq!(compared(&other, &text), (false, false), "byte {place} of {length}");
            }
        }
        let longer = [&text[..], b"a"].concat();
        assert_ne!(hash(&text), hash(&longer));
        assert_eq!(compared(&text, &longer), (false, false));
        assert_eq!(compared(&longer, &text), (false, false));
    }
    // Bytes that only folding makes alike.
    let hash = |text: &str| LookupKey::new(text.as_bytes()).hash(1);
    assert_eq!(hash("É@"), hash("é`"));
    for other in ["é@", "É`", "é`"] {
        assert_eq!(compared("É@".as_bytes(), other.as_bytes()), (false, false), "{other}");
    }
}

#[test]
fn a_text_that_is_not_there_is_no_key() {
    let place = |offset, length| PoolSlice { pool: b"abcdefghijklmnopqrst", offset, length };
    assert!(LookupKey::new(b"bcd").is(place(1, 3)));
    // Without the bytes that stand after every text of a pool.
    assert!(!LookupKey::new(b"fgh").is(place(5, 3)));
    assert!(!LookupKey::new(b"").is_in_any_case(place(usize::MAX, 0)));
    assert!(!LookupKey::new(&[b'a'; 17]).is_in_any_case(place(usize::MAX, 17)));
}
