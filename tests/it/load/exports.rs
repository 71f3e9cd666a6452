//! What a registry of one's own exports, loads again as the same registry.

use std::fs;
use std::path::Path;

use iana_ports::Transport::{self, Dccp, Sctp, Tcp, Udp};
use iana_ports::export::{ContactsCsv, Json, ServicesCsv, ServicesFile};
use iana_ports::load::{NewContact, NewRecord};
use iana_ports::{Date, Registry};

use crate::oracle::random::Random;

/// Some of these words, one after the other.
fn text(state: &mut Random, words: &[&str]) -> String {
    (0..state.below(4)).map(|_| words[state.below(words.len())]).collect()
}

/// A registry whose texts are of every kind that a cell may be.
fn registry(state: &mut Random) -> Registry {
    const TEXTS: [&str; 14] = [
        "a",
        "\"",
        ",",
        "\n",
        "\r\n",
        "#",
        " ",
        "\t",
        "é",
        "=1+1",
        "\u{1b}[31m",
        "\\",
        "'",
        "IANA assigned this well-formed service name as a replacement for \"a\".",
    ];
    const NAMES: [&str; 8] = ["a", "A", "b-c", "d#e", "f g", "\"", "1/tcp", "é"];
    let mut builder = Registry::builder();
    for _ in 0..state.below(3) {
        let handle = ["ops", "Ops", "é é", "a\"b"][state.below(4)];
        let mut contact = NewContact::new(handle).name(text(state, &TEXTS));
        contact = contact.organization(text(state, &TEXTS));
        for _ in 0..state.below(3) {
            contact = contact.uri(["mailto:a&b", "tel:1", "\u{1}", "mailto:", ""][state.below(5)]);
        }
        builder = if builder.clone().contact(contact.clone()).build().is_ok() {
            builder.contact(contact)
        } else {
            builder // a handle twice
        };
    }
    for _ in 0..state.below(8) {
        let port = u16::try_from(state.below(4)).expect("it is below") + 9000;
        let mut entry = NewRecord::service(NAMES[state.below(NAMES.len())]);
        entry = match state.below(5) {
            0 => entry,
            1 => entry.ports(port..=port + 1),
            2 => entry.ports(port..=port),
            _ => entry.port(port),
        };
        for transport in [Tcp, Udp, Sctp, Dccp] {
            if state.below(3) == 0 {
                entry = entry.transport(transport);
            }
        }
        entry = entry.description(text(state, &TEXTS)).notes(text(state, &TEXTS));
        entry = entry.unauthorized_use(text(state, &TEXTS));
        for _ in 0..state.below(3) {
            entry = entry.assignee(["ops", "nobody"][state.below(2)]);
            entry = entry.contact(["Ops", "x y"][state.below(2)]);
            entry = entry.reference(["RFC6335", "a, \"b\"", "\n"][state.below(3)]);
        }
        let alias = entry.clone().alias_of(["a", "b-c"][state.below(2)]);
        if state.below(3) == 0 && builder.clone().record(alias.clone()).build().is_ok() {
            entry = alias;
        }
        if state.below(4) == 0 {
            let date = Date::new(2020, 2, Some(29)).expect("it is a date");
            entry = entry.registered(date).modified(date).service_code(17);
        }
        builder = builder.record(entry);
    }
    builder.build().expect("it is valid")
}

#[test]
fn csv_comes_back() {
    let mut state = Random(0x243f_6a88_85a3_08d3);
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports");
    fs::create_dir_all(&directory).unwrap();
    for round in 0..300 {
        let registry = registry(&mut state);
        let services = ServicesCsv::new(&registry).to_string();
        let contacts = ContactsCsv::new(&registry).to_string();
        fs::write(directory.join("service-names-port-numbers.csv"), &services).unwrap();
        fs::write(directory.join("contacts.csv"), &contacts).unwrap();
        let again = Registry::from_dir(&directory).unwrap();
        assert_eq!(ServicesCsv::new(&again).to_string(), services, "{round}");
        assert_eq!(ContactsCsv::new(&again).to_string(), contacts, "{round}");
        assert_eq!(Json::new(&again).to_string(), Json::new(&registry).to_string(), "{round}");
    }
    fs::remove_dir_all(&directory).unwrap();
}

#[cfg(feature = "serde")]
#[test]
fn json_is_what_serde_writes() {
    let mut state = Random(0x1319_8a2e_0370_7344);
    for round in 0..300 {
        let registry = registry(&mut state);
        let json: serde_json::Value =
            serde_json::from_str(&Json::new(&registry).to_string()).unwrap();
        assert_eq!(json, serde_json::to_value(&registry).unwrap(), "{round}");
    }
}

/// The services that a services(5) file can hold answer from it as they do
/// from the registry.
#[test]
fn services_files_answer_as_the_registry_they_come_from() {
    let mut state = Random(0xa409_3822_299f_31d0);
    let mut compared = 0;
    for round in 0..300 {
        let registry = registry(&mut state);
        let file = ServicesFile::new(&registry).to_string();
        let again = Registry::from_services_file(file.as_bytes());
        let again = again.unwrap_or_else(|error| panic!("{round}: {error}\n{file}"));
        let held =
            |name: &str| !name.contains(|c: char| c == '#' || c.is_whitespace() || c.is_control());
        for &transport in Transport::ALL {
            for port in 9000..9006 {
                let services = registry.services_on(port, transport);
                if !services.clone().all(|service| held(service.name())) {
                    continue;
                }
                let names = |registry: &Registry| {
                    let first = registry.lookup_port(port, transport);
                    first.map(|service| service.name().to_owned())
                };
                assert_eq!(names(&again), names(&registry), "{round}: {port}/{transport}\n{file}");
                compared += 1;
            }
        }
    }
    assert!(compared > 3_000, "{compared}");
}

/// Ports and names that contradict each other in no way, but for the order.
#[test]
fn services_files_answer_by_name_too() {
    let tcp = |name, ports| NewRecord::service(name).ports(ports).transport(Tcp);
    let display = Registry::builder().record(tcp("display", 6000..=6000));
    let display = display.record(tcp("x11", 6000..=6002)).build().unwrap();
    let shared = Registry::builder().record(tcp("a", 1..=1)).record(tcp("c", 1..=1));
    let shared = shared.record(tcp("c", 2..=2)).build().unwrap();
    for registry in [display, shared] {
        let file = ServicesFile::new(&registry).to_string();
        let again = Registry::from_services_file(file.as_bytes()).unwrap();
        for service in registry.services() {
            let port = |registry: &Registry| registry.lookup_name(service.name(), Tcp)?.port();
            assert_eq!(port(&again), port(&registry), "{service}\n{file}");
        }
        for port in 0..=u16::MAX {
            let name =
                |registry: &Registry| Some(registry.lookup_port(port, Tcp)?.name().to_owned());
            assert_eq!(name(&again), name(&registry), "{port}\n{file}");
        }
    }
}
