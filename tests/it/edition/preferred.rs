//! Which row comes first where several compete.

use crate::oracle::model::MODEL;
use iana_ports::Transport::{self, Tcp, Udp};
use iana_ports::{lookup_name, lookup_port, services_named, services_on};
use std::collections::BTreeMap;

/// The keys with two or more services besides aliases, and the primary of each.
/// Without a line in `preferred.csv` it is the first in registry order.
const CONTESTED: [(u16, Transport, &str); 42] = [
    (42, Tcp, "nameserver"), // not name
    (42, Udp, "nameserver"), // not name
    (80, Tcp, "http"),
    (80, Udp, "http"),
    (105, Tcp, "csnet-ns"), // not cso
    (105, Udp, "csnet-ns"), // not cso
    (113, Tcp, "auth"),     // not ident
    (351, Tcp, "matip-type-b"),
    (351, Udp, "matip-type-b"),
    (352, Tcp, "dtag-ste-sb"),
    (352, Udp, "dtag-ste-sb"),
    (465, Tcp, "submissions"), // not urd
    (512, Udp, "biff"),        // not comsat
    (631, Tcp, "ipp"),
    (666, Tcp, "mdqs"),
    (666, Udp, "mdqs"),
    (750, Udp, "kerberos-iv"), // not loadav
    (888, Tcp, "accessbuilder"),
    (999, Tcp, "garcon"),
    (999, Udp, "applix"),
    (1525, Tcp, "prospero-np"), // not orasrv
    (1525, Udp, "prospero-np"), // not orasrv
    (1701, Tcp, "l2tp"),        // not l2f
    (1701, Udp, "l2tp"),        // not l2f
    (1989, Tcp, "tr-rsrb-p3"),
    (1989, Udp, "tr-rsrb-p3"),
    (1992, Tcp, "stun-p3"),
    (1992, Udp, "stun-p3"),
    (2049, Tcp, "nfs"), // not shilp
    (2049, Udp, "nfs"), // not shilp
    (3000, Tcp, "hbci"),
    (3000, Udp, "hbci"),
    (3002, Tcp, "exlm-agent"),
    (3002, Udp, "exlm-agent"),
    (3478, Tcp, "stun"),
    (3478, Udp, "stun"),
    (4444, Tcp, "krb524"),
    (4444, Udp, "krb524"),
    (5349, Tcp, "stuns"),
    (5349, Udp, "stuns"),
    (9100, Tcp, "hp-pdl-datastr"),
    (9100, Udp, "hp-pdl-datastr"),
];

/// The names with several ports: the ports of `services_named`, each once, in
/// order, and the port of `lookup_name` on tcp and on udp.
type PortsOfName = (&'static str, &'static [u16], Option<u16>, Option<u16>);

const SEVERAL_PORTS: [PortsOfName; 34] = [
    ("msp", &[18, 2438], Some(18), Some(18)),
    ("rap", &[38, 256], Some(38), Some(38)),
    ("sql-net", &[66, 150], Some(66), Some(66)),
    ("mit-ml-dev", &[83, 85], Some(83), Some(83)),
    ("npp", &[92, 4045], Some(92), Some(92)),
    ("uma", &[144, 1797], Some(144), Some(144)),
    ("dls", &[197, 2047], Some(197), Some(197)),
    ("fxp", &[286, 2849], Some(286), Some(286)),
    ("pip", &[321, 1321], Some(321), Some(321)),
    ("mftp", &[349, 5402], Some(349), Some(349)),
    ("creativeserver", &[453, 3364], Some(453), Some(453)),
    ("contentserver", &[454, 3365], Some(454), Some(454)),
    ("creativepartnr", &[455, 3366], Some(455), Some(455)),
    ("nmsp", &[537, 1790], Some(537), Some(537)),
    ("meter", &[570, 571], Some(570), Some(570)),
    ("http-alt", &[8080, 591, 8008], Some(8080), Some(8080)),
    ("rda", &[630, 2371], Some(630), Some(630)),
    ("epp", &[700, 3044], Some(700), Some(700)),
    ("udt-os", &[1382, 3900], Some(1382), Some(1382)),
    ("udt_os", &[1382, 3900], Some(1382), Some(1382)),
    ("csdmbase", &[1467, 1471], Some(1467), Some(1467)),
    ("csdm", &[1468, 1472], Some(1468), Some(1468)),
    ("ricardo-lm", &[1522, 6148], Some(1522), Some(1522)),
    ("raid-cd", &[2006, 2013], None, Some(2006)),
    ("raid-am", &[2007, 2013], Some(2013), Some(2007)),
    ("terminaldb", &[2008, 2018], Some(2018), Some(2008)),
    ("whosockami", &[2009, 2019], Some(2019), Some(2009)),
    ("nvd", &[2184, 2329], Some(2184), Some(2184)),
    ("taskmaster2000", &[2402, 2403], Some(2402), Some(2402)),
    ("unicontrol", &[2437, 2499], Some(2437), Some(2437)),
    ("mon", &[2583, 9255], Some(2583), Some(2583)),
    ("nmsigport", &[2817, 2839], Some(2817), Some(2817)),
    ("admind", &[3279, 8403], Some(3279), Some(3279)),
    ("optohost004", &[22004, 22005], Some(22004), Some(22004)),
];

/// The lines of `preferred.csv`, each the name of a row.
const PREFERRED: [(&str, u16, Transport); 17] = [
    ("nameserver", 42, Tcp),
    ("nameserver", 42, Udp),
    ("csnet-ns", 105, Tcp),
    ("csnet-ns", 105, Udp),
    ("auth", 113, Tcp),
    ("auth", 113, Udp),
    ("submissions", 465, Tcp),
    ("biff", 512, Udp),
    ("kerberos-iv", 750, Udp),
    ("prospero-np", 1525, Tcp),
    ("prospero-np", 1525, Udp),
    ("l2tp", 1701, Tcp),
    ("l2tp", 1701, Udp),
    ("nfs", 2049, Tcp),
    ("nfs", 2049, Udp),
    ("http-alt", 8080, Tcp),
    ("http-alt", 8080, Udp),
];

#[test]
fn preferred_rows_come_first() {
    let table =
        MODEL.preferred.iter().map(|(name, port, transport)| (name.as_str(), *port, *transport));
    assert!(table.eq(PREFERRED), "preferred.csv has {:?}", MODEL.preferred);
    assert_eq!(
        MODEL.rows.iter().filter(|row| row.preferred).count(),
        PREFERRED.len(),
        "a line names no row"
    );
    for (name, port, transport) in PREFERRED {
        let key = format!("{name} {port}/{transport}");
        assert_eq!(
            services_on(port, transport).first().map(|service| service.name()),
            Some(name),
            "{key}"
        );
        assert_eq!(lookup_name(name, transport), lookup_port(port, transport), "{key}");
    }
}

#[test]
fn every_contested_key_has_its_primary() {
    let mut contested = Vec::new();
    for port in 0..=u16::MAX {
        for &transport in Transport::ALL {
            let rows = MODEL.services_on(port, transport);
            if rows.iter().filter(|&&i| MODEL.rows[i].alias_target().is_none()).count() > 1 {
                contested.push((port, transport));
            }
        }
    }
    let listed: Vec<_> = CONTESTED.iter().map(|&(port, transport, _)| (port, transport)).collect();
    assert_eq!(contested, listed);
    for (port, transport, primary) in CONTESTED {
        let found = lookup_port(port, transport).map(|service| service.name());
        assert_eq!(found, Some(primary), "{port}/{transport}");
        assert!(services_on(port, transport).len() > 1, "{port}/{transport} has one service");
    }
}

#[test]
fn every_name_with_several_ports_has_its_port() {
    let mut ports_of = BTreeMap::<&str, Vec<u16>>::new();
    for row in MODEL.rows.iter().filter(|row| row.is_named()) {
        for port in row.ports.iter().map(|ports| *ports.start()) {
            ports_of.entry(&row.name).or_default().push(port);
        }
    }
    ports_of.retain(|_, ports| ports.iter().any(|port| *port != ports[0]));
    let mut listed = SEVERAL_PORTS.map(|(name, ..)| name);
    listed.sort_unstable();
    assert!(ports_of.keys().eq(&listed), "{:?} have several ports", ports_of.keys());

    for (name, ports, tcp, udp) in SEVERAL_PORTS {
        let mut found: Vec<u16> = Vec::new();
        for port in services_named(name).filter_map(|service| service.port()) {
            if !found.contains(&port) {
                found.push(port);
            }
        }
        assert_eq!(found, ports, "ports of {name}");
        assert_eq!(lookup_name(name, Tcp).and_then(|service| service.port()), tcp, "{name} on tcp");
        assert_eq!(lookup_name(name, Udp).and_then(|service| service.port()), udp, "{name} on udp");
    }
}
