//! The announcement of an alias in the description of the service whose name
//! replaces it (RFC 6335 section 10.1).

use core::fmt;

/// The sentence by which the description of a service announces that its name
/// replaces another, the alias.
pub(crate) struct Replacement<'a>(pub(crate) &'a str);

/// The sentence of [`Replacement`] up to the name.
pub(crate) const REPLACEMENT: &str =
    "IANA assigned this well-formed service name as a replacement for";

impl fmt::Display for Replacement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{REPLACEMENT} \"{}\".", self.0)
    }
}
