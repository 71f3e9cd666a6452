//! Parse, print, parse: every value reads back what it writes, as a text, in
//! JSON, and in a format for machines that does not tell what is there.

use core::fmt::{Debug, Display};
use core::str::FromStr;

use iana_ports::contact::{Email, Uri, UriKind};
use iana_ports::dns_sd::ServiceLabel;
use iana_ports::facts::Category;
use iana_ports::flow::Side;
use iana_ports::port_spec::{Fixed, PortSpec, Syntax};
use iana_ports::reference::Reference;
use iana_ports::service_code::ServiceCode;
use iana_ports::service_name::ServiceName;
use iana_ports::transports::Transports;
use iana_ports::{Date, PortKey, PortRange, Status, Transport};
use serde::{Serialize, de::DeserializeOwned};

/// Reads a text as every value.
pub(crate) fn check(text: &str) {
    text_reads_back::<Category>(text);
    text_reads_back::<Date>(text);
    text_reads_back::<Fixed<8>>(text);
    text_reads_back::<PortKey>(text);
    text_reads_back::<PortRange>(text);
    text_reads_back::<PortSpec>(text);
    text_reads_back::<ServiceCode>(text);
    text_reads_back::<Side>(text);
    text_reads_back::<Status>(text);
    text_reads_back::<Transport>(text);
    text_reads_back::<Transports>(text);
    text_reads_back::<UriKind>(text);
    if let Ok(name) = ServiceName::parse(text) {
        assert_eq!(name.as_str(), text);
        lends_back(&name);
    }
    if let Ok(label) = ServiceLabel::parse(text) {
        let printed = label.to_string();
        assert_eq!(ServiceLabel::parse(&printed), Ok(label));
        lends_back(&label);
    }
    match ServiceLabel::parse_lenient(text) {
        Ok(label) => assert!(!label.to_string().is_empty()),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    let reference = Reference::from_text(text);
    let printed = reference.to_string();
    assert_eq!(Reference::from_text(&printed), reference);
    lends_back(&reference);
    let _ = reference.url().map(|url| url.to_string());
    uri(Uri::from_text(text), text);
    for syntax in [Syntax::Default, Syntax::Nmap, Syntax::Ufw, Syntax::TransportFirst] {
        port_spec(syntax, text);
    }
}

fn uri(uri: Uri<'_>, text: &str) {
    assert_eq!(uri.to_string(), text);
    let _ = (uri.kind(), uri.scheme(), uri.after_scheme());
    lends_back(&uri);
    if let Some(email) = uri.email() {
        let shown = email.to_string();
        assert!(shown.is_ascii() && shown.matches('@').count() == 1, "{shown}");
        lends_back(&email);
    }
}

/// The ports of a text in another program's syntax are those of its own.
fn port_spec(syntax: Syntax, text: &str) {
    match PortSpec::parse_as(syntax, text) {
        Ok(spec) => {
            assert_eq!(PortSpec::parse(&spec.to_string()), Ok(spec.clone()));
            let merged = PortSpec::parse(&format!("{spec:#}")).expect("ports");
            assert!(spec.difference(&merged).is_empty() && merged.len() == spec.len());
        }
        Err(error) => assert!(error.position() <= text.len()),
    }
}

/// A value that owns what it is reads back from its text, and from what serde
/// writes of it.
#[track_caller]
pub(crate) fn reads_back<T>(value: &T)
where
    T: FromStr<Err: Debug> + Display + PartialEq + Debug + Serialize + DeserializeOwned,
{
    let text = value.to_string();
    assert_eq!(&text.parse::<T>().expect(&text), value, "{text:?}");
    let json = serde_json::to_string(value).expect(&text);
    assert_eq!(&serde_json::from_str::<T>(&json).expect(&json), value);
    let bytes = postcard::to_allocvec(value).expect(&text);
    assert_eq!(&postcard::from_bytes::<T>(&bytes).expect(&text), value);
}

/// The same of one that borrows its text, which JSON cannot lend if it escapes
/// it.
#[track_caller]
pub(crate) fn lends_back<T>(value: &T)
where
    T: Display + PartialEq + Debug + Serialize + for<'de> Lent<'de>,
{
    let json = serde_json::to_string(value).expect("JSON holds any text");
    if !json.contains('\\') {
        assert!(T::is_in_json(value, &json), "{json}");
    }
    let bytes = postcard::to_allocvec(value).expect("postcard holds any text");
    assert!(T::is_in_bytes(value, &bytes), "{json}");
}

/// What is read from a text that lives as long as `'de`.
pub(crate) trait Lent<'de> {
    fn is_in_json(&self, json: &'de str) -> bool;
    fn is_in_bytes(&self, bytes: &'de [u8]) -> bool;
}

macro_rules! lent {
    ($($type:ident),+) => {$(
        impl<'de> Lent<'de> for $type<'_> {
            fn is_in_json(&self, json: &'de str) -> bool {
                serde_json::from_str::<$type<'de>>(json).is_ok_and(|read| read == *self)
            }

            fn is_in_bytes(&self, bytes: &'de [u8]) -> bool {
                postcard::from_bytes::<$type<'de>>(bytes).is_ok_and(|read| read == *self)
            }
        }
    )+};
}
lent!(Email, Reference, ServiceLabel, ServiceName, Uri);

/// A text that reads as a value does so again once it is printed.
#[track_caller]
fn text_reads_back<T>(text: &str)
where
    T: FromStr<Err: Debug> + Display + PartialEq + Debug + Serialize + DeserializeOwned,
{
    if let Ok(value) = text.parse::<T>() {
        reads_back(&value);
    }
}
