//! The sets that a builder fills, in boxes.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::{Hidden, HiddenName, HiddenPorts};
use crate::values::transport::Transport;

/// The ports and names that a loaded registry hides.
#[derive(Debug)]
pub(crate) struct HiddenSets {
    ports: Box<[HiddenPorts]>,
    names: Box<[HiddenName]>,
    text: Box<str>,
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
        let mut text = String::new();
        let name = |(name, transports): (String, u8)| {
            let start = text.len();
            text.push_str(&name);
            HiddenName { start, end: text.len(), transports }
        };
        let names = by_name.into_iter().map(name).collect();
        Self { ports: runs(&by_port), names, text: text.into() }
    }

    #[inline]
    pub(crate) fn view(&self) -> Hidden<'_> {
        Hidden { ports: &self.ports, names: &self.names, text: &self.text }
    }
}

impl<'a> Hidden<'a> {
    /// The ports and the names, as [`HiddenSets::new`] takes them.
    pub(crate) fn ports(self) -> impl Iterator<Item = (RangeInclusive<u16>, Option<Transport>)> {
        self.ports.iter().flat_map(|ports| {
            transports(ports.transports).map(|on| (ports.first..=ports.last, Some(on)))
        })
    }

    pub(crate) fn names(self) -> impl Iterator<Item = (&'a str, Option<Transport>)> {
        self.names.iter().flat_map(move |name| {
            let text = self.text.get(name.start..name.end).unwrap_or("");
            transports(name.transports).map(move |on| (text, Some(on)))
        })
    }
}

/// The transports of a bit mask.
fn transports(bits: u8) -> impl Iterator<Item = Transport> {
    Transport::ALL.iter().copied().filter(move |on| bits & 1 << on.index() != 0)
}

/// The runs of ports that are hidden on the same transports: a run-length
/// encoding.
fn runs(by_port: &[u8]) -> Box<[HiddenPorts]> {
    let mut runs: Vec<HiddenPorts> = Vec::new();
    for (port, &transports) in (0..=u16::MAX).zip(by_port).filter(|(_, on)| **on != 0) {
        match runs.last_mut() {
            Some(run) if run.last.checked_add(1) == Some(port) && run.transports == transports => {
                run.last = port;
            }
            _ => runs.push(HiddenPorts { first: port, last: port, transports }),
        }
    }
    runs.into()
}

/// The bit of a transport, or those of all.
fn bits(transport: Option<Transport>) -> u8 {
    match transport {
        Some(transport) => 1 << transport.index(),
        None => Transport::ALL.iter().fold(0, |bits, transport| bits | 1 << transport.index()),
    }
}
