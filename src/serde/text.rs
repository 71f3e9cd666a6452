//! Deserialization from a text, borrowed or not, and from the columns of a row.

use core::fmt;
use core::marker::PhantomData;
use core::ops::RangeInclusive;

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::columns::{ContactColumns, ServiceColumns};
use crate::registry::key::PortsAndTransport;

/// A type that is read from a text and does not borrow it.
pub(super) trait FromText: Sized {
    /// What the text is to be, as an error says it.
    const EXPECTED: &'static str;

    /// What a port stands for, for a type that is read from an integer too.
    const OF_PORT: Option<fn(u16) -> Self> = None;

    fn from_text<E: Error>(text: &str) -> Result<Self, E>;
}

/// Reads a text, whether it can be borrowed or not; of a type that an integer
/// stands for as well, either. Formats for machines, which may not tell the two
/// apart, have the text that was written.
pub(super) fn deserialize<'de, T: FromText, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    match T::OF_PORT {
        Some(_) if deserializer.is_human_readable() => {
            deserializer.deserialize_any(TextVisitor(PhantomData))
        }
        _ => deserializer.deserialize_str(TextVisitor(PhantomData)),
    }
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: FromText> TextVisitor<T> {
    fn visit_integer<E: Error>(
        self,
        port: Result<u16, impl Sized>,
        found: Unexpected<'_>,
    ) -> Result<T, E> {
        let of_port = T::OF_PORT.ok_or_else(|| E::invalid_type(found, &self))?;
        port.map(of_port).map_err(|_| E::invalid_value(found, &self))
    }
}

impl<T: FromText> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        self.visit_integer(number.try_into(), Unexpected::Unsigned(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        self.visit_integer(number.try_into(), Unexpected::Signed(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text)
    }
}

/// `Deserialize` of a [`FromText`].
macro_rules! deserialize_text {
    ($($type:ty),+ $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::serde::text::deserialize(deserializer)
            }
        }
    )+};
}

/// A visitor of a row that reads some columns: from a map, whose other fields
/// are ignored, from a sequence, which has these first, or from a text. What it
/// makes of the columns gets `None` for one that a map does not have.
macro_rules! row_visitor {
    (
        $visitor:ident: $expected:literal;
        |$text:ident| -> $value:ty { $from_text:expr }
        { $($column:ident: $type:ty = $key:expr,)+ } => $made:expr
    ) => {
        struct $visitor;

        impl<'de> serde::de::Visitor<'de> for $visitor {
            type Value = $value;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str($expected)
            }

            fn visit_str<E: serde::de::Error>(self, $text: &str) -> Result<$value, E> {
                $from_text
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<$value, A::Error> {
                $(let mut $column: Option<$type> = None;)+
                while let Some($crate::serde::text::Key(key)) = map.next_key()? {
                    match key {
                        $(Some(key) if key == $key => {
                            if $column.replace(map.next_value()?).is_some() {
                                return Err(serde::de::Error::duplicate_field(key));
                            }
                        })+
                        _ => {
                            map.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                $made
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                mut row: A,
            ) -> Result<$value, A::Error> {
                let mut places = 0..;
                $(
                    let place = places.next().unwrap_or_default();
                    let missing = || serde::de::Error::invalid_length(place, &self);
                    let $column: Option<$type> = Some(row.next_element()?.ok_or_else(missing)?);
                )+
                while row.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                $made
            }
        }
    };
}

/// The key of a column; `None` for any other field.
pub(super) struct Key(pub(super) Option<&'static str>);

impl FromText for Key {
    const EXPECTED: &'static str = "the name of a column";

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        let mut keys = ServiceColumns::KEYS.into_iter().chain(ContactColumns::KEYS);
        Ok(Self(keys.find(|key| *key == text)))
    }
}

deserialize_text!(Key);

/// The column "Port Number": `"443"`, or `"6000-6063"`, which is read from a
/// number too.
#[derive(Clone, Debug)]
pub(super) struct PortNumber(pub(super) RangeInclusive<u16>);

impl FromText for PortNumber {
    const EXPECTED: &'static str = "a port such as 443 or a range such as \"6000-6063\"";
    const OF_PORT: Option<fn(u16) -> Self> = Some(|port| Self(port..=port));

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        PortsAndTransport::parse_ports(text)
            .map(Self)
            .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &Self::EXPECTED))
    }
}

impl Serialize for PortNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ports = Some(self.0.clone());
        serializer.collect_str(&PortsAndTransport { ports, transport: None })
    }
}

deserialize_text!(PortNumber);

pub(super) use {deserialize_text, row_visitor};
