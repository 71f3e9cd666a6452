//! Values as their text: how a [`Service`](crate::Service) is a key of a map in
//! JSON.
//!
//! `Serialize` writes a service as the map of its columns. [`AsText`] writes
//! what `Display` does and reads it with `FromStr`; for a field of a struct the
//! module does the same, by `#[serde(with = "iana_ports::as_text")]`.

use core::borrow::Borrow;
use core::fmt::Display;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::text::{self, FromText};

/// A value that is written and read as its text.
///
/// Equality, order and hash are those of the value, so that a map with such
/// keys is asked with the values themselves.
///
/// ```
/// use iana_ports::as_text::AsText;
/// use iana_ports::{Service, Transport::Tcp, lookup_name};
/// use std::collections::HashMap;
///
/// let ssh = lookup_name("ssh", Tcp).unwrap();
/// let seen: HashMap<AsText<Service>, u32> = HashMap::from([(AsText(ssh), 3)]);
/// let json = serde_json::to_string(&seen)?;
/// assert_eq!(json, r#"{"ssh (22/tcp)":3}"#);
///
/// let read: HashMap<AsText<Service<'static>>, u32> = serde_json::from_str(&json)?;
/// assert_eq!(read.get(&ssh), Some(&3));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AsText<T>(pub T);

impl<T> From<T> for AsText<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> Borrow<T> for AsText<T> {
    fn borrow(&self) -> &T {
        &self.0
    }
}

impl<T: Display> Serialize for AsText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.0, serializer)
    }
}

impl<'de, T: FromStr<Err: Display>> Deserialize<'de> for AsText<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer).map(Self)
    }
}

/// Writes a value as its text.
///
/// ```
/// use iana_ports::{Transport::Tcp, as_text, lookup_name};
///
/// let ssh = lookup_name("ssh", Tcp).unwrap();
/// let json = as_text::serialize(&ssh, serde_json::value::Serializer)?;
/// assert_eq!(json, "ssh (22/tcp)");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// Reads a value from its text.
///
/// ```
/// use iana_ports::{Service, Transport::Tcp, as_text, lookup_name};
///
/// let json = serde_json::json!("ssh/tcp");
/// let ssh: Service<'static> = as_text::deserialize(json)?;
/// assert_eq!(Some(ssh), lookup_name("ssh", Tcp));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
///
/// If there is no text, or it is none of such a value.
pub fn deserialize<'de, T: FromStr<Err: Display>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    text::deserialize(deserializer).map(|AsText(value)| value)
}

impl<T: FromStr<Err: Display>> FromText for AsText<T> {
    const EXPECTED: &'static str = "a text";

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        text.parse().map(Self).map_err(E::custom)
    }
}
