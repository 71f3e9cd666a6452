//! Serialization of what layers answer, and of where it came from.

use crate::layers::{LayeredRecords, LayeredServices, Layers};
use crate::registry::free_ports::FreePorts;
use crate::values::source::Source;

serialize!(|items, to| to.collect_seq(items.clone()); FreePorts<'_, Layers<'_>>);
serialize!(|items, to| to.collect_seq(items.clone()); LayeredRecords<'_, '_>);
serialize!(|items, to| to.collect_seq(items.clone()); LayeredServices<'_, '_>);

serialize! {
    |source, to| to.collect_str(source);
    /// As it displays: `"IANA"`, `"system"`, or a name.
    Source<'_>
}
