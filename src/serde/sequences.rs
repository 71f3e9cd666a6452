//! Serialization of iterators, as the sequence of their remaining items.

use serde::ser::{Serialize, Serializer};

use crate::port_spec::PortSpecIter;
use crate::registry::explanation::Siblings;
use crate::registry::free_ports::FreePorts;
use crate::registry::records::Records;
use crate::registry::services::Services;

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
