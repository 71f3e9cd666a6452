//! Values: what has a text or a number of its own.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::text::{FromText, deserialize_text};
use crate::dns_sd::ServiceLabel;
use crate::port_spec::PortSpec;
use crate::registry::label::Label;
use crate::text::quoted::Quoted;
use crate::values::date::Date;
#[cfg(feature = "contacts")]
use crate::values::email::{Email, LocalPart};
use crate::values::port_range::PortRange;
#[cfg(feature = "details")]
use crate::values::reference::{Reference, ReferenceUrl};
#[cfg(feature = "details")]
use crate::values::service_code::ServiceCode;
use crate::values::service_name::ServiceName;
use crate::values::status::Status;
use crate::values::transport::Transport;
#[cfg(feature = "contacts")]
use crate::values::uri::{Uri, UriKind};

/// `Serialize` as the text that `Display` writes.
macro_rules! serialize_display {
    ($($type:ty),+ $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )+};
}

/// `Serialize` as the text that the type holds.
macro_rules! serialize_str {
    ($($type:ty),+ $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )+};
}

serialize_display!(Date, Label<'_>, PortSpec);
serialize_str!(PortRange, Quoted, ServiceLabel<'_>, ServiceName<'_>, Status, Transport);

#[cfg(feature = "details")]
serialize_display!(Reference<'_>, ReferenceUrl<'_>);

#[cfg(feature = "contacts")]
serialize_display!(Email<'_>, LocalPart<'_>, Uri<'_>);
#[cfg(feature = "contacts")]
serialize_str!(UriKind);

/// Reading as `FromStr` does, with its error.
macro_rules! from_str {
    ($($type:ty: $expected:literal),+ $(,)?) => {$(
        impl FromText for $type {
            const EXPECTED: &'static str = $expected;

            fn from_text<E: Error>(text: &str) -> Result<Self, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserialize_text!($type);
    )+};
}

from_str! {
    Date: "a date such as 2026-08-17 or 2005-02",
    PortRange: "a range of ports such as System Ports",
    PortSpec: "a port spec such as 22,https/tcp,6000-6063",
    Status: "a status such as Assigned",
    Transport: "tcp, udp, sctp or dccp",
}

#[cfg(feature = "contacts")]
from_str! {
    UriKind: "a kind of URI such as mail",
}

/// A number, which is what the registry's column holds.
#[cfg(feature = "details")]
impl Serialize for ServiceCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.to_u32())
    }
}

#[cfg(feature = "details")]
impl<'de> Deserialize<'de> for ServiceCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(Self::new)
    }
}

/// Borrows the text, as [`ServiceName::parse`] does.
impl<'de: 'a, 'a> Deserialize<'de> for ServiceName<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(Deserialize::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// Borrows the text, as [`ServiceLabel::parse`] does.
impl<'de: 'a, 'a> Deserialize<'de> for ServiceLabel<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(Deserialize::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// Borrows the text, as [`Reference::from_text`] does.
#[cfg(feature = "details")]
impl<'de: 'a, 'a> Deserialize<'de> for Reference<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Deserialize::deserialize(deserializer).map(Self::from_text)
    }
}

/// Borrows the text, as [`Uri::from_text`] does.
#[cfg(feature = "contacts")]
impl<'de: 'a, 'a> Deserialize<'de> for Uri<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Deserialize::deserialize(deserializer).map(Self::from_text)
    }
}

/// Borrows the text, which is the address as it is written: `kenta.kambara@hpe.com`.
#[cfg(feature = "contacts")]
impl<'de: 'a, 'a> Deserialize<'de> for Email<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        // A `mailto:` URI may spell the address otherwise; this is no such URI.
        Self::of_mailto(text).filter(|email| email == text).ok_or_else(|| {
            D::Error::custom(format_args!(
                "malformed mail address {text:?}, expected one such as user@example.com"
            ))
        })
    }
}
