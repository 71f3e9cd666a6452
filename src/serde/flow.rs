//! Serialization of what a flow is.

use serde::de::Error;
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::text::{FromText, deserialize_text};
use crate::flow::{Answer, Reason, Side};

serialize! {
    |value, to| to.serialize_str(value.as_str());
    Side,
    /// As it displays: a sentence.
    Reason
}

from_str!(Side: "source or destination");

/// A map of what the methods answer.
///
/// ```
/// use iana_ports::Transport::Tcp;
/// use iana_ports::flow::{Hints, service};
///
/// let answer = serde_json::to_value(service(51123, 443, Tcp, Hints::new())).unwrap();
/// assert_eq!(answer["side"], "destination");
/// assert_eq!(answer["service"]["service_name"], "https");
/// assert_eq!(answer["reason"], "no service is registered on the other port");
/// ```
impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut answer = serializer.serialize_struct("Answer", 3)?;
        answer.serialize_field("side", &self.side())?;
        answer.serialize_field("service", &self.service())?;
        answer.serialize_field("reason", &self.reason())?;
        answer.end()
    }
}
