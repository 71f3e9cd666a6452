//! The services that cite an RFC.

use core::fmt;
use core::iter::FusedIterator;

use crate::registry::Registry;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::registry::walk::Walk;
use crate::tables::IndexList;
use crate::values::reference::Reference;

impl Registry {
    /// The services that cite an RFC: see
    /// [`services_citing`](crate::services_citing).
    #[must_use]
    pub const fn services_citing(&self, rfc: u32) -> ServicesCiting<'_> {
        let with_references = IndexList::List(self.tables.details().reference_entries);
        ServicesCiting::new(Services::new(Walk::each_named(&self.tables, with_references)), rfc)
    }
}

/// The services whose "Reference" column names an RFC, in registry order: see
/// [`services_citing`](crate::services_citing).
///
/// Its length is counted when it is asked for.
#[derive(Clone, Copy)]
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
fn cites(service: Service<'_>, rfc: u32) -> bool {
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
        let left = self.services.filter(|service| cites(*service, self.rfc)).count();
        (left, Some(left))
    }
}

impl DoubleEndedIterator for ServicesCiting<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let rfc = self.rfc;
        self.services.rfind(|service| cites(*service, rfc))
    }
}

impl ExactSizeIterator for ServicesCiting<'_> {}

impl FusedIterator for ServicesCiting<'_> {}

impl fmt::Debug for ServicesCiting<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(*self).finish()
    }
}
