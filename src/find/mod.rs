//! Finding what somebody half knows: names that are nearly a text, services by
//! words, rows by the text that displays them.

pub(crate) mod block_set;
pub(crate) mod identity;
#[cfg(feature = "contacts")]
mod organizations;
mod search;
mod suggest;

#[cfg(feature = "contacts")]
pub use organizations::{
    ContactsAt, Organization, OrganizationContacts, OrganizationServices, Organizations,
    contacts_at, organization_named, organizations,
};
pub(crate) use search::Stack;
pub use search::{Found, Rank, Search, search};
pub(crate) use suggest::Expected;
pub use suggest::{Suggestions, suggest};

use crate::registry::Registry;
use crate::registry::service::Service;

/// The primary service of each name, in the order of the perfect hash.
fn names_of(registry: &Registry) -> impl Iterator<Item = Service<'_>> {
    let names = registry.tables.names();
    let (slots, more) = (names.name_slots, names.more_names);
    let slots = (0..slots.len()).map(move |place| slots.get(place).1);
    let more = (0..more.len()).map(move |place| more.get(place).1);
    slots.chain(more).map(|entry| Service::of_entry(&registry.tables, entry))
}
