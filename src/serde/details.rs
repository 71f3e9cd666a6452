//! The values and sequences of the tier `details`.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::text::PortNumber;
use crate::registry::columns::details::citing::ServicesCiting;
use crate::values::details::reference::{Reference, ReferenceUrl, References};
use crate::values::details::service_code::ServiceCode;
use crate::values::details::txt_keys::{TxtKey, TxtKeyIter, TxtKeys};
use crate::values::details::unauthorized_ports::UnauthorizedPorts;

serialize!(|value, to| to.collect_str(value); Reference<'_>, ReferenceUrl<'_>);
serialize! {
    |items, to| to.collect_seq(items.clone());
    References<'_>, ServicesCiting<'_>, TxtKeyIter<'_>
}
serialize!(|keys, to| to.collect_seq(*keys); TxtKeys<'_>);

serialize! {
    |code, to| to.serialize_u32(code.to_u32());
    /// A number, which is what the registry's column holds.
    ServiceCode
}
serialize! {
    |ports, to| to.collect_seq(ports.clone().map(PortNumber));
    /// Each as a row writes its port number: `"44515"`, or `"6000-6063"`.
    UnauthorizedPorts<'_>
}

impl<'de> Deserialize<'de> for ServiceCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(Self::new)
    }
}

/// Borrows the text, as [`Reference::from_text`] does.
impl<'de: 'a, 'a> Deserialize<'de> for Reference<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Deserialize::deserialize(deserializer).map(Self::from_text)
    }
}

/// `{"key": "txtvers", "value_hint": "1"}`.
impl Serialize for TxtKey<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut key = serializer.serialize_struct("TxtKey", 2)?;
        key.serialize_field("key", self.name())?;
        key.serialize_field("value_hint", &self.value_hint())?;
        key.end()
    }
}
