//! Reading a service code.

use core::str::FromStr;

use super::{ServiceCode, may_spell};
use crate::text::text_traits::try_from_str;

impl FromStr for ServiceCode {
    type Err = ParseServiceCodeError;

    /// Reads decimal digits, as in the registry, and the three forms of
    /// RFC 4340, Section 8.1.2: `SC:fdpz`, `SC=1717858426` and `SC=x6664707A`.
    ///
    /// # Errors
    ///
    /// If the text has none of these forms or says a number above 4294967295.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(characters) = text.strip_prefix("SC:") {
            return spelled(characters);
        }
        let Some(number) = text.strip_prefix("SC=") else {
            return counted(text, 10, ANY_FORM);
        };
        match number.strip_prefix(['x', 'X']) {
            Some(digits) => counted(digits, 16, HEXADECIMAL),
            None => counted(number, 10, DECIMAL),
        }
    }
}

try_from_str!(ServiceCode);

const SPELLING: &str = "one to four letters, digits or characters of -_+.*/?@";
const DECIMAL: &str = "decimal digits";
const HEXADECIMAL: &str = "hexadecimal digits";
const ANY_FORM: &str = "decimal digits, or a text that begins with SC: or SC=";

/// The code that `characters` spell.
fn spelled(characters: &str) -> Result<ServiceCode, ParseServiceCodeError> {
    let is_other = |&found: &char| !may_spell(found);
    if let Some(found) = characters.chars().find(is_other) {
        return Err(ParseServiceCodeError::Character { found, expected: SPELLING });
    }
    let mut bytes = [b' '; 4];
    match bytes.get_mut(..characters.len()) {
        Some(start) if !characters.is_empty() => start.copy_from_slice(characters.as_bytes()),
        _ => return Err(ParseServiceCodeError::Length { found: characters.len() }),
    }
    Ok(ServiceCode::from_be_bytes(bytes))
}

/// The code that `digits` write in base `radix`.
fn counted(
    digits: &str,
    radix: u32,
    expected: &'static str,
) -> Result<ServiceCode, ParseServiceCodeError> {
    if digits.is_empty() {
        return Err(ParseServiceCodeError::Empty { expected });
    }
    if let Some(found) = digits.chars().find(|digit| !digit.is_digit(radix)) {
        return Err(ParseServiceCodeError::Character { found, expected });
    }
    match u32::from_str_radix(digits, radix) {
        Ok(value) => Ok(ServiceCode::new(value)),
        Err(_) => Err(ParseServiceCodeError::TooLarge),
    }
}

/// A text that is no [`ServiceCode`].
///
/// ```
/// let error = "SC:discard".parse::<iana_ports::service_code::ServiceCode>().unwrap_err();
/// assert_eq!(error.to_string(), "7 characters after SC:, expected one to four");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseServiceCodeError {
    /// There is nothing where the digits should be.
    #[error("no service code, expected {expected}")]
    #[non_exhaustive]
    Empty {
        /// What should be there.
        expected: &'static str,
    },
    /// A character that this form of a service code does not have.
    #[error("{found:?} in a service code, expected {expected}")]
    #[non_exhaustive]
    Character {
        /// The first such character.
        found: char,
        /// What may stand there.
        expected: &'static str,
    },
    /// `SC:` without characters, or with more than four.
    #[error("{found} characters after SC:, expected one to four")]
    #[non_exhaustive]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A number above 4294967295, which has more than 32 bits.
    #[error("service code above 4294967295, the last of 32 bits")]
    TooLarge,
}

crate::text::text_traits::debug_as_display!(ParseServiceCodeError);

#[cfg(test)]
mod tests {
    use super::{ParseServiceCodeError, ServiceCode};

    fn message(text: &str) -> String {
        text.parse::<ServiceCode>().unwrap_err().to_string()
    }

    #[test]
    fn every_form_of_the_rfc_reads() {
        for text in [
            "SC:fdpz",
            "SC=1717858426",
            "SC=x6664707A",
            "SC=X6664707a",
            "1717858426",
            "SC=x06664707a",
        ] {
            assert_eq!(text.parse(), Ok(ServiceCode::new(1717858426)), "{text}");
            assert_eq!(
                ServiceCode::try_from(text),
                Ok(ServiceCode::from_be_bytes(*b"fdpz")),
                "{text}"
            );
        }
        assert_eq!("SC:a".parse(), Ok(ServiceCode::from_be_bytes(*b"a   ")));
        assert_eq!("SC:-_+.".parse(), Ok(ServiceCode::from_be_bytes(*b"-_+.")));
        assert_eq!("SC:*/?@".parse(), Ok(ServiceCode::from_be_bytes(*b"*/?@")));
        assert!("SC:=x1".parse::<ServiceCode>().is_err());
        assert_eq!("SC=0".parse(), Ok(ServiceCode::new(0)));
        for text in ["4294967295", "SC=4294967295", "SC=xffffffff"] {
            assert_eq!(text.parse(), Ok(ServiceCode::new(u32::MAX)));
        }
    }

    #[test]
    fn errors_say_what_is_wrong() {
        let forms = "decimal digits, or a text that begins with SC: or SC=";
        assert_eq!(message(""), format!("no service code, expected {forms}"));
        assert_eq!(message("SC="), "no service code, expected decimal digits");
        assert_eq!(message("SC=x"), "no service code, expected hexadecimal digits");
        assert_eq!(message("DISC"), format!("'D' in a service code, expected {forms}"));
        assert_eq!(message("sc:DISC"), format!("'s' in a service code, expected {forms}"));
        assert_eq!(message("+1"), format!("'+' in a service code, expected {forms}"));
        assert_eq!(message("1 "), format!("' ' in a service code, expected {forms}"));
        assert_eq!(message("SC=1f"), "'f' in a service code, expected decimal digits");
        assert_eq!(message("SC=x1g"), "'g' in a service code, expected hexadecimal digits");
        let spelling = "one to four letters, digits or characters of -_+.*/?@";
        assert_eq!(message("SC:a b"), format!("' ' in a service code, expected {spelling}"));
        assert_eq!(message("SC:é"), format!("'é' in a service code, expected {spelling}"));
        assert_eq!(message("SC:"), "0 characters after SC:, expected one to four");
        assert_eq!(message("SC:abcde"), "5 characters after SC:, expected one to four");
        for text in ["4294967296", "SC=4294967296", "SC=x100000000", "99999999999999999999"] {
            assert_eq!(text.parse::<ServiceCode>(), Err(ParseServiceCodeError::TooLarge));
            assert_eq!(message(text), "service code above 4294967295, the last of 32 bits");
        }
    }
}
