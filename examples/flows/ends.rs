//! The key of a flow, read from the texts of its cells.

use core::str;

use iana_ports::Transport;

use crate::known::UNSET;

/// The ends of a flow on a transport protocol.
#[derive(Clone, Copy)]
pub(crate) struct Ends {
    pub(crate) source: u16,
    pub(crate) destination: u16,
    pub(crate) transport: Transport,
}

/// What is wrong with a cell: which part of the key it is, and what was
/// expected.
pub(crate) struct Malformed {
    pub(crate) part: usize,
    pub(crate) expected: &'static str,
}

impl Malformed {
    /// The sentence on it, with the name of its column and its text.
    pub(crate) fn told(&self, column: &str, found: &[u8]) -> String {
        format!("{column}: expected {}, found {}", self.expected, quoted(found))
    }
}

/// A text in quotes, of which a long one has its beginning only.
pub(crate) fn quoted(text: &[u8]) -> String {
    const LONGEST: usize = 40;
    let shown = String::from_utf8_lossy(&text[..text.len().min(LONGEST)]);
    let more = if text.len() > LONGEST { "..." } else { "" };
    format!("{shown:?}{more}")
}

impl Ends {
    /// The ends that the source port, the destination port and the protocol
    /// tell; none if the protocol is not one with registered ports, or if one
    /// of the three is not set.
    #[inline]
    pub(crate) fn read(key: [&[u8]; 3]) -> Result<Option<Self>, Malformed> {
        let [source, destination, protocol] = key;
        // Of another protocol the ports are none: nfdump has ICMP's type there.
        let Some(transport) = transport(protocol)? else { return Ok(None) };
        let (source, destination) = (port(source, 0)?, port(destination, 1)?);
        let ends = source.zip(destination);
        Ok(ends.map(|(source, destination)| Self { source, destination, transport }))
    }
}

fn is_unset(text: &[u8]) -> bool {
    text.is_empty() || text == UNSET
}

#[inline]
fn transport(text: &[u8]) -> Result<Option<Transport>, Malformed> {
    let text = text.trim_ascii();
    if let Some(number) = number(text) {
        if let Ok(number) = u8::try_from(number) {
            return Ok(Transport::from_protocol_number(number));
        }
    } else if is_unset(text) {
        return Ok(None);
    } else if text[0].is_ascii_alphabetic() {
        return Ok(str::from_utf8(text).ok().and_then(|text| text.parse().ok()));
    }
    Err(Malformed { part: 2, expected: "a protocol, or its number from 0 to 255" })
}

#[inline]
fn port(text: &[u8], part: usize) -> Result<Option<u16>, Malformed> {
    let text = text.trim_ascii();
    if let Some(port) = number(text).and_then(|number| u16::try_from(number).ok()) {
        return Ok(Some(port));
    }
    if is_unset(text) {
        return Ok(None);
    }
    Err(Malformed { part, expected: "a port number from 0 to 65535" })
}

/// A decimal number of at most nine digits.
#[inline]
fn number(text: &[u8]) -> Option<u32> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    text.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
    })
}
