//! Values, written and read back.

use super::{round_trip, to_json};
use iana_ports::dns_sd::ServiceLabel;
use iana_ports::port_spec::Fixed;
use iana_ports::service_name::ServiceName;
use iana_ports::{Date, EDITION, PortKey, PortRange, Status, Transport, services};

#[test]
fn words() {
    for &transport in Transport::ALL {
        assert_eq!(to_json(transport), format!("\"{transport}\""));
        round_trip(&transport);
    }
    for side in iana_ports::flow::Side::ALL {
        assert_eq!(to_json(side), format!("\"{side}\""));
        round_trip(&side);
    }
    for range in PortRange::ALL {
        assert_eq!(to_json(range), format!("\"{range}\""));
        round_trip(&range);
    }
    for status in [Status::Assigned, Status::Reserved, Status::Unassigned, Status::Dynamic] {
        assert_eq!(to_json(status), format!("\"{status}\""));
        round_trip(&status);
    }
}

#[test]
fn dates() {
    assert_eq!(to_json(EDITION), format!("\"{EDITION}\""));
    for year in [0, 1970, 2026, 9999] {
        for month in 1..=12 {
            for day in [None, Some(1), Some(31)] {
                round_trip(&Date::new(year, month, day).unwrap());
            }
        }
    }
}

#[test]
fn port_keys() {
    for &transport in Transport::ALL {
        for port in [0, 443, u16::MAX] {
            let key = PortKey::new(port, transport);
            assert_eq!(to_json(key), format!("\"{key}\""));
            round_trip(&key);
        }
    }
    let error = serde_json::from_str::<PortKey>("\"443\"").unwrap_err().to_string();
    assert!(error.starts_with("malformed port key \"443\", expected "), "{error}");
    let error = serde_json::from_str::<PortKey>("443").unwrap_err().to_string();
    assert!(error.contains("expected a port and a transport such as 443/tcp"), "{error}");
}

#[test]
fn port_specs() {
    for text in ["22", "https/tcp", "22,6000-6063/udp,x11", "0,65535/dccp"] {
        let spec = Fixed::<4>::parse(text).unwrap();
        assert_eq!(to_json(spec), format!("{text:?}"));
        round_trip(&spec);
    }
    let ports = Fixed::<2>::parse("69-70/udp,imap/tcp").unwrap();
    assert_eq!(to_json(ports.iter()), r#"[[69,"udp"],[70,"udp"],[143,"tcp"]]"#);
    assert_eq!(to_json(ports.ranges(Transport::Udp)), r#"["69-70"]"#);
    assert_eq!(to_json(ports.items()), r#"["69-70/udp","imap/tcp"]"#);
}

/// A port is an integer in a settings file, or in a list of such.
#[cfg(feature = "alloc")]
#[test]
fn port_specs_of_integers() {
    use iana_ports::port_spec::PortSpec;

    let allowed: Vec<PortSpec> = serde_json::from_str(r#"[443, "ssh, 60-", 0]"#).unwrap();
    assert_eq!(allowed, ["443", "ssh,60-65535", "0"].map(|text| text.parse().unwrap()));
    for (json, message) in [
        ("65536", "invalid value: integer `65536`, expected a port spec such as "),
        ("-1", "invalid value: integer `-1`, expected a port spec such as "),
        ("true", "invalid type: boolean `true`, expected a port spec such as "),
        (r#""22,htps""#, "unknown service name \"htps\" at byte 3, expected "),
    ] {
        let error = serde_json::from_str::<PortSpec>(json).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }
}

#[test]
fn names_and_labels_of_every_service() {
    for service in services() {
        let json = to_json(service.name());
        if let Ok(name) = ServiceName::parse(service.name()) {
            assert_eq!(to_json(name), json);
            let read: ServiceName<'_> = serde_json::from_str(&json).unwrap();
            assert_eq!(read.as_str(), service.name());
        }
        let json = to_json(service.label());
        if let Ok(label) = service.label().to_string().as_str().try_into() {
            let label: ServiceLabel<'_> = label;
            assert_eq!(to_json(label), json);
            assert_eq!(serde_json::from_str::<ServiceLabel<'_>>(&json).unwrap(), label);
        }
    }
}

#[cfg(feature = "details")]
#[test]
fn references_codes_and_dates_of_every_record() {
    use iana_ports::reference::Reference;
    use iana_ports::service_code::ServiceCode;

    for record in iana_ports::records() {
        for reference in record.references() {
            let json = to_json(reference);
            assert_eq!(json, to_json(reference.to_string()));
            assert_eq!(serde_json::from_str::<Reference<'_>>(&json).unwrap(), reference);
        }
        if let Some(code) = record.service_code() {
            assert_eq!(to_json(code), code.to_u32().to_string());
            assert_eq!(serde_json::from_str::<ServiceCode>(&to_json(code)).unwrap(), code);
        }
        for date in [record.registered(), record.modified()] {
            round_trip(&date);
        }
    }
}

#[cfg(feature = "contacts")]
#[test]
fn uris_and_addresses_of_every_contact() {
    use iana_ports::contact::{Email, Uri};

    for contact in iana_ports::contacts() {
        for uri in contact.uris() {
            let json = to_json(uri);
            // Serde cannot lend what JSON escapes.
            if !json.contains('\\') {
                assert_eq!(serde_json::from_str::<Uri<'_>>(&json).unwrap(), uri);
            }
            round_trip(&uri.kind());
        }
        if let Some(email) = contact.email() {
            let json = to_json(email);
            assert_eq!(json, to_json(email.to_string()));
            assert_eq!(serde_json::from_str::<Email<'_>>(&json).unwrap(), email);
        }
    }
}
