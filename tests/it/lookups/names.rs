//! Every service name, in every spelling, and names that are not in the
//! registry.

use crate::oracle::model::{MODEL, assert_services, service};
use iana_ports::{Service, Transport, lookup_name, registry, services_named, services_named_on};

/// Asserts that all look-ups of `name` answer as the model does.
#[track_caller]
fn check(name: &str) {
    let services = services_named(name);
    assert_services(services, MODEL.services_named(name), format_args!("{name:?}"));
    for &transport in Transport::ALL {
        let expected = MODEL.lookup_name(name, transport).map(service);
        assert_eq!(lookup_name(name, transport), expected, "{name:?} on {transport}");
        let reached = |service: &Service<'_>| service.transport().is_none_or(|on| on == transport);
        let rows = MODEL.services_named(name).iter().map(|&row| service(row)).filter(reached);
        let found = services_named_on(name, transport);
        assert_eq!(found.first(), expected, "{name:?} on {transport}");
        assert!(found.eq(rows), "{name:?} on {transport}");
    }
}

/// Asserts that `name` is in no row.
#[track_caller]
fn check_unknown(name: &str) {
    assert!(MODEL.services_named(name).is_empty(), "{name:?} is in the registry");
    assert!(services_named(name).is_empty(), "{name:?} is found");
    assert_eq!(services_named(name).first(), None, "{name:?}");
    check(name);
}

fn alternate_case(name: &str, odd: usize) -> String {
    let flip = |(i, c): (usize, char)| {
        if i % 2 == odd { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }
    };
    name.chars().enumerate().map(flip).collect()
}

#[test]
fn names_in_their_own_spelling() {
    for name in MODEL.names() {
        check(name);
        assert!(
            services_named(name).all(|service| service.name() == name),
            "{name:?} is spelled otherwise"
        );
    }
}

#[test]
fn names_in_upper_and_lower_case() {
    for name in MODEL.names() {
        check(&name.to_ascii_uppercase());
        check(&name.to_ascii_lowercase());
    }
}

#[test]
fn names_in_alternating_case() {
    for name in MODEL.names() {
        check(&alternate_case(name, 0));
        check(&alternate_case(name, 1));
    }
}

/// The answer keeps the registry's spelling.
#[test]
fn spelling_is_returned_as_registered() {
    let spelling = |name| lookup_name(name, Transport::Tcp).map(|service| service.name());
    assert_eq!(spelling("HTTPS"), Some("https"));
    assert_eq!(spelling("3com-NSD"), Some("3Com-nsd"));
    assert_eq!(spelling("WHOIS++"), Some("whois++"));
    assert_eq!(spelling("914C/G"), Some("914c/g"));
    assert_eq!(spelling("sql*NET"), Some("sql*net"));
}

#[test]
fn names_with_one_character_dropped() {
    for name in MODEL.names() {
        for at in 0..name.len() {
            check(&format!("{}{}", &name[..at], &name[at + 1..]));
        }
    }
}

#[test]
fn names_with_one_character_added() {
    for name in MODEL.names() {
        for (at, added) in (0..=name.len()).zip("-s0x_a.1e+z9t/".chars().cycle()) {
            check(&format!("{}{added}{}", &name[..at], &name[at..]));
        }
    }
}

#[test]
fn names_with_one_character_changed() {
    for name in MODEL.names() {
        for (at, changed) in (0..name.len()).zip("s-1xa_0e".chars().cycle()) {
            check(&format!("{}{changed}{}", &name[..at], &name[at + 1..]));
        }
    }
}

/// Characters that differ from a letter, a digit or `-` in one bit only, such
/// as the pairs `@` and `` ` ``, `[` and `{`, which a careless case folding
/// takes for the same.
#[test]
fn names_with_one_bit_flipped() {
    for name in MODEL.names() {
        for at in 0..name.len() {
            for bit in [0x20, 0x40, 0x10] {
                let mut bytes = name.as_bytes().to_vec();
                bytes[at] ^= bit;
                check(core::str::from_utf8(&bytes).expect("ASCII remains ASCII"));
            }
        }
    }
}

#[test]
fn names_with_blanks_or_ends() {
    for name in MODEL.names() {
        for unknown in [
            format!(" {name}"),
            format!("{name} "),
            format!("{name}\0"),
            format!("{name}."),
            format!("\"{name}\""),
        ] {
            check_unknown(&unknown);
        }
    }
}

#[test]
fn odd_names_are_unknown() {
    for name in [
        "",
        " ",
        "-",
        "--",
        "\0",
        "\n",
        ".",
        "_",
        "/",
        "*",
        "443",
        "80",
        "0",
        "65535",
        "[IESG]",
        "https/tcp",
        "https,http",
    ] {
        check_unknown(name);
    }
}

#[test]
fn long_names_are_unknown() {
    for length in (0..300).chain([4095, 4096, 65535, 65536, 1 << 20]) {
        check_unknown(&"-".repeat(length));
        check_unknown(&format!("https{}", "s".repeat(length + 1)));
    }
    check_unknown(&"https".repeat(1000));
}

#[test]
fn non_ascii_names_are_unknown() {
    // The Kelvin sign and the long s fold to `k` and `s` in Unicode, not in ASCII.
    for name in [
        "\u{212a}erberos",
        "http\u{17f}",
        "ħttps",
        "https\u{301}",
        "ＨＴＴＰＳ",
        "ssh\u{200b}",
        "\u{feff}ssh",
        "ß",
        "😀",
        "\u{10ffff}",
    ] {
        check_unknown(name);
    }
    for name in MODEL.names() {
        check_unknown(&format!("{name}é"));
        check_unknown(&format!("{}ı{}", &name[..1], &name[1..]));
    }
}

#[test]
fn the_registry_has_the_same_methods() {
    let registry = registry();
    for name in MODEL.names().chain(["", "no-such-name"]) {
        assert!(registry.services_named(name).eq(services_named(name)), "{name:?}");
        for &transport in Transport::ALL {
            assert_eq!(
                registry.lookup_name(name, transport),
                lookup_name(name, transport),
                "{name:?} on {transport}"
            );
        }
    }
}
