//! The service end of a flow: to swap the ends swaps the side, and nothing
//! else.

use iana_ports::flow::{Hints, Side, service_ids_in, service_in};
use iana_ports::layers::Layers;
use iana_ports::{NO_SERVICE, Registry, Service, Transport, registry};

use crate::oracle::choices::{Choices, Choose};

/// Checks flows that bytes choose, in the bundled registry and under another.
pub(crate) fn check(bytes: &[u8]) {
    let mut choices = Choices(bytes);
    let own = "own 40000/tcp\nown 51820/udp\nsame 51820/udp\nsame 443/tcp\n";
    let own = Registry::from_services_file(own.as_bytes()).expect("it loads");
    let stack = [&own, registry()];
    let layers = Layers::of(&stack);
    for _ in 0..4 {
        let ends = [port(&mut choices), port(&mut choices)];
        let on = Transport::ALL[choices.below(Transport::ALL.len())];
        let hints = hints(&mut choices);
        let what = format!("{ends:?} {on} {hints:?}");

        let answer = service_in(&layers, ends[0], ends[1], on, hints);
        let swapped = service_in(&layers, ends[1], ends[0], on, hints.swapped());
        assert_eq!(swapped.side(), answer.side().map(Side::other), "{what}");
        assert_eq!(swapped.service(), answer.service(), "{what}");
        assert_eq!(swapped.reason(), answer.reason(), "{what}");
        assert!(!answer.to_string().contains(char::is_control), "{what}");
        if let Some(side) = answer.side() {
            let port = side.of(ends[0], ends[1]);
            assert_eq!(answer.service(), layers.lookup_port(port, on), "{what}");
        }

        // Columns answer as one flow does.
        let answer = service_in(&own, ends[0], ends[1], on, Hints::new());
        let (mut ids, mut sides) = ([0], [None]);
        let protocols = [on.protocol_number()];
        service_ids_in(&own, &ends[..1], &ends[1..], &protocols, &mut ids, &mut sides);
        let id = answer.service().map_or(NO_SERVICE, Service::id);
        assert_eq!((ids, sides), ([id], [answer.side()]), "{what}");
    }
}

/// A port that a rule or a layer knows, or any.
fn port(choices: &mut Choices<'_>) -> u16 {
    const TELLING: [u16; 15] =
        [443, 51820, 40000, 67, 68, 546, 547, 20, 22, 123, 1023, 1024, 32768, 49151, 65535];
    TELLING.get(choices.below(2 * TELLING.len())).copied().unwrap_or_else(|| choices.port(u16::MAX))
}

fn hints(choices: &mut Choices<'_>) -> Hints {
    let mut hints = Hints::new();
    for side in Side::ALL {
        hints = match choices.below(8) {
            1 => hints.first_packet(side),
            2 => hints.group(side),
            3 => hints.ephemeral(side, Hints::LINUX),
            4 => hints.ephemeral(side, 0..=u16::MAX),
            _ => hints,
        };
    }
    hints
}
