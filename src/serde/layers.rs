//! Serialization of what layers answer, and of where it came from.

use serde::ser::{Serialize, Serializer};

use crate::layers::{LayeredRecords, LayeredServices, Layers};
use crate::registry::free_ports::FreePorts;
use crate::registry::source::Source;

serialize_sequence!(FreePorts<'_, Layers<'_>>, LayeredRecords<'_, '_>, LayeredServices<'_, '_>,);
#[cfg(feature = "contacts")]
serialize_sequence!(crate::layers::LayeredContacts<'_, '_>);

/// As it displays: `"IANA"`, `"system"`, or a name.
impl Serialize for Source<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
