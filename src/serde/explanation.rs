//! Serialization of composites: explanations, entries of `servent`, the
//! registry.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::row::Texts;
use crate::layers::Layers;
use crate::registry::Registry;
use crate::registry::explanation::Explanation;
use crate::registry::lookup::Lookup;
use crate::registry::service::Service;
use crate::servent::Servent;

/// A map of what the methods answer; `siblings` are rows.
///
/// ```
/// use iana_ports::{Transport::Udp, explain};
///
/// let explanation = serde_json::to_value(explain(143, Udp)).unwrap();
/// assert_eq!(explanation["status"], "Reserved");
/// assert_eq!(explanation["siblings"][0]["service_name"], "imap");
/// ```
impl Serialize for Explanation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut explanation = serializer.serialize_struct("Explanation", 6)?;
        explanation.serialize_field("port", &self.port)?;
        explanation.serialize_field("transport_protocol", &self.transport)?;
        explanation.serialize_field("range", &self.range())?;
        explanation.serialize_field("status", &self.status())?;
        explanation.serialize_field("record", &self.record())?;
        explanation.serialize_field("siblings", &self.siblings())?;
        explanation.end()
    }
}

/// A map of the fields of C's `servent`; `aliases` are names.
///
/// ```
/// use iana_ports::servent::getservbyname;
/// use serde_json::json;
///
/// assert_eq!(
///     serde_json::to_value(getservbyname("whois++", Some("tcp"))).unwrap(),
///     json!({"name": "whoispp", "aliases": ["whois++"], "port": 63, "proto": "tcp"}),
/// );
/// ```
impl Serialize for Servent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut servent = serializer.serialize_struct("Servent", 4)?;
        servent.serialize_field("name", self.name())?;
        servent.serialize_field("aliases", &Texts(self.aliases().map(Service::name)))?;
        servent.serialize_field("port", &self.port())?;
        servent.serialize_field("proto", self.proto())?;
        servent.end()
    }
}

/// A map of all that there is: `edition`, `records`, `contacts`.
///
/// ```
/// let registry = serde_json::to_value(iana_ports::registry()).unwrap();
/// assert_eq!(registry["edition"], iana_ports::EDITION.to_string());
/// assert!(registry["records"].as_array().is_some_and(|records| records.len() > 14_000));
/// ```
impl Serialize for Registry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        all(self, serializer)
    }
}

/// The same map of what the layers show.
impl Serialize for Layers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        all(self, serializer)
    }
}

fn all<S: Serializer>(of: &impl Lookup, serializer: S) -> Result<S::Ok, S::Error> {
    let fields = if cfg!(feature = "contacts") { 3 } else { 2 };
    let mut map = serializer.serialize_struct("Registry", fields)?;
    map.serialize_field("edition", &of.edition())?;
    map.serialize_field("records", &Items(of.records()))?;
    #[cfg(feature = "contacts")]
    map.serialize_field("contacts", &Items(of.contacts()))?;
    map.end()
}

/// The items of an iterator, as a sequence.
struct Items<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Items<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}
