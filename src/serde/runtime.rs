//! What a registry that is loaded at run time adds.

use crate::layers::LayeredServices;
use crate::load::Source;

serialize!(|items, to| to.collect_seq(items.clone()); LayeredServices<'_, '_>);

serialize! {
    |source, to| to.collect_str(source);
    /// As it displays: `"IANA"`, `"system"`, or a name.
    Source<'_>
}
