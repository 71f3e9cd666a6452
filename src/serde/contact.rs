//! Contacts: serialized as maps, deserialized by handle.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::row::StructWriter;
use super::text::{FromText, deserialize_text};
use crate::columns::ContactColumns;
use crate::lookups::of_contacts::lookup_contact;
use crate::registry::contact::Contact;

const KEYS: ContactColumns<&str> = ContactColumns::from_array(ContactColumns::KEYS);

/// A map of the contact table's columns, in their order, and of the `email`
/// that the URIs give. What the table does not have is `null`, or an empty
/// list.
///
/// ```
/// use iana_ports::lookup_contact;
/// use serde_json::json;
///
/// assert_eq!(
///     serde_json::to_value(lookup_contact("Kenta_Kambara")).unwrap(),
///     json!({
///         "id": "Kenta_Kambara",
///         "name": "Kenta Kambara",
///         "organization": null,
///         "contact_uri": ["mailto:kenta.kambara&hpe.com"],
///         "email": "kenta.kambara@hpe.com",
///         "last_updated": "2016-05-24",
///     }),
/// );
/// ```
impl Serialize for Contact<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut contact = serializer.serialize_struct("Contact", Self::FIELDS)?;
        self.fields(&mut StructWriter(&mut contact))?;
        contact.end()
    }
}

/// By identity: the contact of the bundled registry with that `id`, which is
/// found as [`lookup_contact`] finds it. Nothing is allocated or kept of what
/// is read.
///
/// Other fields of a map are ignored, a sequence has the `id` first, and the
/// handle may stand alone. The format must describe itself, as JSON does.
///
/// ```
/// use iana_ports::{Contact, lookup_contact};
///
/// let contact: Contact<'static> = serde_json::from_str(r#"{"id": "Kenta_Kambara"}"#)?;
/// assert_eq!(Some(contact), lookup_contact("Kenta_Kambara"));
/// assert_eq!(serde_json::from_str::<Contact>(r#""[Kenta_Kambara]""#)?, contact);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<'de> Deserialize<'de> for Contact<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ContactVisitor)
    }
}

/// What the column "ID" stands for.
struct Id(Contact<'static>);

impl FromText for Id {
    const EXPECTED: &'static str = "a contact handle";

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        lookup_contact(text).map(Self).ok_or_else(|| {
            E::custom(format_args!(
                "unknown contact {text:?}, expected a handle of the registry such as \"IESG\""
            ))
        })
    }
}

/// Whether a field is the one that is read.
struct IsId(bool);

impl FromText for IsId {
    const EXPECTED: &'static str = "the name of a column";

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        Ok(Self(text == KEYS.id))
    }
}

deserialize_text!(Id, IsId);

struct ContactVisitor;

impl<'de> Visitor<'de> for ContactVisitor {
    type Value = Contact<'static>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a contact with id")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Id::from_text(text).map(|Id(contact)| contact)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut contact = None;
        while let Some(IsId(is_id)) = map.next_key()? {
            if !is_id {
                map.next_value::<IgnoredAny>()?;
            } else if contact.replace(map.next_value()?).is_some() {
                return Err(A::Error::duplicate_field(KEYS.id));
            }
        }
        contact.map(|Id(contact)| contact).ok_or_else(|| A::Error::missing_field(KEYS.id))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<Self::Value, A::Error> {
        let id = row.next_element()?;
        while row.next_element::<IgnoredAny>()?.is_some() {}
        id.map(|Id(contact)| contact).ok_or_else(|| A::Error::invalid_length(0, &self))
    }
}
