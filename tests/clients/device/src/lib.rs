//! A device without an operating system: the firmware's own ports, a list of
//! allowed ones, and a status line for a display of 16 characters.
//!
//! It shows names that the compiler checks and that cost a number each, a list
//! in a fixed place, and look-ups and texts without `std` and without a heap.
//! What a tier adds to the flash is a table in the README.

#![no_std]

use core::fmt::{self, Write};

use iana_ports::port_spec::{Fixed, ParsePortSpecError};
use iana_ports::{PortKey, Service, lookup, port, status};

/// What the firmware listens on, or talks to.
pub const SERVICES: [Service<'static>; 4] =
    [port!("coap", Udp), port!("mqtt", Tcp), port!("ntp", Udp), port!("domain", Udp)];

/// A line of the display. What does not fit is cut off.
#[derive(Default)]
pub struct Line {
    characters: [u8; 16],
    length: usize,
}

impl Line {
    /// The line as it is shown.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.characters[..self.length]).unwrap_or("?")
    }
}

impl Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.bytes().filter(u8::is_ascii) {
            let place = self.characters.get_mut(self.length).ok_or(fmt::Error)?;
            *place = character;
            self.length += 1;
        }
        Ok(())
    }
}

/// The ports that may be reached, as the settings list them.
pub struct Allowed(Fixed<8>);

impl Allowed {
    /// Reads the settings.
    pub fn new(settings: &str) -> Result<Self, ParsePortSpecError> {
        settings.parse().map(Self)
    }

    /// What the display shows of a packet to a port.
    pub fn line(&self, to: PortKey) -> Line {
        let mut line = Line::default();
        let mark = if self.0.contains(to.port(), to.transport()) { '+' } else { '!' };
        // A full line is no error of the device.
        _ = match lookup(to) {
            Some(service) => write!(line, "{mark}{:<5} {}", to.port(), service.name()),
            None => write!(line, "{mark}{:<5} {}", to.port(), status(to.port(), to.transport())),
        };
        line
    }
}
