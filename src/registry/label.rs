//! The DNS label of a service.

use core::fmt::{self, Write};

use crate::registry::service::Service;
use crate::text::ascii_case::strip_ignore_case;
use crate::text::pad::pad_display;

/// The label of a service in DNS: `_https._tcp` (RFC 2782; RFC 6763 section 7).
///
/// A dot in a name, which two old names have, is written `\.` (RFC 1035
/// section 5.1).
///
/// It is what [`Service::label`](crate::Service::label) gives, to be displayed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label<'r> {
    service: Service<'r>,
}

impl<'r> Label<'r> {
    pub(crate) const fn new(service: Service<'r>) -> Self {
        Self { service }
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

impl fmt::Debug for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl PartialEq<str> for Label<'_> {
    /// Without ASCII case, as DNS compares.
    fn eq(&self, text: &str) -> bool {
        let mut rest = Rest(text);
        write!(rest, "{self}").is_ok() && rest.0.is_empty()
    }
}

/// A writer that matches what is written against the front of a text, and keeps
/// the rest.
struct Rest<'a>(&'a str);

impl Write for Rest<'_> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        self.0 = strip_ignore_case(self.0, part).ok_or(fmt::Error)?;
        Ok(())
    }
}

impl PartialEq<&str> for Label<'_> {
    fn eq(&self, text: &&str) -> bool {
        *self == **text
    }
}
