//! JSON of every type that reads: what is read is written as a text that reads
//! as the same, and what is not has an error on one line.

use core::fmt::Debug;

use iana_ports::as_text::AsText;
use iana_ports::contact::{Email, Uri, UriKind};
use iana_ports::dns_sd::ServiceLabel;
use iana_ports::facts::Category;
use iana_ports::flow::Side;
use iana_ports::port_spec::{Fixed, PortSpec};
use iana_ports::reference::Reference;
use iana_ports::service_code::ServiceCode;
use iana_ports::service_name::ServiceName;
use iana_ports::transports::Transports;
use iana_ports::{Contact, Date, PortKey, PortRange, Record, Service, Status, Transport};
use serde::{Serialize, de::DeserializeOwned};

/// Reads a text as JSON of every type, and as the text of a JSON string.
pub(crate) fn check(text: &str) {
    each(text);
    each(&serde_json::to_string(text).expect("JSON holds any text"));
}

fn each(json: &str) {
    reads_back::<Category>(json);
    reads_back::<Contact<'static>>(json);
    reads_back::<Date>(json);
    reads_back::<Fixed<2>>(json);
    reads_back::<PortKey>(json);
    reads_back::<PortRange>(json);
    reads_back::<PortSpec>(json);
    reads_back::<Record<'static>>(json);
    reads_back::<Service<'static>>(json);
    reads_back::<ServiceCode>(json);
    reads_back::<Side>(json);
    reads_back::<Status>(json);
    reads_back::<Transport>(json);
    reads_back::<Transports>(json);
    reads_back::<UriKind>(json);
    reads_back::<Vec<PortSpec>>(json);
    if let Some(AsText(row)) = read::<AsText<Record<'static>>>(json) {
        assert_eq!(read(&written(&AsText(row))), Some(AsText(row)), "{json}");
    }
    lends_back::<Email<'_>>(json);
    lends_back::<Reference<'_>>(json);
    lends_back::<ServiceLabel<'_>>(json);
    lends_back::<ServiceName<'_>>(json);
    lends_back::<Uri<'_>>(json);
}

/// What a text is read as, whether it lends its strings or not.
fn read<T: DeserializeOwned + PartialEq + Debug>(json: &str) -> Option<T> {
    let lent = serde_json::from_str::<T>(json);
    let transient = serde_json::from_reader::<_, T>(json.as_bytes());
    match (lent, transient) {
        (Ok(lent), Ok(transient)) => {
            assert_eq!(lent, transient, "{json}");
            Some(lent)
        }
        (Err(lent), Err(transient)) => {
            told(&lent);
            told(&transient);
            None
        }
        (lent, transient) => panic!("{lent:?} or {transient:?}: {json}"),
    }
}

fn told(error: &serde_json::Error) {
    let shown = error.to_string();
    assert!(!shown.is_empty() && !shown.contains(char::is_control), "{shown:?}");
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("what was read")
}

fn reads_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(json: &str) {
    if let Some(value) = read::<T>(json) {
        let again = written(&value);
        assert_eq!(read(&again), Some(value), "{json} becomes {again}");
    }
}

/// The same of a type that borrows its text: JSON lends what it does not
/// escape.
fn lends_back<'j, T: serde::Deserialize<'j> + Serialize>(json: &'j str) {
    match serde_json::from_str::<T>(json) {
        Ok(value) => assert_eq!(
            serde_json::from_str::<String>(&written(&value)).expect("a text"),
            serde_json::from_str::<String>(json).expect("a text"),
        ),
        Err(error) => told(&error),
    }
}
