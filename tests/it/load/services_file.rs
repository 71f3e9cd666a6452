//! services(5) files.

use iana_ports::Transport::{Sctp, Tcp, Udp};
use iana_ports::load::Source;
use iana_ports::{Registry, Transport};

use super::{on, services};

fn lenient(file: impl AsRef<[u8]>) -> Registry {
    Registry::loader().lenient().from_services_file(file.as_ref()).expect("lines are few")
}

fn shown(registry: &Registry) -> Vec<String> {
    registry.services().map(|service| service.to_string()).collect()
}

fn skipped(registry: &Registry) -> Vec<String> {
    registry.skipped().iter().map(ToString::to_string).collect()
}

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
    assert_eq!(
        shown(&registry),
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
    let expected = "expected tcp, udp, sctp or dccp";
    assert_eq!(
        skipped(&registry),
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
        "\u{a0}a 1/tcp",
        &format!("{name} \"\\u{{a0}}a\": expected no blanks at either end"),
    );
}

#[test]
fn names_that_differ_by_case_only_are_found_as_spelled_first() {
    // The last two are longer than a name should be.
    let registry = services(
        "mon 2583/tcp\nMon 9255/tcp\nMON 1/udp\nssh 22/tcp\nmon 2584/tcp\n\
         a-name-of-many-letters 3/tcp\nA-name-of-many-letters 4/tcp\n",
    );
    let port = |name, transport| registry.lookup_name(name, transport).unwrap().port();
    for (name, tcp, udp) in [
        ("mon", 2583, 1),
        ("Mon", 9255, 1),
        ("MON", 2583, 1),
        // None is spelled so: as the first.
        ("mOn", 2583, 1),
    ] {
        assert_eq!((port(name, Tcp), port(name, Udp)), (Some(tcp), Some(udp)), "{name}");
    }
    assert_eq!(port("A-name-of-many-letters", Tcp), Some(4));
    assert_eq!(port("A-NAME-OF-MANY-LETTERS", Tcp), Some(3));
    assert_eq!(port("SSH", Tcp), Some(22));
    // All rows of the name, whatever the spelling.
    let ports = |name| {
        registry.services_named(name).filter_map(|service| service.port()).collect::<Vec<_>>()
    };
    assert_eq!(ports("mon"), [2583, 2584, 9255, 1]);
    assert_eq!(ports("mOn"), [2583, 2584, 9255, 1]);
    assert_eq!(ports("Mon"), [9255, 2583, 1, 2584]);
    assert_eq!(ports("MON"), [1, 2583, 9255, 2584]);
}

#[test]
fn a_line_without_a_name_is_told_as_such() {
    let told = |found: &str, said: &str| {
        format!(
            "services:1: Service Name: {found:?}: expected a name, found no service name \
             before {said}; a lenient loader skips such lines"
        )
    };
    // As in the file of macOS.
    assert_error("  24/udp  # any private mail system\n", &told("24/udp", "24/udp"));
    assert_error("24/tcp/udp\n", &told("24/tcp/udp", "24/tcp/udp"));
    assert_error("24/ddp mail\n", &told("24/ddp", "24/ddp"));
    let lenient = lenient("24/udp # mail\nsmtp 25/tcp\n");
    assert_eq!(shown(&lenient), ["smtp (25/tcp)"]);
    assert_eq!(skipped(&lenient), [told("24/udp", "24/udp")]);
    // Such a name is one of IANA's, and so may be one of digits.
    assert_eq!(
        shown(&services("914c/g 211/tcp\n9/x 9/tcp\n")),
        ["914c/g (211/tcp)", "9/x (9/tcp)"]
    );
}

#[test]
fn several_protocols_are_an_entry_each() {
    let registry = services("chat 7100/tcp/udp talkie # Both\n");
    assert_eq!(
        shown(&registry),
        ["chat (7100/tcp)", "talkie (7100/tcp)", "chat (7100/udp)", "talkie (7100/udp)"]
    );
    for transport in [Tcp, Udp] {
        let chat = registry.lookup_port(7100, transport);
        assert_eq!(registry.lookup_name("talkie", transport).unwrap().alias_of(), chat);
        #[cfg(feature = "details")]
        assert_eq!(chat.unwrap().description(), "Both");
    }
    assert!(registry.skipped().is_empty());
    // Those that are none of ours are told, as on a line of their own.
    let registry = services("chat 7100/ddp/tcp/divert\n");
    assert_eq!(shown(&registry), ["chat (7100/tcp)"]);
    let expected = "expected tcp, udp, sctp or dccp";
    assert_eq!(
        skipped(&registry),
        ["ddp", "divert"]
            .map(|other| format!("services:1: Transport Protocol: {other:?}: {expected}"))
    );
    assert_error(
        "chat 90000/tcp/udp",
        "services:1: Port Number: \"90000\": \
         expected a port of 0-65535 or a range of them, such as 6000-6063",
    );
}

#[test]
fn a_frequency_is_no_alias() {
    // As in the file of nmap.
    let registry = services(
        "tcpmux\t1/tcp\t0.001995\t# TCP Port Service Multiplexer [rfc-1078]\n\
         unknown 4/tcp 0.000477\n\
         ssh 22/sctp 0.000000 # Secure Shell Login\n\
         www 80/tcp 1 http # An alias after it\n",
    );
    assert_eq!(
        shown(&registry),
        ["tcpmux (1/tcp)", "unknown (4/tcp)", "ssh (22/sctp)", "www (80/tcp)", "http (80/tcp)"]
    );
    #[cfg(feature = "details")]
    assert_eq!(registry.lookup_port(22, Sctp).unwrap().description(), "Secure Shell Login");
    // What has a letter is a name, and so is what stands further on.
    let registry = services("a 1/tcp 3com 0.5\nb 2/tcp 1e5\n");
    assert_eq!(
        shown(&registry),
        ["a (1/tcp)", "3com (1/tcp)", "0.5 (1/tcp)", "b (2/tcp)", "1e5 (2/tcp)"]
    );
}

#[test]
fn bytes_that_are_not_utf_8() {
    // A comment may hold any, in a line of its own or not.
    let file = b"# M\xfcller\nchat 7100/tcp # caf\xe9 \xff\x80\nmail 25/tcp # \xc3\xa9\n";
    for registry in [Registry::from_services_file(&file[..]).unwrap(), lenient(file)] {
        assert_eq!(shown(&registry), ["chat (7100/tcp)", "mail (25/tcp)"]);
        assert!(registry.skipped().is_empty());
        #[cfg(feature = "details")]
        {
            let description = |port| registry.lookup_port(port, Tcp).unwrap().description();
            assert_eq!(description(7100), "caf\u{fffd} \u{fffd}\u{fffd}");
            assert_eq!(description(25), "\u{e9}");
        }
    }
    // Names are told: of an alias, only itself.
    let file = b"a 1/tcp\ncaf\xe9 2/tcp\nb 3/tcp c\xe9 d\n";
    let told = |line, name| format!("services:{line}: Service Name: {name:?}: expected UTF-8");
    assert_error(file, &told(2, "caf\u{fffd}"));
    assert_error(&file[19..], &told(1, "c\u{fffd}"));
    let lenient = lenient(file);
    assert_eq!(shown(&lenient), ["a (1/tcp)", "b (3/tcp)", "d (3/tcp)"]);
    assert_eq!(skipped(&lenient), [told(2, "caf\u{fffd}"), told(3, "c\u{fffd}")]);
    // So is a port; another protocol is one in any bytes.
    assert_error(
        b"a 1\xe9/tcp",
        "services:1: Port Number: \"1\u{fffd}\": \
         expected a port of 0-65535 or a range of them, such as 6000-6063",
    );
    assert_eq!(Registry::from_services_file(&b"a 1/t\xe9\n"[..]).unwrap().skipped().len(), 1);
    // The character itself may be in a name.
    assert_eq!(shown(&services("a\u{fffd} 1/tcp")), ["a\u{fffd} (1/tcp)"]);
}

#[test]
fn a_wrong_alias_does_not_cost_its_line() {
    let registry = lenient("a 1/tcp b\u{7f} c\nd\u{7f} 2/tcp e\n");
    assert_eq!(shown(&registry), ["a (1/tcp)", "c (1/tcp)"]);
    let told = |line, name| {
        format!("services:{line}: Service Name: {name:?}: expected no control characters")
    };
    assert_eq!(skipped(&registry), [told(1, "b\u{7f}"), told(2, "d\u{7f}")]);
}

/// Inputs from reports of other programs' users, each with the right answer.
#[test]
fn files_that_were_seen() {
    const CASES: &str = "../shared/cases/services-lines.json";
    let Ok(text) = std::fs::read_to_string(CASES) else {
        eprintln!("skipped: no {CASES}");
        return;
    };
    let cases: Vec<serde_json::Value> = serde_json::from_str(&text).expect("an array");
    assert!(cases.len() > 10, "{} cases", cases.len());
    for case in cases {
        let input = case["input"].as_str().expect("a text");
        let bytes: Vec<u8> =
            input.chars().map(|c| u8::try_from(c).expect("a byte of Latin-1")).collect();
        let loader = match case["kind"].as_str() {
            Some("serv") => Registry::loader(),
            Some("servlen") => Registry::loader().lenient(),
            kind => panic!("{kind:?} in {case}"),
        };
        let found = loader.from_services_file(&bytes[..]);
        let Some(rows) = case["want"].get("ok") else {
            let error = found.expect_err(&case.to_string()).to_string();
            assert!(error.starts_with("services:1: "), "{error}");
            continue;
        };
        let registry = found.unwrap_or_else(|error| panic!("{error}: {case}"));
        let found: Vec<_> = registry
            .services()
            .map(|service| {
                let alias_of = service.alias_of().map(|canonical| canonical.name());
                serde_json::json!([
                    service.name(),
                    service.port(),
                    service.transport().map(Transport::as_str),
                    alias_of
                ])
            })
            .collect();
        assert_eq!(serde_json::Value::from(found), *rows, "{case}");
    }
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
            let file = if cfg!(windows) { r"\drivers\etc\services: " } else { "/etc/services: " };
            assert!(error.to_string().contains(file), "{error}");
            eprintln!("skipped: {error}");
        }
    }
}
