//! Matching of contacts: which contacts of two registries are the same, and
//! which are renamed.

use alloc::string::String;
use alloc::vec::Vec;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Whitespace;
use super::changes::Changes;
use super::pairs::Pairs;
use super::row::{Row, compared, different};
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
    let listed = |registry: &'r Registry| registry.contacts().filter(|contact| contact.is_listed());
    let (old, new): (Vec<_>, Vec<_>) = (listed(older).collect(), listed(newer).collect());
    let cells = |contacts: &[Contact<'r>]| -> Vec<Cells<'r>> {
        contacts.iter().map(|contact| compared(contact.cells(), whitespace)).collect()
    };
    let (old_cells, new_cells) = (cells(&old), cells(&new));
    let mut pairs = Pairs::none(old.len(), new.len());
    let handle = |cells: &[Cells<'r>], place: usize| Some(cells[place][0].clone());
    pairs.in_order(|place| handle(&old_cells, place), |place| handle(&new_cells, place));
    let reordered = pairs.is_reordered();

    // A handle that only rows name is not listed, and yet there.
    let handles = |registry: &'r Registry| -> BTreeSet<&'r str> {
        registry.contacts().map(Contact::handle).collect()
    };
    let (in_old, in_new) = (handles(older), handles(newer));
    for key in KEYS {
        pairs.only(
            |place| (!in_new.contains(old[place].handle())).then(|| key(&old_cells[place]))?,
            |place| (!in_old.contains(new[place].handle())).then(|| key(&new_cells[place]))?,
        );
    }
    let renamed = old
        .iter()
        .enumerate()
        .filter_map(|(place, contact)| Some((contact.handle(), new[pairs.new_of(place)?].handle())))
        .filter(|(old, new)| old != new)
        .collect();
    let columns = |before: usize, after: usize| different(&old_cells[before], &new_cells[after]);
    (Changes::new((&old, &new), &pairs, reordered, columns), renamed)
}

type Cells<'r> = [Cow<'r, str>; 5];

/// What two contacts have to agree in, if that is enough to tell them.
type Key = fn(&Cells<'_>) -> Option<Vec<String>>;

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
