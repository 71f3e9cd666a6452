//! services(5) files.

use iana_ports::Registry;
use iana_ports::Transport::{Sctp, Tcp, Udp};
use iana_ports::load::Source;

use super::{on, services};

#[test]
fn blanks_comments_aliases_and_line_ends() {
    let registry = services(
        "\u{feff}# Network services\r\n\
         \r\n\
         \u{b}tcpmux \t 1/tcp\t\t# TCP port\tservice multiplexer \r\n\
         http\t80/tcp\twww  www-http#WorldWideWeb # HTTP\n\
         http 80/udp www\r\n\
         http 80/SCTP#\n\
         \x20\n#end\r\n\
         last 65535/udp",
    );
    assert_eq!(on(&registry, 1, Tcp), ["tcpmux (1/tcp)"]);
    #[cfg(feature = "details")]
    assert_eq!(
        registry.lookup_port(1, Tcp).unwrap().description(),
        "TCP port\tservice multiplexer"
    );
    assert_eq!(on(&registry, 80, Tcp), ["http (80/tcp)", "www (80/tcp)", "www-http (80/tcp)"]);
    let http = registry.lookup_name("HTTP", Tcp).unwrap();
    #[cfg(feature = "details")]
    assert_eq!(http.description(), "WorldWideWeb # HTTP");
    assert!(http.aliases().map(|alias| alias.name()).eq(["www", "www-http"]));
    assert_eq!(
        registry.lookup_name("www", Udp).unwrap().alias_of().unwrap().to_string(),
        "http (80/udp)"
    );
    assert_eq!(on(&registry, 80, Sctp), ["http (80/sctp)"]);
    assert_eq!(registry.lookup_name("www", Sctp), None);
    assert_eq!(on(&registry, 65535, Udp), ["last (65535/udp)"]);
    let shown: Vec<_> = registry.services().map(|service| service.to_string()).collect();
    assert_eq!(
        shown,
        [
            "tcpmux (1/tcp)",
            "http (80/tcp)",
            "www (80/tcp)",
            "www-http (80/tcp)",
            "http (80/udp)",
            "www (80/udp)",
            "http (80/sctp)",
            "last (65535/udp)",
        ]
    );
    assert!(registry.skipped().is_empty());
}

#[test]
fn the_first_on_a_port_and_of_a_name_is_the_primary_one() {
    let registry = services("a 1/tcp\nb 1/tcp\nb 2/tcp\na 2/tcp\na 1/tcp\n");
    assert_eq!(on(&registry, 1, Tcp), ["a (1/tcp)", "b (1/tcp)", "a (1/tcp)"]);
    assert_eq!(on(&registry, 2, Tcp), ["b (2/tcp)", "a (2/tcp)"]);
    assert_eq!(registry.lookup_name("b", Tcp).unwrap().port(), Some(1));
}

#[test]
fn a_port_of_one_alias_and_another_service_of_that_name() {
    // The second www is no alias, and is not taken for one.
    let registry = services("http 80/tcp www\nwww 81/tcp\n");
    assert_eq!(registry.services_named("www").len(), 2);
    assert_eq!(registry.lookup_port(81, Tcp).unwrap().alias_of(), None);
}

#[test]
fn other_protocols_are_skipped_and_told() {
    let registry = services("rtmp 1/ddp # Routing\ntcpmux 1/tcp\necho 4/ddp\nx 5/\n");
    assert_eq!(registry.services().len(), 1);
    let skipped: Vec<_> = registry.skipped().iter().map(ToString::to_string).collect();
    let expected = "expected tcp, udp, sctp or dccp";
    assert_eq!(
        skipped,
        [
            format!("services:1: Transport Protocol: \"ddp\": {expected}"),
            format!("services:3: Transport Protocol: \"ddp\": {expected}"),
            format!("services:4: Transport Protocol: \"\": {expected}"),
        ]
    );
}

#[track_caller]
fn assert_error(file: impl AsRef<[u8]>, expected: &str) {
    let error = Registry::from_services_file(file.as_ref()).expect_err("it is wrong");
    assert_eq!(error.to_string(), expected);
}

#[test]
fn what_is_no_line_is_told() {
    let port = "expected a port of 0-65535";
    let column = "services:2: Port Number:";
    let after = "expected a port and a protocol after the service name, such as 443/tcp";
    assert_error("\nhttp\n", &format!("{column} \"\": {after}"));
    assert_error("\nhttp tcp www\n", &format!("{column} \"tcp\": {after}"));
    assert_error("\nhttp 80 tcp\n", &format!("{column} \"80\": {after}"));
    assert_error(
        "\nhttp 80/tcp # ok\nftp 21",
        &format!("services:3: Port Number: \"21\": {after}"),
    );
    assert_error("\nhttp /tcp\n", &format!("{column} \"\": {port}"));
    assert_error("\nhttp 80-81/tcp\n", &format!("{column} \"80-81\": {port}"));
    for wrong in ["65536", "x", "+80", "080", "8\u{0}0", "99999999999999999999"] {
        let shown = format!("{wrong:?}");
        assert_error(
            format!("\nhttp {wrong}/tcp\n"),
            &format!("{column} {shown}: {port} or a range of them, such as 6000-6063"),
        );
    }
    let name = "services:1: Service Name:";
    assert_error("a\0b 1/tcp", &format!("{name} \"a\\0b\": expected no control characters"));
    assert_error(
        "a 1/tcp b\u{7f}",
        &format!("{name} \"b\\u{{7f}}\": expected no control characters"),
    );
    assert_error(
        b"a 1/tcp\nb 2/tcp # \xe9\n",
        "services:2: \"b 2/tcp # \u{fffd}\": expected UTF-8",
    );
    assert_error(
        "\u{a0}a 1/tcp",
        &format!("{name} \"\\u{{a0}}a\": expected no blanks at either end"),
    );
}

#[test]
fn the_file_of_this_machine() {
    match Registry::system() {
        Ok(system) => {
            assert_eq!(system.source(), Source::System);
            assert_eq!(system.services().next().unwrap().source(), Source::System);
            // Nobody's file has another service there.
            assert_eq!(system.lookup_name("ssh", Tcp).unwrap().port(), Some(22));
        }
        Err(error) => {
            assert!(error.to_string().starts_with("/etc/services: "), "{error}");
            eprintln!("skipped: {error}");
        }
    }
}
