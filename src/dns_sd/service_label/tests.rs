extern crate std;

use core::error::Error;
use std::boxed::Box;
use std::collections::{BTreeSet, HashSet};
use std::string::{String, ToString};
use std::{format, vec, vec::Vec};

use super::{ParseServiceLabelError, ServiceLabel};
use crate::test_random::Random;
use crate::values::service_name::{ParseServiceNameError, ServiceName};
use crate::values::transport::Transport;

type Parts<'a> = (Option<&'a str>, Option<&'a str>, &'a str, &'a str, Option<&'a str>);

fn parts(label: ServiceLabel<'_>) -> Parts<'_> {
    (label.instance(), label.subtype(), label.name(), label.transport_label(), label.domain())
}

fn message(text: &str) -> String {
    ServiceLabel::parse(text).unwrap_err().to_string()
}

#[test]
fn parts_of_strict_labels() {
    for (text, expected) in [
        ("_http._tcp", (None, None, "http", "_tcp", None)),
        ("_http._tcp.", (None, None, "http", "_tcp", None)),
        ("_HTTP._TCP", (None, None, "HTTP", "_TCP", None)),
        ("_ipp._tcp.local.", (None, None, "ipp", "_tcp", Some("local."))),
        ("_sip._udp.example.com", (None, None, "sip", "_udp", Some("example.com"))),
        ("_printer._sub._http._tcp", (None, Some("_printer"), "http", "_tcp", None)),
        ("color._SUB._ipp._tcp.local", (None, Some("color"), "ipp", "_tcp", Some("local"))),
        ("a._b._sub._ipp._tcp.c", (Some("a"), Some("_b"), "ipp", "_tcp", Some("c"))),
        (
            r"My\ Printer\.2._ipp._tcp.local",
            (Some(r"My\ Printer\.2"), None, "ipp", "_tcp", Some("local")),
        ),
        ("My Printer._ipp._tcp.local.", (Some("My Printer"), None, "ipp", "_tcp", Some("local."))),
        (r"a\\._ipp._tcp", (Some(r"a\\"), None, "ipp", "_tcp", None)),
        (r"a\._b._ipp._tcp", (Some(r"a\._b"), None, "ipp", "_tcp", None)),
        (r"a\046b._ipp._tcp", (Some(r"a\046b"), None, "ipp", "_tcp", None)),
        (r"caf\195\169._ipp._tcp", (Some(r"caf\195\169"), None, "ipp", "_tcp", None)),
        ("Café._ipp._tcp.örtlich", (Some("Café"), None, "ipp", "_tcp", Some("örtlich"))),
        (
            "_services._dns-sd._udp.local",
            (Some("_services"), None, "dns-sd", "_udp", Some("local")),
        ),
        ("lb._dns-sd._udp.local", (Some("lb"), None, "dns-sd", "_udp", Some("local"))),
        ("_ldap._tcp.gc._msdcs.a.com", (None, None, "ldap", "_tcp", Some("gc._msdcs.a.com"))),
        ("_http._tcp._udp.local", (None, None, "http", "_tcp", Some("_udp.local"))),
        ("_tcp._udp", (None, None, "tcp", "_udp", None)),
        ("_tcp._tcp.local", (None, None, "tcp", "_tcp", Some("local"))),
        ("_sub._tcp", (None, None, "sub", "_tcp", None)),
        ("_a._sub._tcp", (Some("_a"), None, "sub", "_tcp", None)),
        ("_unregistered-x._tcp", (None, None, "unregistered-x", "_tcp", None)),
        ("_1password._tcp", (None, None, "1password", "_tcp", None)),
        (r"_http._tcp.a\.", (None, None, "http", "_tcp", Some(r"a\."))),
    ] {
        let label = ServiceLabel::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(parts(label), expected, "{text}");
        assert_eq!(label.as_str(), text);
        assert_eq!(label.to_string(), text);
        assert_eq!(ServiceLabel::try_from(text).unwrap(), label);
        assert_eq!(ServiceLabel::parse_lenient(text).unwrap(), label);
    }
}

#[test]
fn lenient_labels() {
    for (text, expected) in [
        ("_androidtvremote2._tcp.local.", (None, None, "androidtvremote2", "_tcp", Some("local."))),
        ("_dec_dlm._tcp", (None, None, "dec_dlm", "_tcp", None)),
        ("_whois++._tcp", (None, None, "whois++", "_tcp", None)),
        (r"_z39\.50._tcp", (None, None, r"z39\.50", "_tcp", None)),
        ("__a_._udp", (None, None, "_a_", "_udp", None)),
        ("_bad name!._tcp.local.", (None, None, "bad name!", "_tcp", Some("local."))),
        ("_é._tcp.local.", (None, None, "é", "_tcp", Some("local."))),
        ("_8080._tcp", (None, None, "8080", "_tcp", None)),
        ("_-a-._tcp", (None, None, "-a-", "_tcp", None)),
        ("Office 2.1._ipp._tcp", (Some("Office 2.1"), None, "ipp", "_tcp", None)),
        ("a.b._c._sub._ipp._tcp", (Some("a.b"), Some("_c"), "ipp", "_tcp", None)),
        ("bell\u{7}._ipp._tcp", (Some("bell\u{7}"), None, "ipp", "_tcp", None)),
        ("a..b._ipp._tcp", (Some("a..b"), None, "ipp", "_tcp", None)),
        ("...._ipp._tcp.b", (Some("..."), None, "ipp", "_tcp", Some("b"))),
        ("a.._c._sub._ipp._tcp", (Some("a."), Some("_c"), "ipp", "_tcp", None)),
        ("_sub._ipp._tcp", (None, Some(""), "ipp", "_tcp", None)),
        (r"a\1._ipp._tcp", (Some(r"a\1"), None, "ipp", "_tcp", None)),
        (r"a._c\999._sub._ipp._tcp", (Some("a"), Some(r"_c\999"), "ipp", "_tcp", None)),
    ] {
        assert_eq!(parts(ServiceLabel::parse_lenient(text).unwrap()), expected, "{text}");
        assert!(ServiceLabel::parse(text).is_err(), "{text}");
    }
}

#[test]
fn every_transport_has_a_label_and_is_expected() {
    for &transport in Transport::ALL {
        for text in [
            format!("_x._{}", transport.as_str()),
            format!("_x._{}", transport.as_str().to_uppercase()),
        ] {
            assert_eq!(ServiceLabel::parse(&text).unwrap().transport(), transport);
        }
        assert!(message("_x._y").contains(transport.as_str()));
        assert!(message("_x").contains(transport.as_str()));
    }
}

#[test]
fn every_rule_has_its_message() {
    for (text, expected) in [
        ("", "empty service label, expected a service name and a transport such as _http._tcp"),
        ("._tcp.local.", "empty label at byte 0, expected 1 to 63 bytes"),
        (".", "empty label at byte 0, expected 1 to 63 bytes"),
        ("_http._tcp..", "empty label at byte 11, expected 1 to 63 bytes"),
        ("_http.._tcp", "empty label at byte 6, expected 1 to 63 bytes"),
        ("_tcp.local", "no service name before \"_tcp\", expected a label such as _http"),
        ("_UDP", "no service name before \"_UDP\", expected a label such as _http"),
        ("é._tcp.local.", "no underscore before \"é\", expected a service name such as _http"),
        ("http._tcp", "no underscore before \"http\", expected a service name such as _http"),
        ("http", "no underscore before \"http\", expected a service name such as _http"),
        ("http.TCP.local", "no underscore before \"http\", expected a service name such as _http"),
        ("my.com", "\"my.com\" is a host name, expected a service such as _http._tcp"),
        (
            "Kettle-9.local.",
            "\"Kettle-9.local.\" is a host name, expected a service such as _http._tcp",
        ),
        ("_sub._http._tcp", "no subtype before \"_sub\", expected a label such as _printer"),
        ("a\tb._ipp._tcp", "control character 0x09 at byte 1 of an instance name, expected none"),
        (r"a\127._ipp._tcp", "control character 0x7f at byte 1 of an instance name, expected none"),
    ] {
        assert_eq!(message(text), expected, "{text:?}");
    }
}

#[test]
fn a_transport_label_follows_the_name() {
    for (text, problem) in [
        ("_http", "no transport label after \"_http\""),
        ("_http.", "no transport label after \"_http\""),
        ("a._http", "no transport label after \"_http\""),
        ("_http.tcp.local", "unknown transport label \"tcp\""),
        ("My Web._http._quic", "unknown transport label \"_quic\""),
    ] {
        assert_eq!(message(text), format!("{problem}, expected _tcp, _udp, _sctp or _dccp"));
    }
}

#[test]
fn the_name_is_a_service_name() {
    for name in ["bad name!", "é", "dec_dlm", "androidtvremote2", "8080", "-a", "a-", "a--b", ""] {
        let error = ServiceName::parse(name).unwrap_err();
        let text = format!("_{name}._tcp.local.");
        assert_eq!(ServiceLabel::parse(&text), Err(ParseServiceLabelError::Name(error)));
        assert_eq!(message(&text), error.to_string());
    }
    let empty = ParseServiceLabelError::Name(ParseServiceNameError::Empty);
    assert_eq!(ServiceLabel::parse_lenient("_._tcp"), Err(empty));
}

#[test]
fn a_backslash_begins_an_escape() {
    let expected = r"expected `\` and three digits up to 255, or `\` and another character";
    for (text, position) in [
        (r"a._http._tcp.b\", 14),
        (r"\25a._http._tcp", 0),
        (r"a\256._http._tcp", 1),
        (r"a._b\2._sub._http._tcp", 4),
        (r"_http\1é._tcp", 5),
        (r"\", 0),
    ] {
        assert_eq!(message(text), format!("bad escape at byte {position}, {expected}"));
    }
}

#[test]
fn a_strict_instance_is_one_label() {
    let expected = r"expected one label with its dots written `\.`";
    for (text, position) in
        [("a.b._http._tcp", 1), ("aé.b._c._sub._http._tcp", 3), (r"a\.b.c._http._tcp", 4)]
    {
        let at = format!("unescaped dot at byte {position} of an instance name");
        assert_eq!(message(text), format!("{at}, {expected}"));
    }
}

#[test]
fn a_label_has_at_most_63_bytes_and_an_escape_is_one() {
    for instance in ["a".repeat(63), r"\032".repeat(63), r"\.".repeat(63), "é".repeat(31) + "e"] {
        let text = |instance: &str| format!("{instance}._http._tcp");
        assert_eq!(ServiceLabel::parse(&text(&instance)).unwrap().instance(), Some(&*instance));
        let error = ServiceLabel::parse(&text(&(instance + "a"))).map(|_| ());
        assert_eq!(error, Err(ParseServiceLabelError::LabelTooLong { position: 0, length: 64 }));
    }

    let text = |length| format!("a._{}._tcp", "x".repeat(length));
    assert!(ServiceLabel::parse_lenient(&text(62)).is_ok());
    assert_eq!(message(&text(63)), "label of 64 bytes at byte 2, expected at most 63");
}

#[test]
fn a_name_has_at_most_255_bytes_on_the_wire() {
    // 6 + 5 + 3 * 64 + 1 + last + 1
    let text = |last| format!("_http._tcp.{0}.{0}.{0}.{1}", "a".repeat(63), "b".repeat(last));
    for dot in ["", "."] {
        assert!(ServiceLabel::parse(&(text(50) + dot)).is_ok());
        let expected = "domain name of 256 bytes on the wire, expected at most 255";
        assert_eq!(message(&(text(51) + dot)), expected);
    }
}

#[test]
fn labels_compare_as_text_without_ascii_case() {
    let label = |text| ServiceLabel::parse(text).unwrap();
    assert_eq!(label("_HTTP._tcp.Local"), label("_http._TCP.lOCAL"));
    assert_eq!(label("_HTTP._tcp"), "_http._tcp");
    assert_eq!("_http._tcp", label("_HTTP._tcp"));
    assert_ne!(label("_http._tcp"), label("_http._tcp."));
    assert_ne!(label("é._http._tcp"), label("É._http._tcp"));
    assert_eq!(HashSet::from([label("_HTTP._tcp"), label("_http._TCP")]).len(), 1);
    assert_eq!(BTreeSet::from([label("_HTTP._tcp"), label("_http._TCP")]).len(), 1);
    assert_eq!(format!("{:12}|", label("_ftp._tcp")), "_ftp._tcp   |");
}

#[test]
fn the_meta_query() {
    let is_meta_query = |text| ServiceLabel::parse(text).unwrap().is_meta_query();
    assert!(is_meta_query("_services._dns-sd._udp"));
    assert!(is_meta_query("_SERVICES._DNS-SD._UDP.local."));
    for text in [
        "_dns-sd._udp",
        "_services._dns-sd._tcp",
        "b._dns-sd._udp",
        "_services._ipp._udp",
        "_services._udp",
    ] {
        assert!(!is_meta_query(text), "{text}");
    }
}

#[test]
fn an_error_outlives_the_text() {
    fn parse(text: &str) -> Result<(), Box<dyn Error + Send + Sync>> {
        ServiceLabel::parse(text)?;
        Ok(())
    }
    let error = parse(&String::from("_sip._tls")).unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"unknown transport label "_tls", expected _tcp, _udp, _sctp or _dccp"#
    );
}

/// The same with a buffer.
fn unescape(text: &str) -> String {
    let mut bytes = vec![];
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..3).filter(|digits| digits.iter().all(u8::is_ascii_digit));
        let decimal = digits.and_then(|digits| core::str::from_utf8(digits).unwrap().parse().ok());
        let skipped = match (first, decimal, after.first()) {
            (b'\\', Some(octet), _) => (octet, 4),
            (b'\\', None, Some(escaped)) if !escaped.is_ascii_digit() => (*escaped, 2),
            _ => (*first, 1),
        };
        bytes.push(skipped.0);
        rest = &rest[skipped.1..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn an_instance_is_unescaped_as_utf_8() {
    for (text, expected) in [
        (r"a\.b\032c", "a.b c"),
        (r"caf\195\169", "café"),
        (r"Ann\226\128\153s", "Ann’s"),
        (r"\240\159\166\128", "🦀"),
        (r"\\\\", r"\\"),
        (r"SRV\7", r"SRV\7"),
        (r"\256", r"\256"),
        ("Büro", "Büro"),
        (r"\255a\195", "\u{fffd}a\u{fffd}"),
        (r"\226\128a", "\u{fffd}a"),
        (r"\195\195\169", "\u{fffd}é"),
    ] {
        let text = format!("{text}._ipp._tcp");
        let label = ServiceLabel::parse_lenient(&text).unwrap();
        let unescaped = label.instance_unescaped().unwrap();
        assert_eq!(unescaped.to_string(), expected, "{text}");
        assert_eq!(format!("{unescaped:?}"), expected);
        assert_eq!(format!("{unescaped:>9}"), format!("{expected:>9}"));
        assert_eq!(unescaped.to_string(), unescape(label.instance().unwrap()));
    }
    assert!(ServiceLabel::parse("_ipp._tcp").unwrap().instance_unescaped().is_none());
}

#[test]
fn what_the_bonjour_api_calls_a_regtype() {
    for (text, subtype, service_type) in [
        ("_ipp._tcp", None, "_ipp._tcp"),
        ("_ipp._TCP.", None, "_ipp._TCP"),
        ("_ipp._tcp,_color", Some("_color"), "_ipp._tcp"),
        ("_ipp._tcp.,color", Some("color"), "_ipp._tcp"),
        (r"_ipp._udp,a\,b\.c", Some(r"a\,b\.c"), "_ipp._udp"),
    ] {
        let label = ServiceLabel::parse_regtype(text).unwrap();
        assert_eq!(parts(label).1, subtype, "{text}");
        assert_eq!((label.instance(), label.domain()), (None, None));
        assert_eq!((label.service_type(), label.as_str()), (service_type, text));
        assert_eq!(label.broken_rules().next(), None);
    }
    let unexpected = |position| ParseServiceLabelError::UnexpectedText { position };
    for (text, expected) in [
        ("a._ipp._tcp", unexpected(0)),
        ("_color._sub._ipp._tcp", unexpected(0)),
        ("_ipp._tcp.local", unexpected(10)),
        ("_ipp._tcp,_color.local", unexpected(16)),
        ("_ipp._tcp,_a,_b", unexpected(12)),
        ("_ipp._tcp,", ParseServiceLabelError::EmptyLabel { position: 10 }),
        (r"_ipp._tcp,a\1", ParseServiceLabelError::BadEscape { position: 11 }),
        ("_a_b._tcp,_color", ServiceLabel::parse("_a_b._tcp").unwrap_err()),
        (",_color", ParseServiceLabelError::Empty),
    ] {
        assert_eq!(ServiceLabel::parse_regtype(text), Err(expected), "{text}");
    }
    let text = format!("_ipp._tcp,{}", "a".repeat(64));
    let expected = ParseServiceLabelError::LabelTooLong { position: 10, length: 64 };
    assert_eq!(ServiceLabel::parse_regtype(&text), Err(expected));
    assert_eq!(
        ServiceLabel::parse_regtype("_ipp._tcp.local").unwrap_err().to_string(),
        "unexpected text at byte 10 of a service type, expected one such as _ipp._tcp or \
         _ipp._tcp,_color"
    );
}

/// A client that forgives one rule is told the others.
#[test]
fn every_broken_rule_is_told() {
    use ParseServiceLabelError as Rule;
    use ParseServiceNameError as NameRule;
    for (text, expected) in [
        ("_http._tcp", &[][..]),
        ("_sub._http._tcp", &[Rule::MissingSubtype]),
        (
            "_a_b!._tcp",
            &[
                Rule::Name(NameRule::BadCharacter { character: '_', position: 1 }),
                Rule::Name(NameRule::BadCharacter { character: '!', position: 3 }),
            ],
        ),
        (
            "_1234567890123456._tcp",
            &[
                Rule::Name(NameRule::TooLong { length: 16 }),
                Rule::Name(NameRule::NoLetter { length: 16 }),
            ],
        ),
        (
            "_--._tcp",
            &[
                Rule::Name(NameRule::LeadingHyphen),
                Rule::Name(NameRule::TrailingHyphen { position: 1 }),
                Rule::Name(NameRule::AdjacentHyphens { position: 0 }),
                Rule::Name(NameRule::NoLetter { length: 2 }),
            ],
        ),
        (
            "a\t.\\7._x\\8._sub._http._tcp",
            &[
                Rule::DottedInstance { position: 2 },
                Rule::ControlCharacter { value: 9, position: 1 },
                Rule::BadEscape { position: 3 },
                Rule::BadEscape { position: 8 },
            ],
        ),
    ] {
        let label = ServiceLabel::parse_lenient(text).unwrap();
        assert!(label.broken_rules().eq(expected.iter().copied()), "{text}");
        // Forgiving all but the last leaves the last.
        let last = expected.last().copied();
        let mut left = expected.len();
        let found = ServiceLabel::parse_forgiving(text, |_| {
            left -= 1;
            left > 0
        });
        assert_eq!(found.err(), last, "{text}");
    }
}

#[test]
fn arbitrary_text_never_panics_and_the_parts_make_up_the_whole() {
    let pieces: Vec<&str> =
        "|.|.|.|_|\\|\\.|\\0|46|_tcp|._UDP|_sctp|._sub.|_http.|_ipp|a|-| |é|€|🦀|\0\
        |local|_dns-sd|_services"
            .split('|')
            .collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut parsed = 0;
    for _ in 0..200_000 {
        let mut text = String::new();
        for _ in 0..random.below(14) {
            text.push_str(random.one(&pieces));
        }
        let strict = ServiceLabel::parse(&text);
        match ServiceLabel::parse_lenient(&text) {
            Err(error) => {
                assert_eq!(strict, Err(error), "{text:?}");
                assert!(!error.to_string().is_empty());
            }
            Ok(label) => {
                parsed += 1;
                let (instance, subtype, name, transport_label, domain) = parts(label);
                let mut whole = vec![];
                whole.extend(instance.map(String::from));
                whole.extend(subtype.filter(|subtype| !subtype.is_empty()).map(String::from));
                whole.extend(subtype.map(|_| String::from("_sub")));
                whole.push(format!("_{name}.{transport_label}"));
                whole.extend(domain.map(String::from));
                let whole = whole.join(".");
                let same = whole.eq_ignore_ascii_case(&text) || whole + "." == text;
                assert!(same, "{text:?}");
                assert!(strict.is_err() || ServiceName::parse(name).is_ok(), "{text:?}");
                assert_eq!(strict.err(), label.broken_rules().next(), "{text:?}");
                assert!(ServiceLabel::parse_forgiving(&text, |_| true).is_ok(), "{text:?}");
                assert!(text.ends_with(label.type_domain()), "{text:?}");
                assert!(label.type_domain().starts_with(label.service_type()), "{text:?}");
                let pair = format!("_{name}.{transport_label}");
                assert_eq!(label.service_type(), pair, "{text:?}");
                if let Some(unescaped) = label.instance_unescaped() {
                    assert_eq!(unescaped.to_string(), unescape(label.instance().unwrap()));
                }
            }
        }
    }
    assert!(parsed > 1_000, "{parsed}");
}
