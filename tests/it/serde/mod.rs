//! What is written and read with serde.

mod errors;
mod json;
mod round_trip;
mod values;

use core::fmt::Debug;
use serde::{Serialize, de::DeserializeOwned};

fn to_json<T: Serialize>(value: T) -> String {
    serde_json::to_string(&value).expect("a value that JSON can write")
}

/// Writes a value and reads it back: from a text that lends its strings, and
/// from one that does not.
#[track_caller]
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = to_json(value);
    let lent = serde_json::from_str::<T>(&json).expect("what was written");
    let transient = serde_json::from_reader::<_, T>(json.as_bytes()).expect("what was written");
    assert_eq!((&lent, &transient), (value, value), "{json}");
}

#[test]
fn every_type_is_written() {
    use iana_ports::dns_sd::{Label, ServiceLabel, Unescaped};
    use iana_ports::error::Quoted;
    use iana_ports::explanation::{Explanation, Siblings};
    use iana_ports::flow::{Answer, Reason, Side};
    use iana_ports::port_spec::{Fixed, Item, PortSpecIter, Ranges, Suggestion};
    use iana_ports::servent::Servent;
    use iana_ports::service_name::ServiceName;
    use iana_ports::{FreePorts, PortRange, Record, Records, Registry, Service, Services};
    fn written<T: Serialize>() {}

    written::<Answer<'_>>();
    written::<Explanation<'_>>();
    written::<FreePorts<'_>>();
    written::<Label<'_>>();
    written::<PortRange>();
    written::<Fixed<1>>();
    written::<Item>();
    written::<PortSpecIter<'_>>();
    written::<Ranges<'_>>();
    written::<Suggestion>();
    written::<Quoted>();
    written::<Record<'_>>();
    written::<Records<'_>>();
    written::<Reason>();
    written::<Registry>();
    written::<Servent<'_>>();
    written::<Service<'_>>();
    written::<ServiceLabel<'_>>();
    written::<ServiceName<'_>>();
    written::<Services<'_>>();
    written::<Siblings<'_>>();
    written::<Side>();
    written::<Unescaped<'_>>();
    written::<iana_ports::transports::Transports>();
    #[cfg(feature = "details")]
    {
        use iana_ports::dns_sd::{TxtKey, TxtKeyIter, TxtKeys};
        use iana_ports::reference::{Reference, ReferenceUrl, References};
        use iana_ports::service_code::ServiceCode;
        use iana_ports::{ServicesCiting, UnauthorizedPorts};
        written::<Reference<'_>>();
        written::<ReferenceUrl<'_>>();
        written::<References<'_>>();
        written::<ServiceCode>();
        written::<ServicesCiting<'_>>();
        written::<TxtKey<'_>>();
        written::<TxtKeyIter<'_>>();
        written::<TxtKeys<'_>>();
        written::<UnauthorizedPorts<'_>>();
    }
    #[cfg(feature = "contacts")]
    {
        use iana_ports::contact::{Email, LocalPart, Uri, UriKind, Uris};
        use iana_ports::{Contact, Contacts};
        written::<Contact<'_>>();
        written::<Contacts<'_>>();
        written::<Email<'_>>();
        written::<LocalPart<'_>>();
        written::<Uri<'_>>();
        written::<UriKind>();
        written::<Uris<'_>>();
    }
}
