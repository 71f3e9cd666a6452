//! Files of users that peers misread, and files for other programs that peers
//! write wrong.

use iana_ports::Transport::{self, Tcp, Udp};
use iana_ports::export::ServicesFile;
use iana_ports::layers::{Layers, Source};
use iana_ports::{Registry, Service, lookup_port, registry};

fn load(text: &str) -> Registry {
    Registry::from_services_file(text.as_bytes()).expect("a services file")
}

/// sniffnet 1052 and 1201, Elastiflow 506, PortAuthority 42: one's own names
/// cannot be added.
#[test]
fn own_names_come_first_and_say_where_they_are_from() {
    let own = load("tailscale 41641/udp\nintranet 80/tcp\n").named("own");
    let layers = Layers::new([&own, registry()]);
    let found = layers.lookup_port(80, Tcp).expect("a name of one's own");
    assert_eq!((found.name(), found.source()), ("intranet", Source::Named("own")));
    assert_eq!(layers.lookup_port(41641, Udp).map(Service::name), Some("tailscale"));
    assert_eq!(layers.lookup_port(22, Tcp).map(Service::source), Some(Source::Bundled));
}

/// iana-etc: the services file has no aliases, cuts ranges to their first port,
/// and gives `shilp` to whoever reads its first line of 2049.
#[test]
fn a_services_file_has_each_port_with_the_primary_first() {
    let text = ServicesFile::new(registry()).to_string();
    let read = load(&text);
    for &transport in Transport::ALL {
        for port in 0..=u16::MAX {
            let name = lookup_port(port, transport).map(Service::name);
            assert_eq!(read.lookup_port(port, transport).map(Service::name), name, "{port}");
        }
    }
    let line = text.lines().find(|line| line.contains("\t80/tcp") || line.contains(" 80/tcp"));
    assert!(line.is_some_and(|line| line.starts_with("http ") || line.starts_with("http\t")));
}

/// cosmopolitan 204, RustPython 2264: a parser of services(5) that fails at
/// comments, blank lines and aliases.
#[test]
fn comments_blanks_and_aliases_of_a_services_file() {
    let read = load("# a comment\n\n  \nhttp\t80/tcp   www www-http # World Wide Web\n");
    let http = read.lookup_port(80, Tcp).expect("http");
    assert_eq!(http.name(), "http");
    assert_eq!(read.lookup_name("www", Tcp).and_then(|alias| alias.port()), Some(80));
}
