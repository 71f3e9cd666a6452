//! The customary names: every line answers, and none says what IANA says.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use iana_ports::facts::CustomaryName;
use iana_ports::layers::{Layers, Source};
use iana_ports::{Service, Transport, customary, lookup_port, registry, services_named};

use crate::oracle::csv;
use crate::oracle::model::MODEL;

/// A line of `customary.csv`.
pub(crate) struct Line {
    pub(crate) name: String,
    port: String,
    transport: Transport,
    registered: String,
    reason: String,
    source: String,
}

impl Line {
    fn ports(&self) -> (u16, u16) {
        let (first, last) = self.port.split_once('-').unwrap_or((&self.port, &self.port));
        let port = |text: &str| text.parse().expect("a port");
        (port(first), port(last))
    }

    /// Whether the registry has a row of a name that reaches the ports of the
    /// line; with `portless`, or one without a port.
    fn is_row_of(&self, name: &str, portless: bool) -> bool {
        let (first, last) = self.ports();
        MODEL.services_named(name).iter().map(|row| &MODEL.rows[*row]).any(|row| {
            row.transport.is_none_or(|transport| transport == self.transport)
                && row
                    .ports
                    .as_ref()
                    .map_or(portless, |ports| ports.contains(&first) && ports.contains(&last))
        })
    }
}

pub(crate) static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let records = csv::records(include_str!("../../../registry/customary.csv"));
    let mut records = records.into_iter();
    let header = records.next().expect("a header");
    assert_eq!(header[..3], ["Service Name", "Port Number", "Transport Protocol"]);
    assert_eq!(header[3..], ["Registered Name", "Reason", "Source"]);
    let line = |record: Vec<String>| {
        let [name, port, transport, registered, reason, source] =
            record.try_into().expect("six cells");
        let transport = transport.parse().expect("a transport");
        Line { name, port, transport, registered, reason, source }
    };
    records.map(line).collect()
});

/// The row of a line.
fn row_of(line: &Line) -> Service<'static> {
    let found: Vec<_> = customary()
        .services_named_on(&line.name, line.transport)
        .filter(|service| service.name() == line.name)
        .filter(|service| service.ports() == Some(line.ports().0..=line.ports().1))
        .collect();
    assert_eq!(found.len(), 1, "{} {}/{}", line.name, line.port, line.transport);
    found[0]
}

#[test]
fn every_line_answers() {
    assert_eq!(customary().records().len(), LINES.len());
    assert_eq!(customary().services().len(), LINES.len());
    for (line, next) in LINES.iter().zip(customary().services()) {
        let service = row_of(line);
        // Names are found in any case, ports from the first to the last.
        assert!(customary().services_named(&line.name.to_uppercase()).any(|one| one == service));
        for port in [line.ports().0, line.ports().1] {
            assert!(customary().services_on(port, line.transport).any(|one| one == service));
        }
        assert_eq!(service.source(), Source::Customary);
        let name = CustomaryName::of(service).unwrap();
        assert_eq!((name.service(), name.to_string()), (service, service.to_string()));
        // The order is that of the file.
        assert_eq!(next, service);
        #[cfg(feature = "details")]
        {
            assert_eq!((name.reason(), service.description()), (&*line.reason, &*line.reason));
            assert_eq!(name.source().to_string(), line.source);
            assert_eq!(service.references().count(), 1);
        }
    }
}

#[test]
fn registered_names_are_registered_on_the_same_port() {
    for line in LINES.iter() {
        let registered = CustomaryName::of(row_of(line)).unwrap().registered();
        let of = registered.map(|service| service.name());
        if line.registered.is_empty() {
            assert_eq!(of, None, "{}", line.name);
            continue;
        }
        assert!(line.is_row_of(&line.registered, true), "{}: {}", line.name, line.registered);
        let of = of.unwrap_or_else(|| panic!("{}: no service", line.name));
        assert!(of.eq_ignore_ascii_case(&line.registered), "{}: {of}", line.name);
        assert_eq!(registered.unwrap().source(), Source::Bundled);
    }
    assert!(LINES.iter().filter(|line| !line.registered.is_empty()).count() > 150);
}

#[test]
fn no_line_says_what_iana_says() {
    let mut seen = BTreeSet::new();
    for line in LINES.iter() {
        assert!(!line.is_row_of(&line.name, false), "{} {}", line.name, line.port);
        let key = (line.name.to_lowercase(), line.ports(), line.transport);
        assert!(seen.insert(key), "{} {}", line.name, line.port);
    }
}

#[test]
fn every_line_has_a_reason_and_a_source() {
    let mut kinds = [0; 3];
    for Line { name, reason, source, .. } in LINES.iter() {
        assert!(reason.len() > 4 && reason.trim() == reason && !reason.ends_with('.'), "{name}");
        let kind = if let Some(number) = source.strip_prefix("RFC ") {
            assert!(number.parse::<u16>().is_ok_and(|number| number > 0), "{name}: {source}");
            0
        } else if let Some(rest) = source.strip_prefix("https://") {
            assert!(rest.contains('.') && !rest.contains(char::is_whitespace), "{name}: {source}");
            1
        } else {
            let is_page = source.ends_with(')') && source.contains('(');
            assert!(is_page || source.ends_with("/etc/services"), "{name}: {source}");
            2
        };
        kinds[kind] += 1;
        assert!(!source.contains("nmap"), "{name}: {source}");
    }
    assert!(kinds.into_iter().all(|count| count > 30), "{kinds:?}");
}

/// What people type stands for a service, or for none.
#[test]
fn names_that_people_type_are_found() {
    // A product on ports of others, proxies on any port, and an answer of nmap's
    // about a port.
    const NO_SERVICE: [&str; 3] = ["gitlab", "https-proxy", "tcpwrapped"];
    let names = include_str!("../../data/names_people_type.txt").lines();
    assert!(names.clone().count() > 60);
    for name in names {
        let registered = services_named(name).any(|service| service.port().is_some());
        let found = registered || !customary().services_named(name).is_empty();
        assert_eq!(found, !NO_SERVICE.contains(&name), "{name}");
    }
}

#[test]
fn there_are_enough_names() {
    let names: BTreeSet<_> = LINES.iter().map(|line| line.name.to_lowercase()).collect();
    assert!(names.len() >= 250, "{}", names.len());
    let named = LINES.iter().map(|line| line.name.to_lowercase());
    assert!(named.is_sorted(), "lines of a name stand together, names in order");
}

/// IANA's answers come first, and stay what they are without the layer.
#[test]
fn as_the_lowest_layer_they_change_no_answer_of_iana() {
    static LAYERS: Layers<'static> = Layers::of(&[registry(), customary()]);
    let mut further = 0;
    for port in 0..=u16::MAX {
        for transport in Transport::ALL {
            let first = lookup_port(port, *transport);
            let layered = LAYERS.lookup_port(port, *transport);
            if first.is_some() {
                assert_eq!(layered, first, "{port}/{transport}");
            } else {
                assert_eq!(layered, customary().lookup_port(port, *transport));
                further += usize::from(layered.is_some());
            }
        }
    }
    assert!(further > 50, "{further}");
    for service in registry().services() {
        let found = LAYERS.services_named(service.name()).next();
        assert_eq!(found, services_named(service.name()).next());
        assert_eq!(CustomaryName::of(service), None);
    }
    for line in LINES.iter() {
        let found = LAYERS.lookup_name(&line.name, line.transport).unwrap();
        let registered = registry().lookup_name(&line.name, line.transport);
        assert_eq!(Some(found), registered.or(customary().lookup_name(&line.name, line.transport)));
    }
}

#[test]
fn the_source_is_shown() {
    assert_eq!(customary().source(), Source::Customary);
    assert_eq!(format!("{:>10}|", customary().source()), " customary|");
    assert_eq!(customary().edition(), None);
    assert!(
        format!("{:?}", customary()).starts_with("Registry { source: Customary, edition: None")
    );
    #[cfg(feature = "serde")]
    assert_eq!(serde_json::to_string(&Source::Customary).unwrap(), "\"customary\"");
}
