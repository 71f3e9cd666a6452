//! The services of layers that cite an RFC.

use super::services::Query;
use super::{LayeredServices, Layers};
use crate::registry::Registry;
use crate::registry::columns::details::citing::cites;

impl<'r> Layers<'r> {
    /// The services that cite an RFC, those of the highest registry first.
    ///
    /// ```
    /// use iana_ports::{layers::Layers, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert!(LAYERS.services_citing(6353).any(|service| service.name() == "snmptls"));
    /// ```
    #[must_use]
    pub fn services_citing(&self, rfc: u32) -> LayeredServices<'_, 'r> {
        let query = Query::Kept { ask: Registry::services_with_references, keeps: cites, of: rfc };
        LayeredServices::new(self, query)
    }
}
