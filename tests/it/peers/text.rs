//! Text from users that peers misread.

use iana_ports::Transport::{Tcp, Udp};
use iana_ports::resolve;
use iana_ports::{Service, lookup_port};

/// Go 14322: `9pfs` is read as port 9.
#[test]
fn a_name_may_begin_with_a_digit() {
    assert_eq!(resolve("9pfs", Tcp).ok(), Some(564));
}

/// Go 12263: a number is a port, registered or not.
#[test]
fn a_number_is_a_port() {
    assert_eq!(resolve("8443", Tcp).ok(), Some(8443));
    assert_eq!(resolve("65535", Udp).ok(), Some(65535));
}

/// Go 13447: `-9` is port 65527.
#[test]
fn numbers_that_are_no_port_are_errors_that_quote_them() {
    for text in ["-9", "65536", "4294967318", "0x16", "22 x"] {
        let error = resolve(text, Tcp).expect_err(text).to_string();
        assert!(error.contains(&format!("{text:?}")), "{text:?}: {error}");
    }
}

/// Go 13610: an empty text is an error of a look-up that nobody made. It is any
/// port, as for `getaddrinfo`.
#[test]
fn an_empty_text_is_any_port() {
    assert_eq!(resolve("", Tcp).ok(), Some(0));
}

/// Go 63160: what is not found cannot be told from what is no name.
#[test]
fn a_name_that_nobody_registered_is_told_apart() {
    let unknown = resolve("no-such-service", Tcp).expect_err("an unknown name").to_string();
    let other = resolve("domain-s", Udp).map_err(|error| error.to_string());
    assert!(unknown.contains("\"no-such-service\""), "{unknown}");
    assert_eq!(other, Ok(853));
}

/// nfsen-ng 133, rustnet 19: people want the number beside the name.
#[test]
fn a_service_shows_its_port() {
    assert_eq!(lookup_port(22, Tcp).as_ref().map(Service::to_string).unwrap(), "ssh (22/tcp)");
}

#[cfg(feature = "alloc")]
mod lists {
    use iana_ports::Transport::{Tcp, Udp};
    use iana_ports::port_spec::PortSpec;

    /// whatportis: a range is searched among the names, and 6010 is in none.
    #[test]
    fn a_range_is_a_range() {
        let spec: PortSpec = "6000-6063".parse().expect("a range");
        assert!(spec.contains(6010, Tcp) && !spec.contains(6064, Tcp));
        let named: PortSpec = "x11".parse().expect("a name");
        assert!(named.contains(6010, Tcp) && named.contains(6063, Tcp));
    }

    /// nuclei 7303, redir 4: `name/transport` and lists are not taken.
    #[test]
    fn lists_mix_names_numbers_and_transports() {
        let spec: PortSpec = "https/tcp, 8080 , domain/udp".parse().expect("a list");
        assert!(spec.contains(443, Tcp) && !spec.contains(443, Udp));
        assert!(spec.contains(8080, Tcp) && spec.contains(8080, Udp) && spec.contains(53, Udp));
    }

    /// whatportis: the text is a regular expression, so that `sql*net` is not
    /// found.
    #[test]
    fn a_star_in_a_registered_name_is_a_star() {
        let spec: PortSpec = "sql*net".parse().expect("a name of the registry");
        assert!(spec.contains(66, Tcp));
    }
}
