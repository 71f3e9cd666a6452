//! The categories: each line is of a name that there is, and is what a service
//! of the name answers.

use std::collections::{BTreeMap, BTreeSet};

use iana_ports::Transport::{Tcp, Udp};
use iana_ports::facts::Category;
use iana_ports::{lookup_name, services};

use crate::oracle::csv;
use crate::oracle::model::MODEL;

/// The lines of `categories.csv`: name and category.
fn lines() -> Vec<[String; 2]> {
    let mut records = csv::records(include_str!("../../../registry/categories.csv")).into_iter();
    assert_eq!(records.next().expect("a header"), ["Service Name", "Category"]);
    records.map(|record| record.try_into().expect("two cells")).collect()
}

#[test]
fn every_service_has_the_category_of_its_name() {
    let by_name: BTreeMap<String, String> =
        lines().into_iter().map(|[name, category]| (name.to_lowercase(), category)).collect();
    for service in services() {
        let category = service.category().map(|category| category.to_string());
        assert_eq!(category.as_ref(), by_name.get(&service.name().to_lowercase()), "{service}");
    }
    #[cfg(feature = "customary")]
    for service in iana_ports::customary().services() {
        let category = service.category().map(|category| category.to_string());
        assert_eq!(category.as_ref(), by_name.get(&service.name().to_lowercase()), "{service}");
    }
}

#[test]
fn lines_name_what_exists_once_and_in_order() {
    let customary: BTreeSet<String> = csv::records(include_str!("../../../registry/customary.csv"))
        .into_iter()
        .skip(1)
        .map(|record| record[0].to_lowercase())
        .collect();
    let (mut registered, mut of_ours, mut seen) = (0, 0, BTreeSet::new());
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for [name, category] in lines() {
        let is_registered = !MODEL.services_named(&name).is_empty();
        let is_ours = customary.contains(&name.to_lowercase());
        assert!(is_registered || is_ours, "{name}");
        registered += usize::from(is_registered);
        of_ours += usize::from(is_ours);
        assert!(seen.insert(name.to_lowercase()), "{name}");
        assert_eq!(category.parse::<Category>().expect("a category").as_str(), category);
        *counts.entry(category).or_default() += 1;
    }
    assert!(registered >= 600 && of_ours >= 250, "{registered} and {of_ours}");
    for category in Category::ALL {
        assert!(counts[category.as_str()] >= 10, "{category}");
    }
    let keys = lines().into_iter().map(|[name, category]| (category, name.to_lowercase()));
    assert!(keys.is_sorted());
}

/// Services that everybody knows, some of each category.
#[test]
fn well_known_services_have_their_category() {
    let known = [
        ("web", "http https http-alt privoxy icap"),
        ("mail", "smtp submission submissions imap imaps pop3 pop3s sieve"),
        ("database", "mysql postgresql redis mongodb ms-sql-s memcache neo4j"),
        ("remote access", "ssh telnet ms-wbt-server rfb x11 login shell"),
        ("file sharing", "ftp tftp nfs microsoft-ds rsync svn git iscsi-target bacula-fd"),
        ("messaging", "irc xmpp-client nntp mqtt secure-mqtt amqp msmq"),
        ("media", "rtsp sip sips h323hostcall daap plex dicom stun"),
        ("vpn", "openvpn isakmp l2tp pptp vxlan geneve ipsec-nat-t"),
        ("monitoring", "snmp snmptrap syslog syslog-tls ipfix munin nrpe zabbix-agent"),
        ("naming", "domain mdns llmnr bootps netbios-ns sunrpc epmap ssdp"),
        ("time", "ntp ntske ptp-event daytime"),
        ("directory", "ldap ldaps nicname finger msft-gc"),
        ("printing", "ipp ipps printer pdl-datastream"),
        ("industrial", "mbap bacnet dnp opcua-tcp EtherNet-IP-2 profinet-cm coap"),
        ("games", "quake xbox freeciv blizwow"),
        ("cluster", "docker etcd-client swarm ha-cluster"),
        ("security", "kerberos radius tacacs diameter kmip auth"),
    ];
    for (category, names) in known {
        for name in names.split(' ') {
            let service = lookup_name(name, Tcp).or_else(|| lookup_name(name, Udp));
            let found = service.unwrap_or_else(|| panic!("{name}")).category();
            assert_eq!(found.map(Category::as_str), Some(category), "{name}");
        }
    }
    for name in ["bgp", "fsp-not-registered", "nomad", "scp"] {
        assert_eq!(lookup_name(name, Tcp).and_then(|service| service.category()), None, "{name}");
    }
}

#[test]
fn a_category_is_a_word() {
    for category in Category::ALL {
        assert_eq!(category.to_string().parse(), Ok(*category));
        assert_eq!(format!("{category:>13}").trim_start(), *category);
        #[cfg(feature = "serde")]
        {
            let json = serde_json::to_string(category).unwrap();
            assert_eq!(json, format!("\"{category}\""));
            assert_eq!(serde_json::from_str::<Category>(&json).unwrap(), *category);
        }
    }
    assert!(Category::ALL.is_sorted());
    assert!("Web".parse::<Category>().is_err());
}
