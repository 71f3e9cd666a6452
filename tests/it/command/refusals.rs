//! What has no answer, and what is said of it.

use super::lookup;

/// Asserts that an argument has no answer, and what is said of it.
#[track_caller]
fn assert_error(argument: &str, code: i32, expected: &str) {
    // Behind two hyphens, nothing is an option.
    let answer = lookup(&["--", argument]);
    assert_eq!(answer.err, format!("iana-ports: {expected}\n"));
    assert_eq!((answer.out.as_str(), answer.code), ("", Some(code)));
}

#[test]
fn unknown_names_and_handles() {
    assert_error("no-such", 1, r#"no service is named "no-such""#);
    assert_error("1234x", 1, r#"no service is named "1234x""#);
    assert_error("no-such/udp", 1, r#"no service is named "no-such""#);
    assert_error("imap/udp", 1, r#""imap" is not registered on udp, but as imap (143/tcp)"#);
    assert_error("[Nobody]", 1, r#"no contact has the handle "[Nobody]""#);
    let hint = r#"no service is named "Jon_Postel"; for the contact, ask for "[Jon_Postel]""#;
    assert_error("Jon_Postel", 1, hint);
    assert_error("a\u{1b}[2J", 1, r#"no service is named "a\u{1b}[2J""#);
    let near = r#"no service is named "htps"; did you mean "https", "htsp" or "ftps"?"#;
    assert_error("htps", 1, near);
    assert_error("_htps._tcp", 1, near);
    let customary = r#"no service is named "postgress"; did you mean "postgres" or "postgresql"?"#;
    assert_error("postgress", 1, customary);
}

#[test]
fn unknown_labels_lists_and_documents() {
    assert_error("_no-such._tcp.local.", 1, r#"no service is named "no-such""#);
    let other = r#""imap" is not registered on udp, but as imap (143/tcp)"#;
    assert_error("_imap._udp", 1, other);
    let broken = "no service is named \"androidtvremote2\", and \"_androidtvremote2._tcp.local.\" \
                  breaks a rule: service name of 16 characters, expected at most 15";
    assert_error("_androidtvremote2._tcp.local.", 1, broken);

    let unknown =
        r#"unknown service name "no-such" at byte 3, expected a registered name such as "https""#;
    assert_error("22,no-such", 1, &format!(r#""22,no-such": {unknown}"#));
    let other =
        r#""22,imap/udp": no port on udp is registered for "imap/udp" at byte 3, expected tcp"#;
    assert_error("22,imap/udp", 1, other);
    let portless =
        r#"no port is registered for "webdavs" at byte 0, expected a service that has one"#;
    assert_error("webdavs,22", 1, &format!(r#""webdavs,22": {portless}"#));

    assert_error("RFC99999", 1, "no service cites RFC 99999");
    assert_error("rfc 99999999999", 1, r#"no service is named "rfc 99999999999""#);
}

#[test]
fn malformed_questions() {
    for argument in ["", " ", "-9", "--port", "/tcp", "/", "+22", "４４３"] {
        let expected = "expected ports (443, 22/tcp, 6000-6063), a service name (https, https/tcp), \
                        a service label (_https._tcp), an RFC (RFC6353) or a contact handle \
                        in brackets ([Jon_Postel])";
        assert_error(argument, 2, &format!("{argument:?}: {expected}"));
    }
    for (argument, transport) in [("ssh/", ""), ("tcp/22", "22"), ("https/icmp", "icmp")] {
        let expected = "expected tcp, udp, sctp or dccp after the slash";
        let found = format!("unknown transport {transport:?}");
        assert_error(argument, 2, &format!("{argument:?}: {found}, {expected}"));
    }
    for argument in ["[", "[]", "[A][B]", "[A", "[A]/tcp"] {
        let expected = "expected one contact handle in brackets, such as [Jon_Postel]";
        assert_error(argument, 2, &format!("{argument:?}: {expected}"));
    }
}

#[test]
fn malformed_ports() {
    for argument in ["70000", "65536/tcp", "99999999999999999999", "1-65536"] {
        let expected = format!("too high a port in {argument:?} at byte 0, expected at most 65535");
        assert_error(argument, 2, &expected);
    }
    assert_error(
        "22,70000",
        2,
        r#""22,70000": too high a port in "70000" at byte 3, expected at most 65535"#,
    );
    let backward = r#"backward range "6063-6000" at byte 0, expected the lower port first"#;
    assert_error("6063-6000", 2, backward);
    let transport = r#"unknown transport in "22/icmp" at byte 0, expected tcp, udp, sctp or dccp"#;
    assert_error("22/icmp", 2, transport);
    let malformed =
        r#"malformed port or range "22-23-" at byte 0, expected digits such as 22 or 6000-6063"#;
    assert_error("22-23-", 2, malformed);
    let other = r#""80:8080" at byte 0 has the form of another tool, expected 80-8080"#;
    assert_error("80:8080", 2, other);
    let empty = "empty item at byte 3 of a port spec, expected a port or a service name";
    assert_error("22,,80", 2, &format!(r#""22,,80": {empty}"#));
}

#[test]
fn malformed_labels() {
    for (argument, label) in [("_ipp._foo", "_foo"), ("a._ipp._foo.local", "_foo")] {
        let expected = "expected _tcp, _udp, _sctp or _dccp";
        let found = format!("unknown transport label {label:?}");
        assert_error(argument, 2, &format!("{argument:?}: {found}, {expected}"));
    }
    let name = r#""_tcp.local": no service name before "_tcp", expected a label such as _http"#;
    assert_error("_tcp.local", 2, name);
}
