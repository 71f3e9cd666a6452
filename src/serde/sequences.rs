//! Serialization of iterators, as the sequence of their remaining items.

use serde::ser::{Serialize, Serializer};

#[cfg(feature = "details")]
use super::port_number::PortNumber;
use crate::port_spec::PortSpecIter;
#[cfg(feature = "details")]
use crate::registry::citing::ServicesCiting;
#[cfg(feature = "contacts")]
use crate::registry::contacts::Contacts;
use crate::registry::explanation::Siblings;
use crate::registry::free_ports::FreePorts;
use crate::registry::records::Records;
use crate::registry::services::Services;
#[cfg(feature = "details")]
use crate::values::references::References;
#[cfg(feature = "details")]
use crate::values::txt_keys::{TxtKey, TxtKeyIter, TxtKeys};
#[cfg(feature = "details")]
use crate::values::unauthorized_ports::UnauthorizedPorts;
#[cfg(feature = "contacts")]
use crate::values::uris::Uris;

macro_rules! serialize_sequence {
    ($($type:ty),+ $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(<Self as Clone>::clone(self))
            }
        }
    )+};
}

serialize_sequence!(FreePorts<'_>, PortSpecIter, Records<'_>, Services<'_>, Siblings<'_>);

#[cfg(feature = "details")]
serialize_sequence!(References<'_>, ServicesCiting<'_>, TxtKeyIter<'_>, TxtKeys<'_>);

#[cfg(feature = "contacts")]
serialize_sequence!(Contacts<'_>, Uris<'_>);

#[cfg(feature = "runtime")]
serialize_sequence!(crate::layers::LayeredServices<'_, '_>);

/// As it displays: `"IANA"`, `"system"`, or a name.
#[cfg(feature = "runtime")]
impl Serialize for crate::load::Source<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Each as a row writes its port number: `"44515"`, or `"6000-6063"`.
#[cfg(feature = "details")]
impl Serialize for UnauthorizedPorts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.clone().map(PortNumber))
    }
}

/// `{"key": "txtvers", "value_hint": "1"}`.
#[cfg(feature = "details")]
impl Serialize for TxtKey<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;

        let mut key = serializer.serialize_struct("TxtKey", 2)?;
        key.serialize_field("key", self.name())?;
        key.serialize_field("value_hint", &self.value_hint())?;
        key.end()
    }
}
