//! Members of a JSON object, of which only those are kept that are wanted.

use core::fmt::{self, Formatter};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Reads an object: `wants` says of each name what it is, if it is wanted, and
/// `take` gets that with the text of the value. Says whether there was any member.
pub(crate) fn read<'j, T>(
    json: &'j str,
    wants: impl FnMut(&str) -> Option<T>,
    take: impl FnMut(T, &'j RawValue),
) -> Result<bool, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let has_members = reader.deserialize_map(Object { wants, take })?;
    reader.end()?;
    Ok(has_members)
}

struct Object<W, F> {
    wants: W,
    take: F,
}

impl<'j, T, W, F> Visitor<'j> for Object<W, F>
where
    W: FnMut(&str) -> Option<T>,
    F: FnMut(T, &'j RawValue),
{
    type Value = bool;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'j>>(mut self, mut members: A) -> Result<bool, A::Error> {
        let mut has_members = false;
        while let Some(wanted) = members.next_key_seed(Name(&mut self.wants))? {
            has_members = true;
            match wanted {
                Some(wanted) => (self.take)(wanted, members.next_value()?),
                None => _ = members.next_value::<IgnoredAny>()?,
            }
        }
        Ok(has_members)
    }
}

/// The name of a member, which is looked at where it stands.
struct Name<'w, W>(&'w mut W);

impl<'j, T, W: FnMut(&str) -> Option<T>> DeserializeSeed<'j> for Name<'_, W> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'j>>(self, name: D) -> Result<Option<T>, D::Error> {
        name.deserialize_str(self)
    }
}

impl<T, W: FnMut(&str) -> Option<T>> Visitor<'_> for Name<'_, W> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<Option<T>, E> {
        Ok((self.0)(name))
    }
}
