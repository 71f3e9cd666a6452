//! Which end of a flow is the service: real situations, and what holds for
//! every pair of ports.

mod bulk;
mod situations;
mod swapped;

use core::ops::RangeInclusive;

use iana_ports::flow::{Hints, Side};

/// Some hints of every kind.
fn hints() -> Vec<Hints> {
    let ranges: [RangeInclusive<u16>; 4] =
        [Hints::COMMON, Hints::LINUX, Hints::WINDOWS_XP, 0..=u16::MAX];
    let sides = || [None, Some(Side::Source), Some(Side::Destination)].into_iter();
    let mut all = Vec::new();
    for (first_packet, group) in sides().flat_map(|first| sides().map(move |group| (first, group)))
    {
        let mut hints = Hints::new();
        if let Some(side) = first_packet {
            hints = hints.first_packet(side);
        }
        if let Some(side) = group {
            hints = hints.group(side);
        }
        for source in &ranges {
            for destination in &ranges {
                let hints = hints.ephemeral(Side::Source, source.clone());
                all.push(hints.ephemeral(Side::Destination, destination.clone()));
            }
        }
    }
    all
}

/// Ports of every kind: the edges of the ranges, what the situations have, and
/// one in `step`.
fn ports(step: usize) -> Vec<u16> {
    let edges = [0, 1, 1023, 1024, 1025, 5000, 5001, 32767, 32768, 49151, 49152, 60999, 61000];
    let situations = situations::all().into_iter().flat_map(|one| [one.source, one.destination]);
    let mut ports: Vec<u16> = (0..=u16::MAX).step_by(step).chain(edges).chain(situations).collect();
    ports.push(u16::MAX);
    ports.sort_unstable();
    ports.dedup();
    ports
}
