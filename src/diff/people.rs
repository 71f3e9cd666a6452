//! Matching of contacts: which contacts of two registries are the same, and
//! which are renamed.

use alloc::string::String;
use alloc::vec::Vec;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::changes::Changes;
use super::pairs::Pairs;
use super::row::{Compared, Row, Whitespace};
use crate::registry::Registry;
use crate::registry::contact::Contact;

/// Old handles of contacts that are renamed, and their new ones.
pub(super) type Renamed<'r> = BTreeMap<&'r str, &'r str>;

/// Compares the contact tables.
pub(super) fn compare<'r>(
    older: &'r Registry,
    newer: &'r Registry,
    whitespace: Whitespace,
) -> (Changes<Contact<'r>>, Renamed<'r>) {
    // A handle that only rows name is not listed, and yet there.
    let handles = |registry: &'r Registry| -> BTreeSet<&'r str> {
        registry.contacts().map(Contact::handle).collect()
    };
    let listed = |registry: &'r Registry, others: BTreeSet<&str>| -> Vec<_> {
        let contacts = registry.contacts().filter(|contact| contact.is_listed());
        let is_gone = |contact: Contact<'_>| !others.contains(contact.handle());
        contacts.map(|one| Compared::new(one, one.cells(), whitespace, |_| is_gone(one))).collect()
    };
    let (old, new) = (listed(older, handles(newer)), listed(newer, handles(older)));
    let both = [&*old, &*new];
    let mut pairs = Pairs::none(old.len(), new.len());
    pairs.by_key(usize::MAX, both, |contact| Some(&contact.cells[0]));
    let reordered = pairs.is_reordered();
    for key in KEYS {
        pairs.by_key(1, both, |contact| contact.key.then(|| key(&contact.cells))?);
    }
    let renamed = old
        .iter()
        .enumerate()
        .filter_map(|(place, old)| Some((old.row.handle(), new[pairs.new_of(place)?].row.handle())))
        .filter(|(old, new)| old != new)
        .collect();
    (Changes::new(both, &pairs, reordered), renamed)
}

/// What two contacts have to agree in, if that is enough to tell them.
type Key = fn(&[Cow<'_, str>; 5]) -> Option<Vec<String>>;

/// What tells that a contact is renamed, the surest first.
const KEYS: [Key; 4] = [
    |[handle, ..]| Some(vec![handle.to_ascii_lowercase()]),
    |[_, name, organization, uris, _]| {
        let known = !uris.is_empty() || !name.is_empty() && !organization.is_empty();
        known.then(|| key([name, organization, uris]))
    },
    |[_, name, _, uris, _]| (!name.is_empty() && !uris.is_empty()).then(|| key([name, uris])),
    |[_, name, organization, ..]| {
        (!name.is_empty() && !organization.is_empty()).then(|| key([name, organization]))
    },
];

fn key<const COUNT: usize>(cells: [&Cow<'_, str>; COUNT]) -> Vec<String> {
    cells.map(|cell| cell.clone().into_owned()).into()
}
