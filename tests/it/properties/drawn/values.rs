//! Values, and texts that read as values.

use core::fmt::{Debug, Display};
use core::str::FromStr;

use iana_ports::as_text::AsText;
use iana_ports::contact::{Email, UriKind};
use iana_ports::facts::Category;
use iana_ports::flow::Side;
use iana_ports::service_code::ServiceCode;
use iana_ports::transports::Transports;
use iana_ports::{Date, PortKey, PortRange, Status, Transport, contacts, records};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::{select, subsequence};
use serde::{Deserialize, Serialize};

use super::{config, of_pieces};
use crate::properties::values::{check, lends_back, reads_back};

#[test]
fn words() {
    Transport::ALL.iter().for_each(reads_back);
    Side::ALL.iter().for_each(reads_back);
    PortRange::ALL.iter().for_each(reads_back);
    Category::ALL.iter().for_each(reads_back);
    let statuses = [Status::Assigned, Status::Reserved, Status::Unassigned, Status::Dynamic];
    statuses.iter().for_each(reads_back);
    let kinds = [UriKind::Mail, UriKind::Telephone, UriKind::Web, UriKind::Other];
    kinds.iter().for_each(reads_back);
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn dates(year in 0_u16..=9999, month in 1_u8..=12, day in 0_u8..=31) {
        let day = Some(day).filter(|day| *day > 0);
        reads_back(&Date::new(year, month, day).expect("it is one"));
    }

    #[test]
    fn texts_of_dates(text in of_pieces(&["2026", "0000", "-", "1", "01", "12", "31", " "])) {
        check(&text);
    }

    #[test]
    fn keys_and_transports(port in any::<u16>(), on in subsequence(Transport::ALL, 1..=4)) {
        reads_back(&Transports::from(&on[..]));
        on.into_iter().for_each(|on| reads_back(&PortKey::new(port, on)));
    }

    #[test]
    fn service_codes(code in prop_oneof![any::<u32>(), Just(u32::MAX), Just(0), 0x2020_2020..0x7a7a_7a7a_u32]) {
        let code = ServiceCode::new(code);
        reads_back(&code);
        let alternate = format!("{code:#}");
        prop_assert_eq!(alternate.parse(), Ok(code), "{}", alternate);
    }

    #[test]
    fn texts_of_service_codes(text in of_pieces(&["SC", ":", "=", "x", "4294967295", "a", "-", "0"])) {
        check(&text);
    }

    #[test]
    fn port_specs(items in vec(
        (
            prop_oneof![
                any::<u16>().prop_map(|port| port.to_string()),
                (any::<u16>(), any::<u16>())
                    .prop_map(|(one, other)| format!("{}-{}", one.min(other), one.max(other))),
                any::<u16>().prop_map(|port| format!("{port}-")),
                select(&["ssh", "X11", "914c/g", "http-alt", "9pfs"][..]).prop_map(str::to_owned),
            ],
            subsequence(Transport::ALL, 0..=4),
        ),
        1..6,
    )) {
        let text = |(item, on): (String, Vec<Transport>)| {
            let on: Vec<&str> = on.iter().map(|on| on.as_str()).collect();
            if on.is_empty() { item } else { format!("{item}/{}", on.join("+")) }
        };
        let text = items.into_iter().map(text).collect::<Vec<_>>().join(",");
        check(&text);
    }

    #[test]
    fn texts_of_port_specs(text in of_pieces(&["22", "-", ",", "/", "tcp", "ssh", " ", "+", "x11"])) {
        check(&text);
    }

    #[test]
    fn service_names(name in "[a-zA-Z0-9-]{1,15}") {
        check(&name);
    }

    #[test]
    fn service_labels(
        text in of_pieces(&["_ipp", "._tcp", "_udp", ".", "local", "_sub", "My\\.Printer", "é", "_a-b"]),
    ) {
        check(&text);
    }

    #[test]
    fn references(
        text in of_pieces(&["RFC", "6335", "draft-", ", Section ", "4.3", "A", " ", "://", "é", "\""]),
    ) {
        check(&text);
    }

    #[test]
    fn uris_and_addresses(
        scheme in select(&["mailto:", "MAILTO:", "tel:", "", "http://"][..]),
        local_part in of_pieces(&["a", "&", "?", "%", "%41", "%26", "%3F", "%25", ".", "!", "{", "é"]),
        at in select(&["@", "&", ""][..]),
        domain in of_pieces(&["b", ".example", "-", ".", ">", "?subject=x"]),
    ) {
        check(&format!("{scheme}{local_part}{at}{domain}"));
    }

    /// What an address is written as may have any character that one may have.
    #[test]
    fn addresses(local_part in "[a-z&?%'!#=^{|}~]{1,8}(\\.[a-z0-9%&]{1,4})?") {
        let text = format!("{local_part}@b.example");
        let json = serde_json::to_string(&text).expect("JSON holds any text");
        let email: Email<'_> = serde_json::from_str(&json).expect(&json);
        prop_assert_eq!(email.to_string(), text);
        lends_back(&email);
    }
}

/// Rows and contacts read back from their texts; and where a format could not
/// read the map of their columns, it does not write it either.
#[test]
fn rows_and_contacts() {
    fn refused<T: Serialize + Debug>(value: T) {
        assert!(postcard::to_allocvec(&value).is_err(), "{value:?}");
    }
    fn as_text<T>(value: T)
    where
        T: Display + FromStr<Err: Display> + PartialEq + Debug + for<'de> Deserialize<'de>,
    {
        let bytes = postcard::to_allocvec(&AsText(&value)).expect("a text");
        assert_eq!(postcard::from_bytes::<AsText<T>>(&bytes).expect("what was written").0, value);
    }
    for record in records().step_by(97) {
        refused(record);
        as_text(record);
        if let Some(service) = record.service() {
            refused(service);
            as_text(service);
        }
    }
    contacts().step_by(97).for_each(refused);
}
