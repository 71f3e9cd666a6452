//! A label as people read it: escapes resolved while it is written, without a
//! buffer.

use core::fmt::{self, Write};
use core::str;

use super::domain_name::Label;
use crate::text::pad::pad_display;
use crate::text::text_traits::debug_as_display;

/// An instance name without its escapes (RFC 1035 section 5.1): `\.` is a dot,
/// `\032` a blank, and `\195\169` an `é`.
///
/// It is what [`ServiceLabel::instance_unescaped`] gives, to be displayed. A
/// backslash that begins no escape stands for itself, and octets that are no
/// UTF-8 for U+FFFD.
///
/// ```
/// use iana_ports::dns_sd::ServiceLabel;
///
/// let label = ServiceLabel::parse(r"Ann\226\128\153s\032Mac\.2._ssh._tcp.local.")?;
/// assert_eq!(label.instance_unescaped().unwrap().to_string(), "Ann’s Mac.2");
/// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
/// ```
///
/// [`ServiceLabel::instance_unescaped`]: crate::dns_sd::ServiceLabel::instance_unescaped
#[derive(Clone, Copy)]
pub struct Unescaped<'a> {
    pub(super) text: &'a str,
}

impl Unescaped<'_> {
    fn write(self, out: &mut dyn Write) -> fmt::Result {
        let label = Label { text: self.text, position: 0 };
        // The beginning of a character.
        let (mut bytes, mut len) = ([0; 4], 0);
        for octet in label.octets() {
            bytes[len] = octet.map_or(b'\\', |(_, octet)| octet);
            len += 1;
            while len > 0 {
                let error = match str::from_utf8(&bytes[..len]) {
                    Ok(character) => {
                        out.write_str(character)?;
                        len = 0;
                        break;
                    }
                    Err(error) => error,
                };
                // More octets are to come, or these are none of a character.
                let Some(wrong) = error.error_len() else { break };
                out.write_char(char::REPLACEMENT_CHARACTER)?;
                bytes.copy_within(wrong..len, 0);
                len -= wrong;
            }
        }
        if len > 0 { out.write_char(char::REPLACEMENT_CHARACTER) } else { Ok(()) }
    }
}

impl fmt::Display for Unescaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| self.write(out))
    }
}

debug_as_display!(Unescaped<'_>);
