//! DCCP service codes.

use core::fmt;

mod parse;

pub use parse::ParseServiceCodeError;

/// A DCCP service code, from the column "Service Code": the 32 bits that name
/// the service a DCCP client asks for ([RFC 4340, Section 8.1.2][rfc]).
///
/// Most codes spell up to four ASCII characters. `Display` writes the decimal
/// number, as IANA does; the alternate form `{:#}` writes what RFC 4340
/// recommends for text: `SC:DISC` where the code spells something, else
/// `SC=7107696`.
///
/// Every `u32` is a service code here, because a packet can carry any, and so
/// is the text of each. The RFC makes the value 4294967295 illegal: a registry
/// with it does not load.
///
/// # Example
///
/// ```
/// use iana_ports::service_code::ServiceCode;
/// use iana_ports::{Transport::Dccp, lookup_port};
///
/// let discard: ServiceCode = "SC:DISC".parse()?;
/// assert_eq!(discard.to_u32(), 1145656131);
/// assert_eq!(format!("{discard} {discard:#}"), "1145656131 SC:DISC");
/// assert_eq!(lookup_port(9, Dccp).and_then(|service| service.service_code()), Some(discard));
/// # Ok::<(), iana_ports::service_code::ParseServiceCodeError>(())
/// ```
///
/// [rfc]: https://www.rfc-editor.org/rfc/rfc4340#section-8.1.2
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceCode {
    /// In network order, in which bytes order as numbers do.
    bytes: [u8; 4],
}

impl ServiceCode {
    /// The service code of a number.
    ///
    /// ```
    /// use iana_ports::service_code::ServiceCode;
    ///
    /// assert_eq!(ServiceCode::new(1885957735).to_string(), "1885957735");
    /// ```
    #[must_use]
    pub const fn new(value: u32) -> Self {
        Self::from_be_bytes(value.to_be_bytes())
    }

    /// The number, as the registry has it.
    ///
    /// ```
    /// use iana_ports::service_code::ServiceCode;
    ///
    /// assert_eq!(ServiceCode::from_be_bytes(*b"ping").to_u32(), 1885957735);
    /// ```
    #[must_use]
    pub const fn to_u32(self) -> u32 {
        u32::from_be_bytes(self.bytes)
    }

    /// The service code of four bytes in network order, as a DCCP-Request
    /// carries them.
    ///
    /// ```
    /// use iana_ports::service_code::ServiceCode;
    ///
    /// assert_eq!(ServiceCode::from_be_bytes(*b"DISC"), ServiceCode::new(1145656131));
    /// ```
    #[must_use]
    pub const fn from_be_bytes(bytes: [u8; 4]) -> Self {
        Self { bytes }
    }

    /// The four bytes in network order.
    ///
    /// ```
    /// use iana_ports::service_code::ServiceCode;
    ///
    /// assert_eq!(ServiceCode::new(1685351985).to_be_bytes(), *b"dtn1");
    /// assert_eq!(ServiceCode::new(7107696).to_be_bytes(), *b"\0ltp");
    /// ```
    #[must_use]
    pub const fn to_be_bytes(self) -> [u8; 4] {
        self.bytes
    }

    /// The one to four characters that the code spells: letters, digits and
    /// `-_+.*/?@` (RFC 4340, Section 8.1.2), as in the column "ASCII" of IANA's
    /// Service Codes registry: without the spaces that pad a code on the right.
    ///
    /// `None` if a byte is none of these, as in `ltp-deepspace` 7107696,
    /// whose first byte is zero.
    ///
    /// ```
    /// use iana_ports::service_code::ServiceCode;
    ///
    /// assert_eq!(ServiceCode::new(1145656131).ascii(), Some("DISC"));
    /// assert_eq!(ServiceCode::new(7107696).ascii(), None);
    /// ```
    #[must_use]
    pub fn ascii(&self) -> Option<&str> {
        let end = self.bytes.iter().rposition(|&byte| byte != b' ')?;
        let text = core::str::from_utf8(&self.bytes[..=end]).ok()?;
        text.chars().all(may_spell).then_some(text)
    }
}

/// Whether RFC 4340 allows the character after `SC:`.
const fn may_spell(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, '-' | '_' | '+' | '.' | '*' | '/' | '?' | '@')
}

/// Decimal, as IANA writes it; `{:#}` is `SC:` with the characters that the
/// code spells, else `SC=` with the decimal number.
impl fmt::Display for ServiceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ascii() {
            _ if !f.alternate() => fmt::Display::fmt(&self.to_u32(), f),
            Some(characters) => write!(f, "SC:{characters}"),
            None => write!(f, "SC={}", self.to_u32()),
        }
    }
}

impl fmt::Debug for ServiceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ServiceCode").field(&self.to_u32()).finish()
    }
}

impl From<u32> for ServiceCode {
    fn from(value: u32) -> Self {
        Self::new(value)
    }
}

impl From<ServiceCode> for u32 {
    fn from(code: ServiceCode) -> Self {
        code.to_u32()
    }
}

#[cfg(test)]
mod tests {
    use super::{ServiceCode, may_spell};

    #[test]
    fn the_characters_of_the_rfc() {
        for character in '\0'..='\u{250}' {
            let allowed =
                matches!(u32::from(character), 42 | 43 | 45..=57 | 63..=90 | 95 | 97..=122);
            assert_eq!(may_spell(character), allowed, "{character:?}");
        }
    }

    #[test]
    fn spaces_pad_on_the_right_only() {
        assert_eq!(ServiceCode::from_be_bytes(*b"A   ").ascii(), Some("A"));
        for bytes in [*b"    ", *b"  A ", *b"A B ", *b"ABC\n", *b"ABC\0", *b"\0ABC", *b"AB\xc3\xa9"]
        {
            assert_eq!(ServiceCode::from_be_bytes(bytes).ascii(), None, "{bytes:?}");
        }
    }

    #[test]
    fn order_is_that_of_numbers() {
        let codes = [0, 255, 256, 7_107_696, 1_145_656_131, u32::MAX].map(ServiceCode::new);
        assert!(codes.is_sorted());
        assert_eq!(format!("{:?}", codes[3]), "ServiceCode(7107696)");
    }

    #[test]
    fn text_reads_back() {
        let samples = [
            0,
            1,
            7107696,
            0x20202020,
            0x41202020,
            0x20202041,
            0x41204120,
            0x4142430a,
            u32::MAX - 1,
        ];
        let mut random = crate::test_random::Random(0x2545_f491);
        let noise = core::iter::repeat_with(|| u32::try_from(random.number() >> 32).unwrap());
        for value in samples.into_iter().chain(noise.take(20_000)) {
            // The upper half of the bytes is no ASCII: look at the lower too.
            for value in [value, value & 0x7f7f_7f7f] {
                let code = ServiceCode::from(value);
                assert_eq!(code.to_string().parse(), Ok(code));
                assert_eq!(format!("{code:#}").parse(), Ok(code), "{code:#}");
                assert_eq!(ServiceCode::from_be_bytes(code.to_be_bytes()), code);
                assert_eq!(u32::from(code), value);
            }
        }
    }

    #[test]
    fn both_texts() {
        for (value, text) in [
            (1145656131, "SC:DISC"),
            (1685351985, "SC:dtn1"),
            (1885957735, "SC:ping"),
            (7107696, "SC=7107696"),
            (0x41202020, "SC:A"),
            (0x20202020, "SC=538976288"),
            (u32::MAX, "SC=4294967295"),
        ] {
            let code = ServiceCode::new(value);
            assert_eq!(
                (format!("{code}"), format!("{code:#}")),
                (value.to_string(), text.to_owned())
            );
            assert_eq!(
                code.ascii().map(|ascii| format!("SC:{ascii}")),
                text.contains(':').then(|| text.to_owned())
            );
        }
        assert_eq!(format!("[{:>5}]", ServiceCode::new(7)), "[    7]");
    }

    #[test]
    fn every_code_of_the_registry() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/registry/service-names-port-numbers.csv");
        let rows = csv::Reader::from_path(path).unwrap().into_records().map(Result::unwrap);
        let codes: Vec<_> = rows
            .filter(|row| !row[9].is_empty())
            .map(|row| (row[0].to_owned(), format!("{:#}", row[9].parse::<ServiceCode>().unwrap())))
            .collect();
        let expected = [
            ("discard", "SC:DISC"),
            ("ltp-deepspace", "SC=7107696"),
            ("dtn-bundle", "SC:dtn1"),
            ("dccp-ping", "SC:ping"),
        ];
        assert_eq!(codes, expected.map(|(name, code)| (name.to_owned(), code.to_owned())));
    }
}
