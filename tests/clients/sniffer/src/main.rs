//! A sniffer's overview: flows counted by service, with an icon and a category
//! for each, kept as JSON from one run to the next.
//!
//! It shows which end of a flow is the service, and why; that a map keyed by
//! services goes to JSON and comes back; and that `PortKey` is the key of a map
//! that a build script made.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::error::Error;
use std::io;

use iana_ports::as_text::AsText;
use iana_ports::flow::{self, Hints, Side};
use iana_ports::{PortKey, Service, Transport};

include!(concat!(env!("OUT_DIR"), "/icons.rs"));

type Counts = HashMap<AsText<Service<'static>>, u64>;

/// A packet, as `tcp 51123 443`; with `first` or `multicast` behind it.
fn flow(line: &str) -> Option<flow::Answer<'static>> {
    let mut words = line.split_whitespace();
    let transport: Transport = words.next()?.parse().ok()?;
    let [source, destination] = [words.next()?.parse().ok()?, words.next()?.parse().ok()?];
    let hints = match words.next() {
        Some("first") => Hints::new().first_packet(Side::Source),
        Some("multicast") => Hints::new().group(Side::Destination),
        _ => Hints::new(),
    };
    Some(flow::service(source, destination, transport, hints))
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut counts = Counts::new();
    for line in io::stdin().lines() {
        let line = line?;
        let answer = flow(&line).ok_or(format!("{line:?}: expected a packet"))?;
        println!("{line:<26} {answer}");
        if let Some(service) = answer.service() {
            *counts.entry(AsText(service)).or_default() += 1;
        }
    }

    let kept = serde_json::to_string(&counts)?;
    let counts: Counts = serde_json::from_str(&kept)?;

    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(AsText(service), flows)| (Reverse(flows), service));
    for (AsText(service), flows) in counts {
        let icon = service.key().and_then(|key| ICONS.get(&key)).copied().unwrap_or("globe");
        let category = service.category().map_or("-", |category| category.as_str());
        println!("{icon:<10} {flows} {:<10} {category}", service.name());
    }
    Ok(())
}
