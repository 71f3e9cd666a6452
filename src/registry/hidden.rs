//! The sets of ports and names that a registry hides from lower layers: a bit
//! mask of transports for each.

use alloc::string::String;
use alloc::vec::Vec;
use std::collections::HashMap;

use core::ops::RangeInclusive;

use crate::values::transport::Transport;

/// The ports and names that a registry hides.
#[derive(Debug)]
pub(crate) struct Hidden {
    /// For each port, a bit for each transport that it is hidden on.
    ports: Vec<u8>,
    /// The same for each name, in lower case.
    names: HashMap<String, u8>,
}

/// The bit of a transport, or those of all.
fn bits(transport: Option<Transport>) -> u8 {
    match transport {
        Some(transport) => 1 << transport.index(),
        None => Transport::ALL.iter().fold(0, |bits, transport| bits | 1 << transport.index()),
    }
}

impl Hidden {
    pub(crate) fn nothing() -> Self {
        Self { ports: vec![0; 1 << u16::BITS], names: HashMap::new() }
    }

    pub(crate) fn hide_ports(&mut self, ports: RangeInclusive<u16>, transport: Option<Transport>) {
        let ports = usize::from(*ports.start())..=usize::from(*ports.end());
        self.ports[ports].iter_mut().for_each(|on| *on |= bits(transport));
    }

    pub(crate) fn hide_name(&mut self, name: &str, transport: Option<Transport>) {
        *self.names.entry(name.to_ascii_lowercase()).or_default() |= bits(transport);
    }

    #[inline]
    pub(crate) fn has_port(&self, port: u16, transport: Transport) -> bool {
        self.ports[usize::from(port)] & 1 << transport.index() != 0
    }

    /// The bits of the transports on which a name is hidden.
    pub(crate) fn name(&self, name: &str) -> u8 {
        self.names.get(&name.to_ascii_lowercase()).copied().unwrap_or(0)
    }
}
