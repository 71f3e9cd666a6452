//! Layers over tens of thousands of rows of one name, or of none: the answers
//! are those of a model that looks at all of them. What each costs is counted
//! where the tables are tested.

use core::fmt::Write;

use iana_ports::Transport::{self, Sctp, Tcp, Udp};
use iana_ports::layers::Layers;
use iana_ports::{Record, Registry, Service};

use crate::oracle::random::Random;

const HEADER: &str = "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,\
    Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,\
    Assignment Notes\n";

/// A registry of rows: name, ports and transport.
fn registry(rows: impl Iterator<Item = String>) -> Registry {
    let mut csv = HEADER.to_owned();
    for (number, row) in rows.enumerate() {
        writeln!(csv, "{row},{number},,,,,,,,").expect("a text takes all");
    }
    Registry::from_csv(csv.as_bytes()).expect("it loads")
}

/// A row in disorder, of a name in one of these spellings or of none.
fn row(random: &mut Random, spellings: [&str; 2]) -> String {
    let name = [spellings[0], spellings[1], ""][random.below(3)];
    let (first, more) = (random.below(60), [0, 0, 1, 30][random.below(4)]);
    let transport = ["tcp", "udp", "sctp", ""][random.below(4)];
    if !name.is_empty() && random.below(20) == 0 {
        format!("{name},,{transport}")
    } else {
        format!("{name},{first}-{},{transport}", first + more)
    }
}

/// Whether a row above leaves nothing of one below: it is of the same name, and
/// has all its ports and transports.
fn covers(above: Record<'_>, below: Record<'_>) -> bool {
    let is_named = |record: Record<'_>| record.service().is_some();
    let has_ports = match (above.ports(), below.ports()) {
        (Some(above), Some(below)) => above.start() <= below.start() && below.end() <= above.end(),
        (None, None) => true,
        _ => false,
    };
    let has_transport = above.transport().is_none() || above.transport() == below.transport();
    is_named(above) == is_named(below) && has_ports && has_transport
}

#[test]
fn what_a_crowd_shadows() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (one, two) = (["crowd"; 2], ["crowd", "CROWD"]);
    for (many, few, spellings) in [(1_500, 300, one), (300, 1_500, two), (40, 40, one)] {
        let [above, below] = [many, few].map(|count| {
            let rows: Vec<String> = (0..count).map(|_| row(&mut random, spellings)).collect();
            registry(rows.into_iter())
        });
        let layers = Layers::new([&above, &below]);
        let shown: Vec<Record<'_>> = below
            .records()
            .filter(|record| !above.records().any(|one| covers(one, *record)))
            .collect();
        assert!(layers.records().skip(above.records().len()).eq(shown.iter().copied()));
        let named: Vec<Record<'_>> = layers.services_named("crowd").map(|it| it.record()).collect();
        let expected = |record: &&Record<'_>| record.service().is_some();
        let below_named = named.iter().filter(|record| shown.contains(record)).count();
        assert_eq!(below_named, shown.iter().filter(expected).count());
        // As one registry, they answer the same, but for the order of spellings.
        if spellings == two {
            continue;
        }
        let one = layers.to_registry().expect("it compiles");
        for &transport in Transport::ALL {
            for port in 0..100 {
                assert_eq!(one.status(port, transport), layers.status(port, transport));
                let shown = |it: Service<'_>| it.description().to_owned();
                let on_one: Vec<String> = one.services_on(port, transport).map(shown).collect();
                let on_layers = layers.services_on(port, transport).map(shown);
                assert_eq!(on_one, on_layers.collect::<Vec<_>>(), "{port}/{transport}");
            }
            let free = layers.free_ports(transport, 0..200);
            assert!(free.eq(one.free_ports(transport, 0..200)));
        }
    }
}

/// Half a minute for one step, and minutes for all, where each row of the one
/// was compared with each of the other.
#[test]
fn as_many_rows_of_one_name_as_there_may_be() {
    let rows = |row: &'static str| (0..32_700).map(move |_| row.to_owned());
    for (above, below, left) in
        [("crowd,1-3,tcp", "crowd,1-3,", 32_700), ("crowd,,tcp", "crowd,,udp", 32_700)]
    {
        let (above, below) = (registry(rows(above)), registry(rows(below)));
        let layers = Layers::new([&above, &below]);
        assert_eq!(layers.services_named("crowd").count(), 32_700 + left, "{above:?}");
        assert_eq!(layers.services().count(), 32_700 + left);
    }
}

/// Eleven seconds, where all rows were gone through for each port.
#[test]
fn free_ports_below_tens_of_thousands_of_nameless_rows() {
    let rows = |row: &'static str| (0..65_000).map(move |_| row.to_owned());
    for row in [",60000-60001,tcp", ",0-65535,"] {
        let registry = registry(rows(row));
        let free = |on| registry.free_ports(on, ..).count();
        assert_eq!(free(Tcp) + free(Udp) + free(Sctp) > 0, row != ",0-65535,", "{row}");
        let layers = Layers::new([&registry, iana_ports::registry()]);
        assert_eq!(layers.free_ports(Udp, ..).count() > 0, row != ",0-65535,", "{row}");
        assert!(layers.records().count() >= 65_000, "{row}");
    }
}
