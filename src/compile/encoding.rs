//! Detection of a wrong encoding by magic bytes.

/// The kind of a file that is certainly no UTF-8 text, and the remedy.
///
/// Without this check such a file fails later, at its first byte that is no
/// UTF-8 or at the name of a column, with a message that does not say why.
pub(crate) fn other_than_utf8(bytes: &[u8]) -> Option<&'static str> {
    const UTF_16: &str = "UTF-16: convert it to UTF-8 first";
    match *bytes {
        // RFC 1952 section 2.3.1.
        [0x1f, 0x8b, ..] => Some("a file that is gzip-compressed: unpack it first"),
        // The byte order marks of RFC 2781 section 3.2.
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(UTF_16),
        // XML without a mark, or two characters of any ASCII text without one.
        [b'<', 0, ..] | [0, b'<', ..] => Some(UTF_16),
        [first, 0, second, 0, ..] | [0, first, 0, second, ..]
            if [first, second].iter().all(|byte| matches!(byte, 1..=0x7f)) =>
        {
            Some(UTF_16)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::other_than_utf8;

    #[test]
    fn gzip_and_utf_16() {
        let gzip = Some("a file that is gzip-compressed: unpack it first");
        let utf_16 = Some("UTF-16: convert it to UTF-8 first");
        for (bytes, found) in [
            (&b"\x1f\x8b\x08"[..], gzip),
            (b"\x1f\x8b", gzip),
            (b"\xff\xfe<\0", utf_16),
            (b"\xfe\xff", utf_16),
            (b"<\0", utf_16),
            (b"\0<\0r", utf_16),
            (b"S\0e\0r", utf_16),
            (b"\0#\0 ", utf_16),
            // Texts that may be wrong in another way.
            (b"", None),
            (b"\x1f", None),
            (b"\xff\xff", None),
            (b"\xef\xbb\xbf<", None),
            (b"a\0", None),
            (b"a\0b ", None),
            (b"\0a\0", None),
            (b"\0\0\0\0", None),
            (b"a\0\xe9\0", None),
        ] {
            assert_eq!(other_than_utf8(bytes), found, "{bytes:?}");
        }
    }
}
