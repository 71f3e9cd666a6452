//! A filter over services: those that cite an RFC.

use crate::registry::Registry;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::registry::walk::Walk;
use crate::tables::IndexList;
use crate::values::details::reference::Reference;
use crate::values::iterator_traits::iterator_traits;

impl Registry {
    /// The services that cite an RFC: see
    /// [`services_citing`](crate::services_citing).
    #[must_use]
    pub const fn services_citing(&self, rfc: u32) -> ServicesCiting<'_> {
        ServicesCiting::new(self.services_with_references(), rfc)
    }

    /// The services that have references.
    pub(crate) const fn services_with_references(&self) -> Services<'_> {
        let with_references = IndexList::List(self.tables.details().reference_entries);
        Services::new(Walk::each_named(&self.tables, with_references))
    }
}

/// The services whose "Reference" column names an RFC, in registry order: see
/// [`services_citing`](crate::services_citing).
///
/// A filter over the services that have references: `count` tells how many cite
/// the RFC.
#[derive(Clone)]
pub struct ServicesCiting<'r> {
    /// Those that have references.
    services: Services<'r>,
    rfc: u32,
}

impl<'r> ServicesCiting<'r> {
    pub(crate) const fn new(services: Services<'r>, rfc: u32) -> Self {
        Self { services, rfc }
    }
}

/// Whether one of the references of a service is an RFC.
pub(crate) fn cites(service: Service<'_>, rfc: u32) -> bool {
    service
        .references()
        .any(|reference| matches!(reference, Reference::Rfc { number, .. } if number == rfc))
}

impl<'r> Iterator for ServicesCiting<'r> {
    type Item = Service<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        let rfc = self.rfc;
        self.services.find(|service| cites(*service, rfc))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.services.size_hint().1)
    }
}

iterator_traits!(ServicesCiting<'_>);
