//! The DNS label of a service, compared and displayed without a buffer.

use core::{fmt, iter};

use crate::registry::service::Service;
use crate::text::pad::pad_display;
use crate::text::text_traits::{compare_bytes, debug_as_display, lower};

/// The label of a service in DNS: `_https._tcp` (RFC 2782; RFC 6763 section 7).
///
/// A dot in a name, which two old names have, is written `\.` (RFC 1035
/// section 5.1).
///
/// It is what [`Service::label`](crate::Service::label) gives, to be displayed.
///
/// Labels are equal, ordered and hashed by the text that they display, without
/// ASCII case, as DNS compares (RFC 4343). Two rows of one name and transport
/// have one label, and a row that names no transport has a label for each
/// transport that it was looked up on.
///
/// ```
/// use iana_ports::{Transport::{Tcp, Udp}, lookup_port};
///
/// let label = |port, on| lookup_port(port, on).unwrap().label();
/// assert_eq!(label(8080, Tcp), "_HTTP-alt._tcp");
/// assert_eq!(label(8080, Tcp), label(8008, Tcp));
/// assert_ne!(label(7300, Tcp), label(7300, Udp));
/// ```
#[derive(Clone, Copy)]
pub struct Label<'r> {
    pub(crate) service: Service<'r>,
}

impl<'r> Label<'r> {
    /// The bytes of the displayed text in lower case.
    fn folded(self) -> impl Iterator<Item = u8> + use<'r> {
        let name = self.service.name().bytes().flat_map(|byte| {
            let escape = (byte == b'.').then_some(b'\\');
            escape.into_iter().chain([byte.to_ascii_lowercase()])
        });
        let transport = self.service.looked_up_on().as_str().bytes();
        iter::once(b'_').chain(name).chain("._".bytes()).chain(transport)
    }
}

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| {
            out.write_str("_")?;
            for (index, part) in self.service.name().split('.').enumerate() {
                out.write_str(if index == 0 { "" } else { "\\." })?;
                out.write_str(part)?;
            }
            write!(out, "._{}", self.service.looked_up_on())
        })
    }
}

debug_as_display!(Label<'_>);
compare_bytes!(Label<'_>, folded, lower);
