//! What cannot be read, and what the error says of it.

use core::fmt::Debug;
use iana_ports::dns_sd::ServiceLabel;
use iana_ports::port_spec::Fixed;
use iana_ports::service_name::ServiceName;
use iana_ports::{Date, PortRange, Record, Service, Status};
use serde::Deserialize;

/// Asserts the error, of which serde_json adds the place of some.
#[track_caller]
fn refused<'de, T: Deserialize<'de> + Debug>(json: &'de str, expected: &str) {
    let error = serde_json::from_str::<T>(json).expect_err(json).to_string();
    let error = error.split_once(" at line ").map_or(error.as_str(), |(error, _)| error);
    assert_eq!(error, expected, "{json}");
}

#[test]
fn rows() {
    refused::<Service<'static>>(
        r#"{"service_name": "htps", "port_number": 443, "transport_protocol": "tcp"}"#,
        r#"unknown service name "htps", expected a registered name; did you mean "https"?"#,
    );
    refused::<Service<'static>>(
        r#"{"service_name": "HTTPS", "port_number": 444, "transport_protocol": "tcp"}"#,
        r#"no row "https (444/tcp)", expected one of the registry such as "https (443/tcp)""#,
    );
    refused::<Service<'static>>(
        r#"{"service_name": "x11", "port_number": 6000, "transport_protocol": "tcp"}"#,
        r#"no row "x11 (6000/tcp)", expected one of the registry such as "x11 (6000-6063/tcp)""#,
    );
    refused::<Service<'static>>(
        r#"{"service_name": "webdavs", "transport_protocol": "tcp"}"#,
        r#"no row "webdavs (tcp)", expected one of the registry such as "webdavs""#,
    );
    refused::<Service<'static>>(r#"{"port_number": 0}"#, "missing field `service_name`");
    refused::<Service<'static>>("{}", "missing field `service_name`");
    refused::<Service<'static>>(r#"{"service_name": null}"#, "missing field `service_name`");
    refused::<Service<'static>>(
        r#"{"service_name": 443}"#,
        "invalid type: integer `443`, expected a service name",
    );
    refused::<Service<'static>>(
        r#"{"service_name": "https", "service_name": "https"}"#,
        "duplicate field `service_name`",
    );
    refused::<Service<'static>>(
        r#"{"service_name": "https", "port_number": null, "port_number": 443}"#,
        "duplicate field `port_number`",
    );
    refused::<Service<'static>>(
        "443",
        "invalid type: integer `443`, expected a row with service_name, port_number and \
         transport_protocol",
    );
    refused::<Service<'static>>(
        r#"["https", 443]"#,
        "invalid length 2, expected a row with service_name, port_number and transport_protocol",
    );
    refused::<Record<'static>>(
        r#"{"port_number": 443, "transport_protocol": "tcp"}"#,
        r#"no nameless row "443/tcp", expected one of the registry such as "0/tcp""#,
    );
    refused::<Record<'static>>(
        r#"{"port_number": 230}"#,
        r#"no nameless row "230", expected one of the registry such as "0/tcp""#,
    );
    refused::<Record<'static>>(
        "{}",
        r#"no nameless row "", expected one of the registry such as "0/tcp""#,
    );
}

#[test]
fn ports_and_transports_of_rows() {
    let port = "expected a port such as 443 or a range such as \"6000-6063\"";
    for (value, found) in [
        ("65536", "invalid value: integer `65536`"),
        ("-1", "invalid value: integer `-1`"),
        ("1.5", "invalid type: floating point `1.5`"),
        (r#""""#, r#"invalid value: string """#),
        (r#""+443""#, r#"invalid value: string "+443""#),
        (r#""6063-6000""#, r#"invalid value: string "6063-6000""#),
        (r#""1-2-3""#, r#"invalid value: string "1-2-3""#),
        (r#""65536""#, r#"invalid value: string "65536""#),
        ("true", "invalid type: boolean `true`"),
    ] {
        let json = format!(r#"{{"service_name": "https", "port_number": {value}}}"#);
        refused::<Service<'static>>(&json, &format!("{found}, {port}"));
    }
    refused::<Service<'static>>(
        r#"{"service_name": "https", "transport_protocol": "quic"}"#,
        r#"unknown transport "quic", expected tcp, udp, sctp or dccp"#,
    );
    refused::<Service<'static>>(
        r#"{"service_name": "https", "transport_protocol": 6}"#,
        "invalid type: integer `6`, expected tcp, udp, sctp or dccp",
    );
}

#[test]
fn rows_of_a_text() {
    refused::<Service<'static>>(
        r#""htps (443/tcp)""#,
        r#"unknown service name "htps", expected a registered name; did you mean "https"?"#,
    );
    refused::<Service<'static>>(
        r#""https""#,
        r#"no row "https", expected one of the registry such as "https (443/tcp)""#,
    );
    refused::<Service<'static>>(
        r#""https (443/quic)""#,
        r#"unknown transport "quic", expected tcp, udp, sctp or dccp"#,
    );
    refused::<Service<'static>>(
        r#""https (/tcp)""#,
        r#"malformed port "", expected a port such as 443 or a range such as "6000-6063""#,
    );
    refused::<Service<'static>>(
        r#""https ()""#,
        r#"unknown transport "", expected tcp, udp, sctp or dccp"#,
    );
    refused::<Service<'static>>(
        r#""Reserved (0/tcp)""#,
        r#"no service in row "Reserved (0/tcp)", expected a row with a name"#,
    );
    refused::<Record<'static>>(
        r#""Unassigned (0/tcp)""#,
        r#"no nameless row "0/tcp", expected one of the registry such as "0/tcp""#,
    );
}

#[test]
fn values() {
    refused::<Date>(
        r#""17 Aug 2026""#,
        r#"malformed date "17 Aug 2026", expected YYYY-MM or YYYY-MM-DD with months 01-12, days 01-31"#,
    );
    refused::<Date>(
        "2026",
        "invalid type: integer `2026`, expected a date such as 2026-08-17 or 2005-02",
    );
    refused::<Status>(
        r#""assigned""#,
        "unknown status \"assigned\", expected Assigned, Reserved, Unassigned or Dynamic",
    );
    refused::<PortRange>(
        r#""System""#,
        "unknown range \"System\", expected System Ports, User Ports or Dynamic Ports",
    );
    refused::<Fixed<1>>(
        r#""htps""#,
        "unknown service name \"htps\" at byte 0, \
         expected a registered name; did you mean \"https\"?",
    );
    refused::<ServiceName<'_>>(r#""""#, "empty service name, expected 1 to 15 characters");
    refused::<ServiceName<'_>>(
        r#""a\u0062c""#,
        "invalid type: string \"abc\", expected a borrowed string",
    );
    assert!(serde_json::from_str::<ServiceLabel<'_>>(r#""_https""#).is_err());
}

#[cfg(feature = "details")]
#[test]
fn service_codes() {
    refused::<iana_ports::service_code::ServiceCode>(
        "4294967296",
        "invalid value: integer `4294967296`, expected u32",
    );
}

#[cfg(feature = "contacts")]
#[test]
fn contacts() {
    use iana_ports::Contact;
    use iana_ports::contact::{Email, UriKind};

    refused::<Contact<'static>>(
        r#""Nobody""#,
        r#"unknown contact "Nobody", expected a handle of the registry such as "IESG""#,
    );
    refused::<Contact<'static>>(
        r#"{"name": "Jon Postel", "id": "[Nobody]"}"#,
        r#"unknown contact "[Nobody]", expected a handle of the registry such as "IESG""#,
    );
    refused::<Contact<'static>>(r#"{"name": "Jon Postel"}"#, "missing field `id`");
    refused::<Contact<'static>>(r#"{"id": "IESG", "id": "IESG"}"#, "duplicate field `id`");
    refused::<Contact<'static>>(r#"{"id": null}"#, "invalid type: null, expected a contact handle");
    refused::<Contact<'static>>("[]", "invalid length 0, expected a contact with id");
    refused::<Contact<'static>>("1", "invalid type: integer `1`, expected a contact with id");
    for text in ["", "user", "user&example.com", "a b@example.com", "user@example.com>"] {
        refused::<Email<'_>>(
            &format!("{text:?}"),
            &format!("malformed mail address {text:?}, expected one such as user@example.com"),
        );
    }
    refused::<UriKind>(
        r#""mailto""#,
        "unknown kind of URI \"mailto\", expected mail, telephone, web or other",
    );
}
