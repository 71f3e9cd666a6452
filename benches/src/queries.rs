//! The keys that are asked for, in a fixed random order.
//!
//! The strings are copies: no look-up can see that a query is the very string
//! of its own table.

use iana_ports::Transport::{self, Tcp, Udp};
use iana_ports::{contacts, lookup_contact, lookup_port, services, services_named};

use crate::random::Random;

/// A port and a transport.
pub type Port = (u16, Transport);
/// A name and a transport.
pub type Name = (&'static str, Transport);
/// A contact handle.
pub type Handle = &'static str;

/// A set of keys, and what is special about them.
#[derive(Clone, Debug)]
pub struct Set<K> {
    /// One word.
    pub name: &'static str,
    /// The keys, in the order in which they are asked.
    pub keys: Vec<K>,
}

/// Ports that have a service, that have none, any port, and a few of them.
#[must_use]
pub fn ports() -> [Set<Port>; 4] {
    let mut random = Random::default();
    let all = || (0..=u16::MAX).flat_map(|port| Transport::ALL.iter().map(move |on| (port, *on)));
    let mut hit: Vec<Port> = all().filter(|(port, on)| lookup_port(*port, *on).is_some()).collect();
    random.shuffle(&mut hit);
    let mut miss: Vec<Port> =
        all().filter(|(port, on)| lookup_port(*port, *on).is_none()).collect();
    random.shuffle(&mut miss);
    miss.truncate(65536);
    let uniform = (0..65536)
        .map(|_| (random.number() as u16, if random.number() % 2 == 0 { Tcp } else { Udp }))
        .collect();
    let few = &hit[..64];
    let hot = (0..4096).map(|_| random.pick(few)).collect();
    [
        Set { name: "hit", keys: hit },
        Set { name: "miss", keys: miss },
        Set { name: "random", keys: uniform },
        Set { name: "hot", keys: hot },
    ]
}

/// A mix of flows: 60 in a hundred on one of 30 services, 20 on any other port
/// that has one, 20 on an ephemeral port.
#[must_use]
pub fn flows() -> Set<Port> {
    let mut random = Random::default();
    let [hit, ..] = ports();
    let few = &hit.keys[..30];
    let keys = (0..65536)
        .map(|_| match random.below(10) {
            0..6 => random.pick(few),
            6..8 => random.pick(&hit.keys),
            _ => (49152 + random.below(16384) as u16, random.pick(&[Tcp, Udp])),
        })
        .collect();
    Set { name: "mix", keys }
}

/// Names that are registered, that are not, and in mixed case.
#[must_use]
pub fn names() -> [Set<Name>; 3] {
    let mut random = Random::default();
    let mut registered: Vec<(String, Transport)> = services()
        .filter_map(|service| Some((service.name().to_ascii_lowercase(), service.transport()?)))
        .collect();
    registered.sort();
    registered.dedup();
    random.shuffle(&mut registered);
    let mut set = |name, change: &mut dyn FnMut(&mut Random, &str) -> String| Set {
        name,
        keys: registered
            .iter()
            .map(|(text, transport)| (leak(change(&mut random, text)), *transport))
            .collect(),
    };
    let known = |text: &str| services_named(text).next().is_some();
    [
        set("hit", &mut |_, name| name.to_owned()),
        set("miss", &mut |random, name| another(random, name, known)),
        set("mixed", &mut mixed_case),
    ]
}

/// Handles that are in the contact table, and that are not.
#[must_use]
pub fn handles() -> [Set<Handle>; 2] {
    let mut random = Random::default();
    let mut known: Vec<&str> = contacts().map(|contact| contact.handle()).collect();
    random.shuffle(&mut known);
    let is_known = |text: &str| lookup_contact(text).is_some();
    let hit = known.iter().map(|handle| leak((*handle).to_owned())).collect();
    let miss = known.iter().map(|handle| leak(another(&mut random, handle, is_known))).collect();
    [Set { name: "hit", keys: hit }, Set { name: "miss", keys: miss }]
}

fn leak(text: String) -> &'static str {
    text.leak()
}

/// A text like this one, with one character changed, that is not known.
fn another(random: &mut Random, text: &str, is_known: impl Fn(&str) -> bool) -> String {
    loop {
        let mut letters: Vec<char> = text.chars().collect();
        let place = random.below(letters.len());
        letters[place] = char::from(b'a' + random.below(26) as u8);
        let other: String = letters.into_iter().collect();
        if !is_known(&other) {
            return other;
        }
    }
}

fn mixed_case(random: &mut Random, text: &str) -> String {
    text.chars()
        .map(|letter| if random.number() % 2 == 0 { letter.to_ascii_uppercase() } else { letter })
        .collect()
}
