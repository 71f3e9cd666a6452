//! Names of DNS-SD that peers refuse, take or fall over.

use iana_ports::Transport::Tcp;
use iana_ports::dns_sd::ServiceLabel;

/// mdns-sd: `register` panics at a label that is empty or not ASCII.
#[test]
fn labels_that_are_none_are_errors() {
    for text in ["._tcp.local.", "\u{e9}._tcp.local.", "_._tcp", "", ".", "_tcp", "_\u{e9}._tcp"] {
        assert!(ServiceLabel::parse(text).is_err(), "{text:?}");
        _ = ServiceLabel::parse_lenient(text);
    }
}

/// mdns-sd: a name with blanks and marks is taken.
#[test]
fn a_name_against_the_syntax_is_refused() {
    let error = ServiceLabel::parse("_bad name!._tcp.local.").expect_err("a blank");
    assert!(error.to_string().starts_with("character ' ' at byte 3"), "{error}");
}

/// mdns-sd, python-zeroconf 1746: `_TCP` is refused.
#[test]
fn labels_are_read_in_any_case() {
    let label = ServiceLabel::parse("_IPP._TCP.local.").expect("a label");
    assert_eq!(label.transport(), Tcp);
    assert_eq!(label.services().next().map(|service| service.name()), Some("ipp"));
}

/// mdns-sd 94, python-zeroconf 661: real devices use names of over 15 characters.
#[test]
fn long_names_are_read_by_the_lenient_parser() {
    let text = "_androidtvremote2._tcp.local.";
    assert!(ServiceLabel::parse(text).is_err());
    let label = ServiceLabel::parse_lenient(text).expect("a label that is in use");
    assert_eq!(label.name(), "androidtvremote2");
}

/// mdnsjava 16: a list that is out of date refuses what was registered since.
#[test]
fn a_name_that_nobody_registered_is_a_label() {
    let label = ServiceLabel::parse("_not-registered._tcp").expect("a well-formed label");
    assert_eq!(label.services().count(), 0);
}

/// python-zeroconf 74: subtypes are not read.
#[test]
fn subtypes_are_read() {
    let label = ServiceLabel::parse("_printer._sub._http._tcp.local.").expect("a subtype");
    assert_eq!((label.subtype(), label.name()), (Some("_printer"), "http"));
}
