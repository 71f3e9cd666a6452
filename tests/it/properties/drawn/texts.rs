//! Texts: what is asked for, and JSON.

use iana_ports::{contacts, records};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::{Index, select};

use super::{config, of_pieces};
use crate::properties::{find, json, look_ups, values};

/// Pieces of names, handles and whatever else is asked for.
const ASKED: &[&str] = &[
    "http",
    "HTTPS",
    "-",
    "_",
    " ",
    "alt",
    "*",
    "a",
    "mail",
    "secure",
    "[Joe_Touch]",
    "x11",
    "é",
    "IESG",
    "cisco",
    ".com",
    "914c",
    "/",
    "oracle",
    "",
];

/// A name of the registry, or pieces of one.
fn asked() -> impl Strategy<Value = String> {
    let name = |place: Index| {
        let record = records().nth(place.index(records().len()));
        record.and_then(|record| record.service()).map_or("", |service| service.name()).to_owned()
    };
    prop_oneof![of_pieces(ASKED), any::<Index>().prop_map(name)]
}

/// A value of JSON that has no others in it.
fn part() -> impl Strategy<Value = String> {
    let text = of_pieces(&[
        "443",
        "/",
        "tcp",
        "https",
        "ssh (22/tcp)",
        "-",
        "6000-6063",
        ",",
        "2026-08",
        "RFC",
        "mailto:",
        "a@b.example",
        "%26",
        "&",
        "SC:x",
        "_ipp._tcp",
        "\\u00e9",
        "é",
        "Reserved",
        "System Ports",
        "\\n",
        "source",
        "Web",
    ])
    .prop_map(|text| format!("\"{text}\""));
    let word = select(&["null", "true", "0", "443", "-1", "65536", "1e3", "{}", "[]"][..]);
    prop_oneof![text, word.prop_map(str::to_owned)]
}

/// A value of JSON that is like one that is read.
fn value() -> impl Strategy<Value = String> {
    let row = |place: Index| {
        let record = records().nth(place.index(records().len()));
        serde_json::to_string(&record).expect("it is written")
    };
    let contact = |place: Index| {
        let contact = contacts().nth(place.index(contacts().len()));
        serde_json::to_string(&contact).expect("it is written")
    };
    let key = select(
        &["service_name", "port_number", "transport_protocol", "status", "id", "name", "x"][..],
    );
    let map = vec((key, part()), 0..5).prop_map(|fields| {
        let fields = fields.iter().map(|(key, value)| format!("\"{key}\":{value}"));
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    });
    prop_oneof![
        part(),
        vec(part(), 0..4).prop_map(|parts| format!("[{}]", parts.join(","))),
        map,
        any::<Index>().prop_map(row),
        any::<Index>().prop_map(contact),
    ]
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn asked_and_read(
        asked in asked(),
        lines in vec(
            (select(&["a", "A", "http", "x\"y", "b"][..]), select(&["1/tcp", "2/udp", "80/TCP"][..])),
            0..6,
        ),
        prose in of_pieces(&["Defined TXT keys: ", "a=1", " ", "on port 7", "[RFC1]", "\"", "\u{7}"]),
    ) {
        let lines = lines.iter().map(|(name, key)| format!("\n{name} {key}")).collect::<String>();
        look_ups::check(&format!("{asked}{lines} # {prose}"));
    }

    #[test]
    fn found(
        asked in asked(),
        lines in vec(
            (
                of_pieces(&["http", "-", "a", "A", "mail", "é"]),
                of_pieces(&["Secure", " ", "-", "shell", "mail", "é"]),
                select(&["", "ann", "Bob", "c"][..]),
                select(&["", "Cisco", "cisco", "@cisco.com", "Ann Ltd.", "SAP"][..]),
                select(&["", "mailto:a&cisco.com", "mailto:b@a.example", "tel:1"][..]),
            ),
            0..5,
        ),
    ) {
        let lines = lines.iter().map(|(name, description, handle, organization, uri)| {
            format!("\n{name}|{description}|{handle}|{organization}|{uri}")
        });
        find::check(&format!("{asked}{}", lines.collect::<String>()));
    }

    #[test]
    fn json_of_every_type(text in prop_oneof![value(), asked()]) {
        json::check(&text);
    }

    #[test]
    fn values_of_every_type(text in prop_oneof![value().prop_map(|text| text.replace('"', "")), asked(), Just(String::new())]) {
        values::check(&text);
    }
}
