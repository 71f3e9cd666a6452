//! Columns of flows, against one flow after the other.

use allocation_counter::measure;
use iana_ports::flow::{Hints, Side, service, service_ids, service_ids_in};
use iana_ports::{NO_SERVICE, Service, Transport, registry};

use super::ports;

#[test]
fn ids_and_sides_are_those_of_service() {
    let ports = ports(997);
    for protocol in [6, 17, 132, 33, 1, 50, 0, 255] {
        for &source in &ports {
            let sources = vec![source; ports.len()];
            let protocols = vec![protocol; ports.len()];
            let (mut ids, mut sides) = (vec![7; ports.len()], vec![None; ports.len()]);
            let allocated = measure(|| {
                service_ids(&sources, &ports, &protocols, &mut ids, &mut sides);
            });
            assert_eq!(allocated.count_total, 0);
            for (index, &destination) in ports.iter().enumerate() {
                let on = Transport::from_protocol_number(protocol);
                let answer = on.map(|on| service(source, destination, on, Hints::new()));
                let id = answer.and_then(|one| one.service()).map_or(NO_SERVICE, Service::id);
                let side = answer.and_then(|one| one.side());
                assert_eq!((ids[index], sides[index]), (id, side), "{source} {destination}");
            }
        }
    }
}

/// Flows of mixed protocols, beyond what is done at a time.
#[test]
fn columns_are_long() {
    let sources: Vec<u16> = (0..=u16::MAX).collect();
    let destinations: Vec<u16> = sources.iter().map(|port| port.wrapping_mul(40_503)).collect();
    let protocols: Vec<u8> = [6, 17, 1, 132, 33].into_iter().cycle().take(sources.len()).collect();
    let (mut ids, mut sides) = (vec![7; sources.len()], vec![None; sources.len()]);
    service_ids(&sources, &destinations, &protocols, &mut ids, &mut sides);
    for index in 0..sources.len() {
        let answer = Transport::from_protocol_number(protocols[index])
            .map(|on| service(sources[index], destinations[index], on, Hints::new()));
        let id = answer.and_then(|one| one.service()).map_or(NO_SERVICE, Service::id);
        assert_eq!((ids[index], sides[index]), (id, answer.and_then(|one| one.side())), "{index}");
    }
}

#[test]
fn the_shortest_slice_counts() {
    const OLD: (u16, Option<Side>) = (7, Some(Side::Source));
    for shortest in 0..5 {
        let length = |slice| if slice == shortest { 2 } else { 3 };
        let (mut ids, mut sides) = ([OLD.0; 3], [OLD.1; 3]);
        service_ids_in(
            registry(),
            &[50000; 3][..length(0)],
            &[22; 3][..length(1)],
            &[6; 3][..length(2)],
            &mut ids[..length(3)],
            &mut sides[..length(4)],
        );
        assert_eq!(ids.map(|id| registry().name_of(id))[..2], [Some("ssh"); 2]);
        assert_eq!(sides[..2], [Some(Side::Destination); 2]);
        assert_eq!((ids[2], sides[2]), OLD);
    }
    service_ids(&[], &[22], &[6], &mut [0], &mut [None]);
}
