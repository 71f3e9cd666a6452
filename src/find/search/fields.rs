//! What is searched of a registry: the texts of its rows, as far as the build
//! has them.

use super::query::{Fit, Term};
#[cfg(feature = "contacts")]
use crate::tables::ContactTables;
#[cfg(feature = "details")]
use crate::tables::DetailTables;
use crate::tables::{NameTables, Tables};

/// The views of the tables, which a loop over all rows builds once.
#[derive(Clone, Copy)]
pub(super) struct Fields<'r> {
    pub(super) names: NameTables<'r>,
    #[cfg(feature = "details")]
    pub(super) details: DetailTables<'r>,
    #[cfg(feature = "contacts")]
    pub(super) people: ContactTables<'r>,
}

impl<'r> Fields<'r> {
    pub(super) const fn of(tables: &'r Tables) -> Self {
        Self {
            names: tables.names(),
            #[cfg(feature = "details")]
            details: tables.details(),
            #[cfg(feature = "contacts")]
            people: tables.contacts(),
        }
    }

    /// How well a description fits a term.
    #[cfg(feature = "details")]
    pub(super) fn description(&self, entry: u16, term: Term<'_>) -> Option<Fit> {
        term.fit(self.details.text(self.details.descriptions.get(entry.into())))
    }

    #[cfg(not(feature = "details"))]
    pub(super) const fn description(&self, _: u16, _: Term<'_>) -> Option<Fit> {
        None
    }

    /// How well the organizations of assignees and contacts fit a term.
    #[cfg(feature = "contacts")]
    pub(super) fn organizations(&self, entry: u16, term: Term<'_>) -> Option<Fit> {
        self.contacts(entry).filter_map(|contact| term.fit(self.people.organization(contact))).min()
    }

    #[cfg(not(feature = "contacts"))]
    pub(super) const fn organizations(&self, _: u16, _: Term<'_>) -> Option<Fit> {
        None
    }

    /// The assignees and the contacts of an entry, who are the same most often.
    #[cfg(feature = "contacts")]
    #[inline]
    pub(super) fn contacts(&self, entry: u16) -> impl Iterator<Item = u16> + use<'r> {
        let people = self.people;
        let others = people.contact_entries.find(entry).map(|_| people.contacts(entry));
        let lists = [Some(people.assignees(entry)), others];
        lists.into_iter().flatten().flat_map(|list| (0..list.len()).map(move |at| list.get(at)))
    }
}
