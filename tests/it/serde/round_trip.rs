//! Every row and every contact, written and read back.

use super::{round_trip, to_json};
use crate::oracle::model::MODEL;
use iana_ports::{PortKey, Record, Service, Status, records, services, services_named};

/// The second of the two rows that have one identity, and the first.
fn rdp() -> (Service<'static>, Service<'static>) {
    let mut rows = services_named("rdp").filter(|service| service.port().is_none());
    let first = rows.next().expect("two rows");
    (rows.next().expect("two rows"), first)
}

#[test]
fn every_record() {
    let (second, first) = rdp();
    let mut others = 0;
    for record in records() {
        if record == second.record() {
            let read: Record<'static> = serde_json::from_str(&to_json(record)).unwrap();
            assert_eq!(read, first.record());
            others += 1;
        } else {
            round_trip(&record);
        }
    }
    assert_eq!((records().len(), others), (MODEL.rows.len(), 1));
}

#[test]
fn every_service() {
    let (second, first) = rdp();
    for service in services() {
        let expected = if service == second { first } else { service };
        let json = to_json(service);
        assert_eq!(serde_json::from_str::<Service<'static>>(&json).unwrap(), expected);
        // Without the columns that do not tell it from others.
        let mut value = serde_json::to_value(service).unwrap();
        value.as_object_mut().unwrap().retain(|column, _| {
            matches!(column.as_str(), "service_name" | "port_number" | "transport_protocol")
        });
        assert_eq!(serde_json::from_value::<Service<'static>>(value).unwrap(), expected);
        let text = to_json(service.to_string());
        assert_eq!(serde_json::from_str::<Service<'static>>(&text).unwrap(), expected, "{text}");
    }
}

/// A service is a record, and its record is it.
#[test]
fn a_service_reads_as_its_record_and_the_other_way_round() {
    let other = rdp().0.record();
    for record in records().step_by(7).filter(|record| *record != other) {
        match record.service() {
            Some(service) => {
                let read: Record<'static> = serde_json::from_str(&to_json(service)).unwrap();
                assert_eq!(read, record);
                let read: Service<'static> = serde_json::from_str(&to_json(record)).unwrap();
                assert_eq!(read, service);
            }
            None => assert!(serde_json::from_str::<Service<'static>>(&to_json(record)).is_err()),
        }
    }
}

/// As formats write a row that write structs as sequences.
#[test]
fn rows_as_sequences() {
    let other = rdp().0.record();
    for record in records().step_by(11).filter(|record| *record != other) {
        let value = serde_json::to_value(record).unwrap();
        let columns = ["service_name", "port_number", "transport_protocol", "status"];
        let sequence = to_json(columns.map(|column| &value[column]));
        assert_eq!(serde_json::from_str::<Record<'static>>(&sequence).unwrap(), record);
    }
}

#[test]
fn what_is_absent_is_null_and_what_is_unknown_is_ignored() {
    let json = r#"{"x": [{}], "transport_protocol": "TCP", "status": 7, "port_number": "443",
        "service_name": "HTTPS"}"#;
    let https: Service<'static> = serde_json::from_str(json).unwrap();
    assert_eq!(https.to_string(), "https (443/tcp)");
    let webdavs: Service<'static> = serde_json::from_str(r#"{"service_name": "webdavs"}"#).unwrap();
    assert_eq!(webdavs.to_string(), "webdavs");
    let reserved: Record<'static> = serde_json::from_str(r#"{"port_number": "225-241"}"#).unwrap();
    assert_eq!(reserved.to_string(), "Reserved (225-241)");
    assert_eq!(reserved.status(), Status::Reserved);
}

#[test]
fn sequences_of_rows() {
    let json = to_json(services_named("ssh"));
    let rows: Vec<Service<'static>> = serde_json::from_str(&json).unwrap();
    assert!(services_named("ssh").eq(rows));
}

#[cfg(feature = "contacts")]
#[test]
fn every_contact() {
    use iana_ports::{Contact, contacts};

    for contact in contacts() {
        round_trip(&contact);
        let handle = to_json(contact.handle());
        assert_eq!(serde_json::from_str::<Contact<'static>>(&handle).unwrap(), contact);
        let bracketed = to_json(contact.to_string());
        assert_eq!(serde_json::from_str::<Contact<'static>>(&bracketed).unwrap(), contact);
        let sequence = to_json([Some(contact.handle()), contact.name()]);
        assert_eq!(serde_json::from_str::<Contact<'static>>(&sequence).unwrap(), contact);
    }
    assert_eq!(contacts().len(), MODEL.contacts.len());
}

/// A map whose keys are rows goes to JSON and back.
#[test]
fn rows_as_the_keys_of_a_map() {
    use iana_ports::as_text::{self, AsText};
    use std::collections::{BTreeMap, HashMap};

    let rows: HashMap<AsText<Record<'static>>, usize> =
        records().enumerate().map(|(index, record)| (AsText(record), index)).collect();
    let json = to_json(&rows);
    let read: HashMap<AsText<Record<'static>>, usize> = serde_json::from_str(&json).unwrap();
    // Two rows of one text.
    assert_eq!((rows.len(), read.len()), (records().len(), records().len() - 1));
    assert!(read.keys().all(|key| rows.contains_key(&key.0)));

    let counts = BTreeMap::from([(services_named("ssh").next().unwrap().into(), 1_u8)]);
    round_trip::<BTreeMap<AsText<Service<'static>>, u8>>(&counts);
    assert_eq!(to_json(&counts), r#"{"ssh (22/tcp)":1}"#);

    let text = serde_json::Value::from("443/tcp");
    let service: Service<'static> = as_text::deserialize(&text).unwrap();
    assert_eq!(
        as_text::serialize(&service, serde_json::value::Serializer).unwrap(),
        "https (443/tcp)"
    );
    let error = as_text::deserialize::<Service<'static>, _>(serde_json::json!(443)).unwrap_err();
    assert_eq!(error.to_string(), "invalid type: integer `443`, expected a text");
    let error = serde_json::from_str::<AsText<PortKey>>("\"443\"").unwrap_err();
    assert!(error.to_string().starts_with("malformed port key \"443\""), "{error}");
}
