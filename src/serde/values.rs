//! Serialization of values, as a text, and of iterators, as a sequence.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::text::{FromText, PortNumber, deserialize, deserialize_text};
use crate::dns_sd::{ServiceLabel, Unescaped};
use crate::layers::{LayeredRecords, LayeredServices, Layers};
use crate::port_spec::{Item, PortSpecIter, Ranges, Spec, Storage, Suggestion};
use crate::registry::explanation::Siblings;
use crate::registry::free_ports::FreePorts;
use crate::registry::label::Label;
use crate::registry::records::Records;
use crate::registry::services::Services;
use crate::text::quoted::Quoted;
use crate::values::date::Date;
use crate::values::port_key::PortKey;
use crate::values::port_range::PortRange;
use crate::values::service_name::ServiceName;
use crate::values::source::Source;
use crate::values::status::Status;
use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// `Serialize` of some types by one call of the serializer.
macro_rules! serialize {
    (|$value:ident, $serializer:ident| $call:expr; $($(#[$meta:meta])* $type:ty),+ $(,)?) => {$(
        $(#[$meta])*
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, $serializer: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                $call
            }
        }
    )+};
}

// As `Display` writes it.
serialize! {
    |value, to| to.collect_str(value);
    Date, Item, Label<'_>, PortKey, Suggestion, Transports, Unescaped<'_>
}
serialize! {
    |source, to| to.collect_str(source);
    /// As it displays: `"IANA"`, `"system"`, or a name.
    Source<'_>
}

serialize! {
    |value, to| to.serialize_str(value.as_str());
    PortRange, Quoted, ServiceLabel<'_>, ServiceName<'_>, Status, Transport
}
#[cfg(feature = "categories")]
serialize!(|value, to| to.serialize_str(value.as_str()); crate::facts::Category);
// The items that are left of an iterator.
serialize! {
    |items, to| to.collect_seq(items.clone());
    FreePorts<'_>, FreePorts<'_, Layers<'_>>, LayeredRecords<'_, '_>, LayeredServices<'_, '_>,
    PortSpecIter<'_>, Records<'_>, Services<'_>, Siblings<'_>
}
serialize!(|ranges, to| to.collect_seq(ranges.clone().map(PortNumber)); Ranges<'_>);

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
    PortKey: "a port and a transport such as 443/tcp",
    PortRange: "a range of ports such as System Ports",
    Status: "a status such as Assigned",
    Transport: "tcp, udp, sctp or dccp",
    Transports: "transports such as tcp,udp",
}

#[cfg(feature = "categories")]
from_str!(crate::facts::Category: "a category such as web");

/// As `Display` writes it.
impl<S: Storage> Serialize for Spec<S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_str(self)
    }
}

/// A port may be a number as well.
impl<S: Storage> FromText for Spec<S> {
    const EXPECTED: &'static str = "a port spec such as 22,https/tcp,6000-6063";
    const OF_PORT: Option<fn(u16) -> Self> = Some(Self::from);

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        text.parse().map_err(E::custom)
    }
}

impl<'de, S: Storage> Deserialize<'de> for Spec<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
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
