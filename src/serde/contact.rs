//! Contacts: serialized as maps, deserialized by handle; and what they can be
//! reached by.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::row::RowWriter;
use super::text::{FromText, deserialize_text, row_visitor};
use crate::columns::ContactColumns;
use crate::layers::LayeredContacts;
use crate::lookups::of_contacts::lookup_contact;
use crate::registry::contact::{Contact, Contacts};
use crate::values::contact::{Email, LocalPart, Uri, UriKind, Uris};

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
        let mut contact = RowWriter::new(serializer, "Contact", Self::FIELDS)?;
        self.fields(&mut contact)?;
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
        deserializer.deserialize_any(ContactVisitor).map(|Id(contact)| contact)
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

deserialize_text!(Id);

row_visitor! {
    ContactVisitor: "a contact with id";
    |text| -> Id { Id::from_text(text) }
    { id: Id = KEYS.id, } => id.ok_or_else(|| Error::missing_field(KEYS.id))
}

serialize!(|value, to| to.collect_str(value); Email<'_>, LocalPart<'_>, Uri<'_>);
serialize!(|value, to| to.serialize_str(value.as_str()); UriKind);
serialize!(|items, to| to.collect_seq(items.clone()); Contacts<'_>, LayeredContacts<'_, '_>, Uris<'_>);

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
        Self::of_text(text).ok_or_else(|| {
            D::Error::custom(format_args!(
                "malformed mail address {text:?}, expected one such as user@example.com"
            ))
        })
    }
}
