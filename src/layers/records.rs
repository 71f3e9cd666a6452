//! Iteration over the rows of layers, without those that are shadowed or
//! hidden.

use super::services::Query;
use super::{LayeredServices, Layers, shown};
use crate::registry::Registry;
use crate::registry::record::Record;
use crate::registry::records::Records;
use crate::values::iterator_traits::iterator_traits;
use crate::values::transport::Transport;

/// Records of [`Layers`]: all, those of the highest registry first, or those on
/// a port.
///
/// # Example
///
/// ```
/// use iana_ports::{Transport::Tcp, layers::Layers, registry};
///
/// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
/// let rows: Vec<_> = LAYERS.records_on(7775, Tcp).map(|row| row.to_string()).collect();
/// assert_eq!(rows, ["inetfs (7775/tcp)", "Unassigned (7748-7776)"]);
/// ```
#[derive(Clone)]
pub struct LayeredRecords<'a, 'r> {
    layers: &'a Layers<'r>,
    /// The port that is asked for, and the services on it, which come first.
    on: Option<((u16, Transport), LayeredServices<'a, 'r>)>,
    /// The layer that answers next, and its rows that are left.
    layer: usize,
    rows: Option<Records<'r>>,
}

impl<'a, 'r> LayeredRecords<'a, 'r> {
    pub(super) const fn all(layers: &'a Layers<'r>) -> Self {
        Self { layers, on: None, layer: 0, rows: None }
    }

    pub(super) const fn on(layers: &'a Layers<'r>, port: u16, transport: Transport) -> Self {
        let services = LayeredServices::new(layers, Query::On(port, transport));
        Self { on: Some(((port, transport), services)), ..Self::all(layers) }
    }

    /// The next record, without taking it.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, layers::Layers, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert_eq!(LAYERS.records_on(0, Tcp).first(), LAYERS.record_on(0, Tcp));
    /// ```
    #[must_use]
    pub fn first(&self) -> Option<Record<'r>> {
        self.clone().next()
    }

    /// Whether there is none (left).
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, layers::Layers, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert!(LAYERS.records_on(50000, Tcp).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first().is_none()
    }

    /// The layer after one that has answered. The nameless rows on a port are
    /// those of one registry.
    fn next_layer(&self, registry: &Registry) -> usize {
        match self.on {
            Some(((port, transport), _))
                if shown::has_nameless(registry, port, transport)
                    || shown::hides_port(registry, port, transport) =>
            {
                usize::MAX
            }
            _ => self.layer + 1,
        }
    }
}

impl<'r> Iterator for LayeredRecords<'_, 'r> {
    type Item = Record<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(service) = self.on.as_mut().and_then(|(_, services)| services.next()) {
            return Some(service.record());
        }
        let registries = self.layers.registries();
        while let Some(registry) = registries.get(self.layer) {
            let rows = self.rows.get_or_insert_with(|| match self.on {
                Some(((port, transport), _)) => registry.records_on(port, transport),
                None => registry.records(),
            });
            let above = &registries[..self.layer];
            match rows.next() {
                Some(row) if self.on.is_some() => {
                    if row.service().is_none() {
                        return Some(row);
                    }
                }
                Some(row) if shown::shows(above, row) => return Some(row),
                Some(_) => {}
                None => (self.layer, self.rows) = (self.next_layer(registry), None),
            }
        }
        None
    }
}

iterator_traits!(LayeredRecords<'_, '_>);
