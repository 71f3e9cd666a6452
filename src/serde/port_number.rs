//! The column "Port Number": a text, which is read from a number too.

use core::ops::RangeInclusive;

use serde::de::{Error, Unexpected};
use serde::ser::{Serialize, Serializer};

use super::text::{FromText, deserialize_text};
use crate::registry::key::PortsAndTransport;

/// `"443"`, or `"6000-6063"`.
#[derive(Clone, Debug)]
pub(super) struct PortNumber(pub(super) RangeInclusive<u16>);

impl FromText for PortNumber {
    const EXPECTED: &'static str = "a port such as 443 or a range such as \"6000-6063\"";
    const OF_PORT: Option<fn(u16) -> Self> = Some(|port| Self(port..=port));

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        PortsAndTransport::parse_ports(text)
            .map(Self)
            .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &Self::EXPECTED))
    }
}

impl Serialize for PortNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ports = Some(self.0.clone());
        serializer.collect_str(&PortsAndTransport { ports, transport: None })
    }
}

deserialize_text!(PortNumber);
