//! What a registry that is loaded at run time adds.

use serde::ser::{Serialize, Serializer};

use crate::layers::LayeredServices;
use crate::load::Source;

serialize_sequence!(LayeredServices<'_, '_>);

/// As it displays: `"IANA"`, `"system"`, or a name.
impl Serialize for Source<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
