//! What contacts can be reached by, and sequences of contacts.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::text::{FromText, deserialize_text};
use crate::registry::contact::Contacts;
use crate::values::contact::Uris;
use crate::values::contact::{Email, LocalPart};
use crate::values::contact::{Uri, UriKind};

serialize_display!(Email<'_>, LocalPart<'_>, Uri<'_>);
serialize_str!(UriKind);
serialize_sequence!(Contacts<'_>, Uris<'_>);

from_str! {
    UriKind: "a kind of URI such as mail",
}

/// Borrows the text, as [`Uri::from_text`] does.
impl<'de: 'a, 'a> Deserialize<'de> for Uri<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Deserialize::deserialize(deserializer).map(Self::from_text)
    }
}

/// Borrows the text, which is the address as it is written:
/// `kenta.kambara@hpe.com`.
impl<'de: 'a, 'a> Deserialize<'de> for Email<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        // A `mailto:` URI may spell the address otherwise; this is no such URI.
        Self::of_mailto(text).filter(|email| email == text).ok_or_else(|| {
            D::Error::custom(format_args!(
                "malformed mail address {text:?}, expected one such as user@example.com"
            ))
        })
    }
}
