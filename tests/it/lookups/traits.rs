//! What the public types promise: identity, order, hash and text.

use crate::oracle::model::MODEL;
use core::fmt::Display;
use core::hash::Hash;
use iana_ports::Transport::{Dccp, Sctp, Tcp, Udp};
use iana_ports::{
    PortKey, Record, Registry, Service, Services, Status, Transport, lookup_name, lookup_port,
    registry, services, services_named,
};
use std::collections::{BTreeSet, HashSet};

fn handle<T: Copy + Eq + Ord + Hash + Display>() {}
fn value<T: Copy + Eq + Hash>() {}

#[test]
fn types_of_the_look_ups() {
    handle::<Service<'static>>();
    handle::<PortKey>();
    handle::<Transport>();
    value::<Status>();
}

#[cfg(all(feature = "details", feature = "contacts"))]
#[test]
fn types_of_details_and_contacts() {
    use iana_ports::contact::Uris;
    use iana_ports::export::{FlatContact, FlatRow};
    use iana_ports::reference::{Reference, References};
    use iana_ports::service_code::ServiceCode;
    use iana_ports::{Contacts, Date, Records};
    fn forward<T: Clone + core::iter::FusedIterator>() {}
    fn iterator<T: Clone + DoubleEndedIterator + ExactSizeIterator + core::iter::FusedIterator>() {}

    handle::<Date>();
    handle::<FlatContact<'static>>();
    handle::<FlatRow<'static>>();
    value::<Reference<'static>>();
    value::<ServiceCode>();
    iterator::<Services<'static>>();
    iterator::<Records<'static>>();
    iterator::<Contacts<'static>>();
    forward::<References<'static>>();
    forward::<Uris<'static>>();
}

/// Look-ups are resolved while compiling, too.
#[test]
fn look_ups_are_const() {
    const BY_PORT: Option<Service<'static>> = lookup_port(443, Tcp);
    const BY_NAME: Option<Service<'static>> = lookup_name("HTTPS", Tcp);
    const ON: Services<'static> = iana_ports::services_on(443, Tcp);
    const NAMED: Services<'static> = services_named("https");
    const STATUS: Status = iana_ports::status(443, Tcp);
    const FIRST: Option<Service<'static>> = iana_ports::services_on(465, Tcp).first();
    const RESERVED: Option<Record<'static>> = iana_ports::records_on(0, Tcp).first();
    assert_eq!(BY_PORT, BY_NAME);
    assert_eq!(BY_PORT, ON.first());
    assert_eq!(BY_NAME, NAMED.first());
    assert_eq!(STATUS, Status::Assigned);
    assert_eq!(FIRST.map(Service::name), Some("submissions"));
    assert_eq!(RESERVED.and_then(Record::port), Some(0));
}

/// `port!` stands where a value may stand, with the transport in any form.
#[test]
fn port_is_a_constant_expression() {
    const OURS: Transport = Udp;
    static LIST: [Service<'static>; 3] = [
        iana_ports::port!("ssh", Tcp),
        iana_ports::port!("SNMP", OURS),
        iana_ports::port!("m3ua", iana_ports::Transport::Sctp,),
    ];
    assert_eq!(LIST.map(|service| service.port()), [Some(22), Some(161), Some(2905)]);
    assert_eq!(Some(iana_ports::port!("http-alt", Tcp)), lookup_name("http-alt", Tcp));
    assert_eq!(Some(iana_ports::port!("whois++", Udp)), lookup_name("whois++", Udp));
    assert_eq!(iana_ports::port!("6a44", OURS).name(), "6a44");
}

#[cfg(feature = "contacts")]
#[test]
fn contact_look_ups_are_const() {
    const IESG: Option<iana_ports::Contact<'static>> = iana_ports::lookup_contact("[iesg]");
    assert_eq!(IESG.map(|contact| contact.handle()), Some("IESG"));
}

/// A handle outlives the borrow of the registry it came from as far as the
/// registry lives.
#[test]
fn handles_borrow_from_the_registry() {
    fn first<'r>(registry: &'r Registry, name: &str) -> Option<&'r str> {
        registry.services_named(name).next().map(|service| service.name())
    }
    assert_eq!(first(registry(), "HTTPS"), Some("https"));
}

#[test]
fn services_are_ordered_by_row() {
    let all: Vec<_> = services().collect();
    for pair in all.windows(2) {
        assert!(pair[0] < pair[1] && pair[0] != pair[1], "{pair:?}");
    }
    let mut reversed: Vec<_> = services().rev().collect();
    reversed.sort_unstable();
    assert!(reversed == all, "sorting gives registry order back");
}

#[test]
fn services_are_told_apart_by_row() {
    let tree: BTreeSet<_> = services().collect();
    let hashed: HashSet<_> = services().collect();
    assert_eq!((tree.len(), hashed.len()), (services().len(), services().len()));
    for service in services() {
        let same = registry().services_named(service.name()).find(|other| *other == service);
        assert_eq!(same, Some(service), "{service} is not among its name's");
        assert!(hashed.contains(&service) && tree.contains(&service), "{service}");
    }
    // The one row that the registry has twice.
    let rdp: Vec<_> = services_named("rdp").filter(|service| service.port().is_none()).collect();
    assert_eq!(rdp.len(), 2);
    assert!(rdp[0] < rdp[1], "two rows, two services");
}

#[test]
fn services_of_any_path_are_equal() {
    let https = lookup_port(443, Tcp);
    assert!(https.is_some());
    assert_eq!(https, lookup_name("https", Tcp));
    assert_eq!(https, registry().lookup_port(443, Tcp));
    assert_ne!(https, lookup_port(443, Udp));
}

#[test]
fn services_are_written_with_ports_and_transport() {
    for (service, row) in services().zip(MODEL.rows.iter().filter(|row| row.is_named())) {
        let ports = row.ports.as_ref().map(|ports| match row.is_range() {
            true => format!("{}-{}", ports.start(), ports.end()),
            false => ports.start().to_string(),
        });
        let transport = row.transport.map(|transport| match transport {
            Tcp => "tcp",
            Udp => "udp",
            Sctp => "sctp",
            Dccp => "dccp",
            _ => panic!("{transport:?}"),
        });
        let expected = match (ports, transport) {
            (Some(ports), Some(transport)) => format!("{} ({ports}/{transport})", row.name),
            (Some(ports), None) => format!("{} ({ports})", row.name),
            (None, Some(transport)) => format!("{} ({transport})", row.name),
            (None, None) => row.name.clone(),
        };
        assert_eq!(service.to_string(), expected);
    }
}

#[test]
fn services_are_written_like_this() {
    let text = |name, transport| lookup_name(name, transport).map(|service| service.to_string());
    assert_eq!(text("https", Tcp).as_deref(), Some("https (443/tcp)"));
    assert_eq!(text("x11", Udp).as_deref(), Some("x11 (6000-6063/udp)"));
    assert_eq!(text("swx", Tcp).as_deref(), Some("swx (7300-7359)"));
    assert_eq!(text("boe-cms", Dccp).as_deref(), Some("boe-cms (6400)"));
    assert_eq!(text("caldav", Tcp).as_deref(), Some("caldav (tcp)"));
    assert_eq!(text("webdavs", Tcp).as_deref(), Some("webdavs"));
}

#[test]
fn debug_names_what_a_person_needs() {
    let https = format!("{:?}", lookup_port(443, Tcp));
    assert!(https.contains("https") && https.contains("443"), "{https}");
    // What there is not is left out.
    for service in services() {
        let has_key = service.port().is_some() || service.transport().is_some();
        assert_eq!(format!("{service:?}").contains("key: "), has_key, "{service:?}");
    }
}

#[test]
fn transports_are_parsed_and_written() {
    let table = [(Tcp, "tcp", 6), (Udp, "udp", 17), (Dccp, "dccp", 33), (Sctp, "sctp", 132)];
    for (transport, name, number) in table {
        assert!(Transport::ALL.contains(&transport), "{name}");
        assert_eq!(transport.as_str(), name);
        assert_eq!(transport.to_string(), name);
        assert_eq!(transport.protocol_number(), number, "{name}");
        assert_eq!(name.parse(), Ok(transport), "{name}");
        assert_eq!(name.to_uppercase().parse(), Ok(transport), "{name}");
    }
    for number in 0..=u8::MAX {
        let expected = table.iter().find(|row| row.2 == number).map(|row| row.0);
        assert_eq!(Transport::from_protocol_number(number), expected, "{number}");
    }
    for name in ["", "tc", "tcpp", " tcp", "udp-lite", "6", "quic"] {
        let error = name.parse::<Transport>().err().map(|error| error.to_string());
        assert!(error.is_some_and(|message| !message.is_empty()), "{name:?} is a transport");
    }
}

#[cfg(feature = "details")]
#[test]
fn dates_are_parsed_and_written() {
    use iana_ports::Date;
    for text in MODEL
        .rows
        .iter()
        .flat_map(|row| [&row.registered, &row.modified])
        .filter(|text| !text.is_empty())
    {
        let date = text.parse::<Date>().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(date.to_string(), *text);
        assert_eq!(date.day().is_none(), text.len() == 7, "{text}");
    }
    let mut dates: Vec<Date> = ["2012-02-17", "2012-03", "2011-12-31", "2012-02-16"]
        .iter()
        .flat_map(|text| text.parse())
        .collect();
    dates.sort_unstable();
    let texts: Vec<_> = dates.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["2011-12-31", "2012-02-16", "2012-02-17", "2012-03"]);
}

#[cfg(feature = "details")]
#[test]
fn references_and_service_codes_are_written() {
    let trap = lookup_port(10162, Udp).and_then(|service| service.references().next());
    assert_eq!(trap.map(|reference| reference.to_string()).as_deref(), Some("RFC 6353"));
    let discard = lookup_port(9, Dccp).and_then(|service| service.service_code());
    assert_eq!(discard.map(|code| code.to_u32()), Some(1_145_656_131));
    assert_eq!(discard.map(|code| code.to_be_bytes()), Some(*b"DISC"));
}

/// What is written in columns takes a width, as a `str` does.
#[test]
fn what_is_displayed_is_padded() {
    let service = lookup_port(443, Tcp).expect("https");
    let record = iana_ports::record_on(0, Tcp).expect("Reserved (0/tcp)");
    assert_eq!(format!("[{service:<18}]"), "[https (443/tcp)   ]");
    assert_eq!(format!("[{record:>18}]"), "[  Reserved (0/tcp)]");
    assert_eq!(format!("[{:<14}]", service.label()), "[_https._tcp   ]");
    assert_eq!(format!("[{:^14}]", iana_ports::EDITION), format!("[  {}  ]", iana_ports::EDITION));
    assert_eq!(format!("[{Udp:<5}]"), "[udp  ]");
}

/// What is text compares with text both ways, and what is a word is read as it
/// is written.
#[test]
fn words_are_their_texts() {
    use core::str::FromStr;
    use iana_ports::PortRange;

    fn word<T>(words: &[T])
    where
        T: FromStr + AsRef<str> + PartialEq + PartialEq<str> + Copy + core::fmt::Debug + Display,
        T: for<'a> TryFrom<&'a str, Error = T::Err> + for<'a> PartialEq<&'a str>,
        T::Err: Display,
        str: PartialEq<T>,
        for<'a> &'a str: PartialEq<T>,
    {
        for word in words {
            let text = word.as_ref();
            assert!(*word == *text, "{text}");
            assert!(*word == text, "{text}");
            assert!(*text == *word, "{text}");
            assert!(text == *word, "{text}");
            assert_eq!(word.to_string(), text);
            assert!(text.parse::<T>().is_ok_and(|read| read == *word), "{text}");
            assert!(T::try_from(text).is_ok_and(|read| read == *word), "{text}");
            let other = format!("{text} ");
            let error = other.parse::<T>().map_err(|error| error.to_string()).unwrap_err();
            assert!(*word != *other && error.contains(&format!("{other:?}")), "{error}");
        }
    }
    word(&[Status::Assigned, Status::Reserved, Status::Unassigned, Status::Dynamic]);
    word(&PortRange::ALL);
    word(Transport::ALL);
    word(&iana_ports::flow::Side::ALL);
    #[cfg(feature = "contacts")]
    {
        use iana_ports::contact::UriKind;
        word(&[UriKind::Mail, UriKind::Telephone, UriKind::Web, UriKind::Other]);
    }
}
