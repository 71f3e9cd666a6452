//! The column "Port Number": a text, which is read from a number too.

use core::fmt;
use core::ops::RangeInclusive;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use super::text::FromText;

/// `"443"`, or `"6000-6063"`.
#[derive(Clone, Debug)]
pub(super) struct PortNumber(pub(super) RangeInclusive<u16>);

impl PortNumber {
    /// The ports that a cell of the registry stands for: `443`, `6000-6063`.
    fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let ports = port(first)?..=port(last)?;
        (!ports.is_empty()).then_some(Self(ports))
    }
}

impl FromText for PortNumber {
    const EXPECTED: &'static str = "a port such as 443 or a range such as \"6000-6063\"";

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        Self::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &Self::EXPECTED))
    }
}

fn port(digits: &str) -> Option<u16> {
    // `parse` would take a sign.
    digits.starts_with(|c: char| c.is_ascii_digit()).then(|| digits.parse().ok())?
}

impl Serialize for PortNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (first, last) = (self.0.start(), self.0.end());
        if first == last {
            serializer.collect_str(first)
        } else {
            serializer.collect_str(&format_args!("{first}-{last}"))
        }
    }
}

impl<'de> Deserialize<'de> for PortNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PortNumberVisitor)
    }
}

struct PortNumberVisitor;

impl Visitor<'_> for PortNumberVisitor {
    type Value = PortNumber;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PortNumber::EXPECTED)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<PortNumber, E> {
        u16::try_from(number)
            .map(|port| PortNumber(port..=port))
            .map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<PortNumber, E> {
        u16::try_from(number)
            .map(|port| PortNumber(port..=port))
            .map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PortNumber, E> {
        PortNumber::from_text(text)
    }
}
