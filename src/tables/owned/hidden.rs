//! What a registry hides from lower layers, as a builder fills it: sets of
//! ports and names.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::tables::{Hidden, U8s, U16s, U32s};
use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// The ports and names that a loaded registry hides, in boxes.
#[derive(Debug)]
pub(crate) struct HiddenSets {
    text: Box<str>,
    ports: Box<[u8]>,
    port_transports: Box<[u8]>,
    names: Box<[u8]>,
    name_transports: Box<[u8]>,
}

impl HiddenSets {
    /// The sets of what was given. A range of ports must not be empty.
    pub(crate) fn new(
        ports: &[(RangeInclusive<u16>, Option<Transport>)],
        names: &[(&str, Option<Transport>)],
    ) -> Self {
        let mut by_port = vec![0; 1 << u16::BITS];
        for (range, transport) in ports {
            let range = usize::from(*range.start())..=usize::from(*range.end());
            by_port[range].iter_mut().for_each(|on| *on |= bits(*transport));
        }
        let mut by_name: BTreeMap<String, u8> = BTreeMap::new();
        for (name, transport) in names {
            *by_name.entry(name.to_ascii_lowercase()).or_default() |= bits(*transport);
        }
        let (mut text, mut ends) = (String::new(), Vec::new());
        for name in by_name.keys() {
            text.push_str(name);
            // In range: a name is no longer than 254 bytes.
            ends.extend(u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes());
        }
        let runs = runs(&by_port);
        Self {
            text: text.into(),
            ports: runs
                .iter()
                .flat_map(|(ports, _)| [*ports.start(), *ports.end()].map(u16::to_le_bytes))
                .flatten()
                .collect(),
            port_transports: runs.iter().map(|(_, on)| *on).collect(),
            names: ends.into(),
            name_transports: by_name.into_values().collect(),
        }
    }

    #[inline]
    pub(crate) const fn view(&self) -> Hidden<'_> {
        Hidden {
            text: &self.text,
            ports: U16s::new(&self.ports),
            port_transports: U8s::new(&self.port_transports),
            names: U32s::new(&self.names),
            name_transports: U8s::new(&self.name_transports),
        }
    }
}

impl<'a> Hidden<'a> {
    /// The ports, as [`HiddenSets::new`] takes them.
    pub(crate) fn ports(self) -> impl Iterator<Item = (RangeInclusive<u16>, Option<Transport>)> {
        (0..self.port_transports.len())
            .map(move |index| self.run(index))
            .flat_map(|(first, last, on)| transports(on).map(move |on| (first..=last, Some(on))))
    }

    /// The names, likewise.
    pub(crate) fn names(self) -> impl Iterator<Item = (&'a str, Option<Transport>)> {
        (0..self.name_transports.len())
            .map(move |index| self.name(index))
            .flat_map(|(name, on)| transports(on).map(move |on| (name, Some(on))))
    }
}

/// The runs of ports that are hidden on the same transports: a run-length
/// encoding.
fn runs(by_port: &[u8]) -> Vec<(RangeInclusive<u16>, u8)> {
    let mut runs: Vec<(RangeInclusive<u16>, u8)> = Vec::new();
    for (port, &transports) in (0..=u16::MAX).zip(by_port).filter(|(_, on)| **on != 0) {
        match runs.last_mut() {
            Some((run, on)) if run.end().checked_add(1) == Some(port) && *on == transports => {
                *run = *run.start()..=port;
            }
            _ => runs.push((port..=port, transports)),
        }
    }
    runs
}

/// The transports of a bit mask.
fn transports(bits: u8) -> impl Iterator<Item = Transport> {
    Transports::of_bits(bits).into_iter().flat_map(Transports::iter)
}

/// The bit of a transport, or those of all.
fn bits(transport: Option<Transport>) -> u8 {
    transport.map_or(Transports::ALL, Transports::from).bits
}
