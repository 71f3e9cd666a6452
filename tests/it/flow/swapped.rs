//! What holds for every pair of ports and all hints.

use iana_ports::flow::{Answer, Hints, Reason, Side, service, service_in};
use iana_ports::layers::Layers;
use iana_ports::{PortRange, Transport, lookup_port, registry};

use super::{hints, ports};

#[test]
fn to_swap_the_ends_swaps_the_side() {
    let hints = hints();
    for &transport in Transport::ALL {
        // Another sample for each, so that it is large in sum.
        let ports = ports(397 + 10 * usize::from(transport.protocol_number()));
        for (index, &source) in ports.iter().enumerate() {
            for &destination in &ports {
                let some = [Hints::new(), hints[(index + usize::from(destination)) % hints.len()]];
                for hints in some {
                    let answer = service(source, destination, transport, hints);
                    let swapped = service(destination, source, transport, hints.swapped());
                    let what = format!("{source} {destination} {transport} {hints:?}");
                    assert_eq!(swapped.side(), answer.side().map(Side::other), "{what}");
                    assert_eq!(swapped.service(), answer.service(), "{what}");
                    assert_eq!(swapped.reason(), answer.reason(), "{what}");
                    agrees(answer, [source, destination], transport, hints);
                }
            }
        }
    }
}

/// All hints for ports of every kind.
#[test]
fn the_answer_is_that_of_the_port() {
    for source in ports(16_381) {
        for destination in [53, 67, 68, 443, 2049, 8080, 25565, 40000, 51820] {
            for hints in hints() {
                let answer = service(source, destination, Transport::Udp, hints);
                agrees(answer, [source, destination], Transport::Udp, hints);
                let swapped = service(destination, source, Transport::Udp, hints.swapped());
                assert_eq!(swapped.side(), answer.side().map(Side::other));
            }
        }
    }
}

/// Compares an answer with what its reason says of the ports.
fn agrees(answer: Answer<'_>, ports: [u16; 2], transport: Transport, hints: Hints) {
    let [source, destination] = ports;
    let what = format!("{source} {destination} {transport} {hints:?}: {answer:?}");
    let services = ports.map(|port| lookup_port(port, transport));
    let is_none =
        [Reason::OneService, Reason::BothAssigned, Reason::NoneAssigned, Reason::Conflict];
    assert_eq!(answer.side().is_none(), is_none.contains(&answer.reason()), "{what}");
    let Some(side) = answer.side() else {
        let is_one = answer.reason() == Reason::OneService;
        assert_eq!(answer.service(), services[0].filter(|_| is_one), "{what}");
        assert!(!is_one || services[0] == services[1], "{what}");
        return;
    };
    let here = side.of(services[0], services[1]);
    let there = side.other().of(services[0], services[1]);
    let is_system = |port| PortRange::of(port) == PortRange::System;
    assert_eq!(answer.service(), here, "{what}");
    assert!(
        match answer.reason() {
            Reason::ClientPort => matches!(side.of(source, destination), 67 | 547),
            Reason::Group => hints == hints.group(side),
            Reason::FirstPacket => hints == hints.first_packet(side.other()),
            Reason::OnlyAssigned => here.is_some() && there.is_none(),
            Reason::SystemPort =>
                here.is_some()
                    && there.is_some()
                    && is_system(side.of(source, destination))
                    && !is_system(side.of(destination, source)),
            Reason::EphemeralPort => here.is_some() == there.is_some(),
            _ => false,
        },
        "{what}"
    );
}

#[test]
fn layers_answer_as_the_registry() {
    static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    let ports = ports(4099);
    for &source in &ports {
        for &destination in &ports {
            let of = |answer: Answer<'_>| answer.to_string();
            let hints = Hints::new();
            let expected = of(service(source, destination, Transport::Tcp, hints));
            let layered = service_in(&LAYERS, source, destination, Transport::Tcp, hints);
            assert_eq!(of(layered), expected);
            let own = service_in(registry(), source, destination, Transport::Tcp, hints);
            assert_eq!(of(own), expected);
        }
    }
}

#[cfg(feature = "runtime")]
#[test]
fn names_of_ones_own_count() {
    use iana_ports::Registry;

    let own = "wireguard 51820/udp\nminecraft 25565/tcp\nmine 22/tcp\n";
    let own = Registry::from_services_file(own.as_bytes()).expect("it loads");
    let layers = Layers::new([&own, registry()]);
    let name = |source, destination, transport| {
        let answer = service_in(&layers, source, destination, transport, Hints::new());
        answer.service().map(|service| service.name()).unwrap_or_default()
    };
    assert_eq!(name(41234, 51820, Transport::Udp), "wireguard");
    assert_eq!(name(25565, 40000, Transport::Tcp), "minecraft");
    assert_eq!(name(50000, 22, Transport::Tcp), "mine");
    assert_eq!(name(50000, 443, Transport::Tcp), "https");
    // It knows its own alone.
    let answer = service_in(&own, 50000, 443, Transport::Tcp, Hints::new());
    assert_eq!((answer.side(), answer.service()), (Some(Side::Destination), None));
    assert_eq!(answer.reason(), Reason::EphemeralPort);
}
