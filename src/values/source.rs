//! Where a registry comes from.

use core::fmt;

use crate::text::pad::pad_display;

/// The registry that an answer came from.
///
/// # Example
///
/// ```
/// use iana_ports::layers::Source;
/// use iana_ports::{Transport::Tcp, lookup_port};
///
/// let service = lookup_port(443, Tcp).unwrap();
/// assert_eq!(service.source(), Source::Bundled);
/// assert_eq!(service.source().to_string(), "IANA");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Source<'r> {
    /// The registry that was compiled in: IANA's, or that of the directory
    /// which `IANA_PORTS_REGISTRY` named. Displays as `IANA` or `compiled
    /// in`.
    Bundled,
    /// The customary names: `customary()`, with `customary`.
    Customary,
    /// The services file of the machine: `Registry::system`, with `runtime`.
    System,
    /// A registry that was loaded, by its name: that of its directory, `CSV`,
    /// `services`, `builder`, `layers`, or what `Registry::named` gave it.
    Named(&'r str),
}

impl fmt::Display for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| {
            out.write_str(match self {
                Self::Bundled if cfg!(own_registry) => "compiled in",
                Self::Bundled => "IANA",
                Self::Customary => "customary",
                Self::System => "system",
                Self::Named(name) => name,
            })
        })
    }
}
